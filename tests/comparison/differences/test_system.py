from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step, told


def test_other_systems():
    (difference,) = told(
        "system", one_step("A", {"systems": ("Nordsak", "SvarUt")}), one_step("B", {"systems": ("SvarUt",)})
    )
    assert difference.values == {"A": "Nordsak, SvarUt", "B": "SvarUt"}


def test_who_names_no_system_tells_nothing():
    assert told("system", one_step("A", {"systems": ("Nordsak",)}), one_step("B")) == []


def test_systems_that_do_the_same_work_differ_all_the_same_and_once():
    a, b = (
        party(o, "x -> y", changes={step: {"details": {"systems": (system,)}} for step in "xy"})
        for o, system in (("A", "Fjordarkiv"), ("B", "Nordsak"))
    )
    (difference,) = told("system", a, b)
    assert difference.params["labels"] == '"x", "y"'
