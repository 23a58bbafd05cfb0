"""Drawing DOT with Graphviz, where there is one: the program `dot`, or the Python package pygraphviz."""

from __future__ import annotations

import importlib.util
import shutil

from procmap.model import BadInput


def engine() -> str:
    """Return which Graphviz there is: `dot`, `pygraphviz`, or nothing."""
    if shutil.which("dot"):
        return "dot"
    return "pygraphviz" if importlib.util.find_spec("pygraphviz") is not None else ""


def svg(source: str) -> bytes:
    """Return DOT as SVG.

    Raises BadInput `no-graphviz` where there is no Graphviz, `graphviz-failed` where it gives up.
    """
    found = engine()
    if not found:
        raise BadInput("no-graphviz")
    try:
        return _by_dot(source) if found == "dot" else _by_pygraphviz(source)
    except Exception as error:  # noqa: BLE001 - both raise what they like; what matters is that nothing was drawn
        raise BadInput("graphviz-failed", detail=" ".join(str(error).split())[:200]) from None


def _by_dot(source: str) -> bytes:
    from graphviz import Source

    return bytes(Source(source).pipe(format="svg", quiet=True))


def _by_pygraphviz(source: str) -> bytes:
    from pygraphviz import AGraph

    return bytes(AGraph(string=source).draw(format="svg", prog="dot"))
