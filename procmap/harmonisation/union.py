"""The aligned union: all sources on top of each other, before any decision, and each source derived back from it.

Steps of one row are one node where they behave alike, gateways are one where they part or join the same in the same
way, and flows where they lead from one such node to another and say the same. Every node and flow has an origin for
each party that has it: what has a party's origin is that party's process. The union says what there is; it is no
process to run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from procmap.alignment import Alignment, Party
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Ids, Names, most_common
from procmap.harmonisation.participants import POOL
from procmap.harmonisation.participation import Participation, participation
from procmap.harmonisation.sources import Source, sources_of
from procmap.model import Activity, Event, Gateway, Node, Origin, Pool, Process, Property, SequenceFlow, Step

TYPE_OF = "procmap:type "
"""A property of this name and an organisation: the type of the activity there, where it is another one."""
DEFAULT = "procmap:default"
"""A property of flows that are a default way, where the node has another one: a node can have one only."""
Key = tuple[Any, ...]
Image = Mapping[tuple[str, str], Key]
"""What every node of every party is in the union, by party and id."""


def aligned_union(parties: Sequence[Party], alignment: Alignment) -> Process:
    """Return the union of the processes of all parties. The result does not depend on their order.

    `alignment` is that of the same parties. Lanes, messages and documents are not in it.
    """
    return union_of(sources_of(parties), alignment)


def union_of(sources: Sequence[Source], alignment: Alignment) -> Process:
    """Return the union of sources."""
    participants = participation(alignment, sources, Names(alignment, sources, Rulings()))
    steps = _steps(sources, alignment, participants)
    image = steps | _gateways(sources, steps, participants)
    ids = Ids()
    pools = _pools(sources, participants, ids)
    made: dict[Key, list[tuple[Source, Node]]] = {}
    for key in dict.fromkeys(steps.values()):
        made[key] = []
    for source in sources:
        for node in source.process.nodes:
            made.setdefault(image[source.id, node.id], []).append((source, node))
    id_of = {key: ids.give("gateway" if key[0] == "gateway" else "step", _label(told)) for key, told in made.items()}
    nodes = []
    for key, told in made.items():
        source, first = told[0]
        parent = id_of.get(image.get((source.id, first.parent or ""), ()))
        pool = pools.get(participants.of(source, first.id))
        nodes.append(_node(told, id_of[key], parent, pool.id if pool else None, _host(source, first, image, id_of)))
    flows = _flows(sources, image, id_of, ids, {node.id: node for node in nodes})
    return Process(id="union", name=_name(sources), pools=tuple(pools.values()), nodes=tuple(nodes), flows=tuple(flows))


def _steps(sources: Sequence[Source], alignment: Alignment, participants: Participation) -> dict[tuple[str, str], Key]:
    """Return the key of every step: its row, which of the party's steps in it, how it behaves, where it lies."""
    by_id = {source.id: source for source in sources}
    found: dict[tuple[str, str], Key] = {}
    numbers: dict[Key, int] = {}
    place: dict[tuple[str, str], tuple[int, int]] = {}
    for rank, row in enumerate(alignment.rows):
        counted: Counter[str] = Counter()
        for member in row.steps:
            place[member.process, member.step] = (rank, counted[member.process])
            counted[member.process] += 1
    for party, start in sorted(place, key=lambda one: (place[one], one)):
        pending = [start]
        while pending:
            step = by_id[party].steps[pending[-1]]
            around = [near for near in (step.parent, _attached(step)) if near in by_id[party].steps]
            missing = [near for near in around if near is not None and (party, near) not in found]
            if missing and len(pending) <= len(place):
                pending += missing
                continue
            pending.pop()
            outer = tuple(found.get((party, near or ""), ()) for near in (step.parent, _attached(step)))
            key = (*place[party, step.id], *_behaviour(step, by_id[party]), *outer)
            key = (*key, participants.of(by_id[party], step.id))
            found[party, step.id] = ("step", numbers.setdefault(key, len(numbers)))
    return found


def _attached(step: Step) -> str | None:
    return step.attached_to if isinstance(step, Event) else None


def _behaviour(step: Step, source: Source) -> Key:
    """Return what must be the same for two steps of a row to be one node."""
    if isinstance(step, Activity):
        inside = step.type if step.id in source.parents else ""
        return "activity", inside, step.loop, step.triggered_by_event, step.for_compensation
    return "event", step.type, step.triggers, step.interrupting, step.parallel_multiple


def _gateways(sources: Sequence[Source], steps: Image, participants: Participation) -> dict[tuple[str, str], Key]:
    """Return the key of every gateway: those of different parties are one when all around them is.

    Their classes are refined by what leads to them and from them until nothing changes.
    """
    gateways = [(source, node) for source in sources for node in source.process.nodes if isinstance(node, Gateway)]
    known: dict[tuple[str, str], Any] = dict(steps)
    numbers: dict[Any, int] = {}
    for source, node in gateways:
        parent = steps.get((source.id, node.parent or ""), ())
        told = (node.type, node.name, node.condition, node.instantiates, node.parallel_events)
        own = (*told, parent, participants.of(source, node.id))
        known[source.id, node.id] = numbers.setdefault(own, len(numbers))
    classes = 0
    while classes < len(numbers):
        classes = len(numbers)
        numbers = {}
        refined = {}
        for source, node in gateways:
            into = sorted(_sign(flow, known.get((source.id, flow.source))) for flow in source.index.incoming(node.id))
            out = sorted(_sign(flow, known.get((source.id, flow.target))) for flow in source.index.outgoing(node.id))
            seen = (known[source.id, node.id], tuple(into), tuple(out))
            refined[source.id, node.id] = numbers.setdefault(seen, len(numbers))
        known |= refined
    counted: Counter[tuple[str, int]] = Counter()
    found: dict[tuple[str, str], Key] = {}
    for source, node in gateways:
        same = known[source.id, node.id]
        counted[source.id, same] += 1
        found[source.id, node.id] = ("gateway", same, counted[source.id, same])
    return found


def _sign(flow: SequenceFlow, end: Any) -> str:
    return repr((end, flow.name, flow.condition, flow.default))


def _pools(sources: Sequence[Source], participants: Participation, ids: Ids) -> dict[str, Pool]:
    drawn: dict[str, list[tuple[Source, Pool]]] = {}
    for source in sources:
        for pool in source.process.pools:
            if pool.id in source.own_pools:
                key = participants.of_pool.get((source.id, pool.id), "")
                drawn.setdefault(key, []).append((source, pool))
    made = {}
    for key in ("", *participants.names) if drawn else ():
        name = participants.names.get(key) or _name(sources)
        pool_id = ids.give("participant", name) if key else POOL
        origins = tuple(origin_of(source, pool.id, pool.name) for source, pool in drawn.get(key, ()))
        made[key] = Pool(id=pool_id, name=name, process=f"process_{pool_id}", process_name=name, origins=origins)
    return made


def _name(sources: Sequence[Source]) -> str:
    return most_common((s.party.organisation, s.process.card.name or s.process.name) for s in sources)


def _label(told: Iterable[tuple[Source, Node]]) -> str:
    return most_common((source.party.organisation, node.name) for source, node in told)


def _host(source: Source, node: Node, image: Image, id_of: Mapping[Key, str]) -> str | None:
    host = node.attached_to if isinstance(node, Event) else None
    return id_of.get(image.get((source.id, host or ""), ()))


def _node(
    told: Sequence[tuple[Source, Node]], made: str, parent: str | None, pool: str | None, host: str | None
) -> Node:
    first = told[0][1]
    fields: dict[str, Any] = {
        "id": made, "name": _label(told), "parent": parent, "pool": pool, "documentation": (), "properties": (),
        "origins": tuple(origin_of(source, node.id, node.name) for source, node in told),
    }  # fmt: skip
    if isinstance(first, Gateway):
        return first.replace(**fields)
    if isinstance(first, Event):
        return Event(type=first.type, triggers=first.triggers, attached_to=host, interrupting=first.interrupting,
                     parallel_multiple=first.parallel_multiple, **fields)  # fmt: skip
    types = [(source, node.type) for source, node in told if isinstance(node, Activity)]
    kind = most_common((source.party.organisation, each) for source, each in types)
    others = [Property(name=f"{TYPE_OF}{source.id}", value=each) for source, each in types if each != kind]
    return Activity.model_validate(
        {
            **fields, "type": kind, "loop": first.loop, "triggered_by_event": first.triggered_by_event,
            "for_compensation": first.for_compensation, "properties": tuple(others),
        }
    )  # fmt: skip


@dataclass
class _Flow:
    first: SequenceFlow
    origins: list[Origin] = field(default_factory=list)


def _flows(
    sources: Sequence[Source], image: Image, id_of: Mapping[Key, str], ids: Ids, nodes: Mapping[str, Node]
) -> Iterable[SequenceFlow]:
    found: dict[Key, _Flow] = {}
    for source in sources:
        counted: Counter[Key] = Counter()
        for flow in source.process.flows:
            ends = [image.get((source.id, end)) for end in (flow.source, flow.target)]
            if ends[0] is None or ends[1] is None:
                continue
            key = (id_of[ends[0]], id_of[ends[1]], flow.name, flow.condition, flow.default)
            counted[key] += 1
            same = found.setdefault((*key, counted[key]), _Flow(flow))
            same.origins.append(origin_of(source, flow.id, flow.name or flow.condition))
    with_default: set[str] = set()
    for (start, end, name, condition, default, _), told in found.items():
        again = default and start in with_default
        with_default.update((start,) if default else ())
        yield SequenceFlow(
            id=ids.give("flow"), source=start, target=end, name=name, condition=condition,
            default=default and not again, properties=(Property(name=DEFAULT, value="yes"),) if again else (),
            parent=nodes[start].parent, pool=nodes[start].pool, origins=tuple(told.origins),
        )  # fmt: skip
