"""The app: `streamlit run app.py`, from any folder. `procmap app` starts the same."""

import streamlit as st

from procmap.app.serving import SCRIPT, parts

app = st.App(SCRIPT, **parts())
