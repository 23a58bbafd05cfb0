from procmap.behaviour import make_reference
from procmap.model import Confirmations, Control
from tests.alignment.parties import party
from tests.comparison.differences.lines import told
from tests.comparison.test_agreement import found

FOUR_EYES = Control(id="c", name="Fire øyne", type="preventive")


def guarded(organisation, text, *steps):
    return party(organisation, text, attached=(FOUR_EYES.replace(on=steps),))


def part_of(part, of, whole, holding):
    cited = {"part": make_reference(of.process, part, of.organisation, "")}
    cited["whole"] = make_reference(holding.process, whole, holding.organisation, "")
    return Confirmations.model_validate({"part_of": [cited]})


def test_with_a_step_its_control_is_lost():
    a, b = guarded("A", "x -> check -> y", "check"), guarded("B", "x -> y", "y")
    assert [one.values for one in told("control", a, b)] == [
        {"A": "Fire øyne", "B": None},
        {"A": None, "B": "Fire øyne"},
    ]


def test_who_does_the_work_in_another_step_has_lost_nothing():
    a, b = guarded("A", "x -> check -> y", "check", "y"), guarded("B", "x -> all -> y", "y")
    assert told("control", a, b, confirmations=part_of("check", a, "all", b)) == []


def test_what_is_attached_to_a_part_is_compared_with_the_whole():
    a, b = guarded("A", "x -> check -> y", "check"), guarded("B", "x -> y", "y")
    assert told("control", a, b, confirmations=part_of("check", a, "y", b)) == []


def test_agreement_is_about_steps_that_both_have():
    a, b = guarded("A", "x -> check -> y", "y"), guarded("B", "x -> y", "y")
    agreement = found("control", a, b)
    assert (agreement.equal, agreement.compared, agreement.shared) == (2, 2, 2)
