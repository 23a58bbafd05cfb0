"""The common process as a whole: the flow with its texts, lanes, participants and card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from procmap.harmonisation.assembling import POOL, Assembler, is_event, lanes_of
from procmap.harmonisation.attaching import WHOLE
from procmap.harmonisation.building import Events, build
from procmap.harmonisation.composing import Composed
from procmap.harmonisation.conditions import Conditions, Decided
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.details import Proposer
from procmap.harmonisation.naming import Names
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.surroundings import card_of, notes_beside, participants
from procmap.harmonisation.values import ProposalEntry
from procmap.model import Event, Finding, Pool, Process

Scopes = Mapping[str | None, Composed]
"""What was composed for the process itself (None) and for every container."""


@dataclass(frozen=True)
class Drawn:
    """The common process without what is attached, and how it came about.

    `node_of`: the element of every row; `condition_at`: the flow that a condition event of a party became (by party and
    step); `role_of`: the role of every node; `partners`: as of `Participants`.
    """

    common: Process
    node_of: Mapping[str, str]
    condition_at: Mapping[tuple[str, str], str]
    role_of: Mapping[str, str]
    proposal: tuple[ProposalEntry, ...]
    findings: tuple[Finding, ...]
    partners: tuple[Mapping[str, str], ...] = ()


def draw_up(sources: Sequence[Source], rows: Rows, scopes: Scopes, rulings: Rulings, names: Names) -> Drawn:
    """Return the common process of what was composed."""
    adopted = {row: decision.from_ for row, decision in rulings.rows.items() if decision.choice == "adopt"}
    proposer = Proposer(rows, sources, names, adopted)
    inside = [row for scope in scopes for row in rows.drawn(scope)]
    proposed = {row.id: proposer.propose(row) for row in inside}
    events = frozenset(row.id for row in inside if is_event(row, sources))
    what = Events(events, frozenset(row for row in events if proposed[row].event["interrupting"]))
    built = {
        scope: build(composed.tree, rows.rows, what, *_drawn_inside(scope, rows, sources))
        for scope, composed in scopes.items()
    }
    has_pool = any(source.process.pools for source in sources) or any(each.role for each in proposed.values())
    pool = POOL if has_pool else None
    assembled = Assembler(rows, sources, proposed, pool).assemble(built)
    labelled = Conditions(assembled, rows, sources, names).label(
        _said(rows, rulings), _decided(rulings, assembled.node_of)
    )
    card = card_of(sources, names)
    nodes = [node.id for node in labelled.nodes]
    fields: dict[str, Any] = {}
    partners: tuple[Mapping[str, str], ...] = ()
    findings = [
        Finding(
            code="event-moved",
            severity="note",
            elements=(assembled.node_of[row],),
            params={"label": rows.rows[row].label},
        )
        for each in built.values()
        for row in each.moved
    ]
    if pool is not None:
        outside = participants(sources, rows, assembled.node_of, nodes, names)
        own = Pool(id=pool, name=card.name, process="process_common", process_name=card.name)
        fields = {"pools": (own, *outside.pools), "message_flows": outside.messages}
        findings += outside.findings
        partners = outside.partners
    texts, lines = notes_beside(sources, rows, assembled.node_of, nodes, pool)
    common = Process(
        id=WHOLE, name=card.name, card=card, lanes=lanes_of(assembled, pool), nodes=labelled.nodes,
        flows=labelled.flows, groups=assembled.groups, annotations=texts, associations=lines, **fields,
    )  # fmt: skip
    of_new = {new: row for row, sides in rows.placed.new.items() for side in sides for new in side}
    proposal = tuple(
        entry.replace(rows=(of_new[row.id],), field="new_step") if row.id in of_new else entry
        for row in inside
        for entry in proposed[row.id].entries
    )
    return Drawn(
        common=common,
        node_of=assembled.node_of,
        condition_at=labelled.condition_at,
        role_of=assembled.role_of,
        proposal=proposal,
        findings=tuple(findings),
        partners=partners,
    )


def _decided(rulings: Rulings, node_of: Mapping[str, str]) -> list[Decided]:
    """Return the conditions that people decided."""
    told: list[tuple[Iterable[str], bool, str]] = [
        ([row], False, decision.condition) for row, decision in rulings.rows.items() if decision.choice == "local"
    ]
    told += [(each.rows, False, each.condition) for each in rulings.presence if each.optional]
    told += [(each.rows, True, each.condition) for each in rulings.repeat if each.repeated]
    found = []
    for rows, back, text in told:
        nodes = frozenset(node_of[row] for row in map(rulings.row, rows) if row in node_of)
        if text and nodes:
            found.append(Decided(nodes, back, text))
    return found


def _said(rows: Rows, rulings: Rulings) -> dict[str, str]:
    """Return what to say on the way to an open or local row: the condition that was decided, else who does it."""
    said = {}
    for row in rows.rows.values():
        if row.open:
            decision = rulings.rows.get(row.id)
            said[row.id] = (decision.condition if decision else "") or ", ".join(row.owners)
    return said


def _drawn_inside(scope: str | None, rows: Rows, sources: Sequence[Source]) -> tuple[bool, bool]:
    """Tell whether starts and ends are to be drawn in a scope: always in the process, else as organisations do."""
    if scope is None:
        return True, True
    inside = [
        node
        for source in sources
        for step in rows.rows[scope].members.get(source.id, ())
        for node in source.index.children(step)
        if isinstance(node, Event)
    ]
    return any(node.type == "startEvent" for node in inside), any(node.type == "endEvent" for node in inside)
