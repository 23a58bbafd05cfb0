"""Cuts of parts without structure, judged by trying all ways to take them apart."""

from __future__ import annotations

from functools import cache
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from procmap.harmonisation.cutting import ALL, MOST, cheapest_cut

BACK = {"<": ">", ">": "<", "x": "x", "|": "|"}
KIND = {"seq": "<", "and": "|", "xor": "x"}


def table(relations, size):
    stands = [["" for _ in range(size)] for _ in range(size)]
    for (a, b), relation in zip(combinations(range(size), 2), relations, strict=True):
        stands[a][b], stands[b][a] = relation, BACK[relation]
    return stands


def prices(stands, weights):
    size = range(len(stands))
    weigh = dict(zip(combinations(size, 2), weights, strict=True))
    return {
        relation: [
            [0 if a == b or stands[a][b] == relation else weigh[min(a, b), max(a, b)] for b in size] for a in size
        ]
        for relation in "<|x"
    }


def cases(size):
    pairs = size * (size - 1) // 2
    return st.tuples(
        st.lists(st.sampled_from("<>x|"), min_size=pairs, max_size=pairs),
        st.lists(st.integers(1, 9), min_size=pairs, max_size=pairs),
    ).map(lambda drawn: (table(drawn[0], size), drawn[1]))


def lost_by_hand(stands, price):
    """Return what the cheapest way to take the parts apart loses: each set as a graph or block, else cut in two."""

    def is_block(parts, relation):
        return all(stands[a][b] == relation for a, b in combinations(parts, 2))

    def is_graph(parts):
        kinds = {stands[a][b] for a, b in combinations(parts, 2)} - {"<", ">"}
        if len(kinds) > 1:
            return False
        return not any(
            stands[a][b] == stands[b][c] == "<" and stands[a][c] != "<"
            for a in parts
            for b in parts
            for c in parts
            if len({a, b, c}) == 3
        )

    @cache
    def loss(parts):
        if len(parts) == 1 or is_graph(parts) or any(is_block(parts, relation) for relation in "x|"):
            return 0
        best = None
        for size in range(1, len(parts)):
            for side in combinations(parts, size):
                rest = tuple(part for part in parts if part not in side)
                for relation in "<|x":
                    lost = sum(price[relation][a][b] for a in side for b in rest) + loss(side) + loss(rest)
                    best = lost if best is None else min(best, lost)
        return best

    def of(kind, side):
        ones = tuple(part for part in range(len(stands)) if side >> part & 1)
        rest = tuple(part for part in range(len(stands)) if not side >> part & 1)
        return sum(price[KIND[kind]][a][b] for a in ones for b in rest) + loss(ones) + loss(rest)

    return loss(tuple(range(len(stands)))), of


@given(cases(5))
def test_of_few_parts_the_cut_is_part_of_the_cheapest_way(case):
    stands, weights = case
    price = prices(stands, weights)
    kind, side, lost = cheapest_cut(stands, price)
    _, of = lost_by_hand(stands, price)
    every = (1 << 5) - 1
    cuts = [(other, mask) for other in KIND for mask in range(1, every)]
    assert lost == of(kind, side) == min(of(*cut) for cut in cuts)


@given(st.one_of(cases(ALL + 1), cases(MOST + 1)))
def test_of_more_parts_there_is_a_cut_and_always_the_same(case):
    stands, weights = case
    price = prices(stands, weights)
    kind, side, _ = cheapest_cut(stands, price)
    assert kind in KIND
    assert 0 < side < (1 << len(stands)) - 1
    assert cheapest_cut(stands, price)[:2] == (kind, side)


def test_a_cheap_cut_that_makes_the_next_one_dear_is_not_taken():
    # One vote says that d is apart from a; to give way to it costs two pairs that all agree on.
    stands = table(["<", "<", "x", "<", "<", "<"], 4)
    dear = prices(stands, [9, 9, 1, 9, 9, 9])
    assert cheapest_cut(stands, dear)[:2] == ("seq", 0b0001)
