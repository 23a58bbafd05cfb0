"""`trigger`: what starts or ends the process.

Told are starts that others do not have, or that wait for something else (Dijkman's "different start condition" and
"additional start condition"); the channel that cases come in by; and ends of their own behind a step that others have
too. R. M. Dijkman, A classification of differences between similar business processes, EDOC 2007.

An event without a name says nothing, but for what it waits for; a start without a trigger says nothing against one that
waits for a message. An end that hangs on a step that others do not have goes with that step (`step_missing`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from procmap.alignment import Party, Row
from procmap.comparison.differences.aspect import Told, told_apart
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Drawing, drawings_of
from procmap.language import normalise
from procmap.language.answers import JOINING
from procmap.language.lexicon import core
from procmap.language.said import said
from procmap.model import Event, Step, unique

_RECEIVE = "receive"
_PARTS = re.compile(rf"[,;/]|\b(?:{'|'.join(sorted(JOINING))})\b", re.IGNORECASE)


def covered(grid: Grid) -> set[tuple[str, str]]:
    """Return the rows (by id) and parties that lack them of which this class tells, or of which nothing can be said."""
    found: set[tuple[str, str]] = set()
    for row in grid.rows:
        for kind in ("startEvent", "endEvent"):
            if any(events_of(grid, row, party, kind) for party in grid.parties):
                silent = (party for party in grid.parties if not _named(grid, party, kind))
                found.update((row.id, party.id) for party in silent if _edges(party, kind))
    if _start(grid) is not None:
        found.update((row.id, party.id) for row in _unshared_starts(grid) for party in grid.parties)
    found.update(
        (row.id, party.id) for rows, _ in _ends(grid, drawings_of(grid)) for row in rows for party in grid.parties
    )
    return found


def differences(grid: Grid) -> Iterator[Difference]:
    """Yield the differences of starts, of channels, and of ends."""
    start = _start(grid)
    if start is not None:
        yield start
    channel = _channel(grid)
    if channel is not None:
        yield channel
    for rows, parties in _ends(grid, drawings_of(grid)):
        yield _end(grid, rows, parties)


def events_of(grid: Grid, row: Row, party: Party, kind: str) -> list[Event]:
    """Return the events of a kind that a party has in a row, those inside sub-processes left aside."""
    return [step for step in grid.steps(row, party) if _is_edge(step, kind)]  # type: ignore[misc]


def _is_edge(step: Step, kind: str) -> bool:
    return isinstance(step, Event) and step.type == kind and step.parent is None


def _edges(party: Party, kind: str) -> list[Event]:
    return [step for step in party.process.steps if _is_edge(step, kind)]  # type: ignore[misc]


def _named(grid: Grid, party: Party, kind: str) -> list[Row]:
    """Return the rows where a party has a start (an end) with a name."""
    named = (event for event in _edges(party, kind) if event.name.strip())
    return unique(grid.row_of[party.id, event.id] for event in named)


def _waits_for(grid: Grid, party: Party, event: Event) -> frozenset[str]:
    """Return what a start waits for; `none` where it has a name and no trigger, nothing where it has neither."""
    kinds = frozenset(trigger.type for trigger in event.triggers)
    if kinds or not event.name.strip():
        return kinds
    receives = _RECEIVE in said(event.name, grid.spoken(party.id), core()).actions
    return frozenset(("message" if receives else "none",))


def _unshared_starts(grid: Grid) -> list[Row]:
    """Return the rows where some start and others, who start elsewhere, do not."""
    starts = {party.id: _named(grid, party, "startEvent") for party in grid.parties}
    telling = [party for party in grid.parties if starts[party.id]]
    return [
        row
        for row in grid.rows
        if row.label
        and any(row in starts[party.id] for party in telling)
        and any(
            row not in starts[party.id] and all(isinstance(step, Event) for step in grid.steps(row, party))
            for party in telling
        )
    ]


def _start(grid: Grid) -> Difference | None:
    events = {party: _edges(party, "startEvent") for party in grid.parties}
    kinds = {
        party.id: frozenset(kind for event in found for kind in _waits_for(grid, party, event))
        for party, found in events.items()
    }
    other_kind = _other_kind(list(kinds.values()))
    unshared = _unshared_starts(grid)
    if not (unshared or other_kind):
        return None
    told = {
        party.id: Told(
            (frozenset(row.id for row in _named(grid, party, "startEvent")), kinds[party.id] if other_kind else None),
            joined(_shown(event, kinds[party.id] if other_kind else frozenset()) for event in found),
        )
        for party, found in events.items()
        if kinds[party.id]
    }
    cited = unshared or unique(
        grid.row_of[party.id, event.id] for party, found in events.items() for event in found if party.id in told
    )
    return told_apart(
        grid,
        "trigger",
        "start",
        rows=[row.id for row in grid.rows if row in cited],
        told=told,
        elements=tuple(Place(process=party.id, id=event.id) for party, found in events.items() for event in found),
        params={},
    )


def _other_kind(kinds: list[frozenset[str]]) -> bool:
    """Tell whether starts wait for different things; `none` says nothing against a message."""
    told = {found for found in kinds if found}
    if told <= {frozenset(("none",)), frozenset(("message",))}:
        return False
    return len(told) > 1


def _shown(event: Event, kinds: frozenset[str]) -> str:
    name = " ".join(event.name.split())
    kind = ", ".join(sorted(trigger.type for trigger in event.triggers)) if kinds else ""
    return f"{name} ({kind})" if name and kind else name or kind


def _channel(grid: Grid) -> Difference | None:
    """Return how cases come in, where it differs: the channel of the start, else of the step that follows a message."""
    drawings = drawings_of(grid)
    steps = {party.id: step for party in grid.parties for step in [_first_channel(drawings[party.id])] if step}
    told = {
        party: Told(
            frozenset(normalise(part) for part in _PARTS.split(step.details.channel) if normalise(part)),
            " ".join(step.details.channel.split()),
        )
        for party, step in steps.items()
    }
    if len({one.key for one in told.values()}) < 2:
        return None
    rows = {grid.row_of[party, step.id].id for party, step in steps.items()}
    return told_apart(
        grid,
        "trigger",
        "channel",
        rows=[row.id for row in grid.rows if row.id in rows],
        told=told,
        elements=tuple(Place(process=party, id=step.id) for party, step in steps.items()),
        params={},
    )


def _first_channel(drawing: Drawing) -> Step | None:
    steps: dict[str, Step] = {step.id: step for step in drawing.party.process.steps}
    for event in _edges(drawing.party, "startEvent"):
        following = [steps[step] for step in drawing.after(event.id)]
        waits = any(trigger.type == "message" for trigger in event.triggers)
        candidates: list[Step] = [event, *(following if waits else ())]
        for step in candidates:
            if step.details.channel.strip():
                return step
    return None


def _ends(grid: Grid, drawings: Mapping[str, Drawing]) -> list[tuple[list[Row], list[Party]]]:
    """Return the ends (as rows) that some have behind a step that others have too, with those who tell of them.

    Where two parties have no end in common, that of the other stands beside it.
    """
    ends = {party.id: _named(grid, party, "endEvent") for party in grid.parties}
    found: list[tuple[list[Row], list[Party]]] = []
    told: set[str] = set()
    for row in grid.rows:
        having = [party for party in grid.parties if row in ends[party.id]]
        if not (row.label and having) or row.id in told:
            continue
        before = {
            before
            for party in having
            for event in events_of(grid, row, party, "endEvent")
            for before in drawings[party.id].before(event.id)
        }
        lacking = [
            party
            for party in grid.parties
            if ends[party.id]
            and not grid.steps(row, party)
            and any(grid.steps(grid.by_id[one], party) for one in before)
        ]
        if lacking:
            own = [
                other
                for party in lacking
                if not any(other in ends[one.id] for one in having for other in ends[party.id])
                for other in ends[party.id]
                if other.label
            ]
            rows = unique([row, *own])
            told.update(one.id for one in rows)
            found.append((rows, [*having, *lacking]))
    return found


def _end(grid: Grid, rows: list[Row], parties: list[Party]) -> Difference:
    events = {
        party.id: [event for row in rows for event in events_of(grid, row, party, "endEvent")]
        for party in grid.parties
        if party in parties
    }
    return told_apart(
        grid,
        "trigger",
        "end",
        rows=[row.id for row in rows],
        told={
            party: Told(bool(found), joined(event.name for event in found) or None) for party, found in events.items()
        },
        elements=tuple(Place(process=party, id=event.id) for party, found in events.items() for event in found),
        params={"labels": ", ".join(f'"{grid.title(row)}"' for row in rows)},
    )
