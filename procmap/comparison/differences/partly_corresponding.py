"""`partly_corresponding`: the content overlaps, and neither contains the other.

Told are: several steps of one row that are cut differently; a step that is part of two steps of another party, or two
that are part of each other; a wait for an answer here and for
a time there; a boundary event that ends the work here and leaves it going there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from procmap.alignment import Member, Party, Row
from procmap.comparison.criteria import related, subject
from procmap.comparison.differences.aspect import Told, told_apart
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.language import Language, label_key
from procmap.language.lexicon import core
from procmap.language.said import Token, said
from procmap.model import Activity, Event, Step, unique

_STRICT = ("message", True)
"""What holds the work up: waiting for an answer, ending the work. Those who do so are named first."""


def differences(grid: Grid, position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield a difference for each group of rows that overlap."""
    for row in grid.rows:
        for part, told in (("waits", _waits(grid, row)), ("interrupts", _interrupts(grid, row))):
            if len({one.key for one in told.values()}) > 1:
                yield _of_row(grid, row, part, told)
        if has_other_content(grid, row):
            names = {party.id: _names(grid.steps(row, party)) for party in grid.having(row)}
            yield _of_row(grid, row, "content", {party: Told(name, name) for party, name in names.items()})
        if cut_otherwise(grid, row):
            names = {party.id: _names(grid.steps(row, party)) for party in grid.having(row)}
            yield _of_row(grid, row, "cut", {party: Told(name, name) for party, name in names.items()})
    for rows in _overlaps(grid):
        yield _of_rows(grid, sorted(rows, key=position.__getitem__))


def waits_otherwise(grid: Grid, row: Row) -> bool:
    """Tell whether one party waits for an answer in a row, and another for a time."""
    return len({one.key for one in _waits(grid, row).values()}) > 1


def _waits(grid: Grid, row: Row) -> dict[str, Told]:
    """Return what each party waits for in a row: `message` or `timer`; whoever does something else is not in it."""
    told = {}
    for party in grid.having(row):
        kinds = {_awaited(step) for step in grid.steps(row, party)}
        if len(kinds) == 1 and "" not in kinds:
            told[party.id] = Told(kinds.pop(), _names(grid.steps(row, party)))
    return told


def _awaited(step: Step) -> str:
    if isinstance(step, Activity):
        return "message" if step.type == "receiveTask" else ""
    kinds = {trigger.type for trigger in step.triggers}
    return next(iter(kinds)) if step.type == "intermediateCatchEvent" and kinds in ({"message"}, {"timer"}) else ""


def _interrupts(grid: Grid, row: Row) -> dict[str, Told]:
    told = {}
    for party in grid.having(row):
        steps = grid.steps(row, party)
        ends = {step.interrupting for step in steps if isinstance(step, Event) and step.type == "boundaryEvent"}
        if len(ends) == 1:
            told[party.id] = Told(ends.pop(), _names(steps))
    return told


def cut_otherwise(grid: Grid, row: Row) -> bool:
    """Tell whether two parties have several steps each in a row, cut differently: by number or by words."""
    keys = {
        party.id: frozenset(label_key(step.name, grid.language) for step in grid.steps(row, party))
        for party in grid.having(row)
    }
    several = [found for found in keys.values() if len(found) > 1]
    return any(one != other and (len(one) != len(other) or not one & other) for one, other in combinations(several, 2))


def has_other_content(grid: Grid, row: Row) -> bool:
    """Tell whether steps that people put in one row have nothing in common but their place.

    Something else comes out of each, it is another action, and about another thing. That is told once, and their words
    and documents are not compared.
    """
    steps = [(party, grid.steps(row, party)) for party in grid.having(row)]
    if len(steps) < 2 or not all(isinstance(step, Activity) for _, found in steps for step in found):
        return False
    out: list[frozenset[int]] = []
    for party, found in steps:
        names = (name for step in found for name in grid.facts[party.id].documents_out(step))
        numbers = grid.same_names("document", party, names)
        if not numbers or any(numbers & other for other in out):
            return False
        out.append(numbers)
    words = [[(step.name, grid.spoken(party.id)) for step in found] for party, found in steps]
    return all(_unrelated(one, other) for one, other in combinations(words, 2))


def _unrelated(one: list[tuple[str, Language]], other: list[tuple[str, Language]]) -> bool:
    """Tell whether labels, each with its language, have no action and no subject in common."""
    actions = [
        {action for text, language in each for action in said(text, language, core()).actions} for each in (one, other)
    ]
    subjects = [
        frozenset[Token]().union(*(subject([text], language) for text, language in each)) for each in (one, other)
    ]
    return actions[0].isdisjoint(actions[1]) and all(subjects) and not related(*subjects)


def overlapping(grid: Grid) -> list[tuple[Member, Member]]:
    """Return parts and wholes, of steps that are part of each other, or of two steps of one party.

    Part of two, one of which lies in the other (a sub-process), is part of one.
    """
    by_part: dict[tuple[Member, str], list[Member]] = defaultdict(list)
    parts = parts_of(grid)
    for part, whole in parts:
        by_part[part, whole.process].append(whole)
    known = set(parts)
    found = [(part, whole) for part, whole in parts if (whole, part) in known]
    for (part, _), wholes in by_part.items():
        around = {grid.step(whole).parent for whole in wholes}
        apart = unique(whole for whole in wholes if whole.step not in around)
        if len(apart) > 1:
            found += [(part, whole) for whole in apart]
    return unique(found)


def parts_of(grid: Grid) -> list[tuple[Member, Member]]:
    """Return the steps that are part of steps of other parties, each with the whole."""
    return [(link.a, link.b) for link in grid.links if link.relation == "part_of"]


def _row(grid: Grid, member: Member) -> str:
    return grid.row_of[member.process, member.step].id


def _overlaps(grid: Grid) -> list[list[str]]:
    """Return the rows of links that overlap, those that hang together as one."""
    made: list[set[str]] = []
    for part, whole in overlapping(grid):
        rows = {_row(grid, part), _row(grid, whole)}
        touching = [other for other in made if other & rows]
        made = [*(other for other in made if not other & rows), rows.union(*touching)]
    return [sorted(rows) for rows in made]


def _names(steps: tuple[Step, ...]) -> str:
    return joined(step.name for step in steps if step.name.strip())


def _of_row(grid: Grid, row: Row, part: str, told: Mapping[str, Told]) -> Difference:
    return told_apart(
        grid,
        "partly_corresponding",
        part,
        rows=[row.id],
        told=told,
        elements=_elements(grid, [row], [party for party in grid.parties if party.id in told]),
        params={
            "label": grid.title(row),
            "having": ", ".join(party for party, one in told.items() if one.key in _STRICT),
            "missing": ", ".join(party for party, one in told.items() if one.key not in _STRICT),
        },
    )


def _of_rows(grid: Grid, rows: list[str]) -> Difference:
    found = [grid.row[row] for row in rows]
    parties = [party for party in grid.parties if any(grid.steps(row, party) for row in found)]
    names = {
        party.id: joined(_names(grid.steps(row, party)) for row in found if grid.steps(row, party)) for party in parties
    }
    return told_apart(
        grid,
        "partly_corresponding",
        "overlap",
        rows=rows,
        told={party: Told(name, name) for party, name in names.items()},
        elements=_elements(grid, found, parties),
        params={"labels": grid.quoted(row.id for row in found)},
    )


def _elements(grid: Grid, rows: list[Row], parties: list[Party]) -> tuple[Place, ...]:
    return tuple(
        Place(process=party.id, id=step.id) for row in rows for party in parties for step in grid.steps(row, party)
    )
