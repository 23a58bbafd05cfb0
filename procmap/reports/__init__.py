"""Tables and pages for people: one content model, written as text or as a page of HTML."""

from procmap.reports.html import page
from procmap.reports.matrix import MatrixReport, matrix_report
from procmap.reports.text import matrix_text

__all__ = ["MatrixReport", "matrix_report", "matrix_text", "page"]
