"""The rows of a service as they are put together: how sure each is, who said so, and which are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from procmap.alignment import Doubt, Member, Party, Row
from procmap.comparison.grid import Grid
from procmap.drawing.palette import letter
from procmap.messages import Translator
from procmap.reports.cards import Links, evidence
from procmap.reports.values import ReportEvidence
from procmap.workspace import Derived
from procmap.workspace.members import Members

Sure = Literal["sure", "likely", "unsure"]
RowState = Literal["confirmed", "proposed", "conflict"]

SURE = 0.9
"""So sure is what docs/alignment.md calls certain: of ten rows, nine or more are right."""
LIKELY = 0.75
_CONTRADICTION = "confirmations-contradict"
_CONFIRMED = "confirmed"


def how_sure(confidence: float) -> Sure:
    """Return a confidence (0 to 1) as one of three words."""
    return "sure" if confidence >= SURE else "likely" if confidence >= LIKELY else "unsure"


@dataclass(frozen=True)
class AlignedRow:
    """A row: its number in the comparison, how sure it is, its state, the ids of the parties that have it.

    `by_themselves` are steps that joined what people had put together, without anybody saying so.
    """

    row: Row
    number: int
    sure: Sure
    state: RowState
    parties: tuple[str, ...]
    by_themselves: frozenset[Member]

    @property
    def place(self) -> str:
        """What the row is found again by when its steps change: its first step."""
        return key_of(self.row.steps[0])


@dataclass(frozen=True)
class RowChoice:
    """Which rows are asked for: `has` is the id of a party that must have the row, `alone` of the only one with it."""

    unsure: bool = False
    unconfirmed: bool = False
    has: str = ""
    alone: str = ""


class AlignedRows:
    """The rows of a service in the order of its comparison. Raises BadInput while there are fewer than two parties."""

    def __init__(self, derived: Derived) -> None:
        comparison = derived.comparison
        self.key = derived.key
        self.alignment = comparison.alignment
        self.grid = Grid(derived.parties, comparison.alignment)
        self.members = Members(derived.parties)
        self._links = Links(self.grid)
        self.doubts: tuple[Doubt, ...] = comparison.alignment.doubts
        contradicted = {each for doubt in self.doubts if doubt.finding.code == _CONTRADICTION for each in doubt.steps}
        said = {
            member
            for link in self.alignment.links
            if link.relation == "same" and any(why.code == _CONFIRMED for why in link.why)
            for member in (link.a, link.b)
        }
        self.rows = tuple(
            self._row(self.grid.row[row.id], row.number, contradicted, said) for row in comparison.matrix.rows
        )

    def _row(self, row: Row, number: int, contradicted: set[Member], said: set[Member]) -> AlignedRow:
        steps = frozenset(row.steps)
        state: RowState = "conflict" if steps & contradicted else "confirmed" if row.confidence == 1 else "proposed"
        return AlignedRow(
            row=row,
            number=number,
            sure=how_sure(row.confidence),
            state=state,
            parties=tuple(party.id for party in self.grid.having(row)),
            by_themselves=steps - said if steps & said else frozenset(),
        )

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, in the order of their letters."""
        return self.grid.parties

    @property
    def letters(self) -> Mapping[str, str]:
        """What the parties are called in pictures, by their ids."""
        return {party.id: letter(place, len(self.parties)) for place, party in enumerate(self.parties)}

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Member, AlignedRow]]:
        return {key_of(member): (member, one) for one in self.rows for member in one.row.steps}

    @cached_property
    def together(self) -> Mapping[Member, frozenset[Member]]:
        """The steps that stand together with each step, itself among them."""
        rows = ((one, frozenset(one.row.steps)) for one in self.rows)
        return {member: steps for one, steps in rows for member in one.row.steps}

    def step(self, key: str) -> Member | None:
        """Return the step with a key."""
        return self._by_key[key][0] if key in self._by_key else None

    def row_with(self, key: str) -> AlignedRow | None:
        """Return the row that the step with a key stands in."""
        return self._by_key[key][1] if key in self._by_key else None

    def row(self, row_id: str) -> AlignedRow | None:
        """Return a row by its id, which it has only while its steps are the same."""
        return next((one for one in self.rows if one.row.id == row_id), None)

    def aimed_at(self, row_id: str, beside: Iterable[str]) -> AlignedRow | None:
        """Return a row by its id, else the one that the first known of these steps (by key) stands in now."""
        found = (self.row_with(key) for key in beside)
        return self.row(row_id) or next((one for one in found if one is not None), None)

    def label(self, member: Member, say: Translator) -> str:
        """Return what a step is called: its name, else what kind of element it is."""
        step = self.grid.step(member)
        return " ".join(step.name.split()) or say.word("element", step.type)

    def roles(self, member: Member) -> str:
        """Return who does a step."""
        return " / ".join(self.grid.facts[member.process].roles(self.grid.step(member)))

    def title(self, one: AlignedRow, say: Translator) -> str:
        """Return what a row is called."""
        return one.row.label or ", ".join(
            sorted({say.word("element", self.grid.step(member).type) for member in one.row.steps})
        )

    def evidence(self, one: AlignedRow, say: Translator) -> tuple[ReportEvidence, ...]:
        """Return why the steps of a row belong together, in words."""
        return tuple(evidence(self.grid, self._links.of_row(one.row), self.letters, say))

    def to_confirm(self) -> tuple[Row, ...]:
        """Return the rows that are sure and that nobody has confirmed."""
        return tuple(one.row for one in self.rows if one.state == "proposed" and one.sure == "sure")

    def chosen(self, choice: RowChoice) -> tuple[AlignedRow, ...]:
        """Return the rows that are asked for."""
        return tuple(one for one in self.rows if _is_asked_for(one, choice))


def changed_by_themselves(before: AlignedRows, after: AlignedRows, moved: Iterable[Member]) -> tuple[Member, ...]:
    """Return the steps that stand together with others than before, but for those that people have moved.

    They are in the order of the rows. What people say of some steps may let others find new counterparts.
    """
    known, was = set(moved), before.together
    return tuple(
        member
        for one in after.rows
        for member in one.row.steps
        if member not in known and was.get(member) != frozenset(one.row.steps)
    )


def key_of(member: Member) -> str:
    """Return what a step is called on the board and in the address; no two steps of a service have the same."""
    return f"{len(member.process)}:{member.process}:{member.step}"


def doubts_of(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return doubts with those first that people have to settle."""
    return tuple(sorted(found, key=lambda doubt: doubt.finding.code != _CONTRADICTION))


def is_contradiction(doubt: Doubt) -> bool:
    """Tell whether a doubt says that what people said contradicts itself."""
    return doubt.finding.code == _CONTRADICTION


def _is_asked_for(one: AlignedRow, choice: RowChoice) -> bool:
    is_unsure = one.state == "conflict" or (one.state == "proposed" and one.sure == "unsure")
    return (
        (is_unsure or not choice.unsure)
        and (one.state != "confirmed" or not choice.unconfirmed)
        and (not choice.has or choice.has in one.parties)
        and (not choice.alone or one.parties == (choice.alone,))
    )
