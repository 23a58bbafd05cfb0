import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from procmap.behaviour import make_reference
from procmap.cli import main
from procmap.formats import read
from procmap.model import Confirmations


@pytest.fixture
def samples(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


def test_align_tells_rows_and_what_is_alone(samples, capsys):
    assert main(["align", *samples]) == 0
    told = capsys.readouterr().out
    assert "% sure)\n  Fjordvik: Sende mangelbrev, Byggesaksbehandler\n" in told
    assert "No counterpart found:" in told


def test_align_tells_what_is_part_of_a_step_elsewhere(samples, root, capsys):
    confirmed = root / "bpmn_samples" / "byggesoknad" / "confirmations.json"
    assert main(["align", *samples, "--confirm", str(confirmed)]) == 0
    told = capsys.readouterr().out
    assert "Fjordvik: Beregne gebyr (part of Send rekning of Solhaug)\n" in told
    assert "\n  Fjordvik: Beregne gebyr\n" not in told.partition("No counterpart found:")[2]


@pytest.mark.parametrize("command", ["align", "compare"])
def test_the_order_of_files_has_no_say(samples, capsys, command):
    answers = []
    for files in (samples, samples[::-1]):
        assert main([command, *files, "--format", "json"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]


def test_hashing_has_no_say(samples, root):
    answers = {
        subprocess.run(
            [sys.executable, "-m", "procmap", "compare", *samples, "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(answers) == 1


def test_compare_as_json_has_what_was_promised(samples, capsys):
    assert main(["compare", *samples, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert sorted(answer["order"]) == sorted(row["id"] for row in answer["rows"])
    assert {"role", "step_missing", "deadline"} <= {difference["code"] for difference in answer["differences"]}
    steps = {(process["id"], step["id"]) for process in answer["processes"] for step in process["steps"]}
    assert steps == {(member["process"], member["step"]) for row in answer["rows"] for member in row["steps"]}
    for difference in answer["differences"]:
        assert list(difference["values"]) == ["Fjordvik", "Nordås", "Solhaug"]
    found = {one["index"] for one in answer["agreement"]}
    assert 1.0 in found
    assert all(index is None or 0 <= index <= 1 for index in found)


def test_what_is_confirmed_is_in_one_row(samples, capsys, tmp_path):
    cited = []
    for name, label in zip(
        samples, ("Fatte vedtak", "Vedtak godkjennes og signeres", "Godkjenn vedtaket"), strict=True
    ):
        (process,) = read(name).processes
        (step,) = [step for step in process.steps if step.name == label]
        cited.append(make_reference(process, step.id))
    file = tmp_path / "c.json"
    file.write_text(Confirmations(same=(tuple(cited),)).model_dump_json(), "utf-8")
    assert main(["compare", *samples, "--confirm", str(file), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["label"] for row in rows if row["confidence"] == 1] == ["Fatte vedtak"]


def test_a_page_is_written_once_and_replaced_when_told_to(samples, capsys, tmp_path):
    out = tmp_path / "page.html"
    arguments = ["compare", *samples, "--format", "html", "-o", str(out)]
    assert main(arguments) == 0
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert main(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert main([*arguments, "--force"]) == 0


@pytest.mark.parametrize("command", ["align", "compare"])
def test_a_workbook_is_written_by_the_name_of_the_file_or_when_asked_for(samples, capsys, tmp_path, command):
    for arguments in (["-o", str(tmp_path / "a.xlsx")], ["--format", "xlsx", "-o", str(tmp_path / "b")]):
        assert main([command, *samples, *arguments]) == 0
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "b").read_bytes().startswith(b"PK")
    assert capsys.readouterr().out == ""
    assert main([command, *samples, "--format", "xlsx"]) == 2
    assert "-o OUT.xlsx" in capsys.readouterr().err
    assert main([command, samples[0], "-o", str(tmp_path / "c.xlsx")]) == 2
    assert not (tmp_path / "c.xlsx").exists()


def test_a_reference_stands_beside_the_others(samples, capsys):
    assert main(["compare", samples[0], samples[1], "--reference", f"Mal={samples[2]}"]) == 0
    assert "Mal (reference)" in capsys.readouterr().out


def test_bad_input_is_told_in_json_too(samples, capsys):
    assert main(["compare", samples[0], "none.bpmn", "--format", "json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert [unread["source"] for unread in answer["unread"]] == ["none.bpmn"]
    assert answer["rows"] == []
    assert len(answer["processes"]) == 1


@pytest.mark.parametrize("format_", ["text", "html"])
def test_bad_input_is_told_and_no_file_is_written(samples, capsys, tmp_path, format_):
    out = tmp_path / "out"
    assert main(["compare", samples[0], "--format", format_, "-o", str(out)]) == 2
    assert "takes two" in capsys.readouterr().err
    assert not out.exists()


def test_files_of_one_organisation_are_refused_with_advice(samples, capsys):
    assert main(["align", samples[0], samples[0]]) == 2
    assert "Fjordvik=a.bpmn" in capsys.readouterr().err
    assert main(["align", f"A={samples[0]}", f"B={samples[0]}"]) == 0
