"""Lines that belong to the steps of a routine, as a tree: which line is about which item."""

from __future__ import annotations

from dataclasses import dataclass, field

from procmap.formats.routine.lines import Line, kind_of_marker

DEEPEST = 9
"""Items lie in each other at most so deep, as in Word; deeper ones count as the deepest."""


@dataclass(eq=False)
class Item:
    """A line with what lies under it.

    `text` grows by the lines that it goes on in; `section` counts the headings before it; `number` is its number where
    that is not the one typed.
    """

    line: Line
    text: str
    section: int = 0
    number: str = ""
    children: list[Item] = field(default_factory=list)

    @property
    def marker(self) -> str:
        """The number or sign of the item; empty for a line without one."""
        return self.line.marker


@dataclass(frozen=True)
class _Open:
    """An item that may still get lines under it, and what its lines look like."""

    item: Item
    indent: int
    kind: str


class Tree:
    """Puts items under each other: by indentation, then by what their markers look like.

    Signs at the indentation of numbers lie under them, as people type branches below a numbered step.
    """

    def __init__(self) -> None:
        self.roots: list[Item] = []
        self._open: list[_Open] = []
        self._section = 0
        self.last: Item | None = None
        """The item or line added last, until `close`."""

    def close(self) -> None:
        """End all items: what follows stands under none of them (after a heading)."""
        self._open = []
        self.last = None
        self._section += 1

    def add(self, line: Line) -> Item:
        """Add a list item, and return it."""
        kind = kind_of_marker(line.marker)
        depth = self._depth(line.indent, kind)
        del self._open[depth:]
        self.last = item = Item(line, line.text, self._section)
        (self._open[-1].item.children if self._open else self.roots).append(item)
        if len(self._open) < DEEPEST:
            self._open.append(_Open(item, line.indent, kind))
        return item

    def add_under(self, line: Line) -> Item | None:
        """Add a line without a marker under the last item that it is indented from; else under the last root.

        Returns None where there is no item.
        """
        if not self._open:
            return None
        deeper = [entry for entry in self._open if entry.indent < line.indent]
        owner = (deeper or self._open)[-1 if deeper else 0].item
        self.last = item = Item(line, line.text, self._section)
        owner.children.append(item)
        return item

    def _depth(self, indent: int, kind: str) -> int:
        """Return under how many open items an item lies that is indented so, with a marker of this kind."""
        for depth, entry in enumerate(self._open):
            if entry.kind == kind and abs(entry.indent - indent) <= 1:
                return depth
        return next((depth for depth, entry in enumerate(self._open) if entry.indent > indent), len(self._open))
