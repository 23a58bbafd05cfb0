"""Letters of organisations in a line, each in its colour."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.drawing import svg
from procmap.drawing.palette import Look
from procmap.drawing.theme import Theme
from procmap.layout.text import text_width

TYPE = 11.0
HEIGHT = TYPE + 3
_BETWEEN = 3.0


class Letters:
    """The letters of some organisations in a room so wide: as many as fit, at least one, then how many more."""

    def __init__(self, looks: Sequence[Look], room: float, theme: Theme) -> None:
        self._paper = theme.paper
        self._texts = [(each.letter, each.colour) for each in looks]
        more = 0
        while len(self._texts) - (more > 0) > 1 and self.width > room:
            more += 1
            fitting = [(each.letter, each.colour) for each in looks[: len(looks) - more]]
            self._texts = [*fitting, (f"+{more}", theme.ink)]

    @property
    def width(self) -> float:
        """How wide they are."""
        return sum(text_width(text, TYPE) for text, _ in self._texts) + _BETWEEN * (len(self._texts) - 1)

    def at(self, x: float, top: float) -> str:
        """Return the letters painted with their upper left corner at a place."""
        parts = []
        for text, colour in self._texts:
            parts.append(self._letter(text, colour, x, top))
            x += text_width(text, TYPE) + _BETWEEN
        return "".join(parts)

    def _letter(self, text: str, colour: str, x: float, top: float) -> str:
        return svg.tag(
            "text",
            svg.escape(text),
            x=x,
            y=top + TYPE,
            font_size=TYPE,
            font_weight="bold",
            fill=colour,
            paint_order="stroke",
            stroke=self._paper,
            stroke_width=3,
            stroke_linejoin="round",
        )
