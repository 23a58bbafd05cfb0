"""A typical case in figures: handoffs, work time as a sum, lead time of the longest way, what is not known."""

from __future__ import annotations

from decimal import Decimal

from procmap.behaviour.typical_path import typical_path
from procmap.harmonisation.impact_values import PathFigures
from procmap.harmonisation.path_figures import figures
from procmap.model import Activity, Duration, Event, Gateway, Process, SequenceFlow, StepDetails, Trigger


def task(node: str, role: str = "", work: str = "", lead: str = "", **fields: object) -> Activity:
    """Return an activity; times are written `3 hours`, the role is kept as its name."""
    details = StepDetails(work_time=time(work), lead_time=time(lead))
    return Activity(id=node, name=role, details=details, **fields)


def time(text: str) -> Duration | None:
    amount, _, unit = text.partition(" ")
    return Duration(amount=Decimal(amount), unit=unit) if text else None


def told(*nodes: object, flows: str) -> PathFigures:
    made = Process(
        id="p",
        nodes=nodes,
        flows=tuple(
            SequenceFlow(id=f"f{number}", source=flow.split(">")[0], target=flow.split(">")[1])
            for number, flow in enumerate(flows.split())
        ),
    )
    role = {node.id: node.name for node in made.nodes}
    return figures(made, typical_path(made), lambda node: role[node])


def shown(total: tuple[Duration, ...]) -> list[str]:
    return [f"{each.amount} {each.unit}" for each in total]


def test_handoffs_pass_over_events_and_gateways_and_need_both_roles() -> None:
    found = told(
        task("a", "desk"), Event(id="e", type="intermediateCatchEvent", name="sky"), Gateway(id="g"),
        task("b", "officer"), task("c"), task("d", "desk"), task("f", "desk"), flows="a>e e>g g>b b>c c>d d>f",
    )  # fmt: skip
    assert found.steps == ("a", "b", "c", "d", "f")
    assert (found.handoffs, found.roles_known) == (1, 4)


def test_parallel_ways_hand_over_on_each_and_the_longest_counts_for_lead_time() -> None:
    found = told(
        task("a", "x", "30 minutes", "1 days"), Gateway(id="g", type="parallelGateway"),
        task("b", "y", "1 hours", "3 weeks"), task("c", "z", "40 minutes", "10 working-days"),
        Gateway(id="h", type="parallelGateway"), task("d", "x", "", "2 days"), flows="a>g g>b g>c b>h c>h h>d",
    )  # fmt: skip
    assert found.handoffs == 4
    assert shown(found.work_time.total) == ["2 hours", "10 minutes"]
    assert (found.work_time.known, found.work_time.of) == (3, 4)
    assert shown(found.lead_time.total) == ["24 days"]
    assert (found.lead_time.known, found.lead_time.of) == (4, 4)


def test_the_time_of_a_sub_process_stands_for_what_is_inside() -> None:
    inside = (task("x", "x", "5 hours", parent="s"), task("y", "y", "", "3 days", parent="s"))
    found = told(task("s", "", "2 hours", type="subProcess"), *inside, task("b", "x", "1 hours"), flows="s>b x>y")
    assert found.steps == ("x", "y", "b")
    assert (shown(found.work_time.total), found.work_time.known, found.work_time.of) == (["3 hours"], 2, 2)
    assert (shown(found.lead_time.total), found.lead_time.known, found.lead_time.of) == (["3 days"], 1, 3)
    assert found.handoffs == 2


def wait(
    node: str, *times: str, kind: str | None = "duration", event: str = "intermediateCatchEvent", **fields: object
):
    """Return an event with a timer for each time."""
    triggers = tuple(Trigger(type="timer", time=each, time_kind=kind) for each in times)
    return Event(id=node, type=event, **{"triggers": triggers} | fields)


def test_a_timer_on_the_way_counts_as_long_as_it_waits() -> None:
    found = told(
        wait("s", "P1Y", event="startEvent"), task("a", "x", "1 hours", "2 days"), wait("t", "P3W"),
        wait("u", "P1DT12H"), task("b", "x"), flows="s>a a>t t>u u>b",
    )  # fmt: skip
    assert shown(found.lead_time.total) == ["24 days", "12 hours"]
    assert (found.lead_time.known, found.lead_time.of) == (3, 4)
    assert (found.work_time.known, found.work_time.of) == (1, 2)
    assert found.steps == ("a", "b")


def test_the_longest_way_may_be_the_one_that_waits() -> None:
    found = told(
        Gateway(id="g", type="parallelGateway"), task("a", "x", "", "5 days"), wait("t", "P3W"),
        Gateway(id="h", type="parallelGateway"), flows="g>a g>t a>h t>h",
    )  # fmt: skip
    assert shown(found.lead_time.total) == ["3 weeks"]
    assert (found.lead_time.known, found.lead_time.of) == (2, 2)


def test_a_timer_without_a_length_is_not_known() -> None:
    for unknown in (
        wait("t", "2026-03-01", kind="date"), wait("t", "R/P1W", kind="cycle"), wait("t", "${days}"),
        wait("t", "", kind=None), wait("t", "P1D", "P2D"),
    ):  # fmt: skip
        found = told(task("a", "x", "", "5 days"), unknown, flows="a>t").lead_time
        assert (shown(found.total), found.known, found.of) == (["5 days"], 1, 2)


def test_what_else_ends_a_wait_leaves_it_out() -> None:
    either = (Trigger(type="timer", time="P3W", time_kind="duration"), Trigger(type="message", name="answer"))
    for other in (wait("t", triggers=either), wait("t", triggers=either[1:]), wait("t", "P3W", event="boundaryEvent")):
        found = told(task("a", "x", "", "5 days"), other, flows="a>t").lead_time
        assert (shown(found.total), found.known, found.of) == (["5 days"], 1, 1)


def test_a_lead_time_that_is_said_goes_before_the_timer() -> None:
    said = wait("t", "P3W", details=StepDetails(lead_time=time("2 weeks")))
    assert shown(told(task("a"), said, flows="a>t").lead_time.total) == ["2 weeks"]


def test_nothing_is_known_of_an_empty_process() -> None:
    assert told(flows="") == PathFigures()
