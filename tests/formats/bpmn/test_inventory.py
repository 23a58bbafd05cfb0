"""Nothing that a BPMN file of some tool holds is lost on reading: an independent count agrees with the model."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.conftest import SHARED
from tests.inventory import counts, difference, inventory
from tests.inventory_of_model import inventory_of

INTEROP = SHARED / "data" / "interop"
FILES = sorted(INTEROP.rglob("*.bpmn"))
REFUSED_AT_MOST = 3
"""Files of the collection that may be refused; every other one must be read without loss."""


def _name(path: Path) -> str:
    return "/".join(path.relative_to(INTEROP).parts)


@pytest.mark.shared
@pytest.mark.parametrize("path", FILES, ids=_name)
def test_reading_loses_nothing_and_invents_nothing(path):
    from procmap import formats
    from procmap.model import BadInput

    try:
        document = formats.read(str(path))
    except BadInput as refused:
        pytest.skip(f"refused ({refused.finding.code}); how many may be is tested below")
    expected = inventory(path.read_bytes())
    expected["flowNodeRef"] = expected.get("flowNodeRef", Counter()) + expected.pop("flowNodeRef by place", Counter())

    assert difference(expected, inventory_of(document.processes, document.diagrams)) == {}


@pytest.mark.shared
def test_hardly_a_file_is_refused():
    from procmap import formats
    from procmap.model import BadInput

    refused = {}
    for path in FILES:
        try:
            formats.read(str(path))
        except BadInput as error:
            refused[_name(path)] = error.finding.code

    assert FILES
    assert len(refused) <= REFUSED_AT_MOST, refused


@pytest.mark.shared
def test_the_count_sees_what_a_plain_search_sees():
    """The counter itself is tested: no task or flow of the collection is outside of what its walk reaches."""
    plain: Counter[str] = Counter()
    walked: Counter[str] = Counter()
    for path in FILES:
        data = path.read_bytes()
        for kind in ("userTask", "sequenceFlow", "boundaryEvent", "textAnnotation", "messageFlow"):
            for prefix in (b"", b"semantic:", b"bpmn:", b"bpmn2:", b"sem:", b"model:", b"bpmn20:"):
                start = b"<" + prefix + kind.encode()
                plain[kind] += sum(data.count(start + end) for end in (b" ", b">", b"\n", b"\r", b"\t", b"/"))
        walked.update(counts(inventory(data)))

    assert {kind: walked[kind] for kind in plain} == dict(plain)


SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
               xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="urn:test">
  <b:collaboration id="C">
    <b:participant id="Pool" name="Fjordvik" processRef="P"/>
    <b:participant id="Applicant" name="Søker"/>
    <b:messageFlow id="M" sourceRef="Applicant" targetRef="Start"/>
  </b:collaboration>
  <b:process id="P">
    <b:documentation>Slik  gjør vi det.</b:documentation>
    <b:extensionElements><b:task id="Alike" name="not a step"/></b:extensionElements>
    <b:laneSet><b:lane id="L1" name="Arkiv"/><b:lane id="L2" name="Plan"/></b:laneSet>
    <b:startEvent id="Start">
      <b:timerEventDefinition><b:timeCycle>R/P1D</b:timeCycle></b:timerEventDefinition></b:startEvent>
    <b:sequenceFlow id="F" sourceRef="Start" targetRef="T"/>
    <b:userTask id="T" name="Motta&#10;søknad"><b:multiInstanceLoopCharacteristics isSequential="true"/></b:userTask>
  </b:process>
  <di:BPMNDiagram><di:BPMNPlane bpmnElement="C">
    <di:BPMNShape bpmnElement="L1"><dc:Bounds x="0" y="0" width="500" height="100"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="L2"><dc:Bounds x="0" y="100" width="500" height="100"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="Start"><dc:Bounds x="50" y="30" width="36" height="36"/></di:BPMNShape>
    <di:BPMNShape bpmnElement="T"><dc:Bounds x="120" y="110" width="100" height="80"/></di:BPMNShape>
  </di:BPMNPlane></di:BPMNDiagram>
</b:definitions>
"""


def test_a_small_file_is_counted_as_a_person_counts_it():
    assert inventory(SMALL.encode()) == {
        "white box": Counter({("Fjordvik",): 1}),
        "black box": Counter({("Søker",): 1}),
        "messageFlow": Counter({("Applicant", "Start", "", ""): 1}),
        "documentation": Counter({("process", "Slik gjør vi det."): 1}),
        "laneSet": Counter({(): 1}),
        "lane": Counter({("L1", "Arkiv", ""): 1, ("L2", "Plan", ""): 1}),
        "flowNodeRef by place": Counter({("L1", "Start"): 1, ("L2", "T"): 1}),
        "startEvent": Counter({("",): 1}),
        "timerEventDefinition": Counter({("Start", "R/P1D"): 1}),
        "userTask": Counter({("Motta søknad",): 1}),
        "loopCharacteristics": Counter({("T", "sequential", ""): 1}),
        "parent": Counter({("Start", ""): 1, ("T", ""): 1}),
        "pool": Counter({("Start", "Pool"): 1, ("T", "Pool"): 1}),
        "sequenceFlow": Counter({("Start", "T", ""): 1}),
        "BPMNShape": Counter({("L1",): 1, ("L2",): 1, ("Start",): 1, ("T",): 1}),
    }


def test_a_difference_names_what_was_lost():
    before = inventory(SMALL.encode())
    after = inventory(SMALL.replace('name="Plan"', 'name="Byggesak"').encode())

    assert difference(before, after) == {
        "lane": {"lost": [("L2", "Plan", "")], "gained": [("L2", "Byggesak", "")]},
    }
