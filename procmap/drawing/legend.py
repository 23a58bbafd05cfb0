"""Which signs a drawing has, each with a small picture, for a legend: only those that are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from procmap.drawing import edges
from procmap.drawing.draw import draw
from procmap.drawing.marks import Mark
from procmap.drawing.scene import Scene
from procmap.drawing.svg import sized
from procmap.model import (
    Activity,
    Association,
    Bounds,
    DataAssociation,
    DataItem,
    Diagram,
    Edge,
    Element,
    Event,
    Gateway,
    Group,
    MessageFlow,
    Point,
    Process,
    SequenceFlow,
    Shape,
)
from procmap.model.elements import Loop, Trigger, TriggerType

WIDTH, HEIGHT = 48.0, 30.0
"""The size of a picture, in the unit of drawings."""
_ENDS = {"source": "a", "target": "b"}


def _triggered(kind: TriggerType) -> Event:
    return Event(id="e", type="endEvent" if kind == "terminate" else "startEvent", triggers=(Trigger(type=kind),))


_EXAMPLES: dict[str, Element] = {
    "startEvent": Event(id="e", type="startEvent"),
    "intermediateEvent": Event(id="e", type="intermediateCatchEvent"),
    "boundaryEvent-beside": Event(id="e", type="boundaryEvent", attached_to="a", interrupting=False),
    "endEvent": Event(id="e", type="endEvent"),
    "message": _triggered("message"),
    "timer": _triggered("timer"),
    "error": _triggered("error"),
    "escalation": _triggered("escalation"),
    "cancel": _triggered("cancel"),
    "compensate": _triggered("compensate"),
    "conditional": _triggered("conditional"),
    "link": _triggered("link"),
    "signal": _triggered("signal"),
    "terminate": _triggered("terminate"),
    "multiple": Event(id="e", type="startEvent", triggers=(Trigger(type="message"), Trigger(type="timer"))),
    "userTask": Activity(id="e", type="userTask"),
    "manualTask": Activity(id="e", type="manualTask"),
    "serviceTask": Activity(id="e", type="serviceTask"),
    "scriptTask": Activity(id="e", type="scriptTask"),
    "businessRuleTask": Activity(id="e", type="businessRuleTask"),
    "sendTask": Activity(id="e", type="sendTask"),
    "receiveTask": Activity(id="e", type="receiveTask"),
    "callActivity": Activity(id="e", type="callActivity"),
    "transaction": Activity(id="e", type="transaction"),
    "subProcess": Activity(id="e", type="subProcess"),
    "eventSubProcess": Activity(id="e", type="subProcess", triggered_by_event=True),
    "adHocSubProcess": Activity(id="e", type="adHocSubProcess"),
    "standard": Activity(id="e", loop=Loop(type="standard")),
    "parallel": Activity(id="e", loop=Loop(type="parallel")),
    "sequential": Activity(id="e", loop=Loop(type="sequential")),
    "compensation": Activity(id="e", for_compensation=True),
    "exclusiveGateway": Gateway(id="e", type="exclusiveGateway"),
    "parallelGateway": Gateway(id="e", type="parallelGateway"),
    "inclusiveGateway": Gateway(id="e", type="inclusiveGateway"),
    "eventBasedGateway": Gateway(id="e", type="eventBasedGateway"),
    "complexGateway": Gateway(id="e", type="complexGateway"),
    "sequenceFlow-default": SequenceFlow(id="e", default=True, **_ENDS),
    "sequenceFlow-conditional": SequenceFlow(id="e", condition="x", **_ENDS),
    "messageFlow": MessageFlow(id="e", **_ENDS),
    "dataObject": DataItem(id="e", type="dataObject"),
    "dataInput": DataItem(id="e", type="dataInput"),
    "dataOutput": DataItem(id="e", type="dataOutput"),
    "dataStore": DataItem(id="e", type="dataStore"),
    "collection": DataItem(id="e", type="dataObject", collection=True),
    "dataAssociation": DataAssociation(id="e", type="input", node="b", sources=("a",)),
    "association": Association(id="e", **_ENDS),
    "group": Group(id="e"),
}
"""BPMN's signs by their codes, in the order of legends. What needs no telling (a plain task, a lane) has none."""

CODES = tuple(_EXAMPLES)


@dataclass(frozen=True)
class LegendSign:
    """A sign of a drawing: its code (one of CODES, or `mark` with the word of the mark), and its picture as SVG."""

    code: str
    picture: str
    word: str = ""


def legend(process: Process, diagram: Diagram, marks: Sequence[Mark] = ()) -> tuple[LegendSign, ...]:
    """Return the signs that `draw` of the same shows: those of BPMN first, then the marks that have a word.

    Marks with the same look are told once, by the word that most of them have.
    """
    scene = Scene(process, diagram)
    drawn = [shape.element for shape in (*scene.containers, *scene.leaves, *scene.guests, *scene.groups)]
    drawn += [edge.element for edge in scene.edges]
    used = {code for each in drawn for code in _codes(scene.element(each))}
    used |= {_FLOWS[style] for edge in scene.edges if (style := scene.style(edge.element)) in _FLOWS}
    known = tuple(LegendSign(code, _picture(example)) for code, example in _EXAMPLES.items() if code in used)
    return known + tuple(_marked(marks, set(drawn)))


def _codes(element: Element) -> Iterator[str]:
    """Yield the codes of what is drawn for an element."""
    if isinstance(element, Event):
        if element.type in ("startEvent", "endEvent"):
            yield element.type
        elif element.type == "boundaryEvent" and not element.interrupting:
            yield "boundaryEvent-beside"
        else:
            yield "intermediateEvent"
        if element.triggers:
            yield "multiple" if len(element.triggers) > 1 else element.triggers[0].type
    elif isinstance(element, Gateway):
        yield element.type
    elif isinstance(element, Activity):
        yield "eventSubProcess" if element.triggered_by_event else element.type
        if element.loop is not None:
            yield element.loop.type
        if element.for_compensation:
            yield "compensation"
    elif isinstance(element, DataItem):
        yield element.type.removesuffix("Reference")
        if element.collection:
            yield "collection"
    else:
        yield _OTHERS.get(type(element), "")


_FLOWS = {edges.DEFAULT: "sequenceFlow-default", edges.CONDITIONAL: "sequenceFlow-conditional"}
_OTHERS: dict[type[Element], str] = {
    MessageFlow: "messageFlow",
    DataAssociation: "dataAssociation",
    Association: "association",
    Group: "group",
}


def _marked(marks: Sequence[Mark], drawn: set[str]) -> Iterator[LegendSign]:
    looks: dict[Mark, list[str]] = {}
    for mark in marks:
        if mark.element in drawn and mark.text:
            looks.setdefault(replace(mark, element="e", text=""), []).append(mark.text)
    for look, words in looks.items():
        word = max(dict.fromkeys(words), key=words.count)
        yield LegendSign("mark", _picture(Activity(id="e"), look), word)


def _picture(element: Element, mark: Mark | None = None) -> str:
    """Return an element drawn alone, without its name, in a picture of WIDTH by HEIGHT."""
    outline = bool(mark and mark.pattern)
    process, diagram = _alone(element, top=(14 if outline else 10) if mark else 2, around=6 if outline else 2)
    drawn = draw(process, diagram, () if mark is None else (mark,))
    return sized(drawn, WIDTH, HEIGHT)


_WIDE = {Event: 26.0, Gateway: 28.0, DataItem: 20.0}


def _alone(element: Element, top: float, around: float) -> tuple[Process, Diagram]:
    ends = (Activity(id="a"), Activity(id="b"))
    field = next(field for kinds, field in _FIELDS if isinstance(element, kinds))
    own: dict[str, Any] = {field: (element,)}
    if isinstance(element, SequenceFlow | MessageFlow | DataAssociation | Association):
        way = (Point(x=2, y=HEIGHT / 2), Point(x=WIDTH - 2, y=HEIGHT / 2))
        return Process(id="p", nodes=ends, **own), Diagram(edges=(Edge(element="e", waypoints=way),))
    width = _WIDE.get(type(element), WIDTH - 8)
    width -= 2 * (around - 2)
    box = Bounds(x=(WIDTH - width) / 2, y=top, width=width, height=HEIGHT - top - around)
    if field == "nodes":
        own = {field: (*ends, element)}
    return Process(id="p", **own), Diagram(shapes=(Shape(element="e", bounds=box, expanded=False),))


_FIELDS: tuple[tuple[tuple[type[Element], ...], str], ...] = (
    ((Activity, Event, Gateway), "nodes"),
    ((SequenceFlow,), "flows"),
    ((MessageFlow,), "message_flows"),
    ((DataAssociation,), "data_associations"),
    ((Association,), "associations"),
    ((DataItem,), "data"),
    ((Group,), "groups"),
)
