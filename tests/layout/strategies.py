"""Random processes: pools, nested lanes and sub-processes, events on borders, all kinds of edges and artifacts."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Event,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
    Trigger,
)

NAMES = st.sampled_from(
    ["", "Motta søknad", "Kontrollere om søknaden er komplett og gebyret er betalt", "Byggesaksbehandlingsgebyr",
     "Ja", "Godkjent?", "受付", "Sende\nforeløpig svar"]
)  # fmt: skip
_KINDS = ("task", "userTask", "subProcess", "gateway", "start", "throw", "end", "boundary")


@st.composite
def processes(draw: st.DrawFn, most: int = 14) -> Process:
    pools = [Pool(id=f"pool{n}", name=draw(NAMES), process=f"p{n}") for n in range(draw(st.integers(0, 3)))]
    where = [None, *(pool.id for pool in pools)]
    nodes: list[Activity | Event | Gateway] = []
    for number in range(draw(st.integers(0, most))):
        nodes.append(_node(draw, f"n{number}", nodes, where))
    lanes = _lanes(draw, nodes, pools)
    ids = [node.id for node in nodes]
    flows: list[SequenceFlow] = []
    for number in range(draw(st.integers(0, 2 * most)) if ids else 0):
        source, target = draw(st.sampled_from(nodes)), draw(st.sampled_from(nodes))
        if source.parent == target.parent or draw(st.integers(0, 4)) == 0:
            flows.append(SequenceFlow(id=f"f{number}", name=draw(NAMES), source=source.id, target=target.id))
    data = _data(draw, nodes, where)
    notes = [
        Annotation(id=f"note{n}", text=draw(NAMES), pool=draw(st.sampled_from(where)))
        for n in range(draw(st.integers(0, 3)))
    ]
    items = [item.id for item in data]
    ends = [*ids, *items, *(pool.id for pool in pools)]
    anything = [*ends, *(flow.id for flow in flows), *(lane.id for lane in lanes)]
    messages = [
        MessageFlow(
            id=f"m{n}", name=draw(NAMES), source=draw(st.sampled_from(ends)), target=draw(st.sampled_from(ends))
        )
        for n in range(draw(st.integers(0, 4)) if ends else 0)
    ]
    associations = [
        Association(id=f"a{n}", source=note.id, target=draw(st.sampled_from(anything)))
        for n, note in enumerate(notes)
        if anything
    ]
    links = [
        DataAssociation(
            id=f"d{n}", type="input", node=draw(st.sampled_from(ids)), sources=(draw(st.sampled_from(items)),)
        )
        for n in range(draw(st.integers(0, 5)) if ids and items else 0)
    ] + [
        DataAssociation(id=f"o{n}", type="output", node=draw(st.sampled_from(ids)), target=draw(st.sampled_from(items)))
        for n in range(draw(st.integers(0, 5)) if ids and items else 0)
    ]
    groups = [
        Group(id=f"g{n}", name=draw(NAMES), members=tuple(draw(st.lists(st.sampled_from([*ids, *items]), max_size=3))))
        for n in range(draw(st.integers(0, 2)) if ids else 0)
    ]
    return Process(
        id="process",
        name=draw(NAMES),
        pools=tuple(pools),
        lanes=tuple(lanes),
        nodes=tuple(nodes),
        flows=tuple(flows),
        message_flows=tuple(messages),
        data=tuple(data),
        data_associations=tuple(links),
        annotations=tuple(notes),
        groups=tuple(groups),
        associations=tuple(associations),
    )


def _node(draw: st.DrawFn, node_id: str, known: list, where: list[str | None]) -> Activity | Event | Gateway:
    kind = draw(st.sampled_from(_KINDS))
    inside = draw(st.sampled_from([None, None, *(node for node in known if isinstance(node, Activity))]))
    common = {
        "id": node_id,
        "name": draw(NAMES),
        "parent": inside.id if inside else None,
        "pool": inside.pool if inside else draw(st.sampled_from(where)),
    }
    if kind == "gateway":
        return Gateway(**common)
    if kind == "boundary" and inside is not None:
        triggers = (Trigger(type="timer"),)
        place = {**common, "parent": inside.parent}
        return Event(type="boundaryEvent", attached_to=inside.id, triggers=triggers, **place)
    if kind in ("start", "throw", "end"):
        types = {"start": "startEvent", "throw": "intermediateThrowEvent", "end": "endEvent"}
        return Event(type=types[kind], **common)
    return Activity(type=kind if kind != "boundary" else "task", **common)


def _lanes(draw: st.DrawFn, nodes: list, pools: list[Pool]) -> list[Lane]:
    lanes: list[Lane] = []
    for pool in (None, *(pool.id for pool in pools)):
        count = draw(st.integers(0, 3))
        mine = [node.id for node in nodes if node.pool == pool and node.parent is None]
        members = {node: draw(st.integers(0, count)) for node in mine}
        first = len(lanes)
        for number in range(count):
            parent = draw(st.sampled_from([None, *(lane.id for lane in lanes[first:])]))
            held = tuple(node for node, place in members.items() if place == number)
            lanes.append(Lane(id=f"lane{len(lanes)}", name=draw(NAMES), nodes=held, parent=parent, pool=pool))
    return lanes


def _data(draw: st.DrawFn, nodes: list, where: list[str | None]) -> list[DataItem]:
    data: list[DataItem] = []
    for number in range(draw(st.integers(0, 4))):
        holder = draw(st.sampled_from([None, *(node for node in nodes if isinstance(node, Activity))]))
        place = {
            "parent": holder.id if holder and draw(st.booleans()) else None,
            "pool": holder.pool if holder else draw(st.sampled_from(where)),
        }
        kind = draw(st.sampled_from(["dataObject", "dataObjectReference", "dataStoreReference", "dataInput"]))
        cited = f"x{number}" if kind.endswith("Reference") else None
        data.append(DataItem(id=f"item{number}", name=draw(NAMES), type=kind, refers_to=cited, **place))
    return data
