"""What became of everything that is no step, judged on the common process itself, not on how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.harmonisation.homes import Homes
from procmap.harmonisation.laws import CommonOrder
from procmap.harmonisation.places import Places
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import ElementFate, TraceEntry
from procmap.model import (
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Element,
    Finding,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
    unique,
)
from procmap.model.process import ELEMENT_FIELDS

_TOLD: dict[type[Element], tuple[str, ...]] = {
    Pool: ("multiple",),
    Lane: (),
    Gateway: ("type", "name", "condition", "instantiates"),
    SequenceFlow: ("name", "condition", "default"),
    MessageFlow: ("name", "message"),
    DataItem: ("name", "collection"),
    DataAssociation: ("name",),
    Annotation: (),
    Group: ("name",),
    Association: ("name", "direction"),
}
"""The fields of each kind of element whose values are told where the common process has others.

What pools and lanes are called stands in their origins.
"""
_NOTHING = (None, "", False, "none")


def element_fates(
    sources: Sequence[Source],
    places: Mapping[str, Places],
    common: Process,
    order: CommonOrder,
    trace: Iterable[TraceEntry],
) -> tuple[ElementFate, ...]:
    """Return the fate of every element of every source that is no step, in the order of the sources."""
    homes = Homes(sources)
    homes.add(common.elements())
    retired = {(entry.process, entry.step): entry.decision for entry in trace if entry.fate == "retired"}
    lane_of: dict[str | None, str] = {node: lane.name for lane in common.lanes for node in lane.nodes}
    made = []
    for source in sources:
        judge = _Judge(source, places[source.id], homes, order, retired, lane_of)
        for name in ELEMENT_FIELDS:
            for element in getattr(source.process, name):
                if type(element) in _TOLD:
                    made.append(judge.fate(element))
    return tuple(made)


@dataclass(frozen=True)
class _Judge:
    """Says what became of the elements of one source."""

    source: Source
    places: Places
    homes: Homes
    order: CommonOrder
    retired: Mapping[tuple[str, str], str | None]
    lane_of: Mapping[str | None, str]

    def fate(self, element: Element) -> ElementFate:
        """Return the fate of an element."""
        fields = {"process": self.source.id, "kind": _kind(element), "element": element.id}
        homes = [home for home in self.homes.all(self.source.id, element.id) if type(home) is type(element)]
        if homes:
            return ElementFate(**fields, fate="carried", to=homes[0].id, why=tuple(self._not_taken(element, homes)))
        for step in self._touched(element):
            decision = self.retired.get((self.source.id, step))
            if decision is not None:
                return ElementFate(**fields, fate="retired", decision=decision)
        return ElementFate(**fields, fate="left_out", why=(self._left_out(element),))

    def _not_taken(self, element: Element, homes: Sequence[Element]) -> Iterator[Finding]:
        for field in _TOLD[type(element)]:
            own = getattr(element, field)
            if own in _NOTHING or any(_same(own, getattr(home, field)) for home in homes):
                continue
            params = {"party": self.source.id, "field": field, "value": "yes" if own is True else str(own)}
            yield Finding(code=f"not-taken-{field}", severity="note", elements=(element.id,), params=params)

    def _touched(self, element: Element) -> Iterator[str]:
        """Yield the steps of the source that an element is at: without them it has no place."""
        if isinstance(element, SequenceFlow | MessageFlow | Association):
            ends: Sequence[str] = (element.source, element.target)
        elif isinstance(element, DataAssociation):
            ends = (element.node,)
        elif isinstance(element, DataItem):
            lines = self.source.process.data_associations
            ends = [line.node for line in lines if element.id in (*line.sources, line.target)]
            ends += [element.owner] if element.owner else []
        else:
            ends = getattr(element, "members", None) or getattr(element, "nodes", None) or (element.id,)
        for end in ends:
            if end in self.source.steps:
                yield end
            elif end in self.source.index.nodes:
                yield from self.source.graph.predecessors(end)
                yield from self.source.graph.successors(end)

    def _left_out(self, element: Element) -> Finding:
        params: dict[str, str | int] = {"party": self.source.id, "name": element.name}
        code = _LEFT_OUT.get(type(element), "left-out-data")
        if isinstance(element, SequenceFlow):
            behind, ahead = self._ends(element)
            kept = bool(behind and ahead)
            kept = kept and all(a == b or self.order.relation(a, b) == "<" for a in behind for b in ahead)
            code = "left-out-flow-kept" if kept else "left-out-flow"
            params |= {"first": self._labels(element.source, False), "second": self._labels(element.target, True)}
        elif isinstance(element, Gateway):
            code = "left-out-gateway"
            params |= {"first": self._labels(element.id, False), "second": self._labels(element.id, True)}
        elif isinstance(element, Lane):
            nodes = [self.places.at(node) for node in element.nodes]
            roles = unique(self.lane_of[node] for node in nodes if node in self.lane_of)
            code = "left-out-lane" if roles else "left-out-lane-empty"
            params["roles"] = ", ".join(roles)
        return Finding(code=code, severity="note", elements=(element.id,), params=params)

    def _ends(self, flow: SequenceFlow) -> tuple[Sequence[str], Sequence[str]]:
        known = self.source.index.nodes
        behind = self.places.behind(flow.source) if flow.source in known else ()
        return behind, self.places.ahead(flow.target) if flow.target in known else ()

    def _labels(self, node: str, forward: bool) -> str:
        """Return the labels of a step, or of the steps next to a gateway."""
        if node in self.source.steps or node not in self.source.index.nodes:
            steps: Sequence[str] = (node,)
        else:
            steps = self.source.graph.successors(node) if forward else self.source.graph.predecessors(node)
        return ", ".join(self.source.steps[step].name or step for step in steps if step in self.source.steps)


def _kind(element: Element) -> str:
    """Return what BPMN calls an element."""
    if isinstance(element, Gateway | DataItem):
        return element.type
    if isinstance(element, DataAssociation):
        return "dataInputAssociation" if element.type == "input" else "dataOutputAssociation"
    return _NAMES[type(element)]


_LEFT_OUT: dict[type[Element], str] = {
    MessageFlow: "left-out-messageFlow", DataAssociation: "left-out-line", Association: "left-out-line",
    Group: "left-out-group",
}  # fmt: skip
_NAMES: dict[type[Element], str] = {
    Pool: "participant", Lane: "lane", SequenceFlow: "sequenceFlow", MessageFlow: "messageFlow",
    Annotation: "textAnnotation", Group: "group", Association: "association",
}  # fmt: skip


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.split()) == " ".join(other.split())
    return one == other
