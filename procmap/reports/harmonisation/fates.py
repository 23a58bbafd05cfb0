"""What became of everything: rows, the steps of each organisation, and all that was attached to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from procmap.alignment import Party
from procmap.comparison import Comparison
from procmap.harmonisation import Harmonisation, TraceEntry
from procmap.messages import Translator
from procmap.model import AttachedValue, Decision, Fate, Index, unique
from procmap.reports.harmonisation.attached_words import KINDS, attached_detail, attached_name
from procmap.reports.harmonisation.marks import state_of
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.values import (
    AttachedLine,
    Cited,
    CommonCell,
    CommonRow,
    CommonState,
    TraceLine,
)
from procmap.reports.values import MatrixReport, ReportParty


class Fates:
    """Tells where things went. `decisions`: by id."""

    def __init__(
        self,
        parties: Sequence[Party],
        shown: Sequence[ReportParty],
        result: Harmonisation,
        *,
        paragraphs: Paragraphs,
        decisions: Mapping[str, Decision],
        say: Translator,
    ) -> None:
        self._shown = {party.id: party for party in shown}
        self._processes = {party.id: party.process for party in parties}
        self._index = {party.id: Index(party.process) for party in parties}
        self._result, self._paragraphs, self._decisions, self._say = result, paragraphs, decisions, say
        self._entries = {(entry.process, entry.step): entry for entry in result.trace}

    def matrix(self, comparison: Comparison, report: MatrixReport) -> Iterator[CommonRow]:
        """Yield the rows of the matrix with their common steps."""
        members = {row.id: row.steps for row in comparison.alignment.rows}
        for row, shown in zip(comparison.matrix.rows, report.rows, strict=True):
            entries = [
                self._entries[member.process, member.step]
                for member in members[row.id]
                if (member.process, member.step) in self._entries
            ]
            yield CommonRow(row=shown, common=self._cell(entries))

    def _cell(self, entries: Sequence[TraceEntry]) -> CommonCell:
        there = unique(entry.to for entry in entries if entry.to is not None)
        elements = self._paragraphs.index.elements
        states = {state_of(elements[to])[0] for to in there if to in elements}
        marked: tuple[CommonState, ...] = ("open", "local")
        state: CommonState = next((each for each in marked if each in states), "kept") if there else "retired"
        return CommonCell(
            state=state,
            state_text=self._say.text(f"common-{state}"),
            to=tuple(self._paragraphs.cited(to) for to in there),
            role=" / ".join(unique(role for role in map(self._paragraphs.index.role, there) if role)),
            decisions=tuple(unique(entry.decision for entry in entries if entry.decision)),
        )

    def trace(self) -> Iterator[TraceLine]:
        """Yield what became of every step, by party and in the order of its source."""
        for party, shown in self._shown.items():
            for step in self._processes[party].steps:
                entry = self._entries.get((party, step.id))
                if entry is None:
                    continue  # the law of accounting says so
                yield TraceLine(
                    party=shown,
                    step=" ".join(step.name.split()) or self._say.word("element", step.type),
                    element=step.id,
                    role=self._index[party].role(step.id),
                    fate=entry.fate,
                    fate_text=self._say.text(f"fate-word-{entry.fate}"),
                    to=self._cited(entry.to),
                    decision=entry.decision or "",
                    reason=self._reason(entry.decision),
                )

    def attachments(self) -> Iterator[AttachedLine]:
        """Yield what became of everything attached: kind by kind, by party and in the order of its source."""
        fates: dict[tuple[str, str, str], list[Fate]] = defaultdict(list)
        for fate in self._result.carried:
            fates[fate.process, fate.kind, fate.id].append(fate)
        for pending in fates.values():
            pending.reverse()
        for kind in KINDS:
            for party, shown in self._shown.items():
                for value in self._processes[party].attached:
                    pending = fates[party, kind, value.id] if value.kind == kind else []
                    if pending:
                        yield self._attached(shown, value, pending.pop())

    def _attached(self, party: ReportParty, value: AttachedValue, fate: Fate) -> AttachedLine:
        return AttachedLine(
            party=party,
            kind=value.kind,
            kind_text=self._say.word("attached", value.kind),
            id=value.id,
            name=attached_name(value, self._say),
            detail=attached_detail(value, self._say),
            was_on=tuple(unique(self._label(party.id, element) for element in value.on)),
            fate=fate.fate,
            fate_text=self._say.text(f"fate-word-{fate.fate}"),
            to=self._cited(fate.to),
            decision=fate.decision or "",
            reason=self._reason(fate.decision),
        )

    def _label(self, party: str, element_id: str) -> str:
        element = self._index[party].elements.get(element_id)
        if element is None:
            return element_id
        return " ".join(element.name.split()) or self._say.word("element", str(getattr(element, "type", "")))

    def _cited(self, element: str | None) -> Cited | None:
        return None if element is None else self._paragraphs.cited(element)

    def _reason(self, decision: str | None) -> str:
        found = self._decisions.get(decision or "")
        return found.reason if found is not None else ""
