"""The report of a harmonisation as PDF: its blocks as data for a template of typst."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from procmap.drawing.export import PARTS, drawing_page, to_pages
from procmap.messages import translator
from procmap.reports.harmonisation.blocks import (
    Block,
    Bullets,
    Contents,
    Drawn,
    Gap,
    Heading,
    Labelled,
    Paragraph,
    Tabled,
    Turn,
)
from procmap.reports.harmonisation.on_paper import report_blocks
from procmap.reports.harmonisation.shown import beside, plain, title
from procmap.reports.harmonisation.values import HarmonisationReport

_TEMPLATE = (PARTS, ("procmap.reports.harmonisation.pdf", "report.typ"))


def pdf_report(report: HarmonisationReport) -> bytes:
    """Return a report as PDF/A-2a and PDF/UA-1. The same report gives the same bytes.

    Raises BadInput when typst is not installed.
    """
    say = translator(report.language)
    page = say.text("report-page", page="\0", pages="\1")
    before, _, rest = page.partition("\0")
    between, _, after = rest.partition("\1")
    draft = report.title.status_text if report.is_draft else ""
    data = {
        "title": title(report.title.title) or report.title.process or "–",  # noqa: RUF001 - the dash is meant
        "language": report.language,
        "draft": title(draft),
        "page": [before, between, after],
        "segments": _segments([*report_blocks(report, say)]),
        "drawing": _drawing(report, title(draft)),
    }
    return to_pages(_TEMPLATE, data)


def _drawing(report: HarmonisationReport, draft: str) -> dict[str, Any] | None:
    if report.drawing is None:
        return None
    sheet = replace(report.drawing.sheet, draft=draft)
    return drawing_page(report.drawing.svg, sheet, small=translator(report.language).text("section-drawing-small"))


def _segments(blocks: list[Block]) -> list[dict[str, Any]]:
    """Return blocks by pages of one kind: upright, across, or those of the drawing (which have no blocks)."""
    segments: list[dict[str, Any]] = [{"kind": "upright", "blocks": []}]
    for block in blocks:
        if isinstance(block, Turn):
            segments.append({"kind": "across" if block.is_across else "upright", "blocks": []})
        elif isinstance(block, Drawn):
            kind = segments[-1]["kind"]
            segments += [{"kind": "drawing", "blocks": []}, {"kind": kind, "blocks": []}]
        else:
            # A kind of page begins on a new one, so that its first heading need not.
            told = _told(block) | ({"same_page": True} if not segments[-1]["blocks"] else {})
            segments[-1]["blocks"].append(told)
    return [segment for segment in segments if segment["blocks"] or segment["kind"] == "drawing"]


def _told(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"is": "heading", "text": title(block.text), "level": block.level, "same_page": block.same_page}
    if isinstance(block, Paragraph):
        text = title(block.text) if block.look == "title" else plain(block.text)
        return {"is": "paragraph", "text": text, "look": block.look, "draft": block.is_draft}
    if isinstance(block, Bullets):
        return {"is": "bullets", "texts": [plain(text) for text in block.texts]}
    if isinstance(block, Labelled):
        return {"is": "labelled", "label": plain(block.label), "text": plain(beside(block.texts))}
    if isinstance(block, Tabled):
        return {"is": "table", **_table(block)}
    if isinstance(block, Contents):
        return {"is": "contents", "heading": block.heading}
    assert isinstance(block, Gap)
    return {"is": "gap"}


def _table(block: Tabled) -> dict[str, Any]:
    columns = block.table.columns
    return {
        "widths": [column.width for column in columns],
        "heads": [plain(column.heading) for column in columns],
        "strong": [column.strong for column in columns],
        "lines": [["" if each is None else plain(str(each)) for each in line] for line in block.table.lines],
        "marked": sorted(block.table.marked),
    }
