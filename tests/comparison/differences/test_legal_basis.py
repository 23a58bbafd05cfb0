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
