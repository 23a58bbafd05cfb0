from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing.lines import PATTERNS, STROKES, patterned


@pytest.mark.parametrize("pattern", PATTERNS)
def test_an_outline_in_every_pattern(pattern):
    drawn = etree.fromstring(f"<g>{patterned('path', pattern, '#000000', '#ffffff', d='M0 0H9')}</g>")
    assert [path.get("stroke") for path in drawn] == ["#000000", "#ffffff"][: 1 + STROKES[pattern].double]
    assert drawn[0].get("stroke-dasharray") == STROKES[pattern].dasharray


def test_patterns_differ_without_colour():
    assert len({patterned("path", pattern, "#000000", "#ffffff", d="M0 0H9") for pattern in PATTERNS}) == len(PATTERNS)
