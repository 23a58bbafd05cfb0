"""`participant_message`: outside participants, and which message goes to or comes from them at which row.

A party that draws no messages to or from outside tells nothing of the single rows; that it draws none is told once. A
row that a party does not have is told by `step_missing`; a wait for a time instead of an answer by
`partly_corresponding`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations

from procmap.alignment import Party
from procmap.comparison.criteria import subject
from procmap.comparison.differences import trigger
from procmap.comparison.differences.aspect import Told, row_told_apart, told_apart
from procmap.comparison.differences.partly_corresponding import waits_otherwise
from procmap.comparison.differences.trigger import channels
from procmap.comparison.grid import Grid, joined
from procmap.comparison.partners import (
    DIRECTIONS,
    Direction,
    Exchange,
    Partner,
    inside,
    partners_of,
    related_names,
    says_who,
)
from procmap.comparison.values import Difference, Place
from procmap.comparison.ways import Drawing
from procmap.language import label_key
from procmap.language.lexicon import core
from procmap.language.said import said
from procmap.model import Event, Step, unique

_COMMUNICATING = frozenset(
    (
        "receive", "send", "notify", "publish", "request_info", "forward", "consult", "confirm", "answer", "issue",
        "submit", "advertise", "remind", "invoice_out", "supplement",
    )
)  # fmt: skip
"""Concepts of the lexicon that say that something goes to others, or comes from them."""

_ARROWS: dict[Direction, str] = {"sent": "\u2192", "received": "\u2190"}
"""Stands before those to whom (from whom) messages go instead."""


def differences(grid: Grid, drawings: Mapping[str, Drawing], position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield the differences of each outside participant, and one for those who draw none."""
    partners = partners_of(grid)
    told = _Messages(grid, drawings, partners, position)
    for partner in partners:
        within = {party.id for party in grid.parties if party.id not in partner.pools and inside(grid, party, partner)}
        if within:
            yield _inside_there(grid, partner, within, position)
        else:
            yield from _named_otherwise(grid, partner, position)
        for direction in DIRECTIONS:
            yield from _exchanged(grid, partner, direction, told.drawing - within, told)
    yield from _not_drawn(grid, partners, told.drawing, position)
    yield from _by_other_channels(grid, partners, trigger.channel_rows(grid, drawings))


def is_sent(difference: Difference) -> bool:
    """Tell whether a difference is about a message that only some send to a participant outside."""
    return difference.code == "participant_message" and difference.params.get("part") == "sent"


class _Messages:
    """What all parties exchange with outside: where it is drawn, and where a message may go without being drawn."""

    def __init__(
        self, grid: Grid, drawings: Mapping[str, Drawing], partners: Sequence[Partner], position: Mapping[str, int]
    ) -> None:
        self.position = position
        self._grid = grid
        self._parties = {party.id: party for party in grid.parties}
        self._partners = partners
        self._rows = {(one.party, one.row) for partner in partners for one in partner.exchanges}
        self._drawings = drawings
        self.drawing = {party for party, _ in self._rows}
        self.waited = {row.id for row in grid.rows if waits_otherwise(grid, row)}

    def lacks(self, partner: Partner, direction: Direction, party_id: str, row: str) -> bool:
        """Tell whether a party that has a row lacks the message there.

        It does not where the step says itself that it sends or receives, or names the partner (the message goes, and is
        not drawn), nor where
        the message stands at a step of its own right before (received) or after (sent).
        """
        party = self._parties[party_id]
        steps = self._grid.steps(self._grid.row[row], party)
        own = {one.row for one in partner.exchanges if one.party == party_id and one.direction == direction}
        if row in own or not steps:
            return False
        if (party_id, row) not in self._rows and any(
            _communicates(self._grid, party, step) or self._names(partner, party, step) for step in steps
        ):
            return False
        drawing = self._drawings[party_id]
        near = {
            one
            for step in steps
            for one in (
                drawing.before(step.id)
                if direction == "received"
                else (drawing.row(after) for after in drawing.after(step.id))
            )
        }
        havers = {one.party for one in partner.exchanges if one.direction == direction and one.row == row}
        alone = {one for one in near & own if not havers & set(_owners(self._grid, one))}
        return not alone

    def instead(self, partner: Partner, direction: Direction, party_id: str, rows: Sequence[str]) -> str | None:
        """Return the others with whom a party exchanges messages at rows where it exchanges none with a partner."""
        names = [
            other.names.get(party_id, "")
            for other in self._partners
            for one in other.exchanges
            if other is not partner and (one.party, one.direction) == (party_id, direction) and one.row in rows
        ]
        shown = joined(name for name in names if name)
        return f"{_ARROWS[direction]} {shown}" if shown else None

    def _names(self, partner: Partner, party: Party, step: Step) -> bool:
        """Tell whether the label of a step names a partner, as the party or others call it."""
        language = self._grid.spoken(party.id)
        about = {token.stem for token in subject([step.name], language)}
        called = [subject([name], language) for name in partner.names.values()]
        return any({token.stem for token in name} <= about for name in called if name)


def _communicates(grid: Grid, party: Party, step: Step) -> bool:
    if isinstance(step, Event):
        drawn = any(trigger.type == "message" for trigger in step.triggers)
    else:
        drawn = step.type in ("sendTask", "receiveTask")
    return drawn or bool(_COMMUNICATING & set(said(step.name, grid.spoken(party.id), core()).actions))


def _exchanged(
    grid: Grid,
    partner: Partner,
    direction: Direction,
    drawing: set[str],
    messages: _Messages,
) -> Iterator[Difference]:
    """Yield a difference where some exchange a message with a partner at a row, and others have the row and do not."""
    found = [one for one in partner.exchanges if one.direction == direction and one.row not in messages.waited]
    lacking = {
        (party, row)
        for row in unique(one.row for one in found)
        for party in _owners(grid, row)
        if party in drawing and messages.lacks(partner, direction, party, row)
    }
    if not lacking:
        return
    rows = sorted({row for _, row in lacking}, key=messages.position.__getitem__)
    names = {
        party.id: [one.name for one in found if one.party == party.id and one.row in rows] for party in grid.parties
    }
    without = {party for party, _ in lacking}
    yield told_apart(
        grid,
        "participant_message",
        direction,
        rows=rows,
        told={
            party: Told(bool(of_party), joined(of_party) or messages.instead(partner, direction, party, rows))
            for party, of_party in names.items()
            if of_party or party in without
        },
        elements=_elements(grid, [one for one in found if one.row in rows]),
        params={"partner": _called(grid, partner), "labels": grid.quoted(rows)},
    )


def _by_other_channels(grid: Grid, partners: Sequence[Partner], starting: Set[str]) -> Iterator[Difference]:
    """Yield a difference for each row where the same is received by other channels; `starting`: told by `trigger`.

    By which channel something is sent is not told here: what sends it is a system, which `system` tells.
    """
    drawn = {(one.party, one.step) for partner in partners for one in partner.exchanges if one.direction == "received"}
    for row in grid.rows:
        told = {}
        for party in grid.having(row):
            steps = [
                step
                for step in grid.steps(row, party)
                if step.details.channel.strip() and ((party.id, step.id) in drawn or _receives(grid, party, step))
            ]
            if steps:
                texts = [" ".join(step.details.channel.split()) for step in steps]
                told[party.id] = Told(frozenset(one for text in texts for one in channels(text)), joined(texts))
        if row.id not in starting and len({one.key for one in told.values()}) > 1:
            yield row_told_apart(grid, "participant_message", "channel", row, told)


def _receives(grid: Grid, party: Party, step: Step) -> bool:
    waits = isinstance(step, Event) and any(one.type == "message" for one in step.triggers)
    return waits or step.type == "receiveTask" or "receive" in said(step.name, grid.spoken(party.id), core()).actions


def _called(grid: Grid, partner: Partner) -> str:
    """Return the names of a partner, each once whatever its endings, as one text."""
    names = {label_key(name, grid.language): name for name in sorted(partner.names.values(), reverse=True) if name}
    return " / ".join(sorted(names.values()))


def _inside_there(grid: Grid, partner: Partner, within: set[str], position: Mapping[str, int]) -> Difference:
    """Return that a participant is outside here, and does steps itself there."""
    parties = {party.id: party for party in grid.parties if party.id in within}
    steps = {name: inside(grid, party, partner) for name, party in parties.items()}
    rows = {grid.row_of[name, step.id].id for name, found in steps.items() for step in found}
    rows |= {one.row for one in partner.exchanges}
    in_order = sorted(rows, key=position.__getitem__)
    outside = {
        party: Told("outside", joined(one.name for one in partner.exchanges if one.party == party) or None)
        for party in partner.pools
    }
    doing = {name: Told("inside", joined(step.name for step in found) or None) for name, found in steps.items()}
    return told_apart(
        grid,
        "participant_message",
        "outside",
        rows=in_order,
        told=outside | doing,
        elements=(
            *_elements(grid, list(partner.exchanges)),
            *(Place(process=name, id=step.id) for name, found in steps.items() for step in found),
        ),
        params={
            "partner": _called(grid, partner),
            "labels": grid.quoted(in_order),
            "having": ", ".join(party for party in partner.pools),
            "missing": ", ".join(steps),
        },
    )


def _owners(grid: Grid, row: str) -> list[str]:
    return [party.id for party in grid.having(grid.row[row])]


def _elements(grid: Grid, exchanges: list[Exchange]) -> tuple[Place, ...]:
    return tuple(
        unique(
            Place(process=party.id, id=element)
            for party in grid.parties
            for one in exchanges
            if one.party == party.id
            for element in (one.step, one.flow, one.pool)
        )
    )


def _named_otherwise(grid: Grid, partner: Partner, position: Mapping[str, int]) -> Iterator[Difference]:
    """Yield a difference where most call a partner alike and one has a name with nothing in common with theirs.

    Where nobody calls it alike these are mostly other words for the same.
    """
    named = {party: name for party, name in partner.names.items() if says_who(grid, party, name)}
    alike = [related_names(grid, one, other) for one, other in combinations(named.items(), 2)]
    if all(alike) or not any(alike):
        return
    by_row = [{one.row for one in partner.exchanges if one.party == party} for party in named]
    rows = sorted(set().union(*by_row), key=position.__getitem__)
    yield told_apart(
        grid,
        "participant_message",
        "participant",
        rows=rows,
        told={party: Told(name, name) for party, name in named.items()},
        elements=_elements(grid, list(partner.exchanges)),
        params={"labels": grid.quoted(rows)},
    )


def _not_drawn(
    grid: Grid, partners: list[Partner], drawing: set[str], position: Mapping[str, int]
) -> Iterator[Difference]:
    """Yield a difference where some draw no messages at all at rows where others do."""
    silent = [party.id for party in grid.parties if party.id not in drawing]
    exchanges = [
        one
        for partner in partners
        for one in partner.exchanges
        if any(party in silent for party in _owners(grid, one.row))
    ]
    rows = sorted({one.row for one in exchanges}, key=position.__getitem__)
    missing = [party for party in silent if any(party in _owners(grid, row) for row in rows)]
    if not missing:
        return
    names = {party: [one.name for one in exchanges if one.party == party] for party in sorted(drawing)}
    told = {party: Told(True, joined(found)) for party, found in names.items() if found}
    yield told_apart(
        grid,
        "participant_message",
        "not-drawn",
        rows=rows,
        told=told | {party: Told(False, None) for party in missing},
        elements=_elements(grid, exchanges),
        params={"labels": grid.quoted(rows), "having": ", ".join(told), "missing": ", ".join(missing)},
    )
