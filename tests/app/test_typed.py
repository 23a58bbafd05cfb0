"""What is typed into every field of every page, however hostile: kept, or refused with a sentence."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from procmap.app.project import FOLDER, PROJECT
from procmap.workspace import SUFFIX, Project, create_project, open_project
from tests.app.views import app_at, views
from tests.workspace.conftest import LEADER
from tests.workspace.hostile import endless, hostile
from tests.workspace.samples import with_small

TEXTS = {"hostile": f"\x00{hostile('Tekst')}", "endless": endless("Tekst"), "blank": " \t\u202e"}
OTHERS = ("way-", "sign-", "harmonise-cause-add")
"""Buttons outside of forms that take what is typed."""


@pytest.fixture
def project(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = create_project(str(tmp_path / "p.procmap"), "Ny kommune", LEADER)
    with_small(made, LEADER)
    monkeypatch.setenv(PROJECT, made.location)
    return made


def typed(at: AppTest, text: str) -> AppTest:
    for field in (*at.text_input, *at.text_area):
        if not field.disabled:
            field.set_value(text)
    return at


def buttons(at: AppTest) -> list[str]:
    """Return the keys of the buttons that take what is typed."""
    return [each.key for each in at.button if each.proto.is_form_submitter or (each.key or "").startswith(OTHERS)]


@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_typed_is_kept_or_refused(project, kind):
    text, begun, fields = TEXTS[kind], project.version, 0
    for view in views(project):
        first = typed(app_at(view), text)
        fields += len(first.text_input) + len(first.text_area)
        keys = buttons(first)
        first.run()
        assert not first.exception, (view, first.exception[0].message)
        for key in keys:
            at = typed(app_at(view), text)
            before = project.version
            at.button(key=key).click().run()
            assert not at.exception, (view, key, at.exception[0].message)
            assert not app_at(view).exception, (view, key)
            if kind != "blank" and at.get("form"):
                assert project.version > before or at.error, (view, key)
            project.return_to(begun, LEADER)
    assert fields > 50
    assert project.misfits() == ()


@pytest.mark.parametrize("kind", TEXTS)
def test_a_new_project_of_any_name_is_made_or_refused(tmp_path, monkeypatch, kind):
    monkeypatch.delenv(PROJECT, raising=False)
    monkeypatch.setenv(FOLDER, str(tmp_path))
    at = app_at(("start", ()))
    at.text_input(key="project-name").set_value(TEXTS[kind])
    next(each for each in at.button if each.proto.is_form_submitter).click().run()
    assert not at.exception
    made = list(tmp_path.iterdir())
    assert all(path.suffix == SUFFIX and path.stem.isascii() for path in made)
    assert at.error or (made and open_project(str(made[0])).state().setting("name"))
