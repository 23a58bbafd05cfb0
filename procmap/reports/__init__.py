"""Tables and pages for people: one content model, written as text, as a page of HTML or as a workbook."""

from procmap.reports.alignment_sheets import alignment_workbook
from procmap.reports.decision_sheets import decision_workbook
from procmap.reports.html import page
from procmap.reports.matrix import matrix_report
from procmap.reports.pictures.in_page import pictures_of
from procmap.reports.sheets import comparison_workbook
from procmap.reports.text import matrix_text
from procmap.reports.values import MatrixReport

__all__ = [
    "MatrixReport", "alignment_workbook", "comparison_workbook", "decision_workbook", "matrix_report", "matrix_text",
    "page", "pictures_of",
]  # fmt: skip
