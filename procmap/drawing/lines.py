"""Line patterns that are told apart without colour: those of organisations, and outlines drawn in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from procmap.drawing import svg

Pattern = Literal[
    "solid", "dashed", "dotted", "dash-dot", "ticked", "double", "beaded", "double-dashed", "banded", "double-dotted",
]  # fmt: skip
PATTERNS: tuple[Pattern, ...] = get_args(Pattern)


@dataclass(frozen=True)
class Stroke:
    """How a pattern is drawn: the lengths of its dashes and gaps (none: unbroken), and what else it is made of.

    `double`: it is two thin lines. `on`: lengths of what lies on a thin unbroken line, `broad` times as broad as a
    line, and the gaps between; `round` when its ends are. `single`: the dashes of a thin line in this pattern.
    """

    dashes: tuple[float, ...] = ()
    double: bool = False
    on: tuple[float, ...] = ()
    broad: float = 1.0
    round: bool = False
    single: tuple[float, ...] = ()

    @property
    def dasharray(self) -> str | None:
        """Return the dashes as SVG writes them (`stroke-dasharray`); of a thin line where it has others."""
        return _written(self.single or self.dashes)


def _written(dashes: tuple[float, ...]) -> str | None:
    return " ".join(map(svg.number, dashes)) or None


STROKES: Mapping[Pattern, Stroke] = {
    "solid": Stroke(),
    "dashed": Stroke((8, 4)),
    "dotted": Stroke((2, 3)),
    "dash-dot": Stroke((10, 3, 2, 3)),
    "ticked": Stroke(on=(1.6, 5.4), broad=2.3, single=(18, 4, 2, 4, 2, 4)),
    "double": Stroke(double=True, single=(30, 3)),
    "beaded": Stroke(on=(0.01, 9), broad=2.0, round=True, single=(10, 3, 2, 3, 2, 3)),
    "double-dashed": Stroke((8, 4), double=True, single=(5, 5)),
    "banded": Stroke(on=(9, 9), broad=1.7, single=(18, 4, 6, 4)),
    "double-dotted": Stroke((3, 3), double=True, single=(2, 7)),
}
WIDTH = 2.4
_DOUBLE_WIDTH, _DOUBLE_GAP = 4.4, 1.6
_MOST_BROADER = 3.5
_THIN = 0.45
"""Of a line with something on it: how thin it is, to how broad lines are."""


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

    def drawn(width: float, dashes: tuple[float, ...], ink: str = colour, cap: str | None = None) -> str:
        return svg.tag(
            name,
            **geometry,
            fill="none",
            stroke=ink,
            stroke_width=width,
            stroke_dasharray=_written(dashes),
            stroke_linecap=cap,
        )

    if stroke.on:
        broad = min(line_width * stroke.broad, line_width + _MOST_BROADER)
        on = drawn(broad, stroke.on, cap="round" if stroke.round else None)
        return drawn(line_width * _THIN, ()) + on
    if stroke.double:
        return drawn(max(line_width, _DOUBLE_WIDTH), stroke.dashes) + drawn(_DOUBLE_GAP, (), paper)
    return drawn(line_width, stroke.dashes)
