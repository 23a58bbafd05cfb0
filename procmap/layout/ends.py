"""Ends of edges: at which items and sides an edge leaves and enters, in every frame that it passes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from procmap.layout.channels import Line
from procmap.layout.frames import Contents, Frame, Item
from procmap.layout.links import Link
from procmap.layout.sizes import EVENT
from procmap.model import Event, Gateway, Pool

Side = Literal["left", "right", "top", "bottom"]
_DEEP = 64
"""Levels of sub-processes that an edge may cross and still be routed in channels."""


@dataclass(eq=False)
class Port(Line):
    """A place at the top or bottom of a shape; `guest` is the boundary event when the shape is one."""

    item: Item | None = None
    guest: str | None = None
    shift: float = 0


@dataclass
class End:
    """One end of an edge inside one frame: an item, the side where the edge docks, and its line once there is one.

    `through` says that the edge goes on inside the item.
    """

    item: Item
    side: Side
    guest: str | None = None
    line: Line | None = None
    through: bool = False


@dataclass
class Route:
    """The lines of an edge, the shapes and sides where it begins and ends, and where its label is to be."""

    link: Link
    source: End
    target: End
    lines: list[Line] = field(default_factory=list)


@dataclass
class Plan:
    """An edge before it is routed: its ends, from the innermost item out to the frame that holds both."""

    link: Link
    source: list[End]
    target: list[End]
    frame: Frame
    route: Route


def make_plan(contents: Contents, link: Link) -> Plan | None:
    """Return the ends of an edge; None when they lie too deep in sub-processes for a route."""
    source, target = contents.spot(link.source), contents.spot(link.target)
    if source is None or target is None:
        return None
    out, into = _ways_up(source[0], target[0])
    if out is None or into is None:
        return None
    frame = out[-1].frame if out else into[-1].frame
    down = _is_down(out[-1] if out else None, into[-1] if into else None)
    leave: Side = "bottom" if down is not False else "top"
    enter: Side = "top" if down is True else "bottom"
    sequence = link.kind == "sequence"
    sources = [End(out[0], leave), *(_passage(item, leave) for item in out[1:])] if out else []
    targets = [End(into[0], enter), *(_passage(item, enter) for item in into[1:])] if into else []
    if sequence and sources:
        sources[0].side = "right"
    if sequence and targets:
        targets[0].side = "left"
    for ends, guest in ((sources, source[1]), (targets, target[1])):
        if ends and guest is not None:
            ends[0].guest, ends[0].side = guest, "bottom"
    first, last = (sources or [_holder(*source)])[0], (targets or [_holder(*target)])[0]
    return Plan(link, sources, targets, frame, Route(link, first, last))


def make_ports(plans: Iterable[Plan]) -> list[Port]:
    """Give the ends at tops and bottoms their ports, spread where a shape has several on one side.

    On a border with events they are spread before the first of these.
    """
    ports: list[Port] = []
    crowded: dict[tuple[Item, Side], list[tuple[int, Port]]] = defaultdict(list)
    for plan in plans:
        for ends, others in ((plan.source, plan.target), (plan.target, plan.source)):
            if not ends:
                continue
            end = ends[0]
            if end.side in ("left", "right"):
                end.line = end.item.frame.row_line(end.item.row)
                continue
            port = Port(vertical=True, item=end.item, guest=end.guest)
            end.line = port
            ports.append(port)
            if end.guest is None and not isinstance(end.item.element, Event | Gateway):
                other = others[0].item.column if others else 0
                crowded[end.item, end.side].append((other, port))
    for (item, side), sharing in crowded.items():
        sharing.sort(key=lambda pair: pair[0])
        for place, (_, port) in enumerate(sharing):
            if side == "bottom" and item.guest_places:
                room = min(item.guest_places.values()) - EVENT / 2 + item.width / 2
                port.shift = (place + 1) / (len(sharing) + 1) * room / item.width - 0.5
                continue
            port.shift = (place + 1) / (len(sharing) + 1) - 0.5 if isinstance(item.element, Pool) else 0
            if not isinstance(item.element, Pool):
                port.shift = (place - (len(sharing) - 1) / 2) / max(len(sharing) + 1, 6)
    return ports


def used_sides(routes: Iterable[Route]) -> set[tuple[str, Side]]:
    """Return the sides of shapes at which edges dock, as pairs of the element's id and the side."""
    return {(end.guest or end.item.id, end.side) for route in routes for end in (route.source, route.target)}


def _holder(item: Item, guest: str | None) -> End:
    """Return the end of an edge at an item from inside it, or at a boundary event on its border."""
    return _passage(item, "bottom") if guest is None else End(item, "top", guest)


def _passage(item: Item, side: Side) -> End:
    """Return the end at an item through which an edge goes on inside: on top where boundary events stand below."""
    return End(item, "top" if item.guests else side, through=True)


def _is_down(source: Item | None, target: Item | None) -> bool | None:
    """Tell whether the target is below the source; None when it is beside it or one holds the other."""
    if source is None or target is None or source.row == target.row:
        return None
    return target.row > source.row


def _ways_up(source: Item, target: Item) -> tuple[list[Item] | None, list[Item] | None]:
    """Return the items around two items, innermost first, up to those in one frame.

    One list is empty when its item holds the other; both are None when there are too many.
    """
    out, into = [source], [target]
    for _ in range(2 * _DEEP):
        first, last = out[-1], into[-1]
        if first.frame is last.frame:
            if first is last and (len(out) > 1 or len(into) > 1):
                return out[:-1], into[:-1]
            return out, into
        way = out if first.frame.depth >= last.frame.depth else into
        around = way[-1].frame.item
        if around is None:
            break
        way.append(around)
    return None, None
