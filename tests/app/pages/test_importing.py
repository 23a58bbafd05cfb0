"""Import: files and texts looked at, corrected and kept."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from procmap.answers.sample import sample_folder, sample_folders
from procmap.app.project import PROJECT
from procmap.app.safe import shown
from procmap.messages import LANGUAGES, translator
from procmap.model import Activity, Process, to_json
from procmap.workspace.parties import drawn_process
from procmap.workspace.proposals import FEW
from tests.app.pages.opened import shown_page
from tests.app.pages.places import place_of
from tests.app.pages.projects import ME, empty, with_sample

SAY = translator("en")
ROUTINE = "1. Motta søknad\n2. Ringe Kari Nordmann\n3. Fatte vedtak\n"


def script() -> None:
    from procmap.app.pages import importing

    importing.show()


def opened(monkeypatch, project, language="en") -> AppTest:
    monkeypatch.setenv(PROJECT, project.location)
    return shown_page(script, language)


def done(at):
    at.run()
    assert not at.exception
    return at


def drop(at, *files):
    """Drop files: paths, or names with bytes."""
    given = [each if isinstance(each, tuple) else (each.name, each.read_bytes()) for each in files]
    at.get("file_uploader")[0].set_value([(name, source, "application/octet-stream") for name, source in given])
    return done(at)


def paste(at, text, kind="routine", name="Fjordvik"):
    at.radio(key="import-paste-kind").set_value(kind)
    at.text_input(key="import-paste-name").set_value(name)
    at.text_area(key="import-paste-text").set_value(text)
    at.button(key="import-paste-read").click()
    return done(at)


def field(at, kind, name, nth=0):
    found = [each for each in getattr(at, kind) if str(each.key).startswith(f"import-of-{name}-")]
    return found[nth]


def keep(at):
    return at.button(key="import-keep")


def warnings(at):
    return [shown(each.value) for each in at.warning]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_project_is_asked_for_files(monkeypatch, tmp_path, language):
    at = opened(monkeypatch, empty(tmp_path), language)
    say = translator(language)
    assert shown(at.title[0].value) == say.text("app-page-import")
    assert len(at.get("download_button")) == 2
    assert not at.warning


def test_several_files_are_kept_in_one_command(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = opened(monkeypatch, project)
    drop(at, *sorted(sample_folder().glob("*.bpmn")))
    assert at.selectbox(key="import-service").value == "Byggesøknad"
    assert shown(keep(at).label) == SAY.text("import-keep", count=3)
    keep(at).click()
    done(at)
    state = project.state()
    assert [one.name for one in state.services] == ["Byggesøknad"]
    assert [one.name for one in state.organisations] == ["Fjordvik", "Nordås", "Solhaug"]
    assert place_of(at, "service") == state.services[0].id
    assert len(at.success) == 1
    assert not [each for each in at.button if each.key == "import-keep"]
    project.undo(ME)
    done(at)
    assert project.state().processes == ()
    assert not at.success


def test_one_bad_file_does_not_stop_the_others(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = opened(monkeypatch, project)
    drop(at, ("broken.bpmn", b"<definitions"), sample_folder() / "fjordvik.bpmn", ("nothing.xlsx", b""))
    told = " ".join(shown(each.value) for each in at.markdown)
    assert "broken.bpmn" in told
    assert "nothing.xlsx" in told
    keep(at).click()
    done(at)
    assert [one.source_name for one in project.state().processes] == ["fjordvik.bpmn"]


def test_a_routine_is_pasted_and_who_is_named_in_it_is_warned_of(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = paste(opened(monkeypatch, project), ROUTINE)
    assert any("Kari N." in each for each in warnings(at))
    keep(at).click()
    done(at)
    state = project.state()
    assert [one.name for one in state.organisations] == ["Fjordvik"]
    assert project.content(state.processes[0].source).decode() == ROUTINE


def test_a_table_is_pasted(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = paste(opened(monkeypatch, project), "Steg\tRolle\nMotta søknad\tArkiv\nFatte vedtak\tLeder\n", "table")
    keep(at).click()
    done(at)
    (entry,) = project.state().processes
    assert [step.name for step in drawn_process(project, entry).steps if step.name] == ["Motta søknad", "Fatte vedtak"]


def test_what_is_corrected_is_kept_beside_the_bytes_as_they_came(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = paste(opened(monkeypatch, project), ROUTINE)
    field(at, "selectbox", "step").select("Ringe Kari Nordmann")
    done(at)
    field(at, "text_input", "label").set_value("Ringe søkeren")
    next(each for each in at.button if shown(each.label) == SAY.text("import-correct-do")).click()
    done(at)
    field(at, "selectbox", "step").select("Fatte vedtak")
    done(at)
    next(each for each in at.button if shown(each.label) == SAY.text("import-correct-leave-out")).click()
    done(at)
    keep(at).click()
    done(at)
    (entry,) = project.state().processes
    assert project.content(entry.source).decode() == ROUTINE
    names = [step.name for step in drawn_process(project, entry).steps if step.name]
    assert names == ["Motta søknad", "Ringe søkeren"]


def test_a_process_that_is_there_already_is_asked_of(monkeypatch, tmp_path):
    project = with_sample(tmp_path, ["fjordvik"])
    newer = tmp_path / "fjordvik.bpmn"
    newer.write_bytes((sample_folder() / "fjordvik.bpmn").read_bytes() + b"<!-- newer -->\n")
    at = drop(opened(monkeypatch, project), newer)
    assert SAY.text("import-there", name="Fjordvik") in warnings(at)
    assert keep(at).disabled
    field(at, "checkbox", "replaces").check()
    done(at)
    keep(at).click()
    done(at)
    assert len(project.state().processes) == 1
    assert project.history(1)[0].told["anew"] == 1


def test_a_variant_stands_beside_what_is_there(monkeypatch, tmp_path):
    project = with_sample(tmp_path, ["fjordvik"])
    at = drop(opened(monkeypatch, project), sample_folder() / "fjordvik.bpmn")
    field(at, "text_input", "variant").set_value("papir")
    done(at)
    keep(at).click()
    done(at)
    assert [one.variant for one in project.state().processes] == ["", "papir"]


def test_where_names_do_not_tell_the_service_is_asked_for(monkeypatch, tmp_path):
    project = with_sample(tmp_path, ["fjordvik"])
    at = drop(opened(monkeypatch, project), sample_folders()["barnehageopptak"] / "tindehavn.bpmn")
    assert SAY.text("import-no-service") in warnings(at)
    assert keep(at).disabled
    at.selectbox(key="import-service").select("Byggesøknad")
    done(at)
    keep(at).click()
    done(at)
    assert [one.name for one in project.state().services] == ["Byggesøknad"]
    assert len(project.state().processes) == 2


def test_what_is_not_taken_is_not_kept(monkeypatch, tmp_path):
    project = empty(tmp_path)
    at = drop(opened(monkeypatch, project), *sorted(sample_folder().glob("*.bpmn")))
    field(at, "checkbox", "take", 1).uncheck()
    done(at)
    keep(at).click()
    done(at)
    assert [one.name for one in project.state().organisations] == ["Fjordvik", "Solhaug"]


def test_of_a_file_with_many_processes_some_are_chosen(monkeypatch, tmp_path):
    processes = tuple(
        Process(id=f"p{number}", name=f"Way {number}", nodes=(Activity(id="a", name="Decide"),))
        for number in range(FEW + 1)
    )
    project = with_sample(tmp_path, ["fjordvik"])
    at = drop(opened(monkeypatch, project), ("all.json", to_json(processes).encode()))
    assert SAY.text("import-none-taken") in warnings(at)
    assert not [box for box in at.checkbox if str(box.key).startswith("import-of-take-")]
    (choice,) = at.multiselect
    choice.set_value(["p1", "p3"])
    done(at)
    at.selectbox(key="import-service").select("Byggesøknad")
    done(at)
    keep(at).click()
    done(at)
    assert [one.name for one in project.state().organisations][1:] == ["Way 1", "Way 3"]


def test_a_file_is_taken_away_again(monkeypatch, tmp_path):
    at = drop(opened(monkeypatch, empty(tmp_path)), sample_folder() / "fjordvik.bpmn")
    button = next(each for each in at.button if str(each.key).startswith("import-remove-"))
    button.click()
    done(at)
    assert not [each for each in at.button if each.key == "import-keep"]


def test_names_of_files_and_processes_are_text(monkeypatch, tmp_path):
    at = paste(opened(monkeypatch, empty(tmp_path)), "1. <b>Motta</b> (A)\n2. **Sende** (B)\n", name="<img src=x>")
    html = "".join(each.proto.body for each in at.get("html"))
    assert "<b>Motta" not in html
    assert "&lt;b&gt;Motta" in html
    assert all("<img" not in each.value.replace("\\<", "") for each in at.header)
