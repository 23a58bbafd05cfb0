"""From a tree to nodes and sequence flows, with as few gateways as say the same.

What a row becomes depends on where it stands: a start event that is not first, or an end event that something follows,
is an intermediate event; a boundary event is attached to its host where that keeps the process sound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import BEGIN, END, GRAPHS, Link, Tree, fold, front, reached, walk

PlaceOfEvent = Literal["start", "end", "boundary", "middle"]
GatewayKind = Literal["exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway"]


@dataclass(frozen=True)
class Events:
    """Which rows are events, and which of them interrupt what they are attached to."""

    all: frozenset[str]
    interrupting: frozenset[str]


@dataclass
class Built:
    """The nodes and flows of one scope, by number.

    `nodes[n]` is the row of a step, the type of a gateway, or `startEvent`/`endEvent` where one had to be added; `None`
    where a gateway proved superfluous. `places` says what the events among the rows become.
    """

    nodes: list[tuple[Literal["row", "gateway", "event"], str] | None] = field(default_factory=list)
    flows: list[tuple[int, int]] = field(default_factory=list)
    places: dict[str, PlaceOfEvent] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    loop_entries: set[int] = field(default_factory=set)

    def add(self, kind: Literal["row", "gateway", "event"], what: str) -> int:
        """Add a node and return its number."""
        self.nodes.append((kind, what))
        return len(self.nodes) - 1

    def link(self, source: int, target: int) -> None:
        """Add a flow."""
        self.flows.append((source, target))


@dataclass
class _Fragment:
    """A part that is drawn: where it is entered and left. No `entry`: it begins by itself; no `exit`: it ends there.

    `passes`: it can be gone through without any node (`entry` and `exit` are not set then). `beside`: it is a branch
    that a boundary event opens, with a token of its own.
    """

    entry: int | None = None
    exit: int | None = None
    passes: bool = False
    beside: bool = False


def build(tree: Tree, rows: Mapping[str, CommonRow], events: Events, starts: bool, ends: bool) -> Built:
    """Return the nodes and flows of a tree. `starts`, `ends`: add such events where the tree has none."""
    built = Built()
    built.places = _places(tree, rows, events, built.moved)

    def combine(current: Tree, inner: list[_Fragment]) -> _Fragment:
        return _Drawer(built, events).block(current, inner, rows)

    whole = fold(tree, combine)
    if whole.passes:
        return built
    if starts and whole.entry is not None:
        built.link(built.add("event", "startEvent"), whole.entry)
    if ends and whole.exit is not None:
        built.link(whole.exit, built.add("event", "endEvent"))
    _simplify(built)
    return built


@dataclass
class _Drawer:
    built: Built
    events: Events

    def block(self, tree: Tree, inner: list[_Fragment], rows: Mapping[str, CommonRow]) -> _Fragment:
        """Return the fragment of a tree from those of its parts."""
        made = self._plain(tree, inner, rows)
        if not tree.optional or made.passes or tree.kind in ("xor", "choice"):
            return made
        if made.entry is None:
            return self._choice([_Fragment(passes=True), made], "exclusiveGateway")
        return self._choice([made, _Fragment(passes=True)], "exclusiveGateway")

    def _plain(self, tree: Tree, inner: list[_Fragment], rows: Mapping[str, CommonRow]) -> _Fragment:
        if tree.kind == "silent":
            return _Fragment(passes=True)
        if tree.kind == "step":
            return self._step(rows[tree.row])
        if tree.kind == "seq":
            return self._sequence(inner)
        if tree.kind == "loop":
            return self._loop(*inner)
        if tree.kind in GRAPHS:
            return _GraphDrawer(self.built, tree, inner).drawn()
        if tree.kind == "xor":
            if tree.optional:
                inner = [*inner, _Fragment(passes=True)]
            return self._choice(inner, "exclusiveGateway")
        return self._choice(inner, "parallelGateway" if tree.kind == "and" else "inclusiveGateway")

    def _step(self, row: CommonRow) -> _Fragment:
        node = self.built.add("row", row.id)
        place = self.built.places.get(row.id)
        begins = place in ("start", "boundary")
        beside = place == "boundary" and row.id not in self.events.interrupting
        return _Fragment(None if begins else node, None if place == "end" else node, beside=beside)

    def _sequence(self, parts: Iterable[_Fragment]) -> _Fragment:
        whole = _Fragment(passes=True)
        for part in parts:
            if part.passes:
                continue
            if whole.passes:
                whole = part
                continue
            if whole.exit is not None and part.entry is not None:
                self.built.link(whole.exit, part.entry)
            whole = _Fragment(whole.entry, part.exit, beside=whole.beside)
        return whole

    def _choice(self, parts: list[_Fragment], kind: GatewayKind) -> _Fragment:
        """Return parts between a split and a join; neither is drawn where one way leads to it or from it."""
        for part in parts:
            if part.beside and part.exit is not None:
                self.built.link(part.exit, self.built.add("event", "endEvent"))
        parts = [part for part in parts if not part.beside]
        if kind != "exclusiveGateway":
            parts = [part for part in parts if not part.passes]
        if all(part.passes for part in parts):
            return _Fragment(passes=True)
        passing = any(part.passes for part in parts)
        entered = [part.entry for part in parts if part.entry is not None]
        left = [part.exit for part in parts if part.exit is not None]
        beginning = [part for part in parts if part.entry is None and not part.passes]
        if kind == "exclusiveGateway" and beginning and not entered and not passing:
            return _Fragment(None, self._joined(left, kind))
        entry: int | None = None
        if len(entered) + passing > 1:
            entry = self.built.add("gateway", kind)
            for target in entered:
                self.built.link(entry, target)
        elif entered:
            entry = entered[0]
        if not passing:
            return _Fragment(entry, self._joined(left, kind))
        if entry is None and not left:
            return _Fragment(passes=True)
        if not left:
            return _Fragment(entry, entry)
        join = self.built.add("gateway", kind)
        for source in left:
            self.built.link(source, join)
        if entry is None:
            return _Fragment(join, join)
        self.built.link(entry, join)
        return _Fragment(entry, join)

    def _joined(self, left: list[int], kind: GatewayKind) -> int | None:
        if len(left) < 2:
            return left[0] if left else None
        join = self.built.add("gateway", kind)
        for source in left:
            self.built.link(source, join)
        return join

    def _loop(self, do: _Fragment, redo: _Fragment) -> _Fragment:
        if do.passes:
            return redo
        if do.entry is None or do.exit is None:
            return self._sequence([do])
        join = self.built.add("gateway", "exclusiveGateway")
        self.built.loop_entries.add(join)
        split = self.built.add("gateway", "exclusiveGateway")
        self.built.link(join, do.entry)
        self.built.link(do.exit, split)
        if redo.passes:
            self.built.link(split, join)
            return _Fragment(join, split)
        if redo.entry is not None:
            self.built.link(split, redo.entry)
        if redo.exit is not None:
            self.built.link(redo.exit, join)
        return _Fragment(join, split)


class _GraphDrawer:
    """Draws a graph: its parts, and where several links lead to or from one, a gateway there."""

    def __init__(self, built: Built, tree: Tree, inner: list[_Fragment]) -> None:
        self.built, self.tree, self.inner = built, tree, inner
        self.kind: GatewayKind = "parallelGateway" if tree.kind == "order" else "exclusiveGateway"
        self.into: dict[int, int | None] = {}
        self.out: dict[int, int | None] = {}

    def drawn(self) -> _Fragment:
        """Return the graph as a fragment."""
        count = len(self.inner)
        for number, part in enumerate(self.inner):
            if part.passes:
                part.entry = part.exit = self.built.add("gateway", self.kind)
            self.into[number], self.out[number] = part.entry, part.exit
        for number, gateway in enumerate(self.tree.gateways, start=count):
            self.into[number] = self.out[number] = self.built.add("gateway", gateway)
        links = [link for link in self.tree.links if self._drawn(*link)]
        if self.tree.optional and self.tree.kind == "choice":
            links.append((BEGIN, END))
        gates = range(count, count + len(self.tree.gateways))
        for number in (BEGIN, *range(count), END):
            if number != END and sum(source == number for source, _ in links) > 1:
                self.out[number] = self._split(self.out.get(number))
            if number != BEGIN and sum(target == number for _, target in links) > 1:
                back = any(target == number <= source and source not in gates for source, target in links)
                self.into[number] = self._join(self.into.get(number), back and number >= 0)
        return self._linked(links)

    def _drawn(self, source: int, target: int) -> bool:
        begins = target >= 0 and self.into[target] is None
        return not begins and not (source >= 0 and self.out[source] is None)

    def _split(self, node: int | None) -> int:
        gateway = self.built.add("gateway", self.kind)
        if node is not None:
            self.built.link(node, gateway)
        return gateway

    def _join(self, node: int | None, is_loop: bool) -> int:
        gateway = self.built.add("gateway", self.kind)
        if node is not None:
            self.built.link(gateway, node)
        if is_loop:
            self.built.loop_entries.add(gateway)
        return gateway

    def _linked(self, links: list[Link]) -> _Fragment:
        entry, leaving = self.out.get(BEGIN), self.into.get(END)
        for source, target in links:
            start, end = self.out.get(source), self.into.get(target)
            if start is not None and end is not None:
                self.built.link(start, end)
            elif source == BEGIN and target == END:
                entry = leaving = self.built.add("gateway", self.kind)
            elif source == BEGIN:
                entry = end
            else:
                leaving = start
        return _Fragment(entry, leaving)


def _places(tree: Tree, rows: Mapping[str, CommonRow], events: Events, moved: list[str]) -> dict[str, PlaceOfEvent]:
    """Return what each row that is a start, an end or on a boundary becomes where it stands."""
    around = {part: current for current in walk(tree) for part in current.parts}
    leaves = {part.row: part for part in walk(tree) if part.kind == "step"}
    order = {row: place for place, row in enumerate(leaves)}
    first = front(tree)
    ending = _ends(tree, rows)
    places: dict[str, PlaceOfEvent] = {}
    for row, found in leaves.items():
        role, host = rows[row].role, rows[row].host
        if role == "start":
            places[row] = "start" if row in first else "middle"
        elif role == "end":
            places[row] = "end" if row in ending else "middle"
        elif host is not None:
            fits = host in leaves and order[host] < order[row] and host not in events.all
            fits = fits and _may_attach(found, leaves[host], around, row in events.interrupting)
            places[row] = "boundary" if fits else "middle"
        if places.get(row) == "middle":
            moved.append(row)
    return places


def _ends(tree: Tree, rows: Mapping[str, CommonRow]) -> set[str]:
    """Return the end rows that can be drawn as ends: nothing that must follow them would be cut off.

    For every part it is known whether it can go on, and which rows end in it.
    """

    def combine(current: Tree, inner: list[tuple[bool, set[str]]]) -> tuple[bool, set[str]]:
        if current.kind == "step":
            is_end = rows[current.row].role == "end"
            return (not is_end or current.optional, {current.row} if is_end else set())
        if current.kind == "silent":
            return True, set()
        if current.kind == "seq":
            goes_on, ending = True, set()
            for place, (on, ends) in enumerate(inner):
                if not on and place < len(inner) - 1:
                    continue  # what follows would never happen: these are passed through
                ending |= ends
                goes_on = goes_on and on
        elif current.kind == "xor":
            goes_on, ending = any(on for on, _ in inner), {row for _, ends in inner for row in ends}
        elif current.kind == "loop":
            (on, ends), (_, back) = inner
            goes_on, ending = True, ((ends if on else set()) | back)
        elif current.kind in GRAPHS:
            goes_on, ending = _ends_in_graph(current, inner)
        else:
            joined = sum(on for on, _ in inner)
            ending = {row for on, ends in inner if not on or joined < 2 for row in ends}
            goes_on = joined > 0
            if current.kind == "or":
                goes_on, ending = True, set()
        return goes_on or current.optional, ending

    return fold(tree, combine)[1]


def _ends_in_graph(tree: Tree, inner: list[tuple[bool, set[str]]]) -> tuple[bool, set[str]]:
    """Tell whether a graph can go on, and which rows end in it: those of parts that lead to no other."""
    last = [
        all(target == END for source, target in tree.links if source == number) for number in range(len(inner))
    ]
    ending = {row for number, (on, ends) in enumerate(inner) if last[number] or on for row in ends}
    closed = [number for number, (on, _) in enumerate(inner) if last[number] and not on]
    if tree.kind != "order":
        return END in reached(tree.links, BEGIN, closed), ending
    going = [number for number in range(len(inner)) if last[number] and number not in closed]
    ending = {row for number in range(len(inner)) if last[number] for row in inner[number][1]}
    if len(going) > 1:
        ending = {row for number in closed for row in inner[number][1]}
    return bool(going), ending


def _may_attach(event: Tree, host: Tree, around: Mapping[Tree, Tree], interrupting: bool) -> bool:
    """Tell whether a boundary event can leave its host and go on where it stands in the tree."""
    if event.optional and around.get(event) is None:
        return False
    branch = event
    while True:
        above = around.get(branch)
        if above is None:
            return False
        if branch.optional or above.kind == "xor" or (above.kind == "choice" and _is_alternative(branch, above)):
            break
        if above.kind == "seq" and above.parts[0] is branch:
            branch = above
        elif above.kind == "and" and not interrupting:
            break
        else:
            return False
    outer: dict[int, Tree] = {}
    current: Tree | None = event
    while current is not None:
        outer[id(current)] = current
        current = around.get(current)
    current = host
    while current is not None and id(current) not in outer:
        current = around.get(current)
        if current is not None and id(current) not in outer and current.kind in ("and", "or") and interrupting:
            return False
    meeting = current
    if not interrupting and _is_repeated(host, around):
        return False  # its branch could still be at work when the host is done again
    current = around.get(branch)
    while current is not None and current is not meeting:
        if current.kind in ("and", "or", "loop") and interrupting:
            return False
        current = around.get(current)
    return meeting is not None and meeting.kind in ("seq", "and", "choice")


def _is_alternative(part: Tree, graph: Tree) -> bool:
    """Tell whether everything that leads to a part of a choice graph leads to something else too."""
    number = graph.parts.index(part)
    sources = [source for source, target in graph.links if target == number]
    return all(any(s == source and t != number for s, t in graph.links) for source in sources)


def _is_repeated(part: Tree, around: Mapping[Tree, Tree]) -> bool:
    current = around.get(part)
    while current is not None and current.kind != "loop":
        current = around.get(current)
    return current is not None


def _simplify(built: Built) -> None:
    """Let a join that only leads to another of its kind be one with it, and draw no way of a choice twice.

    Splits stay apart, since each asks a question of its own, and so do the entries of loops, which would become one.
    """
    into, out = Counter(target for _, target in built.flows), Counter(source for source, _ in built.flows)
    leads_to: dict[int, int] = {}
    for source, target in built.flows:
        node = built.nodes[source]
        if node is None or node != built.nodes[target] or node[1] not in ("exclusiveGateway", "parallelGateway"):
            continue
        if target in built.loop_entries or source in built.loop_entries:
            continue
        if out[source] == out[target] == 1 and into[source] > 1 and into[target] > 1 and source != target:
            leads_to[source] = target
    flows: dict[tuple[int, int], int] = {}
    for source, target in built.flows:
        if source in leads_to:
            built.nodes[source] = None
            continue
        last = target
        while last in leads_to:
            last = leads_to[last]
        flows[source, last] = flows.get((source, last), 0) + 1
    built.flows = [
        flow
        for flow, times in flows.items()
        for _ in range(1 if built.nodes[flow[0]] == ("gateway", "exclusiveGateway") else times)
    ]
