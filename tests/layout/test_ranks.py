from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.ranks import ranks

ARROWS = st.lists(st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")))


def test_the_longest_way_counts():
    assert ranks("abc", [("a", "b"), ("b", "c"), ("a", "c")]).columns == {"a": 0, "b": 1, "c": 2}


def test_an_arrow_back_is_cut():
    found = ranks("abc", [("a", "b"), ("b", "c"), ("c", "b")])
    assert found.columns == {"a": 0, "b": 1, "c": 2}
    assert found.onward == {"a": 2, "b": 1, "c": 0}


def test_a_ring_begins_at_its_first_node():
    assert ranks("bca", [("a", "b"), ("b", "c"), ("c", "a")]).columns == {"b": 0, "c": 1, "a": 2}


@given(ARROWS)
def test_arrows_of_a_graph_without_rings_lead_right(arrows):
    forward = [(a, b) for a, b in arrows if a < b]
    columns = ranks("abcdefg", forward).columns
    assert all(columns[a] < columns[b] for a, b in forward)


@given(ARROWS)
def test_columns_have_no_gaps(arrows):
    columns = set(ranks("abcdefg", arrows).columns.values())
    assert columns == set(range(len(columns)))


def test_a_long_chain_needs_no_recursion():
    nodes = [str(n) for n in range(5000)]
    arrows = [(str(n), str(n + 1)) for n in range(4999)]
    assert ranks(nodes, arrows).columns["4999"] == 4999
