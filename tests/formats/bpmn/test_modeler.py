"""Metadata comes back from bpmn-js's modeler, whatever is done there; Camunda's panel shows the mirror."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.readable import lines_by_step
from procmap.formats.bpmn.write import write
from procmap.formats.sidecar import reattach
from procmap.model import Process
from tests.bpmn_js import CAMUNDA, MODELER, run
from tests.formats.bpmn.test_blocks import PROCESS

pytestmark = [pytest.mark.npm, pytest.mark.browser]

EDITED = """
  const modeler = new BpmnModeler({ container: "#canvas" });
  await modeler.importXML(xml);
  const get = (name) => modeler.get(name), registry = get("elementRegistry");
  EDIT
  const saved = (await modeler.saveXML({ format: true })).xml;
  modeler.destroy();
  return saved;
"""
RENAME = 'get("modeling").updateProperties(registry.get("a"), { name: "Journalføre" });'
MORPH = 'get("bpmnReplace").replaceElement(registry.get("a"), { type: "bpmn:UserTask" });'
MOVE = 'get("modeling").moveElements([registry.get("a")], { x: 30, y: 90 });'
COPY = """
  get("copyPaste").copy([registry.get("a")]);
  get("copyPaste").paste({ element: get("canvas").getRootElement(), point: { x: 600, y: 400 } });
"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory, chromium: str, node_modules: Path) -> dict[str, Process]:
    """What comes back when something was done to the process, by what was done."""
    source = {"file": write([PROCESS], language="nb")}
    edits = {"nothing": "", "renamed": RENAME, "moved": MOVE, "morphed": MORPH, "copied": COPY}
    found = {}
    for name, edit in edits.items():
        folder = tmp_path_factory.mktemp(name)
        script = EDITED.replace("BpmnModeler", "BpmnJS").replace("EDIT", edit)
        answer = run(source, script, node_modules / MODELER, folder, chromium)["file"]
        assert isinstance(answer, str), answer
        found[name] = read(answer.encode(), f"{name}.bpmn").processes[0]
    return found


def test_saved_and_moved_it_is_as_it_was(saved):
    assert saved["nothing"] == saved["moved"] == PROCESS


def test_renamed_only_the_name_differs(saved):
    assert saved["renamed"].nodes[0] == PROCESS.nodes[0].replace(name="Journalføre")
    assert saved["renamed"].attached == PROCESS.attached


def test_a_changed_type_keeps_all_in_the_documentation(saved):
    (step,) = (node for node in saved["morphed"].nodes if node.name == "Registrere")
    assert step.type == "userTask"
    assert step.details == PROCESS.nodes[0].details
    on = {value.id: step.id in value.on for value in saved["morphed"].attached if value.kind != "rosa"}
    assert on == {"K1": True, "R1": True, "A1": True}
    assert [value.level for value in saved["morphed"].attached if value.kind == "rosa" and step.id in value.on] == [3]


def test_a_changed_type_gets_all_back_from_a_sidecar(saved):
    (again,), findings = reattach([saved["morphed"]], [PROCESS])
    assert {(value.kind, value.id) for value in again.attached} >= {(v.kind, v.id) for v in PROCESS.attached}
    assert lines_by_step(again, "nb").items() >= {"b": lines_by_step(PROCESS, "nb")["b"]}.items()
    assert findings == ()


def test_a_copy_tells_what_the_original_tells(saved):
    original, copy = (node for node in saved["copied"].nodes if node.name == "Registrere")
    assert original == PROCESS.nodes[0]
    assert copy.id != original.id
    told = lines_by_step(saved["copied"], "nb")
    assert [line for line in told[copy.id] if line.key != "rosa"] == [line for line in told["a"] if line.key != "rosa"]


@pytest.mark.parametrize("platform", ["camunda7", "camunda8"])
def test_the_panel_of_camunda_shows_the_mirror(platform, tmp_path, chromium, node_modules):
    script = """
      const modeler = new BpmnModeler({ container: "#canvas", propertiesPanel: { parent: "#panel" } });
      const shown = () => new Promise((done) => setTimeout(done, 1500));
      await modeler.importXML(xml);
      await shown();
      modeler.get("selection").select(modeler.get("elementRegistry").get("a"));
      await shown();
      return [...document.querySelectorAll("#panel input, #panel textarea")].map((each) => each.value);
    """
    source = {"file": write([PROCESS], language="nb", platform=platform)}
    shown = run(source, script, node_modules / CAMUNDA[platform], tmp_path, chromium)["file"]
    for text in ("procmap.system", "Sakarkiv", "procmap.deadline", "3 uker fra mottatt søknad (pbl. § 21-7)"):
        assert text in shown, shown
