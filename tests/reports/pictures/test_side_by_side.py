from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings

from procmap.messages import translator
from procmap.reports.pictures import side_by_side
from tests.alignment.parties import parties, party
from tests.reports.pictures.drawn import HOSTILE, compared, drawn, elements, middles, texts, three, titles


def test_the_same_step_stands_under_the_same_step():
    picture = side_by_side(three(), compared(three()))
    for step in ("motta", "vedtak"):
        assert len(middles(picture, [f"{place}:{step}" for place in (1, 2, 3)])) == 1


def test_every_organisation_has_a_band_with_its_letter_and_name():
    root = drawn(side_by_side(three(), compared(three())))
    assert elements(root, "participant") == ["1:", "2:", "3:"]
    written = texts(root)
    assert {"A", "B", "C", "Askvik", "Bjørnes", "Dalen"} <= set(written)


def test_columns_have_the_numbers_and_labels_of_the_rows():
    comparison = compared(three())
    written = texts(drawn(side_by_side(three(), comparison)))
    for row in comparison.matrix.rows:
        assert str(row.number) in written
        assert not row.label or row.label in written


def test_a_missing_step_is_a_gap_with_a_dash():
    comparison = compared(three())
    empty = sum(not cell.steps for row in comparison.matrix.rows for cell in row.cells)
    assert empty
    root = drawn(side_by_side(three(), comparison))
    assert titles(root).count("no such step here") == empty


def test_roles_stand_in_the_steps():
    assert "Arkiv" in texts(drawn(side_by_side(three(), compared(three()))))


def test_steps_of_one_cell_stand_beside_each_other_under_a_bracket():
    several = [
        party("A", "s(start) -> motta -> sende_brev -> e(end)"),
        party("B", "s(start) -> motta -> sende_brev -> sende_brev_2 -> e(end)", names={"sende_brev_2": "sende brev"}),
    ]
    comparison = compared(several)
    assert any(len(cell.steps) > 1 for row in comparison.matrix.rows for cell in row.cells)
    picture = side_by_side(several, comparison)
    assert len(middles(picture, ["2:sende_brev", "2:sende_brev_2"])) == 2
    assert titles(drawn(picture)).count("several steps here, one there") == 1


def test_another_order_is_told_at_the_rows_and_the_steps():
    crossed = [
        party("A", "s(start) -> motta -> varsle -> vedtak -> e(end)"),
        party("B", "s(start) -> motta -> vedtak -> varsle -> e(end)"),
    ]
    comparison = compared(crossed)
    assert any(row.conflicts for row in comparison.matrix.rows)
    picture = side_by_side(crossed, comparison)
    assert "other order" in titles(drawn(picture))
    backwards = [edge for edge in picture.diagram.edges if edge.waypoints[-1].x < edge.waypoints[0].x]
    assert backwards  # one of the two goes against the columns


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_every_language(language):
    say = translator(language)
    written = " ".join(texts(drawn(side_by_side(three(), compared(three()), say))))
    assert say.text("legend-gap") in written


def test_the_order_of_the_parties_changes_nothing():
    first = side_by_side(three(), compared(three())).svg()
    for other in permutations(three()):
        assert side_by_side(other, compared(other)).svg() == first


@settings(max_examples=15)
@given(parties())
def test_every_step_of_every_organisation_is_in_it(drawn_parties):
    picture = side_by_side(drawn_parties, compared(drawn_parties))
    painted = elements(drawn(picture))
    ordered = sorted(drawn_parties, key=lambda each: each.id)
    for place, each in enumerate(ordered, start=1):
        for node in each.process.nodes:
            assert painted.count(f"{place}:{node.id}") - painted.count(None) >= 1
    assert side_by_side(list(reversed(drawn_parties)), compared(drawn_parties)).svg() == picture.svg()


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels(label):
    hostile = [
        party(f"A{label[:50]}", "s(start) -> a -> e(end)", names={"a": label}, lanes={label: "a"}),
        party("B", "s(start) -> a -> b -> e(end)", names={"a": label, "b": label}),
    ]
    root = drawn(side_by_side(hostile, compared(hostile)))
    assert not [tag for tag in root.iter() if str(tag.tag).endswith("script")]


def test_a_hundred_organisations_have_numbers():
    many = [party(f"O{number:03}", "s(start) -> motta -> e(end)") for number in range(100)]
    written = texts(drawn(side_by_side(many, compared(many))))
    assert "100" in written
    assert "A" not in written
