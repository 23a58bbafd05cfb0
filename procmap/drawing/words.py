"""What is drawn, in words: the accessible names of a drawing and of everything in it.

Lines are not read one by one. A node says where the work goes on from it wherever that is not plain from the order of
reading, what messages it sends and receives, and what data it uses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from procmap.drawing.marks import Mark
from procmap.layout.places import data_label
from procmap.messages import Translator
from procmap.model import (
    Activity,
    Annotation,
    DataAssociation,
    DataItem,
    Element,
    Event,
    FlowNode,
    Gateway,
    Index,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
    unique,
)

_CITED = 80
"""Characters of a name that is cited at another element."""
_WORDS_OF_SIGNS = {
    "only": "sign-only", "missing": "sign-missing", "differs": "sign-differs", "order": "sign-order",
    "split": "sign-split", "timing": "sign-time", "question": "sign-open",
}  # fmt: skip


def kind_of(element: Element) -> str:
    """Return the name of an element's kind as BPMN spells it: `userTask`, `participant`, `messageFlow`."""
    if isinstance(element, Activity | Event | Gateway | DataItem):
        return element.type
    if isinstance(element, Pool):
        return "participant"
    if isinstance(element, Annotation):
        return "textAnnotation"
    if isinstance(element, DataAssociation):
        return f"data{element.type.capitalize()}Association"
    name = type(element).__name__
    return name[:1].lower() + name[1:]


class Words:
    """Says what a process shows, in one language.

    `elements` are those that are drawn, by id; `marks` what is to be seen at elements and lines, by id.
    """

    def __init__(
        self,
        process: Process,
        elements: Mapping[str, Element],
        say: Translator,
        marks: Mapping[str, Sequence[Mark]] = MappingProxyType({}),
    ) -> None:
        self._marks = marks
        self._say = say
        self._elements = elements
        self._index = Index(process)
        self._sent: dict[str, list[MessageFlow]] = defaultdict(list)
        self._received: dict[str, list[MessageFlow]] = defaultdict(list)
        for flow in process.message_flows:
            self._sent[flow.source].append(flow)
            self._received[flow.target].append(flow)
        self._lanes: dict[str, list[Lane]] = defaultdict(list)
        for lane in process.lanes:
            if lane.pool and lane.name:
                self._lanes[lane.pool].append(lane)
        self._used: dict[str, list[str]] = defaultdict(list)
        self._made: dict[str, list[str]] = defaultdict(list)
        for line in process.data_associations:
            if line.type == "input":
                self._used[line.node] += line.sources
            else:
                self._made[line.node].append(line.target)
        self._noted: dict[str, list[str]] = defaultdict(list)
        for tie in process.associations:
            self._noted[tie.source].append(tie.target)
            self._noted[tie.target].append(tie.source)

    def description(self) -> str:
        """Return how much of what the drawing shows."""
        drawn = list(self._elements.values())
        counts = {
            "count-pools": sum(isinstance(element, Pool) for element in drawn),
            "count-lanes": sum(isinstance(element, Lane) for element in drawn),
            "count-steps": sum(isinstance(element, Activity | Event) for element in drawn),
            "count-gateways": sum(isinstance(element, Gateway) for element in drawn),
        }
        parts = [self._say.text(code, count=count) for code, count in counts.items() if count]
        return self._say.text("drawing-shows", parts=parts) if parts else self._say.text("drawing-shows-nothing")

    def badge(self, mark: Mark) -> str:
        """Return the word for a mark's badge; empty for one that has none."""
        if mark.text or mark.sign in ("none", "organisation"):
            return mark.text or mark.letter
        word = self._say.text(_WORDS_OF_SIGNS.get(mark.sign, f"badge-{mark.sign}"))
        return f"{word} {mark.letter}".strip()

    def label(self, element: Element, *, following: str = "", closed: bool = False) -> str:
        """Return an element in words: kind, name, role or place; its badges; where it leads, what it sends and uses.

        `following` is the id of the node that is read next, `closed` when what is inside an activity is not drawn.
        """
        head = self._kind(element, closed=closed)
        name = _name(element)
        first = ", ".join(filter(None, (f"{head}: {name}" if name else head, self._place(element))))
        return "; ".join(filter(None, (first, *self._badges(element.id), *self._ways(element, following))))

    def _badges(self, key: str) -> list[str]:
        return unique(filter(None, map(self.badge, self._marks.get(key, ()))))

    def _kind(self, element: Element, *, closed: bool) -> str:
        said = self._say.word("element", kind_of(element))
        traits = ", ".join(self._traits(element, closed=closed))
        said = said[:1].upper() + said[1:]
        return f"{said} ({traits})" if traits else said

    def _traits(self, element: Element, *, closed: bool) -> list[str]:
        say = self._say
        if isinstance(element, Activity):
            said = [say.word("definition", element.loop.type)] if element.loop else []
            flags = {
                "drawing-for-compensation": element.for_compensation,
                "drawing-event-sub-process": element.triggered_by_event,
                "drawing-closed": closed,
            }
        elif isinstance(element, Event):
            said = unique(say.word("definition", trigger.type) for trigger in element.triggers)
            flags = {
                "drawing-all-needed": element.parallel_multiple and len(element.triggers) > 1,
                "drawing-non-interrupting": not element.interrupting
                and element.type in ("boundaryEvent", "startEvent"),
            }
        elif isinstance(element, Gateway):
            said = []
            flags = {
                "drawing-instantiates": element.instantiates,
                "drawing-all-needed": element.parallel_events,
            }
        else:
            said = []
            several = (isinstance(element, Pool) and element.multiple) or (
                isinstance(element, DataItem) and element.collection
            )
            flags = {"drawing-several": several}
        return [*said, *(say.text(code) for code, holds in flags.items() if holds)]

    def _place(self, element: Element) -> str:
        if not isinstance(element, FlowNode):
            return ""
        inside = self._elements.get(element.parent or "")
        around = self._say.text("drawing-inside", label=self._cited(inside.id)) if inside else ""
        if isinstance(element, Event) and element.attached_to in self._elements and element.attached_to is not None:
            around = self._say.text("drawing-on", label=self._cited(element.attached_to))
        return ", ".join(filter(None, (self._index.role(element.id), around)))

    def _ways(self, element: Element, following: str) -> list[str]:
        say, key = self._say, element.id
        said: list[str] = []
        flows = [flow for flow in self._index.outgoing(key) if flow.target in self._elements]
        is_plain = [flow.target for flow in flows] == [following] and self._with_badges("", flows[0]) == ""
        if flows and not is_plain:
            said.append(say.text("drawing-next", labels=", ".join(map(self._onward, flows))))
        said += [self._message("sends", flow, flow.target) for flow in self._sent[key]]
        said += [self._message("receives", flow, flow.source) for flow in self._received[key]]
        kept = [each for each in self._made[key] if self._is_store(each)]
        made = [each for each in self._made[key] if each not in kept]
        for code, ids in (("drawing-uses", self._used[key]), ("drawing-makes", made), ("drawing-keeps", kept)):
            names = self._names(ids)
            if names:
                said.append(say.text(code, labels=names))
        if isinstance(element, Annotation):
            names = self._names(self._noted[key])
            if names:
                said.append(say.text("drawing-about", labels=names))
        if isinstance(element, Pool):
            lanes = [self._with_badges(_short(lane.name), lane.replace(name="")) for lane in self._lanes[key]]
            if lanes:
                said.append(say.text("drawing-lanes", labels=lanes))
        return said

    def _onward(self, flow: SequenceFlow) -> str:
        return self._with_badges(self._cited(flow.target), flow)

    def _with_badges(self, said: str, element: Element) -> str:
        """Return what is said with the name of a line, and the words of its badges, in brackets."""
        inside = ", ".join(filter(None, (_short(element.name), *self._badges(element.id))))
        return f"{said} ({inside})".strip() if inside else said

    def _message(self, code: str, flow: MessageFlow, other: str) -> str:
        message = flow.name or flow.message
        label = self._with_badges(self._cited(other), flow.replace(name=""))
        if message:
            return self._say.text(f"drawing-{code}", message=self._say.quoted(_short(message)), label=label)
        return self._say.text(f"drawing-{code}-message", label=label)

    def _is_store(self, key: str) -> bool:
        element = self._elements.get(key)
        return isinstance(element, DataItem) and element.type.startswith("dataStore")

    def _names(self, ids: Sequence[str]) -> list[str]:
        return [self._cited(key) for key in unique(ids) if key in self._elements]

    def _cited(self, key: str) -> str:
        """Return how an element is called at another: by its name, else by its kind."""
        element = self._elements.get(key) or self._index.elements.get(key)
        if element is None:
            return ""
        name = _short(_name(element))
        return self._say.quoted(name) if name else self._say.word("element", kind_of(element))


def _name(element: Element) -> str:
    if isinstance(element, DataItem):
        return _plain(data_label(element))
    if isinstance(element, Annotation):
        return _plain(element.text or element.name)
    if isinstance(element, Pool):
        return _plain(element.name or element.process_name)
    return _plain(element.name)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    text = _plain(text)
    return text if len(text) <= _CITED else text[: _CITED - 1].rstrip() + "…"
