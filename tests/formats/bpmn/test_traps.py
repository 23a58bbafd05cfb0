"""Files with one trap each: what a careless reader loses, and what must be read.

A trap is two files in `traps/`: NAME.bpmn, and NAME.json that says what must be read of it. Dropping in both adds a
test. The keys of the JSON, all but `why` and `findings` optional:

* `why`: what the trap is, and what is right.
* `refused`: the code with which the file is refused; nothing else is looked at then.
* `findings`: the codes of all warnings and blocking findings, of reading and of `validate`, each once.
* `notes`: codes that must be among the milder findings; others may be.
* `processes`: one entry for each process, in order; of each the parts that matter: `id`, `name`, `documentation`,
  `steps` and `gateways` (id and label), `flows` and `messages` (id, source, target), `pools` (id, name, process),
  `data` (id, type, name; in any order), `types` (by id), `lanes` (of each the fields that are named), `fields` (of any
  element, by id).
* `diagrams` (how many), `planes` (what each shows), `shapes` and `edges` (by element; an edge as its waypoints).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

TRAPS = Path(__file__).parent / "traps"
NAMES = sorted(path.stem for path in TRAPS.glob("*.bpmn"))


def _expected(name: str) -> dict[str, Any]:
    return json.loads((TRAPS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_trap(name):
    from procmap import formats
    from procmap.model import BadInput

    expected = _expected(name)
    if "refused" in expected:
        with pytest.raises(BadInput) as refused:
            formats.read(str(TRAPS / f"{name}.bpmn"))
        assert refused.value.finding.code == expected["refused"]
        return
    document = formats.read(str(TRAPS / f"{name}.bpmn"))

    assert _read(document, expected) == {key: expected[key] for key in expected if key not in ("why", "notes")}
    assert set(expected.get("notes", ())) <= _codes(document, "info", "note")


@pytest.mark.parametrize("name", NAMES)
def test_reading_twice_reads_the_same(name):
    from procmap import formats

    if "refused" not in _expected(name):
        assert formats.read(str(TRAPS / f"{name}.bpmn")) == formats.read(str(TRAPS / f"{name}.bpmn"))


def test_every_trap_says_what_is_expected():
    assert sorted(path.stem for path in TRAPS.glob("*.json")) == NAMES
    assert all(_expected(name)["why"] for name in NAMES)


def _codes(document: Any, *severities: str) -> set[str]:
    from procmap.model import validate

    findings = [*document.findings, *(finding for process in document.processes for finding in validate(process))]
    return {finding.code for finding in findings if finding.severity in severities}


def _read(document: Any, expected: dict[str, Any]) -> dict[str, Any]:
    """Return what was read, in the form and to the extent of what is expected."""
    read: dict[str, Any] = {"findings": sorted(_codes(document, "warning", "blocking"))}
    if "processes" in expected:
        wanted = [*expected["processes"], *({"id": ""} for _ in document.processes[len(expected["processes"]) :])]
        read["processes"] = [
            _process(process, parts) for process, parts in zip(document.processes, wanted, strict=False)
        ]
    if "diagrams" in expected:
        read["diagrams"] = len(document.diagrams)
    if "planes" in expected:
        read["planes"] = [diagram.plane for diagram in document.diagrams]
    for kind in ("shapes", "edges"):
        if kind in expected:
            drawn = {item.element: item for diagram in document.diagrams for item in getattr(diagram, kind)}
            read[kind] = {
                element: _fields(drawn.get(element), fields) if isinstance(fields, dict) else _way(drawn.get(element))
                for element, fields in expected[kind].items()
            }
    return read


def _way(edge: Any) -> list[list[float]]:
    return [[point.x, point.y] for point in edge.waypoints] if edge else []


def _process(process: Any, expected: dict[str, Any]) -> dict[str, Any]:
    elements = {element.id: element for element in process.elements()}
    lanes = expected.get("lanes", ())
    parts = {
        "id": lambda: process.id,
        "name": lambda: process.name,
        "documentation": lambda: list(process.documentation),
        "steps": lambda: [[step.id, step.name] for step in process.steps],
        "gateways": lambda: [[node.id, node.name] for node in process.nodes if node.kind == "gateway"],
        "flows": lambda: [[flow.id, flow.source, flow.target] for flow in process.flows],
        "messages": lambda: [[flow.id, flow.source, flow.target] for flow in process.message_flows],
        "pools": lambda: [[pool.id, pool.name, pool.process] for pool in process.pools],
        "types": lambda: {node.id: node.type for node in process.nodes},
        "lanes": lambda: [
            _fields(lane, lanes[place] if place < len(lanes) else {"id": ""})
            for place, lane in enumerate(process.lanes)
        ],
        "data": lambda: _in_order_of(expected["data"], [[item.id, item.type, item.name] for item in process.data]),
        "fields": lambda: {
            element: _fields(elements.get(element), fields) for element, fields in expected["fields"].items()
        },
    }
    return {key: parts[key]() for key in expected}


def _in_order_of(expected: list[Any], found: list[Any]) -> list[Any]:
    return sorted(found, key=lambda item: (expected.index(item) if item in expected else len(expected), item))


def _fields(value: Any, expected: dict[str, Any]) -> Any:
    """Return the fields of a value that are expected; of values inside it the same. None where there is no value."""
    if value is None:
        return None
    return {name: _plain(getattr(value, name), wanted) for name, wanted in expected.items()}


def _plain(value: Any, expected: Any) -> Any:
    if isinstance(expected, dict):
        return _fields(value, expected)
    if isinstance(value, tuple):
        wanted = expected if isinstance(expected, list) else []
        return [_plain(item, wanted[place] if place < len(wanted) else "") for place, item in enumerate(value)]
    return value
