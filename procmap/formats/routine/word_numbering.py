"""The numbers of list items in Word: they stand in no paragraph and are counted, as Word does when it shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.formats.routine.word_styles import Styles, W, indent_of, number

if TYPE_CHECKING:
    from lxml import etree

_PLACES = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True)
class _Level:
    """One level of a list: the form of its numbers, the first of them, its text (`%1.%2`), its indentation."""

    form: str = "decimal"
    start: int = 1
    text: str = ""
    indent: int | None = None


class Numbering:
    """The lists of a document, and how far each is counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._list: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        linked: dict[str, str] = {}
        for element in root.iter(f"{W}abstractNum"):
            key = element.get(f"{W}abstractNumId", "")
            self._abstract.setdefault(key, dict(_level(level) for level in element.iter(f"{W}lvl")))
            link = element.find(f"{W}numStyleLink")
            if link is not None:
                linked[key] = styles.numbering_of(link.get(f"{W}val", ""))
        for element in root.iter(f"{W}num"):
            self._read_list(element)
        for key, num_id in linked.items():
            self._abstract[key] = self._abstract.get(self._list.get(num_id, ""), {})

    def _read_list(self, element: etree._Element) -> None:
        num_id = element.get(f"{W}numId", "")
        abstract = element.find(f"{W}abstractNumId")
        self._list[num_id] = "" if abstract is None else abstract.get(f"{W}val", "")
        restarts = self._restarts.setdefault(num_id, {})
        for override in element.iter(f"{W}lvlOverride"):
            start = override.find(f"{W}startOverride")
            if start is not None:
                level = number(override.get(f"{W}ilvl", "")) or 0
                restarts[level] = number(start.get(f"{W}val", "")) or 0

    def is_list(self, num_id: str | None) -> bool:
        """Tell whether a numbering id cites a list (0 takes the numbering of a style away)."""
        return num_id is not None and num_id in self._list

    def indent(self, num_id: str, level: int) -> int | None:
        """Return how far items of a level are indented, in letters; None where it is not said."""
        return self._of(num_id, level).indent

    def next(self, num_id: str, level: int) -> str:
        """Count one more item, and return its marker: `3`, `3.1`, `a`, or `-` for any sign."""
        level = min(max(level, 0), _LEVELS - 1)
        counts = self._counts.setdefault(self._list[num_id], {})
        restart = self._restarts[num_id].pop(level, None)
        own = self._of(num_id, level)
        counts[level] = restart if restart is not None else counts.get(level, own.start - 1) + 1
        for upper in range(level):
            counts.setdefault(upper, self._of(num_id, upper).start)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        shown = [int(place) - 1 for place in _PLACES.findall(own.text) if int(place) - 1 <= level]
        if len(shown) > 1 and all(_is_number(self._of(num_id, each).form) for each in shown):
            return ".".join(str(counts[each]) for each in shown)
        return _marker(own.form, counts[level])

    def _of(self, num_id: str, level: int) -> _Level:
        return self._abstract.get(self._list.get(num_id, ""), {}).get(level, _Level())


def _level(element: etree._Element) -> tuple[int, _Level]:
    def value(name: str) -> str:
        child = element.find(f"{W}{name}")
        return "" if child is None else child.get(f"{W}val", "")

    start = number(value("start"))
    level = _Level(
        form=value("numFmt") or "decimal",
        start=1 if start is None else start,
        text=value("lvlText"),
        indent=indent_of(element.find(f"{W}pPr")),
    )
    return number(element.get(f"{W}ilvl", "")) or 0, level


def _is_number(form: str) -> bool:
    return form not in ("bullet", "none", "lowerLetter", "upperLetter")


def _marker(form: str, count: int) -> str:
    if form in ("bullet", "none"):
        return "-"
    if form in ("lowerLetter", "upperLetter") and count > 0:
        return chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9)
    return str(max(count, 0))
