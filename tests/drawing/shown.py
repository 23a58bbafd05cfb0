"""What a drawing of ours and what bpmn-js show of a file: elements, their kinds, labels and markers, to be compared."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from tests import bpmn_js

SVG = "{http://www.w3.org/2000/svg}"
FILES = (
    "interop/Reference/A.4.1.bpmn",
    "interop/Reference/C.1.0.bpmn",
    "interop/Reference/C.2.0.bpmn",
    "interop/Reference/C.3.0.bpmn",
    "interop/Reference/C.7.0.bpmn",
    "interop/bpmn.io (Camunda Modeler) 18.6.1/B.2.0-export.bpmn",
    "interop/BIC Cloud Design 6.2.0/B.1.0-export.bpmn",
    "interop/Cardanit (prev. BeePMN) 4.9.1/C.6.0-export.bpmn",
    "hdbpmn/ex05/ex05_writer0042.bpmn",
    "bpmn_samples/byggesoknad/fjordvik.bpmn",
)
"""Ten files by six tools and one by hand. They have nearly every element, and pools that lie and that stand."""


def path_of(name: str, shared: Path, root: Path) -> Path:
    """Return where one of the files lies."""
    folders = {"interop": shared / "data" / "interop", "hdbpmn": shared / "data" / "variants" / "hdbpmn"}
    folder, _, rest = name.partition("/")
    return folders.get(folder, root / folder) / rest


SCRIPT = """
  const viewer = new BpmnJS({ container: "#canvas" });
  try {
    await viewer.importXML(xml);
    const registry = viewer.get("elementRegistry");
    const answer = {};
    const write = (element) => {
      const visual = registry.getGraphics(element).querySelector(".djs-visual");
      return [...visual.querySelectorAll("text")].map((text) => text.textContent).join(" ");
    };
    for (const element of registry.getAll()) {
      if (element.type === "label" || !element.parent) continue;
      const semantic = element.businessObject;
      const visual = registry.getGraphics(element).querySelector(".djs-visual");
      const parts = [...visual.querySelectorAll("circle, rect, polygon, path")].filter((each) => !each.closest("defs"));
      const first = parts[0];
      const style = getComputedStyle(first);
      const start = visual.querySelector("[id='" + style.markerStart.replace(/^url\\("#|"\\)$/g, "") + "']");
      answer[element.id] = {
        type: element.type.replace("bpmn:", ""),
        text: write(element) + element.labels.map(write).join(" "),
        markers: [...visual.querySelectorAll("[data-marker]")].map((each) => each.getAttribute("data-marker")),
        paths: parts.filter((each) => each.tagName === "path").length,
        dashed: style.strokeDasharray !== "none",
        width: parseFloat(style.strokeWidth) || 0,
        start: start && start.querySelector("path") ? start.querySelector("path").getAttribute("d") : "",
        triggers: (semantic.eventDefinitions || []).map((each) => each.$type.replace("bpmn:", "")),
        all: !!semantic.parallelMultiple || semantic.eventGatewayType === "Parallel",
        collection: !!(semantic.dataObjectRef || semantic).isCollection,
        several: !!semantic.participantMultiplicity && semantic.participantMultiplicity.maximum > 1,
        state: semantic.dataState && semantic.dataState.name || "",
        kind: Object.hasOwn(element.di, "messageVisibleKind") ? element.di.messageVisibleKind : "",
        message: semantic.messageRef && semantic.messageRef.name || "",
      };
    }
    return answer;
  } finally {
    viewer.destroy();
  }
"""
_MARKERS = {"sub-process": "collapsed", "loop": "standard", "adhoc": "adHoc"}
_STARTS = {"M 6 4 L 10 16": "default", "M 0 10 L 8 6 L 16 10 L 8 14 Z": "conditional"}
_PLAIN = {"task", "subProcess", "transaction", "adHocSubProcess", "callActivity"}


class Shown(NamedTuple):
    """One element as it is drawn: `icons` are the small pictures, `dashed` and `thick` its outline."""

    kind: str
    text: str
    icons: frozenset[str]
    dashed: bool
    thick: bool


def by_bpmn_js(files: dict[str, bytes], folder: Path, chromium: str, node_modules: Path) -> dict[str, dict[str, Shown]]:
    answers = bpmn_js.run(files, SCRIPT, node_modules / bpmn_js.VIEWER, folder, chromium)
    assert all(isinstance(answer, dict) for answer in answers.values()), answers
    return {name: {key: theirs(each) for key, each in found.items()} for name, found in answers.items()}


def by_us(svg: str) -> dict[str, Shown]:
    root = etree.fromstring(svg.encode())
    found: dict[str, Shown] = {}
    names: dict[str, str] = defaultdict(str)
    for group in root.iter(f"{SVG}g"):
        if group.get("data-label-of"):
            names[group.get("data-label-of")] += _text(group)
    for group in root.iter(f"{SVG}g"):
        key, kind = group.get("data-element"), group.get("data-type")
        if key is None or kind == "badges":
            continue
        outline = next(child for child in group.iter() if child.get("stroke"))
        icons = {child.get("data-icon") for child in group.iter() if child.get("data-icon")}
        text = _plain(_text(group) + names[key])
        thick = _is_thick(kind, float(outline.get("stroke-width")), 3.0)
        found[key] = Shown(kind, text, frozenset(icons), _is_dashed(kind, outline.get("stroke-dasharray")), thick)
    return found


def theirs(each: dict[str, Any]) -> Shown:
    kind = each["type"][:1].lower() + each["type"][1:]
    icons = {_MARKERS.get(marker, marker) for marker in each["markers"]}
    triggers = [_trigger(name) for name in each["triggers"]]
    if triggers:
        several = "parallel" if each["all"] else "multiple"
        icons.add(triggers[0] if len(triggers) == 1 else several)
    if kind.endswith("Task"):
        icons.add(kind)
    if kind == "exclusiveGateway" and each["paths"]:
        icons.add(kind)
    elif kind == "eventBasedGateway":
        icons.add("parallel" if each["all"] else "multiple")
    elif kind.endswith("Gateway") and kind != "exclusiveGateway":
        icons.add(kind)
    if kind in ("dataInput", "dataOutput"):
        icons.add(kind)
    if kind.startswith("data") and each["collection"]:
        icons.add("collection")
    if kind == "participant" and each["several"]:
        icons.add("parallel")
    if kind == "sequenceFlow" and each["start"]:
        icons.add(_STARTS[each["start"]])
    # It draws a letter for every message; we do so for those that the diagram shows or that have a name.
    if kind == "messageFlow" and (each["kind"] or each["message"]):
        icons.add(f"message-{each['kind'] or 'initiating'}")
    text = _plain(each["text"])
    state = _plain(each["state"])
    if kind in ("dataInput", "dataOutput") and state and state not in text:
        text += f"[{state}]"  # it writes states only at references
    dashed = _is_dashed(kind, "dashed" if each["dashed"] else None)
    return Shown(kind, text, frozenset(icons), dashed, _is_thick(kind, each["width"], 3.0))


def _trigger(name: str) -> str:
    kind = name.removesuffix("EventDefinition")
    return kind[:1].lower() + kind[1:]


def _is_dashed(kind: str, dashes: str | None) -> bool:
    return bool(dashes) and kind.endswith(("Event", "Process", "Flow"))


def _is_thick(kind: str, width: float, least: float) -> bool:
    return width >= least and (kind.endswith("Event") or kind in _PLAIN)


def _text(group: etree._Element) -> str:
    """Return what is written in a group; where it had to be cut, what its title says."""
    cut = [title.text or "" for title in group.iter(f"{SVG}title")]
    return "".join(cut) or "".join(line.text or "" for line in group.iter(f"{SVG}tspan"))


def _plain(text: str) -> str:
    """Return a text without what depends on where lines end."""
    return re.sub(r"[\s-]", "", text)
