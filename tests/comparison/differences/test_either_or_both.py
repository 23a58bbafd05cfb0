from tests.alignment.parties import party
from tests.comparison.differences.lines import told

CODE = "either_or_both"


def line(organisation, *steps, **fields):
    return party(organisation, f"s(start) -> {' -> '.join(steps)} -> e(end)", **fields)


def choice(organisation, *ways, after="u -> v -> w"):
    """Return a party that takes one of several ways, each `x -> y`, and goes on."""
    drawn = "; ".join(f"f -> {way} -> j" for way in ways)
    return party(organisation, f"s(start) -> f(xor); {drawn}; j(xor) -> {after} -> e(end)")


def test_one_of_two_here_and_both_there():
    (difference,) = told(CODE, choice("A", "x", "y"), line("B", "x", "y", "u", "v", "w"), choice("C", "x", "y"))
    assert difference.values == {"A": "either", "B": "both", "C": "either"}
    assert difference.marks == ("B",)
    assert difference.severity == "warning"


def test_both_at_the_same_time_are_both_too():
    both = party("B", "s(start) -> f(and) -> x, y -> j(and) -> u -> v -> w -> e(end)")
    (difference,) = told(CODE, choice("A", "x", "y"), both)
    assert difference.values == {"A": "either", "B": "both"}


def test_one_row_that_excludes_several_is_told_once():
    (difference,) = told(CODE, choice("A", "x -> z", "y"), line("B", "x", "z", "y", "u", "v", "w"))
    assert (difference.params["label"], difference.params["others"]) == ("y", '"x", "z"')


def test_an_early_end_is_no_choice_of_work():
    early = party("A", "s(start) -> a -> f(xor) -> r -> g(end); f -> b -> c -> e(end)")
    assert told(CODE, early, line("B", "a", "r", "b", "c")) == []


def test_an_early_end_drawn_into_what_all_end_with_is_none_either():
    early = party("A", "s(start) -> f(xor) -> r -> j(xor) -> k -> e(end); f -> a -> b -> c -> j")
    assert told(CODE, early, line("B", "r", "a", "b", "c", "k")) == []


def test_who_may_have_both_without_having_to_says_nothing():
    free = party("B", "s(start) -> f(or) -> x, y -> j(or) -> u -> v -> w -> e(end)")
    assert told(CODE, choice("A", "x", "y"), free) == []


def test_what_a_loop_brings_together_is_no_choice():
    again = party("A", "s(start) -> z(xor) -> f(xor) -> x, y -> j(xor) -> u -> v -> w -> n(xor) -> e(end); n -> z")
    assert told(CODE, again, line("B", "x", "y", "u", "v", "w")) == []


def test_orders_that_contradict_each_other_are_told_as_that():
    some = choice("A", "x", "y"), line("B", "x", "y", "u", "v", "w"), line("C", "y", "x", "u", "v", "w")
    assert told(CODE, *some) == []
    assert len(told("order", *some)) == 1
