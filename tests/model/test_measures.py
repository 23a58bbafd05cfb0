"""Sums of lengths of time: units that have a fixed length in each other are one, all others stay apart."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from procmap.model import Duration, total
from tests.strategies import values


def lengths(*texts: str) -> list[Duration]:
    return [Duration(amount=Decimal(text.split()[0]), unit=text.split()[1]) for text in texts]


def shown(*texts: str) -> list[str]:
    return [f"{each.amount} {each.unit}" for each in total(lengths(*texts))]


def test_sums() -> None:
    assert shown() == []
    assert shown("90 minutes", "1 hours") == ["2 hours", "30 minutes"]
    assert shown("0.5 hours", "30 minutes") == ["1 hours"]
    assert shown("45 minutes") == ["45 minutes"]
    assert shown("1.5 hours", "10 minutes") == ["1 hours", "40 minutes"]
    assert shown("2 weeks", "1 days", "5 working-days") == ["15 days", "5 working-days"]
    assert shown("2 weeks", "1 weeks", "5 working-days") == ["3 weeks", "5 working-days"]
    assert shown("1 years", "2 months", "100 days") == ["14 months", "100 days"]
    assert shown("0 days") == []
    assert shown("1E+12 hours", "1 hours") == ["1000000000001 hours"]


@given(st.lists(values(Duration), max_size=6), st.randoms())
def test_no_amount_is_too_strange(durations: list[Duration], rng: object) -> None:
    found = total(durations)
    rng.shuffle(durations)
    assert total(durations) == found
    assert len({each.unit for each in found}) == len(found)
