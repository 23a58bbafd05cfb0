"""From a tree to nodes and sequence flows, with as few gateways as say the same.

What a row becomes depends on where it stands: a start event that is not first, or an end event that something follows,
is an intermediate event; a boundary event is attached to its host where that keeps the process sound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procmap.harmonisation.pieces import Built, GatewayKind, GraphDrawer, Piece, PlaceOfEvent
from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import BEGIN, END, GRAPHS, Tree, fold, front, reached, walk


@dataclass(frozen=True)
class Events:
    """Which rows are events, and which of them interrupt what they are attached to.

    `ends_at`: the end that follows a row at most of those that have both.
    """

    all: frozenset[str]
    interrupting: frozenset[str]
    ends_at: Mapping[str, str] = field(default_factory=dict)


def build(tree: Tree, rows: Mapping[str, CommonRow], events: Events, starts: bool, ends: bool) -> Built:
    """Return the nodes and flows of a tree. `starts`, `ends`: add such events where the tree has none."""
    built = Built()
    built.places = _places(tree, rows, events, built.moved)

    def combine(current: Tree, inner: list[Piece]) -> Piece:
        return _Drawer(built, events).block(current, inner, rows)

    whole = fold(tree, combine)
    if whole.passes:
        return built
    if starts and whole.entry is not None:
        built.link(built.add("event", "startEvent"), whole.entry)
    if ends and whole.exit is not None:
        built.link(whole.exit, built.add("event", "endEvent"))
    _share_ends(built, events)
    _simplify(built)
    return built


def _share_ends(built: Built, events: Events) -> None:
    """Let a branch that a boundary event opens come to the end that follows it in its sources, where that is one."""
    number = {node[1]: place for place, node in enumerate(built.nodes) if node is not None and node[0] == "row"}
    for last, end in built.closed:
        node = built.nodes[last]
        shared = events.ends_at.get(node[1]) if node is not None and node[0] == "row" else None
        if shared is not None and built.places.get(shared) == "end" and shared in number:
            built.flows[built.flows.index((last, end))] = (last, number[shared])
            built.nodes[end] = None


@dataclass
class _Drawer:
    built: Built
    events: Events

    def block(self, tree: Tree, inner: list[Piece], rows: Mapping[str, CommonRow]) -> Piece:
        """Return what is drawn of a tree from those of its parts."""
        made = self._plain(tree, inner, rows)
        if not tree.optional or made.passes or tree.kind in ("xor", "choice"):
            return made
        if made.entry is None:
            passed = self._choice([Piece(passes=True), made], "exclusiveGateway")
            return Piece(passes=True, beside=True) if made.beside else passed
        return self._choice([made, Piece(passes=True)], "exclusiveGateway")

    def _plain(self, tree: Tree, inner: list[Piece], rows: Mapping[str, CommonRow]) -> Piece:
        if tree.kind == "silent":
            return Piece(passes=True)
        if tree.kind == "step":
            return self._step(rows[tree.row])
        if tree.kind == "seq":
            return self._sequence(inner)
        if tree.kind == "loop":
            return self._loop(*inner)
        if tree.kind in GRAPHS:
            return GraphDrawer(self.built, tree, inner).drawn()
        if tree.kind == "xor":
            if tree.optional:
                inner = [*inner, Piece(passes=True)]
            return self._choice(inner, "exclusiveGateway")
        return self._choice(inner, "parallelGateway" if tree.kind == "and" else "inclusiveGateway")

    def _step(self, row: CommonRow) -> Piece:
        node = self.built.add("row", row.id)
        place = self.built.places.get(row.id)
        begins = place in ("start", "boundary")
        beside = place == "boundary" and row.id not in self.events.interrupting
        return Piece(None if begins else node, None if place == "end" else node, beside=beside)

    def _sequence(self, parts: Iterable[Piece]) -> Piece:
        whole = Piece(passes=True)
        for part in parts:
            if part.passes:
                continue
            if whole.passes:
                whole = part
                continue
            if whole.exit is not None and part.entry is not None:
                self.built.link(whole.exit, part.entry)
            whole = Piece(whole.entry, part.exit, beside=whole.beside)
        return whole

    def _choice(self, parts: list[Piece], kind: GatewayKind) -> Piece:
        """Return parts between a split and a join; neither is drawn where one way leads to it or from it."""
        for part in parts:
            if part.beside and part.exit is not None:
                self.built.close(part.exit)
        parts = [part for part in parts if part.passes or not part.beside]
        if kind != "exclusiveGateway":
            parts = [part for part in parts if not part.passes]
        if all(part.passes for part in parts):
            return Piece(passes=True)
        passing = any(part.passes for part in parts)
        entered = [part.entry for part in parts if part.entry is not None]
        left = [part.exit for part in parts if part.exit is not None]
        beginning = [part for part in parts if part.entry is None and not part.passes]
        if kind == "exclusiveGateway" and beginning and not entered and not passing:
            return Piece(None, self._joined(left, kind))
        entry: int | None = None
        if len(entered) + passing > 1:
            entry = self.built.add("gateway", kind)
            for target in entered:
                self.built.link(entry, target)
        elif entered:
            entry = entered[0]
        if not passing:
            return Piece(entry, self._joined(left, kind))
        if entry is None and not left:
            return Piece(passes=True)
        if not left:
            return Piece(entry, entry)
        join = self.built.add("gateway", kind)
        for source in left:
            self.built.link(source, join)
        if entry is None:
            return Piece(join, join)
        self.built.link(entry, join)
        return Piece(entry, join)

    def _joined(self, left: list[int], kind: GatewayKind) -> int | None:
        if len(left) < 2:
            return left[0] if left else None
        join = self.built.add("gateway", kind)
        for source in left:
            self.built.link(source, join)
        return join

    def _loop(self, do: Piece, redo: Piece) -> Piece:
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
            return Piece(join, split)
        if redo.entry is not None:
            self.built.link(split, redo.entry)
        if redo.exit is not None:
            self.built.link(redo.exit, join)
        return Piece(join, split)


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
    last = [all(target == END for source, target in tree.links if source == number) for number in range(len(inner))]
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
        if above.kind == "flow":
            return any(part is host for part in walk(above))
        if branch.optional or above.kind == "xor" or (above.kind == "choice" and _is_alternative(branch, above)):
            break
        if above.kind == "seq" and above.parts[0] is branch:
            branch = above
        elif above.kind in ("and", "order") and not interrupting:
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
    if meeting is not None and meeting.kind == "order":
        return _is_beside(branch, host, meeting)
    return meeting is not None and meeting.kind in ("seq", "and", "choice")


def _is_beside(branch: Tree, host: Tree, graph: Tree) -> bool:
    """Tell whether a part of a partial order comes right after a host, after nothing else, and before nothing."""
    if branch not in graph.parts:
        return False
    number = graph.parts.index(branch)
    before = [graph.parts[source] for source, target in graph.links if target == number and source != BEGIN]
    after = {target for source, target in graph.links if source == number}
    if len(before) != 1 or after - {END}:
        return False
    last = before[0]
    while last.kind == "seq":
        last = last.parts[-1]
    return last is host


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
