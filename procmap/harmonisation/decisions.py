"""What people decided, as far as it can be applied to the rows there are now.

A decision that cannot be applied is never passed over in silence: a finding says which and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.alignment import Alignment, Row
from procmap.harmonisation.sources import Source
from procmap.model import Decision, Decisions, Finding, StepReference, unique

ROW_CHOICES = ("keep", "adopt", "merge", "redesign", "local", "drop")
ORDER_CHOICES = {"before": "<", "after": ">", "parallel": "|", "either-or": "x"}


@dataclass(frozen=True)
class OrderRuling:
    """Every row of `first` stands to every row of `second` as decided."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    relation: str
    decision: str


@dataclass(frozen=True)
class PresenceRuling:
    """The rows are always done, or need not be."""

    rows: frozenset[str]
    optional: bool
    decision: str


@dataclass(frozen=True)
class RepeatRuling:
    """The rows are done once, or may be done again together."""

    rows: frozenset[str]
    repeated: bool
    decision: str


@dataclass
class Rulings:
    """The decisions by what they are about; rows are cited by the id of the row that stands for those merged.

    `newest`: the ids of the decisions that no later one about the same replaces.
    """

    merged: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Decision] = field(default_factory=dict)
    order: list[OrderRuling] = field(default_factory=list)
    presence: list[PresenceRuling] = field(default_factory=list)
    repeat: list[RepeatRuling] = field(default_factory=list)
    names: dict[tuple[str, str, str], str] = field(default_factory=dict)
    names_apart: list[frozenset[tuple[str, str]]] = field(default_factory=list)
    attached: dict[tuple[str, str, str], tuple[Decision, str | None]] = field(default_factory=dict)
    newest: tuple[str, ...] = ()
    notes: list[Finding] = field(default_factory=list)

    def repeat_is_decided(self, rows: Iterable[str]) -> bool:
        """Tell whether it is decided for all of some rows whether they are repeated."""
        decided = {self.row(row) for ruling in self.repeat for row in ruling.rows}
        return decided.issuperset(rows)

    def row(self, row: str) -> str:
        """Return the row that stands for a row."""
        return self.merged.get(row, row)


def rule(decisions: Decisions | None, alignment: Alignment, sources: Sequence[Source]) -> Rulings:
    """Return what the newest decisions say of the rows of an alignment."""
    rulings = Rulings()
    if decisions is None:
        return rulings
    reader = _Reader(alignment, sources, rulings)
    newest: dict[tuple[object, ...], Decision] = {}
    for decision in _in_time(decisions):
        key = reader.subject(decision)
        newest.pop(key, None)
        newest[key] = decision
    rulings.newest = tuple(decision.id for decision in newest.values())
    for decision in newest.values():
        reader.apply(decision)
    return rulings


def _in_time(decisions: Decisions) -> Iterator[Decision]:
    """Yield the decisions that no other one replaces, oldest first."""
    replaced = {decision.replaces for decision in decisions.decisions if decision.replaces}
    ordered = sorted(enumerate(decisions.decisions), key=lambda entry: (entry[1].at, entry[0]))
    yield from (decision for _, decision in ordered if decision.id not in replaced)


class _Reader:
    def __init__(self, alignment: Alignment, sources: Sequence[Source], rulings: Rulings) -> None:
        self.rulings = rulings
        self.rows: dict[str, Row] = {row.id: row for row in alignment.rows}
        self.rank = {row.id: rank for rank, row in enumerate(alignment.rows)}
        self.row_of = {(member.process, member.step): row.id for row in alignment.rows for member in row.steps}
        self.sources: Mapping[str, Source] = {source.id: source for source in sources}

    def subject(self, decision: Decision) -> tuple[object, ...]:
        """Return what a decision is about: two about the same thing have the same subject."""
        about = decision.about
        if about.order is not None:
            first, second = (frozenset(self._rows(side)) for side in about.order)
            return ("order", frozenset((first, second)))
        if about.presence is not None:
            return ("presence", frozenset(self._rows(about.presence)))
        if about.repeat is not None:
            return ("repeat", frozenset(self._rows(about.repeat)))
        if about.names is not None:
            return ("names", about.names)
        if about.attached is not None:
            step = self._step(about.attached.step) if about.attached.step else None
            organisation = about.attached.step.organisation if about.attached.step else ""
            return ("attached", about.attached.kind, about.attached.id, step or organisation)
        return ("steps", frozenset(self._rows(about.steps or ())))

    def apply(self, decision: Decision) -> None:
        """Add a decision to the rulings, or a finding that says why it is not."""
        about = decision.about
        if about.names is not None:
            self._names(decision)
        elif about.attached is not None:
            self._attached(decision)
        else:
            cited = [*(about.steps or ()), *(about.presence or ()), *(about.repeat or ())]
            cited += [reference for side in about.order or () for reference in side]
            missing = [reference for reference in cited if self._step(reference) is None]
            if missing or not cited:
                labels = ", ".join(f'"{reference.label}"' for reference in missing)
                self._note("decision-step-not-found", decision, labels=labels)
            elif about.steps is not None:
                self._steps(decision)
            else:
                self._relation(decision)

    def _steps(self, decision: Decision) -> None:
        rows = sorted(self._rows(decision.about.steps or ()), key=self.rank.__getitem__)
        needed = {"drop": decision.reason, "redesign": decision.text, "adopt": decision.from_}
        if decision.choice not in ROW_CHOICES:
            self._note("decision-not-for-this", decision)
        elif not needed.get(decision.choice, "-"):
            field_name = {"drop": "reason", "redesign": "text", "adopt": "from"}[decision.choice]
            self._note("decision-needs", decision, field=field_name)
        elif decision.choice == "merge":
            self._merge(decision, rows)
        elif len(rows) > 1 and decision.choice != "redesign":
            labels = ", ".join(f'"{self.rows[row].label}"' for row in rows)
            self._note("decision-of-several-rows", decision, labels=labels)
        elif self._grown(decision, rows):
            self._note("decision-row-grown", decision, label=self.rows[rows[0]].label)
        elif decision.choice == "adopt" and decision.from_ not in self._parties(rows[0]):
            self._note("decision-adopts-nothing", decision, party=decision.from_)
        elif len(rows) > 1:
            self._merge(decision, rows)
        else:
            self.rulings.rows[rows[0]] = decision

    def _merge(self, decision: Decision, rows: list[str]) -> None:
        if decision.to is not None:
            target = self._step(decision.to)
            if target is None:
                self._note("decision-step-not-found", decision, labels=f'"{decision.to.label}"')
                return
            rows = unique((self.row_of[target], *rows))
        for row in rows:
            self.rulings.merged[row] = rows[0]
        self.rulings.rows[rows[0]] = decision

    def _grown(self, decision: Decision, rows: list[str]) -> bool:
        """Tell whether a row holds steps that the decision does not cite and that have something attached."""
        cited = {self._step(reference) for reference in decision.about.steps or ()}
        return any(
            (member.process, member.step) not in cited and self.sources[member.process].index.attached_to(member.step)
            for row in rows
            for member in self.rows[row].steps
        )

    def _parties(self, row: str) -> set[str]:
        ids = {member.process for member in self.rows[row].steps}
        return ids | {self.sources[party].party.organisation for party in ids}

    def _relation(self, decision: Decision) -> None:
        about, choice = decision.about, decision.choice
        if about.order is not None and choice in ORDER_CHOICES:
            first, second = (tuple(self._rows(side)) for side in about.order)
            if set(first) & set(second):
                self._note("decision-not-for-this", decision)
            else:
                self.rulings.order.append(OrderRuling(first, second, ORDER_CHOICES[choice], decision.id))
        elif about.presence is not None and choice in ("always", "optional"):
            rows = frozenset(self._rows(about.presence))
            self.rulings.presence.append(PresenceRuling(rows, choice == "optional", decision.id))
        elif about.repeat is not None and choice in ("once", "repeated"):
            rows = frozenset(self._rows(about.repeat))
            self.rulings.repeat.append(RepeatRuling(rows, choice == "repeated", decision.id))
        else:
            self._note("decision-not-for-this", decision)

    def _names(self, decision: Decision) -> None:
        names = decision.about.names
        if names is not None and decision.choice == "keep":
            self.rulings.names_apart.append(frozenset((member.organisation, member.name) for member in names.members))
            return
        if names is None or decision.choice not in ("merge", "adopt", "redesign") or not names.members:
            self._note("decision-not-for-this", decision)
            return
        chosen = [member.name for member in names.members if member.organisation == decision.from_]
        label = decision.text or (chosen[0] if chosen else "")
        if not label:
            self._note("decision-needs", decision, field="text")
            return
        for member in names.members:
            self.rulings.names[names.kind, member.organisation, member.name] = label

    def _attached(self, decision: Decision) -> None:
        about = decision.about.attached
        if about is None:
            return
        step = self._step(about.step) if about.step else None
        organisation = about.step.organisation if about.step else ""
        found = [
            source.id
            for source in self.sources.values()
            if (step is None or source.id == step[0])
            and (not organisation or source.party.organisation == organisation)
            and any((value.kind, value.id) == (about.kind, about.id) for value in source.process.attached)
        ]
        target = self._step(decision.to) if decision.to else None
        if len(found) != 1:
            self._note("decision-attached-not-found", decision, kind=about.kind, attached=about.id)
        elif decision.choice == "move" and target is None:
            self._note("decision-needs", decision, field="to")
        elif decision.choice == "drop" and not decision.reason:
            self._note("decision-needs", decision, field="reason")
        elif decision.choice in ("move", "drop", "keep", "adopt"):
            row = self.row_of[target] if target else None
            self.rulings.attached[found[0], about.kind, about.id] = (decision, row)
        else:
            self._note("decision-not-for-this", decision)

    def _rows(self, references: Iterable[StepReference]) -> list[str]:
        steps = (self._step(reference) for reference in references)
        return unique(self.row_of[step] for step in steps if step is not None)

    def _step(self, reference: StepReference) -> tuple[str, str] | None:
        """Return the party and step that a reference cites."""
        found = [
            (source.id, step)
            for source in self.sources.values()
            if source.party.organisation == reference.organisation and source.party.variant == reference.variant
            for step in [source.references.resolve(reference)]
            if step is not None and (source.id, step) in self.row_of
        ]
        return found[0] if len(found) == 1 else None

    def _note(self, code: str, decision: Decision, **params: str) -> None:
        given = {"decision": decision.id, "choice": decision.choice, **params}
        self.rulings.notes.append(Finding(code=code, severity="warning", params=given))
