from tests.alignment.parties import party
from tests.comparison.differences.lines import told

CODE = "repeated"
LOOP = "s(start) -> z(xor) -> a -> b -> f(xor) -> d -> e(end); f -> z"


def line(organisation, *steps, **fields):
    return party(organisation, f"s(start) -> {' -> '.join(steps)} -> e(end)", **fields)


def test_a_loop_is_told_once():
    (difference,) = told(CODE, party("A", LOOP), line("B", "a", "b", "d"), line("C", "a", "d"))
    assert difference.values == {"A": "again", "B": "once", "C": "once"}
    assert difference.marks == ("A",)
    assert difference.severity == "note"
    assert difference.params["labels"] == '"a", "b"'


def test_what_is_done_on_the_way_back_belongs_to_the_loop():
    back = party("A", "s(start) -> z(xor) -> a -> f(xor) -> d -> e(end); f -> b -> z")
    (difference,) = told(CODE, back, line("B", "a", "b", "d"))
    assert difference.params["labels"] == '"a", "b"'


def test_two_loops_are_two():
    two = party("A", "s(start) -> y(xor) -> a -> f(xor) -> z(xor) -> b -> g(xor) -> e(end); f -> y; g -> z")
    assert [d.params["labels"] for d in told(CODE, two, line("B", "a", "b"))] == ['"a"', '"b"']


def test_a_loop_marker_repeats_too():
    marked = line("A", "a", "b", changes={"a": {"loop": {"type": "parallel"}}})
    (difference,) = told(CODE, marked, line("B", "a", "b"))
    assert difference.params["labels"] == '"a"'


def test_loops_with_other_rows_are_told_once():
    # C has the loop too, but does not go back as far.
    short = party("C", "s(start) -> a -> z(xor) -> b -> f(xor) -> d -> e(end); f -> z")
    (difference,) = told(CODE, party("A", LOOP), line("B", "a", "b", "d"), short)
    assert difference.values == {"A": "again", "B": "once", "C": "again"}
    assert difference.params["labels"] == '"b"'


def test_a_step_drawn_twice_is_neither_once_nor_again():
    twice = line("B", "a1", "a2", "d", names={"a1": "a", "a2": "a"})
    single = party("A", "s(start) -> z(xor) -> a -> f(xor) -> d -> e(end); f -> z")
    assert told(CODE, single, twice) == []


def test_an_event_that_comes_again_is_told_with_the_work_of_its_loop_only():
    waits = {"t": {"triggers": [{"type": "timer", "time": "P1D"}]}}
    loop = party("A", "s(start) -> z(xor) -> t(catch) -> f(xor) -> d -> e(end); f -> z", changes=waits)
    assert told(CODE, loop, party("B", "s(start) -> t(catch) -> d -> e(end)", changes=waits)) == []


def test_a_drawing_that_gets_stuck_is_no_evidence():
    stuck = party("B", "s(start) -> g(xor) -> k, l -> h(and) -> a -> b -> d -> e(end)")
    assert told(CODE, party("A", LOOP), stuck) == []
