"""What diagrams say beyond places: which markers are shown."""

from __future__ import annotations

import pytest

from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.write import write
from procmap.model import Bounds, Diagram, Gateway, Process, Shape

FILE = """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"
 xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
 xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">
<collaboration id="c"><participant id="a"/><participant id="b" processRef="p"/>
<messageFlow id="m" sourceRef="a" targetRef="g"/></collaboration>
<process id="p"><exclusiveGateway id="g"/><parallelGateway id="h"/></process>
<di:BPMNDiagram><di:BPMNPlane bpmnElement="c">
<di:BPMNShape bpmnElement="g"{shape}><dc:Bounds x="0" y="0" width="50" height="50"/></di:BPMNShape>
<di:BPMNShape bpmnElement="h"><dc:Bounds x="90" y="0" width="50" height="50"/></di:BPMNShape>
<di:BPMNEdge bpmnElement="m"{edge}><dd:waypoint x="0" y="0"/><dd:waypoint x="0" y="90"/></di:BPMNEdge>
</di:BPMNPlane></di:BPMNDiagram></definitions>"""


def diagram_of(*, shape: str = "", edge: str = "") -> Diagram:
    (diagram,) = read(FILE.format(shape=shape, edge=edge).encode(), "file.bpmn").diagrams
    return diagram


@pytest.mark.parametrize(
    ("said", "shown"), [("", False), (' isMarkerVisible="true"', True), (' isMarkerVisible="false"', False)]
)
def test_an_exclusive_gateway_shows_its_x_where_its_shape_says_so(said, shown):
    exclusive, parallel = diagram_of(shape=said).shapes
    assert exclusive.marker_visible is shown
    assert parallel.marker_visible is None


@pytest.mark.parametrize("kind", ["initiating", "non_initiating"])
def test_a_message_flow_shows_a_letter_where_its_edge_says_so(kind):
    assert diagram_of(edge=f' messageVisibleKind="{kind}"').edges[0].message_visible == kind
    assert diagram_of().edges[0].message_visible is None
    assert diagram_of(edge=' messageVisibleKind="other"').edges[0].message_visible is None


@pytest.mark.parametrize(("given", "written"), [(None, True), (True, True), (False, False)])
def test_a_gateway_of_which_nothing_is_said_is_written_with_its_x(given, written):
    process = Process(id="p", nodes=(Gateway(id="g"), Gateway(id="h", type="parallelGateway")))
    box = Bounds(x=0, y=0, width=50, height=50)
    shapes = (Shape(element="g", bounds=box, marker_visible=given), Shape(element="h", bounds=box))
    content = write([process], [Diagram(shapes=shapes, plane="p")])
    (diagram,) = read(content, "new.bpmn").diagrams
    assert [shape.marker_visible for shape in diagram.shapes] == [written, None]
