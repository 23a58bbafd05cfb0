import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from procmap.alignment import align
from procmap.answers.align import align_files
from procmap.answers.compare import compare_aligned
from procmap.comparison import compare
from procmap.messages import LANGUAGES, translator
from procmap.model import Control
from procmap.reports import alignment_workbook, comparison_workbook, matrix_report
from procmap.reports.workbook import Sheet
from procmap.reports.workbook import workbook as write
from tests.alignment.parties import party

FORMULAS = (
    '=HYPERLINK("http://x.example","y")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "http://x.example",
    "007",
)


def workbook(parties, language="en"):
    say = translator(language)
    report = matrix_report(parties, compare(parties, align(parties)), say)
    return comparison_workbook(report, [f"{one.id}.bpmn" for one in sorted(parties, key=lambda one: one.id)])


def opened(content: bytes):
    return load_workbook(io.BytesIO(content))


def table(sheet) -> list[dict]:
    head, *lines = sheet.iter_rows(values_only=True)
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.fixture(scope="module")
def aligned(root):
    folder = root / "bpmn_samples" / "byggesoknad"
    files = [str(path) for path in sorted(folder.glob("*.bpmn"))]
    return align_files(files, confirm=str(folder / "confirmations.json"))


@pytest.fixture(scope="module")
def report(aligned):
    return matrix_report(aligned.parties, compare_aligned(aligned), translator("en"))


@pytest.fixture(scope="module")
def book(aligned, report):
    return opened(comparison_workbook(report, aligned.picked.sources))


def test_every_sheet_is_there_ready_for_a_meeting(book):
    assert book.sheetnames == ["Matrix", "Differences", "Values", "Agreement", "Not sure", "About"]
    for sheet in book:
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
        assert sheet.print_title_rows == "$1:$1"


def test_the_matrix_has_words_roles_and_signs_as_words(book):
    lines = table(book["Matrix"])
    assert [line["Row"] for line in lines] == list(range(1, 39))
    row = next(line for line in lines if line["Step"] == "Fordele til saksbehandler")
    assert row["B Nordås"].splitlines()[:2] == ["Saken fordeles på mandagsmøte", "Enhetsleder teknisk"]
    assert "other order" in row["B Nordås"].splitlines()[2]
    assert row["C Solhaug"] == "(missing here)"


def test_findings_tell_each_difference_once_with_what_each_organisation_tells(book, report):
    lines = table(book["Differences"])
    assert [line["No."] for line in lines] == list(range(1, sum(len(one.differences) for one in report.sections) + 1))
    (found,) = (line for line in lines if line["Code"] == "order" and "Fakturere gebyr" in line["Steps"])
    told = {name: found[name] for name in ("A Fjordvik", "B Nordås", "C Solhaug", "Severity", "Difference")}
    assert told == {
        "A Fjordvik": "parallel", "B Nordås": "after", "C Solhaug": "before",
        "Severity": "warning", "Difference": "Order",
    }  # fmt: skip
    assert found["Rows"] == "34, 35"
    assert all(isinstance(line["Row"], int) and line["What differs"] for line in lines)


def test_values_have_a_line_for_each_row_and_organisation(book):
    lines = table(book["Values"])
    assert len(lines) == 38 * 3
    (found,) = (line for line in lines if (line["Row"], line["Organisation"]) == (8, "Nordås"))
    assert (found["Words"], found["Role"], found["Work time"], found["ROSA level"]) == (
        "Mangelsjekk", "Byggesak", "45 minutes", "level 5 Preparations specific to the trade",
    )  # fmt: skip
    assert found["Controls"] == "\u2013"
    (missing,) = (line for line in lines if (line["Row"], line["Organisation"]) == (1, "Nordås"))
    assert missing["Signs"] == "no such step"


def test_agreement_is_in_numbers(book):
    lines = table(book["Agreement"])
    assert len(lines) == 3 * 13
    first = lines[0]
    assert (first["Organisation"], first["Other organisation"], first["Of what"]) == ("Fjordvik", "Nordås", "Steps")
    assert first["Equal (%)"] == 71
    assert all(line["Why"] for line in lines)


def test_about_tells_where_it_comes_from(book, aligned):
    told = dict(book["About"].iter_rows(values_only=True))
    assert told["Language"] == "English"
    assert told["Rows"] == 38
    assert told["Source of Nordås"] == aligned.picked.sources[1]


def test_an_alignment_has_rows_and_reasons(aligned):
    found = opened(alignment_workbook(aligned.parties, aligned.alignment, aligned.picked.sources))
    assert found.sheetnames == ["Rows", "Confirmations", "Links", "Not sure", "About"]
    assert len(table(found["Not sure"])) == len(aligned.alignment.doubts)
    rows = table(found["Rows"])
    assert len(rows) == len(aligned.alignment.rows)
    assert {line["Sure (%)"] for line in rows} <= set(range(101))
    links = table(found["Links"])
    assert len(links) == len(aligned.alignment.links)
    part = next(line for line in links if line["Its step"] == "Beregne gebyr")
    assert part["Why"] == "The step is part of the other. People confirmed it."


@pytest.mark.parametrize("text", FORMULAS)
def test_what_looks_like_a_formula_or_a_number_stays_text(text):
    control = Control(id="c", name=text, on=("x",))
    parties = (
        party("A", "x -> y", names={"x": text}, lanes={text: "x"}, attached=(control,)),
        party("B", "y -> x", names={"x": text}, lanes={"Post": "x"}),
    )
    found = opened(workbook(parties))
    cells = [cell for sheet in found for line in sheet.iter_rows() for cell in line]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.value for cell in cells if cell.value == text]
    assert not [cell for cell in cells if cell.hyperlink]
    assert all(isinstance(cell.value, int) for cell in cells if cell.data_type == "n" and cell.value is not None)


@settings(max_examples=20)
@given(st.text(min_size=1), st.text())
def test_any_text_gives_a_workbook_that_opens(label, role):
    parties = (
        party("A", "x -> y -> z", names={"x": label}, lanes={role: "x"}),
        party("B", "z -> x -> y", names={"x": label}, lanes={"Post": "x"}),
    )
    assert opened(workbook(parties)).sheetnames[0] == "Matrix"


def test_characters_that_xml_cannot_hold_and_long_texts_are_no_trouble():
    lines = (("a\x00\x1f\ud800\uffff_x0041_b", "z" * 40_000), ("  ", None))
    found = opened(write([Sheet("One", ("First", "Second\x01"), lines)]))["One"]
    (first, second), (blank, nothing) = found.iter_rows(min_row=2, values_only=True)
    assert (first, second, blank, nothing) == ("a    _x0041_b", "z" * 32_767, None, None)


def test_the_same_gives_the_same_bytes_whatever_the_order_of_parties():
    parties = (party("A", "x -> y"), party("B", "y -> x"))
    first = workbook(parties)
    assert first == workbook(parties[::-1])
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert b"2000-01-01" in archive.read("docProps/core.xml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_are_named_in_every_language(language):
    found = opened(workbook((party("A", "x -> y"), party("B", "y -> x")), language))
    assert all(len(name) <= 31 for name in found.sheetnames)
    assert len(set(found.sheetnames)) == len(found.sheetnames)
    if language != "en":
        assert not {"Differences", "Values", "About"} & set(found.sheetnames)


def test_what_is_of_the_whole_process_stands_at_no_row():
    daily = Control(id="c", name="Restliste", frequency="daily")
    monthly = daily.replace(frequency="monthly")
    parties = (party("A", "x -> y", attached=(daily,)), party("B", "x -> y", attached=(monthly,)))
    (line,) = [line for line in table(opened(workbook(parties))["Differences"]) if line["Code"] == "control"]
    assert (line["Row"], line["Rows"], line["Steps"]) == (None, None, None)


def test_reasons_stand_beside_what_nobody_confirmed():
    sheet = opened(workbook((party("A", "x -> y"), party("B", "x -> z"))))["Matrix"]
    comments = [cell.comment.text for line in sheet.iter_rows() for cell in line if cell.comment]
    assert comments == ["A \u2013 B: The labels have the same words."]


def test_many_lines_are_written_without_holding_them():
    lines = tuple((number, f"=step {number}", None) for number in range(10_000))
    found = opened(write([Sheet("Many", ("No.", "Step", "Nothing"), lines)]))["Many"]
    assert found.max_row == 10_001
    assert found["B10001"].value == "=step 9999"
    assert found["B10001"].data_type == "s"
