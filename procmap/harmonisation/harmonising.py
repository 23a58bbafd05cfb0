"""`harmonise`: one common process of all parties, the fate of everything, and what is left to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from procmap.alignment import Alignment, Party
from procmap.harmonisation.attaching import WHOLE, Carried, Carrier
from procmap.harmonisation.blocks import RowRelations, block_relations
from procmap.harmonisation.composing import compose
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.details import Proposer
from procmap.harmonisation.element_fates import element_fates
from procmap.harmonisation.homes import Homes
from procmap.harmonisation.impact import Impacts
from procmap.harmonisation.laws import (
    BrokenPair,
    CommonOrder,
    accounting,
    broken_pairs,
    derivability,
    displaced_controls,
    nothing_lost,
    sound,
    unanimity,
)
from procmap.harmonisation.naming import Names
from procmap.harmonisation.participation import participation
from procmap.harmonisation.placing import place
from procmap.harmonisation.process import Drawn, Scopes, draw_up
from procmap.harmonisation.questions import Asker
from procmap.harmonisation.roles import roles_alike
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.ruling import rule
from procmap.harmonisation.sources import Source, sources_of
from procmap.harmonisation.union import union_of
from procmap.harmonisation.values import Harmonisation, Invariant, Question, StepFate, TraceEntry
from procmap.model import BadInput, Decision, Decisions, Event, Finding, Lane, Process
from procmap.model.decisions import About
from procmap.soundness import Verdict, soundness

OVERRIDE = "override"
"""The id of the entry in the log that makes a result ready although something blocks: it is about nothing else."""
MOST_ROWS = 3_000
"""More rows than this are more pairs than can be held."""


def harmonise(
    parties: Sequence[Party],
    alignment: Alignment,
    keep: int | None = None,
    decisions: Decisions | None = None,
    override: str = "",
    *,
    name: str = "",
) -> Harmonisation:
    """Return the common process of all parties.

    `alignment` is that of the same parties; `keep` is how many organisations must have a row for it to be kept (none:
    more than half). `override` is a reason why the result is ready although something blocks. `name` is what the
    common process is called (none: as most call theirs). The result does not depend on the order of the parties. The
    common process has all `decisions`, and the override, as its log.

    Raises BadInput when no party is given, `keep` is not at least 1, or there are more rows than can be compared.
    """
    if not parties:
        raise BadInput("nothing-to-harmonise")
    if keep is not None and keep < 1:
        raise BadInput("keep-too-small", keep=keep)
    if len(alignment.rows) > MOST_ROWS:
        raise BadInput("too-many-rows", rows=len(alignment.rows), limit=MOST_ROWS)
    sources = sources_of(parties)
    rulings = rule(decisions, alignment, sources)
    names = Names(alignment, sources, rulings)
    rows = Rows(alignment, sources, rulings, keep, participation(alignment, sources, names))
    place(rows, rulings)
    containers = (row.id for row in rows.rows.values() if row.role == "container" and row.state != "dropped")
    scopes: Scopes = {scope: compose(scope, rows, sources, rulings) for scope in (*rows.tops(), *containers)}
    drawn = draw_up(sources, rows, scopes, rulings, names, name=" ".join(name.split()))
    trace = _trace(alignment, rows, rulings, drawn)
    element_of = _element_of(sources, trace, drawn)
    carried = Carrier(sources, rows, rulings, element_of, alignment).carry()
    common = drawn.common.replace(attached=carried.values, scales=carried.scales)
    verdict = soundness(common)
    blocks = _by_blocks(scopes, common, drawn.node_of)
    node_of = drawn.node_of
    by_blocks = {(node_of[a], node_of[b]): sign for found in blocks.values() for (a, b), sign in found.items()}
    order = CommonOrder(common, by_blocks)
    open_rows = {row.id for row in rows.rows.values() if row.state == "open"}
    broken = {scope: broken_pairs(composed.votes, node_of, order, open_rows) for scope, composed in scopes.items()}
    decided = {
        frozenset(node_of.get(composed.votes.rows[number], "") for number in pair)
        for composed in scopes.values()
        for pair in composed.votes.ruled
    }
    displaced = displaced_controls(carried, sources, order, element_of, decided)
    labels = {row.id: row.label for row in rows.rows.values()}
    invariants = (
        unanimity([pair for pairs in broken.values() for pair in pairs], node_of, labels, open_rows, order),
        accounting(alignment, sources, trace, common),
        nothing_lost(carried, sources, displaced),
        derivability(union_of(sources, alignment), sources),
        sound(verdict),
    )
    asker = Asker(rows, sources)
    questions = [
        *asker.again(rulings.again, rulings.row),
        *_questions(asker, scopes, broken, blocks, carried),
        *asker.displaced(displaced),
        *_names_asked(asker, rows, sources, names, drawn),
    ]
    blocking = _blocking(invariants, verdict, questions, rulings)
    log = decisions.decisions if decisions is not None else ()
    if blocking and override:
        log = (*log, Decision(id=OVERRIDE, about=About(), choice="keep", reason=override, state="approved"))
    impacts = Impacts(
        alignment, sources, rows, names, common,
        node_of=drawn.node_of, role_of=drawn.role_of, trace=trace, fates=carried.fates,
    )  # fmt: skip
    return Harmonisation(
        common=common.replace(decisions=log),
        trace=trace,
        carried=carried.fates,
        elements=element_fates(sources, drawn.places, common, order, trace),
        proposal=drawn.proposal,
        invariants=invariants,
        verdict=verdict,
        open=tuple(questions),
        notes=(
            *(note for source in sources for note in source.findings),
            *rulings.notes,
            *drawn.findings,
            *carried.findings,
            *(note for composed in scopes.values() for note in asker.decided(composed)),
        ),
        impact=impacts.all(),
        status="draft" if blocking and not override else "ready",
        blocking=blocking,
        override=override if blocking else "",
        newest=rulings.newest,
    )


def _questions(
    asker: Asker,
    scopes: Scopes,
    broken: Mapping[str | None, Sequence[BrokenPair]],
    blocks: Mapping[str | None, RowRelations],
    carried: Carried,
) -> Iterable[Question]:
    yield from asker.rows_left_open()
    for scope, composed in scopes.items():
        yield from asker.order(composed, broken[scope], blocks[scope])
        yield from asker.optional(composed)
        yield from asker.loops(composed)
    yield from asker.homeless(carried)
    yield from asker.contradicting(carried)


def _names_asked(asker: Asker, rows: Rows, sources: Sequence[Source], names: Names, drawn: Drawn) -> Iterable[Question]:
    """Yield what is asked of the names of roles and of outside participants."""
    proposer = Proposer(rows, sources, names, {})
    written = proposer.role_names()
    for source in sources:
        for pool in source.process.pools:
            written.setdefault((source.id, names.common("role", source.id, pool.name)), pool.name)
    inside = [proposer.roles(row) for row in rows.rows.values()]
    for told in (inside, drawn.partners):
        groups = (group for group in roles_alike(told) if not names.kept_apart("role", group))
        yield from asker.names(groups, written)


def _blocking(
    invariants: Iterable[Invariant], verdict: Verdict, questions: Sequence[Question], rulings: Rulings
) -> tuple[Finding, ...]:
    """Return what keeps the result a draft: laws that are broken for good, decisions not applied, open questions."""
    found = [finding for law in invariants for finding in law.detail if finding.severity == "blocking"]
    if verdict.verdict != "sound":
        found.append(Finding(code="common-not-sound", severity="blocking", params={"verdict": verdict.verdict}))
    left = len(rulings.notes) - len(rulings.again)
    if left:
        found.append(Finding(code="decisions-not-applied", severity="blocking", params={"count": left}))
    if questions:
        found.append(Finding(code="questions-open", severity="blocking", params={"count": len(questions)}))
    return tuple(found)


def _by_blocks(scopes: Scopes, common: Process, node_of: Mapping[str, str]) -> dict[str | None, RowRelations]:
    """Return the relations of the rows of each scope by the blocks that they were composed of."""
    ends = {step.id for step in common.steps if isinstance(step, Event) and step.type == "endEvent"}
    return {
        scope: block_relations(composed.tree, {row for row in composed.votes.rows if node_of.get(row) in ends})
        for scope, composed in scopes.items()
    }


def _trace(alignment: Alignment, rows: Rows, rulings: Rulings, drawn: Drawn) -> tuple[TraceEntry, ...]:
    """Return what became of every step, in the order of the alignment."""
    trace = []
    for aligned in alignment.rows:
        for member in aligned.steps:
            party, step = member.process, member.step
            row = rows.of_step.get((party, step))
            dropped = rulings.rows.get(rulings.row(aligned.id)) if row is None else None
            if dropped is not None and dropped.choice == "drop":
                trace.append(TraceEntry(process=party, step=step, fate="retired", decision=dropped.id))
            elif row is None:
                to = drawn.condition_at.get((party, step), WHOLE)
                trace.append(TraceEntry(process=party, step=step, fate="carried", to=to))
            elif row.state == "dropped":
                trace.append(TraceEntry(process=party, step=step, fate="retired", decision=row.decision))
            else:
                fate: StepFate = "open" if row.state == "open" else "carried"
                to = drawn.node_of[row.id]
                trace.append(TraceEntry(process=party, step=step, fate=fate, to=to, decision=row.decision))
    return tuple(trace)


def _element_of(sources: Sequence[Source], trace: Sequence[TraceEntry], drawn: Drawn) -> dict[tuple[str, str], str]:
    """Return the common element of every element of a party that has one.

    A gateway that is not there is what follows it, and so is a flow; a lane, where most of its steps are.
    """
    found = {(entry.process, entry.step): entry.to for entry in trace if entry.to is not None}
    lanes: dict[str, Lane] = {lane.name: lane for lane in drawn.common.lanes}
    homes = Homes(sources)
    homes.add(drawn.common.elements())
    for source in sources:
        for element in source.index.elements:
            home = homes.of(source, element)
            if home is not None:
                found.setdefault((source.id, element), home)
        for node in source.process.nodes:
            if node.id not in source.steps and (source.id, node.id) not in found:
                ahead = (found.get((source.id, step)) for step in source.following(node.id))
                common_node = next((each for each in ahead if each is not None), None)
                if common_node is not None:
                    found[source.id, node.id] = common_node
        for flow in source.process.flows:
            end = found.get((source.id, flow.target))
            if end is not None:
                found.setdefault((source.id, flow.id), end)
        for lane in source.process.lanes:
            places = [drawn.role_of.get(found.get((source.id, node), ""), "") for node in lane.nodes]
            most = max(sorted(set(places)), key=places.count, default="")
            if most in lanes:
                found.setdefault((source.id, lane.id), lanes[most].id)
    return found
