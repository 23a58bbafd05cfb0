"""A page with a process map, as tests and benchmarks open it: `?steps=N` draws a process of so many steps.

`?hostile=1` gives its steps labels that would run if they were read as HTML or SVG.
"""

import json
from pathlib import Path

import streamlit as st

from procmap.app.components import connections_of, map_words, process_map
from procmap.drawing import Mark, draw
from procmap.formats import read
from procmap.layout import place
from procmap.messages import translator

ROOT = Path(__file__).resolve().parents[3]
HOSTILE = [
    "<img src=x onerror=\"document.title='hit'\">",
    "<script>document.title='hit'</script>",
    "</text></svg><script>document.title='hit'</script>",
    "\u202eتقديم الطلب\u202c عبر الإنترنت",
    "lang " * 2000,
]


@st.cache_data
def drawn(name: str, steps: int, hostile: bool, marked: tuple[str, ...]) -> tuple[str, list[tuple[str, str, str, str]]]:
    if steps:
        from benchmarks.synthetic import parties

        process = parties(1, steps, seed=1)[0].process
        diagram = place(process)
    else:
        document = read(str(ROOT / "bpmn_samples" / "byggesoknad" / f"{name}.bpmn"))
        process, diagram = document.processes[0], document.diagrams[0]
    if hostile:
        labels = iter(HOSTILE)
        nodes = tuple(
            node.model_copy(update={"name": next(labels, node.name)}) if node in process.steps else node
            for node in process.nodes
        )
        process = process.model_copy(update={"nodes": nodes})
        diagram = place(process)
    svg = draw(process, diagram, [Mark(element=each, sign="open") for each in marked], language="nb")
    return svg, [(each.id, each.kind, each.source, each.target) for each in connections_of(process)]


def main() -> None:
    from procmap.app.components import Connection

    st.set_page_config(page_title="map", layout="wide")
    asked = st.query_params
    say = translator("nb")
    state = st.session_state
    name = "nordas" if state.get("other") else "fjordvik"
    marked = tuple(state.get("marked", ()))
    svg, lines = drawn(name, int(asked.get("steps", 0)), "hostile" in asked, marked)

    def choose(element: str) -> None:
        state.selected = element
        state.count = state.get("count", 0) + 1
        if "marks" in asked and element:
            state.marked = [*state.get("marked", ()), element]

    process_map(
        asked.get("svg", svg),
        key="map",
        words=map_words(say),
        connections=[Connection(*line) for line in lines],
        selected="" if "refuses" in asked else state.get("selected", ""),
        on_choose=choose,
    )
    st.code(json.dumps([state.get("selected", ""), state.get("count", 0)]), language=None)
    st.button("after")
    st.checkbox("other", key="other")


main()
