"""Pairs by their place in the result."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from procmap.harmonisation.asked_places import Place, alike, places
from procmap.harmonisation.tree import Tree, block, leaf

A, B, C, D, E = map(leaf, "abcde")
TREE = Tree("seq", parts=(Tree("and", parts=(A, B)), C, Tree("xor", parts=(D, Tree("seq", parts=(E, leaf("f")))))))


def test_pairs_between_the_same_parts_are_one_place() -> None:
    assert places(TREE, [("<", "a", "c"), ("<", "b", "c")]) == [Place("<", ("a", "b"), ("c",))]
    assert places(TREE, [("x", "d", "e"), ("x", "d", "f")]) == [Place("x", ("d",), ("e", "f"))]


def test_a_part_is_asked_about_once_against_all_others() -> None:
    assert places(TREE, [("<", "a", "c"), ("<", "a", "d"), ("<", "b", "f")]) == [
        Place("<", ("a", "b"), ("c", "d", "f"))
    ]


def test_other_relations_and_other_blocks_are_other_places() -> None:
    pairs = [("<", "a", "c"), ("|", "a", "b"), ("x", "d", "e")]
    assert places(TREE, pairs) == [Place(relation, (one,), (other,)) for relation, one, other in pairs]


_PAIRS = st.lists(st.sampled_from([(a, b) for a in range(6) for b in range(6) if a < b]), unique=True)


@given(_PAIRS)
def test_alike_tells_each_pair_once_and_no_other(pairs: list[tuple[int, int]]) -> None:
    named = [("<", f"r{one}", f"r{other}") for one, other in pairs]
    told = [(relation, one, other) for relation, first, second in alike(named) for one, other in product(first, second)]
    assert sorted(told) == sorted(named)


@given(_PAIRS)
def test_every_pair_has_one_place(pairs: list[tuple[int, int]]) -> None:
    tree = block(
        "seq", [block("xor", [leaf("r0"), leaf("r1")]), leaf("r2"), block("and", map(leaf, ("r3", "r4", "r5")))]
    )
    named = [("<", f"r{one}", f"r{other}") for one, other in pairs]
    covered = [set(product(first, second)) for _, first, second in places(tree, named)]
    assert all(sum((one, other) in cross for cross in covered) == 1 for _, one, other in named)
