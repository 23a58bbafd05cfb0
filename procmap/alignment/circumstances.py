"""What is told of steps besides their labels: the law they rest on, documents, systems, what is recorded, risks.

Where two parties tell such things of two steps and they agree, the steps are probably the same, however they are
called; where they disagree, that speaks against it. Where one tells nothing, nothing is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

from procmap.alignment.evidence import PlacedStep
from procmap.alignment.facts import Facts
from procmap.alignment.likeness import Likeness, label_of_text
from procmap.alignment.near_words import SHARED_WORD
from procmap.alignment.tables import both_ways
from procmap.language import Language, Lexicon
from procmap.language.law_names import law_key
from procmap.model import Index, RecordRule, Risk, Step, unique


class Worth(NamedTuple):
    """What is added for things that agree wholly, and what is taken off before, since both tell of them."""

    added: float
    taken: float


LAW = Worth(0.35, 0.07)
WORTH = {
    "documents_in": Worth(0.14, 0.1),
    "documents_out": Worth(0.22, 0.07),
    "systems": Worth(0.2, 0.04),
    "recorded": Worth(0.2, 0.0),
    "risks": Worth(0.2, 0.05),
}
"""What each thing is worth beside label, neighbours and place, which are worth 1 together: from a logistic regression
over all pairs of the golden cases that equal words do not tell (each case was judged by the others). Roles told
nothing there: who does a step is what organisations differ in."""
AGREES = 0.8
"""How alike names are that are told as what two steps have in common."""


@dataclass(frozen=True)
class Told:
    """What a process tells of one step: citations of law, and the names of the rest."""

    laws: tuple[str, ...] = ()
    documents_in: tuple[str, ...] = ()
    documents_out: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    recorded: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Side:
    """What a party tells of its steps, by their numbers, and its language."""

    told: Mapping[int, Told]
    language: Language


def side_of(steps: Mapping[int, PlacedStep]) -> Side:
    """Return what is told of steps of one party (one at least), by their numbers; those without are left out."""
    first = next(iter(steps.values()))
    process = first.party.process
    facts, index = Facts(process), Index(process)
    told = {number: _told(placed.step, facts, index) for number, placed in steps.items()}
    return Side({number: one for number, one in told.items() if one != Told()}, first.language)


def _told(step: Step, facts: Facts, index: Index) -> Told:
    attached = index.attached_to(step.id)
    deadline = step.details.deadline
    return Told(
        laws=_names((*step.details.legal_basis, deadline.legal_basis if deadline else "")),
        documents_in=facts.documents_in(step),
        documents_out=facts.documents_out(step),
        systems=facts.systems(step),
        recorded=_names(value.document_type for value in attached if isinstance(value, RecordRule)),
        risks=_names(value.name for value in attached if isinstance(value, Risk)),
    )


def _names(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(unique(text for text in texts if text))


class Circumstances:
    """How far what two parties tell of their steps agrees."""

    def __init__(self, one: Side, other: Side, lexicon: Lexicon) -> None:
        self._told = {**one.told, **other.told}
        self._language = {number: side.language for side in (one, other) for number in side.told}
        self._laws = {
            number: {law_key(law, self._language[number]): law for law in told.laws}
            for number, told in self._told.items()
        }
        self._cited = Counter(law for laws in self._laws.values() for law in laws)
        texts = {
            (name, self._language[number])
            for number, told in self._told.items()
            for field in fields(Told)
            if field.name != "laws"
            for name in getattr(told, field.name)
        }
        self._names = {text: number for number, text in enumerate(sorted(texts))}
        labels = {number: label_of_text(*text, lexicon) for text, number in self._names.items()}
        self._likeness = Likeness(labels, lexicon)

    def agree(self, one: int, other: int) -> float:
        """Return what is to be added to how alike two steps are; below 0 where what is told of them disagrees."""
        first, second = self._told.get(one), self._told.get(other)
        if first is None or second is None:
            return 0.0
        added = LAW.added * self._same_laws(one, other) - LAW.taken if first.laws and second.laws else 0.0
        for field, worth in WORTH.items():
            mine, theirs = getattr(first, field), getattr(second, field)
            if mine and theirs:
                added += worth.added * both_ways(self._table(one, mine, other, theirs)) - worth.taken
        return added

    def have_one_result(self, one: int, other: int) -> bool:
        """Tell whether two steps rest on the same law and the same document comes out of both."""
        first, second = self._told.get(one), self._told.get(other)
        if first is None or second is None or not (first.documents_out and second.documents_out):
            return False
        table = self._table(one, first.documents_out, other, second.documents_out)
        return not self._laws[one].keys().isdisjoint(self._laws[other]) and max(map(max, table)) >= AGREES

    def document_in_both(self, one: int, other: int) -> str:
        """Return which of the documents that go into the first step goes into the second too; empty where none does."""
        first, second = self._told.get(one), self._told.get(other)
        if first is None or second is None or not (first.documents_in and second.documents_in):
            return ""
        rows = self._table(one, first.documents_in, other, second.documents_in)
        best, name = max((max(row), name) for row, name in zip(rows, first.documents_in, strict=True))
        return name if best >= SHARED_WORD else ""

    def shared(self, one: int, other: int) -> tuple[str, ...]:
        """Return what two steps have in common, in the words of the first: laws, then names."""
        first, second = self._told.get(one), self._told.get(other)
        if first is None or second is None:
            return ()
        found = [law for key, law in self._laws[one].items() if key in self._laws[other]]
        for field in WORTH:
            mine, theirs = getattr(first, field), getattr(second, field)
            table = self._table(one, mine, other, theirs) if mine and theirs else []
            found += [name for name, row in zip(mine, table, strict=False) if max(row) >= AGREES]
        return tuple(unique(found))

    def _same_laws(self, one: int, other: int) -> float:
        """Return how much of the law that either cites both cite; what is cited at many steps counts less."""
        first, second = self._laws[one].keys(), self._laws[other].keys()
        weight = {law: 1 / self._cited[law] for law in sorted(first | second)}
        return sum(weight[law] for law in sorted(first & second)) / sum(weight.values())

    def _table(self, one: int, mine: Sequence[str], other: int, theirs: Sequence[str]) -> list[list[float]]:
        ones = [self._names[name, self._language[one]] for name in mine]
        others = [self._names[name, self._language[other]] for name in theirs]
        return [[self._likeness.alike(name, its) for its in others] for name in ones]
