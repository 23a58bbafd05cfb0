"""A drawing as PDF: on one page, or on tiles after an overview; with a legend, a foot and the steps as a table."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from procmap.drawing.export.cropping import crops
from procmap.drawing.export.fonts import printable
from procmap.drawing.export.sheet import LegendEntry, Sheet
from procmap.drawing.export.size import size_of
from procmap.drawing.export.tiling import (
    FOOT,
    HEAD,
    MARGIN,
    OVERLAP,
    PAPERS,
    TILE_HEAD,
    Frame,
    Paper,
    Plan,
    Tile,
    best_frame,
    page_frame,
    plan,
)
from procmap.drawing.export.typesetting import svg_for_print, to_pages
from procmap.layout.text import shorten, text_width
from procmap.model import Bounds

PARTS = ("procmap.drawing.export", "parts.typ")
"""The file of typst that sets the pages of a drawing, from what `drawing_page` returns."""
_TEMPLATE = (PARTS, ("procmap.drawing.export", "picture.typ"))
_TITLE_TYPE = 15.0
_LEGEND_TYPE = 8.0
_LEGEND_LINE = 15.0
_SIGN = 13.0
"""Points that a sign of a legend is high."""
_BESIDE = 4.0
"""Points between a sign and its word."""
_MOST_BELOW = 0.4
"""The part of a page that a legend takes below the picture; a higher one has pages of its own."""
_GAP = 12.0
_DESCRIPTION = 4_000
"""The characters of a description; no string of PDF/A has more than 32,767 bytes."""
_OVERVIEW = 2.6 * _LEGEND_LINE
"""The height of what is said of the tiles on the page that shows how they lie."""


def to_pdf(
    svg: str,
    sheet: Sheet,
    *,
    paper: Paper = "a4",
    tile: bool = False,
    scale: float | None = None,
    in_parts: tuple[str, Sheet] | None = None,
) -> bytes:
    """Return a drawing as PDF/A-2a and PDF/UA-1: the same input gives the same bytes.

    `svg`: a drawing by `procmap.drawing.draw`, light. It stands on one page where its type is then large enough, else
    on tiles after a page that shows how they lie (see `procmap.drawing.export.tiling.plan` for `tile` and `scale`).
    Characters that no font has are replaced (`procmap.drawing.export.unprintable` counts them).

    `in_parts`: the drawing and its sheet for where it does not fit one page: a drawing with a legend within it gives
    that to the sheet, since tiles would cut it.

    Raises BadInput when typst is not installed, or there would be too many tiles.
    """
    legend, planned = _planned(svg, sheet, paper, tile=tile, scale=scale)
    if planned.tiles and in_parts is not None:
        svg, sheet = in_parts
        legend, planned = _planned(svg, sheet, paper, tile=tile, scale=scale)
    return to_pages(_TEMPLATE, _data(svg, sheet, paper, legend, planned))


def drawing_page(svg: str, sheet: Sheet, small: str) -> dict[str, Any]:
    """Return a drawing on one page as data for a template that has PARTS: on A4 where that is readable, else on A3.

    `small` is said below it where its type is too small on A3 too.
    """
    width, height = size_of(svg)
    for paper in PAPERS:
        legend, planned = _planned(svg, sheet, paper, tile=False, scale=None)
        if not planned.tiles:
            return _data(svg, sheet, paper, legend, planned)
    told = replace(sheet, notes=(*sheet.notes, small))
    legend = _legends(told, PAPERS[-1])
    frame = best_frame(width, height, PAPERS[-1], {across: each.height for across, each in legend.items()})
    return _data(svg, told, PAPERS[-1], legend, Plan(frame.fitting(width, height), frame))


def _data(svg: str, sheet: Sheet, paper: Paper, legend: dict[bool, _Legend], planned: Plan) -> dict[str, Any]:
    width, height = size_of(svg)
    frame = first = planned.frame
    shown = planned.scale
    if planned.tiles:
        words = {across: each.height + _OVERVIEW for across, each in legend.items()}
        first = best_frame(width, height, paper, words)
        shown = first.fitting(width, height)
    printed = svg_for_print(svg)
    return {
        **_sheet(sheet, first),
        "svg": printed,
        "margin": {"side": MARGIN, "foot": FOOT},
        "pages": {
            "first": _size(first),
            "tile": _size(frame),
            "steps": _size(page_frame(paper, landscape=True, below=0)),
        },
        "head": {"height": HEAD, "tile": TILE_HEAD, "type": _TITLE_TYPE},
        "picture": {
            "width": width * shown,
            "height": height * shown,
            "room_width": first.room_width,
            "room_height": first.room_height,
        },
        "legend": legend[first.is_landscape].told(),
        "tile_title": shorten(" ".join(sheet.title.split()), frame.room_width * 0.45, _LEGEND_TYPE),
        "tiles": _tiles(planned, sheet, printed),
        "whole": {"width": width * planned.scale, "height": height * planned.scale},
        "window": {"width": planned.window_width, "height": planned.window_height, "overlap": OVERLAP},
        "overview": shown / planned.scale,
    }


def _planned(
    svg: str, sheet: Sheet, paper: Paper, *, tile: bool, scale: float | None
) -> tuple[dict[bool, _Legend], Plan]:
    """Return the legend on pages that lie across (True) and on upright ones, and how the drawing is printed."""
    width, height = size_of(svg)
    legend = _legends(sheet, paper)
    below = {across: each.height for across, each in legend.items()}
    return legend, plan(width, height, paper, below=below, tile=tile, scale=scale)


def _legends(sheet: Sheet, paper: Paper) -> dict[bool, _Legend]:
    bare = {across: page_frame(paper, landscape=across, below=0) for across in (True, False)}
    return {across: _Legend(sheet, page) for across, page in bare.items()}


class _Legend:
    """The signs with their words in as many columns as there is room for, and the notes below them.

    `height` is what they take on the page of the picture: nothing where they have pages of their own.
    """

    def __init__(self, sheet: Sheet, page: Frame) -> None:
        width = page.room_width
        self._sheet = sheet
        self._sign = max((_wide(entry) for entry in sheet.legend), default=0.0)
        widest = max((text_width(entry.word, _LEGEND_TYPE) for entry in sheet.legend), default=0.0)
        self.columns = max(
            1, min(int((width + _GAP) // (widest + self._sign + _BESIDE + _GAP)), len(sheet.legend) or 1)
        )
        lines = math.ceil(len(sheet.legend) / self.columns)
        notes = sum(math.ceil(text_width(note, _LEGEND_TYPE) / width) for note in sheet.notes)
        self.height = (lines + 1) * _LEGEND_LINE * bool(sheet.legend) + notes * _LEGEND_LINE
        self.height += 8 if self.height else 0
        self._is_apart = self.height > _MOST_BELOW * page.room_height
        if self._is_apart:
            self.height = 0.0

    def told(self) -> dict[str, Any]:
        entries = [{"picture": svg_for_print(each.picture), "word": each.word} for each in self._sheet.legend]
        return {
            "heading": self._sheet.words.legend,
            "entries": entries,
            "columns": self.columns,
            "notes": self._sheet.notes,
            "type": _LEGEND_TYPE,
            "line": _LEGEND_LINE,
            "is_apart": self._is_apart,
            "sign": {"width": self._sign, "height": _SIGN, "beside": _BESIDE},
        }


def _wide(entry: LegendEntry) -> float:
    """Return how wide the sign of an entry is on paper."""
    width, height = size_of(entry.picture)
    return _SIGN * width / height


def _size(frame: Frame) -> dict[str, float]:
    return {"width": frame.width, "height": frame.height}


def _sheet(sheet: Sheet, first: Frame) -> dict[str, Any]:
    before, _, rest = sheet.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    # A document must have a title and headings that are not empty, also where no letter of a name can be printed.
    line = " ".join(printable(sheet.title).split()) or "–"  # noqa: RUF001 - the dash is meant
    return {
        "title": line[:300],
        "shown_title": shorten(line, first.room_width * 0.72, _TITLE_TYPE * 1.05),
        "language": sheet.language,
        "description": sheet.description[:_DESCRIPTION],
        "source": shorten(" ".join(sheet.source.split()), first.room_width * 0.55, _LEGEND_TYPE),
        "draft": shorten(" ".join(sheet.draft.split()), first.room_width * 0.25, _LEGEND_TYPE + 1),
        "page": [before, between, after],
        "words": {"overview": sheet.words.overview, "glue": sheet.words.glue, "steps": sheet.words.steps},
        **_table(sheet),
    }


def _table(sheet: Sheet) -> dict[str, Any]:
    """Return the steps as a table: how wide its columns are (0: as wide as what is in them), their heads, its lines.

    Nobody is told who does a step where no step says so.
    """
    rows: list[list[Any]] = [
        [0, 3, 2, 2, 4],
        list(sheet.words.columns),
        *([str(step.number), step.name, step.kind, step.role, step.onward] for step in sheet.steps),
    ]
    if not any(step.role for step in sheet.steps):
        for row in rows:
            del row[_ROLE]
    widths, heads, *lines = rows
    return {"widths": widths, "columns": heads, "steps": lines}


_ROLE = 3
"""The column of the table of steps that says who does a step."""
_AROUND = {"left": (0, -1), "right": (0, 1), "up": (-1, 0), "down": (1, 0)}


def _tiles(planned: Plan, sheet: Sheet, svg: str) -> list[dict[str, Any]]:
    scale = planned.scale
    wide, high = planned.window_width / scale, planned.window_height / scale
    parts = [Bounds(x=tile.x / scale, y=tile.y / scale, width=wide, height=high) for tile in planned.tiles]
    shown = crops(svg, parts) if parts else []
    return [_tile(tile, planned, sheet, part) for tile, part in zip(planned.tiles, shown, strict=True)]


def _tile(tile: Tile, planned: Plan, sheet: Sheet, svg: str) -> dict[str, Any]:
    beside = {side: planned.at(tile.row + down, tile.column + right) for side, (down, right) in _AROUND.items()}
    told = [sheet.words.goes_on[side].replace("{tile}", mark) for side, mark in beside.items() if mark]
    return {
        "mark": tile.mark,
        "heading": sheet.words.tile.replace("{tile}", tile.mark),
        "part": sheet.words.part.replace("{tile}", tile.mark),
        "goes_on": told,
        "svg": svg,
        "x": tile.x,
        "y": tile.y,
        **beside,
    }
