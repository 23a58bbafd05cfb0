"""What the workshop is asked, one question after the other: the ways to answer, and the decision that an answer is.

Questions come in the order of the work. What is open comes first; then every row that nobody has decided, with what is
proposed for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from string import ascii_uppercase
from typing import Literal

from pydantic import Field

from procmap.alignment import Member, Party, Row
from procmap.harmonisation.values import Question
from procmap.model import Finding
from procmap.model.decisions import About, Choice, Decision, QuestionKind
from procmap.model.tracing import StepReference
from procmap.model.value import Value
from procmap.reports.letters import letters_of
from procmap.workspace.deriving import Derived
from procmap.workspace.members import Members

RowState = Literal["proposed", "confirmed", "decided", "open", "conflict"]
Need = Literal["text", "reason", "to"]
Said = Literal["text", "to", "condition", "where"]
LATER = "5"
"""The key that leaves a question for later: it decides nothing."""

_WORDS: dict[QuestionKind, tuple[tuple[Choice, Need | None], ...]] = {
    "row": (("merge", None), ("redesign", "text"), ("local", None), ("drop", "reason"), ("move", "to")),
    "order": (("before", None), ("after", None), ("parallel", None), ("either-or", None)),
    "optional": (("always", None), ("optional", None)),
    "loop": (("once", None), ("repeated", None)),
    "names": (("merge", None), ("keep", None)),
    "attached": (("keep", None), ("move", "to"), ("drop", "reason")),
}
"""The choices of each kind of question in the order of their keys (1, 2 …), and what each cannot do without."""

_MAY: dict[tuple[QuestionKind, Choice], tuple[Said, ...]] = {
    ("row", "adopt"): ("text",),
    ("row", "merge"): ("text", "to"),
    ("row", "redesign"): ("text",),
    ("row", "local"): ("text", "condition", "where"),
    ("row", "drop"): ("to",),
    ("row", "move"): ("text", "to", "where"),
    ("optional", "optional"): ("condition",),
    ("loop", "repeated"): ("condition",),
    ("names", "merge"): ("text",),
    ("attached", "move"): ("to",),
}
"""What each choice may say beside its reason, its cause and who decided (docs/people.md)."""


_KINDS: dict[str, QuestionKind] = {
    "steps": "row", "order": "order", "presence": "optional", "repeat": "loop", "names": "names",
    "attached": "attached",
}  # fmt: skip
"""What kind of question a decision answers, by what it is about."""


class Option(Value):
    """A way to answer: `key` is a number, or the letter of the party whose way it takes. `may`: what it can say.

    `party` is the id of that party; `organisation` its name, where the decision has to say whose way it is.
    """

    key: str
    choice: Choice
    party: str = ""
    organisation: str = ""
    needs: Need | None = None
    may: tuple[Said, ...] = ()


class Asked(Value):
    """A question with its ways to answer.

    `rows` are the ids of the rows that it is about, `proposal` the key of the option that is proposed. `answers` tell
    what each party does now, by its id. `question` is none for a row that nobody asks about: it only waits for
    somebody to say yes. `decided` is the id of the decision that answers it so far.
    """

    id: str
    kind: QuestionKind
    question: Finding | None
    about: About
    rows: tuple[str, ...]
    options: tuple[Option, ...]
    proposal: str = ""
    answers: dict[str, str] = Field(default_factory=dict)
    decided: str = ""


class Deciding:
    """The questions of a service as they are now. Raises BadInput while there are fewer than two processes."""

    def __init__(self, derived: Derived) -> None:
        alignment, result = derived.aligned.alignment, derived.harmonised.result
        derived.comparison  # noqa: B018 - says what is missing, where something is
        self._derived = derived
        self._members = Members(derived.parties)
        rows = alignment.work if alignment is not None else ()
        order = {row: place for place, row in enumerate(derived.comparison.order)}
        self.rows = tuple(sorted(rows, key=lambda row: order.get(row.id, len(order))))
        self._place = {row.id: place for place, row in enumerate(self.rows)}
        self._row_of = {member: row.id for row in self.rows for member in row.steps}
        self._letters = way_keys(derived.parties)
        self._newest = result.newest if result is not None else ()
        self._open = result.open if result is not None else ()
        self._decided = self._decisions()
        self.open = tuple(sorted(map(self._asked, self._open), key=self._first_place))

    @property
    def undecided(self) -> tuple[Asked, ...]:
        """The rows that nobody has decided and nobody asks about, each with what is proposed."""
        asked = {row for each in self.open if each.kind == "row" for row in each.rows}
        return tuple(self.about(row) for row in self.rows if row.id not in asked and row.id not in self._decided)

    @property
    def questions(self) -> tuple[Asked, ...]:
        """All that is to be answered: what is open, then what only waits for somebody to say yes."""
        return (*self.open, *self.undecided)

    def progress(self) -> tuple[int, int]:
        """Return how many rows are decided, and how many there are."""
        return sum(row.id in self._decided for row in self.rows), len(self.rows)

    def state(self, row: str) -> RowState:
        """Return how far a row has come."""
        about = [each for each in self.open if row in each.rows]
        if any(each.question is not None and each.question.code.startswith("again-") for each in about):
            return "conflict"
        if about:
            return "open"
        if row in self._decided:
            return "decided"
        return "confirmed" if self.rows[self._place[row]].confidence == 1 else "proposed"

    def decision_on(self, row: str) -> Decision | None:
        """Return the decision on a row that counts."""
        return self._decided.get(row)

    def about(self, row: Row) -> Asked:
        """Return the question of a row, whether or not it is decided."""
        about = About(steps=self._members.references(row.steps))
        found = self._decided.get(row.id)
        options = self._options("row", dict.fromkeys(_parties(row.steps), ""))
        return Asked(
            id=f"row-{row.id}",
            kind="row",
            question=None,
            about=about,
            rows=(row.id,),
            options=options,
            proposal="1",
            decided=found.id if found else "",
        )

    def again(self, decision: Decision) -> Asked | None:
        """Return the question that a decision answers, to answer it anew; None when it is about rows or nothing."""
        kinds, rows = decision.about.kinds, self._rows_of(decision.about)
        if len(kinds) != 1 or (kinds == ("steps",) and rows):
            return None
        return Asked(
            id=f"decision-{decision.id}",
            kind=_KINDS[kinds[0]],
            question=None,
            about=decision.about,
            rows=rows,
            options=tuple(_numbered(_KINDS[kinds[0]])),
            decided=decision.id,
        )

    def reference(self, row: str) -> StepReference:
        """Return a reference to the first step of a row, by which decisions cite it."""
        return self._members.reference(self.rows[self._place[row]].steps[0])

    def row_of(self, reference: StepReference | None) -> str:
        """Return the row of a step that a decision cites; empty where it cites none, or one that is gone."""
        found = self._members.members((reference,)) if reference is not None else ()
        return next((row for row in map(self._row_of.get, found) if row is not None), "")

    def references(self, rows: Iterable[Row]) -> tuple[StepReference, ...]:
        """Return references to all steps of some rows."""
        return tuple(reference for row in rows for reference in self._members.references(row.steps))

    @property
    def parties(self) -> tuple[Party, ...]:
        """The processes that the questions are about."""
        return self._derived.parties

    def decision(
        self,
        asked: Asked,
        option: Option,
        *,
        text: str = "",
        reason: str = "",
        cause: str = "",
        by: str = "",
        at: str = "",
        condition: str = "",
        where: tuple[str, ...] = (),
        to: StepReference | None = None,
    ) -> Decision:
        """Return the decision that an answer is; it takes the place of an earlier one on the same row.

        What the way cannot say (`option.may`) is left out. `where`: the organisations that keep a step, or whether one
        is moved `after` another.
        """
        return Decision(
            id="",
            about=asked.about,
            choice=option.choice,
            from_=option.organisation,
            text=text.strip() if "text" in option.may else "",
            where=where if "where" in option.may else (),
            condition=condition.strip() if "condition" in option.may else "",
            to=to if "to" in option.may else None,
            reason=reason.strip(),
            cause=cause.strip(),
            by=by.strip(),
            state="decided",
            at=at,
            replaces=asked.decided,
        )

    def _asked(self, question: Question) -> Asked:
        rows = self._rows_of(question.about)
        options = self._options(question.kind, question.answers)
        # What is proposed for a row is that it stays, for all or for some: the words of the options say it so.
        wanted = "merge" if question.kind == "row" and question.proposal == "keep" else question.proposal
        proposal = next((option.key for option in options if option.choice == wanted and not option.party), "")
        decided = next((self._decided[row].id for row in rows if row in self._decided), "")
        return Asked(
            id=question.id,
            kind=question.kind,
            question=question.question,
            about=question.about,
            rows=rows,
            options=options,
            proposal=proposal,
            answers=question.answers,
            decided=decided if question.kind == "row" else "",
        )

    def _options(self, kind: QuestionKind, answers: dict[str, str]) -> tuple[Option, ...]:
        return (*self._ways(kind, answers), *_numbered(kind))

    def _ways(self, kind: QuestionKind, answers: dict[str, str]) -> Iterator[Option]:
        """Yield an option for each organisation whose way can be taken as it is."""
        known = {choice for choice, _ in _WORDS[kind]}
        for party in self._derived.parties:
            letter = self._letters.get(party.id)
            if letter is None or party.id not in answers:
                continue
            if kind in ("row", "names"):
                is_there = kind == "names" or bool(answers[party.id]) or not any(answers.values())
                if is_there:
                    choice: Choice = "adopt" if kind == "row" else "merge"
                    may = _MAY.get((kind, choice), ())
                    yield Option(key=letter, choice=choice, party=party.id, organisation=party.organisation, may=may)
            elif answers[party.id] in known:
                choice = next(each for each in known if each == answers[party.id])
                yield Option(key=letter, choice=choice, party=party.id, may=_MAY.get((kind, choice), ()))

    def _decisions(self) -> dict[str, Decision]:
        """Return the decision that counts on each row."""
        found: dict[str, Decision] = {}
        newest = set(self._newest)
        for decision in self._derived.inputs.decisions.decisions:
            if decision.id in newest and decision.about.steps is not None:
                for row in self._rows_of(decision.about):
                    found[row] = decision
        return found

    def _rows_of(self, about: About) -> tuple[str, ...]:
        found = {self._row_of.get(member) for member in self._members.members(_steps(about))}
        return tuple(sorted((row for row in found if row is not None), key=self._place.__getitem__))

    def _first_place(self, asked: Asked) -> tuple[int, str]:
        return min((self._place[row] for row in asked.rows), default=len(self.rows)), asked.id


def way_keys(parties: Sequence[Party]) -> dict[str, str]:
    """Return the key that stands for the way of each party, by its id: its letter, else the next that is free.

    A letter that is no single letter (`S1`, `2`) can be no key; after 26 parties there is none left.
    """
    beside = [
        (party, own.upper()) for party, own in zip(parties, letters_of(parties), strict=True) if not party.is_reference
    ]
    found: dict[str, str] = {}
    for party, own in beside:
        if len(own) == 1 and own.isalpha() and own not in found.values():
            found[party.id] = own
    free = (each for each in ascii_uppercase if each not in found.values())
    for (party, _), key in zip([each for each in beside if each[0].id not in found], list(free), strict=False):
        found[party.id] = key
    return found


def _numbered(kind: QuestionKind) -> Iterator[Option]:
    for place, (choice, needs) in enumerate(_WORDS[kind], 1):
        key = str(place if place < int(LATER) else place + 1)
        yield Option(key=key, choice=choice, needs=needs, may=_MAY.get((kind, choice), ()))


def _parties(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.process for member in members))


def _steps(about: About) -> Iterator[StepReference]:
    for group in (about.steps, *(about.order or ()), about.presence, about.within, about.repeat):
        yield from group or ()
    if about.attached is not None and about.attached.step is not None:
        yield about.attached.step
