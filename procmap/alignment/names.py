"""Names of roles, systems and documents that several parties use: which of them are for the same thing.

Names with the same stems are. Others are joined where they mean the same by the lexicon, or where they stand at the
same rows: who does the same steps here and there, what comes out of the same step. Two names are joined so when each is
the other's best, and then no party has two of a group. What people decided on names goes before all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from procmap.alignment.facts import Facts
from procmap.alignment.name_pairs import Place, Use, candidates, mutual
from procmap.alignment.values import Doubt, NameGroup, NameKind, NameMember, NameReason, Party, Row
from procmap.language import Language, Lexicon, guess_language, label_key
from procmap.model import Activity, Decisions, Finding, Step
from procmap.model.decisions import Choice

KINDS: tuple[NameKind, ...] = ("role", "system", "document")
SAME_STEMS = 0.9
DECIDED = 1.0


class _Groups:
    """Uses of names, in groups that grow, with what joined each and how sure that is."""

    def __init__(self, uses: Sequence[Use]) -> None:
        self._of = list(range(len(uses)))
        self._members = [[use] for use in uses]
        self._reasons: list[dict[NameReason, float]] = [{} for _ in uses]
        self._apart: set[tuple[int, int]] = set()

    def may_join(self, one: Use, other: Use, *, once: bool = True) -> bool:
        """Tell whether the groups of two uses can be one: people keep none apart, and no party has two, if `once`."""
        members, others = self._members[self._of[one.number]], self._members[self._of[other.number]]
        if members is others or any((a.number, b.number) in self._apart for a in members for b in others):
            return False
        return not once or {use.party.id for use in members}.isdisjoint(use.party.id for use in others)

    def keep_apart(self, one: Use, other: Use) -> None:
        """Join the groups of two uses never."""
        self._apart.update(((one.number, other.number), (other.number, one.number)))

    def join(self, one: Use, other: Use, why: NameReason, confidence: float) -> None:
        """Put the groups of two uses together."""
        kept, gone = sorted((self._of[one.number], self._of[other.number]))
        self._members[kept] += self._members[gone]
        self._reasons[kept] = {**self._reasons[kept], **self._reasons[gone], why: confidence}
        for use in self._members[gone]:
            self._of[use.number] = kept
        self._members[gone] = []

    def all(self) -> Iterator[tuple[list[Use], dict[NameReason, float]]]:
        """Yield each group with its reasons."""
        for members, reasons in zip(self._members, self._reasons, strict=True):
            if members:
                yield members, reasons


def names_of(
    parties: Sequence[Party],
    rows: Sequence[Row],
    decisions: Decisions | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[NameGroup, ...]:
    """Return every name of a role, system or document in exactly one group, by kind, then by label.

    Stems are taken in the language that most labels of all parties are written in. Decisions on names count unless they
    are replaced: `keep` keeps names apart, any other choice puts them together. `lexicon`: what words mean; else as
    shipped.
    """
    parties = sorted(parties, key=lambda party: party.id)
    language = guess_language(step.name for party in parties for step in party.process.steps)
    row_of = {(member.process, member.step): row.id for row in rows for member in row.steps}
    groups: list[NameGroup] = []
    for kind in KINDS:
        uses = _uses(parties, kind, language, row_of)
        made = [_group(kind, *joined) for joined in _joined(kind, uses, language, decisions, lexicon).all()]
        groups += sorted(made, key=lambda group: (group.label, group.members[0].process, group.members[0].name))
    return tuple(groups)


def _uses(
    parties: Sequence[Party], kind: NameKind, language: Language, row_of: Mapping[tuple[str, str], str]
) -> list[Use]:
    uses: list[Use] = []
    for party in parties:
        facts = Facts(party.process)
        places: dict[str, set[Place]] = defaultdict(set)
        for step in party.process.steps:
            for name, side in _told(facts, step, kind):
                found = places[name]
                if side:
                    found.add((row_of[party.id, step.id], side))
        for name in sorted(places):
            key = label_key(name, language) or (name,)
            uses.append(Use(len(uses), party, name, key, frozenset(places[name])))
    return uses


def _told(facts: Facts, step: Step, kind: NameKind) -> Iterator[tuple[str, str]]:
    """Yield the names at a step, each with what it is there: nothing for the lane of an event, which nobody does."""
    if kind == "role":
        side = "by" if isinstance(step, Activity) else ""
        yield from ((name, side) for name in facts.roles(step))
    elif kind == "system":
        yield from ((name, "in") for name in facts.systems(step))
    else:
        yield from ((name, "in") for name in facts.documents_in(step))
        yield from ((name, "out") for name in facts.documents_out(step))


def _joined(
    kind: NameKind, uses: Sequence[Use], language: Language, decisions: Decisions | None, lexicon: Lexicon | None
) -> _Groups:
    groups = _Groups(uses)
    for choice, cited in _decided(kind, uses, decisions):
        for one, other in combinations(cited, 2):
            if choice == "keep":
                groups.keep_apart(one, other)
            elif groups.may_join(one, other, once=False):
                groups.join(one, other, "decided", DECIDED)
    first: dict[tuple[str, ...], Use] = {}
    for use in uses:
        if groups.may_join(first.setdefault(use.key, use), use, once=False):
            groups.join(first[use.key], use, "same-stems", SAME_STEMS)
    pairs = candidates(kind, uses, language, lexicon)
    # A name whose best counterpart is taken may have another one: again, until nothing is found.
    while pairs := [pair for pair in pairs if groups.may_join(pair.one, pair.other)]:
        for pair in mutual(pairs):
            if groups.may_join(pair.one, pair.other):
                groups.join(pair.one, pair.other, pair.why, pair.confidence)
    return groups


def _decided(kind: NameKind, uses: Sequence[Use], decisions: Decisions | None) -> Iterator[tuple[Choice, list[Use]]]:
    """Yield what was decided on names of a kind, what keeps them apart first; other names are passed over."""
    found = decisions.decisions if decisions is not None else ()
    replaced = {decision.replaces for decision in found if decision.replaces}
    for decision in sorted(found, key=lambda one: one.choice != "keep"):
        about = decision.about.names
        if about is not None and about.kind == kind and decision.id not in replaced:
            named = {(member.organisation, " ".join(member.name.split())) for member in about.members}
            yield decision.choice, [use for use in uses if (use.party.organisation, use.name) in named]


def _group(kind: NameKind, used: Iterable[Use], reasons: Mapping[NameReason, float]) -> NameGroup:
    uses = list(used)
    counted = [use for use in uses if not use.party.is_reference] or uses
    organisations: dict[str, set[str]] = defaultdict(set)
    for use in counted:
        organisations[use.name].add(use.party.organisation)
    label = min(organisations, key=lambda name: (-len(organisations[name]), len(name), name))
    members = sorted((NameMember(process=use.party.id, name=use.name) for use in uses), key=_by_content)
    return NameGroup(
        kind=kind,
        label=label,
        confidence=min(reasons.values(), default=1.0),
        why=tuple(sorted(reasons)),
        members=tuple(members),
    )


def names_to_look_at(groups: Iterable[NameGroup]) -> tuple[Doubt, ...]:
    """Return a doubt for each kind of names of which some are the same only because they stand at the same steps.

    Not for systems: that they are called otherwise is told as a difference anyway.
    """
    doubts = []
    for kind in ("role", "document"):
        shown = [
            " = ".join(f"{member.name} ({member.process})" for member in group.members)
            for group in groups
            if group.kind == kind and "at-the-same-steps" in group.why
        ]
        if shown:
            params: dict[str, str | int] = {"names": "; ".join(shown), "count": len(shown)}
            doubts.append(Doubt(finding=Finding(code=f"names-by-steps-{kind}", severity="info", params=params)))
    return tuple(doubts)


def _by_content(member: NameMember) -> tuple[str, str]:
    return (member.process, member.name)
