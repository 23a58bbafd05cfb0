"""A page whose first button takes its time, as tests open it."""

import json
import time

import streamlit as st

from procmap.app.serving import settings, unbroken

settings.hold()
unbroken.hold()
state = st.session_state


def slow() -> None:
    state.told = [*state.told, "begun"]
    for _ in range(20):
        time.sleep(0.05)
        state.now = time.monotonic()  # where Streamlit looks for what is asked for next
    state.told = [*state.told, "done"]


def quick() -> None:
    state.told = [*state.told, "quick"]


if "told" not in state:
    state.told = []
st.button("slow", on_click=slow)
st.button("quick", on_click=quick)
st.code(json.dumps(state.told), language=None)
