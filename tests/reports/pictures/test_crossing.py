from __future__ import annotations

from procmap.reports.pictures import side_by_side
from procmap.reports.pictures.crossing import crossing_flows
from tests.alignment.parties import party
from tests.behaviour.builders import process
from tests.reports.pictures.drawn import compared

TOLD = process("s(start) -> a -> x(xor) -> b -> c -> e(end)")
ROWS = {"s": 1, "a": 2, "b": 3, "c": 4, "e": 5}


def crossing(conflicts):
    return [flow.id for flow in crossing_flows(TOLD, ROWS, conflicts)]


def test_flows_between_rows_that_change_places_cross():
    assert crossing({3: {4}, 4: {3}}) == ["b>c"]


def test_gateways_are_passed_over():
    assert crossing({2: {3}, 3: {2}}) == ["a>x", "x>b"]


def test_without_another_order_nothing_crosses():
    assert crossing({number: set() for number in range(6)}) == []


def test_they_are_bold_side_by_side():
    crossed = [
        party("A", "s(start) -> motta -> varsle -> vedtak -> e(end)"),
        party("B", "s(start) -> motta -> vedtak -> varsle -> e(end)"),
    ]
    picture = side_by_side(crossed, compared(crossed))
    assert {mark.element for mark in picture.marks if mark.pattern} == {"1:varsle>vedtak", "2:vedtak>varsle"}
