"""A drawing as PNG."""

from __future__ import annotations

from procmap.drawing.export.size import size_of
from procmap.drawing.export.typesetting import svg_for_print, to_picture
from procmap.model import BadInput

SCALE = 2.0
"""Pixels for a unit of the drawing where nothing else is asked for: sharp on a wall."""
MOST_PIXELS = 100_000_000
MOST_SIDE = 30_000
"""Pixels from side to side: most programs that show PNG take a little more than that."""
_TEMPLATE = (("procmap.drawing.export", "png.typ"),)


def to_png(svg: str, *, scale: float | None = None) -> bytes:
    """Return a drawing as PNG.

    `svg`: a drawing by `procmap.drawing.draw`. `scale`: pixels for a unit of it; else SCALE, or as many as
    MOST_PIXELS and MOST_SIDE allow. Raises BadInput when typst is not installed, or `scale` asks for more than these.
    """
    width, height = size_of(svg)
    most, longest = (MOST_PIXELS / (width * height)) ** 0.5, MOST_SIDE / max(width, height)
    if scale is not None and scale > most:
        pixels = int(width * scale) * int(height * scale)
        raise BadInput("picture-too-large", pixels=pixels, most=MOST_PIXELS)
    if scale is not None and scale > longest:
        raise BadInput("picture-too-long", pixels=int(max(width, height) * scale), most=MOST_SIDE)
    wanted = min(SCALE, most, longest) if scale is None else scale
    # One unit is one point of the page, so that 72 to the inch is one pixel a unit.
    return to_picture(_TEMPLATE, {"svg": svg_for_print(svg), "width": width, "height": height}, 72 * wanted)
