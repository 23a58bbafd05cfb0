"""The pieces that a report on paper is made of, whatever it is written as: headings, texts, lists, tables, pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from procmap.reports.harmonisation.tables import Table
from procmap.reports.harmonisation.values import Drawing

Look = Literal["", "title", "subtitle", "about", "note", "lead", "onward", "minutes", "minutes-end"]
"""How a paragraph looks: plain, or by what it is for."""


@dataclass(frozen=True)
class Heading:
    """A heading (level 1 to 6). One of level 1 begins a page, unless it may stand on the `same_page`.

    `part` is the part of the report that begins there.
    """

    text: str
    level: int
    part: str = ""
    same_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A text. `is_draft`: it says that the report is a draft, and is seen first."""

    text: str
    look: Look = ""
    is_draft: bool = False


@dataclass(frozen=True)
class Bullets:
    """Texts as a list."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Labelled:
    """What is told in one respect, after what it is called; `is_first`: a group of such lines begins."""

    label: str
    texts: tuple[str, ...]
    is_first: bool = False


@dataclass(frozen=True)
class Tabled:
    """A table; `name` and `about` are told to those who cannot see it."""

    table: Table
    name: str
    about: str


@dataclass(frozen=True)
class Gap:
    """Room between a text and a table."""


@dataclass(frozen=True)
class Contents:
    """The list of the parts, each with what it is called."""

    heading: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Turn:
    """From here on pages lie across, or upright."""

    is_across: bool


@dataclass(frozen=True)
class Drawn:
    """The common process as a picture, on pages of its own. It has a heading of level 1 with the part's name."""

    drawing: Drawing


Block = Drawn | Heading | Paragraph | Bullets | Labelled | Tabled | Gap | Contents | Turn
