"""What three parts can be to each other: against all small processes, and real ones."""

from __future__ import annotations

from itertools import combinations, permutations, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party
from procmap.formats import read
from procmap.harmonisation.blocks import block_relations
from procmap.harmonisation.compositions import (
    ALL,
    IN_BLOCKS,
    POSSIBLE,
    RELATIONS,
    bit_of,
    can_be_blocks,
    can_stand,
    follow,
)
from procmap.harmonisation.sources import sources_of
from procmap.harmonisation.tree import Tree, block, leaf

BACK = {"<": ">", ">": "<", "x": "x", "|": "|"}


@st.composite
def blocks(draw: st.DrawFn, rows: tuple[str, ...]) -> Tree:
    """Return a tree of blocks with each row once."""
    if len(rows) == 1:
        return leaf(rows[0])
    cut = draw(st.integers(1, len(rows) - 1))
    parts = [draw(blocks(rows[:cut])), draw(blocks(rows[cut:]))]
    return block(draw(st.sampled_from(("seq", "xor", "and"))), parts)


@given(st.permutations("abcde").flatmap(lambda rows: blocks(tuple(rows))))
def test_blocks_stand_as_can_be(tree: Tree) -> None:
    stands = dict(block_relations(tree, ()))
    stands |= {(b, a): BACK[relation] for (a, b), relation in stands.items()}
    for a, b, c in permutations("abcde", 3):
        assert can_be_blocks(stands[a, b], stands[b, c], stands[a, c])


def test_what_can_be_in_blocks_can_be_at_all() -> None:
    assert all(IN_BLOCKS[a][b] & ~POSSIBLE[a][b] == 0 for a in range(ALL + 1) for b in range(ALL + 1))
    assert not can_stand("<", "<", ">")
    assert not can_stand("<", "<", "x")
    assert not can_stand("|", "<", "x")
    assert can_stand("|", ">", "x")
    assert not can_be_blocks("|", ">", "x")


@given(st.lists(st.sampled_from("<>|x"), min_size=6, max_size=6))
def test_what_follows_is_what_every_way_to_complete_it_has(said: list[str]) -> None:
    """Four parts, two pairs unknown: what `follow` leaves holds all that completions by hand have."""
    pairs = list(combinations(range(4), 2))
    known = dict(zip(pairs[1:-1], said, strict=False))
    network = [[ALL] * 4 for _ in range(4)]
    by = follow(network, [(a, b, bit_of(relation)) for (a, b), relation in known.items()], POSSIBLE)
    seen = [0] * len(pairs)
    for first, last in product(RELATIONS, repeat=2):
        stands = {**known, pairs[0]: first, pairs[-1]: last}
        stands |= {(b, a): BACK[relation] for (a, b), relation in stands.items()}
        if all(can_stand(stands[a, b], stands[b, c], stands[a, c]) for a, b, c in permutations(range(4), 3)):
            for place, pair in enumerate(pairs):
                seen[place] |= bit_of(stands[pair])
    if by is None:
        assert not any(seen)
    else:
        assert all(mask & ~network[a][b] == 0 for mask, (a, b) in zip(seen, pairs, strict=True))


@pytest.mark.shared
def test_no_sound_drawing_has_three_relations_that_cannot_be(shared: Path) -> None:
    files = sorted((shared / "data/variants/hdbpmn").rglob("*.bpmn"))[::7]
    looked_at = 0
    for file in files:
        processes = read(str(file)).processes
        source = sources_of([Party(organisation=file.stem, process=processes[0])])[0]
        if not source.readings or source.repaired or any(reading.faults for reading in source.readings):
            continue
        looked_at += 1
        for a, b, c in permutations(source.steps, 3):
            one, other, whole = source.relation(a, b), source.relation(b, c), source.relation(a, c)
            if one and other and whole and "~" not in (one, other, whole):
                assert can_stand(one, other, whole), (file.stem, a, b, c)
    assert looked_at > 30
