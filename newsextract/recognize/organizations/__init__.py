"""Named bodies."""
