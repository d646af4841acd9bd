"""Bytes → page text → blocks → articles. Everything here carries offsets into the decoded page."""
