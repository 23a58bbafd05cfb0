"""Compare in a project: pictures whose steps open cards, and what people write on these."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.compared import showing
from procmap.app.safe import shown
from procmap.messages import LANGUAGES
from procmap.workspace import Deriver, Person, Project
from procmap.workspace.commands import EditProcess
from procmap.workspace.history import told
from procmap.workspace.parties import process_now
from tests.app.pages.opened import new_project, shown_page
from tests.workspace.samples import with_sample, with_small

LEADER = Person(name="Kari", role="facilitator")
HOSTILE = "<script>alert(1)</script> :red[x] [y](http://z) $1$ \u202eabc"


def script() -> None:
    from procmap.app.pages import compare

    compare.show()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch, by=LEADER)


def compare(language: str = "en", **place: str) -> AppTest:
    return shown_page(script, language, **place)


def component(at: AppTest):
    return json.loads(at.get("bidi_component")[0].proto.json)


def derived(project: Project):
    state = project.state()
    return Deriver().derived(project, state, state.services[0].id)


def write(at: AppTest, what: str, text: str, kind: str, whose: str = "", *, key: str = "new") -> None:
    """Fill in a form of the card, and keep what is in it."""
    of_form = f"{what}-{key}"
    next(one for one in at.text_area if one.key.startswith(of_form)).set_value(text)
    next(one for one in at.radio if one.key.startswith(of_form)).set_value(kind)
    next(one for one in at.selectbox if one.key.startswith(of_form)).set_value(whose)
    next(one for one in at.button if one.key.startswith(of_form) and one.key.endswith("-keep")).click().run()
    assert not at.exception


def labels(at: AppTest) -> list[str]:
    return [shown(each.label) for each in at.expander]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["side-by-side", "overlay"])
def test_a_picture_is_a_map_with_the_card_of_the_chosen_row(project, view, language):
    with_sample(project, LEADER)
    at = compare(language, view=view, row="6")
    picture = component(at)
    assert picture["svg"].startswith("<svg")
    assert picture["connections"]
    assert f'data-element="{picture["selected"]}"' in picture["svg"]
    assert shown(at.header[0].value).startswith("6 ")


def test_an_element_of_the_row_is_chosen_and_another_is_not(project):
    with_sample(project, LEADER)
    rows = showing.side_by_side_map(derived(project), "en").rows
    own = [element for element, row in rows.items() if row == 6]
    assert component(compare(view="side-by-side", row="6", at=own[-1]))["selected"] == own[-1]
    other = next(element for element, row in rows.items() if row == 7)
    assert component(compare(view="side-by-side", row="6", at=other))["selected"] == own[0]


def test_an_element_without_a_row_is_chosen_without_a_card(project):
    with_sample(project, LEADER)
    picture = showing.overlay_map(derived(project), 1, "en")
    flow = next(each.id for each in picture.connections if each.id)
    at = compare(view="overlay", at=flow)
    assert component(at)["selected"] == flow
    assert not at.header


def test_an_overlay_can_be_thinned(project):
    with_sample(project, LEADER)
    at = compare(view="overlay")
    whole = component(at)["svg"]
    at.session_state["compare-at-least"] = 3
    at.run()
    assert len(component(at)["svg"]) < len(whole)


def test_causes_are_given_changed_and_taken_away_on_the_card(project):
    with_sample(project, LEADER)
    at = compare(row="6")
    write(at, "cause", HOSTILE, "system", "Nordås")
    (cause,) = project.state().causes
    assert (cause.kind, cause.organisation, cause.text) == ("system", "Nordås", HOSTILE)
    assert len(cause.steps) == 3
    assert any(label.startswith("System, Nordås: <script>") for label in labels(at))
    write(at, "cause", "The county's rules", "law", key=cause.id)
    (changed,) = project.state().causes
    assert (changed.id, changed.kind, changed.text) == (cause.id, "law", "The county's rules")
    assert "Law: The county's rules" in labels(at)
    at.button(key=f"remove-{cause.id}").click().run()
    assert not project.state().causes
    assert "Law: The county's rules" not in labels(at)
    assert told(project.history()[0]).startswith("Cause of the difference taken away")


def test_notes_are_written_changed_and_taken_away_on_the_card(project):
    with_sample(project, LEADER)
    at = compare(view="overlay", row="6")
    write(at, "note", "Done twice", "problem")
    (note,) = project.state().notes
    write(at, "note", "Once is enough", "idea", "Solhaug", key=note.id)
    (changed,) = project.state().notes
    assert (changed.id, changed.kind, changed.organisation) == (note.id, "idea", "Solhaug")
    assert "Idea, Solhaug: Once is enough" in labels(at)
    assert "Idea, Solhaug: Once is enough" not in labels(compare(row="7"))
    at.button(key=f"remove-{note.id}").click().run()
    assert not project.state().notes


def test_an_empty_note_is_told_and_not_kept(project):
    with_small(project, LEADER)
    at = compare(row="2")
    write(at, "note", "  ", "idea")
    assert not project.state().notes
    assert at.session_state["told"].code == "note-empty"


def test_what_is_written_on_steps_that_are_gone_is_still_shown(project):
    with_small(project, LEADER)
    report = showing.report(derived(project), "en")
    row = next(row for row in report.rows if row.alone)
    at = compare(row=str(row.number))
    write(at, "note", "Do it in May", "idea")
    state = project.state()
    (reference,) = state.notes[0].steps
    entry = next(one for one in state.processes if state.organisation(one.organisation).name == reference.organisation)
    before = process_now(project, state, entry)
    from procmap import editing

    project.do(EditProcess(process=entry, before=before, now=editing.remove_step(before, reference.step)), LEADER)
    at.run()
    assert "Written on steps that are not there any more (1)" in labels(at)
    assert any(shown(each.value) == "Idea: Do it in May" for each in at.markdown)
