"""Levels of a scale are typed as lines, and read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.app.project_parts.scale_text import levels_in, lines_of
from procmap.model import BadInput, ScaleLevel

WORDS = st.text("abc æø1-", max_size=8).map(str.strip)
LEVELS = st.lists(
    st.builds(ScaleLevel, value=WORDS.filter(bool), name=WORDS, colour=st.sampled_from(["", "#2e7d32", "#FFFFFF"])),
    unique_by=lambda level: level.value,
    max_size=8,
)


@given(LEVELS)
def test_what_is_written_is_read_as_it_was(levels):
    assert levels_in(lines_of(levels)) == tuple(levels)


@pytest.mark.parametrize("text", ["1; a\n1; b", "1; a; red", "1; a; #2e7d32; more", "; a", "1; a; #2e7d32x"])
def test_a_line_that_is_no_level_is_told_of(text):
    with pytest.raises(BadInput) as told:
        levels_in(text)
    assert told.value.finding.params == {"line": text.splitlines()[-1]}


def test_lines_with_nothing_on_them_say_nothing():
    assert levels_in("\n  \n1\n") == (ScaleLevel(value="1"),)
