"""Graphs of parts: how they are made and taken apart."""

from __future__ import annotations

from procmap.harmonisation.dissolving import dissolve, in_sequence
from procmap.harmonisation.graphs import graph, in_chains, keep_parts, reduction
from procmap.harmonisation.tree import BEGIN, END, Tree, leaf, loop, optional
from tests.harmonisation.test_moving import seq, xor

A, B, C, D = (leaf(name) for name in "abcd")
N_SHAPE = [(BEGIN, 0), (BEGIN, 1), (0, 2), (0, 3), (1, 3), (2, END), (3, END)]


def shown(tree: Tree) -> object:
    return tree.row or (tree.kind, *map(shown, tree.parts))


def test_an_order_has_as_few_links_as_will_do() -> None:
    assert reduction([0b1110, 0b1000, 0b1000, 0]) == [(-1, 0), (0, 1), (0, 2), (1, 3), (2, 3), (3, -2)]


def test_what_is_a_block_is_one() -> None:
    assert shown(graph("choice", [A, B], [(BEGIN, 0), (0, 1), (1, END)])) == ("seq", "a", "b")
    assert shown(graph("choice", [A, B], [(BEGIN, 0), (BEGIN, 1), (0, END), (1, END)])) == ("xor", "a", "b")
    assert shown(graph("order", [A, B], [(BEGIN, 0), (BEGIN, 1), (0, END), (1, END)])) == ("and", "a", "b")
    assert shown(graph("choice", [A, B, C, D], N_SHAPE)) == ("choice", "a", "b", "c", "d")


def test_parts_that_only_follow_each_other_are_one() -> None:
    links = [(BEGIN, 0), (0, 1), (0, END), (1, 2), (2, END)]
    parts, left = in_chains([A, B, C], links)
    assert [shown(part) for part in parts] == ["a", ("seq", "b", "c")]
    assert left == [(BEGIN, 0), (0, END), (0, 1), (1, END)]


def test_what_is_taken_out_is_passed_over() -> None:
    whole = graph("choice", [A, B, C, D], N_SHAPE)
    left = keep_parts(whole, [None, B, C, D])
    assert left is not None
    assert left.links == ((BEGIN, 0), (BEGIN, 1), (BEGIN, 2), (0, 2), (1, END), (2, END))
    in_order = keep_parts(graph("order", [A, B, C, D], N_SHAPE), [None, B, C, D])
    assert in_order is not None
    assert shown(in_order) == ("order", "b", "c", "d") or shown(in_order) == ("and", ("seq", "b", "d"), "c")
    assert keep_parts(whole, [None] * 4) is None


def test_skips_and_choices_are_taken_apart_before_sequences() -> None:
    once = dissolve(in_sequence([A, optional(seq(B, C)), xor(D, leaf("e"))]), with_loops=False)
    assert [shown(part) for part in once.parts] == ["a", ("seq", "b", "c"), "d", "e"]
    assert once.after == (0b1110, 0b1100, 0, 0)
    twice = dissolve(once, with_loops=False)
    assert [shown(part) for part in twice.parts] == ["a", "b", "c", "d", "e"]


def test_a_loop_stays_one_that_its_parts_are_done_again_in() -> None:
    parts = [loop(A, B, 0), C]
    assert [shown(part) for part in dissolve(in_sequence(parts), with_loops=False).parts] == [("loop", "a", "b"), "c"]
    apart = dissolve(in_sequence(parts), with_loops=True)
    assert ([shown(part) for part in apart.parts], apart.loops) == (["a", "b", "c"], (0b11,))
    links = [(BEGIN, 0), (0, 1), (0, END), (1, 0), (1, 2), (2, END)]
    again = dissolve(in_sequence([graph("choice", [A, B, C], links)]), with_loops=False)
    assert again.loops == (0b11,)
