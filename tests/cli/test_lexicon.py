"""The commands about the lexicon, and where layers are named."""

from __future__ import annotations

import os

import pytest

from procmap.cli import main
from procmap.cli.options import lexicon_files


def test_layers_of_the_environment_come_first(monkeypatch):
    assert lexicon_files(None) == []
    monkeypatch.setenv("PROCMAP_LEXICON", os.pathsep.join(["a.csv", "", "b.csv"]))
    assert lexicon_files(["c.csv"]) == ["a.csv", "b.csv", "c.csv"]


@pytest.mark.parametrize(
    ("rows", "code", "strict_code"),
    [("send;;svarute", 0, 0), ("send;;ikke", 0, 0), ("reject;;godkjenne", 0, 1)],
)
def test_exit_codes_are_those_of_check(rows, code, strict_code, tmp_path, capsys):
    file = tmp_path / "words.csv"
    file.write_text(f"id;kind;nb\n{rows}\n", "utf-8")
    assert main(["lexicon", "check", str(file)]) == code
    assert main(["lexicon", "check", str(file), "--strict"]) == strict_code
    assert main(["lexicon", "check", str(file), "none.csv"]) == 2
    assert "none.csv" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["align", "compare"])
def test_a_layer_that_is_not_there_is_told(command, root, capsys, monkeypatch):
    names = [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]
    assert main([command, *names, "--lexicon", "none.csv"]) == 2
    assert "none.csv" in capsys.readouterr().err
    monkeypatch.setenv("PROCMAP_LEXICON", "other.csv")
    assert main([command, *names]) == 2
    assert "other.csv" in capsys.readouterr().err


def test_coverage_writes_a_layer_that_check_and_compare_take(root, tmp_path, capsys):
    names = [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]
    words = str(tmp_path / "words.xlsx")
    assert main(["lexicon", "coverage", *names, "-o", words]) == 0
    assert main(["lexicon", "check", words, "--strict"]) == 0
    assert main(["align", *names, "--lexicon", words]) == 0
    assert main(["lexicon", "coverage", *names, "-o", words]) == 2
    assert "words.xlsx" in capsys.readouterr().err


def test_a_hostile_label_is_shown_on_one_line(tmp_path, capsys):
    file = tmp_path / "a.csv"
    file.write_text('step;role\n"Måle\x1b[31m takskjegg\n<script>";Sak\n', "utf-8")
    assert main(["lexicon", "coverage", str(file)]) == 0
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "takskjegg" in told
