"""What an element says of itself: every field of the model by name, so that none is forgotten.

What an element cites (the ends of a flow, the sub-process it lies in) is told by its counterparts, never by ids.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from procmap.alignment import Party
from procmap.comparison.counterparts import Counterparts
from procmap.comparison.grid import NOTHING
from procmap.model import (
    Annotation,
    DataAssociation,
    Element,
    Index,
    Note,
    StepDetails,
)
from procmap.model.elements import FlowNode
from procmap.model.value import Value

_NOT_TOLD = frozenset(("id", "kind", "origins", "nodes", "lane_set", "scope", "properties", "details"))
_ENDS = frozenset(("source", "target", "node", "sources"))
_INSIDE = frozenset(("parent", "pool"))
_CITING = frozenset(("attached_to", "refers_to", "owner"))
_CARD_NOT_TOLD = frozenset(("organisation", "variant", "source_fingerprint", "name"))
_ID = "id"
"""The name by which a file says the id of a process or collaboration itself (procmap.formats.unmodelled)."""
_LONGEST = 60


@dataclass(frozen=True)
class Trait:
    """What an element says: `key` is equal where it says the same, `shown` the text to show; `cited` are groups."""

    key: Hashable
    shown: str
    cited: frozenset[int] = frozenset()


class Traits:
    """The traits of the elements of one variant."""

    def __init__(self, party: Party, counterparts: Counterparts) -> None:
        self._party = party
        self._unmodelled = dict(party.unmodelled)
        self._same = counterparts
        self._index = Index(party.process)
        self._shown_by: dict[str, list[str]] = defaultdict(list)
        for item in party.process.data:
            if item.refers_to and item.name:
                self._shown_by[item.refers_to].append(" ".join(item.name.split()))
        around = {lane.parent for lane in party.process.lanes}
        self._lanes: dict[str, list[str]] = defaultdict(list)
        for lane in party.process.lanes:
            if lane.id not in around:
                for node in lane.nodes:
                    self._lanes[node].append(lane.id)

    def of(self, element: Element) -> dict[str, Trait]:
        """Return what an element says by the name of the trait."""
        found: dict[str, Trait] = {}
        fields = {name: getattr(element, name) for name in type(element).model_fields if name not in _NOT_TOLD}
        ends = [name for name in fields if name in _ENDS]
        if ends:
            found["ends"] = self._cited(_ends(element), arrow=True)
        for name, content in fields.items():
            if name in _INSIDE:
                if isinstance(element, FlowNode):
                    found[name] = self._cited((content,))
            elif name in _CITING:
                found[name] = self._cited((content,))
            elif name == "members":
                found[name] = self._cited(content, ordered=False)
            elif name == "process":
                found[name] = _plain(content is not None)
            elif name not in _ENDS:
                found[name] = _plain(content)
        details = getattr(element, "details", None)
        if isinstance(details, StepDetails):
            found |= {name: _plain(getattr(details, name)) for name in type(details).model_fields}
        if isinstance(element, FlowNode):
            found["lane"] = self._cited(self._lanes[element.id], ordered=False)
        found["notes"] = _plain(
            tuple(value.text or value.name for value in self._index.attached_to(element.id) if isinstance(value, Note))
        )
        return found

    def of_process(self) -> dict[str, Trait]:
        """Return what the process says as a whole, and what is attached to no element."""
        process = self._party.process
        whole = [value for value in process.attached if not value.on]
        found = {name: _plain(getattr(process, name)) for name in ("documentation", "scales")}
        if process.name not in {name for pool in process.pools for name in (pool.name, pool.process_name)}:
            found["name"] = _plain(process.name)
        found["attached"] = _plain(tuple(value.name for value in whole if not isinstance(value, Note)))
        found["notes"] = _plain(tuple(value.text or value.name for value in whole if isinstance(value, Note)))
        return found

    def beyond(self, element_id: str) -> dict[str, str]:
        """Return what the file says of an element beyond the model, its free key-values, and a process's card."""
        element = self._index.elements.get(element_id)
        own = self._party.process.properties if element is None else element.properties
        # What a tool keeps at the process of a pool is said of the pool.
        kept = (
            *self._unmodelled.get(element_id, ()),
            *self._unmodelled.get(getattr(element, "process", None) or "", ()),
        )
        said = {entry.name: entry.value for entry in (*own, *(entry for entry in kept if entry.name != _ID))}
        if element is None:
            card = self._party.process.card
            fields = (name for name in type(card).model_fields if name not in _CARD_NOT_TOLD)
            said |= {f"card.{name}": text for name in fields if (text := _text(getattr(card, name)))}
        return said

    def own_id(self, process_id: str) -> str:
        """Return the id that the file gives to a process or collaboration; empty where it gives none."""
        return next((entry.value for entry in self._unmodelled.get(process_id, ()) if entry.name == _ID), "")

    def title(self, element: Element) -> str:
        """Return what an element is called: its name or text, else the steps around it."""
        said = " ".join((element.name or (element.text if isinstance(element, Annotation) else "")).split())
        if said:
            return shortened(said)
        if element.id in self._shown_by:
            return ", ".join(dict.fromkeys(self._shown_by[element.id]))
        if isinstance(element, FlowNode):
            before, after = self._same.around(self._party.id, element.id)
            return self._way(self._names(before), self._names(after))
        ends = _ends(element)
        return self._cited(ends, arrow=True).shown if ends else NOTHING

    def cited(self, element_id: str) -> str:
        """Return what an element is called where another cites it: never a way of its own, so that it ends."""
        element = self._index.elements.get(element_id)
        if element is None:
            return NOTHING
        return " ".join(element.name.split()) or getattr(element, "type", NOTHING)

    def _names(self, groups: Iterable[int]) -> str:
        elements = [self._same.groups[group].get(self._party.id) for group in sorted(groups)]
        return ", ".join(dict.fromkeys(self.cited(element.id) for element in elements if element is not None))

    @staticmethod
    def _way(before: str, after: str) -> str:
        return f"{before or NOTHING} \u2192 {after or NOTHING}" if before or after else NOTHING

    def _cited(self, ids: Iterable[str | None], *, arrow: bool = False, ordered: bool = True) -> Trait:
        found = [(self._same.number(self._party.id, each), self.cited(each)) for each in ids if each]
        if not ordered:
            found.sort(key=lambda one: (one[0] is None, one[0] or 0, one[1]))
        numbers = tuple(number for number, _ in found)
        shown = [text for _, text in found]
        text = " \u2192 ".join(shown) if arrow else ", ".join(dict.fromkeys(shown))
        return Trait(numbers, text or NOTHING, frozenset(number for number in numbers if number is not None))


def shortened(text: str) -> str:
    """Return a text with its end left out where it is long: scripts of tools can be whole programs."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\u2026"


def _ends(element: Element) -> tuple[str | None, ...]:
    if isinstance(element, DataAssociation):
        if element.type == "input":
            return (*element.sources, element.node)
        return (element.node, element.target)
    source, target = getattr(element, "source", None), getattr(element, "target", None)
    return (source, target) if source or target else ()


def _plain(content: Any) -> Trait:
    shown = _text(content)
    return Trait(shown, shown or NOTHING)


def _text(content: Any) -> str:
    """Return a value as a text: codes of the model as they are, fields that have their default left out."""
    if isinstance(content, bool):
        return "yes" if content else "no"
    if isinstance(content, tuple):
        return "; ".join(_text(each) for each in content)
    if isinstance(content, Value):
        fields: Mapping[str, Any] = type(content).model_fields
        said = (
            getattr(content, name)
            for name, field in fields.items()
            if getattr(content, name) not in (field.default, ())
        )
        return ", ".join(filter(None, map(_text, said)))
    return "" if content is None else " ".join(str(content).split())
