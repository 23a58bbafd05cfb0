import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.comparison import compare
from procmap.formats import read
from tests.alignment.parties import parties, party, with_other_ids


@given(parties(), st.randoms(use_true_random=False))
def test_the_order_of_parties_has_no_say(some, chance: random.Random):
    turned = list(some)
    chance.shuffle(turned)
    assert compare(turned, align(turned)) == compare(some, align(some))


@given(parties())
def test_element_ids_have_no_say(some):
    renamed = [of.replace(process=with_other_ids(of.process, lambda each: f"id-{each[::-1]}")) for of in some]
    one, two = compare(some, align(some)), compare(renamed, align(renamed))
    assert one.order == two.order
    assert one.agreement == two.agreement
    assert [(d.code, d.params, d.rows, d.values) for d in one.differences] == [
        (d.code, d.params, d.rows, d.values) for d in two.differences
    ]
    assert [row.conflicts for row in one.matrix.rows] == [row.conflicts for row in two.matrix.rows]


@given(parties(most=1, least=1))
def test_copies_of_one_process_do_not_differ(some):
    copies = [some[0].replace(organisation=name, variant="") for name in ("X", "Y", "Z")]
    comparison = compare(copies, align(copies))
    labels = {row.id: row.label for row in comparison.alignment.rows}
    assert [d for d in comparison.differences if labels[d.rows[0]] != "-"] == []


@given(parties())
def test_everything_cited_is_there(some):
    comparison = compare(some, align(some))
    rows = {row.id for row in comparison.alignment.rows}
    steps = {(of.id, step.id) for of in some for step in of.process.steps}
    elements = {(of.id, element.id) for of in some for element in (*of.process.elements(), of.process)}
    assert sorted(comparison.order) == sorted(rows)
    for difference in comparison.differences:
        assert set(difference.rows) <= rows
        assert {(place.process, place.id) for place in difference.elements} <= elements
        assert list(difference.values) == sorted(of.id for of in some)
    for doubt in comparison.doubts:
        assert {(member.process, member.step) for member in doubt.steps} <= steps


@pytest.mark.shared
@pytest.mark.parametrize("service", ["GBA1", "GBA2", "GBA3", "MOR", "WABO1", "WABO2", "WN?MO", "WOZ"])
def test_ten_municipalities(shared: Path, service: str):
    document = read(str(shared / "data" / "municipalities" / "coselog-ten-municipalities.epml"))
    some = [
        Party(organisation=process.name.rpartition(" ")[2], process=process)
        for process in document.processes
        if re.search(rf"{service} ?YAWL", process.name)
    ]
    assert len(some) == 10
    alignment = align(some)
    comparison = compare(some, alignment)
    assert sorted((m.process, m.step) for row in alignment.rows for m in row.steps) == sorted(
        (of.id, step.id) for of in some for step in of.process.steps
    )
    assert sorted(comparison.order) == sorted(row.id for row in alignment.rows)
    assert any(len({member.process for member in row.steps}) > 5 for row in alignment.rows)


def test_the_order_of_very_many_rows_is_left_out_and_that_is_told(monkeypatch):
    monkeypatch.setattr("procmap.comparison.comparing.MOST_ROWS", 3)
    two = [party("A", "s(start) -> x -> y -> e(end)"), party("B", "s(start) -> y -> x -> e(end)")]
    comparison = compare(two, align(two))
    assert [difference.code for difference in comparison.differences] == []
    assert [doubt.finding.code for doubt in comparison.doubts] == ["too-many-for-order"]
    assert sorted(comparison.order) == sorted(row.id for row in comparison.alignment.rows)


def test_of_very_many_rows_those_that_several_have_are_compared_and_the_others_stand_where_they_come(monkeypatch):
    def compared():
        return compare(two, align(two))

    long = "s(start) -> " + " -> ".join(f"u{number}" for number in range(9))
    two = [party("A", f"{long} -> x -> v -> y -> e(end)"), party("B", "s(start) -> y -> w -> x -> e(end)")]
    whole = compared()
    monkeypatch.setattr("procmap.comparison.comparing.MOST_ROWS", 4)
    part = compared()
    assert [difference.code for difference in part.differences].count("order") == 1
    assert (part.differences, part.order, part.doubts) == (whole.differences, whole.order, whole.doubts)
