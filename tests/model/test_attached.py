"""What attached values say of each other."""

from __future__ import annotations

import pytest

from procmap.model import RecordRule, Risk

RULE = RecordRule(id="a", name="Mangelbrev", document_type="Utgående brev", direction="sent", registration="yes")


@pytest.mark.parametrize(
    "changes",
    [
        {"registration": "no"},
        {"name": "Brev", "registration": "assess"},
        {"name": "mangelbrev ", "document_type": "E-post", "registration": "no"},
    ],
)
def test_rules_on_the_same_document_that_register_it_otherwise(changes):
    other = RULE.replace(id="b", **changes)
    assert RULE.contradicts(other)
    assert other.contradicts(RULE)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"registration": None, "disposal": "dispose"},
        {"direction": "received", "registration": "no"},
        {"name": "Kvittering", "document_type": "Kvittering", "registration": "no"},
        {"name": "", "document_type": "", "registration": "no"},
    ],
)
def test_rules_that_can_both_hold(changes):
    assert not RULE.contradicts(RULE.replace(id="b", **changes))


def test_how_long_is_looked_at_where_both_dispose():
    kept = RULE.replace(disposal="dispose", retention="5 år")
    assert kept.contradicts(kept.replace(id="b", retention="10 år"))
    assert kept.contradicts(kept.replace(id="b", disposal="preserve", retention=""))
    assert not kept.contradicts(kept.replace(id="b", retention="5  ÅR"))
    assert not kept.contradicts(kept.replace(id="b", retention=""))


def test_values_of_other_kinds_contradict_nothing():
    risk = Risk(id="r", name="Mangelbrev")
    assert not RULE.contradicts(risk)
    assert not risk.contradicts(RULE)
