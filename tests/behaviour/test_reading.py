from __future__ import annotations

import pytest

from procmap.behaviour import Undecided, read_process
from procmap.formats import read
from tests.behaviour.builders import process


def repaired(text: str):
    (reading,) = read_process(process(text))
    return reading.repair, [fault.kind for fault in reading.faults]


def test_a_sound_drawing_is_read_as_it_is():
    assert repaired("s(start) -> x(and) -> a, b -> y(and) -> e(end)") == ("", [])


def test_an_exclusive_join_after_a_parallel_split_waits():
    assert repaired("s(start) -> x(and) -> a, b -> y(xor) -> c -> e(end)") == ("exclusive-joins-wait", ["unsafe"])


def test_a_parallel_join_after_an_exclusive_split_waits_for_what_can_come():
    repair, faults = repaired("s(start) -> x(xor) -> a, b -> y(and) -> c -> e(end)")
    assert (repair, faults[0]) == ("parallel-joins-wait", "deadlock")


def test_runs_of_a_loop_without_an_end_count_where_they_get_no_further():
    (reading,) = read_process(process("s(start) -> a -> b -> a"))
    assert reading.repair == "begun-runs"
    assert reading.order({"a": "a", "b": "b"}).relation("a", "b") == "<"


def test_what_nothing_leads_to_starts_too_rather_than_being_lost():
    assert repaired("s(start) -> a -> e(end); q -> b -> f(end)") == ("loose-starts", ["dead"])


def test_ends_reached_twice_change_nothing_of_the_order():
    assert repaired("s(start) -> x(and) -> a, b -> e(end)") == ("", ["ends-twice"])


def test_too_many_states_are_said_aloud():
    text = "s(start) -> x(and) -> " + ", ".join(f"t{n}" for n in range(8)) + " -> y(and) -> e(end)"
    with pytest.raises(Undecided) as raised:
        read_process(process(text), cap=100)
    assert raised.value.states > 100


@pytest.mark.shared
def test_the_ten_municipalities_are_read_as_measured(shared):
    """8 of 80 are unsound: 5 by exclusive joins, 2 by parallel ones, 1 by both (reference/composing.md, part 2)."""
    (file,) = (shared / "data/municipalities").glob("*.epml")
    repairs = [read_process(one)[0].repair for one in read(str(file)).processes]
    counted = {repair: repairs.count(repair) for repair in sorted(set(repairs))}
    assert counted == {"": 72, "exclusive-joins-wait": 5, "joins-wait": 1, "parallel-joins-wait": 2}
