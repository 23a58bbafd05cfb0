"""Which elements of one organisation's variants are the same: not only steps, but all that a process is drawn with.

Steps are the same where the alignment says so. All else is matched by what stands around it in rows and by its words,
the surest first; ids count where the variants are versions of one file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from procmap.alignment import Party
from procmap.alignment.same_element import are_versions
from procmap.behaviour import FlowGraph
from procmap.comparison.grid import Grid
from procmap.language import normalise
from procmap.model import Element, Gateway, Process, Step
from procmap.model.process import ELEMENT_FIELDS

Group = Mapping[str, Element]
"""Elements that are the same, by party id."""
Key = Callable[[str, Element], Hashable]
"""What an element of a party is known by; None where it cannot be told."""


class Counterparts:
    """The elements of some variants in groups, and the number of each element's group.

    `groups` has the groups of steps first, then those of each other kind in the order of the source.
    """

    def __init__(self, grid: Grid, parties: Sequence[Party]) -> None:
        self.parties = tuple(parties)
        self.groups: list[Group] = []
        self._number: dict[tuple[str, str], int] = {}
        self._ids_count = {party.id for pair in combinations(parties, 2) if are_versions(*pair) for party in pair}
        self._processes = {party.id: party.process for party in parties}
        self._users: dict[tuple[str, str], list[str]] = defaultdict(list)
        for party in parties:
            for user, used in _uses(party.process):
                self._users[party.id, used].append(user)
        for row in grid.rows:
            self._add_steps({party.id: grid.steps(row, party) for party in parties})
        self._around = {party.id: self._surroundings(party) for party in parties}
        self._pools_and_lanes()
        self._gateways()
        self._data()
        self._artifacts()
        self._connectors()

    def number(self, party: str, element: str | None) -> int | None:
        """Return the number of an element's group; None where there is no such element."""
        return self._number.get((party, element or ""))

    def ids_count(self, parties: Iterable[str]) -> bool:
        """Tell whether ids are evidence for all of some parties: they are versions of one file."""
        return all(party in self._ids_count for party in parties)

    def users(self, party: str, element: str) -> tuple[str, ...]:
        """Return the ids of what uses a data item or is tied to an annotation, and of the items that show an object."""
        return tuple(self._users[party, element])

    def around(self, party: str, node: str) -> tuple[frozenset[int], frozenset[int]]:
        """Return the steps next before and after a node by their groups; what not all have is passed over."""
        return self._around[party].get(node, (frozenset(), frozenset()))

    def _surroundings(self, party: Party) -> dict[str, tuple[frozenset[int], frozenset[int]]]:
        graph = FlowGraph(party.process)
        groups = {step.id: self.groups[self._number[party.id, step.id]] for step in party.process.steps}
        lone = {step for step, group in groups.items() if len(group) < len(self.parties)}
        return {
            node.id: (
                self._numbers(party.id, graph.predecessors(node.id, lone)),
                self._numbers(party.id, graph.successors(node.id, lone)),
            )
            for node in party.process.nodes
        }

    def _numbers(self, party: str, elements: Iterable[str]) -> frozenset[int]:
        return frozenset(number for each in elements if (number := self.number(party, each)) is not None)

    def _add_steps(self, steps: Mapping[str, Sequence[Step]]) -> None:
        """Add the steps of one row: several of a party are told apart by id, words and place."""
        self._add(
            {party: of_party for party, of_party in steps.items() if of_party},
            [
                self._by_id(lambda _, step: normalise(step.name)),
                lambda _, step: normalise(step.name) or None,
                self._by_id(),
                lambda _, __: "",
            ],
        )

    def _pools_and_lanes(self) -> None:
        talks: dict[tuple[str, str], set[Hashable]] = defaultdict(set)
        for party in self.parties:
            for flow in party.process.message_flows:
                talks[party.id, flow.source].add(("to", self.number(party.id, flow.target)))
                talks[party.id, flow.target].add(("from", self.number(party.id, flow.source)))
        self._add_field(
            "pools",
            [
                self._by_id(lambda _, pool: pool.name),
                lambda _, pool: normalise(pool.name) or None,
                self._by_id(),
                self._loose(lambda party, pool: frozenset(self._held(party, pool.id)) or None),
                self._loose(lambda party, pool: frozenset(talks[party, pool.id]) or None),
                self._loose(lambda _, pool: bool(getattr(pool, "process", None)) or None),
            ],
        )
        self._add_field(
            "lanes",
            [
                self._by_id(lambda _, lane: lane.name),
                lambda party, lane: (lane.name and (normalise(lane.name), self._ref(party, lane, "pool"))) or None,
                self._by_id(),
                self._loose(lambda party, lane: self._numbers(party, getattr(lane, "nodes", ())) or None),
            ],
        )

    def _held(self, party: str, pool: str) -> Iterator[int]:
        """Yield the groups of the nodes of a pool."""
        process = next(each.process for each in self.parties if each.id == party)
        return (self._number[party, node.id] for node in process.steps if node.pool == pool)

    def _gateways(self) -> None:
        def kind(gateway: Element) -> str:
            return getattr(gateway, "type", "")

        def around(party: str, gateway: Element) -> Hashable:
            found = self.around(party, gateway.id)
            return found if any(found) else None

        def one_side(side: int) -> Key:
            return lambda party, gateway: (
                (kind(gateway), found) if (found := self.around(party, gateway.id)[side]) else None
            )

        self._add(
            {party.id: [node for node in party.process.nodes if isinstance(node, Gateway)] for party in self.parties},
            [
                self._by_id(lambda party, gateway: (kind(gateway), gateway.name, around(party, gateway))),
                lambda party, gateway: (found := around(party, gateway)) and (kind(gateway), gateway.name, found),
                self._by_id(),
                self._loose(lambda party, gateway: (found := around(party, gateway)) and (kind(gateway), found)),
                self._loose(around),
                self._loose(lambda _, gateway: normalise(gateway.name) or None),
                self._loose(one_side(0)),
                self._loose(one_side(1)),
            ],
        )

    def _data(self) -> None:
        users: dict[tuple[str, str], set[Hashable]] = defaultdict(set)
        shown: dict[tuple[str, str], set[str]] = defaultdict(set)
        for party in self.parties:
            for link in party.process.data_associations:
                for cited in (*link.sources, link.target):
                    users[party.id, cited].add((link.type, self.number(party.id, link.node)))
            for item in party.process.data:
                shown[party.id, item.refers_to or ""].add(normalise(item.name))

        def kind(item: Element) -> str:
            return getattr(item, "type", "")

        def of_kind(said: Mapping[tuple[str, str], set[Any]]) -> Key:
            return lambda party, item: (kind(item), frozenset(found)) if (found := said[party, item.id]) else None

        self._add_field(
            "data",
            [
                self._by_id(lambda _, item: item.name),
                lambda party, item: (
                    (normalise(item.name) or None)
                    and (kind(item), normalise(item.name), frozenset(users[party, item.id]))
                ),
                lambda _, item: (normalise(item.name) or None) and (kind(item), normalise(item.name)),
                self._by_id(),
                lambda _, item: normalise(item.name) or None,
                self._loose(of_kind(shown)),
                self._loose(lambda party, item: None if item.name else of_kind(users)(party, item)),
            ],
        )

    def _artifacts(self) -> None:
        self._add_field(
            "annotations",
            [
                self._by_id(lambda _, note: getattr(note, "text", "")),
                lambda _, note: normalise(getattr(note, "text", "")) or None,
                self._by_id(),
                self._loose(lambda party, note: self._numbers(party, self._users[party, note.id]) or None),
            ],
        )
        self._add_field(
            "groups",
            [
                self._by_id(lambda _, group: group.name),
                lambda _, group: normalise(group.name) or None,
                self._by_id(),
                self._loose(lambda party, group: self._numbers(party, getattr(group, "members", ())) or None),
                self._loose(lambda _, __: ""),
            ],
        )

    def _connectors(self) -> None:
        def ends(party: str, flow: Element) -> tuple[int | None, int | None]:
            return self._ref(party, flow, "source"), self._ref(party, flow, "target")

        for field in ("flows", "message_flows", "associations"):
            self._add_field(
                field,
                [
                    self._by_id(ends),
                    lambda party, flow: (*ends(party, flow), normalise(flow.name), getattr(flow, "condition", "")),
                    ends,
                    self._by_id(),
                    self._loose(
                        lambda party, flow: (normalise(flow.name) or None) and (ends(party, flow)[0], flow.name)
                    ),
                    self._loose(lambda party, flow: ends(party, flow)[0]),
                    self._loose(lambda party, flow: ends(party, flow)[1]),
                ],
            )

        def node_and_items(party: str, link: Element) -> Hashable:
            items = (*getattr(link, "sources", ()), getattr(link, "target", ""))
            return getattr(link, "type", ""), self._ref(party, link, "node"), self._numbers(party, items)

        self._add_field("data_associations", [self._by_id(node_and_items), node_and_items, self._by_id()])

    def _ref(self, party: str, element: Element, field: str) -> int | None:
        return self.number(party, getattr(element, field, None))

    def _by_id(self, key: Key | None = None) -> Key:
        """Return a key of an element's id (and what `key` says), where ids count."""

        def by_id(party: str, element: Element) -> Hashable:
            return (element.id, key(party, element) if key else None) if party in self._ids_count else None

        return by_id

    def _loose(self, key: Key) -> Key:
        """Return a key for what ids do not tell: where they count, another id is another element."""
        return lambda party, element: None if party in self._ids_count else key(party, element)

    def _add_field(self, field: str, keys: Sequence[Key]) -> None:
        assert field in ELEMENT_FIELDS
        self._add({party.id: getattr(party.process, field) for party in self.parties}, keys)

    def _add(self, elements: Mapping[str, Sequence[Element]], keys: Sequence[Key]) -> None:
        """Add the groups that `keys` make of elements, the surest key first."""
        groups: list[dict[str, Element]] = [{party: one} for party, found in elements.items() for one in found]
        for key in keys:
            groups = _joined(groups, key)
        for group in groups:
            for party, element in group.items():
                self._number[party, element.id] = len(self.groups)
            self.groups.append(group)


def _uses(process: Process) -> Iterator[tuple[str, str]]:
    """Yield what uses what: nodes data, references what they show, both ends of an association each other."""
    for link in process.data_associations:
        yield from ((link.node, item) for item in (*link.sources, link.target) if item)
    yield from ((item.id, item.refers_to) for item in process.data if item.refers_to)
    for tie in process.associations:
        yield tie.source, tie.target
        yield tie.target, tie.source


def _joined(groups: list[dict[str, Element]], key: Key) -> list[dict[str, Element]]:
    """Return groups with those put together that have the same key, where it is plain which.

    Where a party has several of a key, all that have any must have as many: the first is the first's counterpart.
    """
    buckets: dict[Hashable, list[dict[str, Element]]] = defaultdict(list)
    for group in groups:
        for said in dict.fromkeys(key(party, element) for party, element in group.items()):
            if said is not None:
                buckets[said].append(group)
    for bucket in buckets.values():
        found = {party for group in bucket for party in group}
        by_owners: dict[tuple[str, ...], list[dict[str, Element]]] = defaultdict(list)
        for group in bucket:
            if group and len(group) < len(found):  # what has a counterpart at all of these parties is done
                by_owners[tuple(group)].append(group)
        times = {len(of_owners) for of_owners in by_owners.values()}
        owning = [party for owners in by_owners for party in owners]
        if len(by_owners) < 2 or len(times) > 1 or len(set(owning)) < len(owning):
            continue
        for first, *others in zip(*by_owners.values(), strict=True):
            for other in others:
                first.update(other)
                other.clear()
    return [group for group in groups if group]
