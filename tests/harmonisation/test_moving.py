"""Open rows that are put in again where less is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.harmonisation.insertion import Inserted, insert
from procmap.harmonisation.moving import Mover, without
from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import Tree, block, leaf, rows_of
from procmap.harmonisation.votes import Votes

ROWS = 7


def common_rows(*open_rows: int) -> dict[str, CommonRow]:
    return {
        str(number): CommonRow(
            str(number), "", number, {"A": ("s",)}, ("A",), "open" if number in open_rows else "kept"
        )
        for number in range(ROWS)
    }


def unit(row: int) -> Inserted:
    return Inserted((row,), leaf(str(row)), row)


def shown(tree: Tree) -> object:
    """A tree as nested tuples."""
    if tree.kind == "step":
        return int(tree.row)
    return (tree.kind, *(shown(part) for part in tree.parts))


def seq(*parts: Tree) -> Tree:
    return block("seq", parts)


def xor(*parts: Tree) -> Tree:
    return block("xor", parts)


def test_a_row_goes_back_where_it_belongs() -> None:
    votes = Votes(tuple("0123"), counts={(0, 3): {"x": 1}, (1, 3): {"x": 1}, (2, 3): {">": 1}})
    misplaced = seq(leaf("3"), leaf("0"), leaf("1"), leaf("2"))
    settled = Mover(votes, common_rows(3), frozenset()).settle(misplaced, [unit(3)])
    assert shown(settled) == ("seq", ("xor", ("seq", 0, 1), 3), 2)


def test_what_loses_nothing_stays() -> None:
    votes = Votes(tuple("012"), counts={(0, 2): {"<": 1}, (1, 2): {"<": 1}})
    tree = seq(leaf("0"), leaf("1"), leaf("2"))
    assert Mover(votes, common_rows(2), frozenset()).settle(tree, [unit(2)]) is tree


def test_a_row_can_follow_some_branches_only() -> None:
    votes = Votes(tuple("0123"), counts={(0, 3): {"<": 1}, (1, 3): {"<": 1}, (2, 3): {"x": 1}})
    made = insert(xor(leaf("0"), leaf("1"), leaf("2")), unit(3), votes, common_rows(3))
    assert shown(made) == ("xor", 2, ("seq", ("xor", 0, 1), 3))


def test_a_row_can_be_the_alternative_of_some_branches_only() -> None:
    votes = Votes(tuple("0123"), counts={(0, 3): {"x": 1}, (1, 3): {"x": 1}, (2, 3): {"|": 1}})
    made = insert(block("and", (leaf("0"), leaf("1"), leaf("2"))), unit(3), votes, common_rows(3))
    assert shown(made) == ("and", 2, ("xor", ("and", 0, 1), 3))


@st.composite
def trees(draw: st.DrawFn, rows: tuple[int, ...]) -> Tree:
    if len(rows) == 1:
        return leaf(str(rows[0]))
    cut = draw(st.integers(1, len(rows) - 1))
    kind = draw(st.sampled_from(("seq", "xor", "and")))
    return block(kind, (draw(trees(rows[:cut])), draw(trees(rows[cut:]))))


PAIRS = [(one, other) for one in range(ROWS) for other in range(one + 1, ROWS)]


@given(
    st.permutations(range(ROWS)).flatmap(lambda rows: trees(tuple(rows))),
    st.lists(st.sampled_from("<>x|"), min_size=len(PAIRS), max_size=len(PAIRS)),
    st.sets(st.integers(0, ROWS - 1), max_size=3),
)
def test_moving_loses_no_row_and_never_more_than_before(tree: Tree, said: list[str], movable: set[int]) -> None:
    votes = Votes(
        tuple(map(str, range(ROWS))), counts={pair: {sign: 1} for pair, sign in zip(PAIRS, said, strict=True)}
    )
    mover = Mover(votes, common_rows(*movable), frozenset())
    settled = mover.settle(tree, [unit(row) for row in sorted(movable)])
    assert sorted(rows_of(settled)) == sorted(rows_of(tree))
    assert mover.lost(settled) <= mover.lost(tree)


@given(st.permutations(range(ROWS)).flatmap(lambda rows: trees(tuple(rows))), st.sets(st.integers(0, ROWS - 1)))
def test_without_takes_out_what_it_is_told(tree: Tree, gone: set[int]) -> None:
    left = without(tree, {str(row) for row in gone})
    assert [row for row in rows_of(tree) if int(row) not in gone] == list(rows_of(left))
