"""What all agree on holds where votes alone have no structure; what contradicts itself is told and asked."""

from __future__ import annotations

from itertools import combinations, permutations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.judge import Court
from procmap.alignment import Party, align
from procmap.formats import read
from procmap.harmonisation import Harmonisation, harmonise
from procmap.harmonisation.compositions import IN_BLOCKS, POSSIBLE, RELATIONS, can_be_blocks
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.fitting import fitting
from procmap.harmonisation.grouping import groupings
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import sources_of
from procmap.harmonisation.synthesis import flow_of
from procmap.harmonisation.tree import Tree, front, leaf
from procmap.harmonisation.trials import Trials
from procmap.harmonisation.votes import Votes, settle
from tests.harmonisation.blocks import party
from tests.harmonisation.test_cutting import BACK, prices, table
from tests.harmonisation.test_real import municipalities

PARTS = 4
PAIRS = list(combinations(range(PARTS), 2))


def harmonised(*parties: Party) -> Harmonisation:
    return harmonise(parties, align(parties))


def codes(result: Harmonisation) -> list[str]:
    return [question.question.code for question in result.open]


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from("<>x|"), min_size=len(PAIRS), max_size=len(PAIRS)),
    st.lists(st.integers(1, 9), min_size=len(PAIRS), max_size=len(PAIRS)),
)
def test_relations_that_fit_lose_least(said: list[str], weights: list[int]) -> None:
    stands = table(said, PARTS)
    found = fitting(stands, prices(stands, weights), IN_BLOCKS)
    assert found is not None
    fitted, lost = found
    assert lost == sum(weight for (a, b), weight in zip(PAIRS, weights, strict=True) if fitted[a][b] != stands[a][b])
    assert all(fitted[b][a] == BACK[fitted[a][b]] for a, b in PAIRS)
    least = None
    for relations in product(RELATIONS, repeat=len(PAIRS)):
        price = sum(weight for one, other, weight in zip(relations, said, weights, strict=True) if one != other)
        if least is None or price < least:
            tried = table(relations, PARTS)
            if all(can_be_blocks(tried[a][b], tried[b][c], tried[a][c]) for a, b, c in permutations(range(PARTS), 3)):
                least = price
    assert lost == least
    if lost == 0:
        assert fitted == stands


def test_a_flow_keeps_what_no_block_can() -> None:
    """Either p or q; r after p, or at the same time as q."""
    one = party("A", ("seq", "p", ("seq", "q", "r")))
    alignment, sources, rulings = align([one]), sources_of([one]), Rulings()
    rows = Rows(alignment, sources, rulings, None)
    id_of = {row.label: row.id for row in rows.rows.values()}
    flow = flow_of([leaf(id_of[label]) for label in "pqr"], [["", "x", "<"], ["x", "", "|"], [">", "|", ""]])
    assert flow is not None
    made = Trials(rows, sources, None, 1_000).run(flow)
    assert made is not None
    assert [made.relation(id_of[a], id_of[b]) for a, b in combinations("pqr", 2)] == ["x", "<", "|"]
    assert made.implied >= {("", id_of["r"])}


def test_a_flow_of_too_many_ways_is_none() -> None:
    size = 7
    either: list[list[str]] = [["x" if a != b else "" for b in range(size)] for a in range(size)]
    parts: list[Tree] = [leaf(str(number)) for number in range(size)]
    assert flow_of(parts, either) is None
    assert flow_of(parts[:3], [row[:3] for row in either[:3]]) is not None


def test_parts_that_stand_alike_are_put_together() -> None:
    """Either p, or first q and then s; r after p, or at the same time as q and s."""
    stands = [["", "x", "<", "x"], ["x", "", "|", "<"], [">", "|", "", "|"], ["x", ">", "|", ""]]
    found = list(groupings(prices(stands, [1] * len(PAIRS)), 1, POSSIBLE))
    assert found == [([(0,), (1, 3), (2,)], [["", "x", "<"], ["x", "", "|"], [">", "|", ""]])]


def test_what_a_gateway_opens_with_others_is_no_start() -> None:
    parts = (leaf("p"), leaf("q"), leaf("r"))
    links = ((-1, 3), (3, 0), (3, 4), (4, 1), (4, 2), (0, -2), (1, -2), (2, -2))
    flow = Tree("flow", parts=parts, links=links, gateways=("exclusiveGateway", "parallelGateway"))
    assert front(flow) == {"p"}


def test_what_contradicts_itself_is_told_and_asked() -> None:
    result = harmonised(party("A", ("seq", "a", "b")), party("B", ("seq", "b", "c")), party("C", ("seq", "c", "a")))
    law = next(law for law in result.invariants if law.name == "unanimity")
    assert law.holds
    (told,) = law.detail
    assert told.code == "unanimity-contradiction"
    assert {told.params["first"], told.params["second"], told.params["third"]} == {"a", "b", "c"}
    assert "order-agreed-broken" in codes(result)
    assert result.status == "draft"


def test_a_loop_takes_in_what_stands_between_its_steps() -> None:
    parties = [
        party("A", ("loop", "send", "remind")),
        party("B", ("loop", ("seq", "send", "wait"), "remind")),
        party("C", ("seq", "send", "wait")),
    ]
    result = harmonised(*parties)
    assert Court(parties, align(parties)).judge(result).violations == []
    (question,) = (question for question in result.open if question.question.code == "loop-joined")
    assert question.question.params["labels"] == '"wait"'
    assert question.answers == {"B": "repeated", "C": "once"}


def test_a_loop_does_on_the_way_what_must_come_before_the_rest_of_it() -> None:
    again = [party(name, ("loop", "check", "fee")) for name in "AB"]
    hearing = [party(name, ("loop", ("seq", "check", "hear"), "letter")) for name in "CD"]
    parties = [*again, *hearing, party("E", ("seq", "fee", "hear"))]
    result = harmonised(*parties)
    assert Court(parties, align(parties)).judge(result).violations == []


def test_an_end_comes_last_where_nobody_says() -> None:
    votes = Votes(("end", "step", "other"), ends=frozenset({0}))
    settle(votes, range(3))
    assert votes.relation == {(0, 1): ">", (0, 2): ">", (1, 2): "<"}


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("GBA1", "FGJ"),
        ("GBA1", "CGJ"),
        ("GBA3", "AIJ"),
        ("MOR", "CHJ"),
        ("MOR", "DEI"),
        ("WABO2", "BEJ"),
        ("WMO", "ABJ"),
        ("WOZ", "CEF"),
    ],
)
def test_municipalities_without_a_common_structure(shared: Path, name: str, who: str) -> None:
    made = [each for each in municipalities(shared, name) if each.organisation[-1] in who]
    assert len(made) == len(who)
    assert Court(made, align(made)).judge(harmonised(*made)).violations == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("exercise", "writers"),
    [
        ("ex02", (28, 44, 103)),
        ("ex03", (6, 34, 81)),
        ("ex03", (8, 61, 78)),
        ("ex05", (24, 61, 63)),
    ],
)
def test_drawings_without_a_common_structure(shared: Path, exercise: str, writers: tuple[int, ...]) -> None:
    names = [f"{exercise}_writer{writer:04}" for writer in writers]
    folder = shared / "data/variants/hdbpmn" / exercise
    files = [next(folder.rglob(f"{name}.bpmn")) for name in names]
    made = [
        Party(organisation=name, process=read(str(file)).processes[0]) for name, file in zip(names, files, strict=True)
    ]
    assert Court(made, align(made)).judge(harmonised(*made)).violations == []
