"""DOT: what is drawn, that labels show what they say, and what is told to be missing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.document import Writing
from procmap.formats.dot import DOT, OVERVIEW, rendering, write, write_overview
from procmap.formats.dot.labels import escaped, label
from procmap.formats.dot.source import source_of
from procmap.layout.frames import visible_data
from procmap.messages import sentence
from procmap.model import (
    Activity,
    BadInput,
    Control,
    DataItem,
    Diagram,
    Event,
    Gateway,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    ProcessCard,
    SequenceFlow,
)
from tests.formats.dot.parsing import Graph, parse, shown
from tests.model.builders import small
from tests.strategies import HOSTILE, processes

TEXTS = st.text(max_size=40) | st.sampled_from(
    (
        *HOSTILE,
        '<b>"bold"</b>',
        "<>",
        '\\"',
        "\\\\",
        "\\N \\G \\l",
        "a\\",
        '"',
        "&lt;",
        "a\x00b",
        "<![CDATA[x]]>",
        "]",
        "}",
    )
)


def words(text: str) -> list[str]:
    """Return the words of a text without what nobody sees."""
    kept = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).split()


def drawn(*process: Process) -> Graph:
    return parse(source_of(process).text)


def codes(process: Process, *diagrams: Diagram) -> dict[str, int]:
    return {finding.code: finding.params["count"] for finding in write(Writing((process,), diagrams)).findings}


class TestLabels:
    @given(TEXTS)
    def test_a_label_shows_what_it_says(self, text: str):
        graph = drawn(Process(id="P", nodes=(Activity(id="T", name=text),)))
        (node,) = graph.nodes.values()
        assert words(shown(node["label"])) == words(text)

    @given(TEXTS.filter(words))
    def test_ids_too(self, text: str):
        graph = drawn(Process(id="P", nodes=(Activity(id=text, name="T"),)))
        (node,) = graph.nodes.values()
        assert words(shown(node["id"])) == words(text)

    @given(TEXTS)
    def test_clusters_and_lines_too(self, text: str):
        lane = Lane(id="L", name=text, nodes=("a", "b"))
        nodes = (Activity(id="a"), Activity(id="b"))
        flow = SequenceFlow(id="f", source="a", target="b", name=text)
        graph = drawn(Process(id="P", lanes=(lane,), nodes=nodes, flows=(flow,)))
        assert words(shown(graph.clusters["cluster_p1_n1"]["label"])) == words(text)
        ((_, _, edge),) = graph.edges
        assert words(shown(edge.get("label", ""))) == words(text)

    def test_long_names_are_broken_at_blanks_only(self):
        name = "Kontrollere at søknaden er komplett " + "x" * 60
        assert shown(label(name)).split("\n") == ["Kontrollere at søknaden", "er komplett", "x" * 60]

    def test_one_line(self):
        assert escaped("a\nb\\n") == "a b\\\\n"


class TestShapes:
    def test_the_small_process(self):
        graph = drawn(small())
        shapes = {node["id"]: (node["shape"], node.get("penwidth")) for node in graph.nodes.values()}
        assert shapes == {
            "start": ("circle", None), "receive": ("box", None), "decide": ("box", None), "end": ("circle", "3"),
        }  # fmt: skip
        names = {node["id"]: name for name, node in graph.nodes.items()}
        assert [(a, b) for a, b, _ in graph.edges] == [
            (names["start"], names["receive"]), (names["receive"], names["decide"]), (names["decide"], names["end"]),
        ]  # fmt: skip

    def test_lanes_lie_in_pools_and_nodes_in_lanes(self):
        graph = drawn(small())
        by_id = {attributes["id"]: name for name, attributes in graph.clusters.items() if name}
        assert graph.clusters[by_id["Pool"]]["label"] == "Nordås kommune"
        assert graph.holder[by_id["Lane_2"]] == by_id["Pool"]
        held = {node["id"]: graph.holder[name] for name, node in graph.nodes.items()}
        assert held == {
            "start": by_id["Lane_1"], "receive": by_id["Lane_1"], "decide": by_id["Lane_2"], "end": by_id["Lane_2"],
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("kind", "sign"),
        [("exclusiveGateway", "×"), ("parallelGateway", "+"), ("inclusiveGateway", "○")],  # noqa: RUF001
    )
    def test_gateways(self, kind: str, sign: str):
        (node,) = drawn(Process(id="P", nodes=(Gateway(id="G", name="Klar?", type=kind),))).nodes.values()
        assert (node["shape"], node["label"], node["xlabel"]) == ("diamond", sign, "Klar?")

    def test_an_outside_participant_is_a_box_and_messages_end_at_pools(self):
        message = MessageFlow(id="m", name="Vedtak", source="Pool", target="Søker")
        process = small(pools=(*small().pools, Pool(id="Søker", name="Søker")), message_flows=(message,))
        graph = drawn(process)
        edge = next(attributes for _, _, attributes in graph.edges if attributes["id"] == "m")
        assert graph.clusters[edge["ltail"]]["id"] == "Pool"
        assert edge["style"] == "dashed"
        assert [node["shape"] for node in graph.nodes.values() if node["id"] == "Søker"] == ["box"]

    def test_an_empty_lane_is_still_drawn(self):
        graph = drawn(Process(id="P", lanes=(Lane(id="L", name="Ingen"),)))
        assert [name for name, node in graph.nodes.items() if node["style"] == "invis"] == ["p1_n1_empty"]

    def test_a_boundary_event_lies_with_its_host(self):
        event = Event(id="late", type="boundaryEvent", attached_to="receive", interrupting=False, pool="Pool")
        graph = drawn(small(nodes=(*small().nodes, event)))
        names = {node["id"]: name for name, node in graph.nodes.items()}
        assert graph.holder[names["late"]] == graph.holder[names["receive"]]
        assert (names["receive"], names["late"]) in {(a, b) for a, b, _ in graph.edges}

    def test_several_processes_are_a_cluster_each_and_calls_are_lines(self):
        caller = Process(id="A", name="Én", nodes=(Activity(id="c", type="callActivity", called="B"),))
        called = Process(id="B", nodes=(Activity(id="t"),))
        graph = drawn(caller, called, Process(id="C"))
        assert [graph.clusters[name]["label"] for name in graph.clusters if name.endswith("frame")] == ["Én", "B", "C"]
        assert [(a, b, edge["lhead"]) for a, b, edge in graph.edges] == [("p1_n1", "p2_n1", "cluster_p2_frame")]


@given(processes())
def test_everything_with_a_shape_is_drawn_once_and_every_line_is_drawn_or_told(process: Process):
    source = source_of((process,))
    graph = parse(source.text)
    data = visible_data(process)
    shapes = (*process.pools, *process.lanes, *process.nodes, *data, *process.annotations)
    told = [shown(each["id"]) for each in (*graph.nodes.values(), *graph.clusters.values()) if each.get("id")]
    assert sorted(told) == sorted(" ".join(element.id.split()) for element in shapes)
    lines = len(process.flows) + len(process.message_flows) + len(process.associations)
    lines += sum(1 for node in process.nodes if isinstance(node, Event) and node.attached_to)
    lines += sum(len(link.sources) if link.type == "input" else bool(link.target) for link in process.data_associations)
    assert len(graph.edges) + source.loose_ends == lines
    assert {end for a, b, _ in graph.edges for end in (a, b)} <= set(graph.nodes)
    assert source_of((process,)) == source


class TestTold:
    def test_what_dot_has_no_place_for(self):
        lanes = (Lane(id="L1", nodes=("a",)), Lane(id="L2", nodes=("a",)))
        process = Process(
            id="P",
            card=ProcessCard(owner="rådmann"),
            lanes=lanes,
            nodes=(Activity(id="a", documentation=("Slik.",)), Activity(id="b", performers=("arkivar",))),
            flows=(SequenceFlow(id="f", source="a", target="nowhere"),),
            groups=(Group(id="g"),),
            attached=(Control(id="c"), Control(id="d")),
        )
        assert codes(process, Diagram(plane="P")) == {
            "dot-no-attached": 2, "dot-no-details": 2, "dot-no-card": 1, "dot-no-group": 1, "dot-one-lane": 1,
            "dot-loose-end": 1, "dot-no-coordinates": 1,
        }  # fmt: skip

    def test_the_sentences(self):
        for finding in write(Writing((small(groups=(Group(id="g"),)),), (Diagram(plane="P"),))).findings:
            assert "{" not in sentence(finding)

    def test_nothing_is_told_of_what_is_all_drawn(self):
        process = small(data=(DataItem(id="d", name="Søknad", type="dataObject", state="ny"),))
        assert codes(process) == {}

    def test_organisation_and_name_on_the_card_are_no_loss(self):
        assert codes(small(card=ProcessCard(name="Byggesøknad", organisation="Nordås"))) == {}


class TestHostile:
    def test_a_ring_of_lanes_and_of_sub_processes(self):
        lanes = (Lane(id="L1", parent="L2"), Lane(id="L2", parent="L1"))
        nodes = (Activity(id="a", parent="b"), Activity(id="b", parent="a"), Activity(id="c", parent="c"))
        graph = drawn(Process(id="P", lanes=lanes, nodes=nodes))
        told = {each["id"] for each in (*graph.nodes.values(), *graph.clusters.values()) if "id" in each}
        assert told == {"L1", "L2", "a", "b", "c"}

    def test_20000_sub_processes_in_each_other(self):
        nodes = tuple(Activity(id=f"s{n}", type="subProcess", parent=f"s{n - 1}" if n else None) for n in range(20_000))
        text = source_of((Process(id="P", nodes=nodes),)).text
        assert text.count("subgraph") == 19_999

    def test_many_lines_to_one_pool(self):
        nodes = tuple(Activity(id=f"t{n}", pool="Pool") for n in range(2_000))
        messages = tuple(MessageFlow(id=f"m{n}", source=f"t{n}", target="Pool") for n in range(2_000))
        process = Process(id="P", pools=(Pool(id="Pool", process="x"),), nodes=nodes, message_flows=messages)
        assert source_of((process,)).loose_ends == 0


class TestOverview:
    def test_the_targets(self):
        assert (DOT.suffixes, OVERVIEW.suffixes) == ((".dot", ".gv"), (".svg",))

    def test_without_graphviz_it_is_said_so(self, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(rendering, "engine", lambda: "")
        with pytest.raises(BadInput) as refused:
            write_overview(Writing((small(),)))
        assert refused.value.finding.code == "no-graphviz"
        assert "pygraphviz" in sentence(refused.value.finding)

    def test_when_graphviz_gives_up_it_is_said_so(self, monkeypatch: pytest.MonkeyPatch):
        def fail(_: str) -> bytes:
            raise RuntimeError("out of\nmemory")

        monkeypatch.setattr(rendering, "engine", lambda: "dot")
        monkeypatch.setattr(rendering, "_by_dot", fail)
        with pytest.raises(BadInput) as refused:
            write_overview(Writing((small(),)))
        assert refused.value.finding.params == {"detail": "out of memory"}
        assert "out of memory" in sentence(refused.value.finding)

    @pytest.mark.skipif(not rendering.engine(), reason="no Graphviz here")
    def test_graphviz_draws_what_was_written(self):
        hostile = tuple(Activity(id=f"t{n}", name=text) for n, text in enumerate(HOSTILE))
        written = write_overview(Writing((small(), Process(id="H", nodes=hostile))))
        assert b"<svg" in written.content
        assert b"Fatte vedtak" in written.content


@pytest.mark.skipif(not rendering.engine(), reason="no Graphviz here")
@given(processes())
def test_graphviz_accepts_every_process(process: Process):
    assert b"</svg>" in write_overview(Writing((process,))).content
