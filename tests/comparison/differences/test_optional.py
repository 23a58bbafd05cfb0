from hypothesis import given

from procmap.alignment import align
from procmap.comparison import compare
from tests.alignment.parties import parties, party
from tests.comparison.differences.lines import told

CODE = "optional"


def line(organisation, *steps, **fields):
    return party(organisation, f"s(start) -> {' -> '.join(steps)} -> e(end)", **fields)


SKIP = "s(start) -> a -> f(xor) -> b -> c -> j(xor) -> d -> e(end); f -> j"


def test_always_here_and_only_sometimes_there():
    (difference,) = told(CODE, party("A", SKIP), line("B", "a", "b", "c", "d"), line("C", "a", "b", "d"))
    assert difference.values == {"A": "sometimes", "B": "always", "C": "always"}
    assert difference.marks == ("A",)
    assert difference.severity == "note"
    assert difference.params["labels"] == '"b", "c"'


def test_what_can_be_left_out_by_itself_is_told_by_itself():
    apart = party("A", "s(start) -> a -> f(xor) -> b -> j(xor) -> g(xor) -> c -> k(xor) -> d -> e(end); f -> j; g -> k")
    assert [d.params["labels"] for d in told(CODE, apart, line("B", "a", "b", "c", "d"))] == ['"b"', '"c"']


def test_who_lacks_a_row_is_told_as_missing_it():
    (difference,) = told(CODE, party("A", SKIP), line("B", "a", "b", "c", "d"), line("C", "a", "d"))
    assert difference.values["C"] is None


def test_what_an_early_end_leaves_out_is_not_told():
    early = party("A", "s(start) -> a -> f(xor) -> r -> g(end); f -> b -> c -> d -> e(end)")
    assert told(CODE, early, line("B", "a", "b", "c", "d")) == []


def test_an_early_end_does_not_hide_what_is_always_done_else():
    early = "s(start) -> a -> f(xor) -> r -> g(end); f -> b -> {} -> d -> e(end)"
    always = party("A", early.format("c"))
    some = party("B", early.format("h(xor) -> c -> k(xor)") + "; h -> k")
    (difference,) = told(CODE, always, some)
    assert difference.values == {"A": "always", "B": "sometimes"}
    assert difference.params["labels"] == '"c"'


def test_an_early_end_that_goes_on_to_the_last_step_is_none_where_others_end_there():
    early = party("A", "s(start) -> a -> f(xor) -> r -> j(xor) -> k -> e(end); f -> b -> c -> d -> j")
    own = party("B", "s(start) -> a -> f(xor) -> r -> g(end); f -> b -> c -> d -> k -> e(end)")
    assert told(CODE, early, own) == []


def test_what_has_an_alternative_is_not_optional():
    choice = party("A", "s(start) -> a -> f(xor) -> b, c -> j(xor) -> d -> e(end)")
    assert told(CODE, choice, line("B", "a", "b", "d"), line("C", "a", "c", "d")) == []


def test_where_others_do_something_else_instead_it_is_not_always():
    some = party("A", "s(start) -> a -> d -> f(xor) -> b -> j(xor) -> c -> e(end); f -> j")
    either = party("B", "s(start) -> f(xor) -> a -> b -> j(xor) -> c -> e(end); f -> d -> j")
    assert told(CODE, some, either) == []


def test_a_way_back_is_not_optional():
    loop = party("A", "s(start) -> z(xor) -> a -> f(xor) -> d -> e(end); f -> b -> z")
    assert told(CODE, loop, line("B", "a", "b", "d")) == []


def test_the_last_step_is_not_told_for_nothing_tells_it_from_an_early_end():
    last = party("A", "s(start) -> a -> f(xor) -> b -> j(xor) -> e(end); f -> j")
    assert told(CODE, last, line("B", "a", "b")) == []


def test_a_drawing_that_gets_stuck_is_no_evidence():
    stuck = party("B", "s(start) -> g(xor) -> k, l -> h(and) -> a -> b -> c -> d -> e(end)")
    assert told(CODE, party("A", SKIP), stuck) == []


@given(parties())
def test_nobody_who_is_sometimes_is_always(some):
    for difference in compare(some, align(some)).differences:
        if difference.code == CODE:
            assert {"always", "sometimes"} <= set(difference.values.values()) <= {"always", "sometimes", None}
            assert len(set(difference.rows)) == len(difference.rows)
