"""Random block-structured processes, drawn as most tools would, and variants of them."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from procmap.alignment import Party
from procmap.model import Activity, Event, Gateway, Process, SequenceFlow

Shape = str | tuple
"""A label, or a kind (`seq`, `xor`, `skip`, `and`, `loop`) with shapes."""


def shapes(labels: list[str]) -> st.SearchStrategy[Shape]:
    """Return a strategy for shapes that have each label once."""

    @st.composite
    def shape(draw: st.DrawFn, names: tuple[str, ...]) -> Shape:
        if len(names) == 1:
            return names[0]
        cut = draw(st.integers(1, len(names) - 1))
        parts = (draw(shape(names[:cut])), draw(shape(names[cut:])))
        return (draw(st.sampled_from(("seq", "seq", "xor", "skip", "and", "loop"))), *parts)

    return shape(tuple(labels))


def process(shape: Shape, process_id: str = "p", prefix: str = "") -> Process:
    """Return the process of a shape, with a start and an end event; `prefix` makes its ids other ones."""
    numbers = count(1)
    nodes: list = []
    flows: list[SequenceFlow] = []

    def node(made: type, **fields: object) -> str:
        nodes.append(made(id=f"{prefix}n{next(numbers)}", **fields))
        return nodes[-1].id

    def flow(source: str, target: str) -> None:
        flows.append(SequenceFlow(id=f"{prefix}f{next(numbers)}", source=source, target=target))

    def split(kind: str, parts: tuple[Shape, ...], silent: bool = False) -> tuple[str, str]:
        first, last = node(Gateway, type=kind), node(Gateway, type=kind)
        for part in parts:
            enter, leave = drawn(part)
            flow(first, enter)
            flow(leave, last)
        if silent:
            flow(first, last)
        return first, last

    def drawn(part: Shape) -> tuple[str, str]:
        if isinstance(part, str):
            made = node(Activity, name=part)
            return made, made
        kind, one, other = part
        if kind == "seq":
            (first, middle), (then, last) = drawn(one), drawn(other)
            flow(middle, then)
            return first, last
        if kind == "and":
            return split("parallelGateway", (one, other))
        if kind == "xor":
            return split("exclusiveGateway", (one, other))
        if kind == "skip":
            (first, middle), (then, last) = drawn(one), split("exclusiveGateway", (other,), silent=True)
            flow(middle, then)
            return first, last
        join, (enter, leave), way_out = node(Gateway), drawn(one), node(Gateway)
        (back, again) = drawn(other)
        for source, target in ((join, enter), (leave, way_out), (way_out, back), (again, join)):
            flow(source, target)
        return join, way_out

    start = node(Event, type="startEvent", name="start")
    enter, leave = drawn(shape)
    flow(start, enter)
    flow(leave, node(Event, type="endEvent", name="end"))
    return Process(id=process_id, nodes=tuple(nodes), flows=tuple(flows))


def party(organisation: str, shape: Shape, **fields: object) -> Party:
    return Party(organisation=organisation, process=process(shape), **fields)


@st.composite
def variants(draw: st.DrawFn, shape: Shape) -> Shape:
    """Return a shape with some steps left out, parts in another order, or blocks of another kind."""
    if isinstance(shape, str):
        return shape
    kind, one, other = shape
    change = draw(st.sampled_from(("none", "none", "drop", "swap", "kind")))
    if change == "drop":
        return draw(variants(draw(st.sampled_from((one, other)))))
    one, other = draw(variants(one)), draw(variants(other))
    if change == "swap":
        one, other = other, one
    if change == "kind":
        kind = draw(st.sampled_from(("seq", "xor", "skip", "and", "loop")))
    return (kind, one, other)
