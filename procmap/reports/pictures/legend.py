"""The heading of a picture and its legend: the organisations, and every sign that is used, with its word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from procmap.drawing import Figure, Sign, draw
from procmap.drawing.export import LegendEntry
from procmap.drawing.figures import Figures, plate_width
from procmap.drawing.palette import Look
from procmap.drawing.svg import sized
from procmap.layout.text import text_width
from procmap.model import Bounds, Diagram, Point, Process
from procmap.reports.pictures.parties import Side
from procmap.reports.pictures.signs import LEVEL

_TITLE = 19.0
_TYPE = 12.5
_ROW = 22.0
_PLATE, _SIGN, _LINE = 16.0, 15.0, 36.0
_STROKE = 3.4
_SAMPLE_GAP = 6.0
_BETWEEN = 22.0
_LONGEST = 40
_USUAL = 1500.0
_LEAST = 600.0
_LARGEST = 2.4
_WALKED_SIZE = 1.25
_WALKED_WIDTH = 1500.0
Sample = Callable[[Figures, float, float, float], Sequence[Figure]]
"""Paints a sample of a legend: left and top of its place, and how much larger than usual it is."""


@dataclass(frozen=True)
class Entry:
    """An entry of a legend: a sample `wide` units wide, and what it means."""

    text: str
    wide: float
    sample: Sample


def organisation(side: Side) -> Entry:
    """Return the entry of an organisation: its letter, its line, its name."""
    own = side.look

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        middle = y + _ROW * unit / 2
        start = x + (plate_width(own, _PLATE) + 5) * unit
        way = (Point(x=start, y=middle), Point(x=x + wide * unit, y=middle))
        letter_of = made.plate(own, x, middle - _PLATE * unit / 2, _PLATE * unit)
        return letter_of, made.rule(way, own.colour, own.pattern, 3 * unit)

    wide = plate_width(own, _PLATE) + 5 + _LINE
    return Entry(side.name, wide, sample)


def badge(kind: Sign, text: str) -> Entry:
    """Return the entry of a sign, a ROSA level as its badge has it."""

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        top = y + (_ROW - _SIGN) * unit / 2
        if kind == "level":
            return (made.plate(Look(LEVEL, made.theme.ink, "solid"), x, top, _SIGN * unit),)
        return (made.picture(kind, "", Point(x=x, y=top), _SIGN * unit),)

    return Entry(text, _SIGN, sample)


def letter(own: Look, text: str) -> Entry:
    """Return the entry of a badge with the letter of an organisation."""

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        return (made.plate(own, x, y + (_ROW - _PLATE) * unit / 2, _PLATE * unit),)

    return Entry(text, plate_width(own, _PLATE), sample)


def line(text: str, width: float, own: Look | None = None) -> Entry:
    """Return the entry of a kind of line: that of an organisation, or of all."""
    return _lines(text, width, [own])


def strokes(text: str, looks: Sequence[Look]) -> Entry:
    """Return the entry of an outline that is cut into strokes, shown with those of some organisations."""
    return _lines(text, _STROKE, looks)


def _lines(text: str, width: float, looks: Sequence[Look | None]) -> Entry:
    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        middle = y + _ROW * unit / 2
        step = _LINE * unit / len(looks)
        found = []
        for place, own in enumerate(looks):
            way = (Point(x=x + place * step, y=middle), Point(x=x + (place + 1) * step, y=middle))
            look_of = own or Look("", made.theme.ink, "solid")
            found.append(made.rule(way, look_of.colour, look_of.pattern, width * unit))
        return found

    return Entry(text, _LINE, sample)


def gap(text: str) -> Entry:
    """Return the entry of an empty cell."""

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        return (made.gap(Bounds(x=x, y=y, width=20 * unit, height=_ROW * unit), ""),)

    return Entry(text, 20, sample)


def collapsed(text: str) -> Entry:
    """Return the entry of a sub-process that is closed."""

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        return (made.collapsed(Point(x=x, y=y + (_ROW - _SIGN) / 2 * unit), _SIGN * unit),)

    return Entry(text, _SIGN, sample)


def message(text: str, *, is_sent: bool) -> Entry:
    """Return the entry of an envelope."""

    def sample(made: Figures, x: float, y: float, unit: float) -> Sequence[Figure]:
        corner = Point(x=x, y=y + (_ROW - _SIGN) / 2 * unit)
        return (made.envelope(corner, _SIGN * unit, is_sent=is_sent),)

    return Entry(text, _SIGN, sample)


def heading(
    title: str, box: Bounds, entries: Sequence[Sequence[Entry]], made: Figures, *, walked: bool = False
) -> Iterator[Figure]:
    """Yield a heading and a legend above what stands in `box`; each group of entries begins a line of its own.

    They grow with the width of the picture, so that they can still be read where it is seen as a whole. Where a picture
    is `walked` through part by part, they stay near the size of its labels, and within what a screen shows at once.
    """
    unit = _WALKED_SIZE if walked else min(max(box.width / _USUAL, 1.0), _LARGEST)
    width = max(min(box.width, _WALKED_WIDTH) if walked else box.width, _LEAST)
    rows = [row for group in entries if group for row in _rows(group, width / unit)]
    height = (_TITLE * 1.9 + _ROW * len(rows) + 8) * unit
    top = box.y - height
    room = Bounds(x=box.x, y=top, width=width, height=_TITLE * 1.3 * unit)
    yield made.caption(title, room, _TITLE * unit, anchor="start", bold=True)
    y = top + _TITLE * 1.7 * unit
    for row in rows:
        x = box.x
        for entry in row:
            yield from entry.sample(made, x, y, unit)
            start = x + (entry.wide + _SAMPLE_GAP) * unit
            length = _length(entry) * unit
            place = Bounds(x=start, y=y, width=length, height=_ROW * unit)
            yield made.caption(_short(entry.text), place, _TYPE * unit, anchor="start")
            x = start + length + _BETWEEN * unit
        y += _ROW * unit


def printed(entry: Entry, made: Figures) -> LegendEntry:
    """Return an entry for the legend on paper."""
    sample = draw(Process(id="entry"), Diagram(), figures=tuple(entry.sample(made, 0.0, 0.0, 1.0)))
    return LegendEntry(sized(sample, entry.wide, _ROW), _short(entry.text))


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
