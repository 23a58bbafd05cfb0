"""Processes in an order of their own, so that two that differ in nothing but order are equal."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from procmap.model import Diagram, Process
from procmap.model.process import ELEMENT_FIELDS


def canonical(process: Process) -> Process:
    """Return a process with its elements sorted by id, and all that is a set sorted too."""
    fields = {name: _sorted(getattr(process, name)) for name in ELEMENT_FIELDS}
    fields["lanes"] = tuple(lane.replace(nodes=tuple(sorted(lane.nodes))) for lane in fields["lanes"])
    fields["groups"] = tuple(group.replace(members=tuple(sorted(group.members))) for group in fields["groups"])
    attached = [value.replace(on=tuple(sorted(value.on))) for value in process.attached]
    card = process.card.replace(name=process.name) if process.card.name else process.card
    return process.replace(
        **fields, card=card, attached=tuple(sorted(attached, key=lambda value: (value.kind, value.id)))
    )


def _sorted(elements: Iterable) -> tuple:
    by_origin = [
        element.replace(origins=tuple(sorted(element.origins, key=repr))) if element.origins else element
        for element in elements
    ]
    return tuple(sorted(by_origin, key=lambda element: element.id))


_SINGLE = ("id", "parent", "pool", "scope", "source", "target", "attached_to", "refers_to", "owner", "node", "activity")
_SEVERAL = ("nodes", "sources", "members", "on", "guards")


def with_ids(process: Process, rename: Callable[[str], str]) -> Process:
    """Return a process in which every id, and every citation of one, is what `rename` makes of it."""
    fields = {name: tuple(_with_ids(item, rename) for item in getattr(process, name)) for name in ELEMENT_FIELDS}
    attached = tuple(
        value.replace(on=tuple(map(rename, value.on)), guards=tuple(map(rename, value.guards)))
        for value in process.attached
    )
    return process.replace(id=rename(process.id), attached=attached, **fields)


def _with_ids(item, rename: Callable[[str], str]):
    present = type(item).model_fields
    changes = {name: rename(value) for name in _SINGLE if name in present and (value := getattr(item, name))}
    changes |= {name: tuple(map(rename, getattr(item, name))) for name in _SEVERAL if name in present}
    if "triggers" in present:
        changes["triggers"] = tuple(_with_ids(trigger, rename) for trigger in item.triggers)
    if "process" in present and item.process:
        changes["process"] = rename(item.process)
    return item.replace(**changes)


def drawn(diagrams: Iterable[Diagram]) -> list[tuple]:
    """Return what diagrams show, without ids of their own."""
    return [
        (
            diagram.name,
            diagram.plane,
            sorted(diagram.shapes, key=lambda shape: (shape.element, repr(shape))),
            sorted(diagram.edges, key=lambda edge: (edge.element, repr(edge))),
        )
        for diagram in diagrams
    ]
