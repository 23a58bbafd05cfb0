# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
"""Whole routines in Bokmål, Nynorsk and Swedish, and what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.cli import main
from procmap.formats import read, write
from procmap.soundness import soundness
from tests.formats.routine.reading import codes, flows, roles

FOLDER = Path(__file__).parent
ROUTINES = ("startlan_nb.txt", "skjenkeloyve_nn.md", "bostadsanpassning_sv.txt", "bibliotek_en.txt")


@pytest.mark.parametrize("name", ROUTINES)
def test_they_are_understood_whole_and_sound(name):
    document = read(str(FOLDER / name))
    assert set(codes(document)) <= {"routine-role-inherited", "routine-heading"}
    assert soundness(document.processes[0]).verdict == "sound"


@pytest.mark.parametrize("name", ROUTINES)
def test_they_become_bpmn_and_come_back_the_same(name, tmp_path):
    document = read(str(FOLDER / name))
    target = tmp_path / "rutine.bpmn"
    target.write_bytes(write(document.processes, str(target)).content)
    (process,) = read(str(target)).processes
    assert flows(process) == flows(document.processes[0])
    assert roles(process) == roles(document.processes[0])
    assert process.attached == document.processes[0].attached


def test_bokmal():
    (process,) = read(str(FOLDER / "startlan_nb.txt")).processes
    assert len(process.steps) == 19
    card = process.card
    assert (card.organisation, card.volume_per_year, card.sensitivity) == ("Fjellvåg kommune", 140, "internal")
    assert card.systems == ("Startskudd", "Sakarkivet")
    assert set(roles(process).values()) == {
        "Saksbehandler", "Boligrådgiver", "Leder", "Økonomimedarbeider", "Klagesekretær",
    }  # fmt: skip
    found = set(flows(process))
    assert {"Be søkeren om det som mangler --> X", "X6 -ikke godkjent-> X3"} <= found
    assert "Betal ut lånet --> )" in found


def test_nynorsk():
    (process,) = read(str(FOLDER / "skjenkeloyve_nn.md")).processes
    assert (process.name, process.card.organisation) == ("Skjenkeløyve for eit enkelt høve", "Holmvik")
    assert {"Skriv avslag --> Send avslaget", "Send avslaget --> )"} <= set(flows(process))


def test_swedish():
    (process,) = read(str(FOLDER / "bostadsanpassning_sv.txt")).processes
    assert process.card.volume_per_year == 1200
    assert roles(process)["Bedöm behovet"] == "Arbetsterapeut"


@pytest.mark.parametrize("language", ["en", "nb"])
@pytest.mark.parametrize("name", ["tom.txt", "uten_steg.txt", "binaer.txt", "skadet.docx", "uten_steg.docx"])
def test_what_cannot_be_used_is_told_in_a_sentence(name, language, tmp_path, monkeypatch, capsys):
    from tests.formats.routine.building import repacked, word

    sources = {
        "tom.txt": b" \n\n",
        "uten_steg.txt": b"Rutine for noe\nDette er viktig.",
        "binaer.txt": b"\x00\x01\x02\x03",
        "uten_steg.docx": word(("Heading 1", "Rutine"), "Bare tekst"),
        "skadet.docx": repacked(word("1. A"), word__document_x=b"<w:document"),
    }
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(sources[name])
    assert main(["check", name, "--lang", language]) == 2
    expected = (FOLDER / "bad_input" / language / f"{name}.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().err == expected


def test_a_pasted_routine_is_read_from_standard_input(monkeypatch, capsys):
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Rutine\n1. Leder: Gjør\n2. Slutt: Gjort".encode())))
    assert main(["check", "-", "--lang", "en"]) == 0
    assert 'process "Rutine" (rutine): 3 steps' in capsys.readouterr().out


SAID = """Rutine
Eier: Leder
Eier: Sjef

Innledning
1. Leder: Motta
   – rolle: Arkivar
   – se på kartet
   – hvis noe mangler, ring
   – hvis noe haster:
   – frist: 3 uker
   – frist: 4 uker
2. Vurder
   – ellers: gå til 99
   – samtidig: Ring
4. Hvis enkelt: Svar
5.
6. Velg
   – hvis a: gå til 2
   – hvis b: gå til 7
7. Tell
   – samtidig: Del en, gå til 2
   – samtidig: Del to
   – hvis feil: Rett
8. Slutt: Ferdig
   – hvis uferdig: Vent
# En rutine til
## Del to
9. Aldri
"""


def test_what_is_told_of_lines_is_told_in_sentences():
    from procmap.messages import sentence
    from tests.formats.routine.reading import document

    findings = document(SAID).findings
    told = [f"{finding.severity} {finding.code}: {sentence(finding)}\n" for finding in findings]
    assert "".join(told) == (FOLDER / "said.txt").read_text(encoding="utf-8")
