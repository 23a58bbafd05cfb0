"""Documents with what a routine cannot use: what `procmap check` says of each, exactly, in English and Bokmål.

`bad_input/LANGUAGE/NAME.txt` has what is printed of the file, and the exit code; `{input}` stands for the file.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from procmap.cli import main
from tests.formats.routine.building import item, run, saved, word
from tests.formats.routine.test_word import hand_made

CASES = Path(__file__).parent / "bad_input"
_TOLD = ("  reads", "  warning", "  note", "  leses", "  advarsel", "  merknad", "procmap:")


def _tracked() -> bytes:
    inserted = f'<w:ins w:id="1" w:author="x">{run("søknaden")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="x"><w:r><w:delText>brevet</w:delText></w:r></w:del>'
    return hand_made(item(run("Motta ") + inserted + deleted), item(run("Svar")))


def _table(*rows: tuple[str, ...], inside: str = "", merge: bool = False) -> bytes:
    document = docx.Document()
    document.add_heading("Rutine", 1)
    table = document.add_table(len(rows), len(rows[0]))
    for number, cells in enumerate(rows):
        for place, text in enumerate(cells):
            table.cell(number, place).text = text
    if inside:
        table.cell(1, 0).add_table(1, 1).cell(0, 0).text = inside
    if merge:
        table.cell(1, 1).merge(table.cell(2, 1))
    return saved(document)


def _text(lines: str, encoding: str = "utf-8") -> bytes:
    return f"Rutine\n{lines}".encode(encoding)


STEPS = (("Steg", "Rolle"), ("Motta", "Arkiv"), ("Svar", "Leder"))
RECIPES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "tracked-changes": ("x.docx", _tracked),
    "hidden-text": ("x.docx", lambda: hand_made(item(run("Motta") + run(" hemmelig", "<w:vanish/>")))),
    "picture-for-text": ("x.docx", lambda: hand_made(item(run("Motta") + "<w:r><w:drawing/></w:r>"))),
    "only-a-picture": ("x.docx", lambda: hand_made("<w:p><w:r><w:drawing/></w:r></w:p>")),
    "nested-table": ("x.docx", lambda: _table(*STEPS, inside="innerst")),
    "merged-cells": ("x.docx", lambda: _table(*STEPS, merge=True)),
    "unknown-headings": ("x.docx", lambda: _table(("Steg", "Fargekode"), ("Motta", "rød"), ("Svar", "blå"))),
    "two-steps-with-one-id": ("x.docx", lambda: _table(("Nr", "Steg"), ("1", "Motta"), ("1", "Svar"))),
    "next-naming-nothing": ("x.docx", lambda: _table(("Steg", "Neste"), ("Motta", "Vaske"), ("Svar", ""))),
    "prose-between": ("x.docx", lambda: word(("Heading 1", "Rutine"), "1. Motta", "Husk å være høflig.", "2. Svar")),
    "jump-to-nothing": ("x.txt", lambda: _text("1. Motta\n   - hvis feil: gå til 9\n2. Svar\n")),
    "gap-in-numbers": ("x.txt", lambda: _text("1. Motta\n3. Svar\n")),
    "branch-without-step": ("x.txt", lambda: _text("1. Motta\n   - hvis feil:\n2. Svar\n")),
    "windows-1252": ("x.txt", lambda: _text("1. Motta søknad\n2. Svar på søknad\n", "cp1252")),
    "mixed-encodings": ("x.txt", lambda: _text("1. Motta søknad\n") + "2. Svar på søknad\n".encode("cp1252")),
}


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("kind", RECIPES)
def test_bad_input(kind, language, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "1000")
    name, make = RECIPES[kind]
    (tmp_path / name).write_bytes(make())
    code = main(["check", name, "--lang", language])
    captured = capsys.readouterr()
    told = [line for line in f"{captured.out}{captured.err}".splitlines() if line.startswith(_TOLD)]
    printed = "".join(f"{line}\n" for line in [*told, f"exit {code}"]).replace(name, "{input}")
    assert printed == (CASES / language / f"{kind}.txt").read_text(encoding="utf-8")
