from __future__ import annotations

import pytest

from procmap.model import (
    Activity,
    Association,
    Control,
    DataItem,
    Event,
    Gateway,
    Lane,
    MessageFlow,
    Process,
    Risk,
    SequenceFlow,
    validate,
)
from tests.model.builders import small


def codes(process: Process) -> list[str]:
    return [finding.code for finding in validate(process)]


def test_a_well_formed_process_has_no_findings():
    assert codes(small()) == []


def more(field: str, *items) -> Process:
    process = small()
    return process.replace(**{field: (*getattr(process, field), *items)})


@pytest.mark.parametrize(
    ("process", "code", "elements"),
    [
        (more("nodes", Activity(id="receive", name="Motta igjen")), "duplicate-id", ("receive",)),
        (more("flows", SequenceFlow(id="f4", source="decide", target="gone")), "dangling-flow", ("f4",)),
        (more("message_flows", MessageFlow(id="m", source="Pool", target="gone")), "dangling-message", ("m",)),
        (more("message_flows", MessageFlow(id="m", source="Pool", target="Lane_1")), "message-to-lane", ("m",)),
        (more("lanes", Lane(id="L", name="Arkiv", pool="Pool", nodes=("gone",))), "lane-names-nothing", ("L",)),
        (more("nodes", Event(id="late", type="boundaryEvent", attached_to="gone")), "boundary-on-nothing", ("late",)),
        (more("nodes", Activity(id="alone", name="Arkivere", pool="Pool")), "not-connected", ("alone",)),
        (more("data", DataItem(id="d", type="dataObjectReference", refers_to="gone")), "dangling-reference", ("d",)),
        (more("associations", Association(id="a", source="gone", target="decide")), "dangling-reference", ("a",)),
        (more("attached", Control(id="K1", on=("gone",))), "attached-to-nothing", ()),
        (more("attached", Control(id="K1", guards=("gone",))), "attached-to-nothing", ()),
        (more("attached", Control(id="K1", risks=("R1",))), "no-such-risk", ()),
        (more("attached", Risk(id="R1", scale="5x5")), "no-such-scale", ()),
        (more("attached", Risk(id="R1"), Risk(id="R1")), "duplicate-attached", ()),
        (small(nodes=(), flows=(), lanes=()), "no-step", ()),
        (small(lanes=(Lane(id="L", name="Arkiv", pool="Pool"),)), "lanes-name-no-step", ("L",)),
    ],
)
def test_each_fault_has_its_finding(process, code, elements):
    found = [finding for finding in validate(process) if finding.code == code]
    assert found, codes(process)
    assert found[0].elements == elements


def test_a_flow_between_pools_is_told():
    nodes = tuple(node.replace(pool="Other") if node.id == "end" else node for node in small().nodes)
    assert "flow-across-scopes" in codes(small(nodes=nodes))


def test_ways_that_nobody_can_tell_apart():
    process = small()
    nodes = (*process.nodes, Gateway(id="g", pool="Pool"))
    flows = (
        *process.flows[:2],
        SequenceFlow(id="f3", source="decide", target="g", pool="Pool"),
        SequenceFlow(id="f4", source="g", target="end", pool="Pool"),
        SequenceFlow(id="f5", source="g", target="receive", pool="Pool"),
    )
    found = [
        finding for finding in validate(process.replace(nodes=nodes, flows=flows)) if finding.code == "no-condition"
    ]
    assert len(found) == 0  # one of the two leads to a named event, which says when it is taken
    flows = (*flows[:3], flows[4], SequenceFlow(id="f6", source="g", target="decide", pool="Pool"))
    found = [
        finding for finding in validate(process.replace(nodes=nodes, flows=flows)) if finding.code == "no-condition"
    ]
    assert found[0].elements == ("g", "f5", "f6")


def test_what_rightly_stands_alone_is_not_told():
    alone = Activity(id="event sub-process", type="subProcess", triggered_by_event=True, pool="Pool")
    inside = Activity(id="inside", name="Varsle", parent="event sub-process", pool="Pool")
    assert "not-connected" not in codes(more("nodes", alone, inside))
