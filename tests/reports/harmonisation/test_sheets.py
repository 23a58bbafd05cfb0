"""The report of a harmonisation as a workbook, read back by another library: every part, every line, texts as texts."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from procmap.alignment import align
from procmap.comparison import compare
from procmap.harmonisation import harmonise
from procmap.messages import LANGUAGES, translator
from procmap.model import Control
from procmap.reports.harmonisation import HarmonisationReport, harmonisation_report
from procmap.reports.harmonisation.sheets import harmonisation_workbook
from tests.alignment.parties import party
from tests.reports.harmonisation.test_content import CASES, decided, report_of

HOSTILE = '=HYPERLINK("http://x";"y")&<b>\u202e\x07'


def hostile_report(label: str = HOSTILE, language: str = "en") -> HarmonisationReport:
    """Return the report of processes whose every text is `label`."""
    control = Control(id="c", name=label, on=("x",), description=label)
    parties = [
        party("=A1", "x -> y -> z", names={"x": label}, lanes={label: "x", "Post": "y"}, attached=(control,)),
        party("+B", "x -> z", names={"x": label}, lanes={label: "z"}),
    ]
    alignment = align(parties)
    return harmonisation_report(
        parties,
        compare(parties, alignment),
        harmonise(parties, alignment),
        say=translator(language),
        sources=[label] * 2,
    )


def read(report: HarmonisationReport) -> dict[str, list[list[object]]]:
    book = load_workbook(io.BytesIO(harmonisation_workbook(report)))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


@pytest.mark.parametrize("case", CASES)
def test_every_line_of_every_part_is_there(root, case):
    report = report_of(decided(root, case))
    sheets = read(report)
    told = {
        "Routine": report.routine.paragraphs, "To decide": report.questions, "Matrix": report.matrix,
        "Decisions": report.decisions, "Where steps went": report.trace, "Attached values": report.attachments,
        "Requirements": report.laws, "Worth knowing": report.notes,
        "What differs": [one for section in report.comparison.sections for one in section.differences],
    }  # fmt: skip
    assert {name: len(lines) - 1 for name, lines in sheets.items() if name in told} == {
        name: len(lines) for name, lines in told.items() if lines
    }
    sentences = [sentence for impact in report.impact for part in impact.parts for sentence in part.sentences
                 if part.code != "typical"]  # fmt: skip
    shown = [line[4] for line in sheets["What changes"][1:] if line[4]]
    assert shown == [*sentences, *report.assumptions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_sheets_fit_and_differ(root, language):
    names = list(read(report_of(decided(root, "byggesoknad"), language)))
    assert len({name.casefold() for name in names}) == len(names) == 12
    assert all(0 < len(name) <= 31 and not set("[]:*?/\\") & set(name) for name in names)


def test_for_meetings_and_for_print(root):
    report = report_of(decided(root, "byggesoknad"))
    for sheet in load_workbook(io.BytesIO(harmonisation_workbook(report))):
        assert sheet.freeze_panes not in (None, "A1")
        assert sheet.auto_filter.ref is not None
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize in (8, 9)) == ("landscape", True)
        assert sheet.oddHeader.center.text == f"{report.title.title} (Draft)"
        assert all(dimension.width >= 6 for dimension in sheet.column_dimensions.values())


def test_texts_stay_texts_whatever_they_look_like():
    book = load_workbook(io.BytesIO(harmonisation_workbook(hostile_report())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not any(cell.hyperlink for cell in cells)
    assert sum('=HYPERLINK("http://x";"y")&<b>' in str(cell.value) for cell in cells) > 10


def test_the_same_report_gives_the_same_bytes(root):
    report = report_of(decided(root, "bygglov"), "sv")
    assert harmonisation_workbook(report) == harmonisation_workbook(report)


def test_figures_can_be_counted_with(root):
    lines = read(report_of(decided(root, "byggesoknad")))["What changes"]
    assert lines[1] == ["A Fjordvik", "Activities in a typical case", 17, 18, None]
