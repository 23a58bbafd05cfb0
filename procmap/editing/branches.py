"""Ways that part and meet again, ways back, and ways out."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.editing.surgery import Surgery
from procmap.model import Activity, BadInput, Event, Process
from procmap.model.elements import GatewayType
from procmap.model.value import Value

KINDS: dict[str, GatewayType] = {
    "either-or": "exclusiveGateway",
    "one-or-more": "inclusiveGateway",
    "together": "parallelGateway",
}


class Way(Value):
    """One of several ways: when it is taken, and the steps on it; none: straight on."""

    condition: str = ""
    steps: tuple[str, ...] = ()


def add_branch(
    process: Process, after: str, ways: Sequence[Way], kind: str = "either-or", question: str = ""
) -> tuple[Process, tuple[str, ...]]:
    """Return the process with ways that part after a node and meet before what followed it, and the ids of their steps.

    `kind` is a key of KINDS; `question` is what the parting asks.
    Raises BadInput when there are fewer than two ways, or none has a step.
    """
    if len(ways) < 2 or not any(way.steps for way in ways):
        raise BadInput("branch-ways")
    work = Surgery(process)
    beside = work.node(after)
    split = work.gateway(KINDS[kind], beside)
    if question and kind != "together":
        work.put(split.replace(name=" ".join(question.split())))
    work.insert_after(split.id, after)
    join = work.gateway(KINDS[kind], work.node(split.id))
    work.insert_after(join.id, split.id)
    work.cut(flow for flow in work.index.outgoing(split.id) if flow.target == join.id)
    made: list[str] = []
    for way in ways:
        condition = "" if kind == "together" else way.condition.strip()
        last = split.id
        for label in way.steps:
            step = Activity(
                id=work.new_id("Step"), name=" ".join(label.split()), parent=beside.parent, pool=beside.pool
            )
            if not step.name:
                raise BadInput("step-label-empty")
            work.put(step, work.node(last))
            work.into_lanes_of(step.id, split.id)
            work.connect(last, step.id, condition=condition if last == split.id else "")
            made.append(step.id)
            last = step.id
        work.connect(last, join.id, condition=condition if last == split.id else "")
    return work.process, tuple(made)


def loop_back(process: Process, after: str, to: str, condition: str = "", onward: str = "") -> Process:
    """Return the process with a way back: after a node, where `condition` holds, the work goes on at `to` again.

    `onward` is the condition of going on. Raises BadInput when both are in different sub-processes or pools.
    """
    work = Surgery(process)
    beside, target = work.node(after), work.node(to)
    if (beside.parent, beside.pool) != (target.parent, target.pool):
        raise BadInput("step-elsewhere", name=beside.name, other=target.name)
    if isinstance(target, Event) and target.type in ("startEvent", "boundaryEvent"):
        raise BadInput("no-way-back", name=target.name)
    split = work.gateway("exclusiveGateway", beside)
    work.insert_after(split.id, after)
    leaving = work.index.outgoing(split.id)
    if onward and len(leaving) == 1:
        work.cut(leaving)
        work.connect(split.id, leaving[0].target, condition=onward.strip())
    join = work.gateway("exclusiveGateway", target)
    entering = [flow for flow in work.index.incoming(to) if flow.source != join.id]
    work.lead(entering, target=join.id)
    work.connect(join.id, to)
    work.connect(split.id, join.id, condition=condition.strip())
    return work.process


def add_end(process: Process, after: str, name: str = "") -> Process:
    """Return the process with an end event behind a node that leads nowhere.

    Raises BadInput when something follows the node.
    """
    work = Surgery(process)
    beside = work.node(after)
    if work.index.outgoing(after):
        raise BadInput("goes-on", name=beside.name)
    made = Event(
        id=work.new_id("End"), name=" ".join(name.split()), type="endEvent", parent=beside.parent, pool=beside.pool
    )
    work.put(made, beside)
    work.into_lanes_of(made.id, after)
    work.connect(after, made.id)
    return work.process
