"""Copies of a sound process give that process: its relations, what is repeated, and what comes with what."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.harmonisation import harmonise
from procmap.soundness import soundness
from tests.harmonisation.drawings import Part, drawings, process
from tests.harmonisation.test_harmonising import behaviour


@pytest.mark.parametrize("copies", [1, 2, 10])
@given(drawn=st.integers(2, 8).flatmap(lambda size: drawings(tuple("abcdefgh"[:size]))))
def test_copies_give_the_process(copies: int, drawn: Part) -> None:
    one = process(drawn)
    assert soundness(one).verdict == "sound"
    parties = [Party(organisation=f"Copy {number}", process=one) for number in range(copies)]
    result = harmonise(parties, align(parties))
    assert behaviour(result.common) == behaviour(one)
    assert all(law.holds for law in result.invariants)
    assert result.open == ()
