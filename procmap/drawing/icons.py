"""Small pictures, each in a square of 16 by 16: task types, markers, triggers, signs of gateways."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from procmap.drawing.svg import number, tag
from procmap.drawing.theme import Theme

SQUARE = 16.0
Picture = Callable[[Theme], str]


def _path(theme: Theme, d: str, *, fill: str = "none", width: float = 1.2, ink: str = "") -> str:
    return tag(
        "path",
        d=d,
        fill=fill,
        stroke=ink or theme.ink,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_linecap="round",
    )


def _ring(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def _corners(count: int, radius: float) -> str:
    """Return a regular polygon around the middle, a corner on top."""
    turns = (2 * math.pi * corner / count - math.pi / 2 for corner in range(count))
    return _ring([(8 + radius * math.cos(turn), 8 + radius * math.sin(turn)) for turn in turns])


def _gear(theme: Theme) -> str:
    teeth = 8
    points = []
    for tooth in range(teeth):
        middle = 2 * math.pi * tooth / teeth
        for radius, shift in ((5.2, -0.26), (7.2, -0.17), (7.2, 0.17), (5.2, 0.26)):
            points.append((8 + radius * math.cos(middle + shift), 8 + radius * math.sin(middle + shift)))
    hub = "M10.4 8A2.4 2.4 0 1 1 5.6 8A2.4 2.4 0 1 1 10.4 8Z"
    return _path(theme, _ring(points), fill=theme.paper) + _path(theme, hub, fill=theme.paper)


def envelope(theme: Theme, fill: str) -> str:
    """Return a letter of a colour: that of paper when it is received, dark when it is sent."""
    sheet = _path(theme, "M1.5 3.5H14.5V12.5H1.5Z", fill=fill)
    if fill == theme.paper:
        return sheet + _path(theme, "M1.5 3.5L8 9L14.5 3.5")
    return sheet + _path(theme, "M2 4L8 9L14 4", ink=theme.paper)


def _user(theme: Theme) -> str:
    return _path(theme, "M2 15V12.8C2 10.3 4.4 9.2 8 9.2S14 10.3 14 12.8V15Z", fill=theme.paper) + _path(
        theme, "M11.2 5.2A3.2 3.4 0 1 1 4.8 5.2A3.2 3.4 0 1 1 11.2 5.2Z", fill=theme.ink
    )


def _hand(theme: Theme) -> str:
    return _path(
        theme,
        "M1.2 7.4L4.6 3.6C5.2 3 6 3 6.6 3H13.6C14.9 3 14.9 4.9 13.6 4.9H9.2H14.2C15.5 4.9 15.5 7 14.2 7H9.6H13.8"
        "C15 7 15 9 13.8 9H9.6H12.8C14 9 14 10.9 12.8 10.9H8.6C7.4 12.4 6 13 4.4 13H1.2Z",
        fill=theme.paper,
        width=1.1,
    )


def _script(theme: Theme) -> str:
    return _path(
        theme, "M5 1.5H14C11.6 4 11.6 6 13 8S14.4 12 11.8 14.5H2.8C5.2 12 5.2 10 3.8 8S2.6 4 5 1.5Z", fill=theme.paper
    ) + _path(theme, "M5.6 4.4H10.4M5.4 7.2H10.6M6.4 10H11.4M5.4 12.4H10", width=1)


def _rules(theme: Theme) -> str:
    return (
        _path(theme, "M1.5 2.5H14.5V13.5H1.5Z", fill=theme.paper)
        + _path(theme, "M1.5 2.5H14.5V5.6H1.5Z", fill=theme.ink)
        + _path(theme, "M1.5 9.5H14.5M5.6 5.6V13.5")
    )


TASK_TYPES: Mapping[str, Picture] = {
    "userTask": _user,
    "manualTask": _hand,
    "serviceTask": _gear,
    "scriptTask": _script,
    "sendTask": lambda theme: envelope(theme, theme.ink),
    "receiveTask": lambda theme: envelope(theme, theme.paper),
    "businessRuleTask": _rules,
}
"""By the type of an activity; plain tasks have none."""


def _rewind(theme: Theme, fill: str) -> str:
    return _path(theme, "M8 3V13L1.5 8ZM14.5 3V13L8 8Z", fill=fill)


MARKERS: Mapping[str, Picture] = {
    "standard": lambda theme: (
        _path(theme, "M5.2 13.2A6 6 0 1 1 10.8 13.2", width=1.5) + _path(theme, "M2.2 13.6H5.4V10.4", width=1.5)
    ),
    "parallel": lambda theme: _path(theme, "M4 2.5V13.5M8 2.5V13.5M12 2.5V13.5", width=2),
    "sequential": lambda theme: _path(theme, "M2.5 4H13.5M2.5 8H13.5M2.5 12H13.5", width=2),
    "collapsed": lambda theme: (
        _path(theme, "M1.5 1.5H14.5V14.5H1.5Z", fill=theme.paper) + _path(theme, "M8 4.5V11.5M4.5 8H11.5", width=1.5)
    ),
    "adHoc": lambda theme: _path(theme, "M2 9.6C4.4 5.4 6.6 5.6 8 8S11.6 10.6 14 6.4", width=2),
    "compensation": lambda theme: _rewind(theme, theme.paper),
}
"""At the foot of an activity: loops, several instances, what is inside, ad hoc, compensation."""


def _clock(theme: Theme) -> str:
    marks = "".join(
        f"M{number(8 + 5.4 * math.cos(turn))} {number(8 + 5.4 * math.sin(turn))}"
        f"L{number(8 + 6.6 * math.cos(turn))} {number(8 + 6.6 * math.sin(turn))}"
        for turn in (math.pi * hour / 6 for hour in range(12))
    )
    circle = "M15 8A7 7 0 1 1 1 8A7 7 0 1 1 15 8Z"
    hands = _path(theme, "M8 8L10.2 3.8M8 8H11.4")
    return _path(theme, circle, fill=theme.paper) + _path(theme, marks, width=0.8) + hands


def _sheet(theme: Theme) -> str:
    written = "M4.6 4.4H11.4M4.6 6.8H11.4M4.6 9.2H11.4M4.6 11.6H11.4"
    return _path(theme, "M2.5 1.5H13.5V14.5H2.5Z", fill=theme.paper) + _path(theme, written)


_OUTLINES = {
    "error": "M2 14L5.8 2.6L9.8 8.4L14 2L10.4 13.4L6.4 7.8Z",
    "escalation": "M8 1.5L13.5 14.5L8 9.2L2.5 14.5Z",
    "cancel": "M3.8 1.8L8 6L12.2 1.8L14.2 3.8L10 8L14.2 12.2L12.2 14.2L8 10L3.8 14.2L1.8 12.2L6 8L1.8 3.8Z",
    "link": "M1.5 5.5H8.8V2.5L14.5 8L8.8 13.5V10.5H1.5Z",
    "signal": "M8 1.8L14.8 13.4H1.2Z",
    "terminate": "M15.5 8A7.5 7.5 0 1 1 0.5 8A7.5 7.5 0 1 1 15.5 8Z",
    "multiple": _corners(5, 7.2),
    "parallel": "M6.2 1.5H9.8V6.2H14.5V9.8H9.8V14.5H6.2V9.8H1.5V6.2H6.2Z",
}


def trigger(kind: str, theme: Theme, *, filled: bool) -> str:
    """Return the picture of a trigger, filled when it is thrown; kinds as in the model, `multiple`, `parallel`."""
    fill = theme.ink if filled else theme.paper
    if kind == "message":
        return envelope(theme, fill)
    if kind == "timer":
        return _clock(theme)
    if kind == "conditional":
        return _sheet(theme)
    if kind == "compensate":
        return _rewind(theme, fill)
    return _path(theme, _OUTLINES[kind], fill=fill)


GATEWAYS: Mapping[str, Picture] = {
    "exclusiveGateway": lambda theme: _path(theme, "M4.2 3.4L11.8 12.6M11.8 3.4L4.2 12.6", width=2.2),
    "parallelGateway": lambda theme: _path(theme, "M8 2V14M2 8H14", width=2.4),
    "inclusiveGateway": lambda theme: _path(theme, "M13.4 8A5.4 5.4 0 1 1 2.6 8A5.4 5.4 0 1 1 13.4 8Z", width=2),
    "complexGateway": lambda theme: _path(theme, "M8 2V14M2 8H14M3.8 3.8L12.2 12.2M12.2 3.8L3.8 12.2", width=1.8),
}
"""Signs of gateways; those that wait for events are put together of circles and a trigger."""


def at(picture: str, x: float, y: float, size: float, name: str | None = None) -> str:
    """Return a picture with its upper left corner at a place, scaled to a size.

    `name` says in the attribute `data-icon` what it is: a task type, marker, trigger or type of gateway.
    """
    scale = f" scale({number(size / SQUARE)})" if size != SQUARE else ""
    return tag("g", picture, data_icon=name, transform=f"translate({number(x)} {number(y)}){scale}")
