from __future__ import annotations

import pytest

from procmap.drawing.theme import THEMES
from tests.contrast import contrast


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_lines_are_seen_on_their_grounds(theme):
    look = THEMES[theme]
    for ground in (look.paper, look.header):
        for text in (look.ink, look.faint, look.group, look.lost, look.pale().ink):
            assert contrast(text, ground) >= 4.5, (text, ground)
        for line in (look.line, look.pale().line):
            assert contrast(line, ground) >= 3, (line, ground)


def test_a_pale_theme_is_told_by_its_dashes_too():
    for theme in THEMES.values():
        assert theme.dashes is None
        assert theme.pale().dashes
