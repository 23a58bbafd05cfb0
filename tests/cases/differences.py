"""Which differences that procmap tells answer which differences of a gold (the rule is in docs/cases.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from procmap.comparison import Comparison
from procmap.messages import translator
from procmap.reports.telling import difference_finding
from tests.cases.gold import Case, Step

NEIGHBOURS = (
    frozenset({"order", "earlier_later"}),
    frozenset({"split_merged", "partly_corresponding"}),
    frozenset({"split_merged", "step_missing"}),
)
"""Codes between which good people could choose for one phenomenon."""
BETWEEN_ROWS = frozenset({"order", "earlier_later", "parallel_sequential", "either_or_both"})
"""Codes that tell how rows stand to each other."""

WORK_TIME = "work_time"
"""The work time of a step, which procmap tells as `deadline`: it answers no deadline, timer or lead time of a gold."""


@dataclass(frozen=True)
class Entry:
    """A difference, as procmap or a gold tells it.

    `rows` are the steps of each row it is about, `elements` what it cites, `having` the organisations with a value
    that is not null.
    """

    id: str
    code: str
    rows: tuple[frozenset[Step], ...]
    elements: frozenset[Step]
    having: frozenset[str]
    severity: str
    sentence: str

    def is_near(self, other: Entry) -> bool:
        """Tell whether the codes are equal or neighbours, and the entries about the same steps or elements.

        One row in common is enough, with two exceptions. What tells how rows stand to each other is about two of the
        same rows; but where the gold says of one row alone that it stands elsewhere, it must be the one that is moved,
        which is told first. Entries of neighbouring codes share two rows: what is a step here and part of another there
        is about both.
        """
        if self.code != other.code and not any({self.code, other.code} <= codes for codes in NEIGHBOURS):
            return False
        cited = other.elements.union(*other.rows)
        shared = sum(bool(row & cited) for row in self.rows)
        if self.code in BETWEEN_ROWS and len(self.rows) == 1:
            return bool(self.rows[0] & other.rows[0])
        if self.code != other.code or self.code in BETWEEN_ROWS:
            return shared > 1
        return shared > 0 or bool(self.elements & other.elements)

    def of_these(self, told: Entry) -> frozenset[str]:
        """Return the organisations that a told entry says something of, as far as it is about the rows of this one.

        What recurs is told once for several rows, with what an organisation says of any of them. Who has none of the
        rows of this entry is told of the others.
        """
        cited = self.elements.union(*self.rows)
        if self.code in BETWEEN_ROWS or all(row & cited for row in told.rows):
            return told.having
        return told.having & {who for who, _ in cited}

    def agrees(self, having: frozenset[str]) -> bool:
        """Tell whether `having` can be said of the same difference as this entry of a gold.

        The same organisations have something; or two at least of these have, and nothing is told of the others. Of how
        rows stand to each other more organisations can be told than the gold names: each of them stands on a side.
        """
        if self.code in BETWEEN_ROWS and having > self.having:
            return True
        return having == self.having or (len(having) > 1 and having < self.having)


@dataclass(frozen=True)
class Scored:
    """Differences that were told, those of the gold, and which answer which (by their places)."""

    told: tuple[Entry, ...]
    gold: tuple[Entry, ...]
    answers: frozenset[tuple[int, int]]

    @cached_property
    def wrong(self) -> tuple[Entry, ...]:
        """What is told and answers nothing in the gold."""
        right = {number for number, _ in self.answers}
        return tuple(entry for number, entry in enumerate(self.told) if number not in right)

    @cached_property
    def missed(self) -> tuple[Entry, ...]:
        """What stands in the gold and is not told."""
        found = {number for _, number in self.answers}
        return tuple(entry for number, entry in enumerate(self.gold) if number not in found)

    def precision(self, code: str | None = None) -> float:
        """Return the share of what is told (with a code) that answers something in the gold; 1 where nothing is."""
        return _share(self.told, self.wrong, code)

    def recall(self, code: str | None = None) -> float:
        """Return the share of the gold (with a code) that is told; 1 where the gold has nothing."""
        return _share(self.gold, self.missed, code)


def _share(entries: Sequence[Entry], without: Sequence[Entry], code: str | None) -> float:
    of_code = Counter(code is None or entry.code == code for entry in entries)[True]
    return 1 - Counter(code is None or entry.code == code for entry in without)[True] / of_code if of_code else 1.0


def score(case: Case, comparison: Comparison) -> Scored:
    """Return how the differences of a comparison agree with those of a case's gold."""
    told, gold = _told(comparison), _gold(case)
    steps = frozenset(step for row in case.rows.values() for step in row)
    answers = {
        (place, number)
        for number, wanted in enumerate(gold)
        for place, entry in enumerate(told)
        if wanted.is_near(entry) and wanted.agrees(wanted.of_these(entry))
    }
    for number, wanted in enumerate(gold):
        if len(wanted.rows) > 1:
            answers |= {(place, number) for place in _together(told, wanted)}
        answers |= {(place, number) for place in _by_values(told, wanted, steps)}
    return Scored(told, gold, frozenset(answers))


def _together(told: Sequence[Entry], wanted: Entry) -> list[int]:
    """Return the entries that together, row by row, tell what the gold tells of several rows at once."""
    parts = [n for n, entry in enumerate(told) if wanted.is_near(entry) and entry.having < wanted.having]
    having = frozenset[str]().union(*(told[place].having for place in parts))
    return parts if wanted.agrees(having) else []


def _by_values(told: Sequence[Entry], wanted: Entry, steps: frozenset[Step]) -> list[int]:
    """Return the entries that cite the attached values of a gold entry, where they cite some of each that has any.

    A told entry is about all values at a row, and a gold one perhaps about one of them, or about one at several rows.
    """
    values = wanted.elements - steps
    if {who for who, _ in values} != wanted.having:
        return []
    near = [place for place, entry in enumerate(told) if wanted.is_near(entry) and values & entry.elements]
    cited = frozenset[Step]().union(*(told[place].elements for place in near)) & values
    return near if {who for who, _ in cited} == wanted.having else []


def _told(comparison: Comparison) -> tuple[Entry, ...]:
    say = translator("en")
    rows = {row.id: frozenset((m.process, m.step) for m in row.steps) for row in comparison.alignment.rows}
    return tuple(
        Entry(
            id=str(number),
            code=WORK_TIME if difference.params.get("part") == "work-time" else difference.code,
            rows=tuple(rows[row] for row in difference.rows),
            elements=frozenset((place.process, place.id) for place in difference.elements),
            having=frozenset(party for party, value in difference.values.items() if value is not None),
            severity=difference.severity,
            sentence=say.sentence(difference_finding(difference, say)),
        )
        for number, difference in enumerate(comparison.differences, start=1)
    )


def _gold(case: Case) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            id=entry["id"],
            code=entry["code"],
            rows=tuple(case.rows[row] for row in entry["rows"]),
            elements=frozenset((who, element) for who, elements in entry["elements"].items() for element in elements),
            having=frozenset(who for who, value in entry["values"].items() if value is not None),
            severity=entry["severity"],
            sentence=entry["sentence"],
        )
        for entry in case.load("differences.json")["differences"]
    )
