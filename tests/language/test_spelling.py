"""Slips of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.spelling import edits, spelled_alike

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
