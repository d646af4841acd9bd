"""What the page says about itself: when it was published, which region 我市 means there."""

from newsextract.frame.infer import PageFrame, frame_page

__all__ = ["PageFrame", "frame_page"]
