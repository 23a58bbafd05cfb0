from tests.alignment.parties import party
from tests.comparison.differences.lines import one_step, told


def test_each_direction_is_told_by_itself():
    a = one_step("A", {"documents_in": ("Søknad",), "documents_out": ("Vedtak",)})
    b = one_step("B", {"documents_in": ("Søknad",), "documents_out": ("Vedtak",)})
    c = one_step("C", {"documents_in": ("Skjema",), "documents_out": ("Brev",)})
    assert [(one.params["part"], one.values) for one in told("document", a, b, c)] == [
        ("in", {"A": "Søknad", "B": "Søknad", "C": "Skjema"}),
        ("out", {"A": "Vedtak", "B": "Vedtak", "C": "Brev"}),
    ]


def test_other_names_may_be_one_document_but_not_where_both_are_used():
    a = one_step("A", {"documents_out": ("Vedtak",)})
    assert told("document", a, one_step("B", {"documents_out": ("Brev",)})) == []
    changes = {"a": {"details": {"documents_out": ("Brev",)}}, "b": {"details": {"documents_in": ("Vedtak",)}}}
    b = party("B", "a -> b", names={"a": "Behandle søknad", "b": "Varsle naboer"}, changes=changes)
    assert [one.values for one in told("document", a, b)] == [{"A": "Vedtak", "B": "Brev"}]


def test_equal_documents_are_no_difference():
    a, b = one_step("A", {"documents_in": ("Søknaden",)}), one_step("B", {"documents_in": ("søknad",)})
    assert told("document", a, b) == []


def test_a_document_more_than_all_name_is_no_difference_and_one_that_only_one_lacks_is():
    more, less = {"documents_in": ("Søknad", "Faktura")}, {"documents_in": ("Søknad",)}
    assert told("document", one_step("A", more), one_step("B", less), one_step("C", less)) == []
    (difference,) = told("document", one_step("A", more), one_step("B", more), one_step("C", less))
    assert difference.marks == ("C",)


def handed_on(organisation, name, *, made=True):
    """A step whose document is used in the last of three, beside one that all use."""
    changes = {"z": {"details": {"documents_in": (name, "Søknad")}}}
    if made:
        changes["x" if organisation == "A" else "y"] = {"details": {"documents_out": (name,)}}
    return party(organisation, "x -> y -> z", changes=changes)


def test_what_each_has_made_itself_is_told_where_it_comes_out():
    assert told("document", handed_on("A", "Vedtak"), handed_on("B", "Faktura")) == []
    a, b, c = handed_on("A", "Vedtak"), handed_on("B", "Vedtak"), handed_on("C", "Faktura", made=False)
    (difference,) = told("document", a, b, c)
    assert difference.params["part"] == "in"
    assert difference.marks == ("C",)
