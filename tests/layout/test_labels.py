from __future__ import annotations

import pytest

from procmap.layout import place
from procmap.layout.space import Space
from procmap.model import Activity, Bounds, Event, Gateway, Process, SequenceFlow
from tests.conftest import SHARED
from tests.layout.laws import Drawing, overlap


def test_space():
    space = Space([Bounds(x=0, y=0, width=500, height=10)])
    assert not space.is_free(Bounds(x=400, y=5, width=10, height=10))
    assert space.is_free(Bounds(x=400, y=10, width=10, height=10))


def covered(drawing: Drawing) -> list[str]:
    """Return the labels that lie on a node, data item or annotation, or on another label."""
    full = {node.parent for node in drawing.process.nodes} | {item.parent for item in drawing.process.data}
    shapes = [drawing.bounds(key) for key in drawing.leaves if key not in full]
    groups = {group.id for group in drawing.process.groups}
    found: list[str] = []
    labels: list[Bounds] = []
    for part in (*drawing.diagram.shapes, *drawing.diagram.edges):
        if part.label is not None and part.element not in groups:
            if any(overlap(part.label, taken) for taken in (*shapes, *labels)):
                found.append(part.element)
            labels.append(part.label)
    return found


def test_labels_of_a_busy_gateway():
    names = [f"vei {number} når saken er slik" for number in range(8)]
    nodes = (
        Gateway(id="g", name="Hva slags sak?"),
        *(Event(id=name, type="endEvent", name=name) for name in names),
        Activity(id="back"),
    )
    flows = [SequenceFlow(id=f"f{n}", source="g", target=name, name=name) for n, name in enumerate(names)]
    flows += [SequenceFlow(id="in", source="back", target="g"), SequenceFlow(id="loop", source="g", target="back")]
    process = Process(id="p", nodes=nodes, flows=tuple(flows))
    assert covered(Drawing(process, place(process))) == []


@pytest.mark.shared
def test_labels_of_the_reference_models_cover_nothing():
    from procmap.formats import read

    paths = sorted((SHARED / "data" / "interop" / "Reference").glob("*.bpmn"))
    assert paths
    for path in paths:
        for process in read(str(path)).processes:
            assert covered(Drawing(process, place(process))) == [], path.name
