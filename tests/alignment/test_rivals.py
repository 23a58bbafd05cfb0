from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment.rivals import Rivals

TABLE = {(1, 11): 0.9, (1, 12): 0.5, (2, 11): 0.7, (2, 12): 0.7, (3, 13): 0.4}


def test_how_far_behind_and_ahead():
    rivals = Rivals(TABLE)
    assert rivals.behind((1, 11)) == 0
    assert round(rivals.ahead((1, 11)), 6) == 0.2
    assert round(rivals.behind((2, 11)), 6) == 0.2
    assert rivals.ahead((2, 12)) == 0
    assert rivals.ahead((3, 13)) == 0.4


@given(st.dictionaries(st.tuples(st.integers(0, 4), st.integers(10, 14)), st.floats(-1, 1), min_size=1))
def test_it_is_what_a_search_of_all_finds(table):
    rivals = Rivals(table)
    for pair, score in table.items():
        others = [value for other, value in table.items() if other != pair and set(other) & set(pair)]
        assert rivals.ahead(pair) == score - max([0.0, *others])
        assert rivals.behind(pair) == max([score, *others]) - score
