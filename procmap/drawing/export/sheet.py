"""What stands on paper beside a picture, in one language. Whoever prints says the words; this room knows none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class LegendEntry:
    """A sign of the picture as SVG (see `procmap.drawing.legend`), and what it means."""

    picture: str
    word: str


@dataclass(frozen=True)
class StepLine:
    """A step as the table after the picture tells it: its number, name, kind, who does it, what comes after it."""

    number: int
    name: str
    kind: str
    role: str
    onward: str


@dataclass(frozen=True)
class SheetWords:
    """The words of the language.

    `page` has `{page}` and `{pages}`. For tiles: `tile` has `{tile}` and stands on its page, `goes_on` tells the
    neighbours by sides (`left`, `right`, `up`, `down`), each with `{tile}`; `overview` and `glue` stand on the first
    page, `part` describes a tile to those who cannot see it (`{tile}`).
    """

    page: str
    legend: str
    tile: str
    part: str
    overview: str
    glue: str
    goes_on: dict[str, str]
    steps: str
    columns: tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Sheet:
    """A picture as it is printed.

    `description` stands for it where it cannot be seen. `source` says where it comes from, `draft` (empty: none) is
    the mark on every page while something is not settled, `notes` are sentences below the legend. `steps` are the
    process as a table, after the picture.
    """

    title: str
    language: str
    description: str
    words: SheetWords
    source: str = ""
    draft: str = ""
    notes: tuple[str, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    steps: tuple[StepLine, ...] = ()
