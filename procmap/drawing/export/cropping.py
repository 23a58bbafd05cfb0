"""A part of a drawing: what surely lies beside it is left out.

A tile would else hold the whole drawing: large files, and a search that finds steps where they are not seen. Only what
is understood is left out: a shape or line whose first figure has coordinates of the drawing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from procmap.model import Bounds

_SVG = "{http://www.w3.org/2000/svg}"
_REACH = 320.0
"""Units that labels, badges and outlines surely do not pass beyond the figure that they belong to."""
_FOR_READING = frozenset(("role", "aria-label", "aria-hidden"))
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_PLAIN_PATH = re.compile(r"[MLQZ\d.,\s-]*")


def crops(svg: str, parts: Sequence[Bounds]) -> list[str]:
    """Return a drawing once for each part of it, without what lies beside the part.

    Parts are given from the upper left corner of the drawing; its size stays.
    """
    root = etree.fromstring(svg.encode("utf-8"), etree.XMLParser(resolve_entities=False, huge_tree=True))
    left, top = (float(value) for value in root.get("viewBox", "0 0").split()[:2])
    known = [(child, _extent(child)) for child in _parts(root)]
    bare = deepcopy(root)
    del bare[:]
    made = []
    for part in parts:
        seen = _wider(part.replace(x=part.x + left, y=part.y + top), _REACH)
        cropped = deepcopy(bare)
        cropped.extend(deepcopy(child) for child, box in known if box is None or _overlap(box, seen))
        made.append(etree.tostring(cropped, encoding="unicode"))
    return made


def _parts(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is drawn, in its order: groups that only say how it is read are taken apart."""
    for child in element:
        if child.tag == f"{_SVG}g" and _FOR_READING.issuperset(map(str, child.attrib)):
            yield from _parts(child)
        else:
            yield child


def _extent(element: etree._Element) -> Bounds | None:
    """Return where the first figure of an element lies; None when that is not understood."""
    for figure in element.iter():
        if figure.get("transform") and figure.tag != f"{_SVG}text":
            return None
        if figure.tag == f"{_SVG}rect":
            return _box(figure, "x", "y", "width", "height")
        if figure.tag == f"{_SVG}circle":
            circle = _box(figure, "cx", "cy", "", "")
            return circle and _wider(circle, _REACH / 4)
        if figure.tag == f"{_SVG}tspan":
            return _box(figure, "x", "y", "", "")
        if figure.tag in (f"{_SVG}path", f"{_SVG}polygon"):
            return _around(figure.get("d") or figure.get("points") or "")
    return None


def _box(figure: etree._Element, *names: str) -> Bounds | None:
    try:
        x, y, width, height = (float(figure.get(name, "")) if name else 0.0 for name in names)
    except ValueError:
        return None
    return Bounds(x=x, y=y, width=width, height=height)


def _around(path: str) -> Bounds | None:
    """Return the extent of points; of a path only where it has nothing but places in the drawing."""
    values = [float(value) for value in _NUMBER.findall(path)]
    if len(values) < 2 or len(values) % 2 or not _PLAIN_PATH.fullmatch(path):
        return None
    across, down = values[::2], values[1::2]
    return Bounds(x=min(across), y=min(down), width=max(across) - min(across), height=max(down) - min(down))


def _wider(box: Bounds, more: float) -> Bounds:
    return Bounds(x=box.x - more, y=box.y - more, width=box.width + 2 * more, height=box.height + 2 * more)


def _overlap(box: Bounds, other: Bounds) -> bool:
    return (
        box.x <= other.x + other.width
        and other.x <= box.x + box.width
        and box.y <= other.y + other.height
        and other.y <= box.y + box.height
    )
