from hypothesis import given
from hypothesis import strategies as st

from procmap.comparison.differences.sides import Found, agree, gathered, stars

PLACE = {row: place for place, row in enumerate("abcdefgh")}
PARTIES = st.dictionaries(st.sampled_from("ABC"), st.sampled_from(("before", "after")), min_size=2)
PAIRS = st.dictionaries(
    st.sampled_from([(a, b) for a in PLACE for b in PLACE if a < b]),
    PARTIES.filter(lambda sides: len(set(sides.values())) == 2).map(lambda sides: tuple(sorted(sides.items()))),
    max_size=12,
)


@given(PAIRS)
def test_every_pair_is_in_one_star_with_sides_that_agree(pairs):
    found = list(stars(pairs, PLACE))
    members = [tuple(sorted(one.rows)) for _, star in found for one in star]
    assert sorted(members) == sorted(pairs)
    for row, star in found:
        assert {one.rows[0] for one in star} == {row}
        sides = {}
        for one in star:
            assert all(sides.setdefault(party, word) == word for party, word in one.sides)


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_found_has_no_say(pairs, chance):
    found = [Found(pair, sides, frozenset(pair)) for pair, sides in pairs.items()]
    turned = list(found)
    chance.shuffle(turned)
    assert list(gathered(turned, PLACE)) == list(gathered(found, PLACE))
    shuffled = list(pairs.items())
    chance.shuffle(shuffled)
    assert list(stars(dict(shuffled), PLACE)) == list(stars(pairs, PLACE))


def test_what_is_not_tied_stays_apart():
    sides = (("A", "one"), ("B", "other"))
    some = [Found(("a",), sides, frozenset("1")), Found(("b",), sides, frozenset("2"))]
    assert list(gathered(some, PLACE)) == [[some[0]], [some[1]]]
    tying = Found(("c",), sides, frozenset("12"))
    assert list(gathered([*some, tying], PLACE)) == [[*some, tying]]


def test_sides_agree_where_nobody_is_on_two_and_each_has_somebody_in_common():
    assert agree({"A": "x", "B": "y"}, {"A": "x", "B": "y", "C": "x"})
    assert not agree({"A": "x", "B": "y"}, {"A": "x", "B": "x"})
    assert not agree({"A": "x", "B": "y"}, {"A": "x", "C": "y"})
