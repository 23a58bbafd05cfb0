"""Slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.spelling import edits, edits_of_slips, spelled_alike

WORDS = st.text("abcde", max_size=10)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("søknad", "søknad", True),
        ("dokumentasjon", "dokumentajson", True),
        ("registrere", "registere", True),
        ("ansökningshandling", "ansökningshandlingar", True),
        ("brev", "krev", False),
        ("sak", "sal", False),
        ("godkjenne", "godta", False),
    ],
)
def test_what_is_nearly_spelled_the_same(one, other, alike):
    assert (spelled_alike(one, other) > 0) == alike


@given(WORDS, WORDS)
def test_likeness_goes_both_ways_and_is_a_share(one, other):
    assert 0 <= spelled_alike(one, other) == spelled_alike(other, one) <= 1


@given(WORDS, WORDS, WORDS)
def test_edits_are_a_distance(one, other, third):
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)
    assert edits(one, third) <= edits(one, other) + edits(other, third)


@given(WORDS, WORDS)
def test_edits_are_those_of_the_table_that_levenshtein_fills(one, other):
    row = list(range(len(other) + 1))
    for count, letter in enumerate(one, start=1):
        previous, row[0] = row[0], count
        for place, opposite in enumerate(other, start=1):
            previous, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, previous + (letter != opposite))
    assert edits(one, other) == row[-1]


@pytest.mark.parametrize(("letters", "count"), [(0, 0), (4, 0), (5, 1), (9, 1), (10, 2), (100, 20)])
def test_a_slip_of_the_pen_is_of_few_edits(letters, count):
    assert edits_of_slips(letters) == count
