"""What the report tells of the changes for one organisation: in the words of the page, each thing once."""

from __future__ import annotations

import pytest

from tests.reports.harmonisation.test_content import decided, report_of


@pytest.fixture(scope="module")
def byggesoknad(root):
    return decided(root, "byggesoknad")


def told(report, organisation, code):
    impact = next(each for each in report.impact if each.party.id == organisation)
    return next((part.sentences for part in impact.parts if part.code == code), ())


def test_steps_are_cited_by_their_paragraph_in_the_order_of_the_routine(byggesoknad):
    report = report_of(byggesoknad)
    shown = {paragraph.cited.shown for paragraph in report.routine.paragraphs}
    new = told(report, "Solhaug", "new")
    assert len(new) == 8
    assert all(any(sentence.startswith(each) for each in shown) for sentence in new)
    order = [paragraph.cited.shown for paragraph in report.routine.paragraphs]
    places = [next(n for n, each in enumerate(order) if sentence.startswith(each)) for sentence in new]
    assert places == sorted(places)


def test_what_goes_names_the_decision_and_its_reason(byggesoknad):
    gone = told(report_of(byggesoknad, "nb"), "Nordås", "gone")
    assert any("«Klagefrist 3 uker»: tatt bort med beslutning B30." in sentence for sentence in gone)
    assert not any(sentence.startswith(("starthendelse", "slutthendelse")) for sentence in gone)


def test_lost_controls_are_told_with_the_new_ones(byggesoknad):
    controls = told(report_of(byggesoknad), "Solhaug", "controls")
    assert sum(sentence.startswith("New: ") for sentence in controls) == 9
    assert sum("taken away by decision" in sentence for sentence in controls) == 2


def test_figures_stand_beside_what_they_rest_on(byggesoknad):
    report = report_of(byggesoknad, "sv")
    assert [figure.code for figure in report.impact[0].figures] == [
        "activities", "handoffs", "work-time", "lead-time", "controls",
    ]  # fmt: skip
    assert len(report.assumptions) == 3
    assert "16 av 17 steg" in report.impact[0].figures[2].before
