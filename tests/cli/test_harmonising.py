from __future__ import annotations

import json
from importlib import resources
from itertools import permutations
from pathlib import Path

import pytest
from lxml import etree

from procmap.answers.people import read_decisions
from procmap.cli import main
from procmap.formats import read
from procmap.harmonisation import derive

SCHEMA = resources.files("SpiffWorkflow") / "bpmn" / "parser" / "schema" / "BPMN20.xsd"


@pytest.fixture
def samples(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


@pytest.fixture
def confirmed(root: Path) -> list[str]:
    return ["--confirm", str(root / "bpmn_samples" / "byggesoknad" / "confirmations.json")]


def answer(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> dict:
    assert main([*arguments, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_step_and_everything_attached_has_one_fate(samples, confirmed, tmp_path, capsys):
    told = answer(["harmonise", *samples, *confirmed, "-o", str(tmp_path / "c.bpmn")], capsys)
    steps = sorted((process["id"], step["id"]) for process in told["processes"] for step in process["steps"])
    assert sorted((entry["from"]["process"], entry["from"]["step"]) for entry in told["trace"]) == steps
    attached = sorted((p["id"], value["kind"], value["id"]) for p in told["processes"] for value in p["attached"])
    assert sorted((entry["process"], entry["kind"], entry["id"]) for entry in told["carried"]) == attached


def test_what_is_written_is_what_is_told(samples, confirmed, tmp_path, capsys):
    target = tmp_path / "common.bpmn"
    told = answer(["harmonise", *samples, *confirmed, "-o", str(target)], capsys)
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(etree.parse(str(target)))
    (process,) = read(str(target)).processes
    assert {step.id for step in process.steps} == {step["id"] for step in told["common"]["steps"]}
    assert process.card.state == "common"
    places = {element.id for element in process.elements()}
    assert {entry["to"] for entry in told["trace"] if entry["to"]} <= places


def test_the_result_is_sound_or_asks(samples, confirmed, tmp_path, capsys):
    told = answer(["harmonise", *samples, *confirmed, "-o", str(tmp_path / "c.bpmn")], capsys)
    assert told["soundness"]["verdict"] == "sound" or told["open"]
    assert (told["status"] == "ready") == (not told["open"] and not told["blocking"])


def test_the_order_of_files_has_no_say(samples, confirmed, tmp_path, capsys):
    seen = set()
    for number, files in enumerate(permutations(samples)):
        target = tmp_path / f"{number}.bpmn"
        told = answer(["harmonise", *files, *confirmed, "-o", str(target)], capsys)
        told["common"]["source"] = ""
        seen.add((json.dumps(told), target.read_bytes()))
    assert len(seen) == 1


def test_text_says_what_came_out(samples, confirmed, tmp_path, capsys):
    assert main(["harmonise", *samples, *confirmed, "-o", str(tmp_path / "c.bpmn")]) == 0
    told = capsys.readouterr().out
    assert "Where everything went" in told
    assert "What holds" in told


def test_a_draft_is_told_by_the_exit_code_where_it_is_asked_for(samples, tmp_path, capsys):
    assert main(["harmonise", *samples, "-o", str(tmp_path / "c.bpmn"), "--strict"]) == 1
    assert "to decide" in capsys.readouterr().out


def test_nothing_is_written_where_a_file_cannot_be_used(samples, tmp_path, capsys):
    target = tmp_path / "c.bpmn"
    assert main(["harmonise", *samples, "gone.bpmn", "-o", str(target)]) == 2
    assert "gone.bpmn: there is no such file." in capsys.readouterr().err
    assert not target.exists()


def test_decisions_that_are_none_are_refused(samples, tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"procmap": "confirmations/1"}')
    target = tmp_path / "c.bpmn"
    assert main(["harmonise", *samples, "--decisions", str(wrong), "-o", str(target)]) == 2
    assert "no file of decisions" in capsys.readouterr().err
    assert not target.exists()


def test_confirmations_come_back_from_the_workbook_of_an_alignment(samples, confirmed, tmp_path, capsys):
    first, again = str(tmp_path / "first.xlsx"), str(tmp_path / "again.xlsx")
    assert main(["align", *samples, *confirmed, "-o", first, "--lang", "nb"]) == 0
    assert main(["align", *samples, "--confirm", first, "-o", again, "--lang", "sv"]) == 0
    told = [
        answer(["align", *samples, "--confirm", source], capsys) for source in (confirmed[1], first, again)
    ]  # fmt: skip
    assert told[0] == told[1] == told[2]


def test_rows_are_confirmed_and_split_in_the_workbook(samples, tmp_path, capsys):
    from openpyxl import load_workbook

    file = tmp_path / "rows.xlsx"
    assert main(["align", *samples, "-o", str(file), "--lang", "nb"]) == 0
    book = load_workbook(file)
    page = book["Bekreftelser"]
    answered = {
        "Vurdere nabomerknader": "samme",
        "Vurder nabomerknader": "ja",
        "Gå gjennom nabomerknader": "ikke samme",
    }
    for row in page.iter_rows(min_row=2):
        texts = [cell.value for cell in row]
        row[2].value = next((answered[text] for text in texts[:6] if text in answered), None)
    book.save(file)
    told = answer(["align", *samples, "--confirm", str(file)], capsys)
    labels = {(process["id"], step["id"]): step["label"] for process in told["processes"] for step in process["steps"]}
    rows = [{labels[member["process"], member["step"]] for member in row["steps"]} for row in told["rows"]]
    (row,) = (row for row in rows if "Vurdere nabomerknader" in row)
    assert row == {"Vurdere nabomerknader", "Vurder nabomerknader"}


@pytest.mark.parametrize("ending", ["xlsx", "json"])
def test_every_question_is_written_to_a_file_to_answer_it_in(samples, confirmed, tmp_path, capsys, ending):
    file, target = str(tmp_path / f"open.{ending}"), ["-o", str(tmp_path / "c.bpmn"), "--force"]
    told = answer(["harmonise", *samples, *confirmed, *target, "--questions", file], capsys)
    said = read_decisions(file)
    assert [json.loads(each.model_dump_json(by_alias=True)) for each in said.open] == told["open"]
    made = [
        {"id": each.id, "about": each.about.model_dump(by_alias=True), "choice": "keep", "reason": "r"}
        for each in said.open
        if each.kind == "row"
    ]
    decided = tmp_path / "decided.json"
    decided.write_text(json.dumps({"procmap": "decisions/1", "decisions": made}))
    arguments = ["harmonise", *samples, *confirmed, *target, "--decisions", str(decided), "--questions", file]
    left = answer(arguments, capsys)
    assert [each.id for each in read_decisions(file).decisions] == [each["id"] for each in made]
    assert {each["id"] for each in left["open"]}.isdisjoint(each["id"] for each in made)


def test_all_questions_are_printed(samples, tmp_path, capsys):
    told = answer(["harmonise", *samples, "-o", str(tmp_path / "c.bpmn")], capsys)
    assert main(["harmonise", *samples, "-o", str(tmp_path / "d.bpmn"), "--lang", "en"]) == 0
    assert capsys.readouterr().out.count("\n  ? ") == len(told["open"]) > 12


def test_an_override_makes_a_draft_ready_and_is_on_record(samples, confirmed, tmp_path, capsys):
    target = tmp_path / "c.bpmn"
    arguments = ["harmonise", *samples, *confirmed, "-o", str(target), "--force"]
    draft = answer(arguments, capsys)
    ready = answer([*arguments, "--override", "Vedtatt i styringsgruppa"], capsys)
    assert (draft["status"], draft["override"]) == ("draft", "")
    assert (ready["status"], ready["override"]) == ("ready", "Vedtatt i styringsgruppa")
    assert ready["blocking"] == draft["blocking"] != []
    (process,) = read(str(target)).processes
    assert [(each.id, each.reason) for each in process.decisions] == [("override", "Vedtatt i styringsgruppa")]
    assert main([*arguments, "--override", "=1+1 <b>", "--strict", "--lang", "en"]) == 0
    assert "ready by override, although something blocks: =1+1 <b>" in capsys.readouterr().out


def test_a_file_of_questions_that_procmap_cannot_write_is_refused(samples, tmp_path, capsys):
    target = tmp_path / "c.bpmn"
    assert main(["harmonise", *samples, "-o", str(target), "--questions", "open.docx"]) == 2
    assert ".xlsx, .json" in capsys.readouterr().err
    assert not target.exists()


def test_the_demo_tells_the_story_and_writes_what_it_names(tmp_path, capsys):
    folder = tmp_path / "results"
    assert main(["demo", "--out", str(folder)]) == 0
    told = capsys.readouterr().out
    for path in folder.iterdir():
        assert path.name in told
    assert sorted(path.name for path in folder.iterdir()) == [
        "alignment.json", "common.bpmn", "common.svg", "comparison.html", "harmonised.json",
        "report.docx",
    ]  # fmt: skip
    assert main(["demo", "--out", str(folder)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["demo", "--out", str(folder), "--force"]) == 0


def test_the_union_is_written_beside_the_common_process(samples, confirmed, tmp_path, capsys):
    common, union = tmp_path / "common.bpmn", tmp_path / "union.bpmn"
    told = answer(["harmonise", *samples, *confirmed, "-o", str(common), "--union", str(union)], capsys)
    etree.XMLSchema(etree.parse(str(SCHEMA))).assertValid(etree.parse(str(union)))
    (process,) = read(str(union)).processes
    for source, one in zip(samples, told["processes"], strict=True):
        back = derive(process, one["organisation"])
        assert {step.id for step in back.steps} == {step.id for step in read(source).processes[0].steps}
    assert main(["harmonise", *samples, *confirmed, "-o", str(common), "--union", str(common), "--force"]) == 2
    assert "common.bpmn" in capsys.readouterr().err


def test_what_is_no_step_has_a_fate_too(samples, confirmed, tmp_path, capsys):
    told = answer(["harmonise", *samples, *confirmed, "-o", str(tmp_path / "c.bpmn")], capsys)
    flows = {(one["id"], flow["id"]) for one in told["processes"] for flow in one["flows"]}
    assert flows <= {(entry["process"], entry["element"]) for entry in told["elements"]}
    assert all(entry["why"] for entry in told["elements"] if entry["fate"] == "left_out")
