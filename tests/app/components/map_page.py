"""A page with a process map, as tests and benchmarks open it: `?steps=N` draws a process of so many steps.

`?hostile=1` gives its steps labels that would run if they were read as HTML or SVG.
"""

import json
from pathlib import Path

import streamlit as st

from benchmarks.synthetic import parties
from procmap.app.components import connections_of, map_words, process_map
from procmap.drawing import Mark, draw
from procmap.formats import read
from procmap.layout import place
from procmap.messages import translator
from procmap.model import Diagram, Process
from tests.app.components.hostile import HOSTILE

ROOT = Path(__file__).resolve().parents[3]


@st.cache_resource
def placed(name: str, steps: int, hostile: bool) -> tuple[Process, Diagram]:
    if steps:
        process = parties(1, steps, seed=1)[0].process
    else:
        document = read(str(ROOT / "bpmn_samples" / "byggesoknad" / f"{name}.bpmn"))
        return document.processes[0], document.diagrams[0]
    if hostile:
        labels = iter(HOSTILE)
        nodes = tuple(
            node.model_copy(update={"name": next(labels, node.name)}) if node in process.steps else node
            for node in process.nodes
        )
        process = process.model_copy(update={"nodes": nodes})
    return process, place(process)


@st.cache_data
def drawn(name: str, steps: int, hostile: bool, marked: tuple[str, ...]) -> str:
    process, diagram = placed(name, steps, hostile)
    return draw(process, diagram, [Mark(element=each, sign="question") for each in marked], language="nb")


def main() -> None:
    st.set_page_config(page_title="map", layout="wide")
    asked = st.query_params
    say = translator("nb")
    state = st.session_state
    name = "nordas" if state.get("other") else "fjordvik"
    marked = tuple(state.get("marked", ()))
    steps, hostile = int(asked.get("steps", 0)), "hostile" in asked
    svg = drawn(name, steps, hostile, marked)

    def choose(element: str) -> None:
        state.selected = element
        state.count = state.get("count", 0) + 1
        if "marks" in asked and element:
            state.marked = [*state.get("marked", ()), element]

    process_map(
        asked.get("svg", svg),
        key="map",
        words=map_words(say),
        connections=connections_of(placed(name, steps, hostile)[0]),
        selected="" if "refuses" in asked else state.get("selected", ""),
        on_choose=choose,
    )
    st.code(json.dumps([state.get("selected", ""), state.get("count", 0)]), language=None)
    st.button("after")
    st.checkbox("other", key="other")


main()
