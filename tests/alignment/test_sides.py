import pytest

from procmap.alignment import align
from procmap.alignment.sides import may_be_one, sides
from procmap.language.lexicon import core
from tests.alignment.parties import party


def of(lanes, language="no"):
    return sides(party("A", "a -> b", lanes=lanes).process, language, core())


@pytest.mark.parametrize(
    ("language", "name"),
    [("no", "Søker"), ("no", "Søker (tiltakshaver)"), ("sv", "Sökande"), ("en", "Applicant"), ("en", "New customer")],
)
def test_who_the_service_is_for_is_outside(language, name):
    assert of({name: "a", "Office": "b"}, language) == {"a": "outside", "b": "inside"}


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Customer service"), ("en", "Office for students"), ("no", "Kundesenter"), ("no", "Saksbehandler")],
)
def test_who_serves_them_is_not(language, name):
    assert of({name: "a", "Office": "b"}, language) == {"a": "unknown", "b": "unknown"}


def test_where_one_side_alone_is_drawn_nothing_is_known():
    assert of({"Søker": "a b"}) == {"a": "unknown", "b": "unknown"}


def test_what_is_not_known_may_be_either():
    assert may_be_one("unknown", "outside")
    assert may_be_one("inside", "inside")
    assert not may_be_one("inside", "outside")


def test_what_the_applicant_sends_is_not_what_the_office_sends():
    a = party("A", "a -> b", names={"a": "Sende brev", "b": "Arkivere"}, lanes={"Søker": "a", "Kontor": "b"})
    b = party("B", "a -> b", names={"a": "Be om nåde", "b": "Sende brev"}, lanes={"Søker": "a", "Kontor": "b"})
    c = party("C", "a", names={"a": "Sende brev"})
    assert [len(row.steps) for row in align([a, b]).rows] == [1, 1, 1, 1]
    assert sorted(len(row.steps) for row in align([a, c]).rows) == [1, 2]
