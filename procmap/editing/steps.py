"""Adding, moving, splitting, merging and removing steps."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.editing.changing import into_role
from procmap.editing.surgery import Surgery
from procmap.model import Activity, BadInput, Event, Gateway, Process
from procmap.model.elements import ActivityType, StepDetails


def add_step(
    process: Process, label: str, *, after: str | None = None, role: str = "", kind: ActivityType = "task"
) -> tuple[Process, str]:
    """Return the process with one more step, and the id of the step.

    It stands after the node `after` and before all that followed it (before it, where that is an end); with none, at
    the beginning. Without a `role` it is in the lane of the step beside it.
    Raises BadInput when the label is empty or there is no such node.
    """
    work = Surgery(process)
    made = Activity(id=work.new_id("Step"), name=_label(label), type=kind)
    if after is None:
        first = next((node for node in process.nodes if node.parent is None), None)
        made = made.replace(pool=first.pool if first else _own_pool(process))
        work.put(made)
        work.insert_first(made.id)
        if first is not None:
            work.into_lanes_of(made.id, first.id)
    else:
        beside = work.node(after)
        made = made.replace(parent=beside.parent, pool=beside.pool)
        work.put(made, beside)
        work.insert_after(made.id, after)
        work.into_lanes_of(made.id, _holder(beside))
    return into_role(work, made.id, role) if role else work.process, made.id


def move_step(process: Process, step: str, *, after: str | None) -> Process:
    """Return the process with a step (and what is attached to it) after the node `after`; none: at the beginning.

    Raises BadInput when it would stand after itself, or in another sub-process or pool.
    """
    work = Surgery(process)
    node = work.node(step)
    if isinstance(node, Event) and node.attached_to is not None:
        raise BadInput("step-is-held", name=node.name)
    if after is not None:
        place = work.node(after)
        if after == step:
            return process
        if (place.parent, place.pool) != (node.parent, node.pool):
            raise BadInput("step-elsewhere", name=node.name, other=place.name)
    follows = work.index.incoming(step)
    if after is not None and len(follows) == 1 and follows[0].source == after:
        return process
    work.loosen(step)
    if after is None or not any(each.id == after for each in work.process.nodes):
        work.insert_first(step)
    else:
        work.insert_after(step, after)
    return work.process


def move_up(process: Process, step: str) -> Process:
    """Return the process with a step before what comes right before it: a step, or the place where ways part or meet.

    Raises BadInput where it is not known which of several ways is meant, or nothing but the start comes before it.
    """
    work = Surgery(process)
    node, index = work.node(step), work.index
    before = [flow.source for flow in index.incoming(step)]
    if len(before) != 1:
        raise BadInput("nowhere-to-move", name=node.name)
    other = work.node(before[0])
    if isinstance(other, Gateway):
        further = [flow.source for flow in index.incoming(other.id)]
        if len(further) != 1:
            raise BadInput("nowhere-to-move", name=node.name)
        return move_step(process, step, after=further[0])
    if isinstance(other, Event) and (other.type == "startEvent" or other.attached_to is not None):
        raise BadInput("nowhere-to-move", name=node.name)
    return move_step(process, other.id, after=step)


def move_down(process: Process, step: str) -> Process:
    """Return the process with a step after what comes right after it: a step, or the place where ways meet.

    Raises BadInput where it is not known which of several ways is meant, or nothing but the end comes after it.
    """
    work = Surgery(process)
    node, index = work.node(step), work.index
    after = [flow.target for flow in index.outgoing(step)]
    if len(after) != 1:
        raise BadInput("nowhere-to-move", name=node.name)
    other = work.node(after[0])
    if isinstance(other, Event) and other.type == "endEvent":
        raise BadInput("nowhere-to-move", name=node.name)
    return move_step(process, step, after=other.id)


def remove_step(process: Process, step: str) -> Process:
    """Return the process without a step: what came before it leads to what came after it.

    What was attached to it belongs to the whole process then.
    Raises BadInput while events hang on it or it holds steps of its own.
    """
    work = Surgery(process)
    node = work.node(step)
    held = work.index.boundary_events(step)
    if held:
        raise BadInput("step-holds-events", name=node.name, event=held[0].name)
    if work.index.children(step):
        raise BadInput("step-holds-steps", name=node.name)
    work.loosen(step)
    work.forget(step)
    return work.process


def split_step(process: Process, step: str, labels: Sequence[str]) -> tuple[Process, tuple[str, ...]]:
    """Return the process with a step done in several, one after the other, and their ids; the first keeps its own.

    The first keeps all that is known of the step; the others have its kind and its lane.
    Raises BadInput when there are fewer than two labels, or one is empty.
    """
    if len(labels) < 2:
        raise BadInput("split-labels")
    work = Surgery(process)
    node = work.node(step)
    if not isinstance(node, Activity):
        raise BadInput("not-an-activity", name=node.name)
    work.put(node.replace(name=_label(labels[0])))
    ids = [step]
    for label in labels[1:]:
        beside = work.node(ids[-1])
        is_plain = node.type not in ("subProcess", "transaction", "adHocSubProcess", "callActivity")
        made = Activity(
            id=work.new_id("Step"),
            name=_label(label),
            type=node.type if is_plain else "task",
            parent=node.parent,
            pool=node.pool,
        )
        work.put(made, beside)
        work.insert_after(made.id, ids[-1])
        work.into_lanes_of(made.id, step)
        ids.append(made.id)
    return work.process, tuple(ids)


def merge_steps(process: Process, steps: Sequence[str], label: str = "") -> Process:
    """Return the process with several steps as one: the first, called `label` or as it was.

    It has what was known of all: documents, systems, legal basis, what is attached, events that hang on them.
    Raises BadInput when they are fewer than two, or one is no activity.
    """
    keys = tuple(dict.fromkeys(steps))
    if len(keys) < 2:
        raise BadInput("merge-steps")
    work = Surgery(process)
    activities: list[Activity] = []
    for key in keys:
        node = work.node(key)
        if not isinstance(node, Activity):
            raise BadInput("not-an-activity", name=node.name)
        if work.index.children(key):
            raise BadInput("step-holds-steps", name=node.name)
        activities.append(node)
    first = activities[0]
    merged = first.replace(name=_label(label or first.name), details=_together([each.details for each in activities]))
    merged = merged.replace(
        documentation=tuple(dict.fromkeys(line for each in activities for line in each.documentation))
    )
    work.put(merged)
    for other in activities[1:]:
        for event in work.index.boundary_events(other.id):
            work.put(event.replace(attached_to=first.id))
        _take_over(work, other.id, first.id)
        work.loosen(other.id)
        work.forget(other.id, to=first.id)
    return work.process


def _take_over(work: Surgery, other: str, first: str) -> None:
    """Let the lines of documents and messages of a step lead to another."""
    process = work.process
    work.process = process.replace(
        data_associations=tuple(
            each.replace(node=first) if each.node == other else each for each in process.data_associations
        ),
        message_flows=tuple(
            each.replace(
                source=first if each.source == other else each.source,
                target=first if each.target == other else each.target,
            )
            for each in process.message_flows
        ),
        associations=tuple(
            each.replace(
                source=first if each.source == other else each.source,
                target=first if each.target == other else each.target,
            )
            for each in process.associations
        ),
    )


def _together(details: Sequence[StepDetails]) -> StepDetails:
    """Return what is known of several steps as of one: lists joined, of single values the first."""
    made: dict[str, object] = {}
    for field in StepDetails.model_fields:
        values = [getattr(each, field) for each in details]
        if isinstance(values[0], tuple):
            made[field] = tuple(dict.fromkeys(item for value in values for item in value))
        else:
            made[field] = next((value for value in values if value), values[0])
    return StepDetails.model_validate(made)


def _holder(node: object) -> str:
    """Return whose lane a step beside a node stands in: that of the activity, for an event that hangs on one."""
    if isinstance(node, Event) and node.attached_to is not None:
        return node.attached_to
    return str(getattr(node, "id", ""))


def _own_pool(process: Process) -> str | None:
    return next((pool.id for pool in process.pools if pool.process is not None), None)


def _label(text: str) -> str:
    label = " ".join(text.split())
    if not label:
        raise BadInput("step-label-empty")
    return label
