"""Text in drawings: wrapped, and with its whole wording as a title where it had to be cut."""

from __future__ import annotations

from typing import Literal

from procmap.drawing import svg, theme
from procmap.layout.sizes import LABEL_LINE, LABEL_TYPE, LABEL_WIDTH, OUTER_LINES
from procmap.layout.text import wrap
from procmap.model import Bounds

Anchor = Literal["start", "middle", "end"]
LINE_HEIGHT = 1.22


def label_box(text: str, given: Bounds | None, usual: Bounds) -> Bounds:
    """Return the box of a label outside its shape: around the middle and from the top of the one given, else the usual.

    A given box that is too narrow for the words (tools measure their own type) is widened to the usual width.
    """
    if given is None or not svg.is_drawable(given.x, given.y, given.width, given.height):
        return usual
    width = max(given.width, 4 * LABEL_TYPE)
    broken = wrap(text, width, LABEL_TYPE, OUTER_LINES)
    if broken.cut or broken.split:
        width = max(width, LABEL_WIDTH)
        broken = wrap(text, width, LABEL_TYPE, OUTER_LINES)
    x = given.x + given.width / 2 - width / 2
    return Bounds(x=x, y=given.y, width=width, height=LABEL_LINE * len(broken.lines))


def block(
    text: str,
    box: Bounds,
    size: float,
    most: int,
    *,
    anchor: Anchor = "middle",
    upright: Literal["middle", "top"] = "middle",
    turned: bool = False,
    halo: bool = False,
    bold: bool = False,
    colour: str = theme.INK,
) -> str:
    """Return a text wrapped into a box; nothing when there is no text.

    At most `most` lines. `turned` writes it upwards, wrapped to the height of the box. `halo` draws paper around the
    letters, for text that may lie on lines.
    """
    length = box.height if turned else box.width
    lines, cut, _ = wrap(text, max(length, size), size, max(most, 1))
    if not lines:
        return ""
    x = box.x + (box.width / 2 if anchor == "middle" or turned else 0 if anchor == "start" else box.width)
    pitch = size * LINE_HEIGHT
    middle = box.y + box.height / 2
    # A line's letters reach about 0.72 of the size above the base line, and 0.22 below.
    first = box.y + size * 0.92 if upright == "top" else middle - pitch * (len(lines) - 1) / 2 + size * 0.35
    spans = [
        svg.tag("tspan", svg.escape(line), x=x, y=first + pitch * place) for place, line in enumerate(lines)
    ]  # fmt: skip
    written = svg.tag(
        "text",
        *spans,
        text_anchor=anchor,
        font_size=size,
        font_weight="bold" if bold else None,
        fill=colour,
        paint_order="stroke" if halo else None,
        stroke=theme.PAPER if halo else None,
        stroke_width=3 if halo else None,
        stroke_linejoin="round" if halo else None,
        transform=f"rotate(-90 {svg.number(x)} {svg.number(middle)})" if turned else None,
    )
    return svg.group([svg.title(text), written]) if cut else written
