"""From a net to the nodes and flows of a process: places and silent transitions become gateways, events and flows.

A place is where a token waits: it is a flow, or where ways meet or part an exclusive gateway. A transition takes a
token of each way in and gives one to each way out: where it has several, a parallel gateway stands before or behind it.
That says the same as the net when it is free-choice: transitions that share an input share all (Desel and Esparza, Free
Choice Petri Nets, 1995). Where they share several, those are joined first and the choice is made behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from procmap.formats.free_ids import FreeIds
from procmap.formats.notes import Notes
from procmap.formats.pnml.net import Arc, Net, Place, Transition
from procmap.model import Activity, Bounds, Event, Gateway, Point, SequenceFlow, unique
from procmap.model.elements import EventType, GatewayType, Node


@dataclass(frozen=True)
class Drawn:
    """A net as nodes and flows. `bounds`: where the file draws them; `ways`: what the flows lead over."""

    nodes: tuple[Node, ...]
    flows: tuple[SequenceFlow, ...]
    bounds: dict[str, Bounds]
    ways: dict[str, tuple[Point, ...]]


@dataclass(frozen=True)
class _Link:
    """A part of a way: from one vertex to another."""

    id: str
    source: str
    target: str
    bends: tuple[Point, ...] = ()


@dataclass
class _Sketch:
    """The net as a graph whose vertices will be nodes, or be passed over; new vertices have an id and a node."""

    parent: str | None
    free: FreeIds
    links: list[_Link]
    before: dict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    behind: dict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    starting: set[str] = field(default_factory=set)

    def gateway(self, stem: str, kind: GatewayType) -> Gateway:
        return Gateway(id=self.free.new(stem), type=kind, parent=self.parent)

    def event(self, stem: str, kind: EventType, name: str = "") -> Event:
        return Event(id=self.free.new(stem), type=kind, name=name, parent=self.parent)

    def link(self, source: str, target: str) -> None:
        self.links.append(_Link(self.free.new(f"{source}_to_{target}"), source, target))

    def degrees(self) -> tuple[dict[str, int], dict[str, int]]:
        """Return how many links lead to and from each vertex."""
        incoming: dict[str, int] = defaultdict(int)
        outgoing: dict[str, int] = defaultdict(int)
        for link in self.links:
            incoming[link.target] += 1
            outgoing[link.source] += 1
        return incoming, outgoing


def draw_net(net: Net, process: str, parent: str | None, free: FreeIds, notes: Notes) -> Drawn:
    """Return a net as nodes and flows inside `parent`; what they cannot say as the net does is noted."""
    sketch = _Sketch(parent, free, [_Link(arc.id, arc.source, arc.target, arc.bends) for arc in net.arcs])
    _choices(net, process, sketch, notes)
    _joins_and_splits(net, sketch)
    _starts(net, process, sketch, notes)
    _ends(net, process, sketch, notes)
    return _contracted(net, sketch, notes)


def _choices(net: Net, process: str, sketch: _Sketch, notes: Notes) -> None:
    """Stand a join and a choice between places and the transitions that share them all; note other sharing."""
    inputs, outputs = net.inputs(), net.outputs()
    names = {each.id: each.name or each.id for each in net.members()}
    done: set[str] = set()
    joined: dict[str, str] = {}
    for place in net.places:
        if place.id in done or len(outputs[place.id]) < 2:
            continue
        places, transitions = _sharing(place.id, inputs, outputs)
        done.update(places)
        if any(len(inputs[each]) < len(places) for each in transitions):
            notes.report(
                "pnml-not-free-choice",
                *places,
                *transitions,
                process=process,
                places=_list(names[each] for each in places),
                transitions=_list(names[each] for each in transitions),
            )
        elif len(places) > 1:
            join = sketch.gateway(f"{transitions[0]}_join", "parallelGateway")
            choice = sketch.gateway(f"{transitions[0]}_choice", "exclusiveGateway")
            sketch.before[transitions[0]] += [join, choice]
            joined |= dict.fromkeys(places, join.id)
            sketch.link(join.id, choice.id)
            for transition in transitions:
                sketch.link(choice.id, transition)
    sketch.links = _led_to_joins(sketch.links, joined)


def _sharing(
    place: str, inputs: dict[str, list[Arc]], outputs: dict[str, list[Arc]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the places and transitions that share inputs with those of a place, directly or by others."""
    places, transitions = {place: None}, dict[str, None]()
    pending = [place]
    for member in pending:  # grows while it is read
        for arc in outputs[member]:
            if arc.target not in transitions:
                transitions[arc.target] = None
                pending += [each.source for each in inputs[arc.target] if each.source not in places]
                places |= dict.fromkeys(each.source for each in inputs[arc.target])
    return tuple(places), tuple(transitions)


def _led_to_joins(links: Iterable[_Link], joined: dict[str, str]) -> list[_Link]:
    """Return the links with one from each of the joined places to its join, instead of one to each transition."""
    kept: list[_Link] = []
    led: set[str] = set()
    for link in links:
        join = joined.get(link.source)
        if join is None:
            kept.append(link)
        elif link.source not in led:
            led.add(link.source)
            kept.append(_Link(link.id, link.source, join, link.bends))
    return kept


def _list(names: Iterable[str], most: int = 5) -> str:
    names = list(names)
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")


def _joins_and_splits(net: Net, sketch: _Sketch) -> None:
    """Stand parallel gateways before and behind the steps that take or give several tokens."""
    incoming, outgoing = sketch.degrees()
    joins: dict[str, str] = {}
    splits: dict[str, str] = {}
    for transition in net.transitions:
        if transition.silent:
            continue
        if incoming[transition.id] > 1:
            join = sketch.gateway(f"{transition.id}_join", "parallelGateway")
            sketch.before[transition.id].append(join)
            joins[transition.id] = join.id
        if outgoing[transition.id] > 1:
            split = sketch.gateway(f"{transition.id}_split", "parallelGateway")
            sketch.behind[transition.id].append(split)
            splits[transition.id] = split.id
    sketch.links = [
        _Link(link.id, splits.get(link.source, link.source), joins.get(link.target, link.target), link.bends)
        for link in sketch.links
    ]
    for transition_id, join_id in joins.items():
        sketch.link(join_id, transition_id)
    for transition_id, split_id in splits.items():
        sketch.link(transition_id, split_id)


def _starts(net: Net, process: str, sketch: _Sketch, notes: Notes) -> None:
    """Find what holds a token at first: the marked places; without any the places that nothing leads to."""
    incoming, outgoing = sketch.degrees()
    connected = [place for place in net.places if incoming[place.id] or outgoing[place.id]]
    marked = [place for place in connected if place.marked]
    sources = [place for place in connected if not incoming[place.id]]
    free_running = [each for each in net.transitions if not incoming[each.id] and outgoing[each.id]]
    starting: list[Place | Transition] = [*(marked or sources), *free_running]
    for transition in free_running:
        notes.report("pnml-source-transition", transition.id, process=process, name=transition.name or transition.id)
    for place in sources if marked else ():
        if not place.marked:
            notes.report("pnml-never-marked", place.id, process=process, place=place.name or place.id)
    if not marked and len(starting) > 1:
        ids = [each.id for each in starting]
        notes.report("pnml-no-marking", *ids, process=process, count=len(ids))
    if not starting and net.transitions:
        notes.report("pnml-no-start", process=process)
    if marked and len(starting) > 1:
        start = sketch.event("start", "startEvent")
        split = sketch.gateway("start_split", "parallelGateway")
        sketch.before[starting[0].id] += [start, split]
        sketch.link(start.id, split.id)
        for each in starting:
            sketch.link(split.id, each.id)
        return
    for each in starting:
        if isinstance(each, Place) and not incoming[each.id] and outgoing[each.id] == 1:
            sketch.starting.add(each.id)  # it is the start event itself
        else:
            alone = isinstance(each, Place) and not incoming[each.id]
            start = sketch.event(f"{each.id}_start", "startEvent", each.name if alone else "")
            sketch.before[each.id].insert(0, start)
            sketch.link(start.id, each.id)


def _ends(net: Net, process: str, sketch: _Sketch, notes: Notes) -> None:
    """Stand an end event behind the transitions that give no token; a place that nothing leaves is one itself."""
    incoming, outgoing = sketch.degrees()
    for transition in net.transitions:
        if incoming[transition.id] and not outgoing[transition.id]:
            end = sketch.event(f"{transition.id}_end", "endEvent")
            sketch.behind[transition.id].append(end)
            sketch.link(transition.id, end.id)
    for place in net.places:
        if place.final and outgoing[place.id]:
            notes.report("pnml-final-marking", place.id, process=process, place=place.name or place.id)


def _contracted(net: Net, sketch: _Sketch, notes: Notes) -> Drawn:
    """Return the vertices that are nodes, and the ways between them over those that are not."""
    incoming, outgoing = sketch.degrees()
    nodes: list[Node] = []
    for each in net.members():
        ways = (incoming[each.id], outgoing[each.id])
        node = _of_place(each, ways, sketch) if isinstance(each, Place) else _of_transition(each, ways, sketch)
        nodes += [*sketch.before[each.id], *([node] if node is not None else []), *sketch.behind[each.id]]
    shown = {node.id for node in nodes}
    passed = {each.id: each for each in net.members() if each.id not in shown}
    leaving = {link.source: link for link in sketch.links if link.source in passed}
    flows: list[SequenceFlow] = []
    ways_of: dict[str, tuple[Point, ...]] = {}
    over: set[str] = set()
    for link in sketch.links:
        if link.source not in shown:
            continue
        parts = [link]
        while parts[-1].target not in shown:
            parts.append(leaving[parts[-1].target])
        between = [passed[part.source] for part in parts[1:]]
        over.update(each.id for each in between)
        flow = _flow(parts, between, sketch)
        flows.append(flow)
        ways_of[flow.id] = _way(parts, passed)
    for each in passed.values():
        if each.id not in over:  # apart from all, or in a ring that nothing leads to
            notes.unread("place" if isinstance(each, Place) else "transition")
    bounds = {each.id: each.bounds for each in net.members() if each.bounds and each.id in shown}
    return Drawn(tuple(nodes), tuple(flows), bounds, ways_of)


def _of_place(place: Place, ways: tuple[int, int], sketch: _Sketch) -> Node | None:
    """Return the node that a place is; None for one that is passed over, or stands alone."""
    common = {"id": place.id, "name": place.name, "documentation": place.documentation, "parent": sketch.parent}
    incoming, outgoing = ways
    if place.id in sketch.starting:
        return Event(type="startEvent", **common)
    if not outgoing:
        return Event(type="endEvent", **common) if incoming else None
    if ways == (1, 1):
        return None
    if sketch.before[place.id] and incoming == 1:
        common["name"] = ""  # its name is that of the start event
    return Gateway(type="exclusiveGateway", **common)


def _of_transition(transition: Transition, ways: tuple[int, int], sketch: _Sketch) -> Node | None:
    """Return the node that a transition is; None for a silent one that only leads on, or stands alone."""
    if not transition.silent:
        return Activity(
            id=transition.id,
            name=transition.name,
            type="task" if transition.inside is None else "subProcess",
            documentation=transition.documentation,
            properties=transition.properties,
            parent=sketch.parent,
        )
    if ways in ((1, 1), (0, 0)):
        return None
    return Gateway(
        id=transition.id, type="parallelGateway", documentation=transition.documentation, parent=sketch.parent
    )


def _flow(parts: Sequence[_Link], between: Sequence[Place | Transition], sketch: _Sketch) -> SequenceFlow:
    """Return a flow, called after the first place that it leads over, else the first arc."""
    places = [each for each in between if isinstance(each, Place)]
    return SequenceFlow(
        id=places[0].id if places else parts[0].id,
        name=" / ".join(unique(place.name for place in places if place.name)),
        documentation=tuple(unique(text for each in between for text in each.documentation)),
        source=parts[0].source,
        target=parts[-1].target,
        parent=sketch.parent,
    )


def _way(parts: Sequence[_Link], passed: dict[str, Place | Transition]) -> tuple[Point, ...]:
    """Return what a flow leads over: bends of arcs, and places. Parts of an operator all lie where it lies."""
    points: list[Point] = []
    for part in parts:
        each = passed.get(part.source)
        if each is not None and each.bounds is not None and not (isinstance(each, Transition) and each.operator):
            box = each.bounds
            points.append(Point(x=box.x + box.width / 2, y=box.y + box.height / 2))
        points += part.bends
    return tuple(points)
