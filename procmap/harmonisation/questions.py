"""What is left to decide, as questions whose subject can be pasted into a decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from procmap.harmonisation.asked_places import Place, alike, places
from procmap.harmonisation.attaching import Carried
from procmap.harmonisation.blocks import RowRelations
from procmap.harmonisation.composing import Composed
from procmap.harmonisation.decisions import AskAgain
from procmap.harmonisation.decomposition import Cut
from procmap.harmonisation.laws import BrokenPair, Displaced
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source, by_id
from procmap.harmonisation.values import Question
from procmap.harmonisation.votes import Pair, Votes
from procmap.model import AttachedValue, Finding, StepReference, unique
from procmap.model.decisions import About, AttachedReference, NameReference, NamesReference, QuestionKind

NOTHING: Mapping[str, str | int] = {}
_WORD = {"<": "before", ">": "after", "x": "either-or", "|": "parallel"}


class Asker:
    """Makes questions. Their ids come from what is asked about, by content."""

    def __init__(self, rows: Rows, sources: Sequence[Source]) -> None:
        self.rows, self.sources = rows, sources
        self._by_id: Mapping[str, Source] = by_id(sources)
        self._references: dict[tuple[str, str], StepReference] = {}
        self._given: dict[str, int] = {}

    def rows_left_open(self) -> Iterable[Question]:
        """Yield a question for every row that too few organisations have."""
        for row in self.rows.rows.values():
            if row.state == "open":
                few = len(row.organisations)
                params: dict[str, str | int] = {
                    "label": row.label, "having": ", ".join(row.organisations) or ", ".join(row.members),
                    "count": few, "of": len(self.rows.organisations), "keep": self.rows.keep,
                }  # fmt: skip
                code = "open-frame" if row.role == "frame" else "open-row"
                answers = {
                    source.id: " / ".join(source.steps[step].name for step in row.members.get(source.id, ()))
                    for source in self.sources
                }
                proposal = "keep" if 2 * few >= len(self.rows.organisations) else "local"
                about = About(steps=self._all([row.id]))
                yield self._question("row", _note(code, params), about, (proposal, answers), (row.id,))

    def again(self, asked: Iterable[AskAgain], row_of: Callable[[str], str]) -> Iterable[Question]:
        """Yield a question for every decision that no longer fits. `row_of`: the row that stands for a row."""
        for each in asked:
            rows = unique(row for row in map(row_of, each.rows) if row in self.rows.rows)
            about = About(steps=self._all(rows)) if rows else each.about
            kind: QuestionKind = "attached" if about.attached else "names" if about.names else "row"
            why = each.why.replace(code=each.why.code.replace("decision-", "again-", 1))
            content = (each.decision.id, *rows)
            yield self._question(kind, why, about, (each.proposal, {}), content)

    def order(self, composed: Composed, broken: Sequence[BrokenPair], relations: RowRelations) -> Iterable[Question]:
        """Yield questions about order: equal votes, no structure, what all agree on in vain, what nobody says.

        Each is asked once for a place of the result, and of equal votes no more where a cut is asked about. `relations`
        are those of the rows in the tree, of each pair one way round.
        """
        votes = composed.votes
        asked = [cut for cut in composed.cuts if _is_doubtful(cut, votes)]
        cut_through = {pair for cut in asked for pair in product(cut.first, cut.second)}
        tied = [pair for pair in sorted(votes.tied) if not cut_through & {pair, pair[::-1]}]
        number = {row: place for place, row in enumerate(votes.rows)}
        for place in places(composed.tree, _standing(votes, tied, relations)):
            pairs = [sorted((number[one], number[other])) for one, other in product(place.first, place.second)]
            even = sum((one, other) in votes.tied for one, other in pairs)
            if even == len(pairs):
                yield self._order("order-tied", place)
            else:
                yield self._order("order-tied-partly", place, {"even": even, "of": len(pairs)})
        for cut in asked:
            yield self._order("order-cut", _place(cut, votes), self._votes_on(cut))
        for code, decided in (("order-agreed-broken", False), ("order-decided-broken", True)):
            wanted = (_forward(pair.agreed, pair.first, pair.second) for pair in broken if pair.decided == decided)
            for place in alike(wanted):
                yield self._order(code, place)
        for place in alike(_standing(votes, sorted(votes.filled), relations)):
            yield self._order("order-unknown", place)

    def decided(self, composed: Composed) -> Iterable[Finding]:
        """Yield what the votes settled where there is no common structure, and where nothing is left to ask."""
        for cut in composed.cuts:
            if cut.first and cut.second and not _is_doubtful(cut, composed.votes):
                place = _place(cut, composed.votes)
                yield _note("order-decided", {**self._order_params(place), **self._votes_on(cut)})

    def _votes_on(self, cut: Cut) -> dict[str, str | int]:
        full = self.sources[0].full_vote
        return {"agreeing": _in_votes(cut.agreeing, full), "against": _in_votes(cut.lost, full)}

    def _order_params(self, place: Place) -> dict[str, str | int]:
        first, second = self._labels(place.first), self._labels(place.second)
        return {"first": first, "second": second, "relation": _WORD[place.relation]}

    def _order(self, code: str, place: Place, counted: Mapping[str, str | int] = NOTHING) -> Question:
        relation, first, second = place
        params = {**self._order_params(place), **counted}
        answers = {}
        for source in self.sources:
            said = {
                _WORD[found]
                for one in first
                for other in second
                for found in [
                    source.relation_of(self.rows.steps([one], source.id), self.rows.steps([other], source.id))
                ]
                if found is not None and found != "~"
            }
            if said:
                answers[source.id] = ", ".join(sorted(said))
        about = About(order=(self._all(first), self._all(second)))
        content = (*first, "/", *second)
        return self._question("order", _note(code, params), about, (_WORD[relation], answers), content)

    def displaced(self, displaced: Iterable[Displaced]) -> Iterable[Question]:
        """Yield a question for every two places that a control guards one from at, and where it does not now."""
        asked: set[Place] = set()
        for each in displaced:
            first, second = (self._rows_of(each.party, steps) for steps in (each.steps, each.others))
            place = Place(each.wanted, first, second)
            if first and second and not set(first) & set(second) and place not in asked:
                asked.add(place)
                yield self._order("order-control", place, {"name": each.value.name, "party": each.party})

    def _rows_of(self, party: str, steps: Iterable[str]) -> tuple[str, ...]:
        found = (self.rows.of_step.get((party, step)) for step in steps)
        return tuple(unique(row.id for row in found if row is not None))

    def optional(self, composed: Composed) -> Iterable[Question]:
        """Yield a question for every part that as many always do as sometimes."""
        for tied in composed.tied_skips:
            params: dict[str, str | int] = {"labels": self._labels(tied.rows)}
            about = About(presence=self._all(tied.rows), within=self._all(tied.within))
            answers = {party: "optional" if answer else "always" for party, answer in tied.answers}
            question = _note("optional-tied", params)
            yield self._question("optional", question, about, ("optional", answers), tied.rows)

    def loops(self, composed: Composed) -> Iterable[Question]:
        """Yield questions about what is done again."""
        for loop in composed.loops.kept:
            for row in loop.tied:
                params: dict[str, str | int] = {"label": self.rows.rows[row].label}
                yield self._loop("loop-part-tied", params, [row], "repeated")
            if loop.joined:
                yield self._loop("loop-joined", {"labels": self._labels(loop.joined)}, list(loop.joined), "repeated")
        left: dict[tuple[str, ...], list[str]] = {}
        for party, rows in composed.loops.left_out:
            left.setdefault(rows, []).append(party)
        for rows, parties in left.items():
            params = {"labels": self._labels(rows), "parties": ", ".join(parties)}
            yield self._loop("loop-left-out", params, list(rows), "once")
        borders: dict[tuple[int, ...], list[str]] = {}
        for loop_rows, others in composed.borders:
            borders.setdefault(loop_rows, []).extend(composed.votes.rows[other] for other in others)
        for loop_rows, outside in borders.items():
            inside = [composed.votes.rows[row] for row in loop_rows]
            params = {"labels": self._labels(inside), "others": self._labels(outside)}
            yield self._loop("loop-border", params, inside, "repeated")

    def _loop(self, code: str, params: dict[str, str | int], rows: list[str], proposal: str) -> Question:
        answers = {}
        for source in self.sources:
            steps = self.rows.steps(rows, source.id)
            if steps:
                again = any(steps & loop.steps for loop in source.loops)
                answers[source.id] = "repeated" if again else "once"
        about = About(repeat=self._all(rows))
        return self._question("loop", _note(code, params), about, (proposal, answers), rows)

    def names(
        self, groups: Iterable[Sequence[tuple[str, str]]], label_of: Mapping[tuple[str, str], str]
    ) -> Iterable[Question]:
        """Yield a question for each group of roles that do the same steps under different names."""
        for group in groups:
            members = tuple(
                NameReference(organisation=self._by_id[party].party.organisation, name=name)
                for party, role in group
                for name in [label_of[party, role]]
            )
            names = sorted({role for _, role in group})
            params: dict[str, str | int] = {"names": ", ".join(f'"{name}"' for name in names), "label": group[0][1]}
            about = About(names=NamesReference(kind="role", members=members))
            answers = dict(group)
            content = [f"{party}/{role}" for party, role in group]
            yield self._question("names", _note("names-differ", params), about, ("merge", answers), content)

    def homeless(self, carried: Carried) -> Iterable[Question]:
        """Yield a question for everything attached that has no place."""
        for each in carried.homeless:
            value = each.value
            about = self._about_value(each.party, value)
            params: dict[str, str | int] = {"kind": value.kind, "name": value.name, "party": each.party}
            key = (each.party, value.kind, value.name)
            question = _note("attached-without-place", params)
            yield self._question("attached", question, about, ("move", {each.party: value.name}), key)

    def contradicting(self, carried: Carried) -> Iterable[Question]:
        """Yield a question for all attached values of which only one can hold: it is about the first of them."""
        for group in carried.contradicting:
            first = group[0]
            parties = dict.fromkeys(each.party for each in group)
            named = {party: ", ".join(one.value.name for one in group if one.party == party) for party in parties}
            params: dict[str, str | int] = {
                "kind": first.value.kind,
                "values": "; ".join(f"{party}: {name}" for party, name in named.items()),
            }
            key = (first.value.kind, *(text for each in group for text in (each.party, each.value.name)))
            about = self._about_value(first.party, first.value)
            yield self._question("attached", _note("attached-contradict", params), about, ("keep", named), key)

    def _about_value(self, party: str, value: AttachedValue) -> About:
        source = self._by_id[party]
        at = next((step for step in (*value.on, *value.guards) if step in source.steps), None)
        step = self._reference(party, at) if at is not None else StepReference(
            organisation=source.party.organisation, variant=source.party.variant, process=source.process.id
        )  # fmt: skip
        return About(attached=AttachedReference(kind=value.kind, id=value.id, step=step))

    def _question(
        self,
        kind: QuestionKind,
        question: Finding,
        about: About,
        proposal: tuple[str, dict[str, str]],
        content: Iterable[str],
    ) -> Question:
        """Return a question; `proposal`: a choice, and what each party does now; `content` makes the id."""
        text = json.dumps([kind, question.code, *content], ensure_ascii=False)
        made = "open-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._given[made] = self._given.get(made, 0) + 1
        if self._given[made] > 1:
            made = f"{made}-{self._given[made]}"
        choice, answers = proposal
        return Question(id=made, kind=kind, question=question, about=about, proposal=choice, answers=answers)

    def _all(self, rows: Iterable[str]) -> tuple[StepReference, ...]:
        return tuple(
            self._reference(party, step)
            for row in rows
            for party, steps in self.rows.rows[row].members.items()
            for step in steps
        )

    def _reference(self, party: str, step: str) -> StepReference:
        key = (party, step)
        if key not in self._references:
            source = self._by_id[party]
            self._references[key] = source.references.make(step, source.party.organisation, source.party.variant)
        return self._references[key]

    def _labels(self, rows: Iterable[str]) -> str:
        return ", ".join(f'"{self.rows.rows[row].label}"' for row in rows)


def _is_doubtful(cut: Cut, votes: Votes) -> bool:
    """Tell whether a cut is asked about: votes on some pair are equal, or most are lost.

    What all agree on and does not hold in the result is asked about by itself.
    """
    if not cut.first or not cut.second:
        return False
    if cut.agreeing <= cut.lost:
        return True
    pairs = ((min(pair), max(pair)) for pair in product(cut.first, cut.second))
    return any(pair in votes.tied for pair in pairs)


def _place(cut: Cut, votes: Votes) -> Place:
    first, second = (tuple(votes.rows[number] for number in side) for side in (cut.first, cut.second))
    return Place(cut.relation, first, second)


def _standing(votes: Votes, pairs: Iterable[Pair], relations: RowRelations) -> Iterable[tuple[str, str, str]]:
    """Yield pairs of rows by name with how they stand, the earlier one first, where that can be said in a word."""
    for one, other in pairs:
        for first, second in ((votes.rows[one], votes.rows[other]), (votes.rows[other], votes.rows[one])):
            if relations.get((first, second), "~") != "~":
                yield _forward(relations[first, second], first, second)


def _forward(relation: str, first: str, second: str) -> tuple[str, str, str]:
    return ("<", second, first) if relation == ">" else (relation, first, second)


def _in_votes(weight: int, full: int) -> int | str:
    """Return a weight in votes of organisations, which can be parts of one: 3, "2½", "7/3"."""
    whole, rest = divmod(weight, full)
    if not rest:
        return whole
    return f"{whole or ''}½" if 2 * rest == full else str(Fraction(weight, full))


def _note(code: str, params: dict[str, str | int]) -> Finding:
    return Finding(code=code, severity="note", params=params)
