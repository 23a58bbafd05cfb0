"""The address in tests of pages."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def place_of(at: AppTest, name: str) -> str:
    """Return what the address says of `name`; tests see a list or a text, as it was set."""
    value = at.query_params.get(name, "")
    return value[0] if isinstance(value, list) else value
