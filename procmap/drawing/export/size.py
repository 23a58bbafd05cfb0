"""How large a drawing is."""

from __future__ import annotations

import re

_HEAD = re.compile(r'<svg\b[^>]*\bviewBox="(\S+) (\S+) (\S+) (\S+)"')


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height of a drawing by `procmap.drawing.draw`, in its units."""
    found = _HEAD.match(svg)
    if found is None:
        raise ValueError("no drawing of procmap")
    return max(float(found[3]), 1.0), max(float(found[4]), 1.0)
