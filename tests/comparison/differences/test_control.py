import pytest

from procmap.model import Control, Risk
from tests.comparison.differences.lines import one_step, told


def controlled(organisation, *controls, on="a"):
    attached = tuple(control.replace(on=(on,)) for control in controls)
    return one_step(organisation, text="a -> b", attached=attached)


FOUR_EYES = Control(id="c", name="Fire øyne", type="preventive")


def test_a_control_here_and_none_there():
    (difference,) = told("control", controlled("A", FOUR_EYES), controlled("B", FOUR_EYES, on="b"))[:1]
    assert difference.values == {"A": "Fire øyne", "B": None}
    assert difference.severity == "warning"


def test_a_control_of_another_kind():
    sample = FOUR_EYES.replace(type="detective", name="Stikkprøve")
    (difference,) = told("control", controlled("A", FOUR_EYES), controlled("B", sample))
    assert difference.values == {"A": "Fire øyne", "B": "Stikkprøve"}


def test_another_name_is_no_difference():
    assert told("control", controlled("A", FOUR_EYES), controlled("B", FOUR_EYES.replace(name="To ser på"))) == []


def test_who_has_no_controls_at_any_step_tells_nothing():
    assert told("control", controlled("A", FOUR_EYES), controlled("B")) == []


def weaker(*parties):
    return [difference for difference in told("control", *parties) if difference.params.get("part") == "weaker"]


@pytest.mark.parametrize(
    ("change", "points"),
    [
        ({"type": "detective"}, "detective"),
        ({"mode": "manual"}, "manual"),
        ({"key": False}, "not-key"),
        ({"blocking": False}, "not-blocking"),
        ({"type": "detective", "blocking": False}, "detective, not-blocking"),
    ],
)
def test_a_weaker_control(change, points):
    strong = Control(id="c", name="Fire øyne", type="preventive", mode="automatic", key=True, blocking=True)
    other = strong.replace(id="d", name="Noe annet helt for seg")
    a = controlled("A", strong)
    b = one_step("B", text="a -> b", attached=(strong.replace(**change, on=("a",)), other.replace(on=("b",))))
    (difference,) = weaker(a, b)
    assert difference.values == {"A": "Fire øyne", "B": f"Fire øyne ({points})"}
    assert (difference.params["stronger"], difference.params["weaker"]) == ("A", "B")
    assert difference.marks == ("B",)
    assert difference.severity == "warning"


def test_who_checks_the_own_work_controls_weaker():
    a, b = (
        one_step(
            name,
            text="a -> b",
            lanes={"Saksbehandler": "a", "Leder": "b"},
            attached=(FOUR_EYES.replace(name="Gjennomlesing av vedtak", performer=who, key=key, on=("a",)),),
        )
        for name, who, key in (("A", "Leder", True), ("B", "Saksbehandler", False))
    )
    (difference,) = weaker(a, b)
    assert difference.values["B"] == "Gjennomlesing av vedtak (same-role)"


def test_a_colleague_in_the_same_role_is_another_person():
    lanes = {"Saksbehandler": "a", "Leder": "b"}
    control = FOUR_EYES.replace(name="Kollega leser", on=("a",))
    a = one_step("A", text="a -> b", lanes=lanes, attached=(control.replace(performer="Leder"),))
    b = one_step("B", text="a -> b", lanes=lanes, attached=(control.replace(performer="Saksbehandler"),))
    assert told("control", a, b) == []


def test_weaker_in_one_thing_and_stronger_in_another_is_other():
    one = FOUR_EYES.replace(mode="manual")
    (difference,) = told(
        "control", controlled("A", one), controlled("B", one.replace(type="detective", mode="automatic"))
    )
    assert "part" not in difference.params


def test_a_control_of_something_else_is_other_and_not_weaker():
    other = FOUR_EYES.replace(type="detective", name="Årlig gjennomgang av gebyr")
    (difference,) = told("control", controlled("A", FOUR_EYES), controlled("B", other))
    assert "part" not in difference.params


def test_what_is_not_said_is_not_weaker():
    (difference,) = told("control", controlled("A", FOUR_EYES), controlled("B", Control(id="c", name="Fire øyne")))
    assert "part" not in difference.params


def overseen(organisation, *controls, risks=()):
    at_b = FOUR_EYES.replace(id="k", on=("b",))
    return one_step(organisation, text="a -> b", attached=(at_b, *controls, *risks))


WEEKLY = Control(id="c", name="Restanseliste", type="detective", frequency="weekly")
LATE = Risk(id="r", name="Fristen blir oversittet")


def test_controls_of_the_whole_process_are_compared_once():
    monthly = WEEKLY.replace(frequency="monthly")
    (difference,) = told("control", overseen("A", WEEKLY), overseen("B", monthly), overseen("C"))
    assert (difference.rows, difference.params["part"], difference.severity) == ((), "process", "warning")
    assert difference.values == {"A": "Restanseliste", "B": "Restanseliste", "C": None}
    assert told("control", overseen("A", WEEKLY), overseen("B", WEEKLY.replace(name="Liste"))) == []


def test_who_has_no_controls_at_all_is_not_asked_for_one_of_the_whole():
    assert told("control", overseen("A", WEEKLY), one_step("B", text="a -> b")) == []


def test_a_control_of_the_whole_stands_beside_one_at_a_step_for_the_same_risk():
    alarm = WEEKLY.replace(name="Varsel", on=("a",), risks=("r",))
    a = overseen("A", alarm, risks=(LATE,))
    (difference,) = told("control", a, overseen("B", WEEKLY.replace(risks=("r",), mode="manual"), risks=(LATE,)))
    assert difference.values == {"A": "Varsel", "B": "Restanseliste"}
    assert len(difference.rows) == 1


def test_a_list_afterwards_does_not_stand_for_a_check_before():
    check = WEEKLY.replace(name="Sjekkliste", type="preventive", on=("a",), risks=("r",))
    differences = told(
        "control", overseen("A", check, risks=(LATE,)), overseen("B", WEEKLY.replace(risks=("r",)), risks=(LATE,))
    )
    assert [one.values for one in differences] == [
        {"A": None, "B": "Restanseliste"},
        {"A": "Sjekkliste", "B": None},
    ]
