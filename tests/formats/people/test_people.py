"""What JSON can say of an alignment and of a common process the sheets can say too, and what does not fit is told."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from procmap.formats.people import (
    CHOICES,
    CHOICES_OF,
    CITED,
    CONFIRMATIONS,
    DECISIONS,
    confirmation_lines,
    confirmations_of,
    decision_lines,
    decisions_of,
)
from procmap.formats.spreadsheet.columns import Sheet
from procmap.messages import LANGUAGES, LanguageCode, translator
from procmap.model import BadInput, Confirmations, Decision, Decisions, StepReference
from procmap.model.decisions import About, Choice
from procmap.reports.read_back import sheet_to_fill_in
from procmap.reports.workbook import workbook
from tests.formats.people import answers

Lines = Sequence[Mapping[str, str]]


def book(*sheets: tuple[Sheet, Lines], language: LanguageCode = "en") -> bytes:
    say = translator(language)
    return workbook([sheet_to_fill_in(sheet, lines, say, choices={}, explained={}) for sheet, lines in sheets])


def confirmed(*lines: Mapping[str, str]) -> Confirmations:
    return confirmations_of(book((CONFIRMATIONS, lines)), "x.xlsx")


def decided(lines: Lines, cited: Lines = ({"number": "1", "step": "Motta"},)) -> Decisions:
    return decisions_of(book((DECISIONS, lines), (CITED, cited)), "x.xlsx")


@given(answers.CONFIRMATIONS, st.sampled_from(LANGUAGES))
def test_confirmations_come_back_from_a_sheet(said: Confirmations, language: LanguageCode) -> None:
    written = book((CONFIRMATIONS, confirmation_lines(said, language)), language=language)
    assert confirmations_of(written, "x.xlsx") == said


@given(answers.DECISIONS, st.sampled_from(LANGUAGES))
def test_decisions_come_back_from_sheets(said: Decisions, language: LanguageCode) -> None:
    lines, cited = decision_lines(said, language)
    assert decisions_of(book((DECISIONS, lines), (CITED, cited), language=language), "x.xlsx") == said


def test_formulas_stay_texts() -> None:
    step = StepReference(organisation="=1+1", label='=HYPERLINK("http://x.example")')
    written = book((CONFIRMATIONS, confirmation_lines(Confirmations(alone=(step,)), "en")))
    cells = [cell for row in load_workbook(io.BytesIO(written)).worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    assert confirmations_of(written, "x.xlsx").alone == (step,)


A, B, C = ({"organisation": name, "step": "Motta"} for name in "ABC")
REFERENCES = {name: StepReference(organisation=name, label="Motta") for name in "ABC"}


def test_what_people_write_in_a_group() -> None:
    a, b, c = REFERENCES.values()
    both = confirmed({"group": "1", "answer": "ja", **A}, {"group": "1", "answer": "Samme", **B}, {"group": "1", **C})
    assert both == Confirmations(same=((a, b),))
    split = confirmed({"group": "1", **A}, {"group": "1", **B}, {"group": "1", "answer": "no", **C})
    assert split == Confirmations(apart=((a, c), (b, c)))
    merged = confirmed({"group": "4", "answer": "same", **A}, {"group": "7", **B}, {"group": "4", "answer": "yes", **C})
    assert merged == Confirmations(same=((a, c),))
    whole = confirmed(
        *({"group": "x", "answer": word, **who} for word, who in (("part", A), ("same", B), ("whole", C)))
    )
    assert whole.same == ((b, c),)
    assert [(entry.part, entry.whole) for entry in whole.part_of] == [(a, c)]
    assert confirmed({"answer": "bare her", **A}) == Confirmations(alone=(a,))
    assert confirmed({"group": "1", **A}, {"group": "1", **B}) == Confirmations()


@pytest.mark.parametrize(
    ("lines", "code", "cell"),
    [
        ([{"group": "1", "answer": "kanskje", **A}], "people-word-unknown", "C2"),
        ([{"group": "1", "answer": "same"}], "people-no-step", "F2"),
        ([{"answer": "same", **A}], "people-no-group", "A2"),
        ([{"group": "1", "answer": "same", **A}, {"group": "1", **B}], "people-same-as-nothing", "C2"),
        ([{"group": "1", **A}, {"group": "1", "answer": "part", **B}], "people-part-of-what", "C3"),
        ([{"group": "1", "answer": "whole", **A}], "people-part-of-what", "C2"),
    ],
)
def test_confirmations_that_do_not_fit(lines: Lines, code: str, cell: str) -> None:
    with pytest.raises(BadInput) as error:
        confirmed(*lines)
    assert (error.value.finding.code, error.value.finding.params["cell"]) == (code, cell)


ROW = {"id": "B1", "about": "step", "steps": "1"}


def test_a_line_without_an_answer_is_a_question() -> None:
    said = decided([{**ROW, "question": "Is it kept?"}, {**ROW, "id": "B2", "choice": "behold"}])
    assert [question.question for question in said.open] == ["Is it kept?"]
    assert [(one.id, one.choice, one.state) for one in said.decisions] == [("B2", "keep", "proposed")]


@pytest.mark.parametrize(
    ("line", "code", "cell"),
    [
        ({**ROW, "choice": "kanskje"}, "people-word-unknown", "F2"),
        ({**ROW, "about": "everything"}, "people-word-unknown", "B2"),
        ({**ROW, "choice": "keep", "steps": "1; 9"}, "people-step-unknown", "T2"),
        ({**ROW, "choice": "keep", "state": "perhaps"}, "people-word-unknown", "Q2"),
        ({**ROW, "choice": "keep", "id": ""}, "people-no-id", "A2"),
        ({**ROW, "reason": "because"}, "people-no-choice", "F2"),
        ({**ROW, "choice": "move", "to": "1; 1"}, "people-one-step", "L2"),
        ({**ROW, "about": "what hangs on a step", "choice": "drop", "steps": "1; 1"}, "people-one-step", "T2"),
        ({**ROW, "about": "names", "kind": "colour", "choice": "merge"}, "people-word-unknown", "V2"),
    ],
)
def test_decisions_that_do_not_fit(line: Mapping[str, str], code: str, cell: str) -> None:
    with pytest.raises(BadInput) as error:
        decided([line])
    assert (error.value.finding.code, error.value.finding.params["cell"]) == (code, cell)


def test_two_steps_of_the_same_number() -> None:
    with pytest.raises(BadInput) as error:
        decided([ROW], [{"number": "1", "step": "a"}, {"number": "1", "step": "b"}])
    assert error.value.finding.code == "people-number-twice"


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(BadInput) as error:
        confirmation_lines(Confirmations(alone=(StepReference(label="x" * 40_000),)), "en")
    assert error.value.finding.code == "people-cell-long"


def test_another_workbook_is_refused() -> None:
    with pytest.raises(BadInput) as error:
        decisions_of(book((CONFIRMATIONS, [{"group": "1", **A}])), "x.xlsx")
    assert error.value.finding.code == "people-sheet-missing"


def test_every_choice_is_offered_somewhere() -> None:
    assert set(CHOICES.values) == set(get_args(Choice)) == {choice for some in CHOICES_OF.values() for choice in some}


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_are_called_as_in_the_texts(language: LanguageCode) -> None:
    say = translator(language)
    for choice in CHOICES.values:
        assert CHOICES.value(say.word("choice", choice)) == choice


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_that_a_decision_needs_are_called_as_in_the_texts(language: LanguageCode) -> None:
    say = translator(language)
    for key in ("reason", "text", "from", "to"):
        assert say.word("needed", key) == DECISIONS.column(key).heading(language)


def test_a_decision_shows_the_steps_that_it_is_about():
    steps = tuple(StepReference(organisation=who, process="p", step="s", label="Motta søknad") for who in "AB")
    other = StepReference(organisation="A", process="p", step="t", label="x" * 1_000)
    order = Decision(id="d", about=About(order=(steps, (other,))), choice="before")
    ((line,), _) = decision_lines(Decisions(decisions=(order,)), "nb")
    assert line["question"].startswith("Motta søknad / xxx")
    assert len(line["question"]) == 500
