"""`procmap project`, and `--project` instead of files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from procmap.cli import main


@pytest.fixture
def samples(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PROCMAP_PROJECT", raising=False)
    monkeypatch.setenv("PROCMAP_LANG", "en")
    return tmp_path


@pytest.fixture
def filled(samples: list[str], root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return a project with a sample, its confirmations taken."""
    for arguments in (
        ["new", "p.procmap", "--name", "Ny kommune"],
        ["add", "p.procmap", *samples, "--service", "Byggesøknad", "--by", "Kari"],
        ["confirm", "p.procmap", str(root / "bpmn_samples" / "byggesoknad" / "confirmations.json")],
    ):
        assert main(["project", *arguments]) == 0
    capsys.readouterr()
    return "p.procmap"


def told(arguments: list[str], capsys: pytest.CaptureFixture[str], code: int = 0) -> str:
    assert main(arguments) == code
    printed = capsys.readouterr()
    return printed.err if code else printed.out


def test_a_project_from_beginning_to_end(filled, samples, capsys):
    assert "Byggesøknad\n  38 confirmed, 0 decided," in told(["project", "list", filled], capsys)
    history = told(["project", "history", filled], capsys)
    assert '3 processes of "Byggesøknad" brought in: Fjordvik, Nordås, Solhaug (Kari)' in history
    assert told(["project", "snapshot", filled, "Før møtet"], capsys) == 'State "Før møtet" kept (entry 4).\n'
    assert told(["project", "undo", filled], capsys) == "Undone: 38 confirmations taken from a file\n"
    assert told(["project", "redo", filled], capsys) == "Done again: 38 confirmations taken from a file\n"
    assert "anew from" in told(["project", "add", filled, f"Nordås={samples[0]}", "--replace"], capsys)
    assert 'State kept: "Før møtet"' in told(["project", "return", filled, "Før møtet"], capsys)
    assert "already" in told(["project", "return", filled, "Før møtet"], capsys)
    assert "nordas.bpmn" in told(["project", "list", filled], capsys)


def test_questions_are_answered_in_a_file_and_come_back(filled, capsys):
    assert main(["harmonise", "--project", filled, "-o", "c.bpmn", "--questions", "q.json"]) == 0
    questions = json.loads(Path("q.json").read_text("utf-8"))
    about = next(asked["about"] for asked in questions["open"] if asked["kind"] == "row")
    decided = {"procmap": "decisions/1", "decisions": [{"id": "B1", "about": about, "choice": "keep"}]}
    Path("d.json").write_text(json.dumps(decided), "utf-8")
    capsys.readouterr()
    assert told(["project", "decide", filled, "d.json"], capsys).startswith("1 decision taken from a file")
    assert "Nothing was changed" in told(["project", "decide", filled, "d.json"], capsys)
    assert "38 confirmed, 1 decided" in told(["project", "list", filled], capsys)


def test_a_project_answers_as_its_files(filled, samples, root, monkeypatch, capsys):
    project = str(Path(filled).absolute())
    monkeypatch.chdir(root / "bpmn_samples" / "byggesoknad")
    names = [Path(name).name for name in samples]
    json_of = ["--format", "json"]
    for verb in ("list", "check"):
        assert told([verb, "--project", project, *json_of], capsys) == told([verb, *names, *json_of], capsys)
    for verb in ("align", "compare"):
        ours = told([verb, "--project", project, *json_of], capsys)
        assert ours == told([verb, *names, "--confirm", "confirmations.json", *json_of], capsys)
    monkeypatch.chdir(Path(project).parent)
    ours = told(["harmonise", "--project", project, "-o", "c.bpmn", *json_of], capsys)
    confirmed = str(root / "bpmn_samples" / "byggesoknad" / "confirmations.json")
    theirs = told(["harmonise", *samples, "--confirm", confirmed, "-o", "c.bpmn", "--force", *json_of], capsys)
    ours_read, theirs_read = json.loads(ours), json.loads(theirs)
    for answer in (ours_read, theirs_read):
        for process in answer["processes"]:
            process["source"] = Path(process["source"]).name
    # The common process is called as the service is: no name is proposed among those of the files.
    theirs_read["proposal"] = [one for one in theirs_read["proposal"] if one["rows"] or one["field"] != "name"]
    assert ours_read == theirs_read


def test_a_project_is_drawn(filled, folder, capsys):
    assert main(["draw", "--project", filled, "--organisation", "Nordås", "-o", "n.svg"]) == 0
    assert main(["draw", "--project", filled, "--as", "overlay", "-o", "o.svg"]) == 0
    capsys.readouterr()
    assert "Nordås" in told(["draw", "--project", filled, "-o", "x.svg"], capsys, 2)
    arguments = ["draw", "--project", filled, "--as", "overlay", "--organisation", "Nordås", "-o", "x.svg"]
    assert "--as one" in told(arguments, capsys, 2)
    assert sorted(path.name for path in folder.glob("*.svg")) == ["n.svg", "o.svg"]


def test_the_environment_names_a_project_and_files_go_before_it(filled, samples, monkeypatch, capsys):
    monkeypatch.setenv("PROCMAP_PROJECT", filled)
    assert "solhaug.bpmn" in told(["list"], capsys)
    assert told(["list", samples[0]], capsys).startswith(samples[0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["align"], "Name files, or a project"),
        (["align", "a.bpmn", "--project", "p.procmap"], "both files and a project"),
        (["align", "--project", "p.procmap", "--confirm", "c.json"], "--confirm is for files"),
        (["compare", "--project", "p.procmap", "--versions-of", "X"], "--versions-of is for files"),
        (["harmonise", "--project", "p.procmap", "--decisions", "d.json", "-o", "c.bpmn"], "--decisions is for files"),
        (["list", "a.bpmn", "--process", "x"], "--process is only for projects"),
        (["align", "--project", "p.procmap", "--process", "Barnehage"], "There is no service Barnehage"),
        (["align", "--project", "none.procmap"], "there is no such project"),
        (["project", "new", "p.procmap"], "the file is there already"),
        (["project", "new", "p.db"], "ends in .procmap"),
        (["project", "add", "p.procmap", "none.bpmn"], "there is no such file"),
        (["project", "return", "p.procmap", "i går"], "There is no state i går"),
        (["project", "confirm", "p.procmap", "none.json"], "there is no such file"),
        (["project", "export", "p.procmap", "ut.json"], "ends in .procmap"),
        (["project", "import", "none.procmap", "q.procmap"], "there is no such project"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_what_cannot_be_done_is_said(arguments, said, capsys):
    assert said in told(arguments, capsys, 2)


def test_export_without_people_says_what_is_masked_and_import_takes_it(filled, folder, capsys):
    folder.joinpath("vik.txt").write_text("1. Motta søknad\n2. Ring Kari Nordmann\n3. Arkivere\n", "utf-8")
    assert "warning: This looks like the name of a person" in told(["project", "add", filled, "vik.txt"], capsys)
    printed = told(["project", "export", filled, "ut.procmap", "--without-people"], capsys)
    assert "vik.txt: Kari N. is masked." in printed
    assert "read it through before" in printed
    assert main(["project", "import", "ut.procmap", "inn.procmap"]) == 0
    capsys.readouterr()
    history = told(["project", "history", "inn.procmap", "--format", "json"], capsys)
    assert {entry["who"] for entry in json.loads(history)["entries"]} == {""}
    assert "Ring ***" in told(["list", "--project", "inn.procmap", "--format", "json"], capsys)
