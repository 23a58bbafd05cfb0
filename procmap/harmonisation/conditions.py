"""Texts of branches: the conditions and questions of the sources, on the splits of the common process that they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from procmap.behaviour import FlowGraph
from procmap.harmonisation.assembling import Assembled
from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Names, most_common
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import Gateway, Node, Origin, Process, SequenceFlow, Step


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

    def __init__(self, assembled: Assembled, rows: Rows, sources: Sequence[Source], names: Names) -> None:
        self.assembled, self.rows, self.sources, self.names = assembled, rows, sources, names
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
        row_at = {node: row for row, node in self.assembled.node_of.items()}
        flows = tuple(self._flow(flow, otherwise, row_at) for flow in self.assembled.flows)
        nodes = tuple(self._node(node) for node in self.assembled.nodes)
        return Labelled(nodes, _one_default(flows), self.condition_at)

    def _next(self, node: str) -> tuple[str, ...]:
        return self.graph.successors(node) if isinstance(self.graph.nodes[node], Gateway) else (node,)

    def _ahead(self, source: Source, node: str) -> tuple[str, ...]:
        """Return the common steps that a source comes to next at a node."""
        passed = self.rows.passed[source.id]
        if node in source.steps and node not in passed:
            found: tuple[str, ...] = (node,)
        else:
            found = source.graph.successors(node, passed)
        common: list[str] = []
        seen: set[str] = set()
        pending = list(found)
        for step in pending:  # grows while it is read
            row = self.rows.of_step.get((source.id, step))
            if step in seen or row is None:
                continue
            seen.add(step)
            if row.role == "frame":
                heads = [n.id for n in source.process.nodes if n.parent == step and not source.index.incoming(n.id)]
                for head in heads:
                    pending.extend([head] if head not in passed else source.graph.successors(head, passed))
            elif row.id in self.assembled.node_of:
                common.append(self.assembled.node_of[row.id])
            else:
                pending.extend(source.graph.successors(step, passed))
        return tuple(common)

    def _split_of(self, source: Source, gateway: Gateway) -> None:
        leaving = source.index.outgoing(gateway.id)
        if len(leaving) < 2:
            return
        ways = [frozenset(self._ahead(source, flow.target)) for flow in leaving]
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
        said = _Said(source.party.organisation, gateway.name, flows)
        self.said.setdefault(split.gateway, []).append(said)

    def _note(self, element: str, origin: Origin) -> None:
        self.origins.setdefault(element, []).append(origin)

    def _beside(self, source: Source, step: Step) -> None:
        """Keep a condition event that is at no common split on the flow to what it leads to."""
        ahead = self._ahead(source, step.id)
        flows = [flow for node in ahead for flow in self.into.get(node, ())]
        if not flows:
            behind = source.graph.predecessors(step.id, self.rows.passed[source.id])
            rows = (self.rows.of_step.get((source.id, node)) for node in behind)
            nodes = [self.assembled.node_of.get(row.id, "") for row in rows if row is not None]
            flows = [flow for node in nodes for flow in self.out.get(node, ())]
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

    def _flow(self, flow: SequenceFlow, otherwise: Mapping[str, str], row_at: Mapping[str, str]) -> SequenceFlow:
        decided = next((each.text for each in self.decided if self._leads(flow, each)), "")
        if decided:
            return flow.replace(name=decided, condition="", default=False, origins=self._origins(flow.id))
        chosen = self._chosen(flow.source)
        told = [(said.organisation, *said.flows[flow.id]) for said in chosen if flow.id in said.flows]
        name = most_common((organisation, text) for organisation, text, _, _ in told)
        splits = len(self.out[flow.source]) > 1 and isinstance(self.graph.nodes[flow.source], Gateway)
        if not name and splits:
            name = otherwise.get(row_at.get(flow.target, ""), "")
        return flow.replace(
            name=name,
            condition=most_common((organisation, condition) for organisation, _, condition, _ in told),
            default=any(default for _, _, _, default in told),
            origins=self._origins(flow.id),
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
        question = most_common((said.organisation, said.question) for said in self._chosen(node.id))
        return node.replace(name=question, origins=self._origins(node.id))

    def _origins(self, element: str) -> tuple[Origin, ...]:
        found = self.origins.get(element, [])
        return tuple(sorted(dict.fromkeys(found), key=lambda origin: (origin.organisation, origin.variant)))


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
