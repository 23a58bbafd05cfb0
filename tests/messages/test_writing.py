from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.messages import LANGUAGES, writing


@pytest.mark.parametrize(
    ("value", "language", "written"),
    [
        (12.5, "nb", "12,5"), (12.5, "en", "12.5"), (Decimal("0.50"), "sv", "0,50"), (7, "nn", "7"),
        (9999, "nb", "9999"), (10_000, "nb", "10\u00a0000"), (1_234_567, "sv", "1\u00a0234\u00a0567"),
        (1000, "en", "1,000"), (-20_000, "nn", "-20\u00a0000"), (Decimal("1E+3"), "nb", "1000"), (-0.5, "nb", "-0,5"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_the_language_writes_it(value, language, written):
    assert writing.number(value, language) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3), st.sampled_from(LANGUAGES))
def test_a_number_keeps_its_digits(value, language):
    written = writing.number(value, language)
    thousands = "," if language == "en" else "\u00a0"
    back = written.replace(thousands, "").replace(",", ".")
    assert Decimal(back) == value


def test_a_date_has_its_month_as_a_word():
    day = date(2026, 5, 1)
    assert [writing.day(day, language) for language in LANGUAGES] == [
        "1 May 2026", "1. mai 2026", "1. mai 2026", "1 maj 2026",
    ]  # fmt: skip


def test_every_month_has_a_word():
    for language in LANGUAGES:
        assert len({writing.day(date(2026, month, 1), language) for month in range(1, 13)}) == 12


def test_a_list_ends_with_and():
    assert writing.joined([], "nb") == ""
    assert writing.joined(["a"], "nb") == "a"
    assert writing.joined(["a", "b"], "nn") == "a og b"
    assert writing.joined(["a", "b", "c"], "sv") == "a, b och c"
    assert writing.joined(["a", "b", "c"], "en") == "a, b and c"


def test_quotation_marks_are_those_of_the_language():
    assert [writing.quoted("x", language) for language in LANGUAGES] == ['"x"', "«x»", "«x»", "”x”"]
