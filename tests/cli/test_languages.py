"""What the commands print in each language, kept as files to be read: `languages/COMMAND.LANGUAGE.txt`.

`PROCMAP_SNAPSHOTS=write python -m pytest tests/cli/test_languages.py` writes them anew; read what has changed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
import typer

from procmap.cli import main
from procmap.cli.catalogues import forbidden_in
from procmap.cli.commands import app
from procmap.messages import LANGUAGES

SNAPSHOTS = Path(__file__).parent / "languages"
BOTH = ["a.bpmn", "b.bpmn"]
FROM_FILES = [
    "Behandle søknad", "Motta søknad", "Kontrollere vedlegg", "Sende svar", "Arkivere saken", "Saksbehandler", "Søknad",
    "nb[|].*en", "nb,? nn,? sv,? da,? en,? de",
]  # fmt: skip
"""What is in the files and so in Bokmål everywhere; and the codes of the languages."""
COMMANDS = {
    "help": ["--help"],
    "help-harmonise": ["harmonise", "--help"],
    "list": ["list", *BOTH],
    "check": ["check", *BOTH],
    "align": ["align", *BOTH],
    "compare": ["compare", *BOTH],
    "harmonise": ["harmonise", *BOTH, "-o", "common.bpmn", "--force"],
    "draw": ["draw", "a.bpmn", "-o", "a.svg", "--force"],
    "template": ["template", "t.xlsx", "--force"],
    "convert": ["convert", "a.bpmn", "a.json", "--force"],
    "help-lexicon": ["lexicon", "--help"],
    "help-project": ["project", "--help"],
    "project-new": ["project", "new", "p.procmap", "--name", "Fjordvik"],
    "no-files": ["align"],
    "lexicon-check": ["lexicon", "check", "words.csv"],
    "lexicon-coverage": ["lexicon", "coverage", *BOTH],
    "lexicon-export": ["lexicon", "export", "--lexicon", "good.csv", "-o", "l.tsv", "--force"],
    "help-app": ["app", "--help"],
    "app-everywhere": ["app", "--host", "0.0.0.0"],
    "no-such-file": ["check", "none.bpmn"],
    "no-such-option": ["compare", "--fast"],
    "no-such-command": ["fusionner"],
    "no-such-choice": ["compare", *BOTH, "--format", "pdf"],
    "too-few": ["compare", "a.bpmn"],
}


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Work beside the two files, in no language."""
    for name in (*BOTH, "words.csv", "good.csv"):
        shutil.copyfile(SNAPSHOTS / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    for variable in ("PROCMAP_LANG", "PROCMAP_PROJECT", "LANGUAGE", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in {"LC_ALL": "C", "COLUMNS": "100", "TERM": "dumb"}.items():
        monkeypatch.setenv(variable, value)
    return tmp_path


def printed(arguments, capsys) -> str:
    code = main(arguments)
    captured = capsys.readouterr()
    return f"{captured.out}{captured.err}exit {code}\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_command_prints(name, language, capsys):
    told = printed([*COMMANDS[name], "--lang", language], capsys)
    told = re.sub(r"(?m) +$", "", told)
    path = SNAPSHOTS / f"{name}.{language}.txt"
    if os.environ.get("PROCMAP_SNAPSHOTS") == "write":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_printed_has_no_words_of_another_language(name, language, capsys):
    told = printed([*COMMANDS[name], "--lang", language], capsys)
    own = re.compile("|".join(FROM_FILES))
    assert not list(forbidden_in(own.sub("", told), language))
    assert not re.search(r"\b(?:the|and|is|are|of|step|steps)\b", told)


@pytest.mark.parametrize("environment", [{"LC_ALL": "nn_NO.UTF-8"}, {"LC_ALL": "C", "PROCMAP_LANG": "nn"}])
def test_text_follows_the_environment_and_json_does_not(environment, capsys, monkeypatch):
    english = printed(["compare", *BOTH, "--format", "json"], capsys)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert "Ulikskapar" in printed(["compare", *BOTH, "--format", "html"], capsys)
    assert "Slik gjer Fjordvik og Nordås det" in printed(["compare", *BOTH], capsys)
    assert printed(["compare", *BOTH, "--format", "json"], capsys) == english
    assert "fila finst ikkje" in printed(["check", "none.bpmn"], capsys)
    assert "Vis denne hjelpa" in printed(["--help"], capsys)


@pytest.mark.parametrize(
    "command", ["list", "check", "align", "compare", "harmonise", "lexicon-check", "lexicon-coverage"]
)
def test_json_has_the_same_keys_and_codes_in_every_language(command, capsys):
    arguments = [*COMMANDS[command], "--format", "json"]
    shapes, answers = set(), set()
    for language in LANGUAGES:
        told = printed([*arguments, "--lang", language], capsys).partition("\nexit ")[0]
        answers.add(told)
        shapes.add(json.dumps(_without_sentences(json.loads(told))))
    assert len(shapes) == 1
    assert len(answers) == (1 if command in ("list", "lexicon-coverage") else len(LANGUAGES))


def _without_sentences(content):
    """Return JSON with its sentences blanked out: what else is in it must be the same in every language."""
    sentences = {"text", "sentence", "why", "question", "detail"}
    if isinstance(content, dict):
        return {key: "" if key in sentences else _without_sentences(value) for key, value in content.items()}
    return [_without_sentences(value) for value in content] if isinstance(content, list) else content


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language(language, capsys):
    page = printed(["compare", *BOTH, "--format", "html", "--lang", language], capsys)
    assert f'<html lang="{language}">' in page


def test_the_language_can_stand_before_the_command(capsys):
    assert printed(["--lang", "sv", "list", "a.bpmn"], capsys) == printed(["list", "a.bpmn", "--lang=sv"], capsys)
    assert "steg" in printed(["--lang", "sv", "list", "a.bpmn"], capsys)
    assert "Användning:" in printed(["--lang", "sv"], capsys)


def test_the_demonstration_in_nynorsk(folder, capsys):
    told = printed(["demo", "--lang", "nn", "--out", "demo"], capsys)
    assert told.startswith("Byggjesøknad: éi teneste, tre måtar å gjere det på\n")
    assert "4  Setje saman éin felles arbeidsprosess\n" in told
    assert '<html lang="nn">' in (folder / "demo" / "comparison.html").read_text("utf-8")
    assert "questions are open" in (folder / "demo" / "harmonised.json").read_text("utf-8")


def test_every_command_has_the_option_and_is_looked_at_here():
    group = typer.main.get_command(app)
    assert set(group.commands) == {arguments[0] for arguments in COMMANDS.values()} & set(group.commands) | {"demo"}
    for command in (group, *group.commands.values()):
        assert [param for param in command.params if "--lang" in param.opts], command.name
