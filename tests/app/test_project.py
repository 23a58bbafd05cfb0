"""What is open, what can be opened, and how it is changed."""

from __future__ import annotations

import os

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app import project
from procmap.app.project import FOLDER, PROJECT, folder, given, known
from procmap.workspace import open_project
from procmap.workspace.commands import AddService
from tests.app.projects import BY, empty_in, sample_in


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.setenv(FOLDER, str(tmp_path))
    monkeypatch.delenv(PROJECT, raising=False)
    return tmp_path


def script() -> None:
    import streamlit as st

    from procmap.app import project

    opened = project.current()
    st.text("" if opened is None else f"{opened.name}: {opened.service.name if opened.service else ''}")
    st.text(project.take_told())


def run(**place: str) -> AppTest:
    at = AppTest.from_function(script, default_timeout=30)
    for name, value in {"lang": "en", **place}.items():
        at.query_params[name] = value
    return at.run()


def test_project_files_of_the_folder_are_known_those_changed_last_first(here, monkeypatch):
    for age, name in enumerate(("b", "a", "c")):
        made = empty_in(here, name)
        os.utime(made.location, (1000 - age, 1000 - age))
    (here / "notes.txt").write_text("", "utf-8")
    (here / "folder.procmap").mkdir()
    assert known() == ("b", "a", "c")
    assert folder() == here
    monkeypatch.setenv(PROJECT, str(here / "a.procmap"))
    assert (known(), given()) == ((), str(here / "a.procmap"))


@pytest.mark.parametrize("name", ["", "gone", "../b", "<script>"])
def test_only_project_files_of_the_folder_are_opened(here, name):
    empty_in(here, "a")
    assert run(open=name).text[0].value == ""


def test_the_project_that_the_app_was_started_with_is_open_whatever_the_address_says(here, monkeypatch):
    empty_in(here, "other")
    monkeypatch.setenv(PROJECT, sample_in(here).location)
    assert run(open="other").text[0].value == "given: Byggesøknad"


def test_the_first_service_is_looked_at_unless_the_address_says_another(here):
    made = sample_in(here)
    made.do(AddService(called="Skilt"), BY)
    second = made.state().services[1].id
    assert run(open="byggesoknad").text[0].value == "byggesoknad: Byggesøknad"
    assert run(open="byggesoknad", service=second).text[0].value == "byggesoknad: Skilt"
    assert run(open="byggesoknad", service="gone").text[0].value == "byggesoknad: Byggesøknad"


def making() -> None:
    import os

    import streamlit as st

    from procmap.app import project

    st.text(str(project.create(os.environ["NAME"])))
    st.text(project.take_told())


@pytest.mark.parametrize(
    ("name", "file"),
    [("Ny kommune", "Ny-kommune"), ("../../etc", "etc"), ("<b>", "b"), ("///", "procmap"), ("x" * 90, "x" * 60)],
)
def test_a_new_project_gets_a_file_that_is_free(here, monkeypatch, name, file):
    monkeypatch.setenv("NAME", name)
    for expected in (file, f"{file}-2"):
        at = AppTest.from_function(making).run()
        assert [text.value for text in at.text] == ["True", ""]
        assert open_project(str(here / f"{expected}.procmap")).state().setting("name") == name
    assert sorted(path.name for path in here.glob("*.procmap")) == sorted([f"{file}.procmap", f"{file}-2.procmap"])


def test_what_cannot_be_made_is_told(monkeypatch):
    monkeypatch.setenv("NAME", "   ")
    at = AppTest.from_function(making).run()
    assert [text.value for text in at.text] == ["False", "Give a name."]


def doing() -> None:
    import streamlit as st

    from procmap.app import place, project
    from procmap.workspace.commands import AddService

    place.keep("who", "Kari")
    opened = project.current()
    for action in (
        lambda: opened.do(AddService(called="Skilt")),
        lambda: opened.do(AddService(called="skilt")),
        opened.undo,
        opened.redo,
    ):
        st.text(f"{action()} {project.take_told()}")


def test_commands_are_done_in_the_name_of_the_reader_and_what_they_refuse_is_told(here):
    made = empty_in(here)
    at = AppTest.from_function(doing)
    at.query_params.update({"open": "empty", "lang": "en"})
    at.run()
    assert [text.value for text in at.text] == [
        "True", "False skilt is there already. Take another name.", "True", "True",
    ]  # fmt: skip
    assert [(entry.kind, entry.name, entry.who) for entry in made.history()[:3]] == [
        ("redo", "add-service", "Kari"), ("undo", "add-service", "Kari"), ("do", "add-service", "Kari"),
    ]  # fmt: skip


def test_a_file_that_was_handed_in_becomes_a_project_or_is_told_of(here, monkeypatch):
    content = (here / "x").with_suffix(".procmap")
    sample_in(here)
    (here / "byggesoknad.procmap").rename(content)
    monkeypatch.setattr(project.st, "session_state", {})
    monkeypatch.setattr(project, "open_named", lambda _: None)
    assert project.take_in("../Kopi av sak.procmap", content.read_bytes())
    assert open_project(str(here / "Kopi-av-sak.procmap")).state().processes
    assert not project.take_in("x.procmap", b"no project")
    assert sorted(path.name for path in here.glob("*.procmap")) == ["Kopi-av-sak.procmap", "x.procmap"]


def clicking() -> None:
    import streamlit as st

    from procmap.app import project
    from procmap.workspace.commands import AddService

    opened = project.current()
    for name in st.query_params["clicks"].split():
        if name == "undo":
            opened.undo()
        else:
            opened.do(AddService(called=name))


@pytest.mark.parametrize(
    ("clicks", "kept"),
    [("a", ["a"]), ("a b", ["a", "b"]), ("a undo a", ["a"])],
)
def test_a_command_of_one_state_of_the_page_is_done_once(here, clicks, kept):
    made = empty_in(here, "a")
    at = AppTest.from_function(clicking, default_timeout=30)
    at.query_params["open"], at.query_params["clicks"] = "a", clicks
    at.run()
    assert not at.exception
    assert [one.name for one in made.state().services] == kept


def noting() -> None:
    from procmap.app import project
    from procmap.workspace.commands import AddService

    opened = project.current()
    assert [opened.do(AddService(called="a")), opened.do(AddService(called="a"))] == [True, True]


def test_a_command_that_is_clicked_twice_is_done_once_and_said_to_be(here):
    made = empty_in(here, "a")
    at = AppTest.from_function(noting, default_timeout=30)
    at.query_params["open"] = "a"
    at.run()
    assert not at.exception
    assert len(made.history()) == 2


def looking() -> None:
    import streamlit as st

    from procmap.app import project, shell

    opened = shell._opened()
    st.text("" if opened is None else opened.name)
    st.text(project.take_told())


def test_a_file_that_was_moved_while_it_was_open_is_told_once(here):
    made = sample_in(here)
    at = AppTest.from_function(looking, default_timeout=30)
    at.query_params["open"], at.query_params["lang"] = "byggesoknad", "en"
    assert [text.value for text in at.run().text] == ["byggesoknad", ""]
    os.rename(made.location, here / "moved.procmap")
    name, told = (text.value for text in at.run().text)
    assert (name, "byggesoknad" in told, str(here) in told) == ("", True, True)
    assert [text.value for text in at.run().text] == ["", ""]
    assert not (here / "byggesoknad.procmap").exists()
