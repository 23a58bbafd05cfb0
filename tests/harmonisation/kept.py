"""Everything that sources hold, and whether a result has it, tells of it, or has lost it without a word.

The sources are counted here, apart from the code that composes. A thing is *carried* when an element of the common
process names the element it belongs to as an origin and says the same; *told* when the result says what became of it:
an element's fate, a proposal's other values, a note; else it is *lost*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from procmap.alignment import Alignment, Party
from procmap.harmonisation import Harmonisation
from procmap.model import Activity, Decisions, Event, Gateway, Process
from procmap.model.process import ELEMENT_FIELDS
from procmap.model.value import Value

Outcome = Literal["carried", "told", "lost"]
NAMED = {"systems": "system", "documents_in": "document", "documents_out": "document"}


@dataclass(frozen=True)
class Thing:
    """One thing of a source: what kind, at which element, in which field of it, with which value."""

    kind: str
    element: str
    field: str = ""
    value: Any = None


def things_of(process: Process) -> Iterator[Thing]:
    """Yield everything that a process holds, in its order."""
    for field in ELEMENT_FIELDS:
        for element in getattr(process, field):
            for text in element.documentation:
                yield Thing("documentation", element.id, "documentation", text)
            for entry in element.properties:
                yield Thing("property", element.id, "properties", entry)
    for node in process.nodes:
        if isinstance(node, Activity):
            yield from _of_activity(node, process)
        elif isinstance(node, Event):
            yield from _of_event(node)
        else:
            yield from _of_gateway(node)
        if isinstance(node, Activity | Event):
            yield from _of_details(node)
    for flow in process.flows:
        yield Thing("sequence flow", flow.id)
        yield from _values("flow text", flow.id, "name", flow.name)
        yield from _values("condition", flow.id, "condition", flow.condition)
        yield from _values("default flow", flow.id, "default", flow.default)
    inside = {node.pool for node in process.nodes}
    for pool in process.pools:
        yield Thing("pool drawn out" if pool.id in inside else "outside participant", pool.id)
        yield from _values("several participants", pool.id, "multiple", pool.multiple)
    for lane in process.lanes:
        yield Thing("lane inside a lane" if lane.parent else "lane", lane.id)
    for message in process.message_flows:
        yield Thing("message flow", message.id)
        yield from _values("message", message.id, "message", message.message)
    for item in process.data:
        yield Thing(item.type, item.id)
        yield from _values("data state", item.id, "state", item.state)
        yield from _values("data collection", item.id, "collection", item.collection)
    for data in process.data_associations:
        yield Thing("data association", data.id)
    for annotation in process.annotations:
        yield Thing("annotation", annotation.id, "text", annotation.text)
    for association in process.associations:
        yield Thing("association", association.id)
    for group in process.groups:
        yield Thing("group", group.id)


def _values(kind: str, element: str, field: str, value: Any) -> Iterator[Thing]:
    if value:
        yield Thing(kind, element, field, value)


def _of_activity(node: Activity, process: Process) -> Iterator[Thing]:
    kind = node.type if node.type in ("subProcess", "transaction", "adHocSubProcess", "callActivity") else "task"
    if any(other.parent == node.id for other in process.nodes):
        kind += " drawn out"
    yield Thing(kind, node.id, "type", node.type)
    if node.loop is not None:
        yield Thing(f"{node.loop.type} loop marker", node.id, "loop", node.loop)
    yield from _values("event sub-process", node.id, "triggered_by_event", node.triggered_by_event)
    yield from _values("compensation activity", node.id, "for_compensation", node.for_compensation)
    yield from _values("called element", node.id, "called", node.called)
    yield from _values("performers", node.id, "performers", node.performers)


def _of_event(node: Event) -> Iterator[Thing]:
    kind = node.type
    if kind == "boundaryEvent":
        kind += " interrupting" if node.interrupting else " not interrupting"
        yield Thing("ends what it is attached to, or not", node.id, "interrupting", node.interrupting)
    yield Thing(kind, node.id, "type", node.type)
    for trigger in node.triggers:
        yield Thing(f"{trigger.type} trigger", node.id, "triggers", trigger)
    yield from _values("parallel multiple event", node.id, "parallel_multiple", node.parallel_multiple)


def _of_gateway(node: Gateway) -> Iterator[Thing]:
    yield Thing(node.type, node.id, "type", node.type)
    yield from _values("question", node.id, "name", node.name)
    yield from _values("activation condition", node.id, "condition", node.condition)
    yield from _values("instantiating gateway", node.id, "instantiates", node.instantiates)


def _of_details(node: Activity | Event) -> Iterator[Thing]:
    for field in type(node.details).model_fields:
        value = getattr(node.details, field)
        if isinstance(value, tuple):
            for each in value:
                yield Thing(field.replace("_", " "), node.id, f"details.{field}", each)
        elif value:
            yield Thing(field.replace("_", " "), node.id, f"details.{field}", value)


class Kept:
    """What a result has kept of its sources."""

    def __init__(
        self,
        parties: Sequence[Party],
        alignment: Alignment,
        result: Harmonisation,
        decisions: Decisions | None = None,
    ) -> None:
        self.parties, self.alignment, self.result = parties, alignment, result
        given = decisions.decisions if decisions is not None else ()
        self.named = [(one.about.names, one.text) for one in given if one.about.names is not None]
        self.trace = {(entry.process, entry.step): entry for entry in result.trace}
        self.fates = {(fate.process, fate.element): fate for fate in result.elements}

    def outcomes(self) -> Iterator[tuple[str, Thing, Outcome]]:
        """Yield every thing of every party, and what became of it."""
        for party in self.parties:
            for thing in things_of(party.process):
                yield party.id, thing, self._outcome(party, thing)
            for value in party.process.attached:
                fates = [
                    f for f in self.result.carried if (f.process, f.kind, f.id) == (party.id, value.kind, value.id)
                ]
                done = any(fate.fate in ("carried", "moved", "open") for fate in fates)
                yield party.id, Thing(f"attached {value.kind}", value.id), self._said(done, bool(fates))
            yield from self._of_the_whole(party)

    def _of_the_whole(self, party: Party) -> Iterator[tuple[str, Thing, Outcome]]:
        for text in party.process.documentation:
            thing = Thing("documentation of the process", party.process.id, "documentation", text)
            yield party.id, thing, self._said(text in self.result.common.documentation, False)
        for entry in party.process.properties:
            thing = Thing("property of the process", party.process.id, "properties", entry)
            yield party.id, thing, self._said(entry in self.result.common.properties, self._note_of(party, entry.name))

        for field in type(party.process.card).model_fields:
            value = getattr(party.process.card, field)
            if field in _OF_THE_FILE or value in (None, "", ()):
                continue
            found = getattr(self.result.common.card, field)
            for each in value if isinstance(value, tuple) else (value,):
                told = [one for one in self.result.proposal if not one.rows and one.field == field]
                carried = each == found or (isinstance(found, tuple) and self._in_card(party, field, each, found))
                is_told = any(party.id in other.from_ for one in told for other in one.others)
                yield party.id, Thing(f"card: {field}", party.process.id, field, each), self._said(carried, is_told)

    def _in_card(self, party: Party, field: str, value: Any, found: tuple[Any, ...]) -> bool:
        if field == "systems":
            return bool(self._equal_names(party, Thing("", "", "systems", value)) & set(found))
        if field == "stakeholders":  # the same name may be written in other words
            return any((each.role, each.interest) == (value.role, value.interest) for each in found)
        return value in found

    def _outcome(self, party: Party, thing: Thing) -> Outcome:
        homes = self._homes.get((party.organisation, party.variant, thing.element), ())
        if not thing.field:
            return self._said(bool(homes), self._told(party, thing))
        carried = any(self._same(party, home, thing) for home in homes)
        return self._said(carried, not carried and self._told(party, thing))

    @staticmethod
    def _said(carried: bool, told: bool) -> Outcome:
        return "carried" if carried else "told" if told else "lost"

    @cached_property
    def _homes(self) -> dict[tuple[str, str, str], list[Any]]:
        found: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
        for element in self.result.common.elements():
            for origin in element.origins:
                found[origin.organisation, origin.variant, origin.element].append(element)
        return found

    def _same(self, party: Party, home: Any, thing: Thing) -> bool:
        found = home
        for name in thing.field.split("."):
            found = getattr(found, name, None)
        if isinstance(found, tuple) and not isinstance(thing.value, tuple):
            wanted = self._equal_names(party, thing)
            return any(_plain(each) in wanted for each in found)
        return _plain(found) in self._equal_names(party, thing)

    def _equal_names(self, party: Party, thing: Thing) -> set[Any]:
        """Return the values that are as good as a thing's own: names that the alignment holds for the same."""
        value = _plain(thing.value)
        kind = NAMED.get(thing.field.rpartition(".")[2])
        role = getattr(thing.value, "role", None)
        if kind is None and role is None:
            return {value}
        name = role if role is not None else thing.value
        found = {name}
        for group in self.alignment.names:
            if group.kind == (kind or "role") and any((m.process, m.name) == (party.id, name) for m in group.members):
                found |= {group.label, *(member.name for member in group.members)}
        for ruled, text in self.named:
            if any((m.organisation, m.name) == (party.organisation, name) for m in ruled.members):
                found |= {text, *(member.name for member in ruled.members)}
        return {_plain(thing.value.replace(role=each)) if role is not None else each for each in found}

    def _told(self, party: Party, thing: Thing) -> bool:
        """Tell whether the result says what became of a thing that is not carried."""
        entry = self.trace.get((party.id, thing.element))
        if entry is not None:
            return self._told_of_step(party, thing)
        fate = self.fates.get((party.id, thing.element))
        if fate is None:
            return False
        if fate.fate != "carried":
            return True
        return any(
            finding.params.get("field") == thing.field and finding.params.get("value") == _text(thing.value)
            for finding in fate.why
        )

    def _told_of_step(self, party: Party, thing: Thing) -> bool:
        entry = self.trace[party.id, thing.element]
        if entry.fate == "retired":
            return True
        field = thing.field.rpartition(".")[2]
        rows = self._rows_at.get(entry.to or "", set())
        said_of = [one for one in self.result.proposal if one.field in _FIELDS.get(field, (field,))]
        if any(party.id in other.from_ for one in said_of if rows & set(one.rows) for other in one.others):
            return True
        return self._drawn_otherwise(party, thing, entry.to)

    def _drawn_otherwise(self, party: Party, thing: Thing, to: str | None) -> bool:
        if to is None:
            return False
        known = {element.id: element for element in self.result.common.elements()}
        if isinstance(known.get(to), Event | Activity):
            moved = [note for note in self.result.notes if note.code in _MOVED and to in note.elements]
            return thing.field in ("type", "interrupting", "triggers") and any(
                note.params.get("party", party.id) == party.id for note in moved
            )
        # A condition event is a text on a flow, a sub-process without a place of its own a frame.
        return thing.field == "type"

    @cached_property
    def _rows_at(self) -> dict[str, set[str]]:
        rows: dict[str, set[str]] = defaultdict(set)
        for row in self.alignment.rows:
            for member in row.steps:
                entry = self.trace.get((member.process, member.step))
                if entry is not None and entry.to is not None:
                    rows[entry.to].add(row.id)
        return rows

    def _note_of(self, party: Party, name: str) -> bool:
        return any(
            note.code == "process-property-not-taken" and note.params.get("party") == party.id
            and note.params.get("name") == name
            for note in self.result.notes
        )  # fmt: skip


_OF_THE_FILE = ("organisation", "variant", "state", "source_fingerprint")
"""What a card says of the file that it stands in."""
_MOVED = ("event-moved", "drawn-otherwise", "drawn-otherwise-interrupting")
_FIELDS = {
    "triggers": ("trigger",), "type": ("type", "event"), "systems": ("system",), "documents_in": ("document_in",),
    "documents_out": ("document_out",),
}  # fmt: skip
"""What a proposal calls fields of the model, where it is something else."""


def _plain(value: Any) -> Any:
    return value.model_dump_json() if isinstance(value, Value) else value


def _text(value: Any) -> str:
    return "yes" if value is True else str(value) if not isinstance(value, Value) else value.model_dump_json()


def counted(outcomes: Iterable[tuple[str, Thing, Outcome]]) -> dict[str, dict[Outcome, int]]:
    """Return how many things of each kind were carried, told and lost."""
    found: dict[str, dict[Outcome, int]] = {}
    for _, thing, outcome in outcomes:
        row = found.setdefault(thing.kind, {"carried": 0, "told": 0, "lost": 0})
        row[outcome] += 1
    return {kind: found[kind] for kind in sorted(found)}
