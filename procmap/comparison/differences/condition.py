"""`condition`: the condition of a branch, or which branches there are.

Decisions that follow the same row, or choose between the same rows, are compared once, by the first of these that
differs: the amounts in their texts, how many questions they ask, what they are about (Dijkman's "different condition"
and "additional condition"), where they lead back to, and whether a party chooses where others go straight on.
R. M. Dijkman, A classification of differences between similar business processes, EDOC 2007.

Passed over, since other classes tell it: ways back (`repeated`), steps that are chosen here and always done there, with
work that follows in all cases (`optional`), a gateway of another kind (`either_or_both`, `parallel_sequential`), a way
to a step that others do not have (`step_missing`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from procmap.alignment import Party, Row
from procmap.comparison.criteria import amounts, another, clauses, subject, wider
from procmap.comparison.differences.aspect import Told, row_told_apart, told_apart
from procmap.comparison.grid import NOTHING, Grid
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Decision, Drawing, Way, groups_of
from procmap.model import Event, unique

MANY = 2
"""Rows on a way from which it is a branch of its own; one row alone is `optional`."""

By = Mapping[str, Sequence[Decision]]
"""The decisions of a group by party."""


def differences(
    grid: Grid, drawings: Mapping[str, Drawing], left_out: Sequence[Difference], position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield a difference for each decision that parties take otherwise.

    `left_out`: the differences of `optional`; `position`: the place of each row.
    """
    decisions = [decision for party in grid.parties for decision in drawings[party.id].decisions()]
    for group in groups_of(decisions):
        by: dict[str, list[Decision]] = defaultdict(list)
        for decision in group:
            by[decision.party].append(decision)
        part = _part(grid, by, drawings)
        if part:
            yield _difference(grid, by, part, position)
            continue
        yield from _branch(grid, by, drawings, left_out, position)
    yield from _events(grid)


def _part(grid: Grid, by: By, drawings: Mapping[str, Drawing]) -> str:
    """Return in what the decisions of a group differ: `amount`, `question`, `questions`, or nothing."""
    texts = {party: [text for one in found for text in one.texts] for party, found in by.items()}
    counted = [found for found in (amounts(of_party) for of_party in texts.values()) if found]
    if len(set(counted)) > 1:
        return "amount"
    if _asked_apart(by):
        return "questions"
    if _about_other_things(grid, texts):
        return "question"
    return "back" if _back_elsewhere(grid, by, drawings) else ""


def _about_other_things(grid: Grid, texts: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether texts of two parties are about different things, or one adds a condition to that of the other."""
    spoken = {party: grid.spoken(party) for party in texts}
    subjects = {party: subject(found, spoken[party]) for party, found in texts.items()}
    if any(
        another(subjects[one], subjects[other], same_language=spoken[one] == spoken[other])
        for one, other in combinations(texts, 2)
    ):
        return True
    return any(
        wider(clauses(texts[one], spoken[one]), subjects[other])
        for one in texts
        for other in texts
        if one != other and spoken[one] == spoken[other]
    )


def _asked_apart(by: By) -> bool:
    """Tell whether rows are chosen by one decision here, and by several there."""
    onward = {party: [set(one.onward) for one in found] for party, found in by.items()}
    for party, of_one in onward.items():
        for other, of_other in onward.items():
            shared = set().union(*of_one) & set().union(*of_other)
            if (
                party != other
                and any(len(rows & shared) >= MANY for rows in of_one)
                and len(of_one) == 1
                and len([rows for rows in of_other if rows & shared]) > 1
            ):
                return True
    return False


def _back_elsewhere(grid: Grid, by: By, drawings: Mapping[str, Drawing]) -> bool:
    """Tell whether the ways back lead to other rows, of which a party that does not go there has one.

    A way over work of its own that comes back is a way back too, and one to a part leads to its whole.
    """
    back = {
        party: {row for one in found for way in _ways_back(one, drawings[party]) for row in way.rows}
        for party, found in by.items()
    }
    within = grid.parts.within
    having = {party.id: party for party in grid.parties}
    return any(
        back[one]
        and back[other]
        and not back[one] & {within.get((row, one), row) for row in back[other]}
        and not back[other] & {within.get((row, other), row) for row in back[one]}
        and any(grid.steps(grid.row[row], having[one]) for row in back[other])
        for one in back
        for other in back
    )


def _ways_back(decision: Decision, drawing: Drawing) -> list[Way]:
    """Return the ways that lead back, and those that come back without meeting another way before."""
    ahead = {way.flow: drawing.ahead(way) for way in decision.ways if not way.back}
    return [
        way
        for way in decision.ways
        if way.back
        or (
            ahead[way.flow][1]
            and not any(ahead[way.flow][0] & rows for flow, (rows, _) in ahead.items() if flow != way.flow)
        )
    ]


def _difference(grid: Grid, by: By, part: str, position: Mapping[str, int]) -> Difference:
    rows = unique(row for found in by.values() for one in found for row in (*one.before, *one.chosen))
    shown = {party: Told(_key(grid, found, part), _shown(found)) for party, found in by.items()}
    about = unique(row for found in by.values() for one in found for row in one.before)
    return told_apart(
        grid,
        "condition",
        part,
        rows=sorted(rows, key=position.__getitem__),
        told=shown,
        elements=_elements(by),
        params={"labels": grid.quoted(sorted(about, key=position.__getitem__))},
    )


def _key(grid: Grid, found: Sequence[Decision], part: str) -> object:
    texts = [text for one in found for text in one.texts]
    if part == "amount":
        return amounts(texts)
    if part == "questions":
        return len(found)
    if part == "back":
        return frozenset(row for one in found for way in one.ways if way.back for row in way.rows)
    return frozenset(token.stem for token in subject(texts, grid.language))


def _shown(found: Sequence[Decision]) -> str:
    return "; ".join(
        f"{one.question} ({ways})" if one.question and ways else one.question or ways
        for one in found
        for ways in [" / ".join(way.text for way in one.ways if way.text)]
    )


def _elements(by: By) -> tuple[Place, ...]:
    return tuple(
        Place(process=party, id=element)
        for party, found in by.items()
        for one in found
        for element in (one.node, *(way.flow for way in one.ways))
    )


def _branch(
    grid: Grid,
    by: By,
    drawings: Mapping[str, Drawing],
    left_out: Sequence[Difference],
    position: Mapping[str, int],
) -> Iterator[Difference]:
    """Yield a difference where a way of several rows is chosen here, and always taken there."""
    told = {
        (party, row)
        for one in left_out
        if any(one.values[decides] == "sometimes" for decides in by)
        for party, side in one.values.items()
        if side == "always"
        for row in one.rows
    }
    skipped = {
        party.id: {row for row in _skipped(grid, by, drawings, party) if (party.id, row) not in told}
        for party in grid.parties
        if party.id not in by
    }
    missing = [party for party, rows in skipped.items() if len(rows) >= MANY]
    if not missing:
        return
    rows = sorted({row for party in missing for row in skipped[party]}, key=position.__getitem__)
    before = unique(row for found in by.values() for one in found for row in one.before)
    choosing = {party: Told("choice", _shown(found) or NOTHING) for party, found in by.items()}
    yield told_apart(
        grid,
        "condition",
        "branch",
        rows=sorted({*before, *rows}, key=position.__getitem__),
        told=choosing | {party: Told("always", None) for party in missing},
        elements=_elements(by),
        params={
            "labels": grid.quoted(rows),
            "before": grid.quoted(sorted(before, key=position.__getitem__)),
            "having": ", ".join(party for party in by),
            "missing": ", ".join(missing),
        },
    )


def _skipped(grid: Grid, by: By, drawings: Mapping[str, Drawing], party: Party) -> set[str]:
    """Return the rows that are on one way of a decision of others and always follow at a party that does not decide.

    Rows of two ways that are all done there are either or both here: another class. So is a way out that the party has
    nothing of (`trigger`, `step_missing`).
    """
    skipped: set[str] = set()
    for decision in (one for found in by.values() for one in found):
        always = _always(drawings[party.id], decision.before, grid, party)
        ways = _onward(decision, drawings[decision.party])
        shared = frozenset.intersection(*ways) if ways else frozenset()
        followed = [rows for rows in ways if (rows - shared) & always]
        others = {row for rows in ways if rows not in followed for row in rows}
        if len(followed) == 1 and any(grid.steps(grid.row[row], party) for row in others):
            skipped |= (followed[0] - shared) & always
    return skipped


def _always(drawing: Drawing, before: Sequence[str], grid: Grid, party: Party) -> set[str]:
    rows = [row for row in before if grid.steps(grid.row[row], party)]
    return {found for row in rows for found in drawing.always(row)}


def _onward(decision: Decision, drawing: Drawing) -> list[frozenset[str]]:
    """Return the rows on each way onward; a way that comes back to the decision is none of these."""
    ahead = [drawing.ahead(way) for way in decision.ways if not way.back]
    return [
        rows
        for place, (rows, turns) in enumerate(ahead)
        if not turns or any(rows & other for at, (other, _) in enumerate(ahead) if at != place)
    ]


def _events(grid: Grid) -> Iterator[Difference]:
    """Yield a difference for each row whose events wait for conditions about other things."""
    for row in grid.rows:
        texts = {party.id: _waited(grid, row, party) for party in grid.having(row)}
        told = {
            party: Told(frozenset(token.stem for token in subject(found, grid.language)), "; ".join(found))
            for party, found in texts.items()
            if found
        }
        waited = {party: found for party, found in texts.items() if found}
        if _about_other_things(grid, waited) or len({amounts(found) for found in waited.values()}) > 1:
            yield row_told_apart(grid, "condition", "event", row, told)


def _waited(grid: Grid, row: Row, party: Party) -> list[str]:
    events = (step for step in grid.steps(row, party) if isinstance(step, Event))
    return [
        trigger.condition or event.name
        for event in events
        for trigger in event.triggers
        if trigger.type == "conditional" and (trigger.condition or event.name)
    ]
