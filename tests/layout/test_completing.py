from __future__ import annotations

from hypothesis import given

from procmap.layout import place
from procmap.model import Diagram, Process
from tests.layout.edits import edited, partly_drawn
from tests.layout.laws import Drawing, broken_laws
from tests.layout.strategies import processes


@given(processes())
def test_what_is_drawn_whole_stays_as_it_is(process: Process):
    diagram = place(process)
    assert place(process, fixed=diagram) == diagram


@given(processes())
def test_a_drawing_of_nothing_counts_as_none(process: Process):
    assert place(process, fixed=Diagram()) == place(process)


@given(edited())
def test_laws_hold_after_edits(given_: tuple[Process, Diagram]):
    process, fixed = given_
    assert broken_laws(process, place(process, fixed=fixed)) == []


@given(partly_drawn())
def test_laws_hold_where_parts_were_missing(given_: tuple[Process, Diagram]):
    process, fixed = given_
    assert broken_laws(process, place(process, fixed=fixed)) == []


@given(edited())
def test_what_is_completed_stays_as_it_is(given_: tuple[Process, Diagram]):
    process, fixed = given_
    once = place(process, fixed=fixed)
    assert place(process, fixed=once) == once
