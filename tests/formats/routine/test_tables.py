# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
"""Tables in routines are read by the rules of spreadsheets."""

from __future__ import annotations

import docx
import pytest

from procmap.model import Control, Event, Index
from procmap.soundness import soundness
from tests.formats.routine.building import read, saved
from tests.formats.routine.reading import codes, document, flows, params, roles, step

BARS = """# Byggesak
Kommune: Fjellvåg

| Nr | Steg | Rolle | Neste | Vilkår | Frist | Kontroll |
|----|------|-------|-------|--------|-------|----------|
| 1 | Motta | Arkivar | | | 1 uke | |
| 2 | Vurder | Leder | 3; 1 | ja; nei | | Sjekkliste |
| 3 | Svar | Leder | slutt | | | |
"""


def table(*rows: tuple[str, ...], paragraphs: tuple[str, ...] = ()) -> bytes:
    """Return a Word file with a table, and paragraphs before it."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text, style="List Number" if text.startswith("#") else None)
    add(word, *rows)
    return saved(word)


def add(word, *rows: tuple[str, ...]) -> None:
    made = word.add_table(len(rows), len(rows[0]))
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def test_a_table_of_steps_in_markdown():
    doc = document(BARS)
    (process,) = doc.processes
    assert (process.name, process.card.organisation) == ("Byggesak", "Fjellvåg")
    assert [node.id for node in process.steps if node.name] == ["step_1", "step_2", "step_3"]
    assert roles(process) == {"Motta": "Arkivar", "Vurder": "Leder", "Svar": "Leder"}
    assert soundness(process).verdict == "sound"
    assert [value.name for value in Index(process).attached_to("step_2") if isinstance(value, Control)] == [
        "Sjekkliste"
    ]
    assert codes(doc) == ["spreadsheet-next-by-order"]


def test_the_same_table_says_the_same_between_tabs_and_in_word():
    rows = [
        tuple(cell.strip() for cell in line.strip("|").split("|"))
        for line in BARS.splitlines()[3:]
        if "---" not in line
    ]
    in_word = read(table(*rows, paragraphs=("Byggesak", "Kommune: Fjellvåg"))).processes
    between_tabs = document("Byggesak\nKommune: Fjellvåg\n\n" + "\n".join("\t".join(row) for row in rows)).processes
    assert in_word == between_tabs == document(BARS).processes


def test_a_table_that_goes_on_after_a_page_break():
    word = docx.Document()
    add(word, ("Nr", "Steg"), ("1", "Motta"))
    word.add_paragraph("")
    add(word, ("Nr", "Steg"), ("2", "Svar"))
    assert flows(read(saved(word), "Sak.docx").processes[0]) == ["( --> Motta", "Motta --> Svar", "Svar --> )"]


def test_several_lines_of_a_cell_are_several_values():
    doc = read(table(("Steg", "System", "Merknad"), ("Motta\nsøknaden", "Acos\nTeams", "En\nTo")))
    made = step(doc.processes[0], "Motta søknaden")
    assert made.details.systems == ("Acos", "Teams")
    assert made.documentation == ("En\nTo",)


def test_cells_over_several_rows_and_columns():
    word = docx.Document()
    add(word, ("Steg", "Rolle", "System"), ("Motta", "Leder", "Acos"), ("Svar", "", ""))
    made = word.tables[0]
    made.cell(1, 1).merge(made.cell(2, 1))
    made.cell(2, 0).merge(made.cell(2, 0))
    doc = read(saved(word))
    assert roles(doc.processes[0]) == {"Motta": "Leder", "Svar": "Leder"}
    assert params(doc, "word-merged-cell") == [{"count": 1}]


def test_a_table_in_a_cell_is_told():
    word = docx.Document()
    add(word, ("Steg",), ("Motta",))
    cell = word.tables[0].cell(1, 0)
    cell.add_table(1, 1).cell(0, 0).text = "innerst"
    doc = read(saved(word))
    assert [each["text"] for each in params(doc, "word-nested-table")] == ["innerst"]
    assert step(doc.processes[0], "Motta")


def test_other_tables_are_told_row_by_row():
    word = docx.Document()
    word.add_paragraph("1. Motta")
    add(word, ("Dato", "Endring"), ("2024-01-01", "Ny"))
    doc = read(saved(word))
    assert [each["text"] for each in params(doc, "routine-other-table")] == ["Dato | Endring", "2024-01-01 | Ny"]


def test_a_list_beside_a_table_is_told():
    doc = document(f"{BARS}\n- Husk å ringe\n   - snart\n")
    assert [each["text"] for each in params(doc, "routine-list-beside-table")] == ["Husk å ringe", "snart"]


def test_controls_beside_a_list():
    word = docx.Document()
    word.add_paragraph("1. Motta")
    word.add_paragraph("– kontroll: K1")
    word.add_heading("Kontroller", 2)
    add(word, ("Id", "Kontroll", "Type", "Hyppighet"), ("K1", "To ser på saken", "forebyggende", "hver sak"))
    doc = read(saved(word))
    (control,) = doc.processes[0].attached
    assert isinstance(control, Control)
    assert (control.id, control.name, control.type, control.on) == ("K1", "To ser på saken", "preventive", ("motta",))


def test_a_table_without_rows_has_no_steps():
    from procmap.model import BadInput

    with pytest.raises(BadInput) as error:
        document("| Nr | Steg |\n|---|---|\n")
    assert error.value.finding.code == "routine-no-steps"


def test_types_of_rows():
    process = document("| Steg | Type |\n|---|---|\n| Søknad kommer | start (melding) |\n| Svar | slutt |").processes[0]
    assert [node.type for node in process.nodes if isinstance(node, Event)] == ["startEvent", "endEvent"]
