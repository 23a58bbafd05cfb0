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


def test_what_kind_of_expression_it_is_and_its_language():
    head = '<startEvent id="a"><timerEventDefinition><timeDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    tail = "/></timerEventDefinition></startEvent>"
    path = "timerEventDefinition/timeDate"
    assert said(f'{head} xsi:type="x:tFormalExpression" language="FEEL"{tail}') == {
        f"{path}/language": "FEEL",
        f"{path}/xsi:type": "tFormalExpression",
    }
    assert said(f'{head} xsi:type="x:tExpression"{tail}') == {}


def test_what_is_kept_beside_texts_and_numbers():
    flow = '<sequenceFlow id="a"><conditionExpression t:resource="regel.js">x</conditionExpression></sequenceFlow>'
    assert said(flow) == {"conditionExpression/t:resource": "regel.js"}
    inside = '<documentation textFormat="text/html" t:by="Kari">x</documentation>'
    assert said(f'<task id="a">{inside}</task>') == {
        "documentation/t:by": "Kari",
        "documentation/textFormat": "text/html",
    }
    assert said('<laneSet id="b" t:colour="red"><lane id="c"/></laneSet>', "p") == {
        "id": "p",
        "laneSet/t:colour": "red",
    }


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


def test_a_process_says_its_own_id_where_it_has_one():
    assert said("") == {}
    assert said("", "p") == {"id": "p"}
    source = (
        b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process name="Byggesak"/></definitions>'
    )
    assert of_bpmn(source, "x") == {}


def test_other_formats_say_nothing_and_what_is_no_xml_is_refused():
    table = read_source("Steg,Rolle\nMotta søknad,Arkiv\nVurdere søknad,Leder\n".encode(), "a.csv")
    assert unmodelled(table) == {}
    with pytest.raises(BadInput):
        of_bpmn(b"<definitions", "x")
