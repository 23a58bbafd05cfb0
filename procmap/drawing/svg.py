"""Writing SVG: elements as text, with everything that comes from a model escaped."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_UNSEEN = re.compile(
    "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # not allowed in XML 1.0
    "|[\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffc]"  # controls, among them those that turn writing round
)
_NOT_SEEN = re.compile("<(title|desc)[ >].*?</\\1>|<[^>]*>", re.DOTALL)
_SIZE = re.compile(r'viewBox="[^"]*" width="[^"]*" height="[^"]*"')
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_BLANKS = str.maketrans(dict.fromkeys("\t\n\r\u2028\u2029", " "))
LARGEST = 1e9
"""Coordinates beyond this are not drawn: no viewer can."""


def escape(text: str) -> str:
    """Return text for XML content or a quoted attribute: without control characters, line ends as blanks."""
    return _UNSEEN.sub("", text).translate(_BLANKS).translate(_SIGNS)


def number(value: float) -> str:
    """Return a coordinate with at most two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def tag(name: str, *content: str, **attributes: str | float | None) -> str:
    """Return an element. Attributes that are None are left out, `_` in their names is written `-`, a last one dropped.

    Values are escaped; `content` must be SVG already.
    """
    parts = [name]
    for key, value in attributes.items():
        if value is not None:
            text = escape(value) if isinstance(value, str) else number(value)
            parts.append(f'{key.rstrip("_").replace("_", "-")}="{text}"')
    head = " ".join(parts)
    return f"<{head}>{''.join(content)}</{name}>" if content else f"<{head}/>"


def group(content: Iterable[str], **attributes: str | float | None) -> str:
    """Return a `g` around some elements."""
    return tag("g", *content, **attributes)


def title(text: str) -> str:
    """Return a `title`: the accessible name of the element it is the first child of."""
    return tag("title", escape(text))


def sized(drawing: str, width: float, height: float) -> str:
    """Return a drawing with only what lies within this size from the origin, as the picture of a sign has it."""
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    return _SIZE.sub(size, drawing, count=1)


def is_drawable(*values: float) -> bool:
    """Tell whether coordinates are numbers that can be drawn."""
    return all(math.isfinite(value) and abs(value) <= LARGEST for value in values)


def written(drawing: str) -> str:
    """Return the text that is seen in a drawing made here: no names of elements, no descriptions."""
    return _NOT_SEEN.sub("", drawing)
