from tests.alignment.parties import party
from tests.comparison.differences.lines import told

CODE = "parallel_sequential"


def line(organisation, *steps, **fields):
    return party(organisation, f"s(start) -> {' -> '.join(steps)} -> e(end)", **fields)


def beside(organisation, *branches, before="", after=""):
    """Return a party with branches that run at the same time, each `x -> y`."""
    first, last = f"{before} -> " if before else "", f"{after} -> " if after else ""
    ways = "; ".join(f"f -> {branch} -> j" for branch in branches)
    return party(organisation, f"s(start) -> {first}f(and); {ways}; j(and) -> {last}e(end)")


def test_two_rows_at_the_same_time_and_one_after_the_other():
    (difference,) = told(CODE, beside("A", "x", "y"), line("B", "x", "y"), line("C", "x", "y"))
    assert difference.values == {"A": "parallel", "B": "sequential", "C": "sequential"}
    assert difference.marks == ("A",)
    assert difference.severity == "note"
    assert difference.params["labels"] == '"x", "y"'


def test_a_block_is_told_once_with_its_rows():
    (difference,) = told(CODE, beside("A", "x", "y", "z"), line("B", "x", "y", "z"))
    assert difference.params["labels"] == '"x", "y", "z"'
    assert "part" not in difference.params


def test_one_row_beside_a_branch_is_told_of_that_row():
    (difference,) = told(CODE, beside("A", "x -> y", "z"), line("B", "x", "y", "z"))
    assert difference.params["part"] == "one"
    assert (difference.params["label"], difference.params["others"]) == ("z", '"x", "y"')


def test_branches_of_several_rows_are_told_as_branches():
    (difference,) = told(CODE, beside("A", "x -> y", "z -> w"), line("B", "x", "y", "z", "w"))
    assert difference.params["part"] == "branches"
    assert difference.params["labels"] == '"x", "y", "z", "w"'


def test_a_party_that_lacks_a_row_does_not_split_a_block():
    (difference,) = told(CODE, beside("A", "x", "y", "z"), line("B", "x", "y", "z"), line("C", "x", "y"))
    assert difference.values == {"A": "parallel", "B": "sequential", "C": "sequential"}
    assert len(difference.rows) == 3


def test_blocks_of_other_parties_are_told_apart():
    some = beside("A", "x", "y", after="k -> u -> v"), line("B", "x", "y", "k", "u", "v")
    both = told(CODE, *some, beside("C", "u", "v", before="x -> y -> k"))
    assert [difference.params["labels"] for difference in both] == ['"x", "y"', '"u", "v"']


def test_orders_that_contradict_each_other_are_told_as_that():
    parties = beside("A", "x", "y"), line("B", "x", "y"), line("C", "y", "x")
    assert told(CODE, *parties) == []
    (difference,) = told("order", *parties)
    assert difference.values == {"A": "parallel", "B": "before", "C": "after"}


def test_a_loop_and_states_are_no_evidence():
    loop = party("B", "s(start) -> z(xor) -> x -> m(xor) -> y -> n(xor) -> e(end); m -> n; n -> z")
    assert [d.values for d in told(CODE, beside("A", "x", "y"), loop)] == [{"A": "parallel", "B": "sequential"}]
    states = [party(name, text) for name, text in (
        ("A", "s(start) -> f(and) -> x, m(throw) -> j(and) -> e(end)"), ("B", "s(start) -> x -> m(throw) -> e(end)"),
    )]  # fmt: skip
    assert told(CODE, *states) == []


def test_a_drawing_that_gets_stuck_is_no_evidence():
    stuck = party("B", "s(start) -> g(xor) -> k, l -> h(and) -> x -> y -> e(end)")
    assert told(CODE, beside("A", "x", "y"), stuck) == []


def test_two_rows_in_contrary_orders_are_told_with_what_goes_on_beside_one_of_them():
    a = party("A", "s(start) -> f(and) -> pay -> j(and) -> e(end); f -> wait -> hear -> j")
    b, c = party("B", "s(start) -> pay -> wait -> hear -> e(end)"), party("C", "s(start) -> hear -> pay -> e(end)")
    (difference,) = told("parallel_sequential", a, b, c)
    assert difference.values == {"A": "parallel", "B": "sequential", "C": "sequential"}
    assert len(difference.rows) == 3
    assert told("order", a, b, c) == []
    alone = party("A", "s(start) -> f(and) -> pay, hear -> j(and) -> e(end)")
    assert len(told("order", alone, b, c)) == 1
