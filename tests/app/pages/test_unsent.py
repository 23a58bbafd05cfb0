"""What is typed into forms and not sent: another session finds it, until it is sent or discarded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from procmap.answers.sample import sample_folder
from procmap.app.safe import shown
from procmap.messages import translator
from procmap.workspace import Project, open_project
from procmap.workspace.parties import drawn_process
from procmap.workspace.values import Person
from tests.app.pages.opened import LEADER, new_project, shown_page

SAY = translator("en")


def importing() -> None:
    from procmap.app.pages import importing

    importing.show()


def mapping() -> None:
    from procmap.app.pages import mapping

    mapping.show()


def compare() -> None:
    from procmap.app.pages import compare

    compare.show()


def control() -> None:
    from procmap.app.pages import control

    control.show()


def processes() -> None:
    from procmap.app.pages import processes

    processes.show()


def project_page() -> None:
    from procmap.app.pages import project_page

    project_page.show()


def reports() -> None:
    from procmap.app.pages import reports_page

    reports_page.show()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch, "byggesoknad")


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    return new_project(tmp_path, monkeypatch)


def run(at: AppTest) -> AppTest:
    at.run()
    assert not at.exception
    return at


def one(at: AppTest, kind: str, begins: str, ends: str = ""):
    return next(each for each in getattr(at, kind) if str(each.key).startswith(begins) and str(each.key).endswith(ends))


def unchanged(project: Project, entries: int) -> None:
    """Nothing of what was typed is in the history."""
    assert len(project.history()) == entries
    assert project.misfits() == ()


def drop(at: AppTest, *files: Path) -> AppTest:
    at.get("file_uploader")[0].set_value([(each.name, each.read_bytes(), "text/xml") for each in files])
    return run(at)


# --- Import ---


def test_dropped_files_and_what_is_said_of_them_wait_in_the_project(nothing: Project):
    entries = len(nothing.history())
    at = drop(shown_page(importing), *sorted(sample_folder().glob("*.bpmn"))[:2])
    one(at, "text_input", "import-of-variant-").set_value("papir")
    one(at, "checkbox", "import-of-take-").uncheck()
    # Tests of pages cannot type a name that is no option yet.
    nothing.drafts(LEADER).keep(("import",), "service", '"Byggesak"', "null")
    one(at, "selectbox", "import-of-step-").select_index(2)
    run(at)
    one(at, "text_input", "import-of-label-").set_value("Noe annet")
    run(at)
    again = shown_page(importing)
    assert [shown(each.value).split(":")[0] for each in again.header] == [
        shown(e.value).split(":")[0] for e in at.header
    ]
    assert one(again, "text_input", "import-of-variant-").value == "papir"
    assert not one(again, "checkbox", "import-of-take-").value
    assert again.selectbox(key="import-service").value == "Byggesak"
    assert one(again, "text_input", "import-of-label-").value == "Noe annet"
    unchanged(nothing, entries)


def test_corrections_are_kept_and_gone_once_the_files_are_taken_in(nothing: Project):
    at = drop(shown_page(importing), sample_folder() / "fjordvik.bpmn")
    one(at, "selectbox", "import-of-step-").select_index(2)
    run(at)
    one(at, "text_input", "import-of-label-").set_value("Noe annet")
    one(at, "button", "import-of-import-correct-do-").click()
    run(at)
    again = shown_page(importing)
    assert SAY.text("import-edited") in " ".join(shown(each.value) for each in again.markdown)
    again.button(key="import-keep").click()
    run(again)
    (entry,) = nothing.state().processes
    assert "Noe annet" in [step.name for step in drawn_process(nothing, entry).steps]
    assert not shown_page(importing).header
    assert nothing.drafts(LEADER).files(("import",)) == ()


@pytest.mark.usefixtures("nothing")
def test_a_file_that_is_taken_away_is_gone_for_good():
    at = drop(shown_page(importing), sample_folder() / "fjordvik.bpmn")
    one(at, "button", "import-remove-").click()
    run(at)
    assert not at.header
    assert not shown_page(importing).header


@pytest.mark.usefixtures("nothing")
def test_pasted_text_waits_until_it_is_read_or_discarded():
    at = shown_page(importing)
    at.text_area(key="import-paste-text").set_value("1. Motta s\u00f8knad\n")
    at.text_input(key="import-paste-name").set_value("Nord")
    at.radio(key="import-paste-kind").set_value("table")
    run(at)
    again = shown_page(importing)
    assert again.text_area(key="import-paste-text").value == "1. Motta s\u00f8knad\n"
    assert again.text_input(key="import-paste-name").value == "Nord"
    assert again.radio(key="import-paste-kind").value == "table"
    again.button(key="import-paste-read-discard").click()
    run(again)
    assert again.text_area(key="import-paste-text").value == ""
    assert again.radio(key="import-paste-kind").value == "routine"
    assert shown_page(importing).text_area(key="import-paste-text").value == ""


# --- Map ---


def step_of(project: Project) -> tuple[str, str]:
    """Return a process and a step of it, by their ids."""
    state = project.state()
    process = drawn_process(project, state.processes[0])
    return state.processes[0].id, next(step.id for step in process.steps if step.type.endswith("ask"))


def test_every_form_of_a_step_waits(project: Project):
    entries = len(project.history())
    process, step = step_of(project)
    at = shown_page(mapping, process=process, step=step)
    typed = {
        f"map-label-{step}": "Halvferdig navn", f"map-branch-question-{step}": "Er det fullstendig?",
        f"map-back-when-{step}": "mangler",
    }  # fmt: skip
    areas = {
        f"map-systems-{step}": "Arkiv\nFagsystem", f"map-split-{step}": "En\nTo",
        f"map-branch-ways-{step}": "Ja: Sende", f"map-note-{step}": "Halvferdig notat",
    }  # fmt: skip
    for key, text in typed.items():
        at.text_input(key=key).set_value(text)
    for key, text in areas.items():
        at.text_area(key=key).set_value(text)
    at.radio(key=f"map-note-kind-{step}").set_value("idea")
    run(at)
    again = shown_page(mapping, process=process, step=step)
    assert {key: again.text_input(key=key).value for key in typed} == typed
    assert {key: again.text_area(key=key).value for key in areas} == areas
    assert again.radio(key=f"map-note-kind-{step}").value == "idea"
    unchanged(project, entries)
    again.button(key="map-note-add").click()
    again.button(key="map-facts-keep").click()
    run(again)
    assert [note.text for note in project.state().notes] == ["Halvferdig notat"]
    last = shown_page(mapping, process=process, step=step)
    assert last.text_area(key=f"map-note-{step}").value == ""
    assert last.text_input(key=f"map-label-{step}").value == "Halvferdig navn"
    assert project.drafts(LEADER).texts(("map", process, "facts", step)) == {}


def test_what_somebody_else_has_changed_meanwhile_is_shown(project: Project):
    process, step = step_of(project)
    at = shown_page(mapping, process=process, step=step)
    at.text_input(key=f"map-label-{step}").set_value("Mitt")
    run(at)
    other = shown_page(mapping, process=process, step=step, who="Kari")
    assert other.text_input(key=f"map-label-{step}").value != "Mitt"
    other.text_input(key=f"map-label-{step}").set_value("Karis")
    other.button(key="map-facts-keep").click()
    run(other)
    assert run(at).text_input(key=f"map-label-{step}").value == "Karis"
    project.undo(LEADER)
    assert run(at).text_input(key=f"map-label-{step}").value == "Mitt"


def test_the_line_for_a_new_step_waits(project: Project):
    process, _ = step_of(project)
    form = ("map", process, "add")
    project.drafts(LEADER).keep(form, "line", "Motta kla")
    at = shown_page(mapping, process=process)
    assert at.text_input(key="map-add-label").value == "Motta kla"
    next(each for each in at.button if shown(each.label) == SAY.text("map-add")).click()
    run(at)
    assert project.drafts(LEADER).text(form, "line") is None
    assert "Motta kla" in [step.name for step in drawn_process(project, project.state().processes[0]).steps]


@pytest.mark.usefixtures("nothing")
def test_a_process_that_is_being_begun_waits():
    at = shown_page(mapping)
    at.text_input(key="map-new-organisation").set_value("Fjordvik")
    run(at)
    assert shown_page(mapping).text_input(key="map-new-organisation").value == "Fjordvik"


# --- Compare, and what is attached ---


def test_causes_and_notes_of_a_card_wait(project: Project):
    entries = len(project.history())
    at = shown_page(compare, row="6")
    for what, kind in (("cause", "system"), ("note", "idea")):
        one(at, "text_area", f"{what}-new").set_value(f"Half a {what}")
        one(at, "radio", f"{what}-new").set_value(kind)
        one(at, "selectbox", f"{what}-new").set_value("Nord\u00e5s")
    run(at)
    again = shown_page(compare, row="6")
    for what, kind in (("cause", "system"), ("note", "idea")):
        assert one(again, "text_area", f"{what}-new").value == f"Half a {what}"
        assert one(again, "radio", f"{what}-new").value == kind
        assert one(again, "selectbox", f"{what}-new").value == "Nord\u00e5s"
    assert one(shown_page(compare, row="7"), "text_area", "note-new").value == ""
    unchanged(project, entries)
    one(again, "button", "note-new", "-keep").click()
    run(again)
    assert [note.text for note in project.state().notes] == ["Half a note"]
    assert one(again, "text_area", "note-new").value == ""
    assert one(again, "text_area", "cause-new").value == "Half a cause"


def test_an_attached_value_waits(project: Project):
    entries = len(project.history())
    place = {"row": "6", "whose": "Nord\u00e5s"}
    at = shown_page(control, **place)
    name, key = (one(at, kind, f"{project.state().processes[1].id}-control") for kind in ("text_input", "checkbox"))
    name.set_value("Fire \u00f8yne")
    key.set_value(not key.value)
    run(at)
    again = shown_page(control, **place)
    assert again.text_input(key=name.key).value == "Fire \u00f8yne"
    assert again.checkbox(key=key.key).value == at.checkbox(key=key.key).value
    unchanged(project, entries)
    one(again, "button", "save-").click()
    run(again)
    assert [each.content["name"] for each in project.state().attached] == ["Fire \u00f8yne"]
    assert not [each for each in again.button if str(each.key).endswith("-discard")]


# --- What is said of services, organisations, scales and drafts ---


def labelled(at: AppTest, kind: str, code: str):
    return next(each for each in getattr(at, kind) if shown(each.label) == SAY.text(code))


def test_what_is_said_of_a_service_waits(project: Project):
    details = {"details": project.state().services[0].id}
    entries = len(project.history())
    at = shown_page(processes, **details)
    labelled(at, "text_area", "processes-gain").set_value("Two weeks less")
    labelled(at, "date_input", "processes-next-workshop").set_value(date(2027, 2, 3))
    run(at)
    again = shown_page(processes, **details)
    assert labelled(again, "text_area", "processes-gain").value == "Two weeks less"
    assert labelled(again, "date_input", "processes-next-workshop").value == date(2027, 2, 3)
    unchanged(project, entries)
    again.button(key="service-keep").click()
    run(again)
    kept = project.state().services[0]
    assert (kept.gain, kept.next_workshop) == ("Two weeks less", "2027-02-03")
    assert not [each for each in again.button if str(each.key).endswith("-discard")]


def test_names_of_organisations_and_a_new_scale_wait(project: Project):
    first = project.state().organisations[0]
    name = f"name-{first.id}-{first.version}"
    at = shown_page(project_page, part="organisations")
    at.text_input(key=name).set_value("Havnes")
    run(at)
    assert shown_page(project_page, part="organisations").text_input(key=name).value == "Havnes"
    at = shown_page(project_page, part="scales")
    labelled(at, "text_area", "scale-levels").set_value("1; A; #2e7d32")
    run(at)
    assert labelled(shown_page(project_page, part="scales"), "text_area", "scale-levels").value == "1; A; #2e7d32"
    assert project.state().organisations[0] == first


def test_why_a_draft_is_ready_waits(project: Project):
    entries = len(project.history())
    at = shown_page(reports)
    at.text_input(key="override-reason").set_value("The council meets")
    run(at)
    unchanged(project, entries)
    assert shown_page(reports).text_input(key="override-reason").value == "The council meets"


def test_whoever_may_only_read_keeps_nothing_and_is_told(project: Project, monkeypatch: pytest.MonkeyPatch):
    from procmap.app import project as opening

    monkeypatch.setattr(opening, "person", lambda: Person(role="reader"))
    at = shown_page(compare, row="6")
    one(at, "text_area", "note-new").set_value("Nei")
    run(at)
    assert "told" in at.session_state
    assert one(shown_page(compare, row="6"), "text_area", "note-new").value == ""
    assert open_project(project.location).drafts(LEADER).texts(("card",)) == {}
