"""`trigger`: what starts or ends the process.

Told are starts that others do not have, or that wait for something else (Dijkman's "different start condition" and
"additional start condition"); the channel that cases come in by; and ends of their own behind a step that others have
too. R. M. Dijkman, A classification of differences between similar business processes, EDOC 2007.

An event without a name says nothing, but for what it waits for; a start without a trigger says nothing against one that
waits for a message. An end that hangs on a step that others do not have goes with that step (`step_missing`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Told, told_apart
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Drawing
from procmap.language import normalise
from procmap.language.answers import JOINING
from procmap.language.lexicon import core
from procmap.language.said import said
from procmap.model import Event, Step, unique

_RECEIVE = "receive"
MANY = 3
"""Parties from which on it can be said that no two do the same."""
ONWARD = "\u2192"
"""Stands before what a party goes on with where others end, and between the last work and the end."""
_PARTS = re.compile(rf"[,;/]|\b(?:{'|'.join(sorted(JOINING))})\b", re.IGNORECASE)


class _Edges:
    """The start events (or end events) of all parties, those inside sub-processes left aside."""

    def __init__(self, grid: Grid, kind: str) -> None:
        self.events = {
            party.id: [
                step
                for step in party.process.steps
                if isinstance(step, Event) and step.type == kind and step.parent is None
            ]
            for party in grid.parties
        }
        self.in_row: dict[tuple[str, str], list[Event]] = defaultdict(list)
        self.named: dict[str, set[str]] = {party: set() for party in self.events}
        for party, events in self.events.items():
            for event in events:
                row = grid.row_of[party, event.id].id
                self.in_row[row, party].append(event)
                if event.name.strip():
                    self.named[party].add(row)
        self.rows = {row for rows in self.named.values() for row in rows}

    @property
    def silent(self) -> list[str]:
        """The parties that have such events, and none with a name."""
        return [party for party, events in self.events.items() if events and not self.named[party]]


def covered(grid: Grid, drawings: Mapping[str, Drawing]) -> set[tuple[str, str]]:
    """Return the rows (by id) and parties that lack them of which this class tells, or of which nothing can be said."""
    starts, ends = _Edges(grid, "startEvent"), _Edges(grid, "endEvent")
    found = {(row, party) for edges in (starts, ends) for row in edges.rows for party in edges.silent}
    told = [*_unshared_starts(grid, starts), *(row for rows, _ in _ends(grid, drawings, ends) for row in rows)]
    return found | {(row, party.id) for row in told for party in grid.parties}


def gone_on_with(grid: Grid, drawings: Mapping[str, Drawing]) -> set[tuple[str, str]]:
    """Return the parties and the rows (by id) with which they go on where others end: told with these ends."""
    ends = _Edges(grid, "endEvent")
    return {
        (party, row)
        for rows, parties in _ends(grid, drawings, ends)
        for party in parties
        if not any((end, party) in ends.in_row for end in rows)
        for row in _going_on(grid, drawings, ends, rows, party)
    }


def differences(grid: Grid, drawings: Mapping[str, Drawing]) -> Iterator[Difference]:
    """Yield the differences of starts, of channels, and of ends."""
    starts, ends = _Edges(grid, "startEvent"), _Edges(grid, "endEvent")
    yield from _start(grid, starts)
    yield from _channel(grid, drawings, starts)
    for rows, parties in _ends(grid, drawings, ends):
        yield _end(grid, drawings, ends, rows, parties)
    yield from _ends_after_other_work(grid, drawings, ends)


def _waits_for(grid: Grid, party: Party, event: Event) -> frozenset[str]:
    """Return what a start waits for; `none` where it has a name and no trigger, nothing where it has neither."""
    kinds = frozenset(trigger.type for trigger in event.triggers)
    if kinds or not event.name.strip():
        return kinds
    receives = _RECEIVE in said(event.name, grid.spoken(party.id), core()).actions
    return frozenset(("message" if receives else "none",))


def _unshared_starts(grid: Grid, starts: _Edges) -> list[str]:
    """Return the rows where some start and others, who start elsewhere, do not."""
    telling = [party for party in grid.parties if starts.named[party.id]]
    return [
        row.id
        for row in grid.rows
        if row.id in starts.rows
        and any(
            row.id not in starts.named[party.id] and all(isinstance(step, Event) for step in grid.steps(row, party))
            for party in telling
        )
    ]


def _start(grid: Grid, starts: _Edges) -> Iterator[Difference]:
    kinds = {
        party.id: frozenset(kind for event in starts.events[party.id] for kind in _waits_for(grid, party, event))
        for party in grid.parties
    }
    other_kind = _other_kind(list(kinds.values()))
    unshared = _unshared_starts(grid, starts)
    if not (unshared or other_kind):
        return
    events = {party: found for party, found in starts.events.items() if kinds[party]}
    told = {
        party: Told(
            (frozenset(starts.named[party]), kinds[party] if other_kind else None),
            joined(_shown(event, with_kind=other_kind) for event in found),
        )
        for party, found in events.items()
    }
    cited = set(unshared) or {grid.row_of[party, event.id].id for party, found in events.items() for event in found}
    yield told_apart(
        grid,
        "trigger",
        "start",
        rows=[row.id for row in grid.rows if row.id in cited],
        told=told,
        elements=_elements(events),
        params={},
    )


def _elements(events: Mapping[str, Sequence[Step]]) -> tuple[Place, ...]:
    return tuple(Place(process=party, id=event.id) for party, found in events.items() for event in found)


def _other_kind(kinds: list[frozenset[str]]) -> bool:
    """Tell whether starts wait for different things; `none` says nothing against a message."""
    told = {found for found in kinds if found}
    if told <= {frozenset(("none",)), frozenset(("message",))}:
        return False
    return len(told) > 1


def _shown(event: Event, *, with_kind: bool) -> str:
    name = " ".join(event.name.split())
    kind = ", ".join(sorted(trigger.type for trigger in event.triggers)) if with_kind else ""
    return f"{name} ({kind})" if name and kind else name or kind


def channels(text: str) -> frozenset[str]:
    """Return the channels that a text names: "e-mail or post" are two."""
    return frozenset(normalise(part) for part in _PARTS.split(text) if normalise(part))


def channel_rows(grid: Grid, drawings: Mapping[str, Drawing]) -> set[str]:
    """Return the rows (by id) whose channels are those by which cases come in."""
    starts = _Edges(grid, "startEvent")
    steps = {party.id: _first_channel(grid, drawings[party.id], starts) for party in grid.parties}
    return starts.rows | {grid.row_of[party, step.id].id for party, step in steps.items() if step is not None}


def _channel(grid: Grid, drawings: Mapping[str, Drawing], starts: _Edges) -> Iterator[Difference]:
    """Yield how cases come in, where it differs."""
    steps = {
        party.id: step
        for party in grid.parties
        for step in [_first_channel(grid, drawings[party.id], starts)]
        if step is not None
    }
    told = {
        party: Told(channels(step.details.channel), " ".join(step.details.channel.split()))
        for party, step in steps.items()
    }
    for party_id, (event, names) in _coming_in(grid, starts, told).items():
        steps[party_id] = event
        told[party_id] = Told(frozenset(map(normalise, names)), joined(names))
    if len({one.key for one in told.values()}) > 1:
        rows = {grid.row_of[party, step.id].id for party, step in steps.items()}
        yield told_apart(
            grid,
            "trigger",
            "channel",
            rows=[row.id for row in grid.rows if row.id in rows],
            told=told,
            elements=_elements({party: [step] for party, step in steps.items()}),
            params={},
        )


def _coming_in(grid: Grid, starts: _Edges, told: Mapping[str, Told]) -> dict[str, tuple[Event, tuple[str, ...]]]:
    """Return what comes in at the starts of parties that name no channel, where others call a channel so: an e-mail."""
    known = frozenset[str]().union(*(one.key for one in told.values() if isinstance(one.key, frozenset)))
    found = {}
    for party, events in starts.events.items():
        for event in events:
            names = grid.facts[party].documents_in(event)
            if party not in told and party not in found and not known.isdisjoint(map(normalise, names)):
                found[party] = (event, names)
    return found


def _first_channel(grid: Grid, drawing: Drawing, starts: _Edges) -> Step | None:
    """Return the step whose channel cases come in by.

    It is a start, else the step after a start that waits for a message, else an event where others start.
    """
    steps: dict[str, Step] = {step.id: step for step in drawing.party.process.steps}
    events = starts.events[drawing.party.id]
    waiting = [event for event in events if any(trigger.type == "message" for trigger in event.triggers)]
    after = [steps[step] for event in waiting for step in drawing.after(event.id)]
    elsewhere = [
        step
        for row in grid.rows
        if row.id in starts.rows
        for step in grid.steps(row, drawing.party)
        if isinstance(step, Event)
    ]
    candidates: list[Step] = [*events, *after, *elsewhere]
    return next((step for step in candidates if step.details.channel.strip()), None)


def _ends(grid: Grid, drawings: Mapping[str, Drawing], ends: _Edges) -> list[tuple[list[str], set[str]]]:
    """Return the ends (as rows) that some have behind a step that others have too, with the parties that tell of them.

    Where two parties have no end in common, that of the other stands beside it.
    """
    found: list[tuple[list[str], set[str]]] = []
    told: set[str] = set()
    for row in grid.rows:
        having = {party.id for party in grid.parties if row.id in ends.named[party.id]}
        if row.id not in ends.rows or row.id in told:
            continue
        before = {
            one for party in having for event in ends.in_row[row.id, party] for one in drawings[party].before(event.id)
        }
        lacking = {
            party.id
            for party in grid.parties
            if ends.named[party.id]
            and not grid.steps(row, party)
            and any(grid.steps(grid.row[one], party) for one in before)
        }
        if lacking:
            shared = {one for party in having for one in ends.named[party]}
            own = {one for party in lacking if not ends.named[party] & shared for one in ends.named[party]}
            rows = [one.id for one in grid.rows if one.id in own or one.id == row.id]
            told.update(rows)
            found.append((rows, having | lacking))
    return found


def _end(grid: Grid, drawings: Mapping[str, Drawing], ends: _Edges, rows: list[str], parties: set[str]) -> Difference:
    events = {
        party.id: [event for row in rows for event in ends.in_row.get((row, party.id), ())]
        for party in grid.parties
        if party.id in parties
    }
    names = {party: joined(event.name for event in found if event.name.strip()) for party, found in events.items()}
    onward = {party: _going_on(grid, drawings, ends, rows, party) for party, found in events.items() if not found}
    titles = {party: grid.quoted(others) for party, others in onward.items() if others}
    steps = {
        party.id: [step for row in onward[party.id] for step in grid.steps(grid.row[row], party)]
        for party in grid.parties
        if party.id in onward
    }
    return told_apart(
        grid,
        "trigger",
        "end",
        rows=rows,
        told={
            party: Told(bool(found), names[party] or (f"{ONWARD} {titles[party]}" if party in titles else None))
            for party, found in events.items()
        },
        elements=(*_elements(events), *_elements(steps)),
        params={"labels": grid.quoted(rows)},
    )


def _ends_after_other_work(grid: Grid, drawings: Mapping[str, Drawing], ends: _Edges) -> Iterator[Difference]:
    """Yield one difference for all ends to which no two parties come from the same work, of three at least.

    Then there is no point of the work at which a case is closed. Where only one comes from other work, that is told of
    this work (`step_missing`, `order`). Work that a party does within another step stands where this stands.
    """
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in grid.rows:
        last = {
            party.id: tuple(
                unique(one for event in ends.in_row[row.id, party.id] for one in drawings[party.id].before(event.id))
            )
            for party in grid.parties
            if (row.id, party.id) in ends.in_row
        }
        if len(last) >= MANY and all(_apart(grid, one, other) for one, other in combinations(last.items(), 2)):
            found[row.id] = last
    if not found:
        return
    shown = {
        party.id: [
            f"{', '.join(grid.title(grid.row[one]) for one in last[party.id])} {ONWARD} {event.name.strip()}"
            for row, last in found.items()
            if party.id in last
            for event in ends.in_row[row, party.id]
        ]
        for party in grid.parties
    }
    events = {
        party.id: [event for row in found for event in ends.in_row.get((row, party.id), ())] for party in grid.parties
    }
    yield told_apart(
        grid,
        "trigger",
        "after",
        rows=list(found),
        told={
            party.id: Told(tuple(last.get(party.id) for last in found.values()), " / ".join(shown[party.id]))
            for party in grid.parties
            if shown[party.id]
        },
        elements=_elements(events),
        params={},
    )


def _apart(grid: Grid, one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]) -> bool:
    """Tell whether two parties, each with the rows that lead to an end, have none of these in common."""
    (party, rows), (other_party, others) = one, other
    within = grid.parts.within
    return (
        bool(rows and others)
        and all(grid.row[row].label for row in (*rows, *others))
        and {*rows, *(within.get((row, other_party)) for row in rows)}.isdisjoint(others)
        and {within.get((row, party)) for row in others}.isdisjoint(rows)
    )


def _going_on(
    grid: Grid, drawings: Mapping[str, Drawing], ends: _Edges, rows: Sequence[str], party_id: str
) -> list[str]:
    """Return the rows with which a party goes on where others end, in the order of the alignment; ends are none.

    They follow what comes right before the end, and nobody who ends there goes on with them. Where the end closes only
    what was done beside the case (after an event that stops nothing), the case goes on at all, and it is none of these.
    """
    before: set[str] = set()
    others: set[str] = set()
    for party in grid.parties:
        for row in rows:
            for event in ends.in_row.get((row, party.id), ()):
                if row in grid.beside_the_case(party):
                    return []
                last = drawings[party.id].before(event.id)
                before.update(last)
                others.update(_next(grid, drawings[party.id], party, last))
    found = set(_next(grid, drawings[party_id], grid.party(party_id), before)) - others
    return [row.id for row in grid.rows if row.id in found and row.id not in ends.rows]


def _next(grid: Grid, drawing: Drawing, party: Party, rows: Iterable[str]) -> list[str]:
    steps = (step for row in rows for step in grid.steps(grid.row[row], party))
    return [drawing.row(after) for step in steps for after in drawing.after(step.id)]
