"""`harmonise`: one common process of all parties, the fate of everything, and what is left to decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from procmap.alignment import Alignment, Party
from procmap.behaviour import Relation
from procmap.harmonisation.attaching import WHOLE, Carried, Carrier
from procmap.harmonisation.blocks import block_relations
from procmap.harmonisation.composing import compose
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.details import Proposer
from procmap.harmonisation.laws import (
    BrokenPair,
    CommonOrder,
    accounting,
    broken_pairs,
    derivability,
    nothing_lost,
    sound,
    unanimity,
)
from procmap.harmonisation.naming import Names
from procmap.harmonisation.placing import place
from procmap.harmonisation.process import Drawn, Scopes, draw_up
from procmap.harmonisation.questions import Asker
from procmap.harmonisation.roles import roles_alike
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.ruling import rule
from procmap.harmonisation.sources import Source, sources_of
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
) -> Harmonisation:
    """Return the common process of all parties.

    `alignment` is that of the same parties; `keep` is how many organisations must have a row for it to be kept (none:
    more than half). `override` is a reason why the result is ready although something blocks. The result does not
    depend on the order of the parties. The common process has all `decisions`, and the override, as its log.

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
    rows = Rows(alignment, sources, rulings, keep)
    place(rows, rulings)
    containers = (row.id for row in rows.rows.values() if row.role == "container" and row.state != "dropped")
    scopes: Scopes = {scope: compose(scope, rows, sources, rulings) for scope in (None, *containers)}
    names = Names(alignment, sources, rulings)
    drawn = draw_up(sources, rows, scopes, rulings, names)
    trace = _trace(alignment, rows, rulings, drawn)
    carried = Carrier(sources, rows, rulings, _element_of(sources, trace, drawn)).carry()
    common = drawn.common.replace(attached=carried.values, scales=carried.scales)
    verdict = soundness(common)
    order = CommonOrder(common, _by_blocks(scopes, common, drawn.node_of))
    broken = {scope: broken_pairs(composed.votes, drawn.node_of, order) for scope, composed in scopes.items()}
    labels = {row.id: row.label for row in rows.rows.values()}
    open_rows = {row.id for row in rows.rows.values() if row.state == "open"}
    invariants = (
        unanimity([pair for pairs in broken.values() for pair in pairs], drawn.node_of, labels, open_rows, order),
        accounting(alignment, sources, trace, common),
        nothing_lost(carried, sources, order),
        derivability(alignment, sources),
        sound(verdict),
    )
    asker = Asker(rows, sources)
    questions = [
        *asker.again(rulings.again, rulings.row),
        *_questions(asker, scopes, broken, carried),
        *_names_asked(asker, rows, sources, names, drawn),
    ]
    blocking = _blocking(invariants, verdict, questions, rulings)
    log = decisions.decisions if decisions is not None else ()
    if blocking and override:
        log = (*log, Decision(id=OVERRIDE, about=About(), choice="keep", reason=override, state="approved"))
    return Harmonisation(
        common=common.replace(decisions=log),
        trace=trace,
        carried=carried.fates,
        proposal=drawn.proposal,
        invariants=invariants,
        verdict=verdict,
        open=tuple(questions),
        notes=(
            *(note for source in sources for note in source.findings),
            *rulings.notes,
            *drawn.findings,
            *carried.findings,
        ),
        status="draft" if blocking and not override else "ready",
        blocking=blocking,
        override=override if blocking else "",
    )


def _questions(
    asker: Asker, scopes: Scopes, broken: Mapping[str | None, Sequence[BrokenPair]], carried: Carried
) -> Iterable[Question]:
    yield from asker.rows_left_open()
    for scope, composed in scopes.items():
        yield from asker.order(composed, broken[scope])
        yield from asker.optional(composed)
        yield from asker.loops(composed)
    yield from asker.homeless(carried)


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


def _by_blocks(scopes: Scopes, common: Process, node_of: Mapping[str, str]) -> dict[tuple[str, str], Relation]:
    """Return the relations of elements by the blocks that they were composed of."""
    ends = {step.id for step in common.steps if isinstance(step, Event) and step.type == "endEvent"}
    found: dict[tuple[str, str], Relation] = {}
    for composed in scopes.values():
        ending = {row for row in composed.votes.rows if node_of.get(row) in ends}
        for (one, other), relation in block_relations(composed.tree, ending).items():
            found[node_of[one], node_of[other]] = relation
    return found


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
    """Return the common element of every element of a party that has one: steps, gateways by what follows, lanes."""
    found = {(entry.process, entry.step): entry.to for entry in trace if entry.to is not None}
    lanes: dict[str, Lane] = {lane.name: lane for lane in drawn.common.lanes}
    pool = next((pool.id for pool in drawn.common.pools if pool.process is not None), None)
    for source in sources:
        for node in source.process.nodes:
            if node.id not in source.steps:
                ahead = (found.get((source.id, step)) for step in source.following(node.id))
                common_node = next((each for each in ahead if each is not None), None)
                if common_node is not None:
                    found[source.id, node.id] = common_node
        for lane in source.process.lanes:
            places = [drawn.role_of.get(found.get((source.id, node), ""), "") for node in lane.nodes]
            most = max(sorted(set(places)), key=places.count, default="")
            if most in lanes:
                found[source.id, lane.id] = lanes[most].id
        own = {node.pool for node in source.process.nodes}
        for each in source.process.pools:
            if each.id in own and pool is not None:
                found[source.id, each.id] = pool
    return found
