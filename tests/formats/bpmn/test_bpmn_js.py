"""What procmap writes is imported by bpmn-js, in a real browser, without an error or a warning."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from procmap import formats
from procmap.formats.bpmn.edit import rewrite
from procmap.formats.bpmn.write import write
from procmap.model import Activity, BadInput, SequenceFlow
from tests.bpmn_js import imports_of
from tests.conftest import SHARED
from tests.edits import without
from tests.formats.bpmn.test_write import SAMPLES, TRAPS
from tests.strategies import processes

pytestmark = [pytest.mark.npm, pytest.mark.browser]

NOT_DRAWN = {
    "all-kinds-of-nodes": "an implicit throw event has no symbol",
    "boundary-on-nothing": "cites what does not exist",
    "collaborations-sharing-a-process": "two pools of one process: bpmn-js draws that once",
    "dangling-flows": "cites what does not exist",
    "dangling-references": "cites what does not exist",
    "empty-process": "has nothing to draw",
    "lane-names-nothing": "cites what does not exist",
    "message-to-nothing": "cites what does not exist",
    "process-without-pool-in-collaboration": "bpmn-js draws only the processes of pools beside a collaboration",
    "two-pools-one-process": "two pools of one process: bpmn-js draws that once",
    "unknown-bpmn-element": "cites what procmap does not hold, and says so on reading",
}
"""Traps that bpmn-js cannot show whole, whoever writes them."""

INTEROP = sorted((SHARED / "data" / "interop" / "Reference").rglob("*.bpmn"))


def test_bpmn_js_shows_what_procmap_writes(tmp_path, chromium, node_modules):
    files: dict[str, bytes] = {}
    for path in (*SAMPLES, *TRAPS, *INTEROP):
        try:
            document = formats.read(str(path))
        except BadInput:
            continue
        if path in TRAPS and path.stem in NOT_DRAWN:
            continue
        name = "/".join(path.parts[-2:])
        files[f"{name} anew"] = write(document.processes)
        if path in (*SAMPLES, *INTEROP):
            files[f"{name} source"] = document.source
            files[f"{name} edited"] = _with_another_step(document)
    for number, process in enumerate(_generated(12)):
        files[f"generated {number}"] = write([process])

    imported = imports_of(files, tmp_path, chromium, node_modules)
    new = {name: texts for name, texts in imported.items() if name.endswith(" anew") or name.startswith("generated ")}
    edited = {name: texts for name, texts in imported.items() if name.endswith(" edited")}

    assert imported.keys() == files.keys()
    assert {name: texts for name, texts in new.items() if texts} == {}
    assert edited == {name: imported[name.replace(" edited", " source")] for name in edited}


def _with_another_step(document: formats.Document) -> bytes:
    process = next(process for process in document.processes if process.nodes)
    beside = next(node for node in process.nodes if isinstance(node, Activity))
    place = {"parent": beside.parent, "pool": beside.pool}
    step = Activity(id="A_new_step", name="Ny oppgave", **place)
    flow = SequenceFlow(id="A_new_flow", source=beside.id, target=step.id, **place)
    changed = process.replace(nodes=(*process.nodes, step), flows=(*process.flows, flow))
    return rewrite(document, tuple(changed if other is process else other for other in document.processes))


def _generated(count: int) -> list:
    made: list = []

    @settings(max_examples=4 * count, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(processes())
    def generate(process) -> None:
        implicit = {node.id for node in process.nodes if node.type == "implicitThrowEvent"}
        for node_id in implicit:  # has no symbol in BPMN, and none in bpmn-js
            process = without(process, node_id)
        made.append(process)

    generate()
    # Beside a collaboration bpmn-js draws only the processes of pools.
    return [process for process in made if any(p.process for p in process.pools) or not _collaborates(process)][:count]


def _collaborates(process) -> bool:
    return bool(process.pools or process.message_flows)
