from procmap.alignment import align
from procmap.comparison.grid import Grid
from procmap.comparison.runs import pool_of, read_runs
from tests.alignment.parties import party


class Read:
    """The one pool of a drawing, asked by labels."""

    def __init__(self, text, beside="", **fields):
        parties = [party("A", text, **fields), *([party("B", beside)] if beside else [])]
        grid = Grid(parties, align(parties))
        found, self.doubts = read_runs(grid)
        (self.pool,) = found["A"]
        self.row = {row.label: row.id for row in grid.rows}
        self.label = {row.id: row.label for row in grid.rows}

    def labels(self, rows):
        return "".join(sorted(self.label[row] for row in rows if self.label[row] in "abcdgnr"))


SKIP = "s_(start) -> a -> x_(xor) -> b -> y_(xor) -> c -> e_(end); x_ -> y_"
EARLY = "s_(start) -> a -> x_(xor) -> b -> c -> e_(end); x_ -> r -> f_(end)"
CHOICE = "s_(start) -> a -> x_(xor) -> b, d -> y_(xor) -> c -> e_(end)"


def test_who_leaves_a_step_out_and_goes_on_passes_it_by():
    read = Read(SKIP)
    assert read.labels(read.pool.passing_by(read.row["b"])) == "ac"
    assert read.labels(read.pool.passing_by(read.row["c"])) == ""


def test_who_ends_early_passes_nothing_by():
    read = Read(EARLY)
    assert [read.labels(read.pool.passing_by(read.row[step])) for step in "abcr"] == ["", "", "", ""]


def test_who_does_something_else_instead_passes_nothing_by():
    read = Read(CHOICE)
    assert [read.labels(read.pool.passing_by(read.row[step])) for step in "bd"] == ["", ""]
    assert [read.labels(read.pool.instead(read.row[step])) for step in "abcd"] == ["", "d", "", "b"]


def test_what_leads_back_is_no_way_past_what_follows():
    read = Read("s_(start) -> z_(xor) -> a -> x_(xor) -> b -> c -> e_(end); x_ -> r -> z_")
    assert read.pool.passing_by(read.row["b"]) == frozenset()
    assert read.pool.passing_by(read.row["r"]) == frozenset()


def test_a_row_drawn_several_times_is_no_sign_of_going_on():
    names = {"n1": "n", "n2": "n"}
    text = "s_(start) -> a -> x_(xor) -> n1 -> f_(end); x_ -> b -> n2 -> c -> e_(end)"
    read = Read(text, beside="b -> n", names=names)
    assert read.row["n"] not in read.pool.single
    assert read.pool.passing_by(read.row["b"]) == frozenset()


def test_what_binds_a_row_comes_before_it_or_beside_it():
    read = Read("s_(start) -> a -> x_(xor) -> b -> p_(and) -> c, d -> q_(and) -> g -> e_(end); x_ -> f_(end)")
    assert read.labels(read.pool.binding(read.row["c"])) == "bd"
    assert read.labels(read.pool.before(read.row["c"])) == "abd"
    assert not read.pool.always(read.row["c"])
    assert read.pool.always(read.row["a"])


def test_what_comes_again():
    read = Read("s_(start) -> z_(xor) -> a -> x_(xor) -> b -> e_(end); x_ -> z_")
    assert [read.pool.comes_again(read.row[step]) for step in "ab"] == [True, False]


def test_a_loop_marker_lets_a_step_come_again():
    read = Read("s_(start) -> a -> b -> e_(end)", changes={"a": {"loop": {"type": "parallel"}}})
    assert [read.pool.comes_again(read.row[step]) for step in "ab"] == [True, False]


def test_a_step_drawn_twice_in_a_row_says_nothing_of_coming_again():
    read = Read("s_(start) -> a1 -> a2 -> e_(end)", beside="a", names={"a1": "a", "a2": "a"})
    assert read.pool.comes_again(read.row["a"]) is None


def test_ways_of_a_choice_have_more_in_common_after_them_than_apart():
    read = Read(CHOICE)
    assert read.pool.chooses(read.row["b"], read.row["d"], read.label)
    assert not read.pool.chooses(read.row["a"], read.row["b"], read.label)
    early = Read(EARLY)
    assert not early.pool.chooses(early.row["b"], early.row["r"], early.label)


def test_both_are_done_where_one_implies_the_other():
    read = Read(SKIP)
    assert read.pool.has_both(read.row["b"], read.row["c"])
    assert not Read(CHOICE).pool.has_both(*(Read(CHOICE).row[step] for step in "bd"))


def test_an_order_that_only_an_inner_loop_makes_is_none():
    # The loop back to m holds a and r, but a comes before r only by the loop within it, from o back to k.
    read = Read(
        """s_(start) -> m_(xor) -> d -> t_(xor) -> g_(xor) -> a -> o_(xor) -> e_(end)
           t_ -> k_(xor) -> b -> f_(xor) -> r -> m_; f_ -> g_; o_ -> k_"""
    )
    assert read.pool.order.relation(read.row["a"], read.row["r"]) == "<"
    assert read.pool.relation(read.row["a"], read.row["r"]) == "~"
    assert read.pool.relation(read.row["b"], read.row["r"]) == "<"


def test_a_drawing_that_gets_stuck_is_not_sure():
    read = Read("s_(start) -> x_(xor) -> a, b -> y_(and) -> c -> e_(end)")
    assert not read.pool.sure
    assert [doubt.finding.code for doubt in read.doubts] == ["order-of-unsound"]
    assert pool_of([read.pool], read.row["a"]) is None


def test_a_row_in_two_pools_has_no_pool():
    read = Read(SKIP)
    assert pool_of([read.pool], read.row["a"]) is read.pool
    assert pool_of([read.pool, read.pool], read.row["a"]) is None
    assert pool_of([read.pool], "R-unknown") is None
