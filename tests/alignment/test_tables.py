"""How alike two sets of things are."""

from __future__ import annotations

import pytest

from procmap.alignment.tables import both_ways


@pytest.mark.parametrize(
    ("table", "alike"),
    [([[1.0]], 1.0), ([[1.0, 0.0]], 0.75), ([[1.0], [0.0]], 0.75), ([[0.5, 0.0], [0.0, 0.5]], 0.5)],
)
def test_what_only_one_has_counts_once(table, alike):
    assert both_ways(table) == alike
