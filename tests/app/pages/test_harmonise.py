"""Harmonise: one question at a time, answered, signed, opened again, undone; what is typed is never lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.project import PROJECT
from procmap.app.safe import shown
from procmap.editing import add_step, new_process
from procmap.messages import LANGUAGES, translator
from procmap.model import to_json
from procmap.workspace import Deriver, Project, create_project
from procmap.workspace.agenda import Agenda
from procmap.workspace.commands import AddService, Decide, ImportProcesses, Incoming
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample, with_small, with_states

EN = translator("en")


def script() -> None:
    import streamlit as st

    from procmap.app import project
    from procmap.app.pages import harmonise

    harmonise.show()
    told = project.take_told()
    if told:
        st.error(told)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return an empty project, which is open in the app."""
    location = str(tmp_path / "samordne.procmap")
    monkeypatch.setenv(PROJECT, location)
    return create_project(location, "Ny kommune", LEADER)


@pytest.fixture
def small(project: Project) -> Project:
    """Return a project with three short processes, which is open in the app."""
    with_small(project, LEADER)
    return project


def harmonise(language: str = "en", **place: str) -> AppTest:
    return shown_page(script, language, **place)


def agenda(project: Project) -> Agenda:
    state = project.state()
    return Agenda(Deriver().derived(project, state, state.services[0].id))


def question(at: AppTest) -> str:
    return shown(at.header[0].value)


def progress(at: AppTest) -> str:
    return shown(at.get("progress")[0].proto.text)


def html_of(at: AppTest) -> str:
    return "".join(each.proto.body for each in at.get("html"))


def field(at: AppTest, code: str):
    """Return the line to type in under a label."""
    return next(each for each in at.text_input if shown(each.label) == EN.text(f"harmonise-{code}"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_asks_its_first_question_in_every_language(project, language):
    with_sample(project, LEADER)
    at = harmonise(language)
    say = translator(language)
    found = agenda(project)
    assert question(at) == say.sentence(found.deciding.open[0].question).replace("\u2060", "")
    assert progress(at).startswith(say.text("harmonise-progress", decided=0, of=42))
    told = html_of(at)
    assert told.count('<article class="answer') == 3
    assert told.count("✓") >= 4
    assert "Mangelbrev" in told
    assert len(at.get("bidi_component")) == 2


@pytest.mark.usefixtures("project")
def test_an_empty_project_says_what_to_do_first():
    assert shown(harmonise().info[0].value) == EN.text("app-no-service")


def test_one_process_is_too_few(project):
    project.do(AddService(called="Byggesøknad"), LEADER)
    assert shown(harmonise().info[0].value) == EN.text("app-too-few-processes", count=0)


def test_a_way_by_its_key_is_a_decision_and_leads_to_the_next_question(small):
    at = harmonise()
    before, wanted = question(at), agenda(small).deciding.questions
    at.button(key="way-1").click().run()
    assert not at.exception
    decision = small.state().decisions[0].decision
    assert (decision.about, decision.choice, decision.state) == (
        wanted[0].about,
        wanted[0].options[-5].choice,
        "decided",
    )
    assert question(at) != before
    assert place_of(at, "question") == wanted[1].id
    assert progress(at).startswith("1 of")


def test_a_letter_takes_the_way_of_its_organisation(small):
    row = next(row for row in agenda(small).deciding.rows if len(row.steps) == 3)
    at = harmonise(question=f"row-{row.id}")
    at.button(key="way-B").click().run()
    decision = small.state().decisions[0].decision
    assert (decision.choice, decision.from_) == ("adopt", "Nord")


def test_all_that_a_decision_can_say_is_said_on_the_page(small):
    rows = agenda(small).deciding.rows
    at = harmonise(question=f"row-{rows[2].id}")
    field(at, "condition").set_value("p\u00e5 papir")
    next(each for each in at.multiselect if shown(each.label) == EN.text("harmonise-where")).select("Nord")
    at.run()
    again = harmonise(question=f"row-{rows[2].id}")
    assert field(again, "condition").value == "p\u00e5 papir"
    again.button(key="way-3").click().run()
    decision = small.state().decisions[-1].decision
    assert (decision.choice, decision.condition, decision.where) == ("local", "p\u00e5 papir", ("Nord",))
    at = harmonise(question=f"row-{rows[3].id}")
    at.button(key="way-6").click().run()
    assert at.error[0].value == EN.text("harmonise-needs-to", choice="Move")
    next(each for each in at.selectbox if shown(each.label) == EN.text("harmonise-to-row")).select(rows[1].id)
    next(each for each in at.selectbox if shown(each.label) == EN.text("harmonise-side")).select("after")
    at.button(key="way-6").click().run()
    decision = small.state().decisions[-1].decision
    assert (decision.choice, decision.where) == ("move", ("after",))
    assert decision.to == agenda(small).deciding.reference(rows[1].id)
    at = harmonise(question=f"row-{rows[3].id}")
    side, to = (
        next(each for each in at.selectbox if shown(each.label) == EN.text(code))
        for code in ("harmonise-side", "harmonise-to-row")
    )
    assert (side.value, to.value) == ("after", rows[1].id)


def test_the_ways_of_an_optional_part_ask_when_it_is_done(project):
    with_sample(project, LEADER)
    found = next((each for each in agenda(project).deciding.open if each.kind in ("optional", "loop")), None)
    if found is None:
        pytest.skip("the sample asks nothing of the kind")
    at = harmonise(question=found.id)
    assert field(at, "condition").value == ""


def test_a_way_is_seen_before_it_is_chosen_and_marked_as_not_decided(small):
    deciding = agenda(small).deciding
    row = next(row for row in deciding.rows if len(row.steps) == 3)
    entries = len(small.history())
    at = harmonise(question=f"row-{row.id}")
    assert not [each for each in at.button if each.key == "look-decide"]
    at.selectbox(key="harmonise-look").select("4").run()
    assert not at.exception
    told = " ".join(shown(each.value) for each in at.markdown)
    assert EN.text("look-banner", way="Drop") in told
    assert EN.text("look-map") in [shown(each.value) for each in at.subheader]
    assert EN.text("harmonise-map") not in [shown(each.value) for each in at.subheader]
    assert small.state().decisions == ()
    assert len(small.history()) == entries
    again = harmonise(question=f"row-{row.id}", look="4")  # F5
    assert EN.text("look-banner", way="Drop") in " ".join(shown(each.value) for each in again.markdown)
    assert not [each for each in again.button if each.key == "look-anew"]
    field(again, "reason").set_value("Gj\u00f8res ikke lenger").run()
    again.button(key="look-anew").click().run()
    assert not [each for each in again.button if each.key == "look-anew"]
    again.button(key="look-decide").click().run()
    decision = small.state().decisions[0].decision
    assert (decision.choice, decision.reason) == ("drop", "Gj\u00f8res ikke lenger")
    assert not [each for each in again.button if each.key == "look-decide"]
    at.button(key="look-back").click().run()
    assert EN.text("harmonise-map") in [shown(each.value) for each in at.subheader]


def test_what_a_way_cannot_do_without_is_told_before_it_is_seen(small):
    row = next(row for row in agenda(small).deciding.rows if len(row.steps) == 3)
    at = harmonise(question=f"row-{row.id}", look="2")
    needed = EN.text("look-needs", way="Redesign", field=EN.text("harmonise-text"))
    assert needed in [shown(each.value) for each in at.info]
    field(at, "text").set_value("Ta imot").run()
    assert EN.text("look-banner", way="Redesign") in " ".join(shown(each.value) for each in at.markdown)


def test_what_is_left_for_later_decides_nothing(small):
    at = harmonise()
    before = question(at)
    at.button(key="way-5").click().run()
    assert question(at) != before
    assert small.state().decisions == ()


def test_what_is_typed_is_there_after_loading_anew_and_goes_into_the_decision(small):
    at = harmonise()
    field(at, "reason").set_value("Ingen har tid").run()
    field(at, "by").set_value("Styringsgruppa").run()
    again = harmonise(question=place_of(at, "question"))
    assert field(again, "reason").value == "Ingen har tid"
    again.button(key="way-4").click().run()
    decision = small.state().decisions[0].decision
    assert (decision.choice, decision.reason, decision.by) == ("drop", "Ingen har tid", "Styringsgruppa")
    assert field(again, "by").value == "Styringsgruppa"
    assert field(again, "reason").value == ""


def test_taking_away_needs_a_reason_and_something_new_a_name(small):
    at = harmonise()
    for key, code, choice in (("4", "reason", "Drop"), ("2", "text", "Redesign")):
        at.button(key=f"way-{key}").click().run()
        assert at.error[0].value == EN.text(f"harmonise-needs-{code}", choice=choice)
    assert small.state().decisions == ()


def test_what_is_attached_goes_to_the_step_that_is_chosen(project):
    with_sample(project, LEADER)
    found = agenda(project)
    asked = next(each for each in found.deciding.open if each.kind == "attached")
    at = harmonise(question=asked.id)
    at.button(key="way-2").click().run()
    assert at.error[0].value == EN.text("harmonise-needs-to", choice="Move")
    choice = next(each for each in at.selectbox if shown(each.label) == EN.text("harmonise-to"))
    row = found.deciding.rows[0].id
    choice.select(row).run()
    at.button(key="way-2").click().run()
    decision = project.state().decisions[0].decision
    assert (decision.choice, decision.to) == ("move", found.deciding.reference(row))


def test_what_is_the_same_everywhere_is_taken_at_once_and_undone_at_once(small):
    at = harmonise()
    count = len(agenda(small).same_everywhere)
    at.button(key="harmonise-same").click().run()
    assert len(small.state().decisions) == count
    assert progress(at).startswith(f"{count} of")
    small.undo(LEADER)
    at.run()
    assert progress(at).startswith("0 of")


def test_organisations_sign_off_what_was_decided_last(small):
    at = harmonise()
    at.button(key="way-1").click().run()
    south = small.state().organisations[-1]
    at.button(key=f"sign-{south.id}-dissents").click().run()
    assert at.error[0].value == EN.text("harmonise-needs-why", organisation=south.name)
    why = next(each for each in at.text_input if each.placeholder == EN.text("harmonise-why", party=south.name))
    why.set_value("For få folk").run()
    at.button(key=f"sign-{south.id}-dissents").click().run()
    for other in small.state().organisations[:-1]:
        at.button(key=f"sign-{other.id}-agrees").click().run()
    assert not at.exception
    decision = small.state().decisions_of(small.state().services[0].id).decisions[0]
    assert len(decision.agreed) == 2
    assert [(one.organisation, one.why) for one in decision.dissent] == [(south.name, "For få folk")]


def test_what_was_decided_is_opened_again_and_changed(small):
    at = harmonise()
    at.button(key="way-1").click().run()
    at.button(key="harmonise-again").click().run()
    assert "one step" in question(at)
    assert "✓" in shown(at.button(key="way-1").label)
    at.button(key="way-3").click().run()
    decisions = [entry.decision for entry in small.state().decisions]
    assert [(one.choice, one.replaces) for one in decisions] == [("merge", ""), ("local", "B1")]
    assert progress(at).startswith("1 of")


def test_what_tells_a_state_is_asked_and_decided_like_a_step(project):
    with_states(project, LEADER)
    at = harmonise()
    assert "Saken er lukket" in question(at)
    assert EN.text("harmonise-why-few", having=1, of=3) in shown(at.markdown[0].value)
    at.button(key="way-3").click().run()
    assert not at.exception
    at.selectbox(key="harmonise-chosen").select("decision-B1").run()
    assert not at.exception
    assert "Saken er lukket" in question(at)
    assert "✓" in shown(at.button(key="way-3").label)


def test_a_cause_is_noted_and_told(small):
    at = harmonise()
    field(at, "cause").set_value("Eget system").run()
    at.selectbox(key="harmonise-cause-kind").select("system").run()
    at.button(key="harmonise-cause-add").click().run()
    cause = small.state().causes[0]
    assert (cause.kind, cause.text) == ("system", "Eget system")
    assert EN.text("harmonise-cause-told", kind="system", text="Eget system") in [each.value for each in at.text]


def test_a_question_is_chosen_from_the_list_and_stands_in_the_address(small):
    at = harmonise()
    items = agenda(small).items
    at.selectbox(key="harmonise-chosen").select(items[-1].asked.id).run()
    assert place_of(at, "question") == items[-1].asked.id
    assert at.button(key="harmonise-next").disabled
    at.button(key="harmonise-previous").click().run()
    assert place_of(at, "question") == items[-2].asked.id


def test_a_key_pressed_twice_decides_once(small):
    at = harmonise()
    first = agenda(small).deciding.questions[0]
    option = next(option for option in first.options if option.key == "1")
    made = agenda(small).deciding.decision(first, option)
    small.do(Decide(service=small.state().services[0].id, decisions=(made,)), LEADER)
    at.button(key="way-1").click().run()
    assert len(small.state().decisions) == 1


def test_when_everything_is_decided_it_says_so(small):
    for _ in range(100):
        found = agenda(small)
        if not found.deciding.questions:
            break
        made = found.proposals(found.deciding.questions[:1])
        small.do(Decide(service=small.state().services[0].id, decisions=made), LEADER)
    at = harmonise()
    assert shown(at.success[0].value) == EN.text("harmonise-all-decided")
    assert question(at)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("wanted", ["", "x", "row-gone", "<b>", "decision-B99"])
def test_a_question_that_is_not_there_leads_to_one_that_is(wanted):
    assert question(harmonise(question=wanted)) == question(harmonise())


def test_names_are_shown_as_they_are_written(project):
    hostile = "<b onclick=alert(1)>$x$ :tada: **A**</b>"
    project.do(AddService(called=hostile), LEADER)
    service = project.state().services[0]
    brought = []
    for organisation in ("<i>Nord</i>", "S`ør"):
        process, _ = add_step(new_process(hostile, organisation), hostile, after="Start_1", role=":red[Rolle]")
        source = to_json((process,)).encode()
        brought.append(Incoming(organisation=organisation, source_name="a.json", source=source, element=process.id))
    project.do(ImportProcesses(service=service.id, incoming=tuple(brought)), LEADER)
    row = next(row for row in agenda(project).deciding.rows if row.label == hostile)
    at = harmonise(question=f"row-{row.id}")
    assert hostile in question(at)
    assert "<b onclick" not in html_of(at)
    assert "<i>Nord" not in html_of(at)
    at.button(key="way-1").click().run()
    assert not at.exception
