"""`structure`: what is drawn here and not there, or says something else, and no class with a name of its own tells.

Gateways, flows, data, lanes, pools, marks of steps, and what tools add: told between variants of one organisation only.
Between organisations it would be nearly all that is drawn (docs/decisions/008-versions.md).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from procmap.alignment import Party
from procmap.behaviour import FlowGraph
from procmap.comparison.counterparts import Counterparts, Group
from procmap.comparison.covering import Covering
from procmap.comparison.differences import annotation
from procmap.comparison.grid import NOTHING, Grid, strict_majority
from procmap.comparison.traits import Trait, Traits, shortened
from procmap.comparison.values import Difference, DifferenceCode, Place
from procmap.model import Element, Lane, Pool, Process, SequenceFlow
from procmap.model.elements import FlowNode

PROCESS = "process"
_KINDS = {
    "Pool": "participant", "Lane": "lane", "SequenceFlow": "sequenceFlow", "MessageFlow": "messageFlow",
    "DataAssociation": "dataAssociation", "Annotation": "textAnnotation", "Group": "group",
    "Association": "association",
}  # fmt: skip
_TIES = frozenset(("ends", "refers_to", "attached_to", "lane"))
"""The traits that change with what they cite: where that is there and not here, nothing more is told of them."""
_PARTS = frozenset(("beyond", "id"))
"""The traits that are told as parts of their own."""
_MOST_FIELDS = 5


def with_structure(grid: Grid, told: Sequence[Difference], position: Mapping[str, int]) -> list[Difference]:
    """Return the differences that are told already, and those that only variants of one organisation are asked for.

    What comes and goes with something that is told (the flows of a step that some do not have) is cited there.
    """
    covering = Covering(grid, told)
    variants: dict[str, list[Party]] = defaultdict(list)
    for party in grid.parties:
        if not party.is_reference:
            variants[party.organisation].append(party)
    for parties in variants.values():
        if len(parties) > 1:
            _Versions(grid, parties, covering, position).tell()
    return covering.differences()


class _Versions:
    """The differences of the variants of one organisation."""

    def __init__(self, grid: Grid, parties: Sequence[Party], covering: Covering, position: Mapping[str, int]) -> None:
        self._grid = grid
        self._parties = {party.id: party for party in parties}
        self._same = Counterparts(grid, parties)
        self._traits = {party.id: Traits(party, self._same) for party in parties}
        self._depths = {party.id: _depths(party.process) for party in parties}
        self._covering = covering
        self._rows = _Rows(grid, self._same, position)

    def tell(self) -> None:
        """Add to what is told what is there and not there, then what says something else."""
        self._process()
        self._ids_of_processes()
        lone = [number for number, group in enumerate(self._same.groups) if len(group) < len(self._parties)]
        where: dict[int, int] = {}
        for number in sorted(lone, key=self._rank):
            group = self._same.groups[number]
            rows = self._rows.of(group)
            found = self._covering.presence(self._same, self._parties, number, rows, where)
            if found is None:
                found = self._covering.add(self._presence(group, rows))
            else:
                self._covering.cite(found, _places(group))
            where[number] = found
        for group in self._same.groups:
            if len(group) > 1:
                self._other(group, where)
        self._redrawn()

    def _rank(self, number: int) -> tuple[int, int, int]:
        """Return what comes first: what holds others before what lies in it, what is cited before what cites it."""
        group = self._same.groups[number]
        party, element = next(iter(group.items()))
        kind = _RANKS.get(type(element).__name__, 1)
        if isinstance(element, FlowNode):
            attached = getattr(element, "attached_to", None) is not None
            return kind, 2 * self._depths[party].get(element.id, 0) + attached, number
        return kind, not getattr(element, "refers_to", None), number

    def _presence(self, group: Group, rows: tuple[str, ...]) -> Difference:
        values = {party: self._traits[party].title(element) for party, element in group.items()}
        element = next(iter(group.values()))
        having = [party for party in self._parties if party in group]
        missing = [party for party in self._parties if party not in group]
        elements = list(_places(group))
        if isinstance(element, Pool):  # a collaboration comes with its first pool
            bare = [self._parties[party] for party in missing if not self._parties[party].process.pools]
            elements += [Place(process=party.id, id=party.process.id) for party in bare]
            elements += [Place(process=party, id=self._parties[party].process.id) for party in having if bare]
        if isinstance(element, Lane) and element.pool:  # a pool comes by its lanes
            elements += [
                Place(process=party, id=lane.pool)
                for party, lane in group.items()
                if isinstance(lane, Lane) and lane.pool
            ]
        return Difference(
            code="annotation" if annotation.is_text(element) else "structure",
            params={
                "label": values[having[0]],
                "kind": _kind(element),
                "part": "only",
                "having": ", ".join(having),
                "missing": ", ".join(missing),
            },
            rows=rows,
            elements=tuple(elements),
            values={party.id: values.get(party.id) for party in self._grid.parties},
            marks=tuple(having if 2 * len(having) <= len(self._parties) else missing),
        )

    def _other(self, group: Group, where: Mapping[int, int]) -> None:
        """Tell the traits in which elements that are the same differ."""
        told = {party: self._traits[party].of(element) for party, element in group.items()}
        rows, places = self._rows.of(group), _places(group)
        for name in dict.fromkeys(chain.from_iterable(told.values())):
            trait = {party: of_party[name] for party, of_party in told.items() if name in of_party}
            if len({one.key for one in trait.values()}) < 2:
                continue
            lone = sorted({each for one in trait.values() for each in one.cited if each in where})
            if lone:
                if name in _TIES:
                    self._covering.cite(where[lone[0]], places)
                continue
            covered = self._covering.trait(name, group, rows, places)
            if name == "name" and isinstance(next(iter(group.values())), Lane | Pool):
                covered = self._covering.role({party: one.shown for party, one in trait.items()}, tuple(group))
            if covered is not None:
                self._covering.cite(covered, places)
                continue
            number = self._covering.add(self._trait(group, name, trait, rows, _places(group, name)))
            if name == "attached_to":
                self._covering.take_order(number, self._behind(group), tuple(group))
        self._beyond(group, rows, places, {party: element.id for party, element in group.items()})

    def _behind(self, group: Group) -> tuple[str, ...]:
        """Return the rows of events and of the steps that nothing but these leads to."""
        found: dict[str, None] = {}
        for party, event in group.items():
            graph = FlowGraph(self._parties[party].process)
            behind = {event.id: None}
            waiting = [event.id]
            for each in waiting:  # grows while it is read
                for near in graph.successors(each):
                    if near not in behind and all(before in behind for before in graph.predecessors(near)):
                        behind[near] = None
                        waiting.append(near)
            found |= {self._grid.row_of[party, step].id: None for step in behind}
        return tuple(found)

    def _redrawn(self) -> None:
        """Tell what has another id in versions of one file, all of it together: for an engine it is another element.

        Ids that formats count up are the id of something else there, and are passed over.
        """
        if not self._same.ids_count(self._parties):
            return
        ids = {party: {element.id for element in each.process.elements()} for party, each in self._parties.items()}
        groups = [group for group in self._same.groups if len({element.id for element in group.values()}) > 1]
        anew = [
            group
            for group in groups
            if any(element.id not in known for element in group.values() for known in ids.values())
            and not any(
                element.id in ids[party] for party in group for element in group.values() if element is not group[party]
            )
        ]
        titles = [self._traits[party].title(group[party]) for group in anew for party in list(group)[:1]]
        places = [place for group in anew for place in _places(group)]
        if titles:
            self._covering.add(
                Difference(
                    code="structure",
                    params={"labels": ", ".join(f'"{title}"' for title in titles), "part": "redrawn", "kind": PROCESS},
                    rows=tuple(dict.fromkeys(row for group in anew for row in self._rows.of(group))),
                    elements=tuple(places),
                    values={party.id: NOTHING if party.id in self._parties else None for party in self._grid.parties},
                )
            )

    def _ids_of_processes(self) -> None:
        """Tell whether files give the processes other ids, all of them together: other files and engines go by these.

        The ids of the process as a whole are compared where all variants have participants, or none has: with the first
        participant comes a collaboration, and its id.
        """
        parties = list(self._parties.values())
        named = [
            {party: (pool.id, pool.process) for party, pool in group.items() if isinstance(pool, Pool) and pool.process}
            for group in self._same.groups
        ]
        if len({bool(party.process.pools) for party in parties}) == 1:
            named.insert(0, {party.id: (party.process.id, party.process.id) for party in parties})
        ids: dict[str, list[str]] = defaultdict(list)
        places: list[Place] = []
        for processes in named:
            given = {party: own for party, (_, each) in processes.items() if (own := self._traits[party].own_id(each))}
            if len(set(given.values())) > 1:
                for party, own in given.items():
                    ids[party].append(own)
                    places.append(Place(process=party, id=processes[party][0]))
        if ids:
            trait = {party: Trait(tuple(said), ", ".join(said)) for party, said in ids.items()}
            self._covering.add(self._trait({}, "id", trait, (), tuple(places)))

    def _process(self) -> None:
        """Tell what differs of the processes as a whole."""
        traits = {party: self._traits[party].of_process() for party in self._parties}
        places = tuple(Place(process=party.id, id=party.process.id) for party in self._parties.values())
        for name in dict.fromkeys(chain.from_iterable(traits.values())):
            trait = {party: of_party[name] for party, of_party in traits.items() if name in of_party}
            if len({one.key for one in trait.values()}) > 1:
                self._covering.add(self._trait({}, name, trait, (), places))
        self._beyond({}, (), places, {party.id: party.process.id for party in self._parties.values()})

    def _beyond(self, group: Group, rows: tuple[str, ...], places: tuple[Place, ...], ids: Mapping[str, str]) -> None:
        """Tell what files say otherwise beyond the model, all of one element together."""
        said = {party: self._traits[party].beyond(element_id) for party, element_id in ids.items()}
        names = dict.fromkeys(chain.from_iterable(said.values()))
        other = [name for name in names if len({of_party.get(name) for of_party in said.values()}) > 1]
        if not other:
            return
        shown = {
            party: "; ".join(
                f"{name} = {shortened(of_party[name])}" for name in other[:_MOST_FIELDS] if name in of_party
            )
            for party, of_party in said.items()
        }
        trait = {
            party: Trait(tuple(sorted(of_party.items())), shown[party] or NOTHING) for party, of_party in said.items()
        }
        difference = self._trait(group, "beyond", trait, rows, places)
        more = ", ".join(other[:_MOST_FIELDS]) + (
            f" \u2026 (+{len(other) - _MOST_FIELDS})" if len(other) > _MOST_FIELDS else ""
        )
        self._covering.add(difference.replace(params={**difference.params, "fields": more}))

    def _trait(
        self,
        group: Group,
        name: str,
        trait: Mapping[str, Trait],
        rows: tuple[str, ...],
        places: tuple[Place, ...],
    ) -> Difference:
        code: DifferenceCode = "annotation" if name in annotation.TEXTS else "structure"
        titles = [self._traits[party].title(element) for party, element in group.items()]
        kinds = [_kind(element) for element in group.values()]
        names = [party.process.name for party in self._parties.values()]
        usual = strict_majority([one.key for one in trait.values()])
        return Difference(
            code=code,
            params={
                "label": min(titles, default="") or min(filter(None, names), default=NOTHING),
                "kind": kinds[0] if kinds else PROCESS,
                "part": name if name in _PARTS else "other",
                "trait": name,
                "values": "; ".join(f"{party}: {one.shown.rstrip('.')}" for party, one in trait.items()),
            },
            rows=rows,
            elements=places,
            values={party.id: trait[party.id].shown if party.id in trait else None for party in self._grid.parties},
            marks=tuple(party for party, one in trait.items() if usual is None or one.key != usual),
        )


_RANKS = {
    "Pool": 0, "Activity": 1, "Event": 1, "Gateway": 2, "Lane": 3, "DataItem": 4, "Annotation": 5, "Group": 5,
    "SequenceFlow": 6, "MessageFlow": 7, "DataAssociation": 8, "Association": 9,
}  # fmt: skip


def _depths(process: Process) -> dict[str, int]:
    """Return how many sub-processes each node lies in."""
    inside: dict[str | None, list[str]] = defaultdict(list)
    for node in process.nodes:
        inside[node.parent].append(node.id)
    depths: dict[str, int] = {}
    pending = [(each, 0) for each in inside[None]]
    for node_id, depth in pending:  # grows while it is read
        if node_id not in depths:
            depths[node_id] = depth
            pending += ((each, depth + 1) for each in inside[node_id])
    return depths


def _places(group: Group, trait: str = "") -> tuple[Place, ...]:
    """Return where elements are; a default flow is marked at the node that it leaves, too."""
    nodes = tuple(
        Place(process=party, id=flow.source)
        for party, flow in group.items()
        if trait == "default" and isinstance(flow, SequenceFlow)
    )
    return nodes + tuple(Place(process=party, id=element.id) for party, element in group.items())


def _kind(element: Element) -> str:
    """Return the name of an element in BPMN."""
    kind = type(element).__name__
    return _KINDS[kind] if kind in _KINDS else str(getattr(element, "type", kind))


class _Rows:
    """The rows that an element is about: its own, else those of the steps it touches."""

    def __init__(self, grid: Grid, same: Counterparts, position: Mapping[str, int]) -> None:
        self._grid = grid
        self._same = same
        self._position = position

    def of(self, group: Group) -> tuple[str, ...]:
        """Return the ids of the rows, in the common order."""
        found = {row for party, element in group.items() for row in self._of(party, element)}
        return tuple(sorted(found, key=self._position.__getitem__))

    def _of(self, party: str, element: Element) -> Iterator[str]:
        ends = [getattr(element, name, None) for name in ("source", "target", "node")]
        cited = [
            element.id,
            *filter(None, ends),
            *getattr(element, "members", ()),
            *self._same.users(party, element.id),
        ]
        for each in cited:
            row = self._grid.row_of.get((party, each))
            if row is not None:
                yield row.id
            else:
                for number in sorted(frozenset().union(*self._same.around(party, each))):
                    yield from self._row(party, number)

    def _row(self, party: str, number: int) -> Iterator[str]:
        step = self._same.groups[number].get(party)
        row = None if step is None else self._grid.row_of.get((party, step.id))
        if row is not None:
            yield row.id
