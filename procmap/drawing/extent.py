"""How far a drawing reaches."""

from __future__ import annotations

from procmap.drawing.svg import is_drawable
from procmap.model import Bounds


class Extent:
    """The smallest rectangle around everything added."""

    def __init__(self) -> None:
        self._left = self._top = float("inf")
        self._right = self._bottom = float("-inf")

    def add(self, box: Bounds | None, around: float = 0) -> None:
        """Reach around a rectangle too; nothing happens when it is None or cannot be drawn."""
        if box is None or not is_drawable(box.x, box.y, box.width, box.height):
            return
        self._left, self._top = min(self._left, box.x - around), min(self._top, box.y - around)
        self._right = max(self._right, box.x + box.width + around)
        self._bottom = max(self._bottom, box.y + box.height + around)

    def box(self, margin: float) -> Bounds:
        """Return the rectangle with a margin; that of an empty drawing has only margins."""
        if self._left > self._right:
            return Bounds(x=0, y=0, width=2 * margin, height=2 * margin)
        return Bounds(
            x=self._left - margin,
            y=self._top - margin,
            width=self._right - self._left + 2 * margin,
            height=self._bottom - self._top + 2 * margin,
        )
