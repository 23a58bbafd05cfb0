from tests.comparison.differences.lines import one_step, told


def test_other_systems():
    (difference,) = told(
        "system", one_step("A", {"systems": ("Nordsak", "SvarUt")}), one_step("B", {"systems": ("SvarUt",)})
    )
    assert difference.values == {"A": "Nordsak, SvarUt", "B": "SvarUt"}


def test_who_names_no_system_tells_nothing():
    assert told("system", one_step("A", {"systems": ("Nordsak",)}), one_step("B")) == []
