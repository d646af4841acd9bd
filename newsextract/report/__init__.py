"""The report: pages, articles, facts and entities in one HTML file that opens offline."""

from newsextract.report.html import render_report, write_report

__all__ = ["render_report", "write_report"]
