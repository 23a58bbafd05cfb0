"""What every page shows while nothing is open: what to do first, and the sample."""

from __future__ import annotations

import streamlit as st

from procmap.answers.sample import SAMPLE, sample_folders
from procmap.app import project
from procmap.app.safe import markdown
from procmap.messages import Translator


def nothing_open(say: Translator) -> None:
    """Say that nothing is open, and offer the sample."""
    st.info(markdown(say.text("app-nothing-open")))
    if SAMPLE in sample_folders():
        st.button(
            markdown(say.text("app-open-sample", name=say.text(f"sample-{SAMPLE}"))),
            key="open-sample",
            type="primary",
            on_click=project.open_sample,
            args=(SAMPLE,),
        )
