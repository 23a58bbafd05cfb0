from procmap.answers import check, convert
from procmap.answers.check import CheckedFile
from procmap.answers.understood import understood
from procmap.formats import read, read_source

ROUTINE = """Sak
1. Start: Søknad kommer
2. Arkivar: Motta
   – system: Acos
   – frist: 3 uker
   – hvis noe mangler: Ring, gå til 2
   – ellers hvis enkel: avslutt
3. Leder: Vurder
   – samtidig: A
   – samtidig: B
4. Slutt: Ferdig
""".encode()  # noqa: RUF001 - the dashes that word processors make


def test_the_steps_are_numbered_and_say_where_they_lead():
    (table,) = understood(read_source(ROUTINE, "sak.txt"), "nb")
    assert table.columns == ("number", "id", "step", "type", "role", "condition", "next", "system", "deadline")
    assert table.headings[1:] == ("Id", "Steg", "Type", "Rolle", "Vilkår", "Neste", "System", "Frist")
    rows = {row[2] or row[1]: row for row in table.rows}
    assert rows["Motta"][4:] == ("Arkivar", "noe mangler; enkel; ellers", "3; 4; 5", "Acos", "3 uker")
    assert [row[0] for row in table.rows] == [str(place) for place in range(1, len(table.rows) + 1)]
    assert rows["Vurder"][6] == f"{rows['A'][0]}; {rows['B'][0]}"
    assert rows["A"][6] == rows["B"][6] == rows["Ferdig"][0]


def test_the_language_is_that_which_was_asked_for():
    (table,) = understood(read_source(ROUTINE, "sak.txt"), "sv")
    assert table.headings[-1] == "Frist"
    assert any("3 veckor" in row for row in table.rows)


def test_files_of_tools_have_none(root):
    assert understood(read(str(root / "bpmn_samples/byggesoknad/fjordvik.bpmn")), "en") == ()


def test_check_and_convert_show_it(tmp_path):
    source = tmp_path / "sak.txt"
    source.write_bytes(ROUTINE)
    (file,) = check([str(source)]).files
    assert isinstance(file, CheckedFile)
    assert file.understood == convert(str(source), str(tmp_path / "sak.bpmn")).understood
    assert len(file.understood) == 1
