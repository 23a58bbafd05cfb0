"""Align: the board and its filters, what can be done to a row, doubts, and what is told of steps that nobody placed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.compared.aligned import key_of
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.model import StepReference
from procmap.workspace import Deriver, Person, Project
from procmap.workspace.commands import ChangeOrganisation, Confirm
from procmap.workspace.history import told
from procmap.workspace.rearranging import Rearranging
from tests.app.pages.opened import new_project, shown_page
from tests.app.pages.places import place_of
from tests.workspace.samples import with_sample, with_small

LEADER = Person(name="Kari", role="facilitator")


def script() -> None:
    from procmap.app.pages import align

    align.show()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch, by=LEADER)


def align(language: str = "en", **place: str) -> AppTest:
    return shown_page(script, language, **place)


def board_of(at: AppTest):
    """Return what the board is given to draw."""
    return json.loads(at.get("bidi_component")[0].proto.json)


def rows_of(project: Project):
    state = project.state()
    derived = Deriver().derived(project, state, state.services[0].id)
    return derived, derived.comparison.alignment


def chosen(project: Project, wanted) -> tuple[str, object]:
    """Return the place of the first row that is wanted, and the row."""
    row = next(row for row in rows_of(project)[1].rows if wanted(row))
    return key_of(row.steps[0]), row


def states(at: AppTest) -> list[str]:
    return [row[3] for row in board_of(at)["rows"]]


@pytest.mark.usefixtures("project")
def test_an_empty_project_says_what_to_do_first():
    assert len(align().info) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_its_state_as_a_word_a_sign_and_a_colour(project, language):
    with_sample(project, LEADER)
    at = align(language)
    board = board_of(at)
    comparison = rows_of(project)[0].comparison
    assert [row[:2] for row in board["rows"]] == [[row.id, row.number] for row in comparison.matrix.rows]
    assert all(state and sign and tone for _, _, _, state, sign, tone in board["rows"])
    assert translator(language).text("align-state-unsure-alone") in states(at)
    assert [column["letter"] for column in board["columns"]] == ["A", "B", "C"]
    assert len(board["steps"]) == sum(len(row.steps) for row in rows_of(project)[1].rows)
    assert "Byggesoknad" in shown(at.title[0].value) or "byggesoknad" in shown(at.title[0].value)


def test_filters_leave_what_they_say(project):
    with_sample(project, LEADER)
    at = align()
    every = len(states(at))
    at.checkbox(key="align-only-unsure").check().run()
    assert 0 < len(states(at)) < every
    assert {row[5] for row in board_of(at)["rows"]} == {"unsure"}
    at.checkbox(key="align-only-unsure").uncheck().run()
    at.selectbox(key="align-of").select("alone:Fjordvik").run()
    assert {step[1] for step in board_of(at)["steps"]} == {"Fjordvik"}
    at.selectbox(key="align-of").select("has:Fjordvik").run()
    assert {step[1] for step in board_of(at)["steps"]} == {"Fjordvik", "Nordås", "Solhaug"}
    at.checkbox(key="align-only-unconfirmed").check().run()
    assert "confirmed" not in states(at)


def test_all_that_is_sure_is_confirmed_in_one_step_and_undone_in_one(project):
    with_sample(project, LEADER)
    at = align()
    sure = states(at).count("proposed, sure")
    assert sure > 5
    at.button(key="align-confirm-sure").click().run()
    assert not at.exception
    assert states(at).count("confirmed") == sure
    assert told(project.history()[0]).startswith(f"{sure} rows confirmed, the first: ")
    assert "align-confirm-sure" not in {button.key for button in at.button}
    project.undo(LEADER)
    assert states(at.run()).count("confirmed") == 0


def test_a_row_stands_in_the_address_with_its_reasons_and_is_confirmed(project):
    with_sample(project, LEADER)
    key, row = chosen(project, lambda row: len(row.steps) == 3 and row.confidence < 0.9)
    at = align(aligned=key)
    assert board_of(at)["chosen"] == row.id
    assert [shown(each.value) for each in at.subheader][-1] == "Why these steps stand together"
    assert "% sure" in "".join(each.proto.body for each in at.get("html"))
    at.button(key="align-confirm").click().run()
    assert board_of(at)["chosen"] == row.id
    assert states(at)[[each[0] for each in board_of(at)["rows"]].index(row.id)] == "confirmed"
    at.button(key="align-take-back").click().run()
    assert "confirmed" not in states(at)
    at.button(key="align-close").click().run()
    assert (board_of(at)["chosen"], place_of(at, "aligned")) == ("", "")


@pytest.mark.parametrize("key", ["", "0", "8:Fjordvik:no such step", "<b>", "x" * 5000])
def test_a_row_that_is_not_there_opens_nothing(project, key):
    with_small(project, LEADER)
    assert board_of(align(aligned=key))["chosen"] == ""


def test_steps_are_split_off_and_set_alone(project):
    with_sample(project, LEADER)
    key, row = chosen(project, lambda row: len(row.steps) == 3)
    at = align(aligned=key)
    assert at.button(key="align-split").disabled
    at.checkbox(key=f"tick-{row.id}-{key}").check().run()
    at.button(key="align-split").click().run()
    assert not at.exception
    split = rows_of(project)[1]
    assert next(one for one in split.rows if row.steps[0] in one.steps).steps == (row.steps[0],)
    other = key_of(row.steps[1])
    at = align(aligned=other)
    rest = next(one for one in split.rows if row.steps[1] in one.steps)
    at.checkbox(key=f"tick-{rest.id}-{other}").check().run()
    at.button(key="align-alone").click().run()
    after = rows_of(project)[1]
    alone = next(one for one in after.rows if row.steps[1] in one.steps)
    assert (alone.steps, alone.confidence) == ((row.steps[1],), 1)


def test_two_rows_are_made_one(project):
    with_sample(project, LEADER)
    key, row = chosen(project, lambda row: len(row.steps) == 1 and row.label)
    _, other = chosen(project, lambda one: len(one.steps) == 3)
    at = align(aligned=key)
    assert at.button(key="align-join").disabled
    at.selectbox(key=f"join-{row.id}").select(other.id).run()
    at.button(key="align-join").click().run()
    joined = next(one for one in rows_of(project)[1].rows if row.steps[0] in one.steps)
    assert set(joined.steps) == {*row.steps, *other.steps}


def test_steps_that_joined_by_themselves_are_seen_as_such(project):
    service = with_sample(project, LEADER).id
    derived, alignment = rows_of(project)
    row = next(row for row in alignment.rows if len(row.steps) == 3 and len({one.process for one in row.steps}) == 3)
    rearranging = Rearranging(project.state(), service, derived.parties)
    references = [rearranging._members.reference(member) for member in row.steps[:2]]
    project.do(Confirm(service=service, kind="same", steps=tuple(references)), LEADER)
    at = align(aligned=key_of(row.steps[0]))
    hints = {step[0]: step[5] for step in board_of(at)["steps"] if step[5]}
    assert hints == {key_of(row.steps[2]): "joined by itself"}
    assert any("joined by themselves" in shown(each.value) for each in at.markdown)


def test_steps_that_change_place_by_themselves_are_told_until_something_else_changes(project):
    with_sample(project, LEADER)
    key = "7:Solhaug:ID-09b135b8-a1c3-11ef-9f7f-0050569feda3"
    row = next(row for row in rows_of(project)[1].rows if key in map(key_of, row.steps))
    at = align(aligned=key)
    at.checkbox(key=f"tick-{row.id}-{key}").check().run()
    at.button(key="align-alone").click().run()
    assert shown(at.info[0].value).startswith(
        '1 step changed place by itself because of that: "Skann søknaden" (Solhaug)'
    )
    other = "7:Solhaug:ID-8266dccf-a1c3-11ef-9571-0050569fcc28"
    assert {step[0]: step[5] for step in board_of(at)["steps"]}[other] == "joined by itself"
    project.undo(LEADER)
    assert not at.run().info


def test_a_contradiction_is_told_with_the_way_to_its_rows(project):
    service = with_small(project, LEADER).id
    derived, alignment = rows_of(project)
    row = next(row for row in alignment.rows if len(row.steps) > 1)
    rearranging = Rearranging(project.state(), service, derived.parties)
    steps: list[StepReference] = [rearranging._members.reference(member) for member in row.steps[:2]]
    for kind in ("same", "apart"):
        project.do(Confirm.model_validate({"service": service, "kind": kind, "steps": steps}), LEADER)
    at = align()
    assert "contradicts itself" in shown(at.error[0].value)
    assert "contradiction: settle it" in states(at)
    ways = [button for button in at.button if button.key.startswith("conflict-")]
    ways[0].click().run()
    assert board_of(at)["chosen"]
    at.button(key="align-take-back").click().run()
    assert not at.error


def test_a_reference_stands_in_a_column_of_its_own(project):
    with_small(project, LEADER)
    organisation = project.state().organisations[0]
    project.do(ChangeOrganisation(organisation=organisation.replace(is_reference=True)), LEADER)
    names = [column["name"] for column in board_of(align())["columns"]]
    assert sum("(reference, counts in no majority)" in name for name in names) == 1
    assert len(names) == 3


def test_what_cannot_be_done_is_told(project, monkeypatch):
    with_small(project, LEADER)
    key, _ = chosen(project, lambda row: len(row.steps) > 1)
    at = align(aligned=key)
    monkeypatch.setattr("procmap.app.project.person", lambda: Person(name="Per", role="reader"))
    at.button(key="align-confirm").click().run()
    assert not at.exception
    assert not project.state().confirmations
    assert at.session_state["told"].code == "not-permitted"
