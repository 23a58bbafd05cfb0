"""The shapes of the JSON answers that several verbs share (design: one schema for a process wherever it occurs)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from procmap.messages import ENGLISH, Translator
from procmap.model import Activity, Event, Finding, Gateway, Index, Process
from procmap.model.findings import Severity
from procmap.model.value import Value
from procmap.version import VERSION


class StepAnswer(Value):
    """A step: `type` is the name of its BPMN element, `role` its lane or pool."""

    id: str
    label: str
    type: str
    role: str


class GatewayAnswer(Value):
    """A gateway."""

    id: str
    label: str
    type: str


class FlowAnswer(Value):
    """A sequence flow from one step or gateway to another."""

    id: str
    label: str
    source: str
    target: str
    condition: str
    default: bool


class AttachedAnswer(Value):
    """An attached value and the ids of the elements that it is attached to."""

    kind: str
    id: str
    name: str
    on: tuple[str, ...]


class ProcessAnswer(Value):
    """A process. `source` can be given to every command again."""

    id: str
    name: str
    organisation: str
    variant: str
    source: str
    steps: tuple[StepAnswer, ...]
    gateways: tuple[GatewayAnswer, ...]
    flows: tuple[FlowAnswer, ...]
    attached: tuple[AttachedAnswer, ...]


class ElementAnswer(Value):
    """An element that a finding is about."""

    id: str
    label: str


class FindingAnswer(Value):
    """A finding with its sentence; `element` is the id of the first element it is about, `elements` has all."""

    code: str
    severity: Severity
    element: str | None
    elements: tuple[ElementAnswer, ...]
    params: dict[str, str | int]
    text: str


class Answer(Value):
    """What every answer has: the version of procmap that gave it."""

    procmap: str = VERSION


def describe(process: Process, process_id: str, source: str, organisation: str) -> ProcessAnswer:
    """Return a process as answers show it, under an id of the answer."""
    index = Index(process)
    return ProcessAnswer(
        id=process_id,
        name=process.name,
        organisation=organisation,
        variant=process.card.variant,
        source=source,
        steps=tuple(
            StepAnswer(id=node.id, label=node.name, type=node.type, role=index.role(node.id))
            for node in process.nodes
            if isinstance(node, Activity | Event)
        ),
        gateways=tuple(
            GatewayAnswer(id=node.id, label=node.name, type=node.type)
            for node in process.nodes
            if isinstance(node, Gateway)
        ),
        flows=tuple(
            FlowAnswer(
                id=flow.id,
                label=flow.name,
                source=flow.source,
                target=flow.target,
                condition=flow.condition,
                default=flow.default,
            )
            for flow in process.flows
        ),
        attached=tuple(
            AttachedAnswer(kind=value.kind, id=value.id, name=value.name, on=value.on) for value in process.attached
        ),
    )


def tell(finding: Finding, names: Mapping[str, str] | None = None, say: Translator = ENGLISH) -> FindingAnswer:
    """Return a finding with its sentence; `names` gives the names of elements by id."""
    return FindingAnswer(
        code=finding.code,
        severity=finding.severity,
        element=finding.elements[0] if finding.elements else None,
        elements=tuple(ElementAnswer(id=each, label=(names or {}).get(each, "")) for each in finding.elements),
        params=finding.params,
        text=say.sentence(finding),
    )


def names_of(processes: Iterable[Process]) -> dict[str, str]:
    """Return the names of all elements of some processes, by id."""
    return {element.id: element.name for process in processes for element in process.elements()}


class UnreadFile(Value):
    """A file that could not be used, and why."""

    source: str
    read: Literal[False] = False
    error: FindingAnswer


def as_json(answer: Answer) -> str:
    """Return an answer as JSON text: UTF-8 characters as they are, keys in their order."""
    return answer.model_dump_json(indent=1, by_alias=True) + "\n"
