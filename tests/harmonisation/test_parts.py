"""The parts that composition is made of: cuts, fills, relations by blocks."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import align
from procmap.behaviour import read_process
from procmap.harmonisation.blocks import block_relations
from procmap.harmonisation.composing import compose
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.minimum_cut import minimum_cut
from procmap.harmonisation.roles import roles_alike
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import sources_of
from procmap.harmonisation.tree import Tree, block, fold, leaf, rows_of, walk
from procmap.harmonisation.votes import Votes, settle
from tests.harmonisation.blocks import Shape, party, process, shapes


@given(st.integers(2, 6).flatmap(lambda n: st.lists(st.integers(0, 9), min_size=n * n, max_size=n * n)))
def test_the_minimum_cut_is_the_least_of_all(numbers: list[int]) -> None:
    size = int(len(numbers) ** 0.5)
    weights = [[0 if a == b else numbers[min(a, b) * size + max(a, b)] for b in range(size)] for a in range(size)]

    def weight(side: int) -> int:
        return sum(weights[a][b] for a in range(size) for b in range(size) if side >> a & 1 and not side >> b & 1)

    least, side = minimum_cut(weights)
    assert 0 < side < (1 << size) - 1
    assert least == weight(side) == min(weight(other) for other in range(1, (1 << size) - 1))


@given(shapes(list("abcdefg")))
def test_blocks_tell_what_the_states_tell(shape: Shape) -> None:
    one = party("A", shape)
    alignment, sources, rulings = align([one]), sources_of([one]), Rulings()
    rows = Rows(alignment, sources, rulings, None)
    tree = compose(None, rows, sources, rulings).tree
    (reading,) = read_process(process(shape))
    order = reading.order({step.id: rows.of_step["A", step.id].id for step in one.process.steps})
    found = block_relations(tree, ())
    for a, b in combinations(order.rows, 2):
        relation = found.get((a, b))
        assert (relation or found[b, a]) == (order.relation(a, b) if relation else order.relation(b, a))


def test_fill_follows_what_comes_between() -> None:
    votes = Votes(("a", "b", "c"), counts={(0, 1): {">": 2}, (1, 2): {">": 2}})
    settle(votes, (0, 1, 2))
    assert votes.relation[0, 2] == ">"
    assert not votes.filled


def test_nobody_has_both() -> None:
    votes = Votes(("a", "b"))
    settle(votes, (0, 1))
    assert votes.relation == {(0, 1): "<"}
    assert votes.filled == {(0, 1)}


def test_a_tie_takes_order_before_parallel_before_either_or() -> None:
    for counts, wanted in (({"|": 2, "<": 2}, "<"), ({"x": 2, "|": 2}, "|"), ({">": 2, "<": 2}, "<")):
        votes = Votes(("a", "b"), counts={(0, 1): counts})
        settle(votes, (0, 1))
        assert (votes.relation[0, 1], votes.tied) == (wanted, {(0, 1)})


def test_trees_are_walked_however_deep() -> None:
    tree = leaf("x")
    for number in range(20_000):
        tree = Tree("seq" if number % 2 else "and", parts=(leaf(str(number)), tree))
    assert len(rows_of(tree)) == 20_001
    assert fold(tree, lambda _, parts: 1 + sum(parts)) == sum(1 for _ in walk(tree))


def test_blocks_of_one_kind_are_one_block() -> None:
    inner = block("seq", (leaf("a"), leaf("b")))
    assert rows_of(block("seq", (inner, leaf("c")))) == ("a", "b", "c")
    assert len(block("seq", (inner, leaf("c"))).parts) == 3
    assert block("xor", (leaf("a"),)).kind == "step"


def test_roles_that_do_the_same_steps() -> None:
    told = [{"A": "clerk", "B": "officer"}, {"A": "clerk", "B": "officer"}, {"A": "head", "B": "officer"}]
    assert roles_alike(told) == [[("A", "clerk"), ("B", "officer")]]
    assert roles_alike([{"A": "clerk", "B": "clerk"}]) == []
