"""Letters of organisations: those that people gave, no two the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party
from procmap.drawing.palette import letter
from procmap.model import Process
from procmap.reports.letters import letters_of

LETTERS = st.sampled_from(["", "", "A", "B", "b", "N", "12", "1"])


def party(number: int, own: str = "", variant: str = "") -> Party:
    return Party(organisation=f"o{number:02}", variant=variant, process=Process(id=f"p{number}"), letter=own)


@given(st.integers(1, 30))
def test_without_any_they_follow_the_places(count):
    assert letters_of([party(number) for number in range(count)]) == tuple(
        letter(place, count) for place in range(count)
    )


@given(st.lists(LETTERS, min_size=1, max_size=30))
def test_no_two_have_the_same(given_letters):
    found = letters_of([party(number, own) for number, own in enumerate(given_letters)])
    assert len(set(found)) == len(found)
    assert all(found)


def test_those_that_people_gave_stay():
    assert letters_of([party(0), party(1, "A"), party(2, "S")]) == ("B", "A", "S")


def test_variants_share_the_letter_of_their_organisation():
    assert letters_of([party(0, "F", "a"), party(0, "F", "b"), party(1)]) == ("F1", "F2", "C")


def test_they_reach_the_matrix_and_the_pictures():
    from procmap.answers.align import align_files
    from procmap.answers.compare import compare_aligned
    from procmap.answers.sample import sample_folder
    from procmap.messages import ENGLISH
    from procmap.reports import matrix_report
    from procmap.reports.pictures import overlay, side_by_side

    aligned = align_files([str(file) for file in sorted(sample_folder().glob("*.bpmn"))])
    comparison = compare_aligned(aligned)
    parties = [each.replace(letter=own) for each, own in zip(aligned.parties, ("FJ", "", "SØ"), strict=True)]
    assert [each.letter for each in matrix_report(parties, comparison).parties] == ["FJ", "B", "SØ"]
    for drawn in (overlay(parties, comparison, 1, ENGLISH), side_by_side(parties, comparison, ENGLISH)):
        svg = drawn.svg(language="en")
        assert "FJ" in svg
        assert "SØ" in svg
