import pytest
from hypothesis import given

from procmap.drawing import draw
from procmap.drawing.export import SUBSTITUTE
from procmap.layout import place
from procmap.messages import LANGUAGES, translator
from procmap.model import Activity, Event, Gateway, Lane, Process, SequenceFlow
from procmap.reports.picture_sheet import picture_sheet
from tests.layout.strategies import processes


def told(process, language="en", **given):
    diagram = place(process)
    return picture_sheet(process, diagram, draw(process, diagram), say=translator(language), **given)


def choice():
    return Process(
        id="p",
        name="Byggesøknad",
        lanes=(Lane(id="l", name="Arkiv", nodes=("a",)),),
        nodes=(
            Event(id="s", type="startEvent", name="Mottatt"),
            Activity(id="a", type="userTask", name="Kontrollere"),
            Gateway(id="g", name="Komplett?"),
            Activity(id="b", name="Avgjøre"),
            Activity(id="c"),
        ),
        flows=(
            SequenceFlow(id="1", source="s", target="a"),
            SequenceFlow(id="2", source="a", target="g"),
            SequenceFlow(id="3", source="g", target="b", name="Ja"),
            SequenceFlow(id="4", source="g", target="c", name="Nei"),
        ),
    )


def test_steps_are_told_in_order_with_what_comes_after_them():
    steps = told(choice()).steps
    assert [(step.number, step.name, step.role) for step in steps] == [
        (1, "Mottatt", ""),
        (2, "Kontrollere", "Arkiv"),
        (3, "Avgjøre", ""),
        (4, "without a name", ""),
    ]
    assert [step.onward for step in steps] == [
        "2. Kontrollere",
        "Ja: 3. Avgjøre\nNei: 4. without a name",
        "",
        "",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_of_the_language(language):
    sheet = told(choice(), language, source="a.bpmn")
    say = translator(language)
    assert sheet.language == language
    assert sheet.title == "Byggesøknad"
    assert sheet.source == say.text("print-source", source="a.bpmn")
    assert sheet.words.page == say.text("report-page", page="{page}", pages="{pages}")
    assert "{tile}" in sheet.words.goes_on["left"]
    assert [entry.word for entry in sheet.legend] == [
        say.text(f"legend-{code}") for code in ("startEvent", "userTask", "exclusiveGateway")
    ]


def test_it_says_how_many_characters_are_replaced():
    assert told(choice()).notes == ()
    (note,) = told(Process(id="p", nodes=(Activity(id="a", name="受付 ok"),))).notes
    assert SUBSTITUTE in note


def test_a_process_without_a_name_is_called_by_its_id():
    assert told(Process(id="p", name="  ")).title == "p"


def test_gateways_in_a_circle_lead_nowhere():
    nodes = (Activity(id="a", name="A"), Gateway(id="g"), Gateway(id="h"))
    ways = (("a", "g"), ("g", "h"), ("h", "g"), ("h", "a"))
    flows = tuple(SequenceFlow(id=f"{a}{b}", source=a, target=b) for a, b in ways)
    assert [step.onward for step in told(Process(id="p", nodes=nodes, flows=flows)).steps] == ["1. A"]


def test_a_way_that_several_go_is_told_once():
    nodes = (Activity(id="a", name="A"), Gateway(id="g"), Activity(id="b", name="B"))
    ways = (("a", "b", ""), ("a", "b", ""), ("a", "g", "Ja"), ("g", "b", ""), ("g", "b", ""))
    flows = tuple(
        SequenceFlow(id=str(number), source=a, target=b, name=name) for number, (a, b, name) in enumerate(ways)
    )
    assert told(Process(id="p", nodes=nodes, flows=flows)).steps[0].onward == "2. B\nJa: 2. B"


@given(processes())
def test_every_step_of_any_process_is_told_once(process):
    steps = told(process).steps
    assert len(steps) == len(process.steps)
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
