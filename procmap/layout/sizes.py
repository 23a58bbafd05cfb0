"""How large things are drawn, in the unit of BPMN DI. The sizes are those that modelling tools use."""

from __future__ import annotations

from typing import NamedTuple

from procmap.layout.text import text_width, wrap
from procmap.model import Activity, Annotation, DataItem, Element, Event, Gateway

EVENT = 36.0
GATEWAY = 50.0
TASK_WIDTHS = (100.0, 120.0, 140.0)
TASK_HEIGHT = 80.0
HEADER = 30.0
"""Width of the strip with the name of a pool or lane."""
POOL_WIDTH = 300.0
"""Of the narrowest pools."""
BLACK_BOX = 60.0
GROUP = (120.0, 80.0)
GROUP_PADDING = 12.0
DATA_OBJECT = (36.0, 50.0)
DATA_STORE = (50.0, 50.0)
SUBPROCESS_TITLE = 20.0
SUBPROCESS_FOOT = 12.0
"""Strips above and below what is inside a sub-process: its name, its markers."""

LABEL_TYPE = 11.0
TASK_TYPE = 12.0
LABEL_LINE = 14.0
LABEL_WIDTH = 90.0
LABEL_LINES = 3
"""Of the names in activities."""
OUTER_LINES = 5
"""Of labels outside shapes, when three are not enough."""
LABEL_GAP = 4.0
TASK_PADDING = 6.0
ANNOTATION_WIDTH = 150.0
ANNOTATION_LINES = 8


class Size(NamedTuple):
    """Width and height."""

    width: float
    height: float


def label_size(text: str, width: float = LABEL_WIDTH, lines: int = LABEL_LINES) -> Size | None:
    """Return the size of a label outside its shape; None when there is nothing to write.

    It is at most `width` wide and has at most so many lines; a third wider where a word would have to be split, or
    words be left out, and then of up to OUTER_LINES lines (one that is to have one line keeps to it).
    """
    broken = wrap(text, width, LABEL_TYPE, lines)
    if broken.split or broken.cut:
        broken = wrap(text, width * 4 / 3, LABEL_TYPE, lines)
    if broken.cut and lines > 1:
        broken = wrap(text, width * 4 / 3, LABEL_TYPE, OUTER_LINES)
    if not broken.lines:
        return None
    return Size(max(text_width(line, LABEL_TYPE) for line in broken.lines) + 2, LABEL_LINE * len(broken.lines))


def element_size(element: Element) -> Size:
    """Return the size of a node, data item or artifact that is drawn by itself."""
    if isinstance(element, Event):
        return Size(EVENT, EVENT)
    if isinstance(element, Gateway):
        return Size(GATEWAY, GATEWAY)
    if isinstance(element, Activity):
        return Size(_task_width(element.name), TASK_HEIGHT)
    if isinstance(element, DataItem):
        return Size(*(DATA_STORE if element.type.startswith("dataStore") else DATA_OBJECT))
    if isinstance(element, Annotation):
        return _annotation_size(element.text or element.name)
    return Size(*GROUP)


def _task_width(name: str) -> float:
    for width in TASK_WIDTHS:
        broken = wrap(name, width - 2 * TASK_PADDING, TASK_TYPE, LABEL_LINES)
        if not (broken.cut or broken.split):
            return width
    return TASK_WIDTHS[-1]


def _annotation_size(text: str) -> Size:
    lines = wrap(text, ANNOTATION_WIDTH - 12, LABEL_TYPE, ANNOTATION_LINES).lines
    width = max((text_width(line, LABEL_TYPE) for line in lines), default=0.0)
    return Size(max(60.0, width + 14), max(30.0, LABEL_LINE * len(lines) + 8))
