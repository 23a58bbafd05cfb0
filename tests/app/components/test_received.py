"""What the components are sent, and what they take from a browser."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from procmap.app.components import MapWords, board_words, connections_of, map_words
from procmap.app.components.mounting import answered, unanswered
from procmap.formats import read
from procmap.messages import LANGUAGES, translator

PAGES = Path(__file__).parent


def sent(page, **query):
    test = AppTest.from_file(str(PAGES / page), default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    (component,) = test.get("bidi_component")
    return test, component.proto, json.loads(component.proto.json)


def test_a_map_is_sent_its_picture_connections_and_words():
    _, _, data = sent("map_page.py")
    assert data["svg"].startswith("<svg")
    assert data["selected"] == ""
    assert data["faded"] is True
    assert ["Flow_xndzdtc", "flow", "StartEvent_3lpflpk", "Activity_ktjbjsx"] in data["connections"]
    assert data["words"]["zoom-whole"] == "Hele kartet"
    assert data["dark"]["#ffffff"] == "#16191d"


@pytest.mark.parametrize(
    ("page", "name", "asset"),
    [("map_page.py", "process_map", "process_map"), ("board_page.py", "row_board", "row_board")],
)
def test_components_are_files_that_the_server_hands_out(page, name, asset):
    _, proto, _ = sent(page)
    assert proto.component_name == f"procmap.{name}"
    assert (proto.js_source_path, proto.css_source_path) == (f"{asset}.js", f"{asset}.css")
    assert [proto.js_content, proto.css_content, proto.html_content] == ["", "", ""]


def test_every_runtime_gets_the_components():
    # AppTest makes a runtime for each test: nothing may be left from the one before.
    for _ in range(2):
        _, proto, _ = sent("board_page.py")
        assert proto.js_source_path == "row_board.js"


def test_what_is_asked_for_again_is_returned_once():
    def ask(*numbers, sender="me"):
        st.session_state["board"] = {"moved": {"sender": sender, "asked": [{"number": each} for each in numbers]}}
        return [each["number"] for each in unanswered("board", "moved")]

    assert (ask(1), answered("board")) == ([1], ("me", 1))
    assert ask(1, 2, 3) == [2, 3]
    assert ask(2, 3) == []
    assert ask(1, sender="after the page was opened again") == [1]
    assert ask("1", None, 2, 2) == [2]  # each counts for itself
    assert answered("board") == ("me", 2)
    for hostile in ({}, {"sender": 1, "asked": []}, {"sender": "me", "asked": {}}, {"sender": "me", "asked": [1, []]}):
        st.session_state["board"] = {"moved": hostile}
        assert unanswered("board", "moved") == ()
    assert answered("board") == ("me", 2)


def test_a_board_is_sent_columns_rows_and_steps():
    _, _, data = sent("board_page.py")
    assert [(each["letter"], each["light"]) for each in data["columns"]] == [
        ("A", "#0072b2"), ("B", "#b25e00"), ("C", "#007a59"),
    ]  # fmt: skip
    assert data["columns"][1]["dashes"] == [8.0, 4.0]
    assert data["rows"][0] == ["r0", 1, "Motta søknad", "bekreftet", "", ""]
    assert ["1/1", "1", "r1", "Kontrollere vedlegg", "saksbehandler", ""] in data["steps"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_keep_their_places_in_every_language(language):
    say = translator(language)
    words = map_words(say)
    assert all(getattr(words, field.name) for field in fields(MapWords))
    assert "{name}" in words.chosen
    assert "{name}" in words.chosen_faded
    assert "{size}" in words.percent
    board = board_words(say, name="X")
    assert board.name == "X"
    for text in (board.chosen, board.lifted, board.moved, board.stays, board.refused):
        assert "{step}" in text
        assert "{row}" in text
    for text in (board.card, board.move_to):
        assert "{organisation}" in text


def test_connections_are_flows_and_all_that_joins(root):
    process = read(str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")).processes[0]
    found = connections_of(process)
    ids = {element.id for element in process.elements()}
    assert {each.kind for each in found} == {"flow", "other"}
    assert ("Activity_ktjbjsx", "other") in {(each.source, each.kind) for each in found}  # The document it makes.
    attached = [node for node in process.nodes if getattr(node, "attached_to", None)]
    assert attached
    for node in attached:
        assert any((each.source, each.target) == (node.attached_to, node.id) for each in found)
    assert {each.source for each in found if each.kind == "flow"} <= ids
