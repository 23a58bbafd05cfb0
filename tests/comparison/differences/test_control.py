from procmap.model import Control
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
    weaker = FOUR_EYES.replace(type="detective", name="Stikkprøve")
    (difference,) = told("control", controlled("A", FOUR_EYES), controlled("B", weaker))
    assert difference.values == {"A": "Fire øyne", "B": "Stikkprøve"}


def test_another_name_is_no_difference():
    assert told("control", controlled("A", FOUR_EYES), controlled("B", FOUR_EYES.replace(name="To ser på"))) == []


def test_who_has_no_controls_at_any_step_tells_nothing():
    assert told("control", controlled("A", FOUR_EYES), controlled("B")) == []
