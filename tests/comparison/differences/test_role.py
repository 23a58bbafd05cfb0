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
        party("A", "x -> y -> z", lanes={"Arkiv": "x z", "Leder": "y"}),
        party("B", "x -> y -> z", lanes={"Leder": "x y z"}),
    )
    assert difference.params["labels"] == '"x", "z"'
    assert len(difference.rows) == 2
    assert len(difference.elements) == 4


def test_roles_that_do_the_same_steps_are_the_same_role():
    a = party("A", "x -> y -> z", lanes={"Fagperson": "x z", "Leder": "y"})
    b = party("B", "x -> y -> z", lanes={"Byggesak": "x z", "Leder": "y"})
    assert told("role", a, b) == []


def test_a_row_that_one_lacks_stands_with_those_that_all_have():
    a = party("A", "x -> y -> z", lanes={"Arkiv": "x z", "Leder": "y"})
    b = party("B", "x -> y -> z", lanes={"Leder": "x y z"})
    c = party("C", "x -> y", lanes={"Leder": "y", "Kontor": "x"})
    (difference,) = told("role", a, b, c)
    assert difference.params["labels"] == '"x", "z"'
    assert difference.values == {"A": "Arkiv", "B": "Leder", "C": "Kontor"}


def test_nobody_does_an_event():
    a, b = (party(o, "x -> y(end)", lanes={"Leder": "x", lane: "y"}) for o, lane in (("A", "Arkiv"), ("B", "Post")))
    assert told("role", a, b) == []
