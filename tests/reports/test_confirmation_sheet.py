"""The sheet to confirm rows in: prefilled with proposals, and with what was confirmed already."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from procmap.alignment import align
from procmap.behaviour import References
from procmap.formats.people import confirmations_of
from procmap.messages import LANGUAGES, translator
from procmap.model import Confirmations
from procmap.reports import alignment_workbook
from tests.harmonisation.blocks import party

PARTIES = (party("A", ("seq", "Motta søknad", "Vurdere saken")), party("B", ("seq", "Motta søknad", "Sende brev")))


def sheet(confirmations: Confirmations | None = None, language="en"):
    say = translator(language)
    content = alignment_workbook(PARTIES, align(PARTIES, confirmations), ("a", "b"), say, confirmations)
    return load_workbook(io.BytesIO(content)).worksheets[1], content


def cells(page) -> list[dict]:
    head, *lines = page.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


def reference(one, label: str):
    step = next(step.id for step in one.process.steps if step.name == label)
    return References(one.process).make(step, one.organisation, one.variant)


def test_a_line_for_each_step_with_the_number_of_its_row() -> None:
    page, content = sheet()
    lines = cells(page)
    assert len(lines) == sum(len(one.process.steps) for one in PARTIES)
    same = [line for line in lines if line["Step"] == "Motta søknad"]
    assert {line["Proposal"] for line in same} == {"same"}
    assert len({line["Group"] for line in same}) == 1
    assert next(line["Proposal"] for line in lines if line["Step"] == "Sende brev") == "only here"
    assert {line["Answer"] for line in lines} == {None}
    assert confirmations_of(content, "x") == Confirmations()


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_are_chosen_from_a_list_and_explained(language) -> None:
    page, _ = sheet(language=language)
    (choices,) = page.data_validations.dataValidation
    assert str(choices.sqref) == f"C2:C{page.max_row}"
    assert len(choices.formula1.split(",")) == 5
    assert page["A1"].comment.text
    assert page["C1"].comment.text


def test_what_was_confirmed_is_there_with_its_answers() -> None:
    a, b = PARTIES
    gone = reference(a, "Motta søknad").replace(organisation="C")
    said = Confirmations(
        same=((reference(a, "Motta søknad"), reference(b, "Motta søknad")), (gone, gone.replace(variant="v"))),
        apart=((reference(a, "Vurdere saken"), reference(b, "Sende brev")),),
        alone=(reference(a, "Vurdere saken"), gone),
    )
    page, content = sheet(said)
    again = confirmations_of(content, "x")
    for field in ("same", "part_of", "apart", "alone"):
        assert set(getattr(again, field)) == set(getattr(said, field))
    answered = [(line["Organisation"], line["Step"]) for line in cells(page) if line["Answer"] == "same"]
    assert answered[:2] == [("A", "Motta søknad"), ("B", "Motta søknad")]


def test_a_step_confirmed_with_some_of_its_row_leaves_the_others_open() -> None:
    three = (*PARTIES, party("C", ("seq", "Motta søknad", "Arkivere")))
    said = Confirmations(same=((reference(three[0], "Motta søknad"), reference(three[1], "Motta søknad")),))
    content = alignment_workbook(three, align(three, said), ("a", "b", "c"), confirmations=said)
    lines = [line for line in cells(load_workbook(io.BytesIO(content)).worksheets[1]) if line["Step"] == "Motta søknad"]
    assert [line["Answer"] for line in lines] == ["same", "same", None]
    assert len({line["Group"] for line in lines}) == 1
    assert confirmations_of(content, "x") == said
