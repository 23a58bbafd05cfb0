from __future__ import annotations

from procmap.layout.frames import fill_frames
from procmap.layout.links import links_of
from procmap.model import (
    Activity,
    Association,
    DataAssociation,
    Lane,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
)


def test_edges_by_what_they_join():
    process = Process(
        id="x",
        pools=(Pool(id="p"),),
        lanes=(Lane(id="l"),),
        nodes=(Activity(id="a"), Activity(id="b")),
        flows=(SequenceFlow(id="f", source="a", target="b"), SequenceFlow(id="gone", source="a", target="c")),
        message_flows=(MessageFlow(id="m", source="p", target="a", message="Søknad"),),
        associations=(Association(id="s", source="a", target="f"), Association(id="t", source="l", target="a")),
        data_associations=(DataAssociation(id="d", type="input", node="a", sources=("c",)),),
    )
    plain, other = links_of(process, fill_frames(process))
    assert [(link.id, link.kind, link.name) for link in plain] == [("f", "sequence", ""), ("m", "message", "Søknad")]
    assert [link.id for link in other] == ["s", "t"]
