"""Starts before what is done at the same time."""

from __future__ import annotations

from procmap.harmonisation.fronts import starts_first
from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import Tree, block, front, leaf, silent
from tests.harmonisation.test_moving import seq, xor

ROWS = {
    name: CommonRow(name, "", place, {"A": (name,)}, ("A",), "kept", "start" if name.startswith("s") else "step")
    for place, name in enumerate(("s1", "s2", "a", "b", "c"))
}


def both(*parts: Tree) -> Tree:
    return block("and", parts)


def shown(tree: Tree) -> object:
    return tree.row or (tree.kind, *map(shown, tree.parts))


def test_a_start_comes_before_the_branches() -> None:
    made = starts_first(both(seq(leaf("s1"), leaf("a")), leaf("b")), ROWS)
    assert shown(made) == ("seq", "s1", ("and", "a", "b"))


def test_alternative_starts_come_together() -> None:
    made = starts_first(both(seq(xor(leaf("s1"), leaf("s2")), leaf("a")), leaf("b"), leaf("c")), ROWS)
    assert shown(made) == ("seq", ("xor", "s1", "s2"), ("and", "a", "b", "c"))


def test_a_start_comes_out_of_blocks_in_blocks() -> None:
    inner = both(seq(leaf("s1"), leaf("a")), leaf("b"))
    made = starts_first(both(xor(inner, leaf("s2")), leaf("c")), ROWS)
    assert shown(made) == ("seq", ("xor", ("seq", "s1", ("and", "a", "b")), "s2"), "c")


def test_starts_that_all_begin_together_stay() -> None:
    tree = both(seq(leaf("s1"), leaf("a")), seq(leaf("s2"), leaf("b")))
    assert shown(starts_first(tree, ROWS)) == shown(tree)


def test_what_has_no_starts_stays() -> None:
    tree = seq(leaf("s1"), both(leaf("a"), xor(leaf("b"), silent())), leaf("c"))
    assert shown(starts_first(tree, ROWS)) == shown(tree)


def test_the_front_tells_when_it_can_begin_with_nothing() -> None:
    assert front(xor(leaf("a"), silent())) == {"a", None}
    assert front(seq(both(leaf("a"), leaf("b")), leaf("c"))) == {"a", "b"}
