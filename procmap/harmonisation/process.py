"""The common process as a whole: the flow with its texts, lanes, participants and card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from procmap.harmonisation.assembling import Assembled, Assembler, is_event
from procmap.harmonisation.attaching import WHOLE
from procmap.harmonisation.branch_ends import ends_at
from procmap.harmonisation.building import Events, build
from procmap.harmonisation.card import card_of, card_proposal
from procmap.harmonisation.composing import Composed
from procmap.harmonisation.conditions import Conditions, Decided, Labelled
from procmap.harmonisation.data_places import DataPlaces
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.details import Proposer
from procmap.harmonisation.drawn_otherwise import drawn_otherwise
from procmap.harmonisation.frames import groups_of
from procmap.harmonisation.homes import Homes
from procmap.harmonisation.lanes import lanes_of
from procmap.harmonisation.naming import Ids, Names
from procmap.harmonisation.participants import NO_POOLS, Messages, Messenger, Pools, pools_of
from procmap.harmonisation.places import Places
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.surroundings import lines_of, notes_of
from procmap.harmonisation.texts import with_texts
from procmap.harmonisation.values import ProposalEntry
from procmap.model import Event, Finding, Process, ProcessCard

Scopes = Mapping[str | None, Composed]
"""What was composed for the process itself (None) and for every container."""


@dataclass(frozen=True)
class Drawn:
    """The common process without what is attached, and how it came about.

    `node_of`: the element of every row; `condition_at`: the flow that a condition event of a party became (by party and
    step); `places`: where each party's nodes lie; `role_of`: the role of every node; `partners`: as of `Messages`.
    """

    common: Process
    node_of: Mapping[str, str]
    condition_at: Mapping[tuple[str, str], str]
    places: Mapping[str, Places]
    role_of: Mapping[str, str]
    proposal: tuple[ProposalEntry, ...]
    findings: tuple[Finding, ...]
    partners: tuple[Mapping[str, str], ...] = ()


def draw_up(
    sources: Sequence[Source], rows: Rows, scopes: Scopes, rulings: Rulings, names: Names, *, name: str = ""
) -> Drawn:
    """Return the common process of what was composed, with its `name` (none: as most call theirs)."""
    adopted = {row: decision.from_ for row, decision in rulings.rows.items() if decision.choice == "adopt"}
    proposer = Proposer(rows, sources, names, adopted)
    inside = [row for scope in scopes for row in rows.drawn(scope)]
    proposed = {row.id: proposer.propose(row) for row in inside}
    events = frozenset(row.id for row in inside if is_event(row, sources))
    interrupting = frozenset(row for row in events if proposed[row].event["interrupting"])
    built = {
        scope: build(
            composed.tree,
            rows.rows,
            Events(events, interrupting, ends_at(rows.composed(scope), sources)),
            *_drawn_inside(scope, rows, sources),
        )
        for scope, composed in scopes.items()
    }
    ids = Ids()
    card = card_of(sources, names, name)
    has_pool = any(source.process.pools for source in sources) or any(each.role for each in proposed.values())
    pools = pools_of(sources, rows, names, card.name, ids) if has_pool else NO_POOLS
    assembled = Assembler(rows, sources, proposed, pools.of_scope, ids).assemble(built)
    places = {source.id: Places(source, rows, assembled.node_of) for source in sources}
    labelled = Conditions(assembled, rows, sources, names, places).label(
        _said(rows, rulings), _decided(rulings, assembled.node_of)
    )
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
    around = _Around(sources, rows, names, places, ids, pools)
    common, messages = around.draw(card, assembled, labelled)
    frames = [row for row in rows.rows.values() if row.role == "frame" and row.state != "dropped"]
    proposal = [entry for row in inside for entry in proposed[row.id].entries]
    proposal += [entry for row in frames for entry in proposer.of_frame(row)]
    of_new = {new: row for row, sides in rows.placed.new.items() for side in sides for new in side}
    proposal = [
        entry.replace(rows=(of_new[row],), field="new_step") if (row := "".join(entry.rows[:1])) in of_new else entry
        for entry in proposal
    ]
    return Drawn(
        common=common,
        node_of=assembled.node_of,
        condition_at=labelled.condition_at,
        places=places,
        role_of=assembled.role_of,
        proposal=(*proposal, *card_proposal(sources, has_name=bool(name))),
        findings=(
            *findings,
            *_pools_merged(sources, rows),
            *drawn_otherwise(common, rows, sources, assembled.node_of),
            *messages.findings,
        ),
        partners=messages.partners,
    )


@dataclass(frozen=True)
class _Around:
    """Draws what is around the flow: card, lanes, participants, messages, data, groups and texts."""

    sources: Sequence[Source]
    rows: Rows
    names: Names
    places: Mapping[str, Places]
    ids: Ids
    pools: Pools

    def draw(self, card: ProcessCard, assembled: Assembled, labelled: Labelled) -> tuple[Process, Messages]:
        """Return the process with its flow and all around it, and what is said between its participants."""
        sources, names, ids = self.sources, self.names, self.ids
        nodes = {node.id: node for node in labelled.nodes}
        main = self.pools.of_scope[None]
        messages = Messages()
        if main is not None:
            messages = Messenger(self.rows, names, self.places, nodes, self.pools).messages(sources, ids)
        data, data_lines = DataPlaces(sources, self.places, names, nodes).drawn(main, ids)
        common = Process(
            id=WHOLE, name=card.name, card=card, pools=self.pools.all,
            lanes=lanes_of(
                labelled.nodes, assembled.role_of, sources, names, pool_of=self.pools.of, ids=ids
            ),
            nodes=labelled.nodes, flows=labelled.flows, message_flows=messages.flows, data=data,
            data_associations=data_lines, annotations=notes_of(sources, main, ids), groups=assembled.groups,
        )  # fmt: skip
        homes = Homes(sources)
        homes.add(common.elements())
        groups = tuple(group.replace(pool=main) for group in groups_of(sources, homes, names, ids))
        homes.add(groups)
        lines = lines_of(sources, homes, main, ids)
        whole = common.replace(groups=(*common.groups, *groups), associations=lines)
        return with_texts(whole, sources, self.rows.passed), messages


def _pools_merged(sources: Sequence[Source], rows: Rows) -> Iterator[Finding]:
    """Yield a note for every party of which steps of several pools are in one: their order is not known."""
    for source in sources:
        found: dict[str | None, set[str]] = {}
        for step in source.steps.values():
            row = rows.of_step.get((source.id, step.id))
            if row is not None and row.state != "dropped":
                found.setdefault(rows.participant(row.id), set()).add(rows.participants.of(source, step.id))
        if any(len(own) > 1 for own in found.values()):
            yield Finding(code="source-of-several-pools", severity="note", params={"party": source.id})


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
    if scope is None or scope not in rows.rows:
        return True, True
    inside = [
        node
        for source in sources
        for step in rows.rows[scope].members.get(source.id, ())
        for node in source.index.children(step)
        if isinstance(node, Event)
    ]
    return any(node.type == "startEvent" for node in inside), any(node.type == "endEvent" for node in inside)
