"""Processes: the table, what is said of a service, approving, and where cells lead."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.pages import processes as page
from procmap.app.project import Opened
from procmap.app.safe import shown
from procmap.app.services.overview import TOLD, Chosen, in_order
from procmap.messages import LANGUAGES, translator
from procmap.workspace import Deriver, open_project
from procmap.workspace.commands import AddService, ChangeService
from procmap.workspace.summary import ServiceSummary, project_answer
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.projects import BY, empty_in, sample_in

SAY = translator("en")


def script() -> None:
    from procmap.app import project
    from procmap.app.pages import processes

    processes.show()
    import streamlit as st

    told = project.take_told()
    if told:
        st.error(told)


def processes(language: str = "en", **place: str) -> AppTest:
    return shown_page(script, language, **place)


def table_of(at: AppTest):
    """Return what the table is given to draw."""
    return json.loads(at.get("bidi_component")[0].proto.json)


def send(at: AppTest, event: str, value: object) -> AppTest:
    """Let the table send an event, as a click in the browser does."""
    at.session_state["overview"] = {event: value}
    return at.run()


def service_in(folder):
    made = open_project(str(folder / "byggesoknad.procmap"))
    return made, made.state().services[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_service_is_there_with_the_status_of_every_organisation(folder, language):
    made = sample_in(folder)
    made.do(AddService(called="Skilt"), BY)
    told = table_of(processes(language, open="byggesoknad"))
    say = translator(language)
    assert told["organisations"] == ["Fjordvik", "Nordås", "Solhaug"]
    assert [one["name"] for one in told["services"]] == ["Byggesøknad", "Skilt"]
    words = [[each["word"] for cell in one["cells"] for each in cell] for one in told["services"]]
    assert words == [[say.text("status-compared")] * 3, [say.text("status-not-mapped")] * 3]
    assert set(told["shapes"]) == {"not-mapped", "mapped", "compared", "decided", "approved"}


def test_without_anything_open_it_offers_the_sample():
    at = processes()
    assert [button.key for button in at.button] == ["open-sample"]


def test_an_empty_project_says_what_to_do_and_a_service_is_added(folder):
    made = empty_in(folder)
    at = processes(open="empty")
    assert shown(at.info[0].value) == SAY.text("app-no-service")
    assert at.button(key="to-import").label
    at.text_input(key="new-service").set_value("Skilt")
    at.button[-1].click().run()
    assert [one.name for one in made.state().services] == ["Skilt"]
    at.text_input(key="new-service").set_value("skilt")
    at.button[0].click().run()
    assert [error.value for error in at.error] == ["skilt is there already. Take another name."]


def test_what_is_said_of_a_service_is_kept(folder):
    sample_in(folder)
    made, service = service_in(folder)
    at = processes(open="byggesoknad", details=service.id)
    by_label = {shown(each.label): each for each in (*at.text_input, *at.text_area)}
    by_label["Owner"].set_value("Kari")
    by_label["Expected gain"].set_value("20 %")
    next(each for each in at.button if each.label == SAY.text("processes-keep")).click().run()
    assert not at.exception
    kept = made.state().services[0]
    assert (kept.owner, kept.gain) == ("Kari", "20 %")
    assert table_of(at)["services"][0]["told"] == ["Kari", "", "", "20 %", ""]
    by_label = {shown(each.label): each for each in at.text_input}
    by_label["Service"].set_value(" ")
    next(each for each in at.button if each.label == SAY.text("processes-keep")).click().run()
    assert [error.value for error in at.error] == ["Give a name."]


def test_a_service_is_removed_only_after_a_question_and_undo_brings_it_back(folder):
    sample_in(folder)
    made, service = service_in(folder)
    before = made.state().processes
    at = processes(open="byggesoknad", details=service.id)
    assert made.state().services
    at.button(key=f"remove-{service.id}-yes").click().run()
    assert not at.exception
    assert not made.state().services
    made.undo(BY)
    assert made.state().processes == before


def test_what_is_not_ready_cannot_be_approved_and_it_says_why(folder):
    sample_in(folder)
    _, service = service_in(folder)
    at = processes(open="byggesoknad", details=service.id)
    assert at.button(key="approve").disabled
    assert "26 questions" in shown(at.warning[0].value)


def test_an_approval_can_be_withdrawn_and_tells_that_it_does_not_fit_any_more(folder):
    sample_in(folder)
    made, service = service_in(folder)
    made.do(ChangeService(service=service.replace(approved=True)), BY)
    at = processes(open="byggesoknad", details=service.id)
    assert {each["status"] for cell in table_of(at)["services"][0]["cells"] for each in cell} == {"approved"}
    assert SAY.text("processes-approved-but") in shown(at.warning[0].value)
    at.button(key="approve").click().run()
    assert not made.state().services[0].approved


@pytest.mark.parametrize(("organisation", "expected"), [("Nordås", "Nordås"), ("Nowhere", "")])
def test_a_cell_leads_to_the_map_of_its_process_or_to_a_new_one(folder, monkeypatch, organisation, expected):
    made = sample_in(folder)
    state = made.state()
    kept: dict[str, str] = {}
    monkeypatch.setattr(page.place, "keep", kept.__setitem__)
    monkeypatch.setattr(page.st, "session_state", {})
    page._to_map(Opened("byggesoknad", made, state), Chosen(state.services[0].id, organisation))
    owner = {one.id: state.organisation(one.organisation).name for one in state.processes}
    assert owner.get(kept["process"], "") == expected
    assert kept["service"] == state.services[0].id


@pytest.mark.parametrize("event", ["cell", "service", "details"])
@pytest.mark.parametrize("value", [None, 3, "x", [], ["gone"], [1, 2], {"a": 1}, ["x"] * 9])
def test_what_no_table_sends_is_not_heard(folder, event, value):
    sample_in(folder)
    at = processes(open="byggesoknad")
    send(at, event, value)
    assert not at.exception
    assert "details" not in at.query_params


def test_services_are_sorted_by_what_is_said_of_them_and_those_without_come_last(folder):
    made = empty_in(folder)
    for name in ("c", "a", "b"):
        made.do(AddService(called=name), BY)
    first, second, _ = made.state().services
    made.do(ChangeService(service=first.replace(owner="Åse", next_workshop="2027-01-01")), BY)
    made.do(ChangeService(service=second.replace(owner="kari", next_workshop="2026-12-01")), BY)
    found = project_answer(made, Deriver()).services
    orders = {by: "".join(one.name for one in in_order(found, by)) for by in ("", "name", "owner", "next_workshop")}
    assert orders == {"": "cab", "name": "abc", "owner": "acb", "next_workshop": "acb"}
    assert set(TOLD) < set(ServiceSummary.model_fields)
    at = processes(open="empty", sort="owner")
    assert [one["name"] for one in table_of(at)["services"]] == ["a", "c", "b"]
    assert place_of(at, "sort") == "owner"


def test_the_table_is_there_before_anything_is_computed(folder, monkeypatch):
    sample_in(folder)
    seen = []
    monkeypatch.setattr(page, "standing", lambda _, service, __: seen.append(service.name))
    monkeypatch.setattr(page.st, "rerun", lambda: None)
    at = processes(open="byggesoknad", details="")
    assert len(seen) == 1
    (service,) = table_of(at)["services"]
    assert service["questions"] == ""
    assert {cell["status"] for cells in service["cells"] for cell in cells} == {"mapped"}
