"""What record rules say of documents, in fields and in prose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from procmap.harmonisation.rule_statements import contradict, statements
from procmap.language import Language
from procmap.model import RecordRule


def rule(name: str, **fields: str) -> RecordRule:
    return RecordRule.model_validate({"id": "r", "name": name, **fields})


def said(name: str, language: Language = "no", **fields: str):
    return [(one.registration, one.disposal, one.kept) for one in statements(rule(name, **fields), language)]


def differ(one: RecordRule, other: RecordRule) -> bool:
    there = contradict(statements(one, "no"), statements(other, "no"))
    assert there == contradict(statements(other, "no"), statements(one, "no"))
    return there


MONTHS = "months"
REFUSED = rule("Avslag på plass", direction="sent", registration="yes", disposal="preserve")


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Søknad journalføres og kasseres etter 10 år", "no", [("yes", "dispose", (Decimal(120), MONTHS))]),
        ("Avslag og klager journalføres og bevares", "no", [("yes", "preserve", None)] * 2),
        ("E-post blir ikkje journalført", "no", [("no", None, None)]),
        ("E-post journalføres ikke og bevares", "no", [("no", "preserve", None)]),
        ("E-post journalføres og bevares ikke", "no", []),
        ("Ansökan diarieförs och bevaras", "sv", [("yes", "preserve", None)]),
        ("Letters are registered and kept for 5 years", "en", [("yes", None, (Decimal(60), MONTHS))]),
        ("Brev: blir bevart, papiret blir teke vare på i eitt år", "no",
         [(None, "preserve", None), (None, None, (Decimal(12), MONTHS))]),
        ("Søknad", "no", []),
    ],
)  # fmt: skip
def test_prose_says_whether_and_how_long_a_document_is_kept(name, language, expected):
    assert said(name, language) == expected


def test_fields_say_it_of_each_document_that_is_named():
    assert said("Tilbud og avslag", registration="yes", disposal="dispose", retention="5 år") == [
        ("yes", "dispose", (Decimal(60), MONTHS)), ("yes", "dispose", (Decimal(60), MONTHS)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        rule("Tilbod og avslag", direction="sent", registration="yes", disposal="dispose"),
        rule("Avslag blir ikkje journalført"),
    ],
)
def test_one_document_called_otherwise_has_one_rule(other):
    assert differ(REFUSED, other)


@pytest.mark.parametrize(
    "other",
    [
        rule("Avslag på plass", direction="received", registration="no"),
        rule("Avslag på søknad om støtte", direction="sent", registration="no"),
        rule("Tilbud", direction="sent", registration="no"),
        rule("Avslag og klager journalføres og bevares"),
        rule("Avslag", direction="sent", registration="yes"),
        rule("Avslag"),
    ],
)
def test_another_document_or_the_same_duty_contradicts_nothing(other):
    assert not differ(REFUSED, other)


def test_what_is_said_of_a_part_is_held_against_what_is_said_of_that_part():
    part = rule("Brev på papir", disposal="preserve", retention="Papiroriginalen makuleres etter seks måneder")
    assert differ(part, rule("Papiroriginal", disposal="dispose", retention="3 måneder"))
    assert not differ(part, rule("Papiroriginal", disposal="dispose", retention="6 måneder"))
    assert not differ(part, rule("Papiroriginal", disposal="dispose", retention="0,5 år"))


def test_a_document_is_the_same_as_a_letter():
    assert differ(rule("Tilbudsbrev", registration="no"), rule("Tilbod og avslag", registration="yes"))
    assert not differ(rule("Brev", registration="no"), rule("Tilbudsbrev", registration="yes"))


def test_a_text_of_any_length_is_read():
    assert statements(rule("og " * 100_000), "no") == ()
