from procmap.model import Annotation, Association, Note
from tests.alignment.parties import party
from tests.comparison.differences.lines import told


def version(variant: str, text: str = "", organisation: str = "A", **fields):
    notes = (Annotation(id="n", text=text),) if text else ()
    ties = (Association(id="t", source="a", target="n"),) if text else ()
    return party(organisation, "a -> b", variant=variant, annotations=notes, associations=ties, **fields)


def test_another_text_of_an_annotation():
    (difference,) = told("annotation", version("1", "Frist fire uker."), version("2", "Frist seks uker."))
    assert difference.values == {"A/1": "Frist fire uker.", "A/2": "Frist seks uker."}
    assert len(difference.rows) == 1
    assert difference.severity == "info"


def test_an_annotation_that_is_only_here_is_told_once_with_its_line():
    (difference,) = told("annotation", version("1"), version("2", "Frist seks uker."))
    assert difference.params["having"] == "A/2"
    assert {place.id for place in difference.elements} == {"n", "t"}
    assert told("structure", version("1"), version("2", "Frist seks uker.")) == []


def test_documentation_and_notes():
    documented = version("2", changes={"a": {"documentation": ("Gjøres samme dag.",)}})
    (difference,) = told("annotation", version("1"), documented)
    assert difference.params["trait"] == "documentation"
    noted = version("2", attached=(Note(id="k", text="Hvorfor to ganger?", on=("a",)),))
    (difference,) = told("annotation", version("1"), noted)
    assert difference.params["trait"] == "notes"


def test_organisations_never_write_the_same():
    assert told("annotation", version("1", "Frist fire uker."), version("1", "Frist seks uker.", "B")) == []
