"""What Python makes of what a browser sends: nothing that the component does not show is handed on."""

from __future__ import annotations

from importlib import import_module

import pytest

from procmap.app.components import ALONE, BoardColumn, BoardRow, BoardStep, Move, board_words, map_words, mounting
from procmap.drawing.palette import look
from procmap.messages import ENGLISH

map_module = import_module("procmap.app.components.process_map")  # The function has the same name.
board_module = import_module("procmap.app.components.row_board")
SVG = '<svg><g data-element="a&amp;b" data-type="task"/><rect data-area-of="pool"/></svg>'


@pytest.fixture
def browser_sends(monkeypatch):
    """Return a function that hands a value to the callback of the component that was mounted last."""
    import streamlit as st

    state, mounted = {}, {}
    monkeypatch.setattr(st, "session_state", state)

    for module in (map_module, board_module):
        monkeypatch.setattr(module, "renderer", lambda _: lambda **given: mounted.update(given))

    def send(event, value):
        state["key"] = {event: value}
        mounted[f"on_{event}_change"]()

    send.state = state
    return send


@pytest.mark.parametrize(
    ("value", "heard"),
    [
        ({"element": "a&b"}, ["a&b"]),
        ({"element": "pool"}, ["pool"]),
        ({"element": ""}, [""]),
        ({"element": "other"}, []),
        ({"element": 7}, []),
        ({"element": ["a&b"]}, []),
        ({}, []),
        ("a&b", []),
        (None, []),
    ],
)
def test_only_elements_of_the_picture_are_chosen(browser_sends, value, heard):
    found = []
    map_module.process_map(SVG, key="key", words=map_words(ENGLISH), on_choose=found.append)
    browser_sends("chosen", value)
    assert found == heard
    assert mounting.heard("key") == 1


ROWS = [BoardRow("r1", 1, "First"), BoardRow("r2", 2, "Second")]
STEPS = [BoardStep("s1", "a", "r1", "One"), BoardStep("s2", "b", "r1", "Two"), BoardStep("s3", "a", "r2", "Three")]


@pytest.mark.parametrize(
    ("asked", "heard"),
    [
        ([{"step": "s1", "row_to": "r2", "beside": ["s3"]}], [Move("s1", "r2", ("s3",))]),
        ([{"step": "s1", "row_to": ALONE, "beside": []}], [Move("s1", ALONE, ())]),
        ([{"step": "s1", "row_to": "r2", "beside": ["s3", 7, None]}], [Move("s1", "r2", ("s3",))]),
        # Of several moves of one step that wait, the last; moves of others stand between them.
        (
            [{"step": step, "row_to": row, "beside": []} for step, row in (("s1", "r2"), ("s1", ALONE), ("s2", "r2"))],
            [Move("s1", ALONE, ()), Move("s2", "r2", ())],
        ),
        ([{"step": "s1", "row_to": "r2"}], []),
        ([{"step": ["s1"], "row_to": {"r2": 1}, "beside": []}], []),
        ([{"step": "s1", "beside": []}], []),
        ([{}, [], None], []),
        ({}, []),
    ],
)
def test_only_moves_of_the_board_are_asked_for(browser_sends, asked, heard):
    found = []
    columns = [BoardColumn(each, each, look(place, 2), look(place, 2, "dark")) for place, each in enumerate("ab")]
    board_module.row_board(columns, ROWS, STEPS, key="key", words=board_words(ENGLISH), on_move=found.append)
    numbered = [{**each, "number": n} if isinstance(each, dict) else each for n, each in enumerate(asked, 1)]
    browser_sends("moved", {"sender": "a window", "asked": numbered if isinstance(asked, list) else asked})
    assert found == heard


@pytest.mark.parametrize("value", [[], None, {"row_to": "r2"}, {"sender": 1, "asked": [{"number": 1}]}])
def test_what_is_no_question_is_not_heard(browser_sends, value):
    found = []
    board_module.row_board([], ROWS, STEPS, key="key", words=board_words(ENGLISH), on_move=found.append)
    browser_sends("moved", value)
    assert found == []
