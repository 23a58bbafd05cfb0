from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.comparison import compare
from procmap.reports import matrix_report, matrix_text
from procmap.reports.text import plain
from tests.alignment.parties import party


def text_of(*parties) -> str:
    return matrix_text(matrix_report(parties, compare(parties, align(parties))))


def test_matrix_differences_and_doubts_are_told():
    text = text_of(party("A", "x -> y", lanes={"Arkiv": "x"}), party("B", "x", lanes={"Post": "x"}))
    lines = text.splitlines()
    assert lines[0] == "How A and B do it"
    assert any(line.split()[:4] == ["1", "x", "*#", "Arkiv"] for line in lines)
    assert any(line.split() == ["2", "y", "*+", "-"] for line in lines)
    assert '  Different roles do "x": A: Arkiv; B: Post.' in lines
    assert any("For 1 of 2 rows no counterpart was found" in line for line in lines)


@given(st.text())
def test_no_character_steers_the_terminal(label):
    assert plain(label).isprintable() or not plain(label)
    names = {"x": f"x{label}"}
    for line in text_of(party("A", "x", names=names), party("B", "x", names=names)).split("\n"):
        assert line.isprintable()
