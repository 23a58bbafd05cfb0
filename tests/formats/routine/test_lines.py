# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
import pytest

from procmap.formats.routine.lines import Line, Table, shown, typed_marker
from procmap.formats.routine.text_lines import blocks_of, could_be_routine, text_of
from procmap.model import BadInput


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Motta", ("1", "Motta")), ("12) Motta", ("12", "Motta")), ("(3) Motta", ("3", "Motta")),
        ("a) Motta", ("a", "Motta")), ("Å) Motta", ("å", "Motta")), ("3.1 Motta", ("3.1", "Motta")),
        ("3.1. Motta", ("3.1", "Motta")), ("- Motta", ("-", "Motta")), ("– Motta", ("-", "Motta")),
        ("•\tMotta", ("-", "Motta")), ("* Motta", ("-", "Motta")), ("Steg 4: Motta", ("4", "Motta")),
        ("Punkt 4 – Motta", ("4", "Motta")), ("7.", ("7", "")),
        ("Motta", ("", "Motta")), ("12.03.2024 møte", ("", "12.03.2024 møte")),
        ("2024 var et år", ("", "2024 var et år")),
        ("-Motta", ("", "-Motta")), ("a. Motta", ("", "a. Motta")),
    ],
)  # fmt: skip
def test_markers(text, expected):
    assert typed_marker(text) == expected


def test_blank_lines_and_ruled_lines_are_left_out_and_numbers_are_those_of_the_file():
    text = "Rutine\n======\n\n1. En\n   videre\n\n-----\n2. To\r\n\t- tre\r4. Fire"
    assert [(block.number, block.text) for block in blocks_of(text) if isinstance(block, Line)] == [
        (1, "Rutine"), (4, "En"), (5, "videre"), (8, "To"), (9, "tre"), (10, "Fire"),
    ]  # fmt: skip


def test_markdown():
    heading, bold, item = blocks_of("## Mottak ##\n\n**Eier:** Leder\n\n* **Arkivar:** Journalfør")
    assert heading == Line(1, "Mottak", "heading", level=2)
    assert isinstance(bold, Line)
    assert isinstance(item, Line)
    assert (bold.text, item.text) == ("Eier: Leder", "Arkivar: Journalfør")


def test_tables_between_bars_and_between_tabs():
    (bars,) = blocks_of("| Nr | Steg |\n|----|:----|\n| 1 | Motta |")
    (tabs,) = blocks_of("Nr\tSteg\tRolle\n1\tMotta\t\n2\tSvar\tLeder")
    assert bars == Table(1, ((1, ("Nr", "Steg")), (3, ("1", "Motta"))))
    assert tabs == Table(1, ((1, ("Nr", "Steg", "Rolle")), (2, ("1", "Motta", "")), (3, ("2", "Svar", "Leder"))))


def test_a_list_copied_from_word_has_tabs_and_is_no_table():
    blocks = blocks_of("1.\tMotta\n2.\tSvar")
    assert [(block.marker, block.text) for block in blocks if isinstance(block, Line)] == [
        ("1", "Motta"),
        ("2", "Svar"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding):
    assert text_of("1. Gjør ferdig".encode(encoding), "a.txt") == ("1. Gjør ferdig", ())


def test_windows_1252_is_told():
    text, findings = text_of("1. Gjør ferdig – nå".encode("cp1252"), "a.txt")
    assert text == "1. Gjør ferdig – nå"
    assert [finding.code for finding in findings] == ["routine-encoding"]


@pytest.mark.parametrize("source", [b"\x00\x01\x02abc", b"1. a\x00b", b"12 34", b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_what_is_no_text(source):
    assert not could_be_routine(source)
    with pytest.raises(BadInput) as error:
        text_of(source, "a.txt")
    assert error.value.finding.code == "routine-not-text"


def test_what_is_pasted_is_text_unless_it_is_something_else():
    assert could_be_routine(b"1. Motta")
    assert not could_be_routine(b"<definitions/>")
    assert not could_be_routine(b'{"a": 1}')


def test_a_long_line_is_cited_by_its_beginning():
    assert shown("a  b\nc") == "a b c"
    assert shown("x" * 81) == "x" * 79 + "…"
