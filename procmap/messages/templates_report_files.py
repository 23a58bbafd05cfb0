"""The English texts of the report of a harmonisation as a workbook and as a page: sheets, columns, filters."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Names of sheets, at most 31 characters in every language.
    "report-sheet-summary": "In short",
    "report-sheet-routine": "Routine",
    "report-sheet-questions": "To decide",
    "report-sheet-matrix": "Matrix",
    "report-sheet-differences": "What differs",
    "report-sheet-decisions": "Decisions",
    "report-sheet-impact": "What changes",
    "report-sheet-trace": "Where steps went",
    "report-sheet-attachments": "Attached values",
    "report-sheet-laws": "Requirements",
    "report-sheet-notes": "Worth knowing",
    # Columns that only the workbook and the page have.
    "report-column-paragraph": "Paragraph",
    "report-column-kind-of-work": "Kind of work",
    "report-column-from": "As at",
    "report-column-onward": "How it goes on",
    "report-column-more": "More",
    "report-column-description": "Description",
    "report-column-agreed": "In favour",
    "report-column-dissent": "Dissent",
    "report-column-when": "When",
    "report-column-who": "Decided by",
    "report-column-standing": "Counts",
    "report-column-before": "Today",
    "report-column-after": "Common",
    "report-column-change": "What changes",
    "report-column-sheet": "Sheet {sheet}",
    "report-column-decision": "Decision",
    "report-column-code": "Code",
    "report-column-status": "Status",
    "impact-assumed": "What is assumed",
}
