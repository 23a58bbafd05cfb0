"""What a tree does when it is drawn: its relations, what is repeated and what comes with what, by its states."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from procmap.behaviour import Order, Reading, Undecided, certain, read_process
from procmap.harmonisation.building import Built, Events, build
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree
from procmap.model import Activity, Event, Gateway, Node, Process, SequenceFlow

Implication = tuple[str, str]
"""A row, and another that is done in every run with it; an empty first row stands for every run."""


@dataclass(frozen=True)
class Behaviour:
    """What a process does, by rows. `states`: how many it has."""

    orders: tuple[Order, ...]
    implied: frozenset[Implication]
    states: int

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The rows that can be done more than once."""
        return frozenset(row for order in self.orders for row in order.rows if order.repeats(row))

    def relation(self, one: str, other: str) -> str | None:
        """Return how two rows stand; None where they never happen in one net."""
        for order in self.orders:
            if one in order.number and other in order.number:
                return order.relation(one, other)
        return None


def behaviour(readings: Sequence[Reading], row_of: Mapping[str, str]) -> Behaviour:
    """Return what a process does as it is read. Raises Undecided when it has too many states."""
    orders, implied, states = [], set(), 0
    for reading in readings:
        view = reading.view(row_of)
        orders.append(reading.order(row_of))
        runs = certain(view)
        implied.update(("", row) for row in view.names(runs.always))
        for number, row in enumerate(view.rows):
            implied.update((row, other) for other in view.names(runs.implied[number]) if other != row)
        states += len(view.edges)
    return Behaviour(tuple(orders), frozenset(implied), states)


class Trials:
    """Tries trees of one scope. `cap`: a tree with more states than this is not tried."""

    def __init__(self, rows: Rows, sources: Sequence[Source], scope: str | None, cap: int) -> None:
        self.rows, self.cap = rows.rows, cap
        here = rows.composed(scope)
        events = [row for row in here if _votes(row, sources, lambda step: isinstance(step, Event))]
        beside = {row.id for row in events if _votes(row, sources, _interrupts_nothing)}
        self.events = Events(frozenset(row.id for row in events), frozenset({row.id for row in events} - beside))

    def run(self, tree: Tree) -> Behaviour | None:
        """Return what a tree does; None where what is drawn is not sound, or has too many states."""
        built = build(tree, self.rows, self.events, True, True)
        process = _process(built, self.rows, self.events.interrupting)
        try:
            readings = read_process(process, self.cap)
            if any(reading.faults for reading in readings):
                return None
            return behaviour(readings, {node.id: node.id for node in process.steps if node.id in self.rows})
        except Undecided:
            return None


def _votes(row: CommonRow, sources: Sequence[Source], holds: Callable[[Node], bool]) -> bool:
    firsts = [source.steps[step] for source in sources for step in row.members.get(source.id, ())[:1]]
    return 2 * sum(map(holds, firsts)) > len(firsts)


def _interrupts_nothing(step: Node) -> bool:
    return isinstance(step, Event) and not step.interrupting


def _process(built: Built, rows: Mapping[str, CommonRow], interrupting: Collection[str]) -> Process:
    nodes: list[Node] = []
    types = {"start": "startEvent", "end": "endEvent", "boundary": "boundaryEvent", "middle": "intermediateThrowEvent"}
    ids: dict[int, str] = {}
    for number, node in enumerate(built.nodes):
        if node is None:
            continue
        kind, what = node
        ids[number] = what if kind == "row" else f"{kind} {number}"
        if kind == "gateway":
            nodes.append(Gateway(id=ids[number], type=what))
        elif kind == "event":
            nodes.append(Event(id=ids[number], type=what))
        elif what in built.places:
            place = built.places[what]
            host = rows[what].host if place == "boundary" else None
            stops = place != "boundary" or what in interrupting
            nodes.append(Event(id=what, type=types[place], attached_to=host, interrupting=stops))
        else:
            nodes.append(Activity(id=what, name=what))
    flows = [
        SequenceFlow(id=f"flow {number}", source=ids[source], target=ids[target])
        for number, (source, target) in enumerate(built.flows)
    ]
    return Process(id="trial", nodes=tuple(nodes), flows=tuple(flows))
