import pytest

from procmap.alignment import align
from procmap.comparison import compare, parse_severities
from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step, told

NAMES = {"a": "Behandle søknad", "b": "Sende vedtak"}


def test_deadlines_work_times_and_lead_times_are_three_things():
    a = one_step("A", {"deadline": {"amount": 3, "unit": "weeks"}, "work_time": {"amount": 1, "unit": "hours"}})
    b = one_step("B", {"deadline": {"amount": 12, "unit": "weeks"}, "lead_time": {"amount": 1, "unit": "hours"}})
    (difference,) = told("deadline", a, b)
    assert difference.params["part"] == "deadline"
    assert difference.values == {"A": "3 weeks", "B": "12 weeks"}


def test_one_is_told_in_the_singular_and_decimals_as_they_are():
    a = one_step("A", {"lead_time": {"amount": "1.50", "unit": "hours"}})
    (difference,) = told("deadline", a, one_step("B", {"lead_time": {"amount": "1.0", "unit": "hours"}}))
    assert difference.values == {"A": "1.5 hours", "B": "1 hour"}


def test_timers_of_events_are_deadlines():
    changes = {"a": {"triggers": ({"type": "timer", "time": "P3W", "time_kind": "duration"},)}}
    a = one_step("A", text="a(catch)", changes=changes)
    (difference,) = told("deadline", a, one_step("B", {"deadline": {"text": "snarest"}}))
    assert difference.values == {"A": "3 weeks", "B": "snarest"}


def test_a_timer_of_the_same_length_as_a_deadline_is_no_difference():
    changes = {"a": {"triggers": ({"type": "timer", "time": "PT48H", "time_kind": "duration"},)}}
    a = one_step("A", text="a(catch)", changes=changes)
    assert told("deadline", a, one_step("B", {"deadline": {"amount": 2880, "unit": "minutes"}})) == []


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        ("P1M15D", "1 month + 15 days"), ("P1DT12H", "1 day + 12 hours"), ("R3/PT10M", "every 10 minutes x 3"),
        ("R/P1M", "every 1 month x \u2013"), ("2026-03-01", "2026-03-01"), ("P", "P"), ("PT", "PT"), ("P1X", "P1X"),
        ("PT30S", "PT30S"), ("R3/tomorrow", "R3/tomorrow"),
    ],
)  # fmt: skip
def test_timers_are_told_as_lengths_where_they_are_such(time, shown):
    changes = {"a": {"triggers": ({"type": "timer", "time": time, "time_kind": "duration"},)}}
    (difference,) = told(
        "deadline", one_step("A", text="a(catch)", changes=changes), one_step("B", {"deadline": {"text": "x"}})
    )
    assert difference.values["A"] == shown


def test_parts_of_a_length_are_summed():
    changes = {"a": {"triggers": ({"type": "timer", "time": "P1W3D", "time_kind": "duration"},)}}
    a = one_step("A", text="a(catch)", changes=changes)
    assert told("deadline", a, one_step("B", {"deadline": {"amount": 10, "unit": "days"}})) == []


def test_working_days_are_no_days():
    a, b = ({"lead_time": {"amount": 7, "unit": unit}} for unit in ("days", "working-days"))
    assert len(told("deadline", one_step("A", a), one_step("B", b))) == 1
    week = {"lead_time": {"amount": 1, "unit": "weeks"}}
    assert told("deadline", one_step("A", a), one_step("B", week)) == []


def test_equal_amounts_are_no_difference_however_written():
    a, b = ({"lead_time": {"amount": amount, "unit": "hours"}} for amount in ("1.0", "1"))
    assert told("deadline", one_step("A", a), one_step("B", b)) == []


def test_work_times_are_told_where_the_table_of_severities_has_them_on():
    parties = [
        one_step(name, {"work_time": {"amount": hours, "unit": "hours"}}) for name, hours in (("A", 1), ("B", 2))
    ]
    aligned = align(parties)
    comparison = compare(parties, aligned)
    assert comparison.differences == ()
    (off,) = [doubt.finding for doubt in comparison.doubts if doubt.finding.code == "differences-off"]
    assert off.params == {"count": 1, "codes": "deadline (work-time)"}
    (difference,) = compare(
        parties, aligned, parse_severities("code,part,severity\ndeadline,work-time,info\n", "t")
    ).differences
    assert difference.values == {"A": "1 hour", "B": "2 hours"}


def test_a_limit_here_stands_against_a_lead_time_there():
    a = one_step("A", {"deadline": {"amount": 2, "unit": "weeks"}})
    (difference,) = told("deadline", a, one_step("B", {"lead_time": {"amount": 3, "unit": "weeks"}}))
    assert difference.params["part"] == "limit-or-lead"
    assert difference.values == {"A": "2 weeks", "B": "(3 weeks)"}
    assert told("deadline", a, one_step("B", {"lead_time": {"amount": 14, "unit": "days"}})) == []


def test_times_of_one_kind_that_differ_are_told_as_that_kind():
    a = one_step("A", {"deadline": {"amount": 2, "unit": "weeks"}, "lead_time": {"amount": 1, "unit": "weeks"}})
    (difference,) = told("deadline", a, one_step("B", {"lead_time": {"amount": 3, "unit": "weeks"}}))
    assert difference.params["part"] == "lead-time"


def test_who_sets_deadlines_and_none_here_is_told_from_who_does():
    changes = {"a": {"details": {"deadline": {"amount": 1, "unit": "weeks"}}}}
    a = party("A", "a -> b", names=NAMES, changes=changes)
    b = party("B", "a -> b", names=NAMES, changes={"b": {"details": {"deadline": {"text": "snarest"}}}})
    first, second = told("deadline", a, b)
    assert (first.params["part"], first.values) == ("set", {"A": "1 week", "B": None})
    assert second.values == {"A": None, "B": "snarest"}
    assert told("deadline", a, party("B", "a -> b", names=NAMES)) == []


def test_a_date_is_the_end_of_that_day():
    sources = [
        one_step(name, text="a(catch)", changes={"a": {"triggers": ({"type": "timer", "time": time},)}})
        for name, time in (("A", "2026-03-01"), ("B", "2026-03-01T23:59:59"))
    ]
    assert told("deadline", *sources) == []
