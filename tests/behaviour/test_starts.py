from __future__ import annotations

import pytest

from procmap.behaviour.played import Played
from procmap.behaviour.starts import start_sets
from tests.behaviour.builders import process


def sets_of(text: str, together: bool = False) -> list[str]:
    drawing = process(text)
    played = Played(drawing.nodes, drawing.flows)
    starting = [node for node in drawing.nodes if played.starts(node)]
    return [" ".join(one) for one in start_sets(played, starting, together)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a(start), b(start) -> x(xor) -> e(end)", ["a", "b"]),
        ("a(start), b(start) -> t -> e(end)", ["a", "b"]),
        ("a(start), b(start) -> x(and) -> e(end)", ["a b"]),
        ("a(start), b(start) -> x(or) -> e(end)", ["a", "a b", "b"]),
        ("a(start), b(start) -> x(and) -> t -> y(xor) -> e(end); c(start) -> y", ["a b", "c"]),
        ("a(start), b(start) -> x(xor) -> y(and) -> e(end); c(start) -> y", ["a c", "b c"]),
        ("a(start) -> t -> e(end); b(start) -> u -> f(end)", ["a", "b"]),
        ("a(start) -> x(and) -> t -> y(xor) -> x; y -> e(end); b(start) -> x", ["a", "b"]),
    ],
)
def test_joins_tell_which_starts_start_together(text, expected):
    assert sets_of(text) == expected


def test_ways_that_do_not_meet_may_be_asked_to_start_together():
    text = "a(start), b(start) -> x(xor) -> e(end); c(start) -> f(end)"
    assert sets_of(text) == ["a", "b", "c"]
    assert sets_of(text, together=True) == ["a c", "b c"]


def test_too_many_sets_are_not_asked_for():
    text = ", ".join(f"a{n}(start)" for n in range(12)) + " -> x(or) -> e(end)"
    assert len(sets_of(text)) == 12
    assert len(sets_of(text, together=True)) == 1
