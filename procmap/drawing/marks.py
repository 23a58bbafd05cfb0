"""Marks: what is to be seen at an element beyond BPMN. This room knows no difference, control or row."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.drawing import icons, svg
from procmap.drawing.lines import Pattern, patterned
from procmap.drawing.signs import Sign, sign
from procmap.drawing.theme import CORNER, Theme
from procmap.layout.text import shorten, text_width
from procmap.model import Bounds, Point

BADGE = 18.0
_GAP = 3.0
_INTO = 3.0
"""How far badges reach into a shape: not as far as its label or the picture of its type."""
MOST_BADGES = 4
RING_STEP = 5.0
MOST_RINGS = 6
_TYPE = 12.0


@dataclass(frozen=True)
class Mark:
    """A badge, an outline or both at the element with id `element`.

    `sign`: what the badge shows (see procmap.drawing.signs). `pattern`: the line of the outline, none when empty.
    `colour`: of the outline and the sign, as `#rrggbb`; the usual ink when empty. `text`: the word for the sign, which
    is its accessible name; a usual word when empty. `letter`: one or two characters in the badge instead of a sign (an
    organisation's letter, a level).
    """

    element: str
    sign: Sign = "none"
    pattern: Pattern | Literal[""] = ""
    colour: str = ""
    text: str = ""
    letter: str = ""


def colour_of(mark: Mark, theme: Theme) -> str:
    """Return the colour of a mark; what is no colour of the form `#rrggbb` is drawn in the usual ink."""
    digits = mark.colour[1:]
    ok = len(mark.colour) == 7 and mark.colour[0] == "#" and all(c in "0123456789abcdefABCDEF" for c in digits)
    return mark.colour if ok else theme.ink


def outlines(
    marks: Sequence[Mark], box: Bounds, theme: Theme, outline: Literal["box", "circle", "diamond"] = "box"
) -> tuple[str, float]:
    """Return the outlines around a shape, one outside the other in the order of the marks, and how far they reach."""
    marked = [(mark, mark.pattern) for mark in marks if mark.pattern][:MOST_RINGS]
    parts: list[str] = []
    out = reach = 0.0
    for mark, pattern in marked:
        out += RING_STEP
        colour = colour_of(mark, theme)
        # The sides of a diamond are as far apart as those of a box when its corners are further out.
        reach = out * math.sqrt(2) if outline == "diamond" else out
        x, y = box.x - reach, box.y - reach
        width, height = box.width + 2 * reach, box.height + 2 * reach
        if outline == "diamond":
            corners = (
                (x + width / 2, y),
                (x + width, y + height / 2),
                (x + width / 2, y + height),
                (x, y + height / 2),
            )
            way = "M" + "L".join(f"{svg.number(left)} {svg.number(top)}" for left, top in corners) + "Z"
            parts.append(patterned("path", pattern, colour, theme.paper, d=way))
        else:
            corner = min(width, height) / 2 if outline == "circle" else CORNER + out
            place = {"x": x, "y": y, "width": width, "height": height, "rx": corner}
            parts.append(patterned("rect", pattern, colour, theme.paper, **place))
    return "".join(parts), reach


def node_room(
    marks: Sequence[Mark], box: Bounds, reach: float, label: Bounds | None, *, has_foot: bool = False
) -> Bounds | None:
    """Return the room of the badges of a shape: on its top edge, unless its label stands there.

    Then it is on the lower edge of a shape that `has_foot`, one that no edge leaves there, and above the label of
    others. `reach` is how far the outlines go beyond the shape. None when there are no badges.
    """
    width = _width(marks)
    if not width:
        return None
    top = box.y - reach + _INTO - BADGE
    room = Bounds(x=box.x + box.width / 2 - width / 2, y=top, width=width, height=BADGE)
    if label is not None and _overlap(room, label):
        if has_foot:
            return room.replace(y=box.y + box.height + reach - _INTO)
        return room.replace(y=label.y - BADGE - 2)
    return room


def stands_above(label: Bounds | None, box: Bounds) -> bool:
    """Return whether the label of a shape stands above it, where letters would cover it."""
    return label is not None and label.y + label.height <= box.y


def guest_room(marks: Sequence[Mark], box: Bounds, reach: float, host: Bounds) -> Bounds | None:
    """Return the room of the badges of an event on a border: at its left, outside its host, whose label is inside."""
    width = _width(marks)
    if not width:
        return None
    middle = box.y + box.height / 2
    is_below = middle >= host.y + host.height / 2
    top = middle + _INTO if is_below else middle - _INTO - BADGE
    return Bounds(x=box.x - reach - 2 - width, y=top, width=width, height=BADGE)


def edge_room(marks: Sequence[Mark], middle: Point) -> Bounds | None:
    """Return the room of the badges of an edge: below its middle. None when there are no badges."""
    width = _width(marks)
    return Bounds(x=middle.x - width / 2, y=middle.y + 2, width=width, height=BADGE) if width else None


def badges(marks: Sequence[Mark], room: Bounds, theme: Theme, word: Callable[[Mark], str]) -> str:
    """Return badges in their room: at most four, then how many more. `word` gives the word for each."""
    shown = _shown(marks)
    step = BADGE + _GAP
    parts = [
        _badge(mark, room.x + place * step, room.y, theme, word(mark)) for place, mark in enumerate(shown[:MOST_BADGES])
    ]
    more = len(shown) - MOST_BADGES
    if more > 0:
        words = ", ".join(filter(None, map(word, shown[MOST_BADGES:])))
        content = _letters(f"+{more}" if more < 100 else "+", theme.ink)
        parts.append(_plate(room.x + MOST_BADGES * step, room.y, theme.line, theme, text=words, content=content))
    return "".join(parts)


def _shown(marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.sign != "none" or mark.letter]


def _width(marks: Sequence[Mark]) -> float:
    count = len(_shown(marks))
    return min(count, MOST_BADGES + 1) * (BADGE + _GAP) - _GAP if count else 0.0


def _overlap(one: Bounds, other: Bounds) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _badge(mark: Mark, x: float, y: float, theme: Theme, text: str) -> str:
    colour = theme.lost if mark.sign == "control-lost" else colour_of(mark, theme)
    if mark.letter:
        content = _letters(mark.letter, colour)
    else:
        content = icons.at(sign(mark.sign, colour, theme), 2, 2, BADGE - 4, mark.sign)
    return _plate(x, y, colour, theme, text=text, content=content, round_=mark.sign == "level")


def _plate(x: float, y: float, colour: str, theme: Theme, *, text: str, content: str, round_: bool = False) -> str:
    plate = svg.tag(
        "rect",
        x=0,
        y=0,
        width=BADGE,
        height=BADGE,
        rx=BADGE / 2 if round_ else 4,
        fill=theme.paper,
        stroke=colour,
        stroke_width=1.4,
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
