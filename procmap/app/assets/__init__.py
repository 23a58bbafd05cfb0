"""What the browser is given beside Streamlit's own: style sheets, scripts, the icon."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def asset(*names: str) -> str:
    """Return files that lie in this folder, one behind the other."""
    folder = files("procmap.app.assets")
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in names)


def path_of(name: str) -> str:
    """Return where a file of this folder lies."""
    return str(files("procmap.app.assets").joinpath(name))
