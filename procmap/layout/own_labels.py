"""Labels of events, gateways and data items: moved where edges run through them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from procmap.layout.sizes import LABEL_GAP
from procmap.layout.space import Space, Strokes
from procmap.model import Bounds, Point, Shape

_ASIDE = 6.0


def settled(
    shapes: Mapping[str, Shape], solid: Collection[str], ways: Mapping[str, Sequence[Point]]
) -> dict[str, Shape]:
    """Return the shapes, labels through which edges run moved to a free place beside their shape, if there is one.

    `solid` are the shapes that labels may not cover; labels of others stay.
    """
    strokes = Strokes(ways)
    crossed = [
        key for key in solid if (label := shapes[key].label) is not None and strokes.crossed(label)
    ]  # fmt: skip
    space = Space(shapes[key].bounds for key in solid)
    for key, shape in shapes.items():
        if shape.label is not None and key not in crossed:
            space.take(shape.label)
    found = dict(shapes)
    for key in crossed:
        shape = shapes[key]
        label = shape.label
        if label is None:
            continue
        free = [place for place in _places(shape.bounds, label) if space.is_free(place)]
        best = min(free, key=strokes.crossed, default=label)
        best = best if strokes.crossed(best) < strokes.crossed(label) else label
        space.take(best)
        found[key] = shape.replace(label=best)
    return found


def _places(shape: Bounds, label: Bounds) -> Iterator[Bounds]:
    """Yield the places of a label: where it is, then below and above its shape, in the middle and at both sides."""
    yield label
    middle = shape.x + shape.width / 2
    for y in (shape.y + shape.height + LABEL_GAP, shape.y - LABEL_GAP - label.height):
        for x in (middle - label.width / 2, middle + _ASIDE, middle - _ASIDE - label.width):
            yield Bounds(x=x, y=y, width=label.width, height=label.height)
    y = shape.y + shape.height / 2 + LABEL_GAP
    yield Bounds(x=shape.x + shape.width + LABEL_GAP, y=y, width=label.width, height=label.height)
    yield Bounds(x=shape.x - LABEL_GAP - label.width, y=y, width=label.width, height=label.height)
