from procmap.behaviour import make_reference
from procmap.model import Confirmations, Trigger
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

MESSAGE, TIMER = Trigger(type="message"), Trigger(type="timer", time="P4W", time_kind="duration")
NAMES = {"v": "Vente på uttalelse"}


def waiting(organisation, kind="catch", **fields):
    return party(organisation, f"x -> v({kind}) -> y", names=NAMES, changes={"v": fields})


def test_a_wait_for_an_answer_and_one_for_a_time_are_told_once():
    a, b = waiting("A", triggers=(MESSAGE,)), waiting("B", triggers=(TIMER,))
    (difference,) = told("partly_corresponding", a, b)
    assert difference.params["part"] == "waits"
    assert (difference.params["having"], difference.params["missing"]) == ("A", "B")
    assert difference.severity == "warning"
    assert told("type", a, b) == []


def test_a_task_that_receives_waits_for_an_answer():
    (difference,) = told(
        "partly_corresponding", waiting("A", "task", type="receiveTask"), waiting("B", triggers=(TIMER,))
    )
    assert difference.params["part"] == "waits"


def test_who_does_something_else_does_not_wait():
    a, b = waiting("A", "task", type="userTask"), waiting("B", triggers=(TIMER,))
    assert told("partly_corresponding", a, b) == []
    assert len(told("type", a, b)) == 1


def test_an_event_that_ends_the_work_and_one_that_does_not():
    def watched(organisation, *, interrupting):
        text = "x -> a -> y; f(boundary) -> z"
        return party(organisation, text, changes={"f": {"attached_to": "a", "interrupting": interrupting}})

    (difference,) = told("partly_corresponding", watched("A", interrupting=True), watched("B", interrupting=False))
    assert difference.params["part"] == "interrupts"
    assert (difference.params["having"], difference.params["missing"]) == ("A", "B")


def cited(of, step):
    return make_reference(of.process, step, of.organisation, "")


def test_steps_of_one_row_that_are_cut_differently():
    a, b = party("A", "skrive -> lese -> sende"), party("B", "forme -> signere")
    row = [
        *(cited(a, step) for step in ("skrive", "lese", "sende")),
        *(cited(b, step) for step in ("forme", "signere")),
    ]
    confirmed = Confirmations(same=(tuple(row),))
    (difference,) = told("partly_corresponding", a, b, confirmations=confirmed)
    assert difference.params["part"] == "cut"
    assert told("split_merged", a, b, confirmations=confirmed) == []


def test_one_step_here_and_several_there_is_split():
    a, b = party("A", "skrive -> lese"), party("B", "forme")
    confirmed = Confirmations(same=((cited(a, "skrive"), cited(a, "lese"), cited(b, "forme")),))
    assert told("partly_corresponding", a, b, confirmations=confirmed) == []
    assert len(told("split_merged", a, b, confirmations=confirmed)) == 1


def parts(*pairs):
    return Confirmations.model_validate({"part_of": [{"part": part, "whole": whole} for part, whole in pairs]})


def test_a_step_that_is_part_of_two():
    a, b = party("A", "x -> kontrollere"), party("B", "x -> lese -> signere")
    confirmed = parts(*((cited(a, "kontrollere"), cited(b, step)) for step in ("lese", "signere")))
    (difference,) = told("partly_corresponding", a, b, confirmations=confirmed)
    assert difference.params["part"] == "overlap"
    assert difference.values == {"A": "kontrollere", "B": "lese, signere"}
    assert told("split_merged", a, b, confirmations=confirmed) == []
    assert told("step_missing", a, b, confirmations=confirmed) == []


def test_steps_that_are_part_of_each_other():
    a, b = party("A", "x -> kontrollere"), party("B", "x -> lese")
    confirmed = parts((cited(a, "kontrollere"), cited(b, "lese")), (cited(b, "lese"), cited(a, "kontrollere")))
    assert len(told("partly_corresponding", a, b, confirmations=confirmed)) == 1


def test_a_part_of_a_sub_process_and_of_a_step_in_it_is_part_of_one():
    a = party("A", "x -> kontrollere")
    b = party("B", "x -> sak(sub); lese", changes={"lese": {"parent": "sak"}})
    confirmed = parts(*((cited(a, "kontrollere"), cited(b, step)) for step in ("sak", "lese")))
    assert told("partly_corresponding", a, b, confirmations=confirmed) == []


def test_a_part_of_one_is_split():
    a, b = party("A", "x -> kontrollere"), party("B", "x -> lese")
    confirmed = parts((cited(a, "kontrollere"), cited(b, "lese")))
    assert told("partly_corresponding", a, b, confirmations=confirmed) == []
    assert len(told("split_merged", a, b, confirmations=confirmed)) == 1
