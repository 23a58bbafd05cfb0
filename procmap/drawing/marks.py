"""Marks: what is to be seen at an element beyond BPMN. This room knows no difference, control or row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.drawing import icons, svg, theme
from procmap.drawing.signs import Sign, sign
from procmap.layout.text import shorten, text_width
from procmap.model import Bounds

Pattern = Literal["", "solid", "dashed", "dotted", "dash-dot"]
BADGE = 18.0
_GAP = 3.0
MOST_BADGES = 4
RING_STEP = 4.0
MOST_RINGS = 6
_TYPE = 11.0


@dataclass(frozen=True)
class Mark:
    """A badge, an outline or both at the element with id `element`.

    `sign`: what the badge shows (see procmap.drawing.signs). `pattern`: the line of the outline, none when empty.
    `colour`: of the outline and the sign, as `#rrggbb`; the usual ink when empty. `text`: the word for the sign, which
    is its accessible name. `letter`: one or two characters in the badge instead of a sign (an organisation's letter, a
    level).
    """

    element: str
    sign: Sign = "none"
    pattern: Pattern = ""
    colour: str = ""
    text: str = ""
    letter: str = ""


def colour_of(mark: Mark) -> str:
    """Return the colour of a mark; what is no colour of the form `#rrggbb` is drawn in the usual ink."""
    digits = mark.colour[1:]
    ok = len(mark.colour) == 7 and mark.colour[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in digits)
    return mark.colour if ok else theme.INK


def rings(marks: Sequence[Mark], box: Bounds, *, round_: bool) -> tuple[str, float]:
    """Return the outlines around a shape, one outside the other in the order of the marks, and how far they reach."""
    parts: list[str] = []
    outlines = [mark for mark in marks if mark.pattern][:MOST_RINGS]
    for place, mark in enumerate(outlines, start=1):
        out = place * RING_STEP
        wide = Bounds(x=box.x - out, y=box.y - out, width=box.width + 2 * out, height=box.height + 2 * out)
        corner = min(wide.width, wide.height) / 2 if round_ else theme.CORNER + out
        parts.append(
            svg.tag(
                "rect",
                x=wide.x,
                y=wide.y,
                width=wide.width,
                height=wide.height,
                rx=corner,
                fill="none",
                stroke=colour_of(mark),
                stroke_width=2.4,
                stroke_dasharray=theme.DASHES[mark.pattern],
            )
        )
    return "".join(parts), len(outlines) * RING_STEP


def badges(marks: Sequence[Mark], middle: float, top: float) -> tuple[str, Bounds | None]:
    """Return the badges on the top edge of a shape and the room they take: at most four, then how many more."""
    shown = [mark for mark in marks if mark.sign != "none" or mark.letter]
    if not shown:
        return "", None
    more = len(shown) - MOST_BADGES
    count = min(len(shown), MOST_BADGES) + (more > 0)
    width = count * (BADGE + _GAP) - _GAP
    x, y = middle - width / 2, top - BADGE / 2
    parts = [_badge(mark, x + place * (BADGE + _GAP), y) for place, mark in enumerate(shown[:MOST_BADGES])]
    if more > 0:
        words = ", ".join(mark.text for mark in shown[MOST_BADGES:] if mark.text)
        text = f"+{more}" if more < 100 else "+"
        parts.append(_plate(x + MOST_BADGES * (BADGE + _GAP), y, theme.LINE, words, _letters(text, theme.INK)))
    return "".join(parts), Bounds(x=x, y=y, width=width, height=BADGE)


def _badge(mark: Mark, x: float, y: float) -> str:
    colour = theme.LOST if mark.sign == "control-lost" else colour_of(mark)
    if mark.letter:
        return _plate(x, y, colour, mark.text, _letters(mark.letter, colour))
    picture = icons.at(sign(mark.sign, colour), 2, 2, BADGE - 4)
    return _plate(x, y, colour, mark.text, picture)


def _plate(x: float, y: float, colour: str, text: str, content: str) -> str:
    plate = svg.tag(
        "rect", x=0, y=0, width=BADGE, height=BADGE, rx=4, fill=theme.PAPER, stroke=colour, stroke_width=1.4
    )
    named = [svg.title(text)] if text else []
    return svg.group([*named, plate, content], transform=f"translate({svg.number(x)} {svg.number(y)})")


def _letters(text: str, colour: str) -> str:
    size = _TYPE if text_width(text, _TYPE) <= BADGE - 3 else _TYPE - 2.5
    return svg.tag(
        "text",
        svg.escape(shorten(text, BADGE - 2, size)),
        x=BADGE / 2,
        y=BADGE / 2 + size * 0.36,
        text_anchor="middle",
        font_size=size,
        font_weight="bold",
        fill=colour,
    )
