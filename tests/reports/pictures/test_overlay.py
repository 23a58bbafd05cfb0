from __future__ import annotations

from collections import Counter
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.harmonisation import aligned_union
from procmap.model import Activity
from procmap.reports.pictures import overlay
from tests.alignment.parties import parties, party
from tests.reports.pictures.drawn import HOSTILE, compared, drawn, elements, texts, three


def shares(picture):
    return {share.element: share for share in picture.shares}


def by_name(picture):
    return {node.name: node for node in picture.process.nodes if node.name}


def test_each_row_is_drawn_once_with_those_who_have_it():
    picture = overlay(three(), compared(three()))
    nodes, of = by_name(picture), shares(picture)
    assert of[nodes["motta"].id].is_all
    assert of[nodes["kontrollere"].id].places == (0, 2)
    assert of[nodes["varsle"].id].names == "Bjørnes and Dalen"


def test_a_row_of_different_kinds_is_one_node_of_the_kind_that_most_have():
    told = [party(name, "s(start) -> vente -> vedtak -> e(end)") for name in "AB"]
    told.append(party("C", "s(start) -> vente(catch) -> vedtak -> e(end)"))
    comparison = compared(told)
    (row,) = (row for row in comparison.matrix.rows if row.label == "vente")
    assert all(cell.steps for cell in row.cells)
    picture = overlay(told, comparison)
    (waiting,) = (node for node in picture.process.nodes if node.name == "vente")
    assert isinstance(waiting, Activity)
    assert shares(picture)[waiting.id].is_all
    assert any(mark.element == waiting.id and mark.sign == "differs" for mark in picture.marks)
    assert len(picture.process.flows) == 3


def test_flows_tell_who_goes_that_way():
    picture = overlay(three(), compared(three()))
    nodes, of = by_name(picture), shares(picture)
    ends = {(flow.source, flow.target): of[flow.id].places for flow in picture.process.flows}
    assert ends[nodes["motta"].id, nodes["kontrollere"].id] == (0, 2)
    assert ends[nodes["motta"].id, nodes["vedtak"].id] == (1,)


def test_letters_stand_where_not_all_have_a_thing():
    written = texts(drawn(overlay(three(), compared(three()))))
    assert written.count("A") > 1
    same = [party(name, "s(start) -> motta -> e(end)") for name in "AB"]
    assert texts(drawn(overlay(same, compared(same)))).count("A") == 2  # its letter and its name in the legend


def test_what_fewer_have_is_left_out_and_bridged():
    picture = overlay(three(), compared(three()), 3)
    nodes = by_name(picture)
    assert {"motta", "vedtak"} <= set(nodes)
    assert not {"kontrollere", "varsle"} & set(nodes)
    ways = {(flow.source, flow.target) for flow in picture.process.flows}
    assert (nodes["motta"].id, nodes["vedtak"].id) in ways


def test_a_reference_is_not_counted():
    two = three()[:2]
    reference = party("Mal", "s(start) -> motta -> kontrollere -> vedtak -> e(end)", is_reference=True)
    assert "kontrollere" not in by_name(overlay([*two, reference], compared([*two, reference]), 2))


def test_the_order_of_the_parties_changes_nothing():
    first = overlay(three(), compared(three()), 2).svg()
    for other in permutations(three()):
        assert overlay(other, compared(other), 2).svg() == first


@settings(max_examples=15)
@given(parties())
def test_every_node_of_the_union_is_in_one_that_is_drawn(drawn_parties):
    comparison = compared(drawn_parties)
    picture = overlay(drawn_parties, comparison)
    painted = Counter(elements(drawn(picture)))
    union = aligned_union(drawn_parties, comparison.alignment)
    for node in picture.process.nodes:
        assert painted[node.id] >= 1
    told = Counter(origin for node in picture.process.nodes for origin in node.origins)
    assert told == Counter(origin for node in union.nodes for origin in node.origins)


@settings(max_examples=15)
@given(parties(), st.integers(1, 4))
def test_only_what_so_many_have_is_left(drawn_parties, at_least):
    picture = overlay(drawn_parties, compared(drawn_parties), at_least)
    of = shares(picture)
    assert all(len(of[node.id].places) >= at_least for node in picture.process.nodes)
    nodes = {node.id for node in picture.process.nodes}
    assert all({flow.source, flow.target} <= nodes for flow in picture.process.flows)


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels(label):
    hostile = [party(name, "s(start) -> a -> b -> e(end)", names={"a": label}) for name in ("A", f"B{label[:40]}")]
    assert drawn(overlay(hostile, compared(hostile))) is not None


def test_a_hundred_organisations():
    many = [party(f"O{number:03}", f"s(start) -> motta -> n{number % 7} -> e(end)") for number in range(100)]
    written = texts(drawn(overlay(many, compared(many), 10)))
    assert "1" in written
    assert any(text.startswith("+") for text in written)


def test_all_letters_of_nine_in_ten_are_written_since_grey_lines_tell_too_little():
    told = [party(f"O{at}", "s(start) -> motta -> e(end)" if at else "s(start) -> e(end)") for at in range(10)]
    picture = overlay(told, compared(told))
    written = texts(drawn(picture))
    assert all(written.count(letter) >= 2 for letter in "BCDEFGHIJ")
    assert not any(text.startswith("+") for text in written)
