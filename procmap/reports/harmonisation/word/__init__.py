"""The report as a Word document (Office Open XML, ECMA-376).

It is written directly, so that the same report gives the same bytes, and nothing of a template's author stands in it.
"""

from procmap.reports.harmonisation.word.document import word_minutes, word_report

__all__ = ["word_minutes", "word_report"]
