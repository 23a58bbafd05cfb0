import sys
from pathlib import Path

import docx
import pytest
from typer.testing import CliRunner

from procmap.answers.harmonise import harmonise_files
from procmap.answers.reporting import check_reports, told_of_reports, write_reports
from procmap.drawing.export import INSTALL
from procmap.messages import translator
from procmap.model import BadInput
from procmap.reports.harmonisation.registry import WRITERS


@pytest.fixture(scope="module")
def harmonised(root):
    return harmonise_files([str(path) for path in sorted((root / "bpmn_samples" / "bygglov").iterdir())])


def refused(*targets: str, **given) -> str:
    with pytest.raises(BadInput) as error:
        check_reports(targets, **given)
    return error.value.finding.code


def test_what_cannot_be_written_is_refused_before_anything_is_done(tmp_path: Path):
    there = tmp_path / "there.docx"
    there.write_bytes(b"")
    assert refused(str(tmp_path / "report.rtf")) == "report-ending"
    assert refused(str(tmp_path / "report")) == "report-ending"
    assert refused(str(there)) == "output-exists"
    assert refused(str(tmp_path / "none" / "report.docx")) == "no-such-folder"
    assert refused(*[str(tmp_path / "a.docx")] * 2) == "report-twice"
    assert refused(str(tmp_path / "a.docx"), beside=str(tmp_path / "a.docx")) == "report-twice"
    check_reports([str(there)], force=True)
    check_reports([str(tmp_path / "UPPER.DOCX")])


def test_without_typst_a_pdf_is_refused_before_anything_is_written(monkeypatch, root, tmp_path: Path):
    from procmap.cli.commands import app
    from procmap.drawing.export import fonts

    fonts.typefaces.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    assert refused(str(tmp_path / "a.pdf")) == "pdf-not-installed"
    files = [str(path) for path in sorted((root / "bpmn_samples" / "bygglov").iterdir())]
    given = ["harmonise", *files, "-o", str(tmp_path / "common.bpmn"), "--report", str(tmp_path / "a.pdf")]
    assert isinstance(CliRunner().invoke(app, given).exception, BadInput)
    assert not list(tmp_path.iterdir())


def test_every_ending_that_is_known_has_a_writer(harmonised, tmp_path: Path):
    targets = [tmp_path / f"report{ending}" for ending in WRITERS]
    for _ in range(2):
        write_reports(harmonised, [str(target) for target in targets], translator("nn"), date="i dag", force=True)
        contents = [target.read_bytes() for target in targets]
        assert all(contents)
    assert [target.read_bytes() for target in targets] == contents


def test_nothing_is_written_where_nothing_was_harmonised(tmp_path: Path):
    harmonised = harmonise_files([str(tmp_path / "none.bpmn")])
    write_reports(harmonised, [str(tmp_path / "report.docx")])
    assert list(tmp_path.iterdir()) == []


def test_a_report_does_not_tell_in_which_folder_the_files_lie(harmonised, tmp_path: Path):
    write_reports(harmonised, [str(tmp_path / "report.docx")])
    tables = docx.Document(str(tmp_path / "report.docx")).tables
    sources = [row.cells[-1].text for row in tables[0].rows]
    assert sources[1:] == [
        "granvidda.bpmn",
        "hallmarsund.bpmn",
        "norrasele.xlsx",
    ]


def test_word_without_a_picture_is_told(monkeypatch):
    assert told_of_reports(["a.docx"]) == ()
    monkeypatch.setattr("procmap.drawing.export.can_typeset", lambda: False)
    (line,) = told_of_reports(["a.docx", "b.xlsx", "c.html"])
    assert line.startswith("a.docx")
    assert INSTALL in line
