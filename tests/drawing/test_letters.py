from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from procmap.drawing.letters import Letters
from procmap.drawing.palette import look
from procmap.drawing.theme import LIGHT


def written(letters: Letters) -> list[str]:
    return re.findall(">([^<>]+)<", letters.at(0, 0))


def test_letters_in_their_colours():
    letters = Letters([look(0, 3), look(2, 3)], 100, LIGHT)
    assert written(letters) == ["A", "C"]
    assert f'fill="{look(2, 3).colour}"' in letters.at(0, 0)


@given(st.integers(1, 120), st.floats(1, 400))
def test_what_does_not_fit_is_counted(count, room):
    letters = Letters([look(place, count) for place in range(count)], room, LIGHT)
    texts = written(letters)
    more = int(texts[-1][1:]) if texts[-1].startswith("+") else 0
    assert len(texts) - (more > 0) + more == count
    assert letters.width <= room or len(texts) - (more > 0) == 1
