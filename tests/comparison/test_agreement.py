from hypothesis import given

from procmap.alignment import align
from procmap.comparison import compare
from tests.alignment.parties import parties, party


def found(aspect, *some):
    (agreement,) = [one for one in compare(some, align(some)).agreement if one.aspect == aspect]
    return agreement


def test_presence_is_the_share_of_rows_that_both_have():
    agreement = found("presence", party("A", "x -> y -> z"), party("B", "x -> y -> w"))
    assert (agreement.index, agreement.coverage) == (0.5, 1.0)


def test_an_aspect_is_the_share_of_what_both_tell():
    a = party("A", "x -> y -> z", lanes={"Arkiv": "x y"})
    b = party("B", "x -> y -> z", lanes={"Arkiv": "x", "Post": "y z"})
    agreement = found("role", a, b)
    assert (agreement.index, agreement.equal, agreement.compared, agreement.shared) == (0.5, 1, 2, 3)
    assert agreement.coverage == 0.6667


def test_nothing_to_compare_is_no_figure():
    agreement = found("system", party("A", "x"), party("B", "x"))
    assert (agreement.index, agreement.coverage) == (None, 0.0)


def test_order_counts_pairs_of_shared_rows():
    agreement = found("order", party("A", "s(start) -> x -> y"), party("B", "s(start) -> y -> x"))
    assert (agreement.equal, agreement.compared, agreement.shared) == (2, 3, 3)


@given(parties())
def test_figures_are_shares_for_every_pair_and_aspect(some):
    agreement = compare(some, align(some)).agreement
    assert all(one.index is None or 0 <= one.index <= 1 for one in agreement)
    assert all(0 <= one.coverage <= 1 and one.equal <= one.compared <= one.shared for one in agreement)
    aspects = {one.aspect for one in agreement}
    assert len(agreement) == len(aspects) * len(some) * (len(some) - 1) // 2


def test_pairs_of_very_many_are_left_out_and_that_is_told():
    some = [party(f"P{number}", "x") for number in range(51)]
    comparison = compare(some, align(some))
    assert comparison.agreement == ()
    assert [doubt.finding.code for doubt in comparison.doubts] == ["too-many-for-pairs"]
