"""The rows of one process as nodes: their types, where they lie, who does them, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from procmap.formats.measure_texts import cost, deadline, duration
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.cells import items
from procmap.formats.spreadsheet.citations import Citations, StepRow
from procmap.formats.spreadsheet.types import NodeType, read_type
from procmap.formats.spreadsheet.words import ACTIVITY_TYPES, EVENT_TYPES, LETTERS
from procmap.model import Activity, Event, Gateway, Responsibility, StepDetails
from procmap.model.elements import Node

_HOLDERS = ("subProcess", "transaction", "adHocSubProcess")


def nodes_of(
    rows: Sequence[StepRow], citations: Citations, pools: dict[str, str], currency: str, notes: Notes
) -> list[Node]:
    """Return the node of each row; `pools` are ids of pools by their names. What cannot be understood is told."""
    types = {each.id: _type(each, notes) for each in rows}
    hosts = _cited(rows, "attached to", "spreadsheet-attached-to-nothing", citations, notes)
    for each in rows:
        kind, host = types[each.id].type, hosts[each.id]
        if host is not None and (kind not in ("", *EVENT_TYPES) or types[host].type not in ("", *ACTIVITY_TYPES)):
            notes.report("spreadsheet-not-attachable", each.id, host, row=each.row.number)
            hosts[each.id] = None
    parents = _cited(rows, "parent", "spreadsheet-parent-nothing", citations, notes)
    _cut_rings(rows, parents, notes)
    for each in rows:
        host = hosts[each.id]
        if host is not None and parents[each.id] is None:
            parents[each.id] = parents[host]
    around = {parent for parent in parents.values() if parent is not None}
    own_pools = {each.id: pools.get(each.row["pool"]) for each in rows}
    all_pools = _with_pools(rows, parents, hosts, own_pools)
    return [
        _node(
            each,
            types[each.id],
            _Place(parents[each.id], hosts[each.id], all_pools[each.id], each.id in around),
            currency,
            notes,
        )
        for each in rows
    ]


@dataclass(frozen=True)
class _Place:
    """Where a row lies: in a sub-process, on an activity, in a pool; and whether other rows lie in it."""

    parent: str | None
    host: str | None
    pool: str | None
    holds: bool


def _type(each: StepRow, notes: Notes) -> NodeType:
    said = read_type(each.row["type"])
    for text in said.unknown:
        notes.report("spreadsheet-type-unknown", each.id, row=each.row.number, text=text[:100])
    return said


def _cited(
    rows: Sequence[StepRow], column: str, code: str, citations: Citations, notes: Notes
) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for each in rows:
        text = each.row[column]
        cited = citations.find(text) if text else None
        if text and (cited is None or cited == each.id):
            notes.report(code, each.id, row=each.row.number, cited=text[:100])
            cited = None
        found[each.id] = cited
    return found


def _cut_rings(rows: Sequence[StepRow], parents: dict[str, str | None], notes: Notes) -> None:
    """Let nothing lie in itself: where parents form a ring, the row that closes it has none."""
    settled: set[str] = set()
    for each in rows:
        way: dict[str, None] = {}
        node: str | None = each.id
        while node is not None and node not in settled:
            way[node] = None
            after = parents[node]
            if after in way:
                notes.report("spreadsheet-parent-ring", node, row=each.row.number)
                parents[node] = None
                break
            node = after
        settled.update(way)


def _with_pools(
    rows: Sequence[StepRow],
    parents: dict[str, str | None],
    hosts: dict[str, str | None],
    pools: dict[str, str | None],
) -> dict[str, str | None]:
    """Return the pool of each row: that of what it lies in or on, else its own."""
    found: dict[str, str | None] = {}
    for each in rows:
        way: dict[str, None] = {}
        node: str = each.id
        while node not in found and node not in way:
            way[node] = None
            node = parents[node] or hosts[node] or node
        pool = found[node] if node in found else pools[node]
        found.update(dict.fromkeys(way, pool))
    return found


def _node(each: StepRow, said: NodeType, place: _Place, currency: str, notes: Notes) -> Node:
    kind, host = said.type, place.host
    if host is not None:
        kind = "boundaryEvent"
    elif place.holds and kind not in _HOLDERS:
        kind = "subProcess"
    note = each.row["note"]
    common: dict[str, Any] = {
        "id": each.id,
        "name": each.row["step"],
        "documentation": (note,) if note else (),
        "parent": place.parent,
        "pool": place.pool,
    }
    if kind in EVENT_TYPES:
        event: dict[str, Any] = {"type": kind, "triggers": said.triggers, "attached_to": host}
        return Event(**common, **event, interrupting=said.interrupting, details=_details(each, currency, notes))
    if kind in ("", *ACTIVITY_TYPES):
        activity: dict[str, Any] = {"type": kind or "task", "triggered_by_event": said.on_event, "called": said.called}
        return Activity(**common, **activity, details=_details(each, currency, notes))
    gateway: dict[str, Any] = {"type": kind}
    return Gateway(**common, **gateway)


def _details(each: StepRow, currency: str, notes: Notes) -> StepDetails:
    row = each.row
    found: dict[str, Any] = {}
    for key, field in (
        ("system", "systems"), ("documents in", "documents_in"), ("documents out", "documents_out"),
        ("legal basis", "legal_basis"),
    ):  # fmt: skip
        if row[key]:
            found[field] = items(row[key])
    for key, field in (("work time", "work_time"), ("lead time", "lead_time")):
        if row[key]:
            found[field] = duration(row[key])
            if found[field] is None:
                _tell(notes, each, "spreadsheet-time-unknown", row[key])
    if row["cost"]:
        found["cost"] = cost(row["cost"], currency)
        if found["cost"] is None:
            _tell(notes, each, "spreadsheet-cost-unknown", row["cost"])
    if row["deadline"]:
        found["deadline"] = deadline(row["deadline"])
    if row["responsibility"]:
        found["responsible"] = tuple(_responsibilities(each, notes))
    if row["channel"]:
        found["channel"] = row["channel"]
    return StepDetails(**found)


def _responsibilities(each: StepRow, notes: Notes) -> Iterator[Responsibility]:
    """Yield who has which part in a step: `U: Postmottak; H: Byggesakssjef`."""
    for item in items(each.row["responsibility"]):
        letter, colon, role = item.partition(":")
        found = LETTERS.value(letter) if colon else "responsible"
        if found is None:
            _tell(notes, each, "spreadsheet-letter-unknown", item)
        else:
            yield Responsibility.model_validate({"role": (role if colon else item).strip(), "letter": found})


def _tell(notes: Notes, each: StepRow, code: str, text: str) -> None:
    notes.report(code, each.id, row=each.row.number, text=text[:100])
