from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step, told


def test_other_legal_bases():
    a, b = one_step("A", {"legal_basis": ("pbl. § 21-2",)}), one_step("B", {"legal_basis": ("fvl. § 11 a",)})
    (difference,) = told("legal_basis", a, b)
    assert difference.values == {"A": "pbl. § 21-2", "B": "fvl. § 11 a"}


def test_punctuation_is_no_difference_and_nothing_cited_tells_nothing():
    a, b = one_step("A", {"legal_basis": ("pbl. § 21-2",)}), one_step("B", {"legal_basis": ("Pbl §21-2",)})
    assert told("legal_basis", a, b, one_step("C")) == []


def test_short_forms_and_nynorsk_are_no_other_law():
    cited = ("bhl. § 16", "barnehagelova § 16", "Barnehageloven § 16")
    parties = [one_step(name, {"legal_basis": (basis,)}) for name, basis in zip("ABC", cited, strict=True)]
    assert told("legal_basis", *parties) == []


def test_who_cites_laws_elsewhere_but_not_here_is_told_once_for_all_such_steps():
    cited = {"details": {"legal_basis": ("pbl. § 21-2",)}}
    a = party("A", "x -> y -> z", changes={"x": cited, "y": cited, "z": cited})
    b = party("B", "x -> y -> z", changes={"z": cited})
    c = party("C", "x -> y -> z")
    (difference,) = told("legal_basis", a, b, c)
    assert difference.params["part"] == "given"
    assert difference.params["labels"] == '"x", "y"'
    assert difference.values == {"A": "pbl. § 21-2", "B": None, "C": None}


def test_where_other_laws_are_cited_who_cites_none_is_told_there():
    def cite(basis):
        return {"details": {"legal_basis": (basis,)}}

    a = party("A", "x -> y", changes={"x": cite("pbl. § 21-2"), "y": cite("fvl. § 17")})
    b = party("B", "x -> y", changes={"x": cite("pbl. § 29-4"), "y": cite("fvl. § 17")})
    c = party("C", "x -> y", changes={"y": cite("fvl. § 17")})
    (difference,) = told("legal_basis", a, b, c)
    assert "part" not in difference.params
    assert difference.values == {"A": "pbl. § 21-2", "B": "pbl. § 29-4", "C": None}


def test_a_law_more_than_all_cite_is_no_difference_and_one_that_only_one_lacks_is():
    more, less = {"legal_basis": ("pbl. § 21-2", "fvl. § 17")}, {"legal_basis": ("pbl. § 21-2",)}
    assert told("legal_basis", one_step("A", more), one_step("B", less), one_step("C", less)) == []
    (difference,) = told("legal_basis", one_step("A", more), one_step("B", more), one_step("C", less))
    assert difference.marks == ("C",)


def test_the_legal_basis_of_a_deadline_is_one_of_the_step():
    a = one_step("A", {"deadline": {"amount": 3, "unit": "weeks", "legal_basis": "pbl. § 21-7"}})
    assert told("legal_basis", a, one_step("B", {"legal_basis": ("pbl. § 21-7",)})) == []
