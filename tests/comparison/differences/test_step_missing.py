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


def test_rows_that_follow_each_other_are_one_phenomenon():
    a, b = party("A", "x -> late(catch) -> refuse -> w"), party("B", "x -> w")
    (difference,) = told("step_missing", a, b)
    assert difference.params["labels"] == '"late", "refuse"'
    assert difference.values == {"A": "late, refuse", "B": None}
    assert len(difference.rows) == 2


def test_rows_that_do_not_follow_each_other_or_that_others_have_are_told_apart():
    a, b, c = party("A", "u -> x -> v -> y"), party("B", "x -> y"), party("C", "x -> v -> y")
    assert [one.params["labels"] for one in told("step_missing", a, b, c)] == ['"u"', '"v"']


def test_who_does_it_within_another_step_is_named_beside_who_does_not():
    a, b, c = party("A", "x -> whole"), party("B", "x -> part"), party("C", "x")
    part, whole = make_reference(b.process, "part", "B", ""), make_reference(a.process, "whole", "A", "")
    confirmed = Confirmations.model_validate({"part_of": [{"part": part, "whole": whole}]})
    (difference,) = told("step_missing", a, b, c, confirmations=confirmed)
    assert difference.values == {"A": "whole", "B": "part", "C": None}
    assert difference.params["inside"] == "B: part"
    assert told("split_merged", a, b, c, confirmations=confirmed) == []
