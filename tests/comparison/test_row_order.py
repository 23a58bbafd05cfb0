from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Member, Row
from procmap.comparison.row_order import row_order


def rows(names):
    return [Row(id=name, label=name, confidence=1, steps=(Member(process="A", step=name),)) for name in names]


def ordered(names, before, places=None, counted=("A", "B", "C")):
    """Return the order of rows; `before`: pairs with the parties that have the first before the second."""
    places = places or {name: Fraction(number) for number, name in enumerate(names)}
    relations = {pair: dict.fromkeys(parties, "before") for pair, parties in before.items()}
    order, doubts = row_order(rows(names), relations, places, frozenset(counted))
    return "".join(order), [doubt.finding.code for doubt in doubts]


def test_most_organisations_decide_and_places_fill_in():
    assert ordered("abc", {("c", "a"): "AB", ("a", "c"): ""})[0] == "bca"


def test_a_tie_is_no_order():
    relations = {("b", "a"): {"A": "before", "B": "after"}}
    order, _ = row_order(rows("ab"), relations, {"a": Fraction(0), "b": Fraction(1)}, frozenset("AB"))
    assert order == ("a", "b")


def test_who_is_not_counted_has_no_vote():
    assert ordered("ab", {("b", "a"): "C"}, counted="AB")[0] == "ab"


def test_a_knot_is_ordered_by_places_and_told():
    order, doubts = ordered("dabc", {("a", "b"): "A", ("b", "c"): "A", ("c", "a"): "A", ("d", "a"): "A"})
    assert order == "dabc"
    assert doubts == ["no-common-order"]


pairs = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] < pair[1]),
    st.dictionaries(st.sampled_from("ABC"), st.sampled_from(("before", "after", "parallel"))),
)


@given(pairs)
def test_every_row_once_and_majorities_hold_outside_knots(relations):
    places = {name: Fraction(number) for number, name in enumerate("fedcba")}
    order, doubts = row_order(rows("abcdef"), relations, places, frozenset("ABC"))
    assert sorted(order) == sorted("abcdef")
    knotted = [{member.step for member in doubt.steps} for doubt in doubts]
    for (one, other), by_party in relations.items():
        votes = sum((said == "before") - (said == "after") for said in by_party.values())
        if votes and not any({one, other} <= knot for knot in knotted):
            assert (order.index(one) < order.index(other)) == (votes > 0)
