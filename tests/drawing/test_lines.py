from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing.lines import PATTERNS, STROKES, patterned


@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_outline_in_every_pattern(pattern):
    drawn = etree.fromstring(f"<g>{patterned('path', pattern, '#000000', '#ffffff', d='M0 0H9')}</g>")
    stroke = STROKES[pattern]
    assert [path.get("stroke") for path in drawn] == (
        ["#000000", "#ffffff"] if stroke.double else ["#000000"] * (1 + bool(stroke.on))
    )
    assert (drawn[0].get("stroke-dasharray") is None) == (not stroke.dashes)
    assert (drawn[-1].get("stroke-dasharray") is not None) == bool(stroke.on or (stroke.dashes and not stroke.double))


def test_thin_lines_in_every_pattern_differ_too():
    dashes = [STROKES[pattern].dasharray for pattern in PATTERNS]
    assert len(set(dashes)) == len(PATTERNS)
    assert [dash for dash in dashes if dash is None] == [STROKES["solid"].dasharray]


def test_patterns_differ_without_colour():
    assert len({patterned("path", pattern, "#000000", "#ffffff", d="M0 0H9") for pattern in PATTERNS}) == len(PATTERNS)
