from __future__ import annotations

import pytest

from procmap.answers.align import check_steps
from procmap.model import BadInput
from tests.alignment.parties import party

PARTIES = (party("A", "s(start) -> a -> e(end)"), party("B", "s(start) -> b -> e(end)"))
STEPS = sum(len(each.process.steps) for each in PARTIES)


def test_as_many_steps_as_a_picture_has():
    check_steps(PARTIES, STEPS)


def test_too_many_steps_for_a_picture_are_refused_with_what_to_do():
    with pytest.raises(BadInput) as told:
        check_steps(PARTIES, STEPS - 1)
    assert told.value.finding.code == "draw-too-many-steps"
    assert told.value.finding.params == {"steps": STEPS, "most": STEPS - 1}
