"""What the common process proposes for each step: label, type, role, systems, documents, times, legal basis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from procmap.alignment.facts import Facts
from procmap.harmonisation.naming import Names
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import OtherValue, ProposalEntry
from procmap.model import Activity, Event, Finding, Origin, Property, Responsibility, Step, StepDetails, unique
from procmap.model.value import Value

Told = Sequence[tuple[Source, Any]]
"""What the parties that say something of a field say of it."""


@dataclass(frozen=True)
class Proposed:
    """The values of a common step, as fields of the model; `activity` and `event` are those that only these have."""

    label: str
    role: str
    details: StepDetails
    element: Mapping[str, Any]
    activity: Mapping[str, Any]
    event: Mapping[str, Any]
    activity_type: str
    entries: tuple[ProposalEntry, ...]


UNTYPED = "task"
"""The type of an activity of which nobody says what kind of task it is."""


class Proposer:
    """Proposes the values of every common step. An organisation that a decision adopts from goes before all others."""

    def __init__(self, rows: Rows, sources: Sequence[Source], names: Names, adopted: Mapping[str, str]) -> None:
        self.rows, self.sources, self.names, self.adopted = rows, sources, names, adopted
        self._facts = {source.id: Facts(source.process) for source in sources}
        self._much: Counter[str] = Counter(
            role for source in sources for step in source.steps.values() for role in [self._role(source, step)] if role
        )

    def propose(self, row: CommonRow) -> Proposed:
        """Return the values of a row's step, and where they come from."""
        entries: list[ProposalEntry] = []
        members = [(source, self._steps(row, source)) for source in self._of(row)]

        def note(field: str, value: str, told: Told, same: Callable[[Any], bool], also: Told = ()) -> None:
            if value:
                having = unique(source.id for source, said in told if same(said))
                entry = self._entry(row, field, value, told, having, union=False)
                entries.append(entry.replace(others=_others([*told, *also], value)))

        def one(field: str, read: Callable[[Source, Step], Any]) -> Any:
            told = [(source, said) for source, steps in members for said in self._said(source, steps, read)]
            # A plain task contradicts no kind of task: it is told, and has no say where others say more.
            telling = [entry for entry in told if field != "type" or entry[1] != UNTYPED]
            value = self._chosen(row, telling or told, self._beside(row) if field == "role" else ())
            also = [(source, read(source, step)) for source, steps in members for step in steps[1:]]
            note(field, _text(value), told, lambda said: said == value, also)
            return value

        def every(field: str, read: Callable[[Source, Step], Iterable[str]]) -> tuple[str, ...]:
            told = [(source, name) for source, steps in members for step in steps for name in read(source, step)]
            kept = tuple(unique(name for _, name in self._first(row, told)))
            left = [(source, name) for source, name in told if name not in kept]
            for place, name in enumerate(kept):
                having = unique(source.id for source, said in told if said == name)
                entry = self._entry(row, field, name, told, having, union=True)
                entries.append(entry.replace(others=() if place else _others(left, "")))
            return kept

        labels: Told = [(source, step.name) for source, steps in members for step in steps[:1] if step.name.strip()]
        note("label", row.label, labels, lambda said: " ".join(said.split()) == row.label)
        role = one("role", self._role) or ""
        details = StepDetails(
            responsible=tuple(
                Responsibility(role=name, letter=letter)
                for name, letter in unique(
                    (self.names.common("role", source.id, entry.role), entry.letter)
                    for source, steps in members for step in steps for entry in step.details.responsible
                )
            ),
            systems=every("system", lambda source, step: self._named("system", source, step)),
            documents_in=every("document_in", lambda source, step: self._named("documents_in", source, step)),
            documents_out=every("document_out", lambda source, step: self._named("documents_out", source, step)),
            work_time=one("work_time", lambda _, step: step.details.work_time),
            lead_time=one("lead_time", lambda _, step: step.details.lead_time),
            deadline=one("deadline", lambda _, step: step.details.deadline),
            cost=one("cost", lambda _, step: step.details.cost),
            legal_basis=every("legal_basis", lambda _, step: step.details.legal_basis),
            channel=one("channel", lambda _, step: step.details.channel) or "",
        )  # fmt: skip
        kind = one("type", lambda _, step: step.type if isinstance(step, Activity) else None) or UNTYPED
        return Proposed(
            row.label,
            role,
            details,
            self._element(members),
            self._activity(one),
            self._event(one),
            kind,
            tuple(entries),
        )

    def of_frame(self, row: CommonRow) -> tuple[ProposalEntry, ...]:
        """Return what the parties say of a sub-process that only is a frame here: a frame has no such values."""
        why = Finding(code="proposal-frame", severity="info")
        return tuple(
            ProposalEntry(
                rows=entry.rows,
                field=entry.field,
                value="",
                others=(OtherValue(value=entry.value, from_=entry.from_), *entry.others),
                why=why,
            )
            for entry in self.propose(row).entries
            if entry.field not in ("label", "type")
        )

    def roles(self, row: CommonRow) -> dict[str, str]:
        """Return the role that does a row, by party."""
        return {
            source.id: self._role(source, source.steps[row.members[source.id][0]]) or "" for source in self._of(row)
        }

    def role_names(self) -> dict[tuple[str, str], str]:
        """Return how each party writes a role, by party and common name."""
        written: dict[tuple[str, str], str] = {}
        for source in self.sources:
            for step in source.steps.values():
                role = self._role(source, step)
                if role:
                    written.setdefault((source.id, role), source.index.role(step.id))
        return written

    def _of(self, row: CommonRow) -> list[Source]:
        return [source for source in self.sources if source.id in row.members]

    def _steps(self, row: CommonRow, source: Source) -> list[Step]:
        return [source.steps[step] for step in row.members[source.id]]

    def _said(self, source: Source, steps: Iterable[Step], read: Callable[[Source, Step], Any]) -> list[Any]:
        """Return the first thing that a party says of a field, if any."""
        for step in steps:
            said = read(source, step)
            if said is not None and said != "":
                return [said]
        return []

    def _first(self, row: CommonRow, told: Told) -> Told:
        """Return only what those say that count: the adopted party, else all but references, else these."""
        adopted = self.adopted.get(row.id)
        chosen = [entry for entry in told if adopted in (entry[0].id, entry[0].party.organisation)]
        return chosen or [entry for entry in told if not entry[0].party.is_reference] or told

    def _beside(self, row: CommonRow) -> list[str]:
        """Return who does what leads to an end, or what a start leads to: once for each party that draws it so."""
        if row.role not in ("start", "end"):
            return []
        found: list[str] = []
        for source in self._of(row):
            step = row.members[source.id][0]
            near = source.near_before(step) if row.role == "end" else source.near_after(step)
            rows = [self.rows.of_step.get((source.id, node)) for node in near]
            found += unique(self._worker(other) for other in rows if other is not None and other.id != row.id)
        return [role for role in found if role]

    def _worker(self, row: CommonRow) -> str:
        """Return the role that does a row in the common process, by votes alone."""
        told = [
            (source, role)
            for source in self._of(row)
            for role in self._said(source, self._steps(row, source), self._role)
        ]
        return self._chosen(row, told) or ""

    def _chosen(self, row: CommonRow, told: Told, rather: Sequence[str] = ()) -> Any:
        """Return what most organisations say.

        Of equals what stands in `rather` most often, then the role that does most, then the first by its text.
        """
        by_value: dict[str, tuple[Any, set[str]]] = {}
        for source, said in self._first(row, told):
            by_value.setdefault(_text(said), (said, set()))[1].add(source.party.organisation)
        if not by_value:
            return None
        beside = Counter(rather)
        best = min(by_value, key=lambda text: (-len(by_value[text][1]), -beside[text], -self._much[text], text))
        return by_value[best][0]

    def _entry(
        self, row: CommonRow, field: str, value: str, told: Told, having: list[str], *, union: bool
    ) -> ProposalEntry:
        asked = unique(source.id for source, _ in told)
        saying: dict[str, set[str]] = {}
        for source, said in told:
            saying.setdefault(_text(said), set()).add(source.party.organisation)
        most = max((len(who) for who in saying.values()), default=0)
        tie = sum(len(who) == most for who in saying.values()) > 1
        if row.id in self.adopted or (row.decision and field == "label"):
            code = "proposal-decided"
        elif len(having) == len(asked):
            code = "proposal-all" if len(asked) > 1 else "proposal-only"
        elif union:
            code = "proposal-union"
        else:
            code = "proposal-tie" if tie else "proposal-majority"
        params: dict[str, str | int] = {"having": len(having), "asked": len(asked)}
        if code == "proposal-decided":
            params["decision"] = row.decision or ""
        why = Finding(code=code, severity="info", params=params)
        return ProposalEntry(rows=(row.id,), field=field, value=value, from_=tuple(having), why=why)

    def _role(self, source: Source, step: Step) -> str | None:
        role = source.role(step.id)
        if not role:
            return self._dissolved(source, step)
        return self.names.common("role", source.id, role)

    def _dissolved(self, source: Source, step: Step) -> str | None:
        """Return the name of a step's pool where the step is drawn in another participant here: a role of that."""
        row = self.rows.of_step.get((source.id, step.id))
        own = self.rows.participants.of(source, step.id)
        if row is None or not own or own == self.rows.participant(row.id):
            return None
        return self.rows.participants.names[own] or None

    def _named(self, field: str, source: Source, step: Step) -> list[str]:
        facts = self._facts[source.id]
        if field == "system":
            return [self.names.common("system", source.id, name) for name in facts.systems(step)]
        found = facts.documents_in(step) if field == "documents_in" else facts.documents_out(step)
        return [self.names.common("document", source.id, name) for name in found]

    def _element(self, members: Sequence[tuple[Source, list[Step]]]) -> dict[str, Any]:
        steps = [(source, step) for source, of_row in members for step in of_row]
        return {
            "documentation": tuple(unique(text for _, step in steps for text in step.documentation)),
            "properties": tuple(
                Property(name=name, value=value)
                for name, value in unique((entry.name, entry.value) for _, step in steps for entry in step.properties)
            ),
            "origins": tuple(origin_of(source, step.id, step.name) for source, step in steps),
        }

    def _activity(self, one: Callable[[str, Callable[[Source, Step], Any]], Any]) -> dict[str, Any]:
        def read(name: str) -> Callable[[Source, Step], Any]:
            return lambda _, step: getattr(step, name) or None if isinstance(step, Activity) else None

        return {
            "loop": one("loop", read("loop")),
            "called": one("called", read("called")) or "",
            "performers": one("performers", read("performers")) or (),
            "triggered_by_event": bool(one("triggered_by_event", read("triggered_by_event"))),
            "for_compensation": bool(one("for_compensation", read("for_compensation"))),
        }

    def _event(self, one: Callable[[str, Callable[[Source, Step], Any]], Any]) -> dict[str, Any]:
        def read(name: str) -> Callable[[Source, Step], Any]:
            return lambda _, step: getattr(step, name) if isinstance(step, Event) else None

        stops = one("interrupting", _stops)
        middle = one("event", lambda _, s: s.type if isinstance(s, Event) and s.type in _MIDDLE else None)
        return {
            "triggers": one("trigger", lambda _, s: s.triggers or None if isinstance(s, Event) else None) or (),
            "parallel_multiple": bool(one("parallel_multiple", lambda _, s: read("parallel_multiple")(_, s) or None)),
            "interrupting": True if stops is None else stops,
            "type": middle,
        }


_MIDDLE = ("intermediateCatchEvent", "intermediateThrowEvent")


def _stops(source: Source, step: Step) -> bool | None:
    """Tell whether an event ends what it is attached to, or what its event sub-process lies in; None for others."""
    if not isinstance(step, Event):
        return None
    around = source.steps.get(step.parent or "")
    begins = step.type == "startEvent" and isinstance(around, Activity) and around.triggered_by_event
    return step.interrupting if begins or step.attached_to else None


def origin_of(source: Source, element: str, label: str) -> Origin:
    """Return where an element comes from."""
    party = source.party
    return Origin(
        organisation=party.organisation, variant=party.variant, process=party.process.id, element=element, label=label
    )


def _others(told: Told, value: str) -> tuple[OtherValue, ...]:
    """Return what is said besides a value, by text, and who says it."""
    saying: dict[str, list[str]] = {}
    for source, said in told:
        text = " ".join(_text(said).split())
        if text and text != " ".join(value.split()) and source.id not in saying.setdefault(text, []):
            saying[text].append(source.id)
    return tuple(OtherValue(value=text, from_=tuple(who)) for text, who in sorted(saying.items()))


def _text(value: Any) -> str:
    """Return a value as a short text that is the same for equal values."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(_text(item) for item in value)
    if isinstance(value, Value):
        told = value.model_dump(mode="json", exclude_defaults=True)
        return " ".join(str(item) for item in told.values())
    return str(value)
