"""Small tools for PNML's elements: names, numbers, places in the drawing, and what tools add.

Files have PNML's namespace, an older one, or none; names are therefore compared without it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from procmap.model import Bounds, Point, Property

if TYPE_CHECKING:
    from lxml import etree

_BLANK = re.compile(r"(?:\s|\\n)+")
_NUMBER = re.compile(r"-?\d{1,9}")
_SILENT = re.compile(r"(?:tau|τ)(?:[ _-]?\d+)?|\$invisible\$", re.IGNORECASE)
_LARGEST = 1e7
_TRIGGERS = {"200": "resource", "201": "message", "202": "time"}
_DRAWING = frozenset(("graphics", "time", "timeUnit", "orientation", "trigger", "operator", "transitionResource"))
"""What WoPeD says of a transition and is read elsewhere, or only tells how it is drawn."""


def kind_of(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element, kind: str = "") -> Iterator[etree._Element]:
    """Yield the child elements, all or those of a kind."""
    for child in element:
        if isinstance(child.tag, str) and (not kind or kind_of(child) == kind):
            yield child


def child(element: etree._Element, kind: str) -> etree._Element | None:
    """Return the first child of a kind."""
    return next(children(element, kind), None)


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute, stripped; empty when there is none."""
    return (element.get(name) or "").strip()


def label(element: etree._Element, kind: str) -> str | None:
    """Return the text of a label (`name`, `inscription` …): in `text`, older files in `value`; None without one."""
    found = child(element, kind)
    if found is None:
        return None
    for part in ("text", "value"):
        inner = child(found, part)
        if inner is not None:
            return "".join(str(text) for text in inner.itertext())
    return found.text or ""


def name_of(element: etree._Element) -> str:
    r"""Return a name in one line: white space folded, also the `\n` that some tools write as two characters."""
    return _BLANK.sub(" ", label(element, "name") or "").strip()


def documentation_of(element: etree._Element) -> tuple[str, ...]:
    """Return the descriptions of a net or node."""
    texts = (label(element, kind) for kind in ("description", "documentation"))
    return tuple(text.strip() for text in texts if text and text.strip())


def number(text: str | None, otherwise: int) -> int | None:
    """Return the number in a label (PIPE writes "Default,1"), `otherwise` without a label, None where it is none."""
    if text is None or not text.strip():
        return otherwise
    last = text.rpartition(",")[2].strip()
    return int(last) if _NUMBER.fullmatch(last) else None


def bounds_of(element: etree._Element) -> Bounds | None:
    """Return where a node is drawn; a point where the file gives no size. None without a position.

    A position is the middle of a node. Tools that write the size of a node mean its upper left corner.
    """
    graphics = child(element, "graphics")
    if graphics is None:
        return None
    position = next((point for part in children(graphics, "position") if (point := point_of(part))), None)
    if position is None:
        return None
    dimension = child(graphics, "dimension")
    size = point_of(dimension) if dimension is not None else None
    if size is None or size.x <= 0 or size.y <= 0:
        return Bounds(x=position.x, y=position.y, width=0, height=0)
    return Bounds(x=position.x, y=position.y, width=size.x, height=size.y)


def bends_of(element: etree._Element) -> tuple[Point, ...]:
    """Return the corners of an arc."""
    graphics = child(element, "graphics")
    if graphics is None:
        return ()
    return tuple(point for part in children(graphics, "position") if (point := point_of(part)))


def point_of(element: etree._Element) -> Point | None:
    """Return the x and y of an element; None where they are no numbers that can be drawn."""
    try:
        x, y = float(attribute(element, "x")), float(attribute(element, "y"))
    except ValueError:
        return None
    drawable = all(math.isfinite(value) and abs(value) <= _LARGEST for value in (x, y))
    return Point(x=x, y=y) if drawable else None


@dataclass(frozen=True)
class ToolPart:
    """What tools say of a transition: is it silent, who does it, what it is a part of, and the rest as properties."""

    silent: bool = False
    role: str = ""
    operator: str = ""
    subprocess: bool = False
    properties: tuple[Property, ...] = ()
    unread: tuple[str, ...] = ()


def tool_part(element: etree._Element) -> ToolPart:
    """Return what the `toolspecific` parts of a node say; WoPeD's and ProM's are known."""
    silent, role, operator, subprocess = False, "", "", False
    properties: list[Property] = []
    unread: list[str] = []
    for part in children(element, "toolspecific"):
        silent = silent or attribute(part, "activity").lower() == "$invisible$" or child(part, "invisible") is not None
        if attribute(part, "tool") != "WoPeD":
            unread += (f"toolspecific/{attribute(part, 'tool')}/{kind_of(inner)}" for inner in children(part))
            continue
        for inner in children(part):
            kind = kind_of(inner)
            if kind == "operator":
                operator = attribute(inner, "id")
            elif kind == "subprocess":
                subprocess = (inner.text or "").strip() == "true"
            elif kind == "trigger":
                trigger = _TRIGGERS.get(attribute(inner, "type"))
                properties += [Property(name="trigger", value=trigger)] if trigger else []
            elif kind == "transitionResource":
                role = attribute(inner, "roleName")
                unit = attribute(inner, "organizationalUnitName")
                properties += [Property(name="organizationalUnit", value=unit)] if unit else []
            elif kind not in _DRAWING:
                unread.append(f"toolspecific/WoPeD/{kind}")
        time, time_unit = (part.findtext(f"{{*}}{name}", "").strip() for name in ("time", "timeUnit"))
        if time not in ("0", ""):
            properties += [Property(name="time", value=time), Property(name="timeUnit", value=time_unit)]
    return ToolPart(silent, role, operator, subprocess, tuple(properties), tuple(unread))


def is_silent_name(name: str) -> bool:
    """Tell whether a transition of this name is one that only leads on."""
    return not name or _SILENT.fullmatch(name) is not None
