"""Votes on how rows stand to each other, where something was decided that an organisation does otherwise."""

from __future__ import annotations

from procmap.alignment import align
from procmap.harmonisation import harmonise
from tests.harmonisation.blocks import party
from tests.harmonisation.test_decisions import decided, refs, relation

A = party("A", ("seq", "a", ("seq", "b", ("seq", "c", "d"))))
B = party("B", ("seq", "b", ("seq", "c", ("seq", "a", "d"))))
C = party("C", ("seq", "b", ("seq", "c", ("seq", "a", "d"))))
ALL = (A, B, C)


def test_an_organisation_that_does_otherwise_than_decided_has_half_a_vote_on_what_moves():
    undecided = harmonise(ALL, align(ALL))
    assert relation(undecided, "a", "c") == ">"
    result = decided({"about": {"order": (refs("a", *ALL), refs("b", *ALL))}, "choice": "before"}, parties=ALL)
    assert relation(result, "a", "b") == "<"
    # B and C have a behind c; that a comes before b moves it, and A alone knows where it then stands.
    assert relation(result, "a", "c") == "<"
    assert relation(result, "b", "c") == "<"
    assert all(law.holds for law in result.invariants)


def test_decisions_that_cannot_all_hold_are_asked():
    result = decided(
        {"about": {"order": (refs("a", *ALL), refs("b", *ALL))}, "choice": "before"},
        {"about": {"order": (refs("b", *ALL), refs("c", *ALL))}, "choice": "before"},
        {"about": {"order": (refs("c", *ALL), refs("a", *ALL))}, "choice": "before"},
        parties=ALL,
    )
    asked = [question for question in result.open if question.question.code == "order-decided-broken"]
    assert len(asked) == 1
    assert result.verdict.verdict == "sound"


def test_what_was_decided_and_holds_is_not_asked():
    result = decided({"about": {"order": (refs("a", *ALL), refs("b", *ALL))}, "choice": "before"}, parties=ALL)
    assert not [question for question in result.open if question.question.code == "order-decided-broken"]
