"""The formats that the report of a harmonisation is written in, by how a file's name ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

from procmap.model import BadInput
from procmap.reports.harmonisation.values import HarmonisationReport

Writer = Callable[[HarmonisationReport], bytes]
"""Returns a report as the content of a file. The same report gives the same bytes."""


def _docx(report: HarmonisationReport) -> bytes:
    from procmap.reports.harmonisation.word import word_report

    return word_report(report)


def _html(report: HarmonisationReport) -> bytes:
    from procmap.reports.harmonisation.page import harmonisation_page

    return harmonisation_page(report).encode("utf-8")


def _pdf(report: HarmonisationReport) -> bytes:
    from procmap.reports.harmonisation.pdf import pdf_report

    return pdf_report(report)


def _xlsx(report: HarmonisationReport) -> bytes:
    from procmap.reports.harmonisation.sheets import harmonisation_workbook

    return harmonisation_workbook(report)


WRITERS: Mapping[str, Writer] = {
    ".docx": _docx,
    ".html": _html,
    ".pdf": _pdf,
    ".xlsx": _xlsx,
}

WITH_PICTURE = frozenset((".docx", ".pdf"))
"""The formats that show a picture of the common process, where the report has one."""


def report_writer(target: str) -> Writer:
    """Return the writer for a file. Raises BadInput when its name ends with nothing that a report is written in."""
    found = WRITERS.get(PurePath(target).suffix.lower())
    if found is None:
        raise BadInput("report-ending", target=target, known=", ".join(WRITERS))
    return found
