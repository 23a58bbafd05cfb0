"""How rows stand to each other by vote of the organisations: order, either-or, parallel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source

INVERSE = {"<": ">", ">": "<", "x": "x", "|": "|"}
Pair = tuple[int, int]


@dataclass
class Votes:
    """The votes on the rows of one scope. Rows are cited by number, in their order; in a pair the smaller comes first.

    `counts[pair]`: votes for each relation; `drawn[pair]`: what was said strictly, where a branch was read as parallel
    (see `Source.reads_as_parallel`). `ruled`: relations that were decided. `relation[pair]`: what holds (see
    `settle`). `tied`: pairs whose votes were equal. `filled`: pairs on which nobody voted. `shaken`: pairs on which
    only organisations voted for whom a decision moves one of the rows. `ends`: the rows that end the process.
    """

    rows: tuple[str, ...]
    counts: dict[Pair, dict[str, int]] = field(default_factory=dict)
    reference: dict[Pair, dict[str, int]] = field(default_factory=dict)
    drawn: dict[Pair, dict[str, int]] = field(default_factory=dict)
    ruled: dict[Pair, str] = field(default_factory=dict)
    relation: dict[Pair, str] = field(default_factory=dict)
    tied: set[Pair] = field(default_factory=set)
    filled: set[Pair] = field(default_factory=set)
    shaken: set[Pair] = field(default_factory=set)
    ends: frozenset[int] = frozenset()

    def of(self, one: int, other: int) -> Mapping[str, int]:
        """Return the votes for each relation of two rows; those of references only where nobody else voted."""
        pair = (one, other) if one < other else (other, one)
        counts = self.counts.get(pair) or self.reference.get(pair) or {}
        return counts if one < other else {INVERSE[relation]: count for relation, count in counts.items()}

    def between(self, one: int, other: int) -> str:
        """Return the relation that holds between two rows."""
        return self.relation[one, other] if one < other else INVERSE[self.relation[other, one]]

    def unanimous(self, one: int, other: int, strictly: bool = False) -> str | None:
        """Return the relation that all organisations with both rows agree on, where no decision changes that."""
        pair = (one, other) if one < other else (other, one)
        counts = self.counts.get(pair, {})
        if strictly:
            counts = self.drawn.get(pair, counts)
        if len(counts) != 1 or pair in self.ruled or pair in self.shaken:
            return None
        relation = next(iter(counts))
        return relation if one < other else INVERSE[relation]


def count_votes(rows: Sequence[str], common: Rows, sources: Iterable[Source], rulings: Rulings) -> Votes:
    """Return the votes on all pairs of rows. An organisation whose steps stand both ways has none.

    Where a decision puts two rows otherwise than an organisation has them, what it says of these rows and others holds
    half: of the rest of its process nobody knows how it would stand around what is moved.
    """
    ends = frozenset(place for place, row in enumerate(rows) if common.rows[row].role == "end")
    votes = Votes(tuple(rows), ends=ends)
    number = {row: place for place, row in enumerate(rows)}
    strict: dict[Pair, dict[str, int]] = {}
    firm: set[Pair] = set()
    for ruling in rulings.order:
        for first in ruling.first:
            for second in ruling.second:
                _rule(votes, number.get(rulings.row(first)), number.get(rulings.row(second)), ruling.relation)
    for source in sources:
        steps = {
            number[row]: common.rows[row].members[source.id] for row in rows if source.id in common.rows[row].members
        }
        relations = {
            pair: relation
            for pair in combinations(sorted(steps), 2)
            if (relation := source.relation_of(steps[pair[0]], steps[pair[1]])) not in (None, "~")
        }
        moved = _moved(relations, votes.ruled)
        into = votes.reference if source.party.is_reference else votes.counts
        for pair, relation in relations.items():
            one, other = pair
            weight = source.weight or 1
            if moved.isdisjoint(pair):
                firm.add(pair)
            else:
                weight = weight // 2 or 1
            _add(into, pair, _as_it_is_meant(source, steps[one], steps[other], relation), weight)
            _add(strict, pair, relation, weight)
    votes.shaken = set(votes.counts) - firm
    votes.drawn = {
        pair: counts for pair, counts in strict.items() if pair in votes.counts and counts != votes.counts[pair]
    }
    return votes


def _moved(relations: Mapping[Pair, str], ruled: Mapping[Pair, str]) -> set[int]:
    """Return the rows that a decision moves against what an organisation does."""
    return {row for pair, relation in relations.items() if ruled.get(pair, relation) != relation for row in pair}


def _add(into: dict[Pair, dict[str, int]], pair: Pair, relation: str, weight: int) -> None:
    counts = into.setdefault(pair, {})
    counts[relation] = counts.get(relation, 0) + weight


def _as_it_is_meant(source: Source, these: Sequence[str], those: Sequence[str], relation: str) -> str:
    """Return how the steps of two rows stand beside branches that a boundary event opens without interrupting."""
    if _side(source, these, those):
        return "|"
    if relation == "|" and any(source.steps[step].type == "endEvent" for step in (*these, *those)):
        told = source.without_branches(these, those)
        return relation if told in (None, "~") else told
    return relation


def _side(source: Source, these: Iterable[str], those: Iterable[str]) -> bool:
    return any(
        source.reads_as_parallel(one, other) or source.reads_as_parallel(other, one) for one in these for other in those
    )


def _rule(votes: Votes, one: int | None, other: int | None, relation: str) -> None:
    if one is None or other is None or one == other:
        return
    if one < other:
        votes.ruled[one, other] = relation
    else:
        votes.ruled[other, one] = INVERSE[relation]


def winner(counts: Mapping[str, int], forth: bool = True) -> tuple[str, bool]:
    """Return the relation with most votes, and whether it was a tie.

    Ties: order over parallel over exclusive; before against after as `forth` says, which is how the two stand on
    average.
    """
    preferred = ("<", ">", "|", "x") if forth else (">", "<", "|", "x")
    best = max(counts.values())
    leading = [relation for relation in preferred if counts.get(relation) == best]
    return leading[0], len(leading) > 1


def settle(votes: Votes, members: Sequence[int]) -> None:
    """Decide every pair of `members`: what was ruled, else the vote, else what follows from the others.

    Where nobody has both rows, what comes between decides (a before c before b), else how they stand on average, ends
    last: parallel or either-or is never made up.
    """
    missing: list[Pair] = []
    for one, other in combinations(sorted(members), 2):
        pair = (one, other)
        counts = votes.of(one, other)
        if pair in votes.ruled:
            votes.relation[pair] = votes.ruled[pair]
        elif counts:
            votes.relation[pair], tie = winner(counts)
            if tie:
                votes.tied.add(pair)
        else:
            missing.append(pair)
    if missing:
        _fill(votes, sorted(members), missing)


def _fill(votes: Votes, members: Sequence[int], missing: list[Pair]) -> None:
    after = dict.fromkeys(members, 0)
    before = dict.fromkeys(members, 0)

    def note(one: int, other: int) -> None:
        after[one] |= 1 << other
        before[other] |= 1 << one

    for one, other in combinations(members, 2):
        relation = votes.relation.get((one, other))
        if relation == "<":
            note(one, other)
        elif relation == ">":
            note(other, one)
    left = missing
    changed = True
    while changed:
        changed = False
        waiting: list[Pair] = []
        for one, other in left:
            forth, back = after[one] & before[other], after[other] & before[one]
            if bool(forth) != bool(back):
                votes.relation[one, other] = "<" if forth else ">"
                note(*((one, other) if forth else (other, one)))
                changed = True
            else:
                waiting.append((one, other))
        left = waiting
    for one, other in left:
        votes.relation[one, other] = ">" if one in votes.ends and other not in votes.ends else "<"
        votes.filled.add((one, other))
