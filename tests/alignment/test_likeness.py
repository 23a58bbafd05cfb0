"""How alike two labels are by their words."""

from __future__ import annotations

import pytest

from procmap.alignment.evidence import Evidence
from procmap.alignment.likeness import Likeness, label_of
from tests.alignment.parties import party


def alike(one: str, other: str) -> float:
    evidence = Evidence([party("A", "a", names={"a": one}), party("B", "b", names={"b": other})])
    return Likeness({number: label_of(placed) for number, placed in enumerate(evidence.steps)}).alike(0, 1)


@pytest.mark.parametrize(
    ("label", "nearer", "farther"),
    [
        ("Review the application", "Review of applications", "Review the applicant"),
        ("Kontrollere fakturaen", "Kontrollere fakturaer", "Kontrollere fakturering"),
    ],
)
def test_words_with_one_stem_that_mean_something_else_are_others(label, nearer, farther):
    assert alike(label, nearer) > 0.9
    assert alike(label, farther) < alike(label, nearer) - 0.2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Saksbehandler fatter vedtak", "Fatte vedtak"),
        ("Rådgiver registrerer søknaden", "Registrere søknad"),
        ("Caseworker reviews the application", "Review application"),
    ],
)
def test_who_acts_weighs_little_before_a_verb(one, other):
    assert alike(one, other) > 0.8


def test_who_is_acted_on_weighs_much():
    assert alike("Oppnevne saksbehandler", "Oppnevne") < 0.8


def test_a_number_weighs_little_but_something():
    assert alike("6 uker uten svar", "4 uker uten svar") > 0.9
    assert alike("Purring 1", "Purring 1") > alike("Purring 1", "Purring 2") > 0.8
    assert alike("2024", "2025") < 0.1
