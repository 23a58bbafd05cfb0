from pathlib import Path

import docx
import pytest

from procmap.cli import main


@pytest.fixture
def samples(root: Path) -> list[str]:
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


def test_a_report_is_written_beside_the_common_process(samples, tmp_path, capsys):
    report = tmp_path / "rapport.docx"
    arguments = ["harmonise", *samples, "-o", str(tmp_path / "c.bpmn"), "--report", str(report), "--lang", "nb"]
    assert main([*arguments, "--date", "3. mars 2026"]) == 0
    assert capsys.readouterr().out.endswith(f"{report}: rapporten\n")
    told = [paragraph.text for paragraph in docx.Document(str(report)).paragraphs]
    assert told[0] == "Én felles arbeidsprosess: Byggesøknad"
    assert "3. mars 2026" in told


def test_several_reports_are_written(samples, tmp_path):
    reports = [tmp_path / name for name in ("a.docx", "b.docx")]
    asked = [part for report in reports for part in ("--report", str(report))]
    assert main(["harmonise", *samples, "-o", str(tmp_path / "c.bpmn"), *asked]) == 0
    assert reports[0].read_bytes() == reports[1].read_bytes()


def test_the_order_of_files_has_no_say(samples, tmp_path):
    written = []
    for number, given in enumerate((samples, samples[::-1])):
        report = tmp_path / f"{number}.docx"
        assert main(["harmonise", *given, "-o", str(tmp_path / f"{number}.bpmn"), "--report", str(report)]) == 0
        written.append(report.read_bytes())
    assert written[0] == written[1]


def test_no_kind_of_report_ends_like_that_and_nothing_is_written(samples, tmp_path, capsys):
    target = str(tmp_path / "report.odt")
    assert main(["harmonise", *samples, "-o", str(tmp_path / "c.bpmn"), "--report", target, "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert "report.odt: there is no report of this kind." in told
    assert ".docx" in told
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_there_is_not_replaced_unless_asked_for(samples, tmp_path, capsys):
    report = tmp_path / "r.docx"
    report.write_bytes(b"mine")
    arguments = ["harmonise", *samples, "-o", str(tmp_path / "c.bpmn"), "--report", str(report)]
    assert main(arguments) == 2
    assert report.read_bytes() == b"mine"
    assert not (tmp_path / "c.bpmn").exists()
    assert main([*arguments, "--force"]) == 0
    assert report.read_bytes() != b"mine"
    capsys.readouterr()
