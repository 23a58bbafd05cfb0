"""`procmap template`: an empty spreadsheet that is good to fill in, and reads as what it explains."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from procmap.cli import main
from procmap.formats import read_source
from procmap.formats.spreadsheet.columns import LANGUAGES, SHEETS, STEPS
from procmap.formats.spreadsheet.explanations import EXPLANATIONS
from procmap.formats.spreadsheet.template import template_csv, template_workbook
from procmap.model import BadInput
from tests.formats.spreadsheet.sheets import codes, only


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_is_there_with_all_headings(language):
    book = load_workbook(io.BytesIO(template_workbook(language)))

    for sheet in SHEETS:
        page = book[sheet.titles[language]]
        headings = [cell.value for cell in page[1]]
        left_out = {"organisation", "variant", "process"} if sheet is not STEPS else set()
        assert headings == [column.heading(language) for column in sheet.columns if column.key not in left_out]
        assert page.freeze_panes is not None
    assert all(cell.comment and cell.comment.text for cell in book[STEPS.titles[language]][1])


def test_every_column_of_the_steps_is_explained():
    assert set(EXPLANATIONS) == {column.key for column in STEPS.columns}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_is_read_and_the_example_is_not(language):
    book = load_workbook(io.BytesIO(template_workbook(language)))
    page = book[STEPS.titles[language]]
    headings = {cell.value: cell.column for cell in page[1]}
    page.cell(2, headings[STEPS.column("step").heading(language)], "Motta søknad")
    out = io.BytesIO()
    book.save(out)
    document = read_source(out.getvalue(), "mal.xlsx")

    assert [step.name for step in only(document).steps] == ["", "Motta søknad", ""]
    assert codes(document) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_can_be_copied_into_the_sheet_of_steps(language):
    book = load_workbook(io.BytesIO(template_workbook(language)))
    example = book.worksheets[1]
    rows = [[cell or "" for cell in row] for row in example.iter_rows(min_row=3, values_only=True)]
    process = only(read_source("\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode(), "x.csv"))

    assert [step.type for step in process.steps] == [
        "startEvent", "task", "task", "task", "task", "sendTask", "endEvent",
    ]  # fmt: skip
    assert [node.type for node in process.nodes if node.type.endswith("Gateway")] == ["exclusiveGateway"] * 2
    deadline = next(step.details.deadline for step in process.steps if step.details.deadline)
    assert (deadline.amount, deadline.unit) == (3, "weeks")
    assert deadline.since


@pytest.mark.parametrize("content", [template_workbook("nb"), template_csv("nb")], ids=["xlsx", "csv"])
def test_an_empty_template_says_what_to_do(content):
    with pytest.raises(BadInput, match="spreadsheet-no-rows"):
        read_source(content, "mal.csv" if content[:2] != b"PK" else "mal.xlsx")


def test_the_verb_writes_it(tmp_path, capsys):
    target = tmp_path / "mal.xlsx"

    assert main(["template", str(target), "--lang", "en"]) == 0
    assert "written" in capsys.readouterr().out
    assert "Steps" in load_workbook(target).sheetnames
    assert main(["template", str(target), "--lang", "en"]) == 2
    assert main(["template", str(tmp_path / "mal.docx"), "--lang", "en"]) == 2
    assert ".xlsx, .csv" in capsys.readouterr().err


def test_the_same_template_is_the_same_bytes():
    assert template_workbook("sv") == template_workbook("sv")
