"""What the browser is given beside Streamlit's own: style sheets, scripts, the icon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """Return a file that lies in this folder."""
    return files("procmap.app.assets").joinpath(name).read_text("utf-8")


def path_of(name: str) -> str:
    """Return where a file of this folder lies."""
    return str(files("procmap.app.assets").joinpath(name))
