"""Line patterns that are told apart without colour: those of organisations, and outlines drawn in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from procmap.drawing import svg

Pattern = Literal[
    "solid", "dashed", "dotted", "dash-dot", "long-dash", "double", "dash-dot-dot", "double-dashed", "long-short",
    "double-dotted",
]  # fmt: skip
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)


@dataclass(frozen=True)
class Stroke:
    """How a pattern is drawn: the lengths of its dashes and gaps (none: unbroken), and whether it is two thin lines."""

    dashes: tuple[float, ...] = ()
    double: bool = False

    @property
    def dasharray(self) -> str | None:
        """Return the dashes as SVG writes them (`stroke-dasharray`)."""
        return " ".join(map(svg.number, self.dashes)) or None


STROKES: Mapping[Pattern, Stroke] = {
    "solid": Stroke(),
    "dashed": Stroke((8, 4)),
    "dotted": Stroke((2, 3)),
    "dash-dot": Stroke((10, 3, 2, 3)),
    "long-dash": Stroke((18, 5)),
    "double": Stroke(double=True),
    "dash-dot-dot": Stroke((10, 3, 2, 3, 2, 3)),
    "double-dashed": Stroke((8, 4), double=True),
    "long-short": Stroke((18, 4, 6, 4)),
    "double-dotted": Stroke((3, 3), double=True),
}
WIDTH = 2.4
_DOUBLE_WIDTH, _DOUBLE_GAP = 4.4, 1.6


def patterned(
    name: Literal["rect", "path"],
    pattern: Pattern,
    colour: str,
    paper: str,
    *,
    line_width: float = WIDTH,
    **geometry: str | float,
) -> str:
    """Return an outline in a pattern; `geometry` are the attributes that say where it goes.

    A double line is a broad one with a line of `paper` in it.
    """
    stroke = STROKES[pattern]
    broad = max(line_width, _DOUBLE_WIDTH) if stroke.double else line_width
    line = svg.tag(name, **geometry, fill="none", stroke=colour, stroke_width=broad, stroke_dasharray=stroke.dasharray)
    if not stroke.double:
        return line
    return line + svg.tag(name, **geometry, fill="none", stroke=paper, stroke_width=_DOUBLE_GAP)
