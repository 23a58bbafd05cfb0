"""Several diagrams of one process: each is completed with what belongs into it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from procmap.layout.completing import Anew, complete
from procmap.layout.frames import visible_data
from procmap.layout.homes import restricted
from procmap.model import Diagram, Element, Event, Lane, Process


def complete_planes(
    process: Process, diagrams: Sequence[Diagram], anew: Anew, loose: Collection[str] | None = None
) -> tuple[Diagram, ...]:
    """Return the diagrams of a process with all drawn that none of them shows; coordinates that there are stay.

    What is missing goes to the diagram that shows what it lies in, or is such a diagram; else where its like is; else
    to the first. `anew` and `loose`: see `procmap.layout.completing.complete`.
    """
    drawn = [_drawn(diagram) for diagram in diagrams]
    if len(diagrams) == 1:
        return (_completed(process, diagrams[0], anew, loose),)
    homes: dict[str, int] = {}
    for number, keys in reversed(list(enumerate(drawn))):
        homes.update(dict.fromkeys(sorted(keys), number))
    planes = {diagram.plane: number for number, diagram in reversed(list(enumerate(diagrams)))}
    beside: dict[tuple[str | None, str | None], int] = {}
    for node in process.nodes:
        if node.id in homes:
            beside.setdefault((node.parent, node.pool), homes[node.id])
    parts = [set(keys) for keys in drawn]
    ends = {flow.id: flow.source for flow in process.flows}
    ends.update((flow.id, flow.source) for flow in process.message_flows)
    ends.update((line.id, line.source) for line in process.associations)
    ends.update((flow.id, flow.node) for flow in process.data_associations)
    lines: list[str] = []
    seen = {item.id for item in visible_data(process)} | {element.id for element in process.elements()}
    seen -= {item.id for item in process.data} - {item.id for item in visible_data(process)}
    for element in process.elements():
        if element.id in homes or element.id not in seen:
            continue
        if element.id in ends:
            lines.append(element.id)
            continue
        homes[element.id] = _home(element, homes, planes, beside)
        parts[homes[element.id]].add(element.id)
    for line in lines:
        parts[homes.get(ends[line], 0)].add(line)
    return tuple(
        _completed(restricted(process, keys), diagram, anew, loose)
        for diagram, keys in zip(diagrams, parts, strict=True)
    )


def _home(
    element: Element,
    homes: dict[str, int],
    planes: dict[str, int],
    beside: dict[tuple[str | None, str | None], int],
) -> int:
    parent, pool = getattr(element, "parent", None), getattr(element, "pool", None)
    if isinstance(element, Lane):
        parent = element.parent or element.scope
    host = element.attached_to if isinstance(element, Event) else None
    if host in homes:
        return homes[host or ""]
    for key in (parent, pool):
        if key in planes:
            return planes[key or ""]
    if (parent, pool) in beside:
        return beside[parent, pool]
    return next((homes[key] for key in (parent, pool) if key is not None and key in homes), 0)


def _completed(process: Process, diagram: Diagram, anew: Anew, loose: Collection[str] | None) -> Diagram:
    made = complete(process, diagram, anew, loose)
    return made.replace(id=diagram.id, name=diagram.name, plane=diagram.plane)


def _drawn(diagram: Diagram) -> set[str]:
    shapes = {shape.element for shape in diagram.shapes}
    return shapes | {edge.element for edge in diagram.edges if len(edge.waypoints) > 1}
