"""Where the gateways and sequence flows of the common process come from.

A flow of a source is the common flow that joins the same steps, gateways passed over; a gateway is the common one that
parts or joins ways between the same. What composing had to add comes from the source flows that it stands for, and
where there are none, from the steps that it leads to; a start or an end that was added, from the processes as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from procmap.behaviour import FlowGraph
from procmap.harmonisation.details import origin_of
from procmap.harmonisation.places import Places
from procmap.harmonisation.sources import Source
from procmap.model import Event, Gateway, Node, Origin, Process, SequenceFlow

Way = Literal["flow", "split", "join"]


class _Around(NamedTuple):
    """The steps next before and after a flow or a gateway, which of these it is, and a gateway's type."""

    behind: frozenset[str]
    ahead: frozenset[str]
    way: Way
    type: str = ""


@dataclass(frozen=True)
class _Matched:
    """Origins by common element. `best`: of source elements that are most like it; `like`: of those like it at all."""

    best: Mapping[str, Sequence[Origin]]
    like: Mapping[str, Sequence[Origin]]


def with_origins(
    nodes: Sequence[Node], flows: Sequence[SequenceFlow], sources: Sequence[Source], places: Mapping[str, Places]
) -> tuple[tuple[Node, ...], tuple[SequenceFlow, ...]]:
    """Return the nodes and flows, every one with its origins. Origins that they have already are kept."""
    around = _of_common(nodes, flows)
    known = {_key(origin) for part in (nodes, flows) for each in part for origin in each.origins}
    found = [each for each in _of_sources(sources, places) if _key(each[0]) not in known]
    matched = {
        kind: _match([each for each in found if (each[1].way == "flow") == (kind == "flow")], near)
        for kind, near in (
            ("flow", {key: each for key, each in around.items() if each.way == "flow"}),
            ("gateway", {key: each for key, each in around.items() if each.way != "flow"}),
        )
    }
    steps = {node.id: node.origins for node in nodes if not isinstance(node, Gateway)}
    done: list[SequenceFlow] = []
    for flow in flows:
        near = around[flow.id]
        told = [*flow.origins, *matched["flow"].best.get(flow.id, ())] or matched["flow"].like.get(flow.id, ())
        done.append(flow.replace(origins=_ordered(told or _first_of(near.ahead, near.behind, steps))))
    into: dict[str, list[Origin]] = defaultdict(list)
    out: dict[str, list[Origin]] = defaultdict(list)
    for flow in done:
        out[flow.source] += flow.origins
        into[flow.target] += flow.origins
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, Gateway):
            told = [*node.origins, *matched["gateway"].best.get(node.id, ())]
            beside = out if around[node.id].way == "split" else into
            made.append(node.replace(origins=_ordered(told or beside[node.id])))
        elif isinstance(node, Event) and not node.origins:
            made.append(node.replace(origins=_ordered(map(_whole, out[node.id] or into[node.id]))))
        else:
            made.append(node)
    return tuple(made), tuple(done)


def _of_common(nodes: Sequence[Node], flows: Sequence[SequenceFlow]) -> dict[str, _Around]:
    graph = FlowGraph(Process(id="common", nodes=tuple(nodes), flows=tuple(flows)))
    gateways = {node.id: node for node in nodes if isinstance(node, Gateway)}
    behind = {node.id: frozenset(graph.predecessors(node.id)) for node in gateways.values()}
    ahead = {node.id: frozenset(graph.successors(node.id)) for node in gateways.values()}
    around: dict[str, _Around] = {}
    leaving: dict[str, int] = defaultdict(int)
    for flow in flows:
        leaving[flow.source] += 1
        before = behind.get(flow.source, frozenset((flow.source,)))
        around[flow.id] = _Around(before, ahead.get(flow.target, frozenset((flow.target,))), "flow")
    for node in gateways.values():
        way: Way = "split" if leaving[node.id] > 1 else "join"
        around[node.id] = _Around(behind[node.id], ahead[node.id], way, node.type)
    return around


def _of_sources(sources: Sequence[Source], places: Mapping[str, Places]) -> Iterable[tuple[Origin, _Around]]:
    for source in sources:
        at = places[source.id]
        for flow in source.process.flows:
            if flow.source in source.index.nodes and flow.target in source.index.nodes:
                ends = frozenset(at.behind(flow.source)), frozenset(at.ahead(flow.target))
                yield origin_of(source, flow.id, flow.name or flow.condition), _Around(*ends, "flow")
        for node in source.process.nodes:
            if isinstance(node, Gateway):
                ends = frozenset(at.behind(node.id)), frozenset(at.ahead(node.id))
                way: Way = "split" if len(source.index.outgoing(node.id)) > 1 else "join"
                yield origin_of(source, node.id, node.name), _Around(*ends, way, node.type)


def _match(found: Iterable[tuple[Origin, _Around]], common: Mapping[str, _Around]) -> _Matched:
    by_behind: dict[str, dict[str, None]] = defaultdict(dict)
    by_ahead: dict[str, dict[str, None]] = defaultdict(dict)
    for element, around in common.items():
        for step in around.behind:
            by_behind[step][element] = None
        for step in around.ahead:
            by_ahead[step][element] = None
    best: dict[str, list[Origin]] = defaultdict(list)
    like: dict[str, list[Origin]] = defaultdict(list)
    for origin, around in found:
        before = {element for step in around.behind for element in by_behind[step]}
        after = {element for step in around.ahead for element in by_ahead[step]}
        alike = {element: _alike(around, common[element]) for element in before & after}
        most = max(alike.values(), default=0.0)
        for element, likeness in alike.items():
            if likeness:
                like[element].append(origin)
                if likeness == most:
                    best[element].append(origin)
    return _Matched(best, like)


def _alike(one: _Around, other: _Around) -> float:
    """Return how alike the steps around two elements are; 0 where they part or join different ways.

    Gateways of different types must have two ways in common.
    """
    if one.way != other.way:
        return 0.0
    behind, ahead = one.behind & other.behind, one.ahead & other.ahead
    parted = {"split": (ahead, one.ahead), "join": (behind, one.behind)}.get(one.way)
    if parted is not None and one.type != other.type and len(parted[0]) < min(2, len(parted[1])):
        return 0.0
    shares = len(behind) / len(one.behind | other.behind) + len(ahead) / len(one.ahead | other.ahead)
    return shares + (one.type == other.type)


def _first_of(
    ahead: Collection[str], behind: Collection[str], steps: Mapping[str, Sequence[Origin]]
) -> Sequence[Origin]:
    for near in (ahead, behind):
        told = [origin for step in sorted(near) for origin in steps.get(step, ())]
        if told:
            return told
    return ()


def _whole(origin: Origin) -> Origin:
    """Return the process of an origin: what a start or an end that had to be added comes from."""
    return origin.replace(element=origin.process, label="")


def _ordered(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    """Return origins by party, each element once, in the order in which they were found."""
    first: dict[tuple[str, str, str], Origin] = {}
    for origin in origins:
        first.setdefault(_key(origin), origin)
    return tuple(sorted(first.values(), key=lambda origin: (origin.organisation, origin.variant)))


def _key(origin: Origin) -> tuple[str, str, str]:
    return origin.organisation, origin.variant, origin.element
