from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.comparison import compare
from tests.alignment.parties import party
from tests.comparison.differences.lines import told


def line(organisation, *steps, **fields):
    return party(organisation, f"s(start) -> {' -> '.join(steps)} -> e(end)", **fields)


def test_two_rows_in_another_order():
    (difference,) = told("order", line("A", "x", "y"), line("B", "x", "y"), line("C", "y", "x"))
    assert difference.values == {"A": "before", "B": "before", "C": "after"}
    assert difference.marks == ("C",)
    assert difference.severity == "warning"


def test_one_row_that_changes_places_with_several_is_told_once():
    a, b = line("A", "x", "y", "z", "w"), line("B", "w", "x", "y", "z")
    assert told("order", a, b) == []
    (difference,) = told("earlier_later", a, b)
    assert difference.values == {"A": "after", "B": "before"}
    assert len(difference.rows) == 4
    assert difference.params["label"] == "w"


def test_equal_order_is_no_difference():
    assert told("order", line("A", "x", "y"), line("B", "x", "z", "y")) == []


def test_parallel_here_and_in_turn_there_is_no_conflict_of_order():
    parallel = party("B", "s(start) -> f(and) -> x, y -> j(and) -> e(end)")
    assert told("order", line("A", "x", "y"), parallel) == []


def test_a_reference_has_no_vote():
    a, b = line("A", "x", "y"), line("B", "x", "y", is_reference=True)
    (difference,) = told("order", a, b, line("C", "y", "x"))
    assert difference.marks == ("A", "B", "C")


def test_the_order_of_parties_has_no_say():
    parties = [line("A", "x", "y", "z"), line("B", "z", "y", "x"), line("C", "y", "z", "x")]
    one = compare(parties, align(parties))
    assert compare(parties[::-1], align(parties[::-1])) == one


def test_rows_that_move_together_are_told_together():
    (difference,) = told("earlier_later", line("A", "x", "y", "u", "v", "w"), line("B", "u", "v", "w", "x", "y"))
    assert difference.params["part"] == "block"
    assert (difference.params["labels"], difference.params["others"]) == ('"x", "y"', '"u", "v", "w"')
    assert difference.values == {"A": "before", "B": "after"}


def test_who_lacks_one_of_the_others_is_told_with_those_that_have_it():
    parties = line("A", "x", "y", "z"), line("B", "y", "z", "x"), line("C", "x", "z")
    (difference,) = told("earlier_later", *parties)
    assert difference.values == {"A": "before", "B": "after", "C": "before"}


def test_every_pair_in_conflict_is_in_the_matrix():
    a, b = line("A", "x", "y", "u", "v", "w"), line("B", "u", "v", "w", "x", "y")
    rows = {row.label: row for row in compare([a, b], align([a, b])).matrix.rows}
    assert {rows[label].number for label in "uvw"} == set(rows["x"].conflicts) == set(rows["y"].conflicts)


def test_events_that_name_a_state_have_no_order():
    a = party("A", "s(start) -> x -> m(throw) -> e(end)")
    assert told("order", a, party("B", "s(start) -> m(throw) -> x -> e(end)")) == []


@given(st.permutations(["x", "y", "z", "u", "v", "w", "q"]))
def test_however_rows_change_places_none_moves_past_itself(steps):
    a, b = line("A", "x", "y", "z", "u", "v", "w", "q"), line("B", *steps)
    found = [*told("order", a, b), *told("earlier_later", a, b)]
    assert all(len(set(difference.rows)) == len(difference.rows) for difference in found)
    assert bool(found) == (steps != sorted(steps, key="xyzuvwq".index))
