"""What a tree does when it is drawn: its relations, what is repeated and what comes with what, by its states."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property, lru_cache

from procmap.behaviour import Order, Reading, Undecided, certain, read_process
from procmap.harmonisation.branch_ends import ends_at
from procmap.harmonisation.building import Events, build
from procmap.harmonisation.pieces import Built
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree
from procmap.model import Activity, Event, Gateway, Node, Process, SequenceFlow, Trigger

_KEPT = 64
"""Processes of which is kept what they do: those that are tried for one common process, or two."""
Implication = tuple[str, str]
"""A row, and another that is done in every run with it; an empty first row stands for every run."""


class Behaviour:
    """What a process does, by rows, as it is read. `states`: how many it has.

    `orders` raises Undecided where one pass through the loops has too many states.
    """

    def __init__(self, readings: Sequence[Reading], row_of: Mapping[str, str]) -> None:
        self.readings, self.row_of = readings, row_of
        self.views = [reading.view(row_of) for reading in readings]
        self.states = sum(len(view.edges) for view in self.views)

    @cached_property
    def implied(self) -> frozenset[Implication]:
        """What is done with what in every run."""
        found: set[Implication] = set()
        for view in self.views:
            runs = certain(view)
            found.update(("", row) for row in view.names(runs.always))
            for number, row in enumerate(view.rows):
                found.update((row, other) for other in view.names(runs.implied[number]) if other != row)
        return frozenset(found)

    @cached_property
    def orders(self) -> tuple[Order, ...]:
        """How the rows of each net stand."""
        return tuple(reading.order(self.row_of) for reading in self.readings)

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


class Trials:
    """Tries trees of one scope. A tree that is tried may have as many states as those before left over of `states`."""

    def __init__(self, rows: Rows, sources: Sequence[Source], scope: str | None, states: int) -> None:
        self.rows, self.states = rows.rows, states
        here = rows.composed(scope)
        events = [row for row in here if _votes(row, sources, lambda step: isinstance(step, Event))]
        beside = {row.id for row in events if _votes(row, sources, _interrupts_nothing)}
        self.events = Events(
            frozenset(row.id for row in events), frozenset({row.id for row in events} - beside), ends_at(here, sources)
        )
        self.terminating = frozenset(row.id for row in events if _terminates(row, sources))

    def run(self, tree: Tree) -> Behaviour | None:
        """Return what a tree does; None where what is drawn is not sound, or has too many states."""
        built = build(tree, self.rows, self.events, True, True)
        process = _process(built, self.rows, self.events.interrupting, self.terminating)
        made = _behaviour(process, self.states, frozenset(node.id for node in process.steps if node.id in self.rows))
        if made is None:
            return None
        self.states = max(0, self.states - made.states)
        return None if any(reading.faults for reading in made.readings) else made


@lru_cache(maxsize=_KEPT)
def _behaviour(process: Process, states: int, rows: frozenset[str]) -> Behaviour | None:
    """Return what a process does, by these of its nodes; None where it has more states than that.

    Kept, because most decisions change little or nothing of the flow: the same trees are tried again.
    """
    try:
        return Behaviour(read_process(process, states), {row: row for row in sorted(rows)})
    except Undecided:
        return None


def _votes(row: CommonRow, sources: Sequence[Source], holds: Callable[[Node], bool]) -> bool:
    firsts = [source.steps[step] for source in sources for step in row.members.get(source.id, ())[:1]]
    return 2 * sum(map(holds, firsts)) > len(firsts)


def _interrupts_nothing(step: Node) -> bool:
    return isinstance(step, Event) and not step.interrupting


def _terminates(row: CommonRow, sources: Sequence[Source]) -> bool:
    """Tell whether most of those that say what triggers an event let it end everything."""
    firsts = [source.steps[step] for source in sources for step in row.members.get(source.id, ())[:1]]
    told = [[each.type for each in step.triggers] for step in firsts if isinstance(step, Event) and step.triggers]
    return 2 * sum("terminate" in triggers for triggers in told) > len(told)


def _process(
    built: Built, rows: Mapping[str, CommonRow], interrupting: Collection[str], terminating: Collection[str]
) -> Process:
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
            triggers = (Trigger(type="terminate"),) if place == "end" and what in terminating else ()
            nodes.append(
                Event(id=what, type=types[place], attached_to=host, interrupting=stops, triggers=triggers)
            )  # fmt: skip
        else:
            nodes.append(Activity(id=what, name=what))
    flows = [
        SequenceFlow(id=f"flow {number}", source=ids[source], target=ids[target])
        for number, (source, target) in enumerate(built.flows)
    ]
    return Process(id="trial", nodes=tuple(nodes), flows=tuple(flows))
