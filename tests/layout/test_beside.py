from __future__ import annotations

from procmap.layout.beside import Satellite, put_beside
from procmap.layout.frames import Band, Frame, Item
from procmap.layout.rows import Flow, Rows, set_rows


def rows_of(columns: dict[str, int], arrows, bands=None) -> tuple[Rows, dict[str, Item]]:
    frame = Frame("", None, 1)
    frame.items = [Item(key, None, frame, column=column) for key, column in columns.items()]
    bands = bands or dict.fromkeys(columns, 0)
    frame.bands = [Band(None) for _ in range(max(bands.values()) + 1)]
    rows = set_rows(frame, bands, [Flow(*arrow) for arrow in arrows], dict.fromkeys(columns, 0))
    return rows, {item.id: item for item in frame.items}


def placed(rows: Rows, *satellites: Satellite) -> list[tuple[int, int]]:
    """Return the column and level of each satellite."""
    put_beside(rows, satellites)
    return [(one.item.column, rows.levels[one.item]) for one in satellites]


def test_data_below_and_annotations_above():
    rows, items = rows_of({"a": 0, "b": 1}, [("a", "b")])
    data = Satellite(Item("d", None, rows.frame), [items["a"]], above=False)
    note = Satellite(Item("n", None, rows.frame), [items["b"]], above=True)
    assert placed(rows, data, note) == [(0, 1), (1, -1)]


def test_no_two_stand_in_one_place():
    rows, items = rows_of({"a": 0, "b": 1}, [("a", "b")])
    many = [Satellite(Item(f"d{n}", None, rows.frame), [items["a"], items["b"]], above=False) for n in range(6)]
    found = placed(rows, *many)
    assert len(set(found)) == len(found)


def test_data_stands_above_where_many_edges_lead_down():
    """Three ways down from b, in another lane, would be crossed on the way from a to c."""
    columns = {"a": 0, "b": 1, "c": 2, "x": 2, "y": 2, "z": 2}
    arrows = [("a", "b"), ("b", "c"), ("b", "x"), ("b", "y"), ("b", "z")]
    bands = {key: int(key in "xyz") for key in columns}
    rows, items = rows_of(columns, arrows, bands)
    data = Satellite(Item("d", None, rows.frame), [items["a"], items["c"]], above=False)
    assert placed(rows, data)[0][1] == -1


def test_a_satellite_of_a_satellite_stands_at_its_row():
    rows, items = rows_of({"a": 0, "b": 1}, [("a", "b")])
    data = Satellite(Item("d", None, rows.frame), [items["b"]], above=False)
    note = Satellite(Item("n", None, rows.frame), [data.item], above=True)
    assert placed(rows, data, note) == [(1, 1), (1, -1)]
