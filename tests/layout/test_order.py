from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.order import improved
from procmap.layout.sketch import Arrow

CELLS = st.dictionaries(
    st.sampled_from("abcdefghij"), st.tuples(st.integers(0, 2), st.integers(0, 4), st.integers(0, 3)), min_size=2
)


@given(CELLS, st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=15))
def test_no_two_items_share_a_cell_and_all_stay_in_their_band(cells, pairs):
    taken: set[tuple[int, int, int]] = set()
    rows, columns = {}, {}
    for item, cell in cells.items():
        if cell not in taken:
            taken.add(cell)
            rows[item], columns[item] = (cell[0], cell[2]), cell[1]
    arrows = [Arrow(a, b) for a, b in pairs if a in rows and b in rows and a != b]
    found = improved(rows, columns, arrows)
    assert {item: band for item, (band, _) in found.items()} == {item: band for item, (band, _) in rows.items()}
    assert len({(*found[item], columns[item]) for item in found}) == len(found)


def test_what_follows_comes_into_the_row():
    rows = {"a": (0, 0), "b": (0, 0), "c": (0, 1)}
    found = improved(rows, {"a": 0, "b": 1, "c": 2}, [Arrow("a", "b"), Arrow("b", "c")])
    assert found == dict.fromkeys("abc", (0, 0))


def test_what_leads_up_out_of_the_frame_stands_above():
    columns = {"a": 0, "b": 1, "c": 1}
    arrows = [Arrow("a", "b", main=True), Arrow("a", "c"), Arrow("c", None, up=True)]
    found = improved({"a": (0, 0), "b": (0, 0), "c": (0, 1)}, columns, arrows)
    assert found["c"] < found["b"]


def test_a_chain_stays_as_it_is():
    rows = dict.fromkeys("abc", (0, 0))
    assert improved(rows, {"a": 0, "b": 1, "c": 2}, [Arrow("a", "b", main=True), Arrow("b", "c", main=True)]) == rows
