"""Changing what a step is called, who does it, and what is known of it."""

from __future__ import annotations

from procmap.editing.surgery import Surgery
from procmap.model import Activity, BadInput, Event, Lane, Process
from procmap.model.index import Index


def rename(process: Process, node: str, name: str) -> Process:
    """Return the process with a node called `name`. Raises BadInput when there is no such node."""
    work = Surgery(process)
    work.put(work.node(node).replace(name=" ".join(name.split())))
    return work.process


def change_step(process: Process, step: str, **changes: object) -> Process:
    """Return the process with other values in a step: fields of the step, or of its `details` (systems, deadline …).

    Raises BadInput when there is no such step, and pydantic.ValidationError when a value does not fit its field.
    """
    work = Surgery(process)
    node = work.node(step)
    if not isinstance(node, Activity | Event):
        raise BadInput("not-a-step", name=node.name)
    own = {field: value for field, value in changes.items() if field in type(node).model_fields}
    details = {field: value for field, value in changes.items() if field not in own}
    if details:
        own["details"] = node.details.replace(**details)
    work.put(node.replace(**own))
    return work.process


def set_role(process: Process, step: str, role: str) -> Process:
    """Return the process with a step in the lane called `role`, which is added where there is none; empty: in none.

    Raises BadInput when there is no such step.
    """
    return into_role(Surgery(process), step, role)


def into_role(work: Surgery, step: str, role: str) -> Process:
    """Put a step into the lane called `role`; lanes that hold nothing any more go, if they held this step."""
    node = work.node(step)
    name = " ".join(role.split())
    if Index(work.process).role(step) == name and name:
        return work.process
    process = work.process
    moved = {step, *(event.id for event in Index(process).boundary_events(step))}
    left: list[Lane] = []
    for lane in process.lanes:
        nodes = tuple(each for each in lane.nodes if each not in moved)
        if lane.nodes and not nodes and lane.name != name and not any(each.parent == lane.id for each in process.lanes):
            continue  # it held nothing else
        left.append(lane.replace(nodes=nodes))
    if name:
        place = next((n for n, lane in enumerate(left) if lane.name == name and lane.pool == node.pool), None)
        if place is None:
            like = next((lane for lane in left if lane.pool == node.pool and lane.parent is None), None)
            made = Lane(id=work.new_id("Lane"), name=name, pool=node.pool, lane_set=like.lane_set if like else "")
            left.append(made)
            place = len(left) - 1
        for lane_id in _with_those_around(left, left[place].id):
            n = next(n for n, lane in enumerate(left) if lane.id == lane_id)
            left[n] = left[n].replace(nodes=(*left[n].nodes, *sorted(moved, key=lambda each: each != step)))
    work.process = process.replace(lanes=tuple(left))
    return work.process


def _with_those_around(lanes: list[Lane], key: str) -> list[str]:
    """Return a lane and those around it that list what lies in it: a tool may list nodes in the innermost only."""
    by_id = {lane.id: lane for lane in lanes}
    found = [key]
    around = by_id[key].parent
    while around in by_id and around not in found:
        if by_id[around].nodes:
            found.append(around)
        around = by_id[around].parent
    return found
