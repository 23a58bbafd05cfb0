"""Random sound processes that need not be made of blocks: graphs of either-or or parallel gateways in each other."""

from __future__ import annotations

from itertools import combinations, count

from hypothesis import strategies as st

from procmap.model import Activity, Event, Gateway, Process, SequenceFlow

Part = str | tuple[str, tuple["Part", ...], tuple[tuple[int, int], ...]]
"""A label, or a kind (`exclusiveGateway`, `parallelGateway`) with parts and the links between them.

Links go from part to part by number; -1 is the beginning and the number of parts the end.
"""


@st.composite
def drawings(draw: st.DrawFn, labels: tuple[str, ...]) -> Part:
    """Return a drawing that has each label once."""
    if len(labels) == 1:
        return labels[0]
    size = draw(st.integers(2, min(4, len(labels))))
    cuts = sorted(draw(st.permutations(range(1, len(labels))))[: size - 1])
    parts = tuple(
        draw(drawings(labels[first:last])) for first, last in zip([0, *cuts], [*cuts, len(labels)], strict=True)
    )
    kind = draw(st.sampled_from(("exclusiveGateway", "exclusiveGateway", "parallelGateway")))
    ways = list(combinations(range(-1, size + 1), 2))
    ways = [way for way in ways if way != (-1, size) or kind == "exclusiveGateway"]
    links = set(draw(st.lists(st.sampled_from(ways), unique=True, max_size=8)))
    for number in range(size):
        if not any(target == number for _, target in links):
            links.add((number - 1, number))
        if not any(source == number for source, _ in links):
            links.add((number, number + 1))
    if kind == "exclusiveGateway" and draw(st.integers(0, 3)) == 0:
        back = draw(st.integers(0, size - 1))
        links.add((back, draw(st.integers(0, back))))
    return kind, parts, tuple(sorted(links))


def process(part: Part) -> Process:
    """Return the process of a drawing, with a start and an end event."""
    numbers = count(1)
    nodes: list = []
    flows: list[SequenceFlow] = []

    def node(made: type, **fields: object) -> str:
        nodes.append(made(id=f"n{next(numbers)}", **fields))
        return nodes[-1].id

    def flow(source: str, target: str) -> None:
        flows.append(SequenceFlow(id=f"f{next(numbers)}", source=source, target=target))

    def drawn(part: Part) -> tuple[str, str]:
        if isinstance(part, str):
            made = node(Activity, name=part)
            return made, made
        kind, parts, links = part
        ends = [drawn(each) for each in parts]
        first, last = node(Gateway, type=kind), node(Gateway, type=kind)
        into = {number: enter for number, (enter, _) in enumerate(ends)} | {len(parts): last}
        out = {number: leave for number, (_, leave) in enumerate(ends)} | {-1: first}
        for number, (enter, leave) in enumerate(ends):
            into[number], out[number] = node(Gateway, type=kind), node(Gateway, type=kind)
            flow(into[number], enter)
            flow(leave, out[number])
        for source, target in links:
            flow(out[source], into[target])
        return first, last

    start = node(Event, type="startEvent", name="start")
    enter, leave = drawn(part)
    flow(start, enter)
    flow(leave, node(Event, type="endEvent", name="end"))
    return Process(id="p", nodes=tuple(nodes), flows=tuple(flows))
