"""Text in drawings: wrapped, and with its whole wording as a title where it had to be cut."""

from __future__ import annotations

import unicodedata
from typing import Literal

from procmap.drawing import svg
from procmap.drawing.theme import Theme
from procmap.layout.sizes import LABEL_LINE, LABEL_LINES, LABEL_TYPE, LABEL_WIDTH
from procmap.layout.text import wrap
from procmap.model import Bounds

Anchor = Literal["start", "middle", "end"]
LINE_HEIGHT = 1.22
MOST_LINES = 5
"""Of a label outside its shape, where the diagram has room for it."""
_WIDENED = LABEL_WIDTH + 10
BOLD = 1.07
"""How much wider bold letters are."""


def label_box(text: str, given: Bounds | None, usual: Bounds, *, upwards: bool = False) -> Bounds:
    """Return the box of a label outside its shape: around the middle and from the top of the one given, else the usual.

    A given box that is too small for the words (tools measure their own type) is widened a little and grows downwards,
    `upwards` where it stands on something. It has the usual number of lines, or as many as it has room for.
    """
    if given is None or not svg.is_drawable(given.x, given.y, given.width, given.height):
        return usual
    width = max(given.width, 4 * LABEL_TYPE)
    most = min(max(LABEL_LINES, round(given.height / LABEL_LINE)), MOST_LINES)
    broken = wrap(text, width, LABEL_TYPE, most)
    if broken.cut or broken.split or LABEL_LINE * (len(broken.lines) - 0.5) > given.height:
        width = max(width, _WIDENED)
        broken = wrap(text, width, LABEL_TYPE, most)
    x = given.x + given.width / 2 - width / 2
    height = LABEL_LINE * len(broken.lines)
    return Bounds(x=x, y=given.y + given.height - height if upwards else given.y, width=width, height=height)


def block(
    text: str,
    box: Bounds,
    size: float,
    most: int,
    theme: Theme,
    *,
    anchor: Anchor = "middle",
    upright: Literal["middle", "top"] = "middle",
    turned: bool = False,
    halo: bool = False,
    bold: bool = False,
    colour: str = "",
) -> str:
    """Return a text wrapped into a box; nothing when there is no text.

    At most `most` lines. `turned` writes it upwards, wrapped to the height of the box. `halo` draws paper around the
    letters, for text that may lie on lines. Text that is read from right to left stands in the middle of its box.
    """
    length = box.height if turned else box.width
    lines, cut, _ = wrap(text, max(length, size), size * BOLD if bold else size, max(most, 1))
    if not lines:
        return ""
    leftwards = _is_read_leftwards(text)
    if leftwards:
        anchor = "middle"
    x = box.x + (box.width / 2 if anchor == "middle" or turned else 0 if anchor == "start" else box.width)
    pitch = size * LINE_HEIGHT
    middle = box.y + box.height / 2
    # A line's letters reach about 0.72 of the size above the base line, and 0.22 below.
    first = box.y + size * 0.92 if upright == "top" else middle - pitch * (len(lines) - 1) / 2 + size * 0.35
    spans = [svg.tag("tspan", svg.escape(line), x=x, y=first + pitch * place) for place, line in enumerate(lines)]
    written = svg.tag(
        "text",
        *spans,
        text_anchor=anchor,
        direction="rtl" if leftwards else None,
        font_size=size,
        font_weight="bold" if bold else None,
        fill=colour or theme.ink,
        paint_order="stroke" if halo else None,
        stroke=theme.paper if halo else None,
        stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None,
        transform=f"rotate(-90 {svg.number(x)} {svg.number(middle)})" if turned else None,
    )
    return svg.group([svg.title(text), written]) if cut else written


def _is_read_leftwards(text: str) -> bool:
    """Tell whether the first letter that has a direction is read from right to left (Unicode bidi, rules P2 and P3)."""
    directions = (unicodedata.bidirectional(character) for character in text[:200])
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)
