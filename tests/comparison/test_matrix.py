from procmap.alignment import align
from procmap.comparison import compare
from tests.alignment.parties import party


def matrix(*parties):
    return compare(parties, align(parties)).matrix


def test_rows_in_common_order_with_a_cell_for_each_party():
    found = matrix(party("B", "x -> z", lanes={"Arkiv": "x"}), party("A", "x -> y -> z"))
    assert found.parties == ("A", "B")
    assert [(row.number, row.label) for row in found.rows] == [(1, "x"), (2, "y"), (3, "z")]
    assert [cell.steps for cell in found.rows[1].cells] == [("y",), ()]
    assert found.rows[0].cells[1].roles == ("Arkiv",)


def test_signs_of_what_is_missing_and_what_only_some_have():
    found = matrix(party("A", "x -> y"), party("B", "x"), party("C", "x"))
    assert [cell.signs for cell in found.rows[1].cells] == [("only",), ("missing",), ("missing",)]


def test_who_does_otherwise_than_most_has_the_sign():
    lanes = (("A", "Arkiv"), ("B", "Arkiv"), ("C", "Post"))
    found = matrix(*(party(name, "x", lanes={role: "x"}) for name, role in lanes))
    assert [cell.signs for cell in found.rows[0].cells] == [(), (), ("differs",)]


def test_conflicts_of_order_name_the_other_row():
    found = matrix(party("A", "x -> y"), party("B", "x -> y"), party("C", "y -> x"))
    assert [row.conflicts for row in found.rows] == [(2,), (1,)]
    assert [cell.signs for cell in found.rows[0].cells] == [(), (), ("order",)]


def test_what_is_not_sure_is_open():
    names = {"a": "Sende brev", "b": "Sende brev"}
    (row,) = matrix(party("A", "a -> b", names=names), party("B", "a", names=names)).rows
    assert row.signs == ("open",)
    assert row.cells[0].signs == ("open",)
    assert row.cells[0].steps == ("a", "b")


def test_a_row_without_label_has_its_elements_for_a_title():
    assert matrix(party("A", "_s(start) -> x"), party("B", "_s(start) -> x")).rows[0].title == "startEvent"
