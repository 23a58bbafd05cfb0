"""Times, deadlines and costs as people write them: what is written is read again, in every language."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.measure_texts import (
    UNITS,
    Language,
    cost,
    cost_text,
    deadline,
    deadline_text,
    duration,
    duration_text,
    durations,
    iso_8601,
    number,
)
from procmap.model import Cost, Deadline, Duration

LANGUAGES = get_args(Language)
AMOUNTS = st.decimals(0, 10**9, places=2) | st.integers(0, 1000).map(Decimal)
DURATIONS = st.builds(Duration, amount=AMOUNTS, unit=st.sampled_from(list(UNITS)))


@given(DURATIONS, st.sampled_from(LANGUAGES))
def test_a_time_is_read_as_it_was_written(value, language):
    assert duration(duration_text(value, language)) == value


@given(
    DURATIONS,
    st.sampled_from(("", "mottatt søknad", "30. april")),
    st.sampled_from(("", "fvl. § 11 a", "PBL 9 kap. 27 §")),
    st.sampled_from(LANGUAGES),
)
def test_a_deadline_is_read_as_it_was_written(length, since, basis, language):
    value = Deadline(amount=length.amount, unit=length.unit, since=since, legal_basis=basis)

    assert deadline(deadline_text(value, language)) == value


@given(AMOUNTS, st.sampled_from(("NOK", "SEK", "EUR")), st.sampled_from(LANGUAGES))
def test_a_cost_is_read_as_it_was_written(amount, currency, language):
    value = Cost(amount=amount, currency=currency)

    assert cost(cost_text(value, language)) == value


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("2 t", 2, "hours"), ("5 virkedager", 5, "working-days"), ("3 veker", 3, "weeks"), ("to dager", 2, "days"),
        ("1 mnd.", 1, "months"), ("P21D", 21, "days"), ("PT30M", 30, "minutes"), ("10 arbetsdagar", 10, "working-days"),
        ("1 kalenderdag", None, ""), ("en stund", None, ""), ("3", None, ""), ("", None, ""), ("P1Y2M", None, ""),
    ],
)  # fmt: skip
def test_times_that_people_write(text, amount, unit):
    found = duration(text)

    assert (found.amount, found.unit) == (amount, unit) if amount else found is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("straks", Deadline(text="straks")),
        ("10. mars (barnehagelova § 17)", Deadline(text="10. mars", legal_basis="barnehagelova § 17")),
        ("På forfallsdato fra fakturadato", Deadline(text="På forfallsdato", since="fakturadato")),
        ("4 veker før fristen", Deadline(text="4 veker før fristen")),
        ("3 uker etter mottak", Deadline(amount=3, unit="weeks", since="mottak")),
        ("(bare hjemmel)", Deadline(text="(bare hjemmel)")),
    ],
)
def test_deadlines_that_people_write(text, expected):
    assert deadline(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 250,50 kr", Cost(amount="1250.50")), ("kr 300", Cost(amount=300)), ("500,-", Cost(amount=500)),
        ("12.5 EUR", Cost(amount="12.5", currency="EUR")), ("ca 400", None), ("mye", None), ("", None),
    ],
)  # fmt: skip
def test_costs_that_people_write(text, expected):
    assert cost(text) == expected


@given(st.text(max_size=60))
def test_any_text_is_read_or_not_and_never_fails(text):
    for read in (number, duration, deadline, cost):
        read(text)


def test_crowns_are_those_of_the_country():
    assert cost("100 kr", "SEK") == Cost(amount=100, currency="SEK")


def test_working_days_have_no_iso_8601():
    assert iso_8601(Duration(amount=5, unit="working-days")) == ""
    assert iso_8601(Duration(amount=3, unit="weeks")) == "P3W"
    assert iso_8601(Duration(amount=20, unit="minutes")) == "PT20M"


def test_times_of_several_units_are_read_by_their_parts():
    assert [(int(each.amount), each.unit) for each in durations("P1DT12H")] == [(1, "days"), (12, "hours")]
    assert durations("3 uker") == (duration("3 uker"),)
    assert durations(" P3W ") == (duration("P3W"),)
    assert durations("") == durations("P") == durations("PT90S") == durations("2026-03-01") == ()
    assert duration("P1DT12H") is None
