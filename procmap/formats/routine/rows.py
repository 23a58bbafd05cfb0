"""The graph of a routine as the rows of a sheet of steps, so that lists and tables are read by the same rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from procmap.formats.label_ids import LabelIds
from procmap.formats.measure_texts import Language
from procmap.formats.routine.lines import shown, told
from procmap.formats.routine.outline import Task
from procmap.formats.routine.parts import CardLine
from procmap.formats.routine.weaving import Arc, Node, Woven
from procmap.formats.spreadsheet.cells import listed
from procmap.formats.spreadsheet.columns import PROCESSES, STEPS
from procmap.formats.spreadsheet.tables import Row, Table
from procmap.language.guessing import guess_language
from procmap.model import Finding

_NAMELESS = {
    "startEvent": "start",
    "endEvent": "end",
    "exclusiveGateway": "either_or",
    "parallelGateway": "parallel",
    "task": "step",
}
_DEFAULT = "(else)"
"""The condition of a way that is taken when no other is, and has no name."""


def table_of(woven: Woven, title: str) -> tuple[Table, tuple[Finding, ...]]:
    """Return the steps and gateways of a routine as a table, with findings.

    What is told: values that a step has twice, and steps that nothing leads to.
    """
    findings: list[Finding] = []
    ids = LabelIds()
    by_node = {node: ids.new(_label(node), _NAMELESS[node.kind]) for node in woven.nodes}
    leaving: dict[Node, list[Arc]] = defaultdict(list)
    for arc in woven.arcs:
        leaving[arc.source].append(arc)
    roles = _roles(woven)
    rows: list[Row] = []
    line = 0
    for node in woven.nodes:
        line = node.task.line.number if node.task is not None else line
        cells = _details(node.task, findings) if node.task is not None else {}
        cells |= {"id": by_node[node], "step": _label(node), "role": roles.get(node, "")}
        cells["type"] = "" if node.kind == "task" else node.kind
        cells["next"] = listed(by_node[arc.target] for arc in leaving[node])
        if any(arc.condition or arc.otherwise for arc in leaving[node]):
            cells["condition"] = listed(arc.condition or (_DEFAULT if arc.otherwise else "") for arc in leaving[node])
        rows.append(Row(line, {key: text for key, text in cells.items() if text}))
    findings += _unreachable(woven, by_node)
    # What an amount of crowns is in depends on the language.
    language: Language = "sv" if guess_language(_label(node) for node in woven.nodes) == "sv" else "nb"
    return Table(STEPS, "", tuple(rows), title, language), tuple(findings)


def _label(node: Node) -> str:
    return node.task.text if node.task is not None else ""


def _details(task: Task, findings: list[Finding]) -> dict[str, str]:
    """Return the properties of a step as cells: lists grow, long texts go on; of other values the first counts."""
    cells: dict[str, str] = {}
    for detail in task.details:
        key, before = detail.column.key, cells.get(detail.column.key, "")
        if not before:
            cells[key] = detail.value
        elif detail.column.kind == "list":
            cells[key] = f"{before}; {detail.value}"
        elif detail.column.kind == "long":
            cells[key] = f"{before}\n{detail.value}"
        else:
            findings.append(told("routine-said-twice", detail.line))
    notes = (cells.get("note", ""), *task.notes)
    return {**cells, "note": "\n".join(note for note in notes if note)}


def card_table(lines: list[CardLine], title: str) -> tuple[Table, tuple[Finding, ...]]:
    """Return the lines of a card as the one row of a sheet of processes; of two with one word the first counts."""
    findings: list[Finding] = []
    cells: dict[str, str] = {}
    for line in lines:
        if line.column.key in cells:
            findings.append(told("routine-said-twice", line.line))
        cells.setdefault(line.column.key, line.value)
    if title:
        cells.setdefault("name", title)
    elif not (cells.get("name") or cells.get("organisation")):
        cells["id"] = "process"  # a sheet of processes leaves out rows without any name
    row = Row(lines[0].line.number if lines else 1, cells)
    return Table(PROCESSES, "", (row,)), tuple(findings)


def _roles(woven: Woven) -> dict[Node, str]:
    """Return the roles of nodes: of steps as they say; of a start and an exclusive join from what comes after it.

    Every other node, and a join that nothing with a role comes after, has that of what comes before it.
    """
    roles = {node: node.task.role for node in woven.nodes if node.task is not None and node.task.role}
    before = {arc.target: arc.source for arc in reversed(woven.arcs)}
    after = {arc.source: arc.target for arc in reversed(woven.arcs)}
    added = [node for node in woven.nodes if node not in roles and node.kind != "task"]
    backward = [node for node in reversed(added) if _waits(node)]
    forward = [node for node in added if node.kind != "startEvent"]
    for nodes, neighbour in (
        ([node for node in forward if not _waits(node)], before),
        (backward, after),
        (forward, before),
    ):
        for node in nodes:
            if neighbour.get(node) in roles:
                roles.setdefault(node, roles[neighbour[node]])
    return roles


def _waits(node: Node) -> bool:
    """Tell whether a node stands there for what comes after it."""
    return node.kind == "startEvent" or (node.joins and node.kind == "exclusiveGateway")


def _unreachable(woven: Woven, by_node: dict[Node, str]) -> Iterator[Finding]:
    """Yield findings for the steps that no way from a start leads to."""
    leaving: dict[Node, list[Node]] = defaultdict(list)
    for arc in woven.arcs:
        leaving[arc.source].append(arc.target)
    waiting = [node for node in woven.nodes if node.kind == "startEvent"]
    reached = set(waiting)
    while waiting:
        for following in leaving[waiting.pop()]:
            if following not in reached:
                reached.add(following)
                waiting.append(following)
    for node in woven.nodes:
        if node.task is not None and node not in reached:
            finding = told("routine-unreachable", node.task.line, step=shown(node.task.text))
            yield finding.replace(elements=(by_node[node],))
