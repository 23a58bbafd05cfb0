"""Texts that try to break out, and diagrams with coordinates that no tool should write."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.model import Bounds, Diagram, Edge, Point, Shape

HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", "]]>", '"><a href="javascript:x">', "a\x00b\x1b\x0b", "\ud800", "\ufffe\uffff",
     "&lt;&#0;", "'onload='x", "\u202etxet", "x" * 5000, "1\n2\r\n3\t4", "受付 😀", "--><!--", "${x}{{y}}", ""]
)  # fmt: skip
TEXTS = HOSTILE | st.text(max_size=30)
NUMBERS = st.one_of(
    st.floats(-3000, 3000), st.sampled_from([float("nan"), float("inf"), -float("inf"), 1e308, -1e12, 0.0, 1e-320])
)
BOUNDS = st.builds(Bounds, x=NUMBERS, y=NUMBERS, width=NUMBERS, height=NUMBERS)
POINTS = st.builds(Point, x=NUMBERS, y=NUMBERS)


def diagrams(ids: list[str]) -> st.SearchStrategy[Diagram]:
    """Return diagrams with shapes and edges of some elements, in any order, some twice."""
    cited = st.sampled_from([*ids, "unknown"])
    shapes = st.builds(
        Shape,
        element=cited,
        bounds=BOUNDS,
        horizontal=st.sampled_from([None, True, False]),
        expanded=st.sampled_from([None, True, False]),
        label=st.none() | BOUNDS,
    )
    edges = st.builds(Edge, element=cited, waypoints=st.lists(POINTS, max_size=4).map(tuple), label=st.none() | BOUNDS)
    return st.builds(
        Diagram, shapes=st.lists(shapes, max_size=8).map(tuple), edges=st.lists(edges, max_size=8).map(tuple)
    )
