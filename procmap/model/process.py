"""A process: one organisation's way of doing one service, whole."""

from __future__ import annotations

from collections.abc import Iterator

from procmap.model.attached import AttachedValue, Scale
from procmap.model.card import ProcessCard
from procmap.model.decisions import Decision
from procmap.model.elements import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Element,
    Event,
    Group,
    Lane,
    MessageFlow,
    Node,
    Pool,
    Property,
    SequenceFlow,
    Step,
)
from procmap.model.value import Value


class Process(Value):
    """One way of working, with all its pools.

    `id` is unique among the processes of one file. Every element's id is unique inside the process. Order in the
    tuples is the order of the source.
    """

    id: str
    name: str = ""
    card: ProcessCard = ProcessCard()
    documentation: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    pools: tuple[Pool, ...] = ()
    lanes: tuple[Lane, ...] = ()
    nodes: tuple[Node, ...] = ()
    flows: tuple[SequenceFlow, ...] = ()
    message_flows: tuple[MessageFlow, ...] = ()
    data: tuple[DataItem, ...] = ()
    data_associations: tuple[DataAssociation, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[Group, ...] = ()
    associations: tuple[Association, ...] = ()
    attached: tuple[AttachedValue, ...] = ()
    scales: tuple[Scale, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """The activities and events, in the order of the source."""
        return tuple(node for node in self.nodes if isinstance(node, Activity | Event))

    def elements(self) -> Iterator[Element]:
        """Yield everything drawn or listed that has an id (attached values and scales are no elements)."""
        for field in ELEMENT_FIELDS:
            yield from getattr(self, field)


ELEMENT_FIELDS = (
    "pools", "lanes", "nodes", "flows", "message_flows", "data", "data_associations", "annotations", "groups",
    "associations",
)  # fmt: skip
"""The fields of Process that hold elements, in the order in which `Process.elements` yields them."""


def replace_element(process: Process, element: Element) -> Process:
    """Return `process` with the element of the same id replaced by `element`.

    Raises KeyError when the process has no element of that id and kind.
    """
    for field in ELEMENT_FIELDS:
        items = getattr(process, field)
        for place, item in enumerate(items):
            if item.id == element.id and type(item) is type(element):
                return process.replace(**{field: (*items[:place], element, *items[place + 1 :])})
    raise KeyError(element.id)
