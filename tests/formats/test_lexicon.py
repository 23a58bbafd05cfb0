"""Layers of the lexicon in the files that people make of them."""

from __future__ import annotations

import io

import pytest

from procmap.formats.lexicon import MAX_ROWS, TARGETS, read_layer, read_layers, rows_from, written_layer
from procmap.language.layers import Concept
from procmap.language.lexicon import core
from procmap.model import BadInput

ROWS = [
    ["id", "kind", "nb", "note"],
    ["send", "", "svarute;gjøre klar", 'sagt av "Åse"'],
    ["tak", "object", "møne", ""],
]


def text(delimiter):
    def cell(content):
        quoted = content.replace('"', '""')
        return f'"{quoted}"' if delimiter in content or '"' in content else content

    return "".join(delimiter.join(map(cell, row)) + "\r\n" for row in ROWS)


def workbook(rows, title="Sheet"):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_as_spreadsheets_write_it(tmp_path, delimiter, encoding):
    file = tmp_path / "words.csv"
    file.write_bytes(text(delimiter).encode(encoding))
    layer, _ = read_layer(str(file))
    assert [row.cells for row in layer.rows] == [
        {"id": "send", "nb": "svarute;gjøre klar", "note": 'sagt av "Åse"'},
        {"id": "tak", "kind": "object", "nb": "møne"},
    ]
    assert [row.line for row in layer.rows] == [2, 3]


def test_a_workbook_is_read_and_formulas_are_never_computed(tmp_path):
    file = tmp_path / "words.xlsx"
    file.write_bytes(workbook([*ROWS, ["sum", "object", "=1+1", ""]]))
    layer, notes = read_layer(str(file))
    assert [row["nb"] for row in layer.rows] == ["svarute;gjøre klar", "møne", ""]
    assert "spreadsheet-formula-empty" in {finding.code for finding in notes}


def test_the_first_sheet_with_the_columns_counts(tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Les meg"])
    sheet = book.create_sheet("Ord")
    for row in ROWS:
        sheet.append(row)
    file = tmp_path / "words.xlsx"
    book.save(file)
    assert [row["id"] for row in read_layer(str(file))[0].rows] == ["send", "tak"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"word;meaning\r\na;b\r\n", "lexicon-columns"),
        (b"id;kind;nb\r\n\x00\x00", "spreadsheet-not-text"),
        (b"PK\x03\x04 broken", "not-zip"),
    ],
)
def test_what_is_no_layer_is_refused(tmp_path, content, code):
    file = tmp_path / "words.csv"
    file.write_bytes(content)
    with pytest.raises(BadInput) as caught:
        read_layer(str(file))
    assert caught.value.finding.code == code


def test_a_layer_has_only_so_many_rows(tmp_path):
    file = tmp_path / "words.csv"
    file.write_text("id;kind;nb\n" + "send;;a\n" * (MAX_ROWS + 1), "utf-8")
    with pytest.raises(BadInput) as caught:
        read_layer(str(file))
    assert caught.value.finding.code == "spreadsheet-too-many-rows"


def test_layers_are_put_over_each_other_in_their_order(tmp_path):
    (tmp_path / "a.csv").write_text("id;kind;nb\nsend;;svarute\n", "utf-8")
    (tmp_path / "b.csv").write_text("id;kind;nb\nsend;;!svarute\n", "utf-8")
    names = [str(tmp_path / "a.csv"), str(tmp_path / "b.csv")]
    assert "svarute" not in read_layers(names).concepts["send"].forms["nb"]
    assert "svarute" in read_layers(names[::-1]).concepts["send"].forms["nb"]
    assert read_layers([]) is core()


@pytest.mark.parametrize("suffix", TARGETS)
def test_what_is_written_is_read_back_as_it_was(tmp_path, suffix):
    hostile = Concept(id="=x", kind="object", forms={"nb": ("=SUM(A1)", "@a", "<b>")}, note='tab\there, "quoted"')
    file = tmp_path / f"out{suffix}"
    rows = rows_from([*core().concepts.values(), hostile])
    file.write_bytes(written_layer(rows, file.name))
    assert [dict(row.cells) for row in read_layer(str(file))[0].rows] == [dict(row.cells) for row in rows]


def test_a_workbook_holds_texts_only():
    from openpyxl import load_workbook

    content = written_layer(rows_from([Concept(id="=1+1", kind="object", forms={"nb": ("=1+1",)})]), "x.xlsx")
    sheet = load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}


def test_no_other_format_is_written_and_nothing_is_cut_off():
    with pytest.raises(BadInput) as caught:
        written_layer([], "x.ods")
    assert caught.value.finding.code == "unknown-target"
    long = Concept(id="long", kind="object", forms={"nb": ("a" * 40_000,)})
    with pytest.raises(BadInput) as caught:
        written_layer(rows_from([long]), "x.xlsx")
    assert caught.value.finding.code == "lexicon-cell-long"
    assert written_layer(rows_from([long]), "x.tsv")
