import pytest

from procmap.formats import read_source, unmodelled
from procmap.formats.bpmn.unmodelled import unmodelled as of_bpmn
from procmap.model import BadInput

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:tool"'
    ' xmlns:procmap="urn:procmap:bpmn:1" targetNamespace="x">'
)


def said(inside: str, element: str = "a") -> dict[str, str]:
    source = f'{HEAD}<process id="p">{inside}</process><message id="m" name="Brev"/></definitions>'.encode()
    return {entry.name: entry.value for entry in of_bpmn(source, "x").get(element, ())}


def test_attributes_and_elements_of_tools():
    inside = "<extensionElements><t:form><t:field id='f'>tekst</t:field><t:field id='g'/></t:form></extensionElements>"
    assert said(f"<task id='a' name='A' t:key='v'>{inside}</task>") == {
        "t:key": "v",
        "t:form/t:field": "tekst",
        "t:form/t:field/id": "f",
        "t:form/t:field[2]/id": "g",
    }


def test_what_the_model_holds_is_left_out():
    inside = "<documentation>x</documentation><extensionElements><procmap:step channel='nett'/></extensionElements>"
    assert said(f"<task id='a' name='A' isForCompensation='true'>{inside}<incoming>f</incoming></task>") == {}
    assert (
        said("<startEvent id='a'><timerEventDefinition><timeDate>2025</timeDate></timerEventDefinition></startEvent>")
        == {}
    )


def test_a_default_that_is_written_down_says_nothing():
    assert said("<task id='a' startQuantity='1'/>") == {}
    assert said("<task id='a' startQuantity='2'/>") == {"startQuantity": "2"}


def test_loops_say_what_tools_keep_in_them():
    loop = "<multiInstanceLoopCharacteristics isSequential='true' t:list='alle'><loopCardinality>3</loopCardinality>"
    assert said(f"<task id='a'>{loop}</multiInstanceLoopCharacteristics></task>") == {
        "multiInstanceLoopCharacteristics/t:list": "alle"
    }


def test_what_cites_a_definition_says_its_name():
    assert said("<task id='a' t:uses='m'/>") == {"t:uses": "Brev"}
    assert said("<task id='a' t:uses='b'/><task id='b'/>") == {"t:uses": "task"}


def test_what_an_event_waits_for_may_say_more_than_its_name():
    source = (
        f"{HEAD}<process id='p'><startEvent id='a'><messageEventDefinition messageRef='m'/></startEvent></process>"
        "<message id='m' name='Brev' t:key='v'><extensionElements><t:sub on='x'/></extensionElements></message>"
        "</definitions>"
    )
    found = {entry.name: entry.value for entry in of_bpmn(source.encode(), "x")["a"]}
    path = "messageEventDefinition/message"
    assert found == {f"{path}/t:key": "v", f"{path}/t:sub/on": "x"}


def test_other_formats_say_nothing_and_what_is_no_xml_is_refused():
    table = read_source("Steg,Rolle\nMotta søknad,Arkiv\nVurdere søknad,Leder\n".encode(), "a.csv")
    assert unmodelled(table) == {}
    with pytest.raises(BadInput):
        of_bpmn(b"<definitions", "x")
