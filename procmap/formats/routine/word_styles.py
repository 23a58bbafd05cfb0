"""What a Word paragraph is by its style: a heading, an item of a list, hidden; and how far it is indented."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_LETTER = 120
_CHAIN = 30
"""How many styles may be based on each other; more (or a ring) is cut."""
_HEADING_NAME = re.compile(r"(?:heading|overskrift|rubrik)\s*(\d)$")
_TITLE_NAMES = ("title", "tittel", "rubrik", "dokumenttittel")
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True)
class Style:
    """A style, or what a paragraph says of itself: what is None is as in the style that it is based on."""

    name: str = ""
    based_on: str = ""
    num_id: str | None = None
    num_level: int | None = None
    outline: int | None = None
    indent: int | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document, by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        for element in () if root is None else root.iter(f"{W}style"):
            style_id = element.get(f"{W}styleId", "")
            self._styles.setdefault(style_id, _style(element))
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = style_id

    def of_paragraph(self, paragraph: etree._Element) -> Style:
        """Return what holds for a paragraph: what it says, else its style, else the styles below."""
        properties = paragraph.find(f"{W}pPr")
        own = _properties(properties, "", "")
        style_id = _value(properties, "pStyle") or self._default
        return _merged([own, *self._chain(style_id)])

    def hides(self, run: etree._Element, paragraph: Style) -> bool:
        """Tell whether a run is hidden: by itself, by its style, or as all of its paragraph."""
        properties = run.find(f"{W}rPr")
        own = _switch(properties, "vanish")
        if own is not None:
            return own
        by_style = _merged(list(self._chain(_value(properties, "rStyle")))).hidden
        return bool(paragraph.hidden if by_style is None else by_style)

    def numbering_of(self, style_id: str) -> str:
        """Return the id of the numbering that a style has; empty when it has none."""
        return _merged(list(self._chain(style_id))).num_id or ""

    def _chain(self, style_id: str) -> Iterator[Style]:
        for _ in range(_CHAIN):
            style = self._styles.get(style_id)
            if style is None:
                return
            yield style
            style_id = style.based_on


def heading_level(style: Style) -> int | None:
    """Return the level of a heading (0: the title of the document); None for any other paragraph."""
    name = " ".join(style.name.casefold().split())
    if name in _TITLE_NAMES:
        return 0
    found = _HEADING_NAME.match(name)
    if found:
        return int(found.group(1))
    return style.outline + 1 if style.outline is not None and style.outline < 9 else None


def _style(element: etree._Element) -> Style:
    style = _properties(element.find(f"{W}pPr"), _value(element, "name"), _value(element, "basedOn"))
    hidden = _switch(element.find(f"{W}rPr"), "vanish")
    return Style(style.name, style.based_on, style.num_id, style.num_level, style.outline, style.indent, hidden)


def _properties(properties: etree._Element | None, name: str, based_on: str) -> Style:
    if properties is None:
        return Style(name, based_on)
    numbering = properties.find(f"{W}numPr")
    return Style(
        name,
        based_on,
        num_id=_value(numbering, "numId") or None,
        num_level=number(_value(numbering, "ilvl")),
        outline=number(_value(properties, "outlineLvl")),
        indent=indent_of(properties),
        hidden=None,
    )


def indent_of(properties: etree._Element | None) -> int | None:
    """Return how far the first line of a paragraph is indented, in letters; None where it is not said."""
    indent = None if properties is None else properties.find(f"{W}ind")
    if indent is None:
        return None
    left = number(indent.get(f"{W}left") or indent.get(f"{W}start") or "") or 0
    hanging = number(indent.get(f"{W}hanging") or "") or 0
    first = number(indent.get(f"{W}firstLine") or "") or 0
    return max(0, left - hanging + first) // TWIPS_PER_LETTER


def _merged(styles: list[Style]) -> Style:
    """Return what holds when each style says only what differs from the ones after it; the name is the nearest."""

    def first(name: str) -> object:
        return next((getattr(style, name) for style in styles if getattr(style, name) not in (None, "")), None)

    values = {name: first(name) for name in ("num_id", "num_level", "outline", "indent", "hidden")}
    return Style(name=str(first("name") or ""), **values)  # type: ignore[arg-type]


def _value(parent: etree._Element | None, name: str) -> str:
    element = None if parent is None else parent.find(f"{W}{name}")
    return "" if element is None else element.get(f"{W}val", "")


def _switch(parent: etree._Element | None, name: str) -> bool | None:
    element = None if parent is None else parent.find(f"{W}{name}")
    return None if element is None else element.get(f"{W}val", "1") not in _OFF


def number(text: str) -> int | None:
    """Return a whole number as Word writes it (it may have decimals); None where it is none."""
    found = re.match(r"-?\d{1,9}", text)
    return int(found.group(0)) if found else None
