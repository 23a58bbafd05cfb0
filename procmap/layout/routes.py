"""Routes: which lines each edge follows. Coordinates come later, so a route can't go wrong by them.

A route is a list of lines, vertical and horizontal in turn; its corners are where one meets the next. Lines are
middles of rows, ports (places at the top or bottom of a shape) and nets in channels. Nodes stand in cells and
channels hold none, so an edge passes a cell only where that is known to be empty.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from procmap.layout.channels import Line
from procmap.layout.ends import End, Plan, Port, Route, Side, make_plan, make_ports
from procmap.layout.frames import Contents, Frame, Item
from procmap.layout.links import Link
from procmap.layout.occupancy import Occupancy, level, upright
from procmap.model import Event, Gateway, Pool

DOCK_MARGIN = 4.0
"""How far from a corner of a shape an edge may dock."""


class Router:
    """Finds the routes of all edges of a process; frames must have their columns and rows."""

    def __init__(self, contents: Contents, links: Sequence[Link]) -> None:
        self._occupied = {frame: Occupancy(frame.items) for frame in contents.frames}
        self._leaving = Counter(link.source for link in links if link.kind == "sequence")
        self._entering = Counter(link.target for link in links if link.kind == "sequence")
        self._joined: set[tuple[Item, Item]] = set()
        planned = [(link, make_plan(contents, link)) for link in links]
        self.unrouted = [link for link, made in planned if made is None]
        self._plans = [made for _, made in planned if made is not None]
        self.ports = make_ports(self._plans)

    def routes(self) -> list[Route]:
        """Return the routes in the order of the links, but for those in `unrouted`, whose ends lie too deep."""
        order = {"sequence": 0, "data": 1, "association": 2, "message": 3}
        for plan in sorted(self._plans, key=lambda plan: order[plan.link.kind]):
            self._route(plan)
        return [plan.route for plan in self._plans]

    def _route(self, plan: Plan) -> None:
        """Route an edge: out of what its source lies in, across the frame that holds both ends, in to its target."""
        key: object = plan.link.id
        out, into = self._climb(plan.source, key), self._climb(plan.target, key)
        if not plan.source:
            plan.route.lines = self._out_of_holder(plan.target[-1], plan.route.source, into, key)[::-1]
        elif not plan.target:
            plan.route.lines = self._out_of_holder(plan.source[-1], plan.route.target, out, key)
        else:
            plan.route.lines = self._across(plan, out, into)

    def _out_of_holder(self, end: End, holder: End, lines: list[Line], key: object) -> list[Line]:
        """Return `lines`, from inside an item, led on to the border of that item or to a boundary event on it."""
        if holder.guest is None:
            return self._leave(end, holder.side, lines, key)
        frame = end.item.frame
        if end.side in ("left", "right"):
            beside = frame.net(True, end.item.column + (end.side == "right"), key)
            beside.span(2 * end.item.row + 1, 2 * frame.rows)
            (beside.near if end.side == "right" else beside.far).add(end.item.row)
            lines = [*lines, beside]
        elif end.side == "top" or end.item.row < frame.rows - 1:
            channel = end.item.row + (end.side == "bottom")
            across, beside = frame.net(False, channel, key), frame.net(True, end.item.column + 1, key)
            across.span(2 * end.item.column + 1, 2 * end.item.column + 2)
            beside.span(2 * channel, 2 * frame.rows)
            lines = [*lines, across, beside]
        foot = frame.net(False, frame.rows, key)
        foot.span(0, 2 * frame.columns)
        port = Port(vertical=True, item=holder.item, guest=holder.guest)
        self.ports.append(port)
        return [*lines, foot, port]

    def _climb(self, ends: Sequence[End], key: object) -> list[Line]:
        """Return the lines from the first of some ends to the border of the item of the last, not yet across that."""
        if not ends:
            return []
        lines: list[Line] = [ends[0].line] if ends[0].line is not None else []
        for inner, outer in pairwise(ends):
            lines = self._leave(inner, outer.side, lines, key)
            outer.line = lines[-1]
        return lines

    def _leave(self, end: End, side: Side, lines: list[Line], key: object) -> list[Line]:
        """Return `lines`, which reach the border of an item, led on to the top or bottom of the frame around it."""
        frame, item = end.item.frame, end.item
        exit_at = 2 * frame.rows + 1 if side == "bottom" else -1
        middle = 2 * item.row + 1
        if end.side in ("left", "right"):
            before = end.side == "left"
            net = frame.net(True, item.column + (not before), key)
            net.span(middle, exit_at)
            (net.far if before else net.near).add(item.row)
            return [*lines, net]
        rows = range(item.row + 1, frame.rows) if side == "bottom" else range(item.row)
        if end.side == side and self._occupied[frame].take(upright(rows, item.column), (key, key)):
            return lines
        channel, edge = item.row + (end.side == "bottom"), item.column + 1
        across, along = frame.net(False, channel, key), frame.net(True, edge, key)
        across.span(2 * item.column + 1, 2 * edge)
        (across.near if end.side == "bottom" else across.far).add(item.column)
        along.span(2 * channel, exit_at)
        return [*lines, across, along]

    def _across(self, plan: Plan, out: list[Line], into: list[Line]) -> list[Line]:
        source, target = plan.source[-1], plan.target[-1]
        frame = plan.frame
        middle: list[Line] | None = None
        if source.side == "right" and target.side == "left":
            middle = self._straight(plan) or self._corner(plan) or self._upright(plan)
            if middle is not None:
                return middle
            if isinstance(source.item.element, Gateway) and self._leaving[plan.link.source] > 1:
                return self._beside(plan, source, target)
            return [out[-1], *self._by_channels(plan, source, target), into[-1]]
        if source.side in ("top", "bottom") and target.side in ("top", "bottom"):
            if self._drop(plan, source, target):
                fixed = out if _reaches(target, source) else into
                return [*out[:-1], fixed[-1], *reversed(into[:-1])]
            return [*out, *self._between_ports(frame, plan.link.id, source, target), *reversed(into)]
        if source.side in ("top", "bottom"):
            corner = self._corner(plan) if len(out) == 1 else None
            if corner is not None:
                return corner
            return [*out, *self._port_to_left(plan, source, target), *reversed(into)]
        return [*out, *self._right_to_port(plan, source, target), *reversed(into)]

    def _straight(self, plan: Plan) -> list[Line] | None:
        source, target = plan.source[-1].item, plan.target[-1].item
        if source.row != target.row or source.column >= target.column or (source, target) in self._joined:
            return None
        cells = level(source.row, range(source.column + 1, target.column))
        if not self._occupied[plan.frame].take(cells, (plan.link.id, plan.link.id)):
            return None
        self._joined.add((source, target))
        return [plan.frame.row_line(source.row)]

    def _corner(self, plan: Plan) -> list[Line] | None:
        """Return a way with one corner: out of a gateway's (or boundary event's) top or bottom, or into a gateway's."""
        source, target, frame = plan.source[-1], plan.target[-1], plan.frame
        first, last = source.item, target.item
        if first.column >= last.column or first.row == last.row:
            return None
        step = 1 if last.row > first.row else -1
        if isinstance(first.element, Gateway) or (source.guest is not None and step == 1):
            down = upright(range(first.row + step, last.row + step, step), first.column)
            across = level(last.row, range(first.column, last.column))
            if self._occupied[frame].take(down + across, (plan.link.source, plan.link.id)):
                if source.guest is None:
                    source.line = Port(vertical=True, item=first)
                    self.ports.append(source.line)
                    source.side = "bottom" if step == 1 else "top"
                return [line for line in (source.line, frame.row_line(last.row)) if line is not None]
        if isinstance(last.element, Gateway) and source.guest is None:
            across = level(first.row, range(first.column + 1, last.column + 1))
            down = upright(range(first.row, last.row, step), last.column)
            if self._occupied[frame].take(across + down, (plan.link.id, plan.link.target)):
                target.line = Port(vertical=True, item=last)
                self.ports.append(target.line)
                target.side = "top" if step == 1 else "bottom"
                return [frame.row_line(first.row), target.line]
        return None

    def _upright(self, plan: Plan) -> list[Line] | None:
        """Return the way straight up or down between two items of one column, where nothing stands between them."""
        source, target = plan.source[-1], plan.target[-1]
        upper, lower = sorted((source.item, target.item), key=lambda item: item.row)
        if upper.column != lower.column or upper.row == lower.row or upper.guests:
            return None
        if len(plan.source) > 1 or len(plan.target) > 1 or source.guest is not None or target.guest is not None:
            return None
        cells = upright(range(upper.row + 1, lower.row), upper.column)
        if not self._occupied[plan.frame].take(cells, (plan.link.id, plan.link.id)):
            return None
        port = Port(vertical=True, item=upper)
        self.ports.append(port)
        source.line, target.line = port, port
        source.side, target.side = ("bottom", "top") if source.item is upper else ("top", "bottom")
        return [port]

    def _beside(self, plan: Plan, source: End, target: End) -> list[Line]:
        """Return a way out of the top or bottom of a gateway, so that its flows part at once."""
        source.side = "top" if target.item.row < source.item.row else "bottom"
        port = Port(vertical=True, item=source.item)
        self.ports.append(port)
        source.line = port
        row = plan.frame.row_line(target.item.row)
        return [port, *self._port_to_left(plan, source, target), row]

    def _by_channels(self, plan: Plan, source: End, target: End) -> list[Line]:
        """Return the nets from the right of one item to the left of another."""
        frame, link = plan.frame, plan.link
        first, last = source.item, target.item
        again = (first, last) in self._joined
        out_key = ("out", link.source) if self._leaving[link.source] > 1 and not again else ("out", link.id)
        in_key = ("in", link.target) if self._entering[link.target] > 1 and not again else ("in", link.id)
        start, stop = 2 * first.row + 1, 2 * last.row + 1
        if last.column == first.column + 1 and not again:
            net = frame.net(True, last.column, out_key if self._leaving[link.source] > 1 else in_key)
            net.span(start, stop)
            net.near.add(first.row)
            net.far.add(last.row)
            return [net]
        if last.column <= first.column:
            channel = max(first.row, last.row) + 1
        else:
            channel = last.row + 1 if last.row <= first.row else last.row
        begin = frame.net(True, first.column + 1, out_key)
        begin.span(start, 2 * channel)
        begin.near.add(first.row)
        along = frame.net(False, channel, link.id if link.name else in_key)
        along.span(2 * first.column + 2, 2 * last.column)
        end = frame.net(True, last.column, in_key)
        end.span(2 * channel, stop)
        end.far.add(last.row)
        return [begin, along, end]

    def _port_to_left(self, plan: Plan, source: End, target: End) -> list[Line]:
        frame, item = plan.frame, source.item
        channel = item.row + (source.side == "bottom")
        along = frame.net(False, channel, plan.link.id)
        along.span(2 * item.column + 1, 2 * target.item.column)
        (along.near if source.side == "bottom" else along.far).add(item.column)
        many = self._entering[plan.link.target] > 1 and len(plan.target) == 1
        end = frame.net(True, target.item.column, ("in", plan.link.target) if many else plan.link.id)
        end.span(2 * channel, 2 * target.item.row + 1)
        end.far.add(target.item.row)
        return [along, end]

    def _right_to_port(self, plan: Plan, source: End, target: End) -> list[Line]:
        frame, item = plan.frame, target.item
        channel = item.row + (target.side == "bottom")
        begin = frame.net(True, source.item.column + 1, plan.link.id)
        begin.span(2 * source.item.row + 1, 2 * channel)
        begin.near.add(source.item.row)
        along = frame.net(False, channel, plan.link.id)
        along.span(2 * source.item.column + 2, 2 * item.column + 1)
        (along.near if target.side == "bottom" else along.far).add(item.column)
        return [begin, along]

    def _drop(self, plan: Plan, source: End, target: End) -> bool:
        """Tell whether one vertical line joins both ends, and mark the cells it passes as taken."""
        upper, lower = sorted((source, target), key=lambda end: end.item.row)
        first, last = upper.item, lower.item
        if first.column != last.column or first.row == last.row or (upper.side, lower.side) != ("bottom", "top"):
            return False
        if not any(_reaches(*pair) for pair in ((source, target), (target, source))):
            return False
        cells = upright(range(first.row + 1, last.row), first.column)
        return self._occupied[plan.frame].take(cells, (plan.link.id, plan.link.id))

    def _between_ports(self, frame: Frame, key: object, source: End, target: End) -> list[Line]:
        """Return the nets from the top or bottom of one item to the top or bottom of another."""
        starts = source.item.row + (source.side == "bottom")
        stops = target.item.row + (target.side == "bottom")
        begin = frame.net(False, starts, key)
        begin.span(2 * source.item.column + 1)
        (begin.near if source.side == "bottom" else begin.far).add(source.item.column)
        end = frame.net(False, stops, key)
        (end.near if target.side == "bottom" else end.far).add(target.item.column)
        end.span(2 * target.item.column + 1)
        if starts == stops:
            return [begin]
        beside = target.item.column + (source.item.column > target.item.column or frame.depth == 0)
        begin.span(2 * beside)
        end.span(2 * beside)
        along = frame.net(True, beside, key)
        along.span(2 * starts, 2 * stops)
        return [begin, along, end]


def _reaches(end: End, other: End) -> bool:
    """Tell whether an end can dock right above or below the port of another."""
    if end.through or end.guest is not None:
        return False
    if isinstance(end.item.element, Pool):
        return True
    if other.through or not isinstance(other.line, Port) or other.line.guest is not None:
        return False
    if isinstance(end.item.element, Event | Gateway) or other.item.inner is not None:
        return other.line.shift == 0
    return abs(other.line.shift) * other.item.width <= end.item.width / 2 - DOCK_MARGIN
