"""Bad spreadsheets get a kind and exact answer: what, where, what to do; never a traceback.

A recipe below makes the file of a case, `bad_input/LANGUAGE/NAME.txt` has what `procmap check` prints of it, and the
exit code; `{input}` stands for the file.
"""

from __future__ import annotations

import io
import re
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from procmap.cli import main
from procmap.formats.spreadsheet.tables import MAX_ROWS
from procmap.formats.zip_input import MAX_ENTRIES, OLE
from procmap.messages import templates_losses, templates_spreadsheet
from tests.formats.spreadsheet.sheets import steps, workbook

CASES = Path(__file__).parent / "bad_input"
GOOD = steps(
    """
    Id | Steg            | Rolle         | Neste
    A  | Motta søknad    | Arkiv         | B
    B  | Vurdere søknad  | Saksbehandler | C
    C  | Sende vedtak    | Saksbehandler |
    """
)


def _with(extra: str) -> bytes:
    """Return a workbook with one more column beside good ones: heading and cells, one a line."""
    column = [cell.strip() for cell in extra.split("|")]
    return workbook({"Steg": [[*row, cell] for row, cell in zip(GOOD, column, strict=True)]})


def _changed(change) -> bytes:
    return workbook({"Steg": GOOD}, change)


def _merged(book) -> None:
    sheet = book["Steg"]
    sheet.merge_cells("C3:C4")


def _formulas(book) -> None:
    book["Steg"]["B3"] = "=A3&A4"


def _hidden_sheet(book) -> None:
    book.create_sheet("Gammel").append(["Steg"])
    book["Gammel"].sheet_state = "hidden"


def _hidden_row(book) -> None:
    book["Steg"].row_dimensions[3].hidden = True


def _dates(book) -> None:
    book.create_sheet("Prosess")
    for row in (["Navn", "Gyldig fra", "Antall per år", "Eier"], ["Byggesak", 45000, "mange", "Leder"]):
        book["Prosess"].append(row)


def _errors(book) -> None:
    book["Steg"]["C3"] = "#REF!"
    book["Steg"]["C3"].data_type = "e"


def _zipped(parts: dict[str, bytes], source: bytes = b"") -> bytes:
    """Return an archive with the parts of another, and some more or other ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        if source:
            with zipfile.ZipFile(io.BytesIO(source)) as old:
                for name in old.namelist():
                    if name not in parts:
                        made.writestr(name, old.read(name))
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def _many_rows() -> bytes:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>Steg</t></is></c></row>' for n in range(1, MAX_ROWS + 3)
    )
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'
    return _zipped(
        {"xl/worksheets/sheet1.xml": sheet.replace("Steg</t>", "Motta</t>").replace("Motta", "Steg", 1).encode()},
        workbook({"Steg": GOOD}),
    )


def _encrypted() -> bytes:
    content = bytearray(_zipped({"xl/workbook.xml": b"<workbook/>"}))
    content[6] |= 1
    central = content.index(b"PK\x01\x02")
    content[central + 8] |= 1
    return bytes(content)


def _picture() -> bytes:
    return _zipped({"xl/media/image1.png": b"\x89PNG"}, workbook({"Ark1": []}))


def _mixed() -> bytes:
    return "Steg;Rolle\nMotta søknad;Arkiv\n".encode() + "Vurdere søknad;Saksbehandler\n".encode("cp1252")


RECIPES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "unknown-headings": ("x.xlsx", lambda: _with("Fargekode | rød | |")),
    "heading-twice": ("x.xlsx", lambda: _with("Aktivitet | Noe | |")),
    "merged-cells": ("x.xlsx", lambda: _changed(_merged)),
    "formula-without-value": ("x.xlsx", lambda: _changed(_formulas)),
    "error-value": ("x.xlsx", lambda: _changed(_errors)),
    "hidden-sheet": ("x.xlsx", lambda: _changed(_hidden_sheet)),
    "hidden-row": ("x.xlsx", lambda: _changed(_hidden_row)),
    "dates-as-numbers": ("x.xlsx", lambda: _changed(_dates)),
    "unknown-words": ("x.xlsx", lambda: _with("Type | oppgave | ønske | kanhende (noe)")),
    "bad-times": ("x.xlsx", lambda: _with("Arbeidstid | 20 min | en stund | 3")),
    "bad-rosa": ("x.xlsx", lambda: _with("ROSA | 3 | 12 | høy")),
    "attached-to-nothing": ("x.xlsx", lambda: _with("Festet til | | Z | B")),
    "parts-in-a-ring": ("x.xlsx", lambda: _with("Del av | B | A | Q")),
    "two-steps-with-one-id": ("x.csv", lambda: b"Id;Steg;Neste\nA;Motta;B\nB;Vurdere;A\nB;Sende;\n"),
    "next-names-nothing": ("x.csv", lambda: b"Id;Steg;Neste\nA;Motta;B; \nB;Vurdere;C; D\n"),
    "conditions-differ": (
        "x.csv",
        'Id;Steg;Neste;Vilkår\nA;Motta;"B; C";ja\nB;Vurdere;slutt;\nC;Sende;slutt;\n'.encode,
    ),
    "row-without-step": ("x.csv", lambda: b"Id;Steg;Rolle\nA;Motta;Arkiv\n;;Arkiv\n"),
    "windows-1252": ("x.csv", lambda: "Steg;Rolle\nMotta søknad;Arkiv\n".encode("cp1252")),
    "mixed-encodings": ("x.csv", _mixed),
    "not-text": ("x.csv", lambda: b"\x00\x01\x02Steg;Rolle\n"),
    "never-closed-quote": ("x.csv", lambda: b'Steg;Rolle\n"' + b"x" * 1_100_000),
    "no-steps": ("x.xlsx", lambda: workbook({"Ark1": [["Navn", "Telefon"], ["Kari", "99"]]})),
    "nothing-in-it": ("x.xlsx", lambda: workbook({"Ark1": []})),
    "headings-only": ("x.xlsx", lambda: workbook({"Ark1": GOOD[:1]})),
    "picture-instead-of-cells": ("x.xlsx", _picture),
    "other-sheet": ("x.xlsx", lambda: workbook({"Steg": GOOD, "Telefonliste": [["Navn", "Telefon"], ["Kari", "99"]]})),
    "macros": ("x.xlsm", lambda: _zipped({"xl/vbaProject.bin": b"VBA"}, workbook({"Steg": GOOD}))),
    "too-many-rows": ("x.xlsx", _many_rows),
    "zip-bomb": ("x.xlsx", lambda: _zipped({"xl/worksheets/sheet1.xml": b" " * 60_000_000}, workbook({"Steg": GOOD}))),
    "too-many-parts": ("x.xlsx", lambda: _zipped({f"xl/{n}.xml": b"" for n in range(MAX_ENTRIES + 1)})),
    "doctype": (
        "x.xlsx",
        lambda: _zipped(
            {"xl/worksheets/sheet1.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}, workbook({"Steg": GOOD})
        ),
    ),
    "corrupt": ("x.xlsx", lambda: workbook({"Steg": GOOD})[:2000]),
    "broken-part": (
        "x.xlsx",
        lambda: _zipped({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}, workbook({"Steg": GOOD})),
    ),
    "no-workbook": ("x.xlsx", lambda: _zipped({"hello.txt": b"hello"})),
    "encrypted-part": ("x.xlsx", _encrypted),
    "password": ("x.xlsx", lambda: OLE + struct.pack("<H", 0) * 300 + "EncryptedPackage".encode("utf-16-le")),
    "old-excel": ("x.xls", lambda: OLE + b"\x00" * 600 + "Workbook".encode("utf-16-le")),
}


def _printed(kind: str, language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    name, make = RECIPES[kind]
    (folder / name).write_bytes(make())
    code = main(["check", name, "--lang", language])
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err
    told = [line for line in f"{captured.out}{captured.err}".splitlines() if line.startswith(_TOLD)]
    return "".join(f"{line}\n" for line in [*told, f"exit {code}"]).replace(name, "{input}")


_TOLD = ("  reads", "  warning", "  note", "  leses", "  advarsel", "  merknad", "procmap:")
"""How the lines begin that tell of the file; those of its processes are not compared."""


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("kind", RECIPES)
def test_bad_input(kind, language, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "1000")
    printed = _printed(kind, language, tmp_path, capsys)

    assert len(printed) < 2_000
    assert printed == (CASES / language / f"{kind}.txt").read_text(encoding="utf-8")


def test_every_case_has_its_recipe():
    for language in ("en", "nb"):
        assert {path.stem for path in (CASES / language).glob("*.txt")} == set(RECIPES)


def test_a_large_sheet_is_refused_before_it_fills_the_memory(tmp_path):
    content = _many_rows()
    (tmp_path / "x.xlsx").write_bytes(content)
    tracemalloc.start()
    assert main(["check", str(tmp_path / "x.xlsx")]) == 2
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 150_000_000


def test_a_sentence_is_short_and_says_what_to_do():
    for code, template in {**templates_spreadsheet.TEMPLATES, **templates_losses.TEMPLATES}.items():
        if code.startswith("format-"):
            continue
        text = re.sub(r"\{\w+\}", "x", template)
        assert len(text.split()) <= 55, code
        assert text.endswith((".", "}")), code
        assert "please" not in text.lower(), code
