"""The lists beside the matrix are HTML that says what the report says, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from procmap.app.compared import card
from procmap.messages import LANGUAGES, translator
from procmap.reports.values import (
    AgreementLine,
    DifferenceSection,
    MatrixReport,
    ReportCard,
    ReportCell,
    ReportDifference,
    ReportEvidence,
    ReportParty,
    ReportRow,
    RowField,
)

EVIL = "<img src=x onerror=alert(1)> \"'& \u202e $x$ :red[x] =1+1"
SAY = translator("en")


def report(told: str = "told", other: str = "other") -> MatrixReport:
    parties = tuple(
        ReportParty(letter=letter, place=place, id=f"{told} {letter}", name=told, steps=1, is_reference=False)
        for place, letter in enumerate("AB")
    )
    cell = ReportCell(is_there=True, roles=told, words=told, wording=other, times=1, signs=("differs",))
    shown = ReportCard(
        fields=(
            RowField(heading="Role", values=(told, other), marked=(True, True)),
            RowField(heading="System", values=(told, told), marked=(False, False)),
            RowField(heading="Deadline", values=(None, None), marked=(False, False)),
        ),
        evidence=(ReportEvidence(pairs="A-B", why=told, sure="90 %"),),
        missing=(),
    )
    row = ReportRow(
        number=1, title=told, state="proposed", sure="sure", signs=(), conflicts=(2,), differences=(1,),
        classes=("role",), roles=(0,), alone="", is_open=False, attached=(), cells=(cell, cell), card=shown,
    )  # fmt: skip
    one = ReportDifference(number=1, code="role", severity="note", sentence=told, rows=(1, 2), values=(told, other))
    line = AgreementLine(pair="A-B", parties=("A", "B"), figures=("50 % (1/2)",), shares=(0.5,), whys=(told,))
    return MatrixReport(
        title=told, language="en", parties=parties, unsure=(told,), rows=(row,), roles=(told,), signs=("differs",),
        sections=(DifferenceSection(code="role", heading="Role", differences=(one,)),), aspects=("Role",),
        agreement=(line,),
    )  # fmt: skip


def all_of(found: MatrixReport) -> str:
    return "".join((
        card.card(found, found.rows[0], SAY), card.difference_list(found, SAY), card.agreement_table(found, SAY),
        card.sentences(found.unsure),
    ))  # fmt: skip


def tags(text: str) -> list[str]:
    return [element.tag for element in html.fromstring(f"<div>{text}</div>").iter()]


def test_hostile_text_stays_text():
    assert tags(all_of(report(EVIL, EVIL + "2"))) == tags(all_of(report()))
    assert EVIL in html.fromstring(f"<div>{all_of(report(EVIL))}</div>").text_content()


@given(st.text(), st.text())
def test_no_text_changes_what_the_page_is_made_of(told, other):
    if told and other and told != other:
        assert tags(all_of(report("x" + told, "y" + other))) == tags(all_of(report("x", "y")))


def test_who_tells_the_same_is_named_together():
    fields = html.fromstring(card.card(report(), report().rows[0], SAY)).findall(".//dd")
    assert [field.text_content() for field in fields] == ["A told", "B other", "A B told"]


def test_what_differs_has_a_word():
    heads = html.fromstring(card.card(report(), report().rows[0], SAY)).findall(".//dt")
    assert [head.text_content() for head in heads] == ["Role differs", "System"]


def test_one_kind_of_differences():
    assert "told" in card.difference_list(report(), SAY, "role")
    assert "told" not in card.difference_list(report(), SAY, "order")


@pytest.mark.parametrize("language", LANGUAGES)
def test_rows_are_named_in_the_language(language):
    assert "1, 2" in card.difference_list(report(), translator(language))
