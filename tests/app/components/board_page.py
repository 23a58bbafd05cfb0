"""A page with a row board, as tests open it: `?columns=N&rows=M` for another size than three by eight."""

import json
import time

import streamlit as st

from procmap.app.components import ALONE, BoardColumn, BoardRow, BoardStep, Move, board_words, row_board
from procmap.app.serving import unbroken
from procmap.drawing.palette import look
from procmap.messages import translator
from tests.app.components.hostile import HOSTILE

NAMES = (
    "Fjordvik",
    "Nordås",
    "Solhaug",
    "Elvemark",
    "Tindsund",
    "Vollefjord",
    "Havremoen",
    "Ljosefjord",
    "Tindehavn",
    "Hegredal",
)
ACTIONS = ("Motta søknad", "Kontrollere vedlegg", "Sende nabovarsel", "Vurdere tiltaket", "Innhente uttalelse",
           "Skrive vedtak", "Godkjenne vedtak", "Arkivere saken")  # fmt: skip
WRITTEN = {"1/2": HOSTILE[0], "2/2": HOSTILE[3], "0/3": HOSTILE[4]}


def main() -> None:
    unbroken.hold()
    st.set_page_config(page_title="board", layout="wide")
    asked = st.query_params
    width, height = int(asked.get("columns", 3)), int(asked.get("rows", 8))
    state = st.session_state
    if "places" not in state:
        state.places = {f"{c}/{r}": f"r{r}" for r in range(height) for c in range(width) if (c + 2 * r) % 5 != 4}
        state.moves = []

    def move(asked_for: Move) -> None:
        state.moves.append([asked_for.step, state.places[asked_for.step], asked_for.row_to])
        if "refuses" not in asked:
            new = f"own{len(state.moves)}" if asked_for.row_to == ALONE else asked_for.row_to
            time.sleep(float(asked.get("slow", 0)))
            state.places = {**state.places, asked_for.step: new}

    def choose(row: str) -> None:
        state.chosen = row

    ids = sorted({*state.places.values()}, key=lambda row: (row.startswith("own"), int(row.lstrip("rown"))))

    def label(number: int) -> str:
        return f"{ACTIONS[number % 8]}{'' if number < 8 else f' {number // 8 + 1}'}"

    rows = [
        BoardRow(
            row, place + 1, label(int(row[1:])) if row[0] == "r" else "Ny rad", "bekreftet" if place % 3 == 0 else ""
        )
        for place, row in enumerate(ids)
    ]
    hostile = WRITTEN if "hostile" in asked else {}
    steps = [
        BoardStep(step, step.split("/")[0], row, hostile.get(step, label(int(step.split("/")[1]))), "saksbehandler")
        for step, row in state.places.items()
    ]
    columns = [BoardColumn(str(c), f"{NAMES[c]} kommune", look(c, width), look(c, width, "dark")) for c in range(width)]
    choosing = {"chosen": state.get("chosen", ""), "on_choose": choose} if "chooses" in asked else {}
    row_board(columns, rows, steps, key="board", words=board_words(translator("nb")), on_move=move, **choosing)
    st.code(json.dumps(state.moves), language=None)
    st.button("after")


main()
