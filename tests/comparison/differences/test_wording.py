from procmap.behaviour import make_reference
from procmap.model import Confirmations
from tests.alignment.parties import party
from tests.comparison.differences.lines import told


def test_other_words_for_the_same_step():
    a, b = party("A", "x", names={"x": "Fatte vedtak"}), party("B", "x", names={"x": "Avgjøre saken"})
    same = tuple(make_reference(of.process, "x", of.organisation, "") for of in (a, b))
    (difference,) = told("wording", a, b, confirmations=Confirmations(same=(same,)))
    assert difference.values == {"A": "Fatte vedtak", "B": "Avgjøre saken"}
    assert difference.severity == "info"


def test_endings_are_no_difference():
    assert (
        told("wording", party("A", "x", names={"x": "Sende brev"}), party("B", "x", names={"x": "Sender brevet"})) == []
    )
