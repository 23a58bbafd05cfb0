from procmap.behaviour import make_reference
from procmap.model import Confirmations
from tests.alignment.parties import party
from tests.comparison.differences.lines import told


def test_a_row_that_some_do_not_have():
    a, b, c = party("A", "x -> y"), party("B", "x"), party("C", "x -> y")
    (difference,) = told("step_missing", a, b, c)
    assert difference.values == {"A": "y", "B": None, "C": "y"}
    assert difference.marks == ("B",)
    assert [(place.process, place.id) for place in difference.elements] == [("A", "y"), ("C", "y")]


def test_what_only_few_have_is_marked_there_too():
    (difference,) = told("step_missing", party("A", "x -> y"), party("B", "x"))
    assert difference.marks == ("A", "B")


def test_what_all_have_is_no_difference():
    assert told("step_missing", party("A", "x"), party("B", "x")) == []


def test_nothing_is_said_of_steps_without_a_name():
    assert told("step_missing", party("A", "x -> _y(catch)"), party("B", "x")) == []


def test_who_has_a_part_of_a_step_does_not_miss_it():
    a, b = party("A", "x -> whole"), party("B", "x -> part")
    part, whole = make_reference(b.process, "part", "B", ""), make_reference(a.process, "whole", "A", "")
    confirmed = Confirmations.model_validate({"part_of": [{"part": part, "whole": whole}]})
    assert told("step_missing", a, b, confirmations=confirmed) == []
