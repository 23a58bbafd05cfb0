"""What bpmn-js makes of a BPMN file, beside the diagram that the file writes: warnings, elements, places, labels."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from procmap.formats.xml_input import parse
from tests import bpmn_js

AT_ONCE = 40
"""How many files one page of the browser gets."""
NEAR = 1.0
"""Units: bpmn-js rounds coordinates to whole ones."""
_BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
_DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
_DC = "{http://www.omg.org/spec/DD/20100524/DC}"
_DD = "{http://www.omg.org/spec/DD/20100524/DI}"

SCRIPT = """
  const viewer = new BpmnJS({ container: "#canvas" });
  const told = (warnings) => warnings.map((warning) => String(warning.message));
  const show = () => {
    const registry = viewer.get("elementRegistry");
    const answer = {};
    for (const element of registry.getAll()) {
      if (!element.parent) continue;
      const visual = registry.getGraphics(element).querySelector(".djs-visual");
      const boxes = [...visual.querySelectorAll("text")].filter((text) => text.textContent.trim());
      const texts = boxes.map((text) => {
        const { x, y, width, height } = text.getBBox();
        const moved = text.transform.baseVal.consolidate();
        const { a, b, c, d, e, f } = moved ? moved.matrix : { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
        const xs = [x, x + width], ys = [y, y + height];
        const all = xs.flatMap((px) => ys.map((py) => [a * px + c * py + e, b * px + d * py + f]));
        return [0, 1].flatMap((n) => [Math.min(...all.map((p) => p[n])), Math.max(...all.map((p) => p[n]))]);
      });
      answer[element.id] = {
        type: element.type.replace("bpmn:", ""), of: element.businessObject.id,
        bounds: element.waypoints ? null : [element.x, element.y, element.width, element.height],
        waypoints: element.waypoints ? element.waypoints.map(({ x, y }) => [x, y]) : null,
        ends: element.waypoints ? [element.source && element.source.id, element.target && element.target.id] : null,
        texts,
      };
    }
    return answer;
  };
  try {
    const answers = {};
    const first = await viewer.importXML(xml);
    const diagrams = viewer.getDefinitions().diagrams;
    answers.reading = told(first.warnings);
    answers.diagrams = [];
    for (const diagram of diagrams) {
      const { warnings } = await viewer.open(diagram);
      answers.diagrams.push({ id: diagram.id, warnings: told(warnings), elements: show() });
    }
    return answers;
  } finally {
    viewer.destroy();
  }
"""


@dataclass(frozen=True)
class Imported:
    """What bpmn-js said when it read a file and opened every diagram of it, and what its pictures have otherwise.

    `warnings` are its own words; `unseen` the drawn elements that it does not show; `astray` sentences on what stands
    elsewhere than written, is not fastened, or is out of order; `elements` and `labels` count what is drawn and named,
    and `outside` are the elements of names that stand out of their bounds.
    """

    warnings: tuple[str, ...]
    unseen: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()
    elements: int = 0
    labels: int = 0
    outside: tuple[str, ...] = ()


def imported(files: Mapping[str, bytes], chromium: str, node_modules: Path) -> Iterator[tuple[str, Imported]]:
    """Yield, by the name of each file, what bpmn-js makes of it."""
    names = list(files)
    for first in range(0, len(names), AT_ONCE):
        some = {name: files[name] for name in names[first : first + AT_ONCE]}
        with tempfile.TemporaryDirectory() as folder:
            answers = bpmn_js.run(some, SCRIPT, node_modules / bpmn_js.VIEWER, Path(folder), chromium)
        for name, content in some.items():
            yield name, _judged(content, answers[name])


def _judged(content: bytes, answer: Any) -> Imported:
    if isinstance(answer, list):
        return Imported(tuple(answer))
    root = parse(content, "file").root
    warnings = [*answer["reading"]]
    unseen: list[str] = []
    astray: list[str] = []
    outside: list[str] = []
    elements = labels = 0
    planes = {plane.getparent().get("id"): plane for plane in root.iter(f"{_DI}BPMNPlane")}
    for shown in answer["diagrams"]:
        plane = planes.get(shown.get("id"))
        if plane is None:
            continue  # bpmn-js adds one for what is inside a closed sub-process
        warnings += shown["warnings"]
        there = shown["elements"]
        items = plane.findall(f"{_DI}BPMNShape") + plane.findall(f"{_DI}BPMNEdge")
        elements += len(items)
        unseen += [key for item in items if (key := item.get("bpmnElement", "")) not in there]
        astray += [text for item in items for text in _moved(item, there)]
        astray += [*_lanes(root, there), *_flows(root, there)]
        labels += sum(len(each["texts"]) for each in there.values())
        outside += [key for key, each in there.items() if _spills(each)]
    once = [tuple(dict.fromkeys(texts)) for texts in (warnings, unseen, astray)]
    return Imported(*once, elements, labels, tuple(outside))


def _moved(item: etree._Element, there: Mapping[str, Any]) -> Iterator[str]:
    """Yield where a shape or edge is shown, if elsewhere than the file says."""
    key = item.get("bpmnElement", "")
    each = there.get(key)
    if each is None:
        return
    if item.tag == f"{_DI}BPMNShape":
        if not _same(_box(item), each["bounds"] or []):
            yield f"{key} is at {each['bounds']}, written at {_box(item)}"
        label = item.find(f"{_DI}BPMNLabel")
        beside = there.get(f"{key}_label")
        if beside is not None and label is not None and label.find(f"{_DC}Bounds") is not None:
            (left, top, width, _), shown = _box(label), beside["bounds"]
            middle = shown[0] + shown[2] / 2
            if abs(middle - left - width / 2) > NEAR or abs(shown[1] - top) > NEAR:
                yield f"the label of {key} is at {shown}, written at {_box(label)}"
    else:
        points = [(float(p.get("x", "nan")), float(p.get("y", "nan"))) for p in item.findall(f"{_DD}waypoint")]
        if not _same([n for point in points for n in point], [n for point in each["waypoints"] or [] for n in point]):
            yield f"{key} runs {each['waypoints']}, written {points}"


def _lanes(root: etree._Element, there: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lanes that do not follow each other as the file lists them."""
    for lanes in (*root.iter(f"{_BPMN}laneSet"), *root.iter(f"{_BPMN}childLaneSet")):
        boxes = [there[key]["bounds"] for lane in lanes if (key := lane.get("id", "")) in there]
        lying = all(box[0] == boxes[0][0] for box in boxes)
        starts = [box[1] if lying else box[0] for box in boxes]
        if starts != sorted(starts):
            yield f"the lanes of {lanes.get('id')} are not in order"


def _flows(root: etree._Element, there: Mapping[str, Any]) -> Iterator[str]:
    """Yield flows that are not fastened to what they join."""
    for kind in ("messageFlow", "sequenceFlow"):
        for flow in root.iter(f"{_BPMN}{kind}"):
            each = there.get(flow.get("id", ""))
            if each is None:
                continue
            ends = [flow.get("sourceRef"), flow.get("targetRef")]
            if each["ends"] != ends:
                yield f"{flow.get('id')} joins {each['ends']}, written {ends}"
                continue
            for end, point in zip(ends, (each["waypoints"][0], each["waypoints"][-1]), strict=True):
                box = there[end]["bounds"]
                if box is not None and not _on_border(point, box):
                    yield f"{flow.get('id')} ends at {point}, {end} is at {box}"


def _spills(each: Mapping[str, Any]) -> bool:
    """Tell whether letters stand outside what they name: an activity, pool, lane or the bounds of a label."""
    if each["bounds"] is None or each["type"] == "Group":
        return False
    _, _, width, height = each["bounds"]
    return any(
        left < -NEAR or right > width + NEAR or top < -NEAR or bottom > height + NEAR
        for left, right, top, bottom in each["texts"]
    )


def _box(item: etree._Element) -> list[float]:
    bounds = item.find(f"{_DC}Bounds")
    assert bounds is not None
    return [float(bounds.get(name, "nan")) for name in ("x", "y", "width", "height")]


def _same(written: list[float], shown: list[float]) -> bool:
    return len(written) == len(shown) and all(abs(a - b) <= NEAR for a, b in zip(written, shown, strict=True))


def _on_border(point: list[float], box: list[float]) -> bool:
    """Tell whether a point lies on the edge of a box, or on that of the circle or diamond that fills it, not beyond."""
    left, top, width, height = box
    across, down = point[0] - left, point[1] - top
    if not (-NEAR <= across <= width + NEAR and -NEAR <= down <= height + NEAR):
        return False
    return min(across, width - across, down, height - down) <= max(NEAR, min(width, height) / 2 if width <= 60 else 0)
