"""All formats together: what a file is like decides, all can be converted, and what is lost on the way is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from procmap.answers.convert import convert
from procmap.formats import FORMATS, read, read_source, write
from procmap.formats.registry import TARGETS
from procmap.messages import sentence
from procmap.model import BadInput, Diagram, Process, from_json, to_json
from tests.model.builders import small

FIXTURES = Path(__file__).parent
SOURCES = {
    "pnml": FIXTURES / "pnml" / "standard.pnml",
    "woped": FIXTURES / "pnml" / "woped.pnml",
    "epml": FIXTURES / "epml" / "complete.epml",
    "bpmn": FIXTURES / "bpmn" / "traps" / "all-kinds-of-nodes.bpmn",
    "json": FIXTURES.parent / "model" / "samples" / "model-1.json",
}
LOST = {
    ("pnml", ".bpmn"): set(),
    ("woped", ".bpmn"): {"bpmn-ids-changed"},
    ("epml", ".bpmn"): {"bpmn-ids-changed"},
    ("json", ".bpmn"): {"bpmn-ids-changed"},
    ("pnml", ".dot"): {"dot-no-details", "dot-no-card", "dot-no-coordinates"},
    ("woped", ".dot"): {"dot-no-details", "dot-no-card", "dot-no-coordinates"},
    ("epml", ".dot"): {"dot-no-details", "dot-no-card"},
    ("bpmn", ".dot"): {"dot-no-details"},
    ("json", ".dot"): {
        "dot-no-attached", "dot-no-details", "dot-no-card", "dot-no-group", "dot-no-coordinates",
    },
}  # fmt: skip
"""What is told to be lost, beside what reading told; nothing where nothing stands here."""


class TestConvert:
    @pytest.mark.parametrize("source", SOURCES)
    @pytest.mark.parametrize("suffix", [".bpmn", ".json", ".dot"])
    def test_from_every_format_to_every_format(self, source: str, suffix: str, tmp_path: Path):
        document = read(str(SOURCES[source]))
        target = tmp_path / f"out{suffix}"

        answer = convert(str(SOURCES[source]), str(target))

        told = Counter(warning.code for warning in answer.warnings)
        told -= Counter(finding.code for finding in document.findings)
        assert set(told) == LOST.get((source, suffix), set())
        if suffix != ".dot":
            again = read(str(target))
            assert len(again.processes) == len(document.processes)
            for one, other in zip(document.processes, again.processes, strict=True):
                assert sorted(step.name for step in one.steps) == sorted(step.name for step in other.steps)
                assert len(one.flows) == len(other.flows)

    def test_json_loses_nothing(self, tmp_path: Path):
        for name, path in SOURCES.items():
            document = read(str(path))
            convert(str(path), str(tmp_path / f"{name}.json"))
            again = from_json((tmp_path / f"{name}.json").read_text(encoding="utf-8"))
            assert (again.processes, again.diagrams) == (document.processes, document.diagrams)

    @pytest.mark.parametrize("suffix", [".epml", ".pnml"])
    def test_what_is_only_read_is_refused_with_what_can_be_written(self, suffix: str, tmp_path: Path):
        with pytest.raises(BadInput) as refused:
            convert(str(SOURCES["pnml"]), str(tmp_path / f"out{suffix}"))
        assert refused.value.finding.code == "unknown-target"
        known = str(refused.value.finding.params["known"]).split(", ")
        assert {".bpmn", ".json", ".dot", ".svg"} <= set(known)
        assert suffix not in known

    def test_what_is_only_written_is_not_read(self):
        with pytest.raises(BadInput) as refused:
            read_source(b"digraph {}", "a.dot")
        assert refused.value.finding.code == "unknown-format"
        assert "dot" not in str(refused.value.finding.params["known"]).split(", ")


class TestTold:
    def test_ids_that_bpmn_cannot_have(self):
        process = small()
        clash = small(id="Q")
        assert write((process,), "a.bpmn").findings == ()
        (finding,) = write((process, clash), "a.bpmn").findings
        assert (finding.code, finding.params) == ("bpmn-ids-changed", {"count": 10})
        assert "10" in sentence(finding)

    def test_a_drawing_that_is_not_whole(self):
        findings = write((small(),), "a.bpmn", (Diagram(plane="P"),)).findings
        assert [finding.code for finding in findings] in ([], ["bpmn-drawn-anew"])

    def test_the_drawing_of_another_format_is_kept(self):
        document = read(str(SOURCES["pnml"]))
        again = read_source(write(document.processes, "a.bpmn", like=document).content, "a.bpmn")
        assert {shape.element: shape.bounds for shape in again.diagrams[0].shapes} == {
            shape.element: shape.bounds for shape in document.diagrams[0].shapes
        }


def test_no_two_formats_share_a_name_or_a_suffix():
    everything = (*FORMATS, *TARGETS)
    names = [each.name for each in everything]
    suffixes = [suffix for each in everything for suffix in each.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)


def test_each_fixture_is_recognised_by_one_format():
    for path in SOURCES.values():
        head = path.read_bytes()[:100_000]
        assert [known.name for known in FORMATS if known.recognises(head)] == [read(str(path)).format], path


def test_a_process_survives_json_by_name():
    process = Process(id="P", name="Byggesøknad")
    written = write((process,), "a.json")
    assert written.content.decode("utf-8") == to_json((process,))
    assert written.findings == ()


STEPS = {
    "epml": ("function", "event", "processInterface"),
    "bpmn": (
        "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask", "businessRuleTask",
        "subProcess", "callActivity", "transaction", "adHocSubProcess", "startEvent", "endEvent",
        "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent",
    ),
}  # fmt: skip


@pytest.mark.shared
def test_every_model_of_the_matching_contests_is_read_with_all_its_steps(shared: Path):
    paths = sorted(path for path in (shared / "data" / "matching").rglob("*") if path.suffix[1:] in STEPS)
    assert len(paths) == 45
    for path in paths:
        document = read(str(path))
        root = etree.fromstring(path.read_bytes())
        names = [
            " ".join((element.get("name") or element.findtext("{*}name") or "").replace("\\n", " ").split())
            for kind in STEPS[document.format]
            for element in root.iter(f"{{*}}{kind}")
        ]
        steps = [step.name for process in document.processes for step in process.steps]
        assert Counter(filter(None, steps)) == Counter(filter(None, names)), path
        assert len(steps) == len(names), path
        assert not [finding for finding in document.findings if finding.severity == "blocking"]
