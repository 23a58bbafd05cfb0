from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.text import ELLIPSIS, shorten, text_width, wrap


@given(st.text(max_size=200), st.floats(20, 300), st.integers(1, 4))
def test_lines_fit_and_are_few_enough(text, width, most):
    broken = wrap(text, width, 11, most)
    assert len(broken.lines) <= most
    assert all(text_width(line, 11) <= width + 0.01 for line in broken.lines)


@given(st.text(alphabet=st.characters(categories=("L", "Nd", "Zs"), max_codepoint=0x24F), max_size=120))
def test_nothing_is_lost_unless_it_says_so(text):
    broken = wrap(text, 90, 12, 50)
    assert broken.cut is False
    assert "".join("".join(broken.lines).split()).replace("-", "") == "".join(text.split())


def test_breaks_at_blanks_and_hyphens():
    assert wrap("Kontrollere om søknaden er komplett", 88, 12, 3).lines == ("Kontrollere om", "søknaden er", "komplett")
    assert wrap("Bygge- og anleggssaker/tilsyn", 90, 12, 3).lines == ("Bygge- og", "anleggssaker/", "tilsyn")


def test_a_long_word_is_split_and_leaves_no_crumb():
    broken = wrap("nabomerknader", 84, 12, 3)
    assert broken.split
    assert broken.lines[0].endswith("-")
    assert len(broken.lines[1]) >= 3


def test_too_much_ends_in_an_ellipsis():
    broken = wrap("en to tre fire fem seks sju åtte ni ti", 40, 12, 2)
    assert broken.cut
    assert broken.lines[-1].endswith(ELLIPSIS)


def test_millions_of_characters_are_cut_not_measured():
    assert wrap("x" * 3_000_000, 90, 12, 3).cut


def test_blanks_and_line_ends_are_one_blank():
    assert wrap("  Sende \n\t svar ", 200, 12, 3).lines == ("Sende svar",)
    assert wrap(" \n", 200, 12, 3).lines == ()


def test_east_asian_letters_are_wide_and_marks_have_no_width():
    assert text_width("受付", 10) > 1.5 * text_width("ab", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_shorten():
    assert shorten("kort", 100, 12) == "kort"
    assert shorten("en svært lang rolle i kommunen", 60, 12).endswith(ELLIPSIS)
