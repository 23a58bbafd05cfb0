import pytest

from tests.comparison.differences.lines import one_step, told


def typed(organisation, kind):
    return one_step(organisation, changes={"a": {"type": kind}})


@pytest.mark.parametrize(
    ("one", "other"), [("userTask", "serviceTask"), ("manualTask", "sendTask"), ("userTask", "manualTask")]
)
def test_work_of_people_against_work_of_systems(one, other):
    (difference,) = told("type", typed("A", one), typed("B", other))
    assert difference.values == {"A": one, "B": other}


def test_an_event_against_work():
    event = one_step("A", text="a(catch)")
    (difference,) = told("type", event, typed("B", "userTask"))
    assert difference.values == {"A": "intermediateCatchEvent", "B": "userTask"}


@pytest.mark.parametrize(("one", "other"), [("task", "manualTask"), ("task", "serviceTask"), ("subProcess", "task")])
def test_kinds_that_say_nothing_else_of_the_work_are_no_difference(one, other):
    assert told("type", typed("A", one), typed("B", other)) == []


def test_a_task_that_waits_for_a_message_is_drawn_otherwise_than_an_event_that_does():
    event = one_step("A", text="a(catch)", changes={"a": {"triggers": ({"type": "message"},)}})
    (difference,) = told("type", event, typed("B", "receiveTask"))
    assert difference.values == {"A": "intermediateCatchEvent", "B": "receiveTask"}


def test_a_call_is_a_process_of_its_own():
    (difference,) = told("type", typed("A", "callActivity"), typed("B", "userTask"))
    assert difference.values == {"A": "callActivity", "B": "userTask"}


def test_a_plain_task_is_work_where_others_wait_for_a_time():
    timer = one_step("A", text="a(catch)", changes={"a": {"triggers": ({"type": "timer", "time": "P1W"},)}})
    (difference,) = told("type", timer, typed("B", "task"))
    assert difference.values == {"A": "intermediateCatchEvent", "B": "task"}


def test_a_step_that_says_nothing_of_the_work_does_not_count_beside_one_that_does():
    names = {"a": "Behandle søknad", "b": "Behandle søknad"}
    changes = {"a": {"type": "userTask"}, "b": {"type": "task"}}
    both = one_step("A", text="a -> b", names=names, changes=changes)
    assert told("type", both, typed("B", "userTask")) == []
