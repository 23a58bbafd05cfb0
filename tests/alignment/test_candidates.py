from procmap.alignment import Party
from procmap.alignment.candidates import is_candidate, may_stand_for
from procmap.alignment.evidence import Evidence
from procmap.model import Activity, Event, Process, Property, Trigger

TIMER, MESSAGE = (Trigger(type="timer"),), (Trigger(type="message"),)


def placed(*nodes, **fields):
    evidence = Evidence([Party(organisation="A", process=Process(id="A", nodes=nodes, **fields))])
    return {step.member.step: step for step in evidence.steps}


def test_a_mere_id_and_a_state_say_nothing():
    nodes = (
        Activity(id="Task_1", name="Task_1"),
        Activity(id="x", name="T 12"),
        Activity(id="z"),
        Event(id="e", name="Søknad mottatt", type="intermediateThrowEvent"),
        Activity(id="y", name="Arkivere"),
    )
    assert [step for step, found in placed(*nodes).items() if is_candidate(found)] == ["y", "e"]
    epc = placed(*nodes, properties=(Property(name="notation", value="EPC"),))
    assert [step for step, found in epc.items() if is_candidate(found)] == ["y"]


def test_what_ends_goes_with_ends_alone():
    found = placed(
        Event(id="end", name="Ferdig", type="endEvent"),
        Event(id="other", name="Avsluttet", type="endEvent"),
        Activity(id="work", name="Gjøre ferdig"),
    )
    assert may_stand_for(found["end"], found["other"])
    assert not may_stand_for(found["end"], found["work"])


def test_an_event_on_an_edge_goes_with_what_waits_for_the_same():
    found = placed(
        Activity(id="work", name="Vente"),
        Event(id="edge", name="3 uker", type="boundaryEvent", attached_to="work", triggers=TIMER),
        Event(id="clock", name="4 uker", type="intermediateCatchEvent", triggers=TIMER),
        Event(id="letter", name="Svar", type="intermediateCatchEvent", triggers=MESSAGE),
    )
    assert may_stand_for(found["edge"], found["clock"])
    assert not may_stand_for(found["edge"], found["letter"])
    assert not may_stand_for(found["edge"], found["work"])
