"""As a new user would, without the mouse once: from an empty folder to decisions on every row, BPMN and the report."""

from __future__ import annotations

import pytest

from procmap.formats import read
from procmap.workspace import Deriver, open_project
from procmap.workspace.agenda import Agenda
from tests.app import by_keyboard
from tests.app.by_keyboard import CAUSE, REASON, Typist, story_of_files, story_of_sample
from tests.app.conftest import WALL, opened
from tests.app.visiting import load

pytestmark = pytest.mark.browser
WINDOW = WALL


@pytest.fixture
def typist(tmp_path, page):
    """Return somebody without a mouse, before the start page of an app in an empty folder."""
    folder = tmp_path / "empty"
    folder.mkdir()
    running = opened(folder, LC_ALL="C")
    load(page, running)
    yield Typist(page)
    running.stop()


def decided(tmp_path):
    """Return what was decided in the only project of the folder; all of it must be."""
    (file,) = (tmp_path / "empty").glob("*.procmap")
    project = open_project(str(file))
    state = project.state()
    found = Agenda(Deriver().derived(project, state, state.services[0].id))
    done, of = found.deciding.progress()
    assert done == of > 0
    assert found.deciding.questions == ()
    assert [cause.text for cause in state.causes] == [CAUSE]
    assert [entry.decision.choice for entry in state.decisions if entry.decision.reason == REASON] == ["drop"]
    return found.result


def opens(files, tmp_path, result):
    """Check that the files which were taken are what they are called."""
    paths = {code: tmp_path / download.suggested_filename for code, download in files.items()}
    for code, download in files.items():
        download.save_as(paths[code])
    common = read(str(paths["common-bpmn"]))
    assert [one.severity for one in common.findings if one.severity == "error"] == []
    (process,) = common.processes
    assert sorted(step.name for step in process.steps) == sorted(step.name for step in result.common.steps)
    from docx import Document

    text = "\n".join(each.text for each in Document(str(paths["report-docx"])).element.body.iter() if each.text)
    page = paths["report-html"].read_text("utf-8")
    for told in (result.common.name, REASON):
        assert (told, told in text, told in page) == (told, True, True)


@pytest.mark.shared
def test_the_story_of_three_files(tmp_path, typist, shared):
    files = story_of_files(typist, by_keyboard.municipal_files(shared, tmp_path), 3)
    opens(files, tmp_path, decided(tmp_path))
    assert sum(stage.presses for stage in typist.stages) < 500


def test_the_story_of_a_sample(tmp_path, typist):
    files = story_of_sample(typist, 3)
    opens(files, tmp_path, decided(tmp_path))
    assert sum(stage.presses for stage in typist.stages) < 500
