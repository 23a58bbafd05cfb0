"""Rows that a party does within another step stand where that step stands."""

from tests.alignment.parties import party
from tests.comparison.differences.lines import told
from tests.comparison.test_parts import part_of


def line(organisation, steps):
    return party(organisation, f"s(start) -> {steps} -> e(end)")


def moved(*parties, confirmations):
    return [
        difference
        for code in ("order", "earlier_later", "parallel_sequential", "repeated")
        for difference in told(code, *parties, confirmations=confirmations)
    ]


def test_a_part_stands_where_its_whole_stands():
    a, b = line("A", "offer -> reply -> refuse"), line("B", "offer -> reply")
    (difference,) = moved(a, b, confirmations=part_of("refuse", a, "offer", b))
    assert (difference.code, difference.params["label"]) == ("order", "reply")
    assert difference.values == {"A": "before", "B": "after"}
    assert {(place.process, place.id) for place in difference.elements} >= {("A", "refuse"), ("B", "offer")}


def test_where_a_part_that_moves_is_done_is_said():
    a, b = line("A", "offer -> reply -> list -> refuse"), line("B", "offer -> reply -> list")
    (difference,) = moved(a, b, confirmations=part_of("refuse", a, "offer", b))
    assert (difference.code, difference.params["label"]) == ("earlier_later", "refuse")
    assert difference.params["within B"] == '"offer"'


def test_a_part_in_the_same_place_is_no_difference():
    a, b = line("A", "offer -> refuse -> reply"), line("B", "offer -> reply")
    assert moved(a, b, confirmations=part_of("refuse", a, "offer", b)) == []


def test_of_what_goes_on_beside_a_whole_nothing_is_said():
    a = line("A", "invoice -> meet")
    b = line("B", "f(and) -> build, invoice -> j(and)")
    assert moved(a, b, confirmations=part_of("meet", a, "build", b)) == []


def test_what_a_whole_itself_changes_places_with_is_told_of_it_alone():
    a, b = line("A", "pay -> offer -> refuse"), line("B", "offer -> pay")
    differences = moved(a, b, confirmations=part_of("refuse", a, "offer", b))
    assert [difference.params["label"] for difference in differences] == ["offer"]


def test_a_part_of_what_comes_again_comes_again():
    a = party("A", "s(start) -> m(xor) -> offer -> x(xor) -> m; x -> refuse -> e(end)")
    b = party("B", "s(start) -> m(xor) -> offer -> x(xor) -> m; x -> e(end)")
    (again,) = moved(a, b, confirmations=part_of("refuse", a, "offer", b))
    assert (again.code, again.values) == ("repeated", {"A": "once", "B": "again"})
