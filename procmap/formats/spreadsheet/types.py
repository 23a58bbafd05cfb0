"""The cell `type`: what kind of node a row is, and in brackets what else belongs to that (`vent (tid: 3 uker)`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from procmap.formats.measure_texts import Language, duration, duration_text, iso_8601
from procmap.formats.spreadsheet.cells import items, listed
from procmap.formats.spreadsheet.words import EVENT_TYPES, MARKS, TRIGGERS, TYPES
from procmap.model import Activity, Event, Trigger
from procmap.model.elements import Node

_BRACKETS = re.compile(r"(?P<word>[^(]*)\((?P<inside>.*)\)\s*", re.DOTALL)
_NAMED = ("message", "signal", "error", "escalation", "link")
_BY_MESSAGE = ("sendTask", "receiveTask")
"""What works by messages in any case, so that saying so adds nothing."""
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")
_CYCLE = re.compile(r"R\d*/.*", re.IGNORECASE)


@dataclass(frozen=True)
class NodeType:
    """What a type cell says. `type` is BPMN's name, empty where the cell is; `unknown` what was not understood."""

    type: str = ""
    triggers: tuple[Trigger, ...] = ()
    interrupting: bool = True
    on_event: bool = False
    called: str = ""
    unknown: tuple[str, ...] = field(default=())


def read_type(text: str) -> NodeType:
    """Return what a type cell says, in any of the four languages or in BPMN's names."""
    if not text.strip():
        return NodeType()
    whole = TYPES.value(text)
    found = _BRACKETS.fullmatch(text)
    if whole is not None or found is None:
        return NodeType(type=whole) if whole is not None else NodeType(unknown=(text,))
    node_type = TYPES.value(found["word"])
    if node_type is None:
        return NodeType(unknown=(text,))
    triggers: list[Trigger] = []
    unknown: list[str] = []
    marks: dict[str, str] = {}
    for item in items(found["inside"]):
        word, _, rest = (part.strip() for part in item.partition(":"))
        trigger, mark = TRIGGERS.value(word), MARKS.value(word)
        if node_type in EVENT_TYPES and trigger is not None:
            triggers.append(_trigger(trigger, rest))
        elif mark is not None:
            marks[mark] = rest
        elif not (node_type in _BY_MESSAGE and trigger == "message" and not rest):
            unknown.append(item)
    return NodeType(
        type=node_type,
        triggers=tuple(triggers),
        interrupting="not interrupting" not in marks,
        on_event="on event" in marks,
        called=marks.get("calls", ""),
        unknown=tuple(unknown),
    )


def _trigger(kind: str, rest: str) -> Trigger:
    content: dict[str, object] = {"type": kind}
    if kind in _NAMED:
        content["name"] = rest
    elif kind == "timer" and rest:
        length = duration(rest)
        content["time"] = (iso_8601(length) if length is not None else "") or rest
        content["time_kind"] = "date" if _DATE.fullmatch(rest) else "cycle" if _CYCLE.fullmatch(rest) else "duration"
    elif kind == "conditional":
        content["condition"] = rest
    elif kind == "compensate":
        content["activity"] = rest
    return Trigger.model_validate(content)


def type_text(node: Node, language: Language) -> str:
    """Return the type cell of a node in a language, as `read_type` reads it."""
    word = TYPES.word(node.type, language)
    inside: list[str] = []
    if isinstance(node, Event):
        inside = [_trigger_text(trigger, language) for trigger in node.triggers]
        if not node.interrupting:
            inside.append(MARKS.word("not interrupting", language))
    elif isinstance(node, Activity):
        if node.triggered_by_event:
            inside.append(MARKS.word("on event", language))
        if node.called:
            inside.append(f"{MARKS.word('calls', language)}: {node.called}")
    return f"{word} ({listed(inside)})" if inside else word


def _trigger_text(trigger: Trigger, language: Language) -> str:
    said = trigger.name or trigger.condition or trigger.activity
    if trigger.time:
        length = duration(trigger.time)
        said = trigger.time
        if length is not None and iso_8601(length) == trigger.time:
            said = duration_text(length, language)
    word = TRIGGERS.word(trigger.type, language)
    return f"{word}: {said}" if said else word


def is_plain(node: Node) -> bool:
    """Tell whether a node is a plain task, whose type cell may stay empty."""
    return isinstance(node, Activity) and node.type == "task" and not (node.triggered_by_event or node.called)
