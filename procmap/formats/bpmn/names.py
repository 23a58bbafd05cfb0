"""The names of BPMN 2.0 in XML: namespaces, and tags by what they are."""

from __future__ import annotations

from typing import get_args

from procmap.model.elements import ActivityType, DataType, EventType, GatewayType, TriggerType

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DD = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
PROCMAP = "urn:procmap:bpmn:1"


def bpmn(name: str) -> str:
    """Return the tag of a BPMN element in lxml's notation."""
    return f"{{{MODEL}}}{name}"


def procmap(name: str) -> str:
    """Return the tag of one of procmap's extension elements."""
    return f"{{{PROCMAP}}}{name}"


ACTIVITIES = {bpmn(name): name for name in get_args(ActivityType)}
EVENTS = {bpmn(name): name for name in get_args(EventType)}
GATEWAYS = {bpmn(name): name for name in get_args(GatewayType)}
SUBPROCESSES = frozenset(bpmn(name) for name in ("subProcess", "transaction", "adHocSubProcess"))
DATA = {bpmn(name): name for name in get_args(DataType)}
TRIGGERS = {bpmn(f"{name}EventDefinition"): name for name in get_args(TriggerType)}
NODES = ACTIVITIES | EVENTS | GATEWAYS
NAMELESS = frozenset(("association", "dataInputAssociation", "dataOutputAssociation", "textAnnotation"))
"""What BPMN gives no name: where the model has one, it is written as an attribute `procmap:name`."""
