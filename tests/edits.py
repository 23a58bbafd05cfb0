"""Random edits to a process, of the kinds that people make: what was well-formed stays so."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from procmap.model import (
    Activity,
    Annotation,
    Association,
    Event,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Note,
    Pool,
    Process,
    ProcessCard,
    SequenceFlow,
    StepDetails,
    Trigger,
    replace_element,
)
from procmap.model.process import ELEMENT_FIELDS
from tests.strategies import FULL_NAMES, NAMES, TEXTS, values

Edit = Callable[[st.DrawFn, Process], Process]


def _fresh(process: Process, stem: str) -> str:
    taken = {process.id, *(element.id for element in process.elements()), *(pool.process for pool in process.pools)}
    return next(name for number in range(1, 10_000) if (name := f"{stem}_new{number}") not in taken)


def _one(draw: st.DrawFn, items):
    items = list(items)
    return draw(st.sampled_from(items)) if items else None


def rename(draw, process):
    named = [e for e in process.elements() if isinstance(e, Activity | Event | Gateway | Lane | SequenceFlow)]
    element = _one(draw, [*named, *(pool for pool in process.pools)])
    return process if element is None else replace_element(process, element.replace(name=draw(FULL_NAMES)))


def document(draw, process):
    element = _one(draw, process.nodes)
    texts = tuple(draw(st.lists(TEXTS.filter(bool), max_size=2)))
    return process if element is None else replace_element(process, element.replace(documentation=texts))


def detail(draw, process):
    element = _one(draw, process.steps)
    return process if element is None else replace_element(process, element.replace(details=draw(values(StepDetails))))


def change_type(draw, process):
    element = _one(draw, [n for n in process.nodes if isinstance(n, Gateway) or (n.type in _PLAIN)])
    if element is None:
        return process
    if isinstance(element, Activity):
        return replace_element(process, element.replace(type=draw(st.sampled_from(_PLAIN))))
    defaults = {flow.source for flow in process.flows if flow.default}
    kinds = ("exclusiveGateway", "inclusiveGateway") + (() if element.id in defaults else ("parallelGateway",))
    plain = {"condition": "", "instantiates": False, "parallel_events": False}
    return replace_element(process, element.replace(type=draw(st.sampled_from(kinds)), **plain))


_PLAIN = ("task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask")


def condition(draw, process):
    flow = _one(draw, process.flows)
    return process if flow is None else replace_element(process, flow.replace(condition=draw(TEXTS)))


def make_default(draw, process):
    gateways = {n.id for n in process.nodes if getattr(n, "type", "") in ("exclusiveGateway", "inclusiveGateway")}
    flow = _one(draw, [flow for flow in process.flows if flow.source in gateways])
    if flow is None:
        return process
    flows = [
        f.replace(default=f.id == flow.id and not flow.default) if f.source == flow.source else f for f in process.flows
    ]
    return process.replace(flows=tuple(flows))


def move_to_lane(draw, process):
    lane = _one(draw, process.lanes)
    if lane is None:
        return process
    beside = {other.id for other in process.lanes if (other.pool, other.scope) == (lane.pool, lane.scope)}
    node = _one(draw, [n for n in process.nodes if (n.pool, n.parent) == (lane.pool, lane.scope)])
    if node is None:
        return process
    lanes = []
    for other in process.lanes:
        nodes = tuple(key for key in other.nodes if key != node.id) if other.id in beside else other.nodes
        lanes.append(other.replace(nodes=(*nodes, node.id) if other.id == lane.id else nodes))
    return process.replace(lanes=tuple(lanes))


def move_to_pool(draw, process):
    """Move a step that nothing joins into another pool of the process."""
    joined = {end for flow in process.flows for end in (flow.source, flow.target)}
    joined |= {node.attached_to for node in process.nodes if isinstance(node, Event)}
    held = {node.parent for node in process.nodes} | {item.owner for item in process.data}
    node = _one(
        draw,
        [
            n
            for n in process.nodes
            if n.parent is None and n.id not in joined | held and getattr(n, "type", "") in _PLAIN
        ],
    )
    pool = _one(draw, [pool for pool in process.pools if pool.process and node and pool.id != node.pool])
    if pool is None or node.pool is None:
        return process
    lanes = tuple(lane.replace(nodes=tuple(key for key in lane.nodes if key != node.id)) for lane in process.lanes)
    return replace_element(process.replace(lanes=lanes), node.replace(pool=pool.id))


def attach(draw, process):
    node = _one(draw, process.nodes)
    if node is None or any(value.id == "Ny merknad" for value in process.attached):
        return process
    note = draw(values(Note, id=st.just("Ny merknad"), on=st.just((node.id,)), guards=st.just(())))
    return process.replace(attached=(*process.attached, note))


def detach(draw, process):
    value = _one(draw, process.attached)
    if value is None:
        return process
    left = value.replace(on=value.on[1:])
    return process.replace(attached=tuple(left if other is value else other for other in process.attached))


def drop_attached(_, process):
    return process.replace(attached=process.attached[1:])


def change_card(draw, process):
    name = st.just(process.name) if process.card.name else st.just("")
    return process.replace(card=draw(values(ProcessCard, name=name)))


def add_step(draw, process):
    beside = _one(draw, process.nodes)
    if beside is None:
        return process
    place = {"parent": beside.parent, "pool": beside.pool}
    step = Activity(id=_fresh(process, "step"), name=draw(FULL_NAMES), type=draw(st.sampled_from(_PLAIN)), **place)
    process = process.replace(nodes=(*process.nodes, step))
    flow = SequenceFlow(id=_fresh(process, "flow"), source=beside.id, target=step.id, **place)
    lanes = [lane for lane in process.lanes if (lane.pool, lane.scope) == (beside.pool, beside.parent)]
    process = process.replace(flows=(*process.flows, flow))
    lane = _one(draw, lanes)
    return process if lane is None else replace_element(process, lane.replace(nodes=(*lane.nodes, step.id)))


def add_subprocess(draw, process):
    beside = _one(draw, process.nodes)
    if beside is None:
        return process
    place = {"parent": beside.parent, "pool": beside.pool}
    outer = Activity(id=_fresh(process, "sub"), name=draw(FULL_NAMES), type="subProcess", **place)
    process = process.replace(nodes=(*process.nodes, outer))
    inner = Activity(id=_fresh(process, "inner"), name=draw(FULL_NAMES), parent=outer.id, pool=outer.pool)
    lane = Lane(id=_fresh(process, "lane"), name=draw(FULL_NAMES), nodes=(inner.id,), scope=outer.id, pool=outer.pool)
    return process.replace(nodes=(*process.nodes, inner), lanes=(*process.lanes, lane))


def remove_node(draw, process):
    node = _one(draw, process.nodes)
    return process if node is None or len(process.nodes) < 3 else without(process, node.id)


def remove_flow(draw, process):
    flow = _one(draw, process.flows)
    return process if flow is None else without(process, flow.id)


def redirect(draw, process):
    flow = _one(draw, process.flows)
    near = [] if flow is None else [n for n in process.nodes if (n.pool, n.parent) == (flow.pool, flow.parent)]
    return process if not near else replace_element(process, flow.replace(target=_one(draw, near).id))


def annotate(draw, process):
    node = _one(draw, process.nodes)
    if node is None:
        return process
    place = {"parent": node.parent, "pool": node.pool}
    note = Annotation(id=_fresh(process, "note"), text=draw(TEXTS), **place)
    process = process.replace(annotations=(*process.annotations, note))
    line = Association(id=_fresh(process, "line"), source=note.id, target=node.id, **place)
    return process.replace(associations=(*process.associations, line))


def change_annotation(draw, process):
    note = _one(draw, process.annotations)
    return process if note is None else replace_element(process, note.replace(text=draw(TEXTS)))


def add_lane(draw, process):
    beside = _one(draw, process.nodes)
    if beside is None:
        return process
    around = [lane for lane in process.lanes if (lane.pool, lane.scope) == (beside.pool, beside.parent)]
    outer = _one(draw, [None, *around])
    inside = [lane.lane_set for lane in around if lane.parent == (outer.id if outer else None)]
    lane = Lane(
        id=_fresh(process, "lane"),
        name=draw(FULL_NAMES),
        nodes=(beside.id,),
        parent=outer.id if outer else None,
        pool=beside.pool,
        scope=beside.parent,
        lane_set=inside[0] if inside else "",
    )
    return process.replace(lanes=(*process.lanes, lane))


def add_message(draw, process):
    ends = [element.id for element in (*process.pools, *process.nodes)]
    if not process.pools or not ends:
        return process
    message = MessageFlow(
        id=_fresh(process, "message"),
        name=draw(FULL_NAMES),
        source=_one(draw, ends),
        target=_one(draw, ends),
        message=draw(NAMES),
    )
    return process.replace(message_flows=(*process.message_flows, message))


def add_pool(draw, process):
    if not process.pools:
        return process
    return process.replace(pools=(*process.pools, Pool(id=_fresh(process, "pool"), name=draw(FULL_NAMES))))


def change_triggers(draw, process):
    event = _one(draw, [node for node in process.nodes if isinstance(node, Event)])
    if event is None:
        return process
    timer = Trigger(type="timer", time="P3W", time_kind="duration")
    message = Trigger(type="message", name=draw(FULL_NAMES))
    triggers = draw(
        st.sampled_from(((timer,), (message,), (), (*event.triggers[1:], timer), (message, *event.triggers)))
    )
    return replace_element(process, event.replace(triggers=triggers))


def rename_group(draw, process):
    group = _one(draw, process.groups)
    return process if group is None else replace_element(process, group.replace(name=draw(FULL_NAMES)))


def rename_process(draw, process):
    name = draw(FULL_NAMES)
    card = process.card.replace(name=name) if process.card.name else process.card
    return process.replace(name=name, card=card)


EDITS: tuple[Edit, ...] = (
    rename, document, detail, change_type, condition, make_default, move_to_lane, move_to_pool, attach, detach,
    drop_attached, change_card, add_step, add_subprocess, remove_node, remove_flow, redirect, annotate,
    change_annotation, add_lane, add_message, add_pool, change_triggers, rename_group, rename_process,
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, process: Process, most: int = 4) -> Process:
    """Return a process after one to `most` random edits."""
    for edit in draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=most)):
        changed = edit(draw, process)
        # Lanes that hold nobody any more would be filled by place when the file is read again.
        process = process if _silent(changed) - _silent(process) else changed
    return process


def _silent(process: Process) -> set[tuple[str | None, str | None]]:
    scopes = {(lane.pool, lane.scope) for lane in process.lanes}
    return scopes - {(lane.pool, lane.scope) for lane in process.lanes if lane.nodes}


def without(process: Process, element_id: str) -> Process:
    """Return a process without an element, what lies in it, and what cites it."""
    gone = {element_id}
    while True:
        more = {element.id for element in process.elements() if element.id not in gone and _goes(element, gone)}
        if not more:
            break
        gone |= more
    fields = {
        name: tuple(_released(item, gone) for item in getattr(process, name) if item.id not in gone)
        for name in ELEMENT_FIELDS
    }
    attached = tuple(
        value.replace(on=_kept(value.on, gone), guards=_kept(value.guards, gone)) for value in process.attached
    )
    return process.replace(**fields, attached=attached)


def _goes(element, gone: set[str]) -> bool:
    names = ("parent", "scope", "attached_to", "source", "target", "node", "owner", "refers_to")
    return any(getattr(element, name, None) in gone for name in names if getattr(element, name, None) is not None)


def _kept(ids: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    return tuple(key for key in ids if key not in gone)


def _released(item, gone: set[str]):
    if isinstance(item, Lane):
        return item.replace(nodes=_kept(item.nodes, gone))
    if isinstance(item, Group):
        return item.replace(members=_kept(item.members, gone))
    if isinstance(item, Event):
        return item.replace(triggers=tuple(t.replace(activity="") if t.activity in gone else t for t in item.triggers))
    if hasattr(item, "sources"):
        return item.replace(sources=_kept(item.sources, gone), target="" if item.target in gone else item.target)
    return item
