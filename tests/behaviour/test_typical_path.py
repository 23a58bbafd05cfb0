"""The way of a typical case: most steps, what may be taken is taken, loops once; never by ids or the order of nodes."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from procmap.behaviour.typical_path import typical_path
from procmap.model import Activity, Event, Gateway, Process, SequenceFlow, Trigger
from tests.harmonisation.blocks import Shape, process, shapes

LABELS = list("abcdefg")


def names(made: Process, **options: list[str]) -> list[str]:
    called = {node.id: node.name or node.id for node in made.nodes}
    return [called[node] for node in typical_path(made, **options).nodes]


def drawn(*nodes: object, flows: str = "", conditions: str = "") -> Process:
    """Return a process of nodes and of flows such as `a>b b>c`."""
    return Process(
        id="p",
        nodes=nodes,
        flows=tuple(
            SequenceFlow(
                id=f"f{number}", source=flow[: flow.index(">")], target=flow[flow.index(">") + 1 :],
                condition="x" if flow in conditions.split() else "",
            )
            for number, flow in enumerate(flows.split())
        ),
    )  # fmt: skip


def task(node: str, **fields: object) -> Activity:
    return Activity(id=node, **fields)


def steps_of(shape: Shape) -> set[str]:
    """Return the steps of the way with most steps, by the shape alone."""
    if isinstance(shape, str):
        return {shape}
    kind, one, other = shape
    if kind == "xor":
        return max(steps_of(one), steps_of(other), key=len)
    if kind == "loop":
        return steps_of(one)
    return steps_of(one) | steps_of(other)


@given(shapes(LABELS))
def test_the_way_with_most_steps_and_loops_once(shape: Shape) -> None:
    found = names(process(shape))
    assert len(found) == len(set(found))
    assert set(found) - {"start", "end"} == steps_of(shape)
    assert (found[0], found[-1]) == ("start", "end")


@given(shapes(LABELS), st.randoms())
def test_the_order_of_nodes_and_their_ids_do_not_matter(shape: Shape, rng: random.Random) -> None:
    made = process(shape)
    nodes = list(process(shape, prefix="z").nodes)
    rng.shuffle(nodes)
    other = process(shape, prefix="z").replace(nodes=tuple(nodes))
    assert sorted(names(made)) == sorted(names(other))


@given(shapes(LABELS))
def test_what_comes_before_is_on_the_way_and_earlier(shape: Shape) -> None:
    path = typical_path(process(shape))
    place = {node: number for number, node in enumerate(path.nodes)}
    assert all(place[near] < place[node] for node in path.nodes for near in path.before[node])
    assert all(path.before[node] for node in path.nodes[1:])


def test_wanted_steps_are_taken_and_unwanted_ones_not() -> None:
    made = process(("xor", ("seq", "a", "b"), "c"))
    by_name = {node.name: node.id for node in made.nodes}
    assert names(made) == ["start", "a", "b", "end"]
    assert names(made, wanted=[by_name["c"]]) == ["start", "c", "end"]
    made = process(("skip", "a", "b"))
    by_name = {node.name: node.id for node in made.nodes}
    assert names(made) == ["start", "a", "b", "end"]
    assert names(made, unwanted=[by_name["b"]]) == ["start", "a", "end"]
    assert names(made, wanted=[by_name["b"]], unwanted=[by_name["b"]]) == ["start", "a", "b", "end"]


def test_what_is_inside_a_sub_process_comes_after_it_and_before_what_follows() -> None:
    made = drawn(
        task("a"), task("s", type="subProcess"), task("x", parent="s"), task("y", parent="s"), task("b"),
        task("e", type="subProcess", triggered_by_event=True), task("z", parent="e"),
        flows="a>s s>b x>y",
    )  # fmt: skip
    path = typical_path(made)
    assert path.nodes == ("a", "s", "x", "y", "b")
    assert path.before["b"] == ("y",)


def test_errors_boundary_events_and_endless_loops_are_not_typical() -> None:
    made = drawn(
        task("a"), Event(id="late", type="boundaryEvent", attached_to="a"), task("remind"), Gateway(id="g"),
        task("b"), task("c"), task("d"), Event(id="stop", type="endEvent", triggers=(Trigger(type="error"),)),
        flows="a>g late>remind g>b g>c c>d d>stop",
    )  # fmt: skip
    assert names(made) == ["a", "b"]
    made = drawn(task("a"), Gateway(id="g"), task("b"), task("c"), task("d"), flows="a>g g>b g>c c>d d>c")
    assert names(made) == ["a", "b"]


def test_of_the_conditions_of_an_activity_one_is_taken() -> None:
    made = drawn(task("a"), task("b"), task("c"), task("d"), flows="a>b a>c a>d", conditions="a>b a>c")
    assert sorted(names(made)) == ["a", "b", "d"]
    made = drawn(task("a"), Gateway(id="g", type="inclusiveGateway"), task("b"), task("c"), flows="a>g g>b g>c")
    assert sorted(names(made)) == ["a", "b", "c"]


def test_links_starts_and_lists_of_steps() -> None:
    link = (Trigger(type="link", name="A"),)
    made = drawn(
        task("a"), Event(id="out", type="intermediateThrowEvent", triggers=link),
        Event(id="in", type="intermediateCatchEvent", triggers=link), task("b"), flows="a>out in>b",
    )  # fmt: skip
    assert names(made) == ["a", "out", "in", "b"]
    made = drawn(
        Event(id="mail", type="startEvent"), Event(id="desk", type="startEvent"), task("scan"), task("a"),
        flows="desk>a mail>scan scan>a",
    )  # fmt: skip
    assert names(made) == ["mail", "scan", "a"]
    assert names(drawn(task("a"), task("b"))) == ["a", "b"]
    assert names(drawn(task("a"), task("b"), flows="a>b b>a")) == ["a", "b"]
    assert names(Process(id="p")) == []


def test_deep_nesting_and_long_chains() -> None:
    size = 3000
    nested = drawn(*(task(f"s{n}", parent=f"s{n - 1}" if n else None) for n in range(size)))
    assert len(typical_path(nested).nodes) == size
    chain = drawn(*(task(f"s{n}") for n in range(size)), flows=" ".join(f"s{n}>s{n + 1}" for n in range(size - 1)))
    assert len(typical_path(chain).nodes) == size
