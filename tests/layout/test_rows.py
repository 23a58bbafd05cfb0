from __future__ import annotations

from procmap.layout.frames import Frame, Item
from procmap.layout.rows import Flow, set_rows


def rows_of(columns: dict[str, int], arrows, onward=None, bands=None) -> dict[str, int]:
    from procmap.layout.frames import Band

    frame = Frame("", None, 1)
    frame.items = [Item(key, None, frame, column=column) for key, column in columns.items()]
    bands = bands or dict.fromkeys(columns, 0)
    frame.bands = [Band(None) for _ in range(max(bands.values()) + 1)]
    rows = set_rows(frame, bands, [Flow(*arrow) for arrow in arrows], onward or dict.fromkeys(columns, 0))
    rows.number()
    return {item.id: item.row for item in frame.items}


def test_the_way_that_leads_furthest_stays_in_the_row():
    found = rows_of({"a": 0, "b": 1, "c": 1}, [("a", "b"), ("a", "c")], {"a": 2, "b": 0, "c": 1})
    assert (found["c"], found["b"]) == (found["a"], found["a"] + 1)


def test_a_join_goes_back_to_the_upper_row():
    arrows = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    found = rows_of({"a": 0, "b": 1, "c": 1, "d": 2}, arrows)
    assert found == {"a": 0, "b": 0, "c": 1, "d": 0}


def test_bands_follow_each_other():
    found = rows_of({"a": 0, "b": 1, "c": 1}, [("a", "b"), ("a", "c")], bands={"a": 0, "b": 1, "c": 1})
    assert found == {"a": 0, "b": 1, "c": 2}


def test_items_without_flows_come_last_in_rows_as_wide_as_high():
    found = rows_of({**dict.fromkeys("abcdefgh", 0), "x": 0, "y": 1}, [("x", "y")])
    assert found["x"] == found["y"] == 0
    assert sorted(found[key] for key in "abcdefgh") == [1] * 4 + [2] * 4


def test_the_heaviest_way_stays_in_the_row_even_if_another_leads_further():
    flows = [("a", "b", False, 1.0), ("a", "c", False, 3.0)]
    found = rows_of({"a": 0, "b": 1, "c": 1}, flows, {"a": 2, "b": 1, "c": 0})
    assert (found["c"], found["b"] != found["a"]) == (found["a"], True)


def test_the_default_stays_in_the_row_where_it_leads_nearly_as_far():
    flows = [("a", "b"), ("a", "c", False, 1.0, True)]
    columns = {"a": 0, "b": 1, "c": 1}
    assert rows_of(columns, flows, {"a": 9, "b": 8, "c": 6})["c"] == 0
    assert rows_of(columns, flows, {"a": 9, "b": 8, "c": 1})["b"] == 0


def test_what_stands_between_gives_way_to_the_main_way():
    flows = [("a", "b", False, 2.0), ("a", "x", False, 1.0), ("x", "b", False, 1.0), ("b", "c", False, 2.0)]
    found = rows_of({"a": 0, "x": 1, "b": 2, "c": 3}, flows, {"a": 3, "x": 2, "b": 1, "c": 0})
    assert found["a"] == found["b"] == found["c"] != found["x"]
