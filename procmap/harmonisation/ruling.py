"""From decisions to rulings on the rows there are now.

A decision that cannot be applied is never passed over in silence: a warning says which and why, or where it fitted
once and no longer does, it is asked again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from procmap.alignment import Alignment, Row
from procmap.harmonisation.decisions import AskAgain, Move, OrderRuling, PresenceRuling, RepeatRuling, Rulings, steps_in
from procmap.harmonisation.naming import most_common
from procmap.harmonisation.sources import Source
from procmap.model import Decision, Decisions, Finding, Severity, StepReference, unique
from procmap.model.decisions import About, NameReference, NamesReference

ROW_CHOICES = ("keep", "adopt", "merge", "redesign", "local", "drop", "move")
ORDER_CHOICES = {"before": "<", "after": ">", "parallel": "|", "either-or": "x"}
BESIDE = ("before", "after")
"""What `where` of a move may say; nothing is `before`."""
NEEDED: dict[tuple[str, str], str] = {
    ("steps", "adopt"): "from", ("steps", "redesign"): "text", ("steps", "drop"): "reason", ("steps", "move"): "to",
    ("attached", "move"): "to", ("attached", "drop"): "reason",
}  # fmt: skip
"""The field that a choice needs, by what it is about; the others need none."""
_SEVERAL = ("merge", "redesign")
"""Choices that make one step of several rows."""


def rule(decisions: Decisions | None, alignment: Alignment, sources: Sequence[Source]) -> Rulings:
    """Return what the newest decisions say of the rows of an alignment."""
    rulings = Rulings()
    if decisions is None:
        return rulings
    reader = _Reader(alignment, sources, rulings)
    newest: dict[tuple[object, ...], Decision] = {}
    for decision in _in_time(decisions):
        reader.note_gone(decision)
        key = reader.subject(decision)
        newest.pop(key, None)
        newest[key] = decision
    rulings.newest = tuple(decision.id for decision in newest.values())
    for decision in reader.standing(list(newest.values())):
        reader.apply(decision)
    reader.settle_moves()
    return rulings


def _in_time(decisions: Decisions) -> Iterator[Decision]:
    """Yield the decisions that no other one replaces, oldest first."""
    replaced = {decision.replaces for decision in decisions.decisions if decision.replaces}
    ordered = sorted(enumerate(decisions.decisions), key=lambda entry: (entry[1].at, entry[0]))
    yield from (decision for _, decision in ordered if decision.id not in replaced)


def cited_in(about: About) -> tuple[StepReference, ...]:
    """Return the steps that a decision on rows is about."""
    sides = (reference for side in about.order or () for reference in side)
    return (*(about.steps or ()), *(about.presence or ()), *(about.repeat or ()), *sides)


def _lacking(kind: str, decision: Decision) -> str:
    """Return the field that a decision needs and has not; empty where it has all."""
    field = NEEDED.get((kind, decision.choice), "")
    told = {"from": decision.from_, "text": steps_in(decision.text), "reason": decision.reason, "to": decision.to}
    return field if field and not told[field] else ""


class _Reader:
    def __init__(self, alignment: Alignment, sources: Sequence[Source], rulings: Rulings) -> None:
        self.rulings = rulings
        self.rows: dict[str, Row] = {row.id: row for row in alignment.rows}
        self.rank = {row.id: rank for rank, row in enumerate(alignment.rows)}
        self.row_of = {(member.process, member.step): row.id for row in alignment.rows for member in row.steps}
        self.sources: Mapping[str, Source] = {source.id: source for source in sources}
        self.names = {
            (group.kind, self.sources[each.process].party.organisation, each.name)
            for group in alignment.names
            for each in group.members
        }
        self.organisations = {source.party.organisation for source in sources}
        self._found: dict[StepReference, tuple[str, str] | None] = {}
        self._gone: set[StepReference] = set()
        self._gone_names: set[tuple[str, str, str]] = set()

    def note_gone(self, decision: Decision) -> None:
        """Remember what people know to be gone: steps that are not there and were dropped, names that were kept."""
        if decision.choice == "drop":
            cited = decision.about.steps or ()
            self._gone.update(reference for reference in cited if self._step(reference) is None)
        elif decision.choice == "keep" and decision.about.names is not None:
            self._gone_names.update(self._missing(decision.about.names))

    def subject(self, decision: Decision) -> tuple[object, ...]:
        """Return what a decision is about: two about the same thing have the same subject."""
        about = decision.about
        if about.names is not None:
            return ("names", about.names)
        if about.attached is not None:
            step = self._step(about.attached.step) if about.attached.step else None
            organisation = about.attached.step.organisation if about.attached.step else ""
            return ("attached", about.attached.kind, about.attached.id, step or organisation)
        kind = "order" if about.order else "presence" if about.presence else "repeat" if about.repeat else "steps"
        if not self._rows(cited_in(about)):
            return (kind, frozenset(cited_in(about)))
        if about.order is not None:
            return (kind, frozenset(frozenset(self._rows(side)) for side in about.order))
        return (kind, frozenset(self._rows(cited_in(about))))

    def standing(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Return the decisions, oldest first, that newer ones on some of the same rows do not overtake.

        Where rows are left of one that is overtaken, they are asked about again.
        """
        taken: set[str] = set()
        found: list[Decision] = []
        for decision in reversed(decisions):
            rows = self._rows(decision.about.steps or ())
            left = [row for row in rows if row not in taken]
            taken.update(rows)
            if left == rows:
                found.append(decision)
            elif left:
                labels = ", ".join(f'"{self.rows[row].label}"' for row in left)
                self._again("decision-overtaken", decision, "keep", left, labels=labels)
        return found[::-1]

    def apply(self, decision: Decision) -> None:
        """Add a decision to the rulings, or a finding that says why it is not."""
        about = decision.about
        if about.names is not None:
            self._names(decision)
        elif about.attached is not None:
            self._attached(decision)
        else:
            cited = cited_in(about)
            missing = tuple(reference for reference in cited if self._step(reference) is None)
            unknown = tuple(reference for reference in missing if reference not in self._gone)
            if not cited:
                self._note("decision-about-nothing", decision)
            elif unknown:
                labels = ", ".join(f'"{reference.organisation}: {reference.label}"' for reference in unknown)
                self._again("decision-step-not-found", decision, "drop", about=About(steps=unknown), labels=labels)
            elif len(missing) == len(cited):
                return  # all of it is gone, and people know
            elif about.steps is not None:
                self._steps(decision)
            else:
                self._relation(decision)

    def _steps(self, decision: Decision) -> None:
        rows = tuple(sorted(self._rows(decision.about.steps or ()), key=self.rank.__getitem__))
        choice = decision.choice
        lacking = _lacking("steps", decision)
        unknown = [name for name in decision.where if choice == "local" and name not in self.organisations]
        if choice not in ROW_CHOICES or (choice == "move" and decision.where not in ((), ("before",), ("after",))):
            self._note("decision-not-for-this", decision)
        elif lacking:
            self._note("decision-needs", decision, field=lacking)
        elif len(rows) > 1 and choice not in _SEVERAL:
            labels = ", ".join(f'"{self.rows[row].label}"' for row in rows)
            self._again("decision-of-several-rows", decision, "merge", rows, labels=labels)
        elif self._grown(decision, rows):
            label = ", ".join(self.rows[row].label for row in rows)
            self._again("decision-row-grown", decision, choice, rows, label=label)
        elif choice == "adopt" and decision.from_ not in self._parties(rows[0]):
            self._again("decision-adopts-nothing", decision, "keep", rows, party=decision.from_)
        elif unknown:
            self._again("decision-local-nowhere", decision, "local", rows, parties=", ".join(unknown))
        elif choice == "merge" or len(rows) > 1:
            self._merge(decision, list(rows))
        elif choice == "move":
            self._move(decision, rows[0])
        elif choice == "drop" and decision.to is not None:
            self._drop(decision, rows[0], decision.to)
        else:
            self.rulings.rows[rows[0]] = decision

    def _merge(self, decision: Decision, rows: list[str]) -> None:
        if decision.to is not None:
            target = self._step(decision.to)
            if target is None:
                self._target_gone(decision, tuple(rows))
                return
            rows = unique((self.row_of[target], *rows))
        for row in rows:
            self.rulings.merged[row] = rows[0]
        if decision.to is None:
            self.rulings.rows[rows[0]] = decision
        else:  # what was decided about the row that they go into stands
            self.rulings.rows.setdefault(rows[0], decision)

    def _move(self, decision: Decision, row: str) -> None:
        target = self._step(decision.to) if decision.to else None
        if target is None:
            self._target_gone(decision, (row,))
            return
        self.rulings.rows[row] = decision
        self.rulings.moves[row] = Move(self.row_of[target], decision.where == ("after",))

    def _drop(self, decision: Decision, row: str, heir: StepReference) -> None:
        target = self._step(heir)
        if target is None:
            self._target_gone(decision, (row,))
            return
        self.rulings.rows[row] = decision
        self.rulings.heirs[row] = self.row_of[target]

    def _target_gone(self, decision: Decision, rows: tuple[str, ...]) -> None:
        label = decision.to.label if decision.to else ""
        self._again("decision-step-not-found", decision, decision.choice, rows, labels=f'"{label}"')

    def settle_moves(self) -> None:
        """Take back moves to a row that is itself moved back and forth, dropped, or the same row."""
        moves = self.rulings.moves
        for row in list(moves):
            ahead, seen = row, set[str]()
            while ahead in moves and ahead not in seen:
                seen.add(ahead)
                ahead = self.rulings.row(moves[ahead].anchor)
            target = self.rulings.rows.get(ahead)
            if ahead in seen or self.rulings.row(row) != row or (target is not None and target.choice == "drop"):
                decision = self.rulings.rows[row]
                del moves[row], self.rulings.rows[row]
                label = decision.to.label if decision.to else ""
                self._again("decision-moves-nowhere", decision, "keep", (row,), label=label)

    def _grown(self, decision: Decision, rows: Iterable[str]) -> bool:
        """Tell whether rows hold steps that the decision does not cite and that have something attached."""
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
            elif not (first and second):
                return  # the other side is gone, and people know
            else:
                self.rulings.order.append(OrderRuling(first, second, ORDER_CHOICES[choice], decision.id))
        elif about.presence is not None and choice in ("always", "optional"):
            rows = frozenset(self._rows(about.presence))
            ruling = PresenceRuling(rows, choice == "optional", decision.id, decision.condition)
            self.rulings.presence.append(ruling)
        elif about.repeat is not None and choice in ("once", "repeated"):
            rows = frozenset(self._rows(about.repeat))
            self.rulings.repeat.append(RepeatRuling(rows, choice == "repeated", decision.id, decision.condition))
        else:
            self._note("decision-not-for-this", decision)

    def _names(self, decision: Decision) -> None:
        names = decision.about.names
        if names is None or not names.members or decision.choice not in ("keep", "merge", "adopt", "redesign"):
            self._note("decision-not-for-this", decision)
            return
        missing = [name for name in self._missing(names) if name not in self._gone_names]
        if missing:
            members = tuple(NameReference(organisation=who, name=name) for _, who, name in missing)
            about = About(names=NamesReference(kind=names.kind, members=members))
            told = ", ".join(f'"{name}"' for _, _, name in missing)
            self._again("decision-names-not-found", decision, "keep", about=about, names=told)
        if decision.choice == "keep":
            self.rulings.names_apart.append(frozenset((member.organisation, member.name) for member in names.members))
            return
        chosen = [member.name for member in names.members if member.organisation == decision.from_]
        most = most_common((member.organisation, member.name) for member in names.members)
        label = decision.text or (chosen[0] if chosen else most)
        for member in names.members:
            self.rulings.names[names.kind, member.organisation, member.name] = label

    def _missing(self, names: NamesReference) -> list[tuple[str, str, str]]:
        """Return the names that no process of their organisation has anywhere, be it in a sentence."""
        cited = ((names.kind, member.organisation, member.name) for member in names.members)
        return [name for name in cited if name not in self.names and not self._is_told(name[1], name[2])]

    def _is_told(self, organisation: str, name: str) -> bool:
        said = json.dumps(name, ensure_ascii=False)[1:-1]
        own = (source for source in self.sources.values() if source.party.organisation == organisation)
        return any(said in source.process.model_dump_json() for source in own)

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
        if decision.choice not in ("move", "drop", "keep"):
            self._note("decision-not-for-this", decision)
        elif _lacking("attached", decision):
            self._note("decision-needs", decision, field=_lacking("attached", decision))
        elif not found and decision.choice == "drop":
            return  # it is gone, and people wanted that
        elif len(found) != 1:
            params = {"kind": about.kind, "attached": about.id}
            self._again("decision-attached-not-found", decision, "drop", about=decision.about, **params)
        elif decision.choice == "move" and target is None:
            label = decision.to.label if decision.to else ""
            self._again("decision-step-not-found", decision, "move", about=decision.about, labels=f'"{label}"')
        else:
            row = self.row_of[target] if target else None
            self.rulings.attached[found[0], about.kind, about.id] = (decision, row)

    def _rows(self, references: Iterable[StepReference]) -> list[str]:
        steps = (self._step(reference) for reference in references)
        return unique(self.row_of[step] for step in steps if step is not None)

    def _step(self, reference: StepReference) -> tuple[str, str] | None:
        """Return the party and step that a reference cites."""
        if reference not in self._found:
            found = [
                (source.id, step)
                for source in self.sources.values()
                if source.party.organisation == reference.organisation and source.party.variant == reference.variant
                for step in [source.references.resolve(reference)]
                if step is not None and (source.id, step) in self.row_of
            ]
            self._found[reference] = found[0] if len(found) == 1 else None
        return self._found[reference]

    def _again(
        self,
        code: str,
        decision: Decision,
        proposal: str,
        rows: Sequence[str] = (),
        about: About | None = None,
        **params: str,
    ) -> None:
        why = self._note(code, decision, severity="note", **params)
        self.rulings.again.append(AskAgain(decision, why, proposal, tuple(rows), about or About()))

    def _note(self, code: str, decision: Decision, severity: Severity = "warning", **params: str) -> Finding:
        given = {"decision": decision.id, "choice": decision.choice, **params}
        self.rulings.notes.append(Finding(code=code, severity=severity, params=given))
        return self.rulings.notes[-1]
