"""Texts of branches: the conditions and questions of the sources, on the splits of the common process that they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from procmap.behaviour import FlowGraph
from procmap.harmonisation.assembling import Assembled
from procmap.harmonisation.details import origin_of
from procmap.harmonisation.flow_origins import with_origins
from procmap.harmonisation.naming import Names, most_common
from procmap.harmonisation.places import Places
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import Element, Gateway, Node, Origin, Process, SequenceFlow, Step

E = TypeVar("E", Gateway, SequenceFlow)


@dataclass(frozen=True)
class _Said:
    """What one source says at a split: its question, and the text, condition and default of each common flow."""

    organisation: str
    question: str
    flows: Mapping[str, tuple[str, str, bool]]


@dataclass(frozen=True)
class Labelled:
    """Nodes and flows with their texts, and the flow that every condition event of a party became."""

    nodes: tuple[Node, ...]
    flows: tuple[SequenceFlow, ...]
    condition_at: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class _Split:
    gateway: str
    flows: tuple[str, ...]
    ways: tuple[frozenset[str], ...]


@dataclass(frozen=True)
class Decided:
    """When some nodes are done, or (`back`) done again, as people decided."""

    nodes: frozenset[str]
    back: bool
    text: str


class Conditions:
    """Finds for every split of a source the split of the common process whose ways lead to the same steps."""

    def __init__(
        self, assembled: Assembled, rows: Rows, sources: Sequence[Source], names: Names, places: Mapping[str, Places]
    ) -> None:
        self.assembled, self.rows, self.sources, self.names, self.places = assembled, rows, sources, names, places
        self.graph = FlowGraph(Process(id="common", nodes=assembled.nodes, flows=assembled.flows))
        self.out: dict[str, list[SequenceFlow]] = {}
        self.into: dict[str, list[SequenceFlow]] = {}
        for flow in assembled.flows:
            self.out.setdefault(flow.source, []).append(flow)
            self.into.setdefault(flow.target, []).append(flow)
        self.splits = [
            _Split(
                node.id,
                tuple(flow.id for flow in self.out[node.id]),
                tuple(frozenset(self._next(flow.target)) for flow in self.out[node.id]),
            )
            for node in assembled.nodes
            if isinstance(node, Gateway) and node.type != "parallelGateway" and len(self.out.get(node.id, ())) > 1
        ]
        self.parties = {(source.party.organisation, source.party.variant): source for source in sources}
        self.said: dict[str, list[_Said]] = {}
        self.origins: dict[str, list[Origin]] = {}
        self.condition_at: dict[tuple[str, str], str] = {}
        self.decided: Sequence[Decided] = ()

    def label(self, otherwise: Mapping[str, str], decided: Sequence[Decided] = ()) -> Labelled:
        """Return nodes and flows with their texts.

        `otherwise`: what to say on the way to a row where nobody says more; `decided` goes before what anybody says.
        """
        self.decided = decided
        for source in self.sources:
            for gateway in source.process.nodes:
                if isinstance(gateway, Gateway) and gateway.type != "parallelGateway":
                    self._split_of(source, gateway)
            for step in source.process.steps:
                if step.id in self.rows.passed[source.id] and (source.id, step.id) not in self.condition_at:
                    self._beside(source, step)
        nodes, flows = with_origins(
            [self._noted(node) if isinstance(node, Gateway) else node for node in self.assembled.nodes],
            [self._noted(flow) for flow in self.assembled.flows],
            self.sources,
            self.places,
        )
        row_at = {node: row for row, node in self.assembled.node_of.items()}
        named = [self._flow(flow, otherwise.get(row_at.get(flow.target, ""), "")) for flow in flows]
        return Labelled(tuple(self._node(node) for node in nodes), _one_default(named), self.condition_at)

    def _next(self, node: str) -> tuple[str, ...]:
        return self.graph.successors(node) if isinstance(self.graph.nodes[node], Gateway) else (node,)

    def _split_of(self, source: Source, gateway: Gateway) -> None:
        leaving = source.index.outgoing(gateway.id)
        if len(leaving) < 2:
            return
        ways = [frozenset(self.places[source.id].ahead(flow.target)) for flow in leaving]
        best: tuple[float, dict[int, int], _Split] | None = None
        for split in self.splits:
            chosen: dict[int, int] = {}
            score = 0.0
            for place, way in enumerate(ways):
                alike = [_alike(way, other) for other in split.ways]
                most = max(alike)
                if most > 0 and alike.count(most) == 1 and alike.index(most) not in chosen.values():
                    chosen[place] = alike.index(most)
                    score += most
            score /= max(len(ways), len(split.ways))
            if len(chosen) > 1 and (best is None or score > best[0]):
                best = (score, chosen, split)
        if best is None:
            return
        _, chosen, split = best
        self._note(split.gateway, origin_of(source, gateway.id, gateway.name))
        flows: dict[str, tuple[str, str, bool]] = {}
        for place, common_way in chosen.items():
            flow, common = leaving[place], split.flows[common_way]
            event = source.steps.get(flow.target) if flow.target in source.silent else None
            text = flow.name or (event.name if event else "") or flow.condition
            flows[common] = (text, flow.condition, flow.default)
            self._note(common, origin_of(source, flow.id, text))
            if event is not None:
                self.condition_at[source.id, event.id] = common
                self._note(common, origin_of(source, event.id, event.name))
        said = _Said(source.party.organisation, gateway.name, flows)
        self.said.setdefault(split.gateway, []).append(said)

    def _note(self, element: str, origin: Origin) -> None:
        self.origins.setdefault(element, []).append(origin)

    def _beside(self, source: Source, step: Step) -> None:
        """Keep a condition event that is at no common split on the flow to what it leads to."""
        ahead = self.places[source.id].ahead(step.id)
        flows = [flow for node in ahead for flow in self.into.get(node, ())]
        if not flows:
            behind = self.places[source.id].behind(step.id)
            flows = [flow for node in behind for flow in self.out.get(node, ())]
        if flows:
            self.condition_at[source.id, step.id] = flows[0].id
            self._note(flows[0].id, origin_of(source, step.id, step.name))

    def _chosen(self, gateway: str) -> list[_Said]:
        """Return what those say at a split that ask the most common question.

        A question and its answers are kept together: "yes" means nothing without it.
        """
        asked: dict[tuple[str, ...], list[_Said]] = {}
        for said in self.said.get(gateway, ()):
            asked.setdefault(self.names.key(said.question) if said.question else (), []).append(said)
        return min(
            asked.values(),
            key=lambda group: (
                -len({said.organisation for said in group}),
                -sum(bool(text) for said in group for text, _, _ in said.flows.values()),
                min((len(said.question), said.question) for said in group),
            ),
            default=[],
        )

    def _flow(self, flow: SequenceFlow, otherwise: str) -> SequenceFlow:
        """Return a flow with its texts: decided, else of the question asked, of who goes there, of its origins."""
        decided = next((each.text for each in self.decided if self._leads(flow, each)), "")
        if decided:
            return flow.replace(name=decided, condition="", default=False)
        chosen = self._chosen(flow.source)
        source = self.graph.nodes[flow.source]
        splits = len(self.out[flow.source]) > 1 and isinstance(source, Gateway)
        told = [(said.organisation, *said.flows[flow.id]) for said in chosen if flow.id in said.flows]
        if not chosen and not (splits and otherwise) and (splits or not isinstance(source, Gateway)):
            told = [
                (organisation, own.name, own.condition if splits else "", own.default and splits)
                for organisation, own in self._own(flow)
                if isinstance(own, SequenceFlow)
            ]
        name = most_common((organisation, text) for organisation, text, _, _ in told)
        return flow.replace(
            name=name or (otherwise if splits else ""),
            condition=most_common((organisation, condition) for organisation, _, condition, _ in told),
            default=any(default for _, _, _, default in told),
        )

    def _leads(self, flow: SequenceFlow, decided: Decided) -> bool:
        """Tell whether a flow is the way of a split that leads into what was decided, from outside or back."""
        gateway = self.graph.nodes[flow.source]
        if not isinstance(gateway, Gateway) or gateway.type not in ("exclusiveGateway", "inclusiveGateway"):
            return False
        inside = [self._leads_into(each, decided.nodes) for each in self.out[flow.source]]
        behind = frozenset(self.graph.predecessors(flow.source))
        comes_back = bool(behind) and behind <= decided.nodes
        return self._leads_into(flow, decided.nodes) and not all(inside) and comes_back == decided.back

    def _leads_into(self, flow: SequenceFlow, nodes: frozenset[str]) -> bool:
        ahead = frozenset(self._next(flow.target))
        return bool(ahead) and ahead <= nodes

    def _node(self, node: Node) -> Node:
        if not isinstance(node, Gateway):
            return node
        chosen = self._chosen(node.id)
        own = [(who, each) for who, each in self._own(node) if isinstance(each, Gateway)]
        asked = [(said.organisation, said.question) for said in chosen] or [(who, each.name) for who, each in own]
        return node.replace(
            name=most_common(asked),
            condition=most_common((who, each.condition) for who, each in own),
            instantiates=any(each.instantiates for _, each in own) and not self.into.get(node.id),
        )

    def _own(self, element: Node | SequenceFlow) -> Iterator[tuple[str, Element]]:
        """Yield the elements that one comes from, with their organisations."""
        for origin in element.origins:
            source = self.parties[origin.organisation, origin.variant]
            yield origin.organisation, source.index.elements[origin.element]

    def _noted(self, element: E) -> E:
        return element.replace(origins=tuple(self.origins.get(element.id, ())))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _one_default(flows: Iterable[SequenceFlow]) -> tuple[SequenceFlow, ...]:
    """Return the flows with one default way from each node at most, and no condition on it."""
    seen: set[str] = set()
    made = []
    for flow in flows:
        default = flow.default and flow.source not in seen
        if default:
            seen.add(flow.source)
        made.append(flow.replace(default=default, condition="" if default else flow.condition))
    return tuple(made)
