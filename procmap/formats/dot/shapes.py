"""How the elements of a process look in DOT: attributes of nodes and edges, near to the shapes of BPMN."""

from __future__ import annotations

from procmap.formats.dot.labels import escaped, label
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Element,
    Event,
    Gateway,
    MessageFlow,
    SequenceFlow,
)

Attributes = dict[str, str]

_GATEWAYS = {
    "exclusiveGateway": "×",  # noqa: RUF001 - the sign is meant
    "parallelGateway": "+",
    "inclusiveGateway": "○",
    "eventBasedGateway": "◎",
    "complexGateway": "✱",
}
_TRIGGERS = {
    "message": "✉", "timer": "◷", "error": "↯", "escalation": "⇑", "cancel": "✕", "compensate": "◁",
    "conditional": "☰", "link": "➔", "signal": "△", "terminate": "●",
}  # fmt: skip
_SMALL = {"label": "", "fixedsize": "true", "width": "0.5", "height": "0.5"}


def node_attributes(element: Element) -> Attributes:
    """Return the attributes of a shape."""
    return {"id": escaped(element.id), **_shape(element)}


def _shape(element: Element) -> Attributes:
    if isinstance(element, Activity):
        return _activity(element)
    if isinstance(element, Event):
        return _event(element)
    if isinstance(element, Gateway):
        sign = {**_SMALL, "label": _GATEWAYS[element.type], "shape": "diamond"}
        return sign | _beside(label(element.name, element.condition))
    if isinstance(element, DataItem):
        shape = "cylinder" if element.type.startswith("dataStore") else "note"
        return {"shape": shape, "label": label(element.name, f"[{element.state}]" if element.state else "")}
    if isinstance(element, Annotation):
        return {"shape": "plaintext", "fontcolor": "#5a6673", "label": label(element.text or element.name)}
    return {"shape": "box", "label": label(element.name)}


def _activity(activity: Activity) -> Attributes:
    attributes = {"shape": "box", "style": "rounded", "label": label(activity.name)}
    if activity.type in ("subProcess", "transaction", "adHocSubProcess"):
        attributes["label"] = label(activity.name, "[+]")
    if activity.type == "transaction":
        attributes["peripheries"] = "2"
    if activity.type == "callActivity":
        attributes["penwidth"] = "3"
    if activity.triggered_by_event:
        attributes["style"] = "rounded,dotted"
    return attributes


def _event(event: Event) -> Attributes:
    signs = "".join(_TRIGGERS[trigger.type] for trigger in event.triggers[:2])
    attributes = {**_SMALL, "label": signs, "shape": "circle"} | _beside(label(event.name))
    if event.type == "endEvent":
        attributes["penwidth"] = "3"
    elif event.type != "startEvent":
        attributes["peripheries"] = "2"
    if not event.interrupting:
        attributes["style"] = "dashed"
    return attributes


def _beside(name: str) -> Attributes:
    return {"xlabel": name} if name else {}


def edge_attributes(element: Element) -> Attributes:
    """Return the attributes of a line."""
    attributes: Attributes = {}
    if isinstance(element, SequenceFlow):
        condition = element.condition if element.condition != element.name else ""
        attributes["label"] = label(element.name, f"[{condition}]" if condition else "")
        if element.default:
            attributes |= {"dir": "both", "arrowtail": "tee"}
    elif isinstance(element, MessageFlow):
        message = element.message if element.message != element.name else ""
        attributes["label"] = label(element.name, message)
        attributes |= {"style": "dashed", "dir": "both", "arrowtail": "odot", "arrowhead": "onormal"}
        attributes["constraint"] = "false"
    elif isinstance(element, DataAssociation):
        attributes |= {"label": label(element.name), "style": "dotted", "arrowhead": "vee"}
    elif isinstance(element, Association):
        attributes |= {"label": label(element.name), "style": "dotted", "arrowhead": "none"}
        if element.direction != "none":
            attributes["arrowhead"] = "vee"
        if element.direction == "both":
            attributes |= {"dir": "both", "arrowtail": "vee"}
    attributes["id"] = escaped(element.id)
    return {name: value for name, value in attributes.items() if value}
