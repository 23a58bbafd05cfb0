"""The heading of a picture and its legend: the organisations, and every sign that is used, with its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from procmap.drawing import Figure, figures, theme
from procmap.drawing.palette import Look, look
from procmap.layout.text import text_width
from procmap.model import Bounds, Point
from procmap.reports.pictures.parties import Side
from procmap.reports.pictures.signs import LEVEL

_TITLE = 19.0
_TYPE = 12.5
_ROW = 22.0
_SAMPLE_GAP = 6.0
_BETWEEN = 22.0
_LONGEST = 40
_USUAL = 1500.0
_LARGEST = 2.4
Sample = Callable[[float, float, float], Sequence[Figure]]
"""Paints a sample of a legend: left and top of its place, and how much larger than usual it is."""


@dataclass(frozen=True)
class Entry:
    """An entry of a legend: a sample `wide` units wide, and what it means."""

    text: str
    wide: float
    sample: Sample


def organisation(side: Side) -> Entry:
    """Return the entry of an organisation: its letter, its line, its name."""

    def sample(x: float, y: float, unit: float) -> Sequence[Figure]:
        middle = y + _ROW * unit / 2
        letter = figures.plate(side.look.letter, side.look, x, middle - 8 * unit, 16 * unit)
        start = x + letter.box.width + 5 * unit
        way = (Point(x=start, y=middle), Point(x=x + wide * unit, y=middle))
        return letter, figures.rule(way, side.look, 3 * unit)

    wide = max(16.0, text_width(side.look.letter, 16 * 0.68) + 16 * 0.4) + 41
    return Entry(side.name, wide, sample)


def badge(kind: figures.Sign, text: str) -> Entry:
    """Return the entry of a sign, a ROSA level as its badge has it."""

    def sample(x: float, y: float, unit: float) -> Sequence[Figure]:
        top = y + (_ROW - 15) * unit / 2
        if kind == "level":
            return (figures.plate(LEVEL, Look(LEVEL, theme.INK, None), x, top, 15 * unit),)
        return (figures.picture(kind, "", x, top, 15 * unit),)

    return Entry(text, 15, sample)


def letter(own: Look, text: str) -> Entry:
    """Return the entry of a badge with the letter of an organisation."""
    return Entry(
        text, 16, lambda x, y, unit: (figures.plate(own.letter, own, x, y + (_ROW - 16) * unit / 2, 16 * unit),)
    )


def line(text: str, width: float, own: Look | None = None, *, colour: str = "") -> Entry:
    """Return the entry of a kind of line."""
    drawn = own or (Look("", colour, None) if colour else None)

    def sample(x: float, y: float, unit: float) -> Sequence[Figure]:
        middle = y + _ROW * unit / 2
        return (figures.rule((Point(x=x, y=middle), Point(x=x + 36 * unit, y=middle)), drawn, width * unit),)

    return Entry(text, 36, sample)


def strokes(text: str, count: int) -> Entry:
    """Return the entry of an outline that is cut into strokes, shown with those of the first organisations."""
    shown = [look(place, count) for place in range(min(count, 3))]

    def sample(x: float, y: float, unit: float) -> Sequence[Figure]:
        middle = y + _ROW * unit / 2
        step = 36 * unit / len(shown)
        return [
            figures.rule(
                (Point(x=x + place * step, y=middle), Point(x=x + (place + 1) * step, y=middle)), each, 3.4 * unit
            )
            for place, each in enumerate(shown)
        ]

    return Entry(text, 36, sample)


def gap(text: str) -> Entry:
    """Return the entry of an empty cell."""

    def sample(x: float, y: float, unit: float) -> Sequence[Figure]:
        return (figures.gap(Bounds(x=x, y=y, width=20 * unit, height=_ROW * unit), ""),)

    return Entry(text, 20, sample)


def heading(title: str, box: Bounds, entries: Sequence[Sequence[Entry]]) -> Iterator[Figure]:
    """Yield a heading and a legend above what stands in `box`; each group of entries begins a line of its own.

    They grow with the width of the picture, so that they can still be read where it is seen as a whole.
    """
    unit = min(max(box.width / _USUAL, 1.0), _LARGEST)
    width = max(box.width, 600.0)
    rows = [row for group in entries if group for row in _rows(group, width / unit)]
    height = (_TITLE * 1.9 + _ROW * len(rows) + 8) * unit
    top = box.y - height
    room = Bounds(x=box.x, y=top, width=width, height=_TITLE * 1.3 * unit)
    yield figures.caption(title, room, _TITLE * unit, anchor="start", bold=True)
    y = top + _TITLE * 1.7 * unit
    for row in rows:
        x = box.x
        for entry in row:
            yield from entry.sample(x, y, unit)
            start = x + (entry.wide + _SAMPLE_GAP) * unit
            length = _length(entry) * unit
            place = Bounds(x=start, y=y, width=length, height=_ROW * unit)
            yield figures.caption(_short(entry.text), place, _TYPE * unit, anchor="start")
            x = start + length + _BETWEEN * unit
        y += _ROW * unit


def _rows(entries: Iterable[Entry], width: float) -> Iterator[list[Entry]]:
    """Yield entries in lines that are no wider than `width`."""
    row: list[Entry] = []
    used = 0.0
    for entry in entries:
        wide = entry.wide + _SAMPLE_GAP + _length(entry) + _BETWEEN
        if row and used + wide > width:
            yield row
            row, used = [], 0.0
        row.append(entry)
        used += wide
    if row:
        yield row


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _length(entry: Entry) -> float:
    return text_width(_short(entry.text), _TYPE) + 4
