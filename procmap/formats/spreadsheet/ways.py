"""Where the rows of a process lead: from the columns `next` and `condition`, else from the order of the rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.cells import items, places
from procmap.formats.spreadsheet.citations import Citations, StepRow
from procmap.formats.spreadsheet.columns import plain_heading
from procmap.formats.spreadsheet.gateways import Arc
from procmap.formats.spreadsheet.words import ENDS, is_else
from procmap.model import Activity, Event
from procmap.model.elements import Node

NOTHING = ("-", "–", "—")  # noqa: RUF001 - as people and word processors write it
"""What `next` says where nothing follows, and no end event is to be added."""
END = "\x00end"
"""The target of an arc to an end event that no row is."""


@dataclass
class Ways:
    """Arcs between rows (to END where the work ends), and the rows that lead nowhere though they should."""

    arcs: list[Arc] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


def ways_of(rows: Sequence[StepRow], nodes: Sequence[Node], citations: Citations, notes: Notes) -> Ways:
    """Return where the rows lead; each row has its node at the same place. What cannot be followed is told."""
    by_id = {node.id: node for node in nodes}
    following = _following(nodes)
    found = Ways()
    by_order = 0
    for each, node in zip(rows, nodes, strict=True):
        cited = items(each.row["next"])
        conditions = places(each.row["condition"])
        if cited and cited[0] in NOTHING:
            continue
        if not cited:
            if isinstance(node, Event) and (node.type == "endEvent" or node.attached_to):
                continue
            after = following.get(node.id)
            if after is not None:
                by_order += 1
                found.arcs.append(_arc(node.id, after, conditions[0] if conditions else ""))
            elif not _stands_alone(node):
                found.open.append(node.id)
            continue
        if conditions and len(conditions) != len(cited):
            notes.report(
                "spreadsheet-conditions-differ",
                node.id,
                row=each.row.number,
                conditions=len(conditions),
                steps=len(cited),
            )
        conditions += [""] * (len(cited) - len(conditions))
        for target, condition in zip(cited, conditions, strict=False):
            end = citations.find(target) or (END if plain_heading(target) in ENDS else None)
            if end is None:
                notes.report("spreadsheet-next-nothing", node.id, row=each.row.number, cited=target[:100])
            elif end != END and _scope(by_id[end]) != _scope(node):
                notes.report("spreadsheet-next-across", node.id, end, row=each.row.number, cited=target[:100])
            else:
                found.arcs.append(_arc(node.id, end, condition))
    if by_order and any(each.row["next"] for each in rows):
        notes.report("spreadsheet-next-by-order", severity="info", count=by_order)
    return found


def _scope(node: Node) -> tuple[str | None, str | None]:
    return node.parent, node.pool


def _arc(source: str, target: str, condition: str) -> Arc:
    """Return an arc with its condition: `else` alone or in brackets after a name makes it the default."""
    name, bracket, mark = condition.rpartition("(")
    if bracket and mark.endswith(")") and is_else(mark[:-1]):
        return Arc(source, target, name.strip(), default=True)
    return Arc(source, target, condition, default=is_else(condition))


def condition_text(name: str, language_words: tuple[str, ...], *, default: bool) -> str:
    """Return the condition of a way as `ways_of` reads it; `language_words` are the words for `else`."""
    if not default or is_else(name):
        return name
    return f"{name} ({language_words[0]})".strip()


def _following(nodes: Sequence[Node]) -> dict[str, str]:
    """Return for each row the next one in the same sub-process and pool, by the order of the rows."""
    scopes: dict[tuple[str | None, str | None], list[Node]] = defaultdict(list)
    for node in nodes:
        if not _stands_alone(node):
            scopes[node.parent, node.pool].append(node)
    return {
        node.id: after.id
        for inside in scopes.values()
        for node, after in pairwise(inside)
        if not (isinstance(after, Event) and after.type == "startEvent")
    }


def _stands_alone(node: Node) -> bool:
    """Tell whether a node has no place in the order of work: it is done when something happens."""
    if isinstance(node, Event):
        return node.type == "boundaryEvent"
    return isinstance(node, Activity) and node.triggered_by_event
