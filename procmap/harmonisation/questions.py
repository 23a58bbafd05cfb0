"""What is left to decide, as questions whose subject can be pasted into a decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from procmap.harmonisation.attaching import Carried
from procmap.harmonisation.composing import Composed
from procmap.harmonisation.decisions import AskAgain
from procmap.harmonisation.laws import BrokenPair
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source, by_id
from procmap.harmonisation.values import Question
from procmap.harmonisation.votes import Votes
from procmap.model import Finding, StepReference, unique
from procmap.model.decisions import About, AttachedReference, NameReference, NamesReference, QuestionKind

K = TypeVar("K", bound=Hashable)
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

    def order(self, composed: Composed, broken: Sequence[BrokenPair]) -> Iterable[Question]:
        """Yield questions about order: equal votes, no structure, what all agree on in vain, what nobody says."""
        votes = composed.votes
        for (relation, _), first, second in _grouped(
            ((votes.between(one, other), str(sorted(votes.of(one, other).items()))), one, other)
            for one, other in sorted(votes.tied)
        ):
            best = max(votes.of(first[0], second[0]).values())
            yield self._order("order-tied", self._sides(votes, first, second), relation, (best, best))
        for cut in composed.cuts:
            if cut.first and cut.second:
                sides = self._sides(votes, cut.first, cut.second)
                yield self._order("order-cut", sides, cut.relation, (cut.agreeing, cut.lost))
        number = {row: place for place, row in enumerate(votes.rows)}
        for agreed, first, second in _grouped(
            (pair.agreed, number[pair.first], number[pair.second]) for pair in broken
        ):
            count = sum(votes.of(first[0], second[0]).values())
            yield self._order("order-agreed-broken", self._sides(votes, first, second), agreed, (count, 0))
        for _, first, second in _grouped(("<", one, other) for one, other in sorted(votes.filled)):
            yield self._order("order-unknown", self._sides(votes, first, second), "<")

    @staticmethod
    def _sides(votes: Votes, first: Iterable[int], second: Iterable[int]) -> tuple[list[str], list[str]]:
        return [votes.rows[number] for number in first], [votes.rows[number] for number in second]

    def _order(
        self, code: str, sides: tuple[list[str], list[str]], relation: str, votes: tuple[int, int] = (0, 0)
    ) -> Question:
        first, second = sides
        params: dict[str, str | int] = {
            "first": self._labels(first), "second": self._labels(second), "relation": _WORD[relation],
            "agreeing": votes[0], "against": votes[1],
        }  # fmt: skip
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
            source, value = self._by_id[each.party], each.value
            at = next((step for step in (*value.on, *value.guards) if step in source.steps), None)
            step = self._reference(each.party, at) if at is not None else StepReference(
                organisation=source.party.organisation, variant=source.party.variant, process=source.process.id
            )  # fmt: skip
            about = About(attached=AttachedReference(kind=value.kind, id=value.id, step=step))
            params: dict[str, str | int] = {"kind": value.kind, "name": value.name, "party": each.party}
            key = (each.party, value.kind, value.name)
            question = _note("attached-without-place", params)
            yield self._question("attached", question, about, ("move", {each.party: value.name}), key)

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


def _grouped(pairs: Iterable[tuple[K, int, int]]) -> Iterable[tuple[K, list[int], list[int]]]:
    """Yield pairs of the same kind together: all that stand to the same others make one group."""
    by_first: dict[tuple[K, int], list[int]] = {}
    for kind, one, other in pairs:
        by_first.setdefault((kind, one), []).append(other)
    by_others: dict[tuple[K, tuple[int, ...]], list[int]] = {}
    for (kind, one), others in by_first.items():
        by_others.setdefault((kind, tuple(others)), []).append(one)
    for (kind, alike), ones in by_others.items():
        yield kind, ones, list(alike)


def _note(code: str, params: dict[str, str | int]) -> Finding:
    return Finding(code=code, severity="note", params=params)
