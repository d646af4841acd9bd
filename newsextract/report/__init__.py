"""The report: pages, articles, facts and entities in one HTML file that opens offline."""

from newsextract.report.html import render_report, write_report
from newsextract.report.select import MAX_PAGES, select_pages

__all__ = ["MAX_PAGES", "render_report", "select_pages", "write_report"]
