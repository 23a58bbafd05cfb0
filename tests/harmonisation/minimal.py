"""What a common process has and nobody needs: relations, repeats, skips and gateways that no source has.

Judged on the drawings and their states, apart from the code that composes. A row that is open or local may bring
gateways, skips and relations of its own: where it stands is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from procmap.alignment import Party
from procmap.behaviour import Order, Undecided, View, always, read_process, remaining
from procmap.harmonisation import Harmonisation
from procmap.model import Gateway, Index, Node, Origin, Process


class Needless(NamedTuple):
    """Something that nobody needs: what kind, and the ids of the common elements."""

    kind: str
    elements: tuple[str, ...]
    detail: str = ""


class _Known:
    """The states of one process, by its steps."""

    def __init__(self, process: Process) -> None:
        seen = {step.id: step.id for step in process.steps}
        readings = read_process(process)
        self.orders: list[Order] = [reading.order(seen) for reading in readings]
        self.views: list[View] = [reading.view(seen) for reading in readings]

    def relation(self, one: str, other: str) -> str | None:
        for order in self.orders:
            if one in order.number and other in order.number and one != other:
                return order.relation(one, other)
        return None

    def repeats(self, step: str) -> bool:
        return any(step in order.number and order.repeats(step) for order in self.orders)

    def is_always_done(self, step: str) -> bool:
        return any(step in always(view) for view in self.views)

    def can_be_avoided(self, step: str, others: Collection[str]) -> bool:
        """Tell whether some run that completes does something, and neither a step nor any of others."""
        avoided = frozenset((step, *others))
        return any(view.mask((step,)) and bool(remaining(view, view.mask(avoided))) for view in self.views)


class _Sources:
    def __init__(self, parties: Sequence[Party]) -> None:
        self.known: dict[tuple[str, str], _Known | None] = {}
        self.index = {(party.organisation, party.variant): Index(party.process) for party in parties}
        for party in parties:
            try:
                self.known[party.organisation, party.variant] = _Known(party.process)
            except Undecided:
                self.known[party.organisation, party.variant] = None

    def steps(self, node: Node) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for origin in node.origins:
            found.setdefault((origin.organisation, origin.variant), []).append(origin.element)
        return found

    def is_gateway(self, origin: Origin) -> bool:
        index = self.index[origin.organisation, origin.variant]
        return isinstance(index.nodes.get(origin.element), Gateway)

    def parts_by_itself(self, origin: Origin) -> bool:
        """Tell whether a flow leaves or enters a step that has several, so that the step itself is a split or join."""
        index = self.index[origin.organisation, origin.variant]
        flow = index.elements.get(origin.element)
        ends = [getattr(flow, "source", ""), getattr(flow, "target", "")]
        if any(end not in index.nodes or isinstance(index.nodes[end], Gateway) for end in ends):
            return False
        return len(index.outgoing(ends[0])) > 1 or len(index.incoming(ends[1])) > 1


def needless(parties: Sequence[Party], result: Harmonisation) -> list[Needless]:
    """Return what the common process has and nobody needs. What has too many states is not judged."""
    sources = _Sources(parties)
    try:
        common = _Known(result.common)
    except Undecided:
        return []
    return [
        *_relations(sources, common, result),
        *_repeats(sources, common, result),
        *_skips(sources, common, result),
        *_gateways(sources, result),
    ]


def is_open(node: Node) -> bool:
    """Tell whether a node stays only until a decision, or for some."""
    return any(entry.name in ("procmap:open", "procmap:local") for entry in node.properties)


def _relations(sources: _Sources, common: _Known, result: Harmonisation) -> Iterator[Needless]:
    nodes = [node for node in result.common.steps if node.origins]
    for one, other in combinations(nodes, 2):
        found = common.relation(one.id, other.id)
        if found is None:
            continue
        these, those = sources.steps(one), sources.steps(other)
        said: set[str | None] = set()
        for party in these.keys() & those.keys():
            known = sources.known[party]
            said |= {
                known.relation(a, b) if known is not None and a != b else None
                for a in these[party]
                for b in those[party]
            }
        if said and not said & {None, "~", found}:
            kind = "open relation" if is_open(one) or is_open(other) else "relation"
            yield Needless(kind, (one.id, other.id), f"{found} of {sorted(filter(None, said))}")


def _repeats(sources: _Sources, common: _Known, result: Harmonisation) -> Iterator[Needless]:
    for node in result.common.steps:
        if node.origins and common.repeats(node.id):
            told = [
                sources.known[party] is None or any(sources.known[party].repeats(step) for step in steps)
                or len(steps) > 1
                for party, steps in sources.steps(node).items()
            ]  # fmt: skip
            if not any(told):
                yield Needless("repeat", (node.id,))


def _skips(sources: _Sources, common: _Known, result: Harmonisation) -> Iterator[Needless]:
    waiting = [node.id for node in result.common.steps if is_open(node) or not node.origins]
    for node in result.common.steps:
        if not node.origins or is_open(node) or node.parent is not None:
            continue
        if not common.can_be_avoided(node.id, waiting):
            continue
        told = [
            sources.known[party] is None or not any(sources.known[party].is_always_done(step) for step in steps)
            for party, steps in sources.steps(node).items()
        ]  # fmt: skip
        if not any(told):
            yield Needless("skip", (node.id,))


def _gateways(sources: _Sources, result: Harmonisation) -> Iterator[Needless]:
    index = Index(result.common)
    for node in result.common.nodes:
        if not isinstance(node, Gateway):
            continue
        near = [index.nodes[flow.target] for flow in index.outgoing(node.id)]
        near += [index.nodes[flow.source] for flow in index.incoming(node.id)]
        drawn = any(sources.is_gateway(origin) or sources.parts_by_itself(origin) for origin in node.origins)
        if drawn or any(is_open(each) or isinstance(each, Gateway) for each in near):
            continue
        if not any(_apart(sources, one, other) for one, other in combinations(near, 2)):
            yield Needless("gateway", (node.id,))


def _apart(sources: _Sources, one: Node, other: Node) -> bool:
    """Tell whether some source has two steps as alternatives or at the same time."""
    these, those = sources.steps(one), sources.steps(other)
    for party in these.keys() & those.keys():
        known = sources.known[party]
        if known is None or any(known.relation(a, b) in ("x", "|") for a in these[party] for b in those[party]):
            return True
    return False
