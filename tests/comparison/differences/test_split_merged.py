from procmap.behaviour import make_reference
from procmap.model import Confirmations
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

A = party("A", "x -> Motta -> Registrere -> y")
B = party("B", "x -> Innkomst -> y")


def cite(of, step):
    return make_reference(of.process, step, of.organisation, of.variant)


def test_several_steps_here_and_one_there_in_one_row():
    same = (cite(A, "Motta"), cite(A, "Registrere"), cite(B, "Innkomst"))
    (difference,) = told("split_merged", A, B, confirmations=Confirmations(same=(same,)))
    assert difference.values == {"A": '"Motta", "Registrere"', "B": '"Innkomst"'}
    assert difference.marks == ("A", "B")


def test_a_step_that_is_part_of_another():
    parts = [{"part": cite(A, "Motta"), "whole": cite(B, "Innkomst")}]
    (difference,) = told("split_merged", A, B, confirmations=Confirmations.model_validate({"part_of": parts}))
    assert [(place.process, place.id) for place in difference.elements] == [("A", "Motta"), ("B", "Innkomst")]
    assert difference.values == {"A": '"Motta"', "B": '"Innkomst"'}
    assert len(difference.rows) == 2


def test_parts_and_steps_of_one_row_are_told_once():
    c = party("C", "x -> Motta -> Innkomst -> y")
    parts = [
        {"part": cite(c, "Motta"), "whole": cite(B, "Innkomst")},
        {"part": cite(A, "Motta"), "whole": cite(B, "Innkomst")},
    ]
    (difference,) = told("split_merged", A, B, c, confirmations=Confirmations.model_validate({"part_of": parts}))
    assert difference.values == {"A": '"Motta"', "B": '"Innkomst"', "C": '"Motta", "Innkomst"'}


def test_the_same_label_drawn_twice_is_no_split():
    names = {"m": "Motta", "n": "Motta"}
    assert told("split_merged", party("A", "m -> n", names=names), party("B", "m", names=names)) == []
