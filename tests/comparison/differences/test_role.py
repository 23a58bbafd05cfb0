from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step, told


def test_other_roles():
    (difference,) = told("role", *(one_step(o, lanes={role: "a"}) for o, role in (("A", "Arkiv"), ("B", "Postmottak"))))
    assert difference.values == {"A": "Arkiv", "B": "Postmottak"}
    assert difference.marks == ("A", "B")
    assert difference.severity == "note"


def test_who_does_otherwise_than_most_is_marked():
    roles = (("A", "Arkiv"), ("B", "Arkivet"), ("C", "Postmottak"))
    (difference,) = told("role", *(one_step(o, lanes={role: "a"}) for o, role in roles))
    assert difference.marks == ("C",)


def test_endings_and_case_are_no_difference_and_no_role_tells_nothing():
    parties = [one_step("A", lanes={"Arkiv": "a"}), one_step("B", lanes={"arkivet": "a"}), one_step("C")]
    assert told("role", *parties) == []


def test_the_same_roles_at_several_steps_are_told_once():
    (difference,) = told(
        "role",
        *(party(o, "x -> y -> z", lanes={role: "x z", "Leder": "y"}) for o, role in (("A", "Arkiv"), ("B", "Post"))),
    )
    assert difference.params["labels"] == '"x", "z"'
    assert len(difference.rows) == 2
    assert len(difference.elements) == 4


def test_nobody_does_an_event():
    parties = [
        one_step(o, text="a(start) -> b", lanes={role: "a", "Leder": "b"}) for o, role in (("A", "X"), ("B", "Y"))
    ]
    assert told("role", *parties) == []
