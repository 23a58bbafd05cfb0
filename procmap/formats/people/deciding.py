"""Decisions and open questions as lines of two sheets: the decisions, and the steps that they cite by number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from procmap.formats.measure_texts import Language
from procmap.formats.people.cells import (
    Pair,
    list_cell,
    list_of,
    pairs_cell,
    pairs_of,
    text_cell,
    text_of,
    word_cell,
    word_of,
    written,
)
from procmap.formats.people.columns import ABOUT, CHOICES, CITED, DECISIONS, KINDS, STATES
from procmap.formats.people.lines import Line, lines_of, numbered, reference_cells, reference_of
from procmap.formats.spreadsheet.cells import SEPARATOR
from procmap.model import Decision, Decisions, StepReference, unique
from procmap.model.decisions import (
    About,
    AttachedReference,
    Dissent,
    NameReference,
    NamesReference,
    OpenQuestion,
    QuestionKind,
)

NOTHING = "\u2013"
"""What stands for those who have no such step."""
Cite = Callable[[Iterable[StepReference]], str]
"""Gives the numbers of steps as a cell."""
QUESTION_OF: dict[str, QuestionKind] = {
    "steps": "row", "order": "order", "presence": "optional", "repeat": "loop", "names": "names",
    "attached": "attached",
}  # fmt: skip
"""The kind of question, by what it is about."""
_CODED = ("order", "presence", "repeat")
"""Kinds of subject whose answers are choices: words stand for them."""
_CODED_QUESTIONS = tuple(QUESTION_OF[kind] for kind in _CODED)
_TEXTS = ("text", "from", "condition", "reason", "cause", "by", "at", "replaces")
_ANSWERED = (*_TEXTS, "where", "to", "agreed", "dissent", "state")
"""Columns that only a decision has."""
_SHOWN = 500
"""Characters of labels that are shown of what a decision is about."""


def decisions_of(source: bytes, name: str) -> Decisions:
    """Return what people decided in a workbook, and the questions on lines without an answer.

    Raises BadInput when it cannot be read, or a line does not fit: the error says which cell, and what to do.
    """
    found = lines_of(source, name, (DECISIONS, CITED))
    steps = {number: reference_of(line) for number, line in numbered(found[CITED.key])}
    made, left = [], []
    for line in found[DECISIONS.key]:
        if line["choice"]:
            made.append(_decision(line, steps))
            continue
        filled = next((key for key in _ANSWERED if line[key]), None)
        if filled is not None:
            raise line.error("people-no-choice", "choice", column=DECISIONS.column(filled).heading(line.language))
        left.append(_question(line, steps))
    return Decisions(decisions=tuple(made), open=tuple(left))


def _decision(line: Line, steps: Mapping[str, StepReference]) -> Decision:
    to = _steps(line, "to", steps)
    if len(to) > 1:
        raise line.error("people-one-step", "to")
    if not line["id"]:
        raise line.error("people-no-id", "id")
    choice = line.word("choice", CHOICES)
    fields: dict[str, Any] = {key: text_of(line[key]) for key in _TEXTS}
    return Decision(
        id=text_of(line["id"]),
        about=_about(line, steps),
        choice=choice,
        where=_sides(line["where"]) if choice == "move" else list_of(line["where"]),
        to=to[0] if to else None,
        agreed=list_of(line["agreed"]),
        dissent=tuple(Dissent(organisation=name, why=why) for name, why in pairs_of(line["dissent"])),
        state=line.word("state", STATES) if line["state"] else "proposed",
        **fields,
    )


def _question(line: Line, steps: Mapping[str, StepReference]) -> OpenQuestion:
    about = _about(line, steps)
    kind = line.word("about", ABOUT)
    answers = dict(_today(line["today"]))
    if kind in _CODED:
        answers = {party: _codes(told) for party, told in answers.items()}
    return OpenQuestion(
        id=text_of(line["id"]),
        kind=QUESTION_OF[kind],
        question=text_of(line["question"]),
        about=about,
        proposal=word_of(line["proposal"], CHOICES),
        answers=answers,
    )


def _today(cell: str) -> tuple[Pair, ...]:
    """Return what each does today."""
    found = pairs_of(cell)
    return found if cell.startswith("[") else tuple((party, "" if told == NOTHING else told) for party, told in found)


def _codes(told: str) -> str:
    """Return the choices that words stand for."""
    text = text_of(told)
    return text if text != told else ", ".join(CHOICES.value(word) or word for word in told.split(", "))


def _sides(cell: str) -> tuple[str, ...]:
    """Return where a moved step stands: words for before and after as such."""
    found = list_of(cell)
    return found if cell.startswith("[") else tuple(CHOICES.value(side) or side for side in found)


def _about(line: Line, steps: Mapping[str, StepReference]) -> About:
    """Return what a line is about."""
    kind = line.word("about", ABOUT)
    cited, others = _steps(line, "steps", steps), _steps(line, "other steps", steps)
    if kind == "order":
        return About(order=(cited, others))
    if kind == "presence":
        return About(presence=cited, within=others or None)
    if kind == "repeat":
        return About(repeat=cited)
    if kind == "names":
        members = tuple(NameReference(organisation=who, name=name) for who, name in pairs_of(line["names"]))
        of = line.word("kind", KINDS, ("role", "system", "document"))
        return About(names=NamesReference(kind=of, members=members))
    if kind == "attached":
        if len(cited) > 1:
            raise line.error("people-one-step", "steps")
        step = cited[0] if cited else None
        return About(
            attached=AttachedReference(kind=word_of(line["kind"], KINDS), id=text_of(line["attached"]), step=step)
        )
    return About(steps=cited)


def _steps(line: Line, key: str, steps: Mapping[str, StepReference]) -> tuple[StepReference, ...]:
    """Return the steps whose numbers stand in a cell."""
    found = []
    for number in list_of(line[key]):
        if number not in steps:
            raise line.error("people-step-unknown", key, number=number[:60])
        found.append(steps[number])
    return tuple(found)


def decision_lines(
    decisions: Decisions, language: Language, others: Iterable[StepReference] = ()
) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """Return decisions and open questions as lines, and the steps that they cite; `others` could be cited too.

    Raises BadInput when a text is longer than a cell can be.
    """
    numbers: dict[StepReference, str] = {}

    def cite(references: Iterable[StepReference]) -> str:
        cells = (numbers.setdefault(reference, str(len(numbers) + 1)) for reference in references)
        return list_cell(cells)

    for reference in others:
        cite((reference,))
    lines = [_line_of_decision(decision, language, cite) for decision in decisions.decisions]
    lines += [_line_of_question(question, language, cite) for question in decisions.open]
    return lines, [{"number": number, **reference_cells(step)} for step, number in numbers.items()]


def _line_of_decision(decision: Decision, language: Language, cite: Cite) -> dict[str, str]:
    return {
        "id": text_cell(decision.id),
        **_subject(decision.about, language, cite),
        "question": text_cell(_labels(decision.about)),
        "choice": word_cell(decision.choice, CHOICES, language),
        **{key: text_cell(getattr(decision, "from_" if key == "from" else key)) for key in _TEXTS},
        "where": _where(decision, language),
        "to": cite(() if decision.to is None else (decision.to,)),
        "agreed": list_cell(decision.agreed),
        "dissent": pairs_cell((each.organisation, each.why) for each in decision.dissent),
        "state": word_cell(decision.state, STATES, language),
    }


def _labels(about: About) -> str:
    """Return the steps that a decision is about by their labels: for people, since it cites them by number."""
    attached = () if about.attached is None or about.attached.step is None else (about.attached.step,)
    sides = about.order or (about.steps or about.presence or about.repeat or attached,)
    return " / ".join(", ".join(unique(step.label for step in side if step.label)) for side in sides)[:_SHOWN]


def _where(decision: Decision, language: Language) -> str:
    """Return who keeps what is local, or on which side of another step a moved one stands."""
    if decision.choice != "move":
        return list_cell(decision.where)
    words = (CHOICES.word(side, language) if side in CHOICES.values else side for side in decision.where)
    return written(decision.where, f"{SEPARATOR} ".join(words), _sides)


def _line_of_question(question: OpenQuestion, language: Language, cite: Cite) -> dict[str, str]:
    subject = _subject(question.about, language, cite)
    answers = question.answers
    if question.kind in _CODED_QUESTIONS:
        answers = {party: _worded(told, language) for party, told in answers.items()}
    return {
        "id": text_cell(question.id),
        **subject,
        "question": text_cell(question.question),
        "today": _today_cell(tuple(answers.items())),
        "proposal": word_cell(question.proposal, CHOICES, language) if question.proposal else "",
    }


def _today_cell(answers: tuple[Pair, ...]) -> str:
    """Return what each does today; a dash for those that do nothing."""
    return written(answers, pairs_cell((party, told or NOTHING) for party, told in answers), _today)


def _worded(told: str, language: Language) -> str:
    """Return choices as words."""
    words = (CHOICES.word(code, language) if code in CHOICES.values else code for code in told.split(", "))
    return written(told, ", ".join(words), _codes)


def _subject(about: About, language: Language, cite: Cite) -> dict[str, str]:
    """Return what a decision is about as cells."""
    if about.order is not None:
        return _cells("order", language, steps=cite(about.order[0]), others=cite(about.order[1]))
    if about.presence is not None:
        return _cells("presence", language, steps=cite(about.presence), others=cite(about.within or ()))
    if about.repeat is not None:
        return _cells("repeat", language, steps=cite(about.repeat))
    if about.names is not None:
        members = pairs_cell((member.organisation, member.name) for member in about.names.members)
        kind = word_cell(about.names.kind, KINDS, language)
        return {**_cells("names", language), "kind": kind, "names": members}
    if about.attached is not None:
        step = cite(() if about.attached.step is None else (about.attached.step,))
        kind = word_cell(about.attached.kind, KINDS, language)
        return {**_cells("attached", language, steps=step), "kind": kind, "attached": text_cell(about.attached.id)}
    return _cells("steps", language, steps=cite(about.steps or ()))


def _cells(kind: str, language: Language, steps: str = "", others: str = "") -> dict[str, str]:
    return {"about": ABOUT.word(kind, language), "steps": steps, "other steps": others}
