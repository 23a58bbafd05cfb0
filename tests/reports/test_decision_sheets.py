"""The workbook to decide in: every question on a line, with the answers that it can have."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from procmap.alignment import align
from procmap.answers.harmonise import open_questions
from procmap.formats.people import CHOICES, CHOICES_OF, decisions_of
from procmap.harmonisation import harmonise
from procmap.messages import translator
from procmap.model import Decisions
from procmap.reports import decision_workbook
from tests.harmonisation.blocks import party

PARTIES = (
    party("A", ("seq", "a", ("and", "b", "c"))), party("B", ("seq", "c", ("xor", "a", "d"))),
    party("C", ("loop", ("skip", "a", "b"), "e")),
)  # fmt: skip


def book(language):
    say = translator(language)
    result = harmonise(PARTIES, align(PARTIES))
    said = Decisions(open=open_questions(result, say))
    return said, decision_workbook(PARTIES, said, ("a", "b", "c"), say)


def test_every_question_has_a_line_and_the_answers_that_it_can_have() -> None:
    said, content = book("nb")
    assert decisions_of(content, "x") == said
    page = load_workbook(io.BytesIO(content))["Beslutninger"]
    assert page.max_row == len(said.open) + 1 > 3
    offered = {}
    for choices in page.data_validations.dataValidation:
        for area in choices.sqref.ranges:
            for row, column in area.cells:
                offered[row, column] = choices.formula1.strip('"').split(",")
    for row, question in enumerate(said.open, start=2):
        (kind,) = question.about.kinds
        assert offered[row, 6] == [CHOICES.word(choice, "nb") for choice in CHOICES_OF[kind]]
        assert question.proposal in CHOICES_OF[kind]
        assert page.cell(row, 3).value == question.question


def test_the_steps_of_all_are_there_to_be_cited() -> None:
    _, content = book("en")
    page = load_workbook(io.BytesIO(content))["Steps"]
    labels = {row[3].value for row in page.iter_rows(min_row=2)}
    assert labels >= {step.name for one in PARTIES for step in one.process.steps if step.name}
