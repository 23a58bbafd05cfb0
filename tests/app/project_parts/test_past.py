"""History is a table of text: nothing that people typed is HTML in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from procmap.app.project_parts.past import history_table, when
from procmap.messages import LANGUAGES, translator
from procmap.workspace import Entry


def entry(name: str, who: str) -> Entry:
    told: dict[str, str | int] = {"name": name}
    return Entry(id=1, kind="do", name="add-service", told=told, who=who, role="", at="2026-11-22T12:30:00+00:00")


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_entry_is_one_row_of_three_cells(name, who):
    table = html.fromstring(history_table([entry(name, who)] * 2, translator("en")))
    assert [len(row) for row in table.iter("tr")] == [3, 3, 3]
    assert {each.tag for each in table.iter()} <= {"div", "table", "thead", "tbody", "tr", "th", "td", "bdi"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_said_no_name_is_told_so(language):
    say = translator(language)
    assert say.text("history-nobody") in history_table([entry("Skilt", "")], say)
    assert "Kari" in history_table([entry("Skilt", "Kari")], say)


def test_times_are_those_of_clocks_here(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Europe/Oslo")
    time.tzset()
    try:
        assert when("2026-11-22T23:30:00+00:00", translator("nb")) == "23. november 2026 00:30"
        assert when("long ago", translator("nb")) == "long ago"
    finally:
        monkeypatch.undo()
        time.tzset()
