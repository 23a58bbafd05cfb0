"""What the tests of routines share: reading a text, and a process as lines that can be compared at a glance."""

from __future__ import annotations

from procmap.formats.document import Document
from procmap.formats.routine import read_text
from procmap.model import Activity, Event, Gateway, Process
from procmap.model.index import Index

SIGNS = {"exclusiveGateway": "X", "parallelGateway": "+", "startEvent": "(", "endEvent": ")"}


def document(text: str, name: str = "rutine.txt") -> Document:
    return read_text(text.encode(), name)


def process(text: str) -> Process:
    return document(text).processes[0]


def codes(doc: Document) -> list[str]:
    return [finding.code for finding in doc.findings]


def params(doc: Document, code: str) -> list[dict[str, str | int]]:
    return [finding.params for finding in doc.findings if finding.code == code]


def flows(routine: Process) -> list[str]:
    """Return the flows as `from -> to` with their conditions; `*` marks the way taken when no other is."""
    names = {node.id: _name(node) for node in routine.nodes}
    return [
        f"{names[flow.source]} -{flow.name}{'*' if flow.default else ''}-> {names[flow.target]}"
        for flow in routine.flows
    ]


def roles(routine: Process) -> dict[str, str]:
    index = Index(routine)
    return {step.name: index.role(step.id) for step in routine.steps if step.name}


def step(routine: Process, name: str) -> Activity:
    return next(node for node in routine.nodes if node.name == name and isinstance(node, Activity))


def _name(node: Activity | Event | Gateway) -> str:
    return (
        node.name or f"{SIGNS.get(node.type, node.type)}{node.id.rpartition('_')[2] if node.id[-1:].isdigit() else ''}"
    )
