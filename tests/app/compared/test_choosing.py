"""Rows are chosen by what they have."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from procmap.answers.align import align_files
from procmap.answers.compare import compare_aligned
from procmap.answers.sample import CONFIRMATIONS, sample_folder
from procmap.app.compared.choosing import Choice, chosen
from procmap.reports import matrix_report


@cache
def report():
    folder = sample_folder()
    files = [str(file) for file in sorted(folder.glob("*.bpmn"))]
    aligned = align_files(files, confirm=str(folder / CONFIRMATIONS))
    return matrix_report(aligned.parties, compare_aligned(aligned))


CHOICES = st.builds(
    Choice,
    search=st.sampled_from(["", "søknad", "SØKNAD  ", "arkiv", "x" * 90]),
    kind=st.sampled_from(["", "role", "order", "none"]),
    alone=st.sampled_from(["", "A", "B", "C"]),
    role=st.sampled_from(["", "nobody"]) | st.builds(lambda n: report().roles[n], st.integers(0, 3)),
    differences=st.booleans(),
    open=st.booleans(),
    attached=st.sampled_from([(), ("control",), ("control", "record"), ("rosa",)]),
)


@given(CHOICES)
def test_a_choice_leaves_rows_in_their_order(choice):
    kept = chosen(report(), choice)
    assert list(kept) == [row for row in report().rows if row in kept]


@given(CHOICES, CHOICES)
def test_who_asks_for_more_gets_no_other_rows(choice, more):
    both = Choice(
        more.search or choice.search, more.kind or choice.kind, more.alone or choice.alone, more.role or choice.role,
        choice.differences or more.differences, choice.open or more.open, choice.attached + more.attached,
    )  # fmt: skip
    if (more.search, more.kind, more.alone, more.role) == ("", "", "", ""):
        assert {row.number for row in chosen(report(), both)} <= {row.number for row in chosen(report(), choice)}


def test_who_asks_for_nothing_gets_all():
    assert chosen(report(), Choice()) == report().rows


def test_the_search_reads_what_the_card_tells_too():
    assert chosen(report(), Choice(search="fjordarkiv"))
    assert chosen(report(), Choice(search="FjordArkiv")) == chosen(report(), Choice(search=" fjordarkiv "))


def test_each_wish_holds_of_what_is_left():
    assert all("order" in row.classes for row in chosen(report(), Choice(kind="order")))
    assert all(row.alone == "C" for row in chosen(report(), Choice(alone="C")))
    assert all(row.differences for row in chosen(report(), Choice(differences=True)))
    assert all(row.is_open for row in chosen(report(), Choice(open=True)))
    assert all("control" in row.attached for row in chosen(report(), Choice(attached=("control",))))
