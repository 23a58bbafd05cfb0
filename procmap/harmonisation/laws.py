"""The laws of a result, judged on the common process itself, not on how it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from itertools import product
from typing import NamedTuple

from procmap.alignment import Alignment
from procmap.behaviour import Order, Relation, Undecided, read_process
from procmap.harmonisation.attaching import Carried
from procmap.harmonisation.compositions import ALL, POSSIBLE, bit_of, follow
from procmap.harmonisation.deriving import derive, same_flow
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import Invariant, TraceEntry
from procmap.harmonisation.votes import Pair, Votes
from procmap.model import AttachedValue, Finding, Process, Severity
from procmap.soundness import Verdict

CAP = 20_000
"""States to try when the relations of the common process are looked at."""
MOST_ROWS = 120
"""Of more rows it is not looked for what contradicts each other."""
TOLD = 20
"""More broken pairs than this are counted, not told one by one."""


class CommonOrder:
    """The relations between the elements of the common process, by its states; by its blocks where these are too many.

    `by_blocks`: the relations of elements by the blocks of every scope.
    """

    def __init__(self, common: Process, by_blocks: Mapping[tuple[str, str], Relation]) -> None:
        seen = {step.id: step.id for step in common.steps}
        self._by_blocks = by_blocks
        self._orders: list[Order] | None = None
        with suppress(Undecided):
            self._orders = [reading.order(seen) for reading in read_process(common, CAP)]

    @property
    def explored(self) -> bool:
        """Tell whether all states were tried."""
        return self._orders is not None

    def relation(self, one: str, other: str) -> Relation | None:
        """Return how two elements stand; None where they never happen in one net."""
        if self._orders is None:
            back: Relation | None = self._by_blocks.get((other, one))
            return self._by_blocks.get((one, other), _BACK[back] if back else None)
        for order in self._orders:
            if one in order.number and other in order.number and one != other:
                return order.relation(one, other)
        return None


_BACK: dict[Relation, Relation] = {"<": ">", ">": "<", "x": "x", "|": "|", "~": "~"}


class BrokenPair(NamedTuple):
    """Two rows that do not stand to each other as all organisations with both agree, or as was `decided`.

    `against`: a third row that stands to both so that no process with each step once and free choices can have all
    three relations (see `compositions`), as all agree or as it follows from what all agree on and holds.
    """

    first: str
    second: str
    agreed: str
    found: Relation | None
    decided: bool = False
    against: str | None = None


def broken_pairs(
    votes: Votes, node_of: Mapping[str, str], order: CommonOrder, open_rows: AbstractSet[str]
) -> tuple[BrokenPair, ...]:
    """Return the pairs of a scope that all organisations with both rows agree on, or were decided, and do not hold."""
    drawn = [number for number, row in enumerate(votes.rows) if row in node_of]
    agreed: dict[Pair, Relation] = {}
    broken: list[BrokenPair] = []
    for pair in sorted({*votes.counts, *votes.ruled}):
        decided = pair in votes.ruled
        wanted = votes.ruled[pair] if decided else votes.unanimous(*pair, strictly=True)
        first, second = (votes.rows[number] for number in pair)
        if wanted is None or first not in node_of or second not in node_of:
            continue
        found = order.relation(node_of[first], node_of[second])
        if found is None or found != wanted:
            broken.append(BrokenPair(first, second, wanted, found, decided))
        elif not decided and open_rows.isdisjoint((first, second)):
            agreed[pair] = found
    if not broken or len(drawn) > MOST_ROWS:
        return tuple(broken)
    return _with_contradictions(broken, votes.rows, agreed)


def _with_contradictions(
    broken: Iterable[BrokenPair], rows: Sequence[str], agreed: Mapping[Pair, Relation]
) -> tuple[BrokenPair, ...]:
    """Return broken pairs, each with what it contradicts of what is agreed on and holds."""
    inside = sorted({row for pair in agreed for row in pair})
    place = {row: number for number, row in enumerate(inside)}
    network = [[ALL] * len(inside) for _ in inside]
    known = ((place[one], place[other], bit_of(relation)) for (one, other), relation in agreed.items())
    by = follow(network, known, POSSIBLE) or {}
    number = {row: place[each] for each, row in enumerate(rows) if each in place}
    told = []
    for pair in broken:
        one, other = number.get(pair.first, -1), number.get(pair.second, -1)
        third = by.get((one, other))
        if not pair.decided and third is not None and not network[one][other] & bit_of(pair.agreed):
            told.append(pair._replace(against=rows[inside[third]]))
        else:
            told.append(pair)
    return tuple(told)


def unanimity(
    broken: Iterable[BrokenPair],
    node_of: Mapping[str, str],
    labels: Mapping[str, str],
    open_rows: Collection[str],
    order: CommonOrder,
) -> Invariant:
    """Do all pairs hold that every organisation with both rows agrees on?

    A row in `open_rows` has no place of its own until it is decided on: what its place here leaves out is told and
    asked, and breaks no law. Nor does what no process with each step once and free choices can hold together with
    something else that all agree on and that holds. Of all others every pair counts.
    """
    found: list[Finding] = []
    asked: list[Finding] = []
    for pair in (pair for pair in broken if not pair.decided):
        params: dict[str, str | int] = {
            "first": labels[pair.first], "second": labels[pair.second], "agreed": _WORD[pair.agreed],
            "found": _WORD.get(pair.found or "", "unrelated"),
        }  # fmt: skip
        code = "unanimity-broken"
        severity: Severity = "warning"
        if pair.first in open_rows or pair.second in open_rows:
            code, severity = "unanimity-open", "note"
        elif pair.against is not None:
            code, severity = "unanimity-contradiction", "note"
            params["third"] = labels[pair.against]
        elements = (node_of[pair.first], node_of[pair.second])
        finding = Finding(code=code, severity=severity, elements=elements, params=params)
        (found if code == "unanimity-broken" else asked).append(finding)
    detail = _shortened(found + asked, "unanimity")
    if not order.explored:
        detail = (*detail, Finding(code="law-judged-by-blocks", severity="note", params={"law": "unanimity"}))
    return Invariant(name="unanimity", holds=not found, detail=detail)


_WORD = {"<": "before", ">": "after", "x": "either-or", "|": "parallel", "~": "mixed"}


def accounting(
    alignment: Alignment, sources: Sequence[Source], trace: Sequence[TraceEntry], common: Process
) -> Invariant:
    """Is every step of every source in exactly one row, and has it exactly one fate?"""
    in_rows = Counter((member.process, member.step) for row in alignment.rows for member in row.steps)
    fates = Counter((entry.process, entry.step) for entry in trace)
    elements = {element.id for element in common.elements()} | {common.id}
    wrong: list[Finding] = []
    for source in sources:
        for step in source.steps.values():
            key = (source.id, step.id)
            if in_rows.pop(key, 0) != 1 or fates.pop(key, 0) != 1:
                wrong.append(_finding("step-unaccounted", source.id, step.id, step.name))
    for party, step_id in sorted({*in_rows, *fates}):
        wrong.append(_finding("step-unknown", party, step_id, ""))
    for entry in trace:
        if (entry.to is None and entry.decision is None) or (entry.to is not None and entry.to not in elements):
            wrong.append(_finding("step-goes-nowhere", entry.process, entry.step, ""))
    return Invariant(name="accounting", holds=not wrong, detail=_shortened(wrong, "accounting"))


def _finding(code: str, party: str, step: str, label: str) -> Finding:
    return Finding(
        code=code, severity="blocking", elements=(step,), params={"party": party, "step": step, "label": label}
    )


def nothing_lost(carried: Carried, sources: Sequence[Source], displaced: Iterable[Displaced]) -> Invariant:
    """Has everything attached a fate, and does every control stay before or after what it guards?"""
    expected = Counter((s.id, str(value.kind), value.id) for s in sources for value in s.process.attached)
    fates = Counter((fate.process, fate.kind, fate.id) for fate in carried.fates)
    wrong = [
        Finding(code="attached-lost", severity="blocking", params={"party": party, "kind": kind, "id": value_id})
        for party, kind, value_id in sorted((expected - fates) + (fates - expected))
    ]
    wrong += [
        Finding(code="attached-lost", severity="blocking", params={"party": f.process, "kind": f.kind, "id": f.id})
        for f in carried.fates
        if f.fate == "retired" and f.decision is None
    ]
    wrong += [
        Finding(
            code="attached-open", severity="blocking",
            params={"party": each.party, "kind": each.value.kind, "id": each.value.id, "name": each.value.name},
        )
        for each in carried.homeless
    ]  # fmt: skip
    for each in {(one.value.id, one.at, one.guarded): one for one in displaced}.values():
        value = each.value
        params = {"name": value.name, "id": value.id, "position": value.position, "found": _WORD[each.found]}
        severity: Severity = "blocking" if value.blocking else "warning"
        elements = (each.at, each.guarded)
        wrong.append(Finding(code="control-displaced", severity=severity, elements=elements, params=params))
    return Invariant(name="nothing_lost", holds=not wrong, detail=tuple(wrong))


class Displaced(NamedTuple):
    """A control that no longer stands before or after what it guards.

    `value`: as it is in the common process, between whose elements `at` and `guarded` the relation `found` holds.
    `steps`, `others`: the steps of the party that these stand for, which were `wanted` to each other.
    """

    party: str
    value: AttachedValue
    at: str
    guarded: str
    found: Relation
    steps: tuple[str, ...]
    others: tuple[str, ...]
    wanted: Relation


def displaced_controls(
    carried: Carried,
    sources: Sequence[Source],
    order: CommonOrder,
    element_of: Mapping[tuple[str, str], str],
    decided: Collection[frozenset[str]],
) -> tuple[Displaced, ...]:
    """Return the controls that are displaced.

    What stands otherwise in its own process already is not displaced, unless people moved it; nor is what they decided.
    `element_of`: the common element of (party, element). `decided`: common elements whose order was decided, by twos.
    """
    values = iter(carried.values)
    attached = [(source, value) for source in sources for value in source.process.attached]
    found: list[Displaced] = []
    for (source, value), fate in zip(attached, carried.fates, strict=True):
        if fate.fate == "retired":
            continue
        common = next(values)
        if value.position == "none":
            continue
        wanted: Relation = "<" if value.position == "before" else ">"
        for element, guards in product(value.on, value.guards):
            at = common.on[0] if fate.fate == "moved" else element_of.get((source.id, element))
            guarded = element_of.get((source.id, guards))
            if at is None or guarded is None or at == guarded or {at, guarded} in decided:
                continue
            steps, others = source.steps_at(element), source.steps_at(guards)
            stands = order.relation(at, guarded)
            if stands in (None, wanted) or (fate.fate != "moved" and source.relation_of(steps, others) != wanted):
                continue
            found.append(Displaced(source.id, common, at, guarded, stands, steps, others, wanted))
    return tuple(found)


def derivability(union: Process, sources: Sequence[Source]) -> Invariant:
    """Can each imported process be derived back from the aligned union, node by node and flow by flow?"""
    wrong = [
        Finding(code="not-derivable", severity="blocking", params={"party": source.id})
        for source in sources
        if not same_flow(derive(union, source.party.organisation, source.party.variant), source.process)
    ]
    return Invariant(name="derivability", holds=not wrong, detail=tuple(wrong))


def sound(verdict: Verdict) -> Invariant:
    """Is what was composed sound?"""
    return Invariant(name="soundness", holds=verdict.verdict == "sound", detail=verdict.findings)


def _shortened(findings: list[Finding], law: str) -> tuple[Finding, ...]:
    if len(findings) <= TOLD:
        return tuple(findings)
    more = Finding(code="law-more", severity="warning", params={"law": law, "count": len(findings) - TOLD})
    return (*findings[:TOLD], more)
