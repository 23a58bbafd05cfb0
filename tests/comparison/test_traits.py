import pytest

from procmap.alignment import align
from procmap.comparison.counterparts import Counterparts
from procmap.comparison.grid import Grid
from procmap.comparison.traits import Traits
from procmap.messages.sentences import TEMPLATES
from procmap.model import Annotation, Association, DataAssociation, DataItem, Element, Group, Loop, Property, Trigger
from procmap.model import elements as kinds
from tests.alignment.parties import party

OF_PROCESS = ("scales", "attached", "name", "documentation", "notes")


def traits(**fields):
    parties = [
        party("A", "s(start) -> a -> x(xor) -> b; x -> c", variant=variant, names={"x": "", "s": ""}, **fields)
        for variant in ("1", "2")
    ]
    return Traits(parties[0], Counterparts(Grid(parties, align(parties)), parties)), parties[0].process


def element(process, element_id: str) -> Element:
    return next(each for each in process.elements() if each.id == element_id)


def test_loops_triggers_and_marks_as_codes():
    loop = Loop(type="sequential", cardinality="3")
    triggers = (Trigger(type="timer", time="P4W"), Trigger(type="message", name="Svar"))
    found, process = traits(changes={"a": {"loop": loop, "for_compensation": True}, "s": {"triggers": triggers}})
    of_a = found.of(element(process, "a"))
    assert of_a["loop"].shown == "sequential, 3"
    assert of_a["for_compensation"].shown == "yes"
    assert found.of(element(process, "s"))["triggers"].shown == "timer, P4W; message, Svar"


def test_what_an_element_cites_is_told_by_its_counterpart():
    found, process = traits()
    ends = found.of(element(process, "x>b"))["ends"]
    assert len(ends.cited) == 2
    assert ends.shown == "exclusiveGateway \u2192 b"


def test_titles_of_what_has_no_name():
    shown = DataItem(id="r", name="Kvittering", refers_to="d"), DataItem(id="d")
    note = Annotation(id="n", text="ord " * 40)
    found, process = traits(
        data=shown, annotations=(note,), associations=(Association(id="t", source="a", target="n"),)
    )
    assert found.title(element(process, "x")) == "a \u2192 b, c"
    assert found.title(element(process, "d")) == "Kvittering"
    assert len(found.title(note)) == 60


def test_beyond_the_model_and_the_card():
    found, process = traits(properties=(Property(name="nøkkel", value="1"),))
    assert found.beyond(process.id) == {"nøkkel": "1", "card.state": "as-is", "card.kind": "core"}
    assert found.beyond("a") == {}


@pytest.mark.parametrize(
    "kind", [each for each in vars(kinds).values() if isinstance(each, type) and issubclass(each, Element)]
)
def test_every_field_of_the_model_has_a_word(kind: type[Element]):
    held = {"id", "kind", "origins", "properties", "nodes", "lane_set", "scope", "details"}
    ends = {"source", "target", "node", "sources"}
    named = {"ends" if name in ends else name for name in kind.model_fields if name not in held}
    assert [name for name in named if f"trait-{name}" not in TEMPLATES] == []
    details = kinds.StepDetails.model_fields
    assert [name for name in (*details, "lane", *OF_PROCESS) if f"trait-{name}" not in TEMPLATES] == []


def test_a_data_association_and_a_group():
    link = DataAssociation(id="l", type="output", node="a", target="d")
    group = Group(id="g", members=("b", "a"))
    found, _ = traits(data=(DataItem(id="d", name="Brev"),), data_associations=(link,), groups=(group,))
    assert found.of(link)["ends"].shown == "a \u2192 Brev"
    assert found.of(group)["members"].shown == "a, b"
