from __future__ import annotations

import pytest
from typer.testing import CliRunner

from procmap.answers.draw import draw_file
from procmap.drawing.theme import THEMES
from procmap.messages import translator
from procmap.model import BadInput


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_in_either_theme(theme, root, tmp_path):
    target = tmp_path / "out.svg"
    draw_file(str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn"), str(target), theme=theme)
    written = target.read_text("utf-8")
    assert THEMES[theme].paper in written
    assert not [other for name, other in THEMES.items() if name != theme and other.line in written]


def test_a_picture_speaks_the_language_that_was_asked_for(root, tmp_path):
    target = tmp_path / "out.svg"
    source = str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")
    draw_file(source, str(target), say=translator("nn"))
    assert 'lang="nn"' in target.read_text("utf-8")
    assert "Teikninga viser" in target.read_text("utf-8")


def test_the_command_takes_a_theme_and_refuses_what_is_none(root, tmp_path):
    from procmap.cli.commands import app

    source = str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")
    dark = CliRunner().invoke(app, ["draw", source, "-o", str(tmp_path / "dark.svg"), "--theme", "dark"])
    assert dark.exit_code == 0
    assert THEMES["dark"].paper in (tmp_path / "dark.svg").read_text("utf-8")
    assert CliRunner().invoke(app, ["draw", source, "-o", str(tmp_path / "pink.svg"), "--theme", "pink"]).exit_code == 2
    assert not (tmp_path / "pink.svg").exists()


def test_a_dark_theme_is_not_for_paper(root, tmp_path):
    source = str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")
    with pytest.raises(BadInput) as error:
        draw_file(source, str(tmp_path / "dark.pdf"), theme="dark")
    assert error.value.finding.code == "option-of-endings"
    assert not list(tmp_path.iterdir())
