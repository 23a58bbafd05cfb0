"""From tables to processes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from procmap.formats.free_ids import FreeIds
from procmap.formats.label_ids import LabelIds, id_of_label
from procmap.formats.measure_texts import CURRENCY
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.attaching import attached_of
from procmap.formats.spreadsheet.cells import items
from procmap.formats.spreadsheet.citations import Citations, StepRow, with_ids
from procmap.formats.spreadsheet.drawing_up import drawn_up, lanes_of
from procmap.formats.spreadsheet.fields import read_fields
from procmap.formats.spreadsheet.nodes import nodes_of
from procmap.formats.spreadsheet.tables import Row, Table, by_key
from procmap.formats.spreadsheet.ways import ways_of
from procmap.formats.spreadsheet.whose import Draft, drafts_of
from procmap.model import Indicator, MessageFlow, Pool, Process, Property, Scale, ScaleCell, ScaleLevel, Stakeholder

_WHOSE = ("organisation", "variant", "process")


def processes_of(tables: Sequence[Table], notes: Notes) -> tuple[Process, ...]:
    """Return the processes that the tables of a file hold, in the order of their rows; what is not read is told."""
    drafts = drafts_of(tables, notes)
    for draft in drafts:
        draft.rows = _with_content(draft.rows, notes)
    currency = CURRENCY[by_key(tables, "steps")[0].language]
    return tuple(_Reader(tables, draft, len(drafts) == 1, currency, notes).process() for draft in drafts)


def _with_content(rows: list[tuple[str, Row]], notes: Notes) -> list[tuple[str, Row]]:
    """Return the rows that are steps: with a name, or a type (unnamed gateways and events have only that)."""
    kept: list[tuple[str, Row]] = []
    for sheet, row in rows:
        if row["step"] or row["type"] or row["id"]:
            kept.append((sheet, row))
        elif set(row.cells) - set(_WHOSE):
            notes.report("spreadsheet-row-without-step", sheet=sheet, row=row.number)
    return kept


class _Reader:
    """One process of a file in the making."""

    def __init__(self, tables: Sequence[Table], draft: Draft, alone: bool, currency: str, notes: Notes) -> None:
        self._tables = tables
        self._draft = draft
        self._alone = alone
        self._currency = currency
        self._notes = notes
        self._steps: list[StepRow] = with_ids(draft.rows, notes)
        self._citations = Citations(self._steps)
        self._free = FreeIds(self._citations.ids)
        self._pools: dict[str, Pool] = {}
        """Pools by their names as cells have them."""

    def process(self) -> Process:
        draft, notes = self._draft, self._notes
        for each in self._steps:
            name = each.row["pool"]
            if name and name not in self._pools:
                self._pools[name] = self._pool(name, with_process=True)
        messages = self._messages()
        own = self._own_pool()
        by_name = {name: pool.id for name, pool in self._pools.items() if pool.process}
        nodes = nodes_of(self._steps, self._citations, by_name, self._currency, notes)
        if own is not None:
            nodes = [node.replace(pool=own.id) for node in nodes]
        roles = {each.id: items(each.row["role"]) for each in self._steps}
        ways = ways_of(self._steps, nodes, self._citations, notes)
        graph = drawn_up(nodes, ways, roles, self._free)
        properties, of_process = self._properties()
        return Process(
            id=draft.id,
            name=draft.name,
            card=self._card(),
            documentation=draft.documentation,
            properties=of_process,
            pools=tuple(_with_properties(pool, properties) for pool in self._all_pools(own)),
            lanes=lanes_of(graph.nodes, graph.roles, self._free),
            nodes=tuple(_with_properties(node, properties) for node in graph.nodes),
            flows=tuple(graph.flows),
            message_flows=messages,
            attached=attached_of(self._tables, self._steps, notes, has=draft.has, find=self._find, alone=self._alone),
            scales=self._scales(),
        )

    def _pool(self, name: str, *, with_process: bool) -> Pool:
        pool_id = self._free.new(f"pool_{id_of_label(name)}")
        return Pool(id=pool_id, name=name, process=self._free.new(f"{pool_id}_process") if with_process else None)

    def _own_pool(self) -> Pool | None:
        """Return the pool of the steps where none is named and messages go to others, who need a counterpart."""
        if not self._pools or any(each.row["pool"] for each in self._steps):
            return None
        return self._pool(self._draft.organisation or self._draft.name, with_process=True)

    def _all_pools(self, own: Pool | None) -> list[Pool]:
        return [*([own] if own is not None else []), *self._pools.values()]

    def _find(self, cited: str) -> str | None:
        """Return the id of the step or pool that a text cites."""
        found = self._citations.find(cited)
        pool = self._pools.get(cited)
        return found or (pool.id if pool else None)

    def _messages(self) -> tuple[MessageFlow, ...]:
        """Return the messages; who is named and is no step is an outside participant."""
        found: list[MessageFlow] = []
        for table in by_key(self._tables, "messages"):
            ids = LabelIds([*self._citations.ids, *(row["id"] for row in table.rows)])
            for row in table.rows:
                if not self._draft.has(row):
                    continue
                ends = [self._find(row[key]) if row[key] else None for key in ("from", "to")]
                if not self._alone and not any(ends):
                    continue  # a message of another process of the file
                if not (row["from"] and row["to"]):
                    self._notes.report("spreadsheet-message-half", sheet=table.name, row=row.number)
                    continue
                source, target = (end or self._outside(row[key]) for end, key in zip(ends, ("from", "to"), strict=True))
                found.append(
                    MessageFlow(
                        id=self._free.new(row["id"] or ids.new(row["name"], "message")),
                        name=row["name"],
                        source=source,
                        target=target,
                        message=row["message"],
                    )
                )
        return tuple(found)

    def _outside(self, name: str) -> str:
        if name not in self._pools:
            self._pools[name] = self._pool(name, with_process=False)
        return self._pools[name].id

    def _card(self) -> Any:
        draft = self._draft
        card = draft.card.replace(organisation=draft.organisation, variant=draft.variant)
        stakeholders = [Stakeholder(**fields) for fields in self._listed("stakeholders")]
        indicators = [Indicator(**fields) for fields in self._listed("indicators")]
        return card.replace(stakeholders=tuple(stakeholders), indicators=tuple(indicators))

    def _listed(self, key: Any) -> list[dict[str, Any]]:
        return [
            read_fields(table, row, _WHOSE, self._find, self._notes)
            for table in by_key(self._tables, key)
            for row in table.rows
            if self._draft.has(row) and row["name"]
        ]

    def _scales(self) -> tuple[Scale, ...]:
        """Return the scales: a row is a level of one, or a cell of its matrix."""
        found: dict[str, dict[str, Any]] = {}
        for table in by_key(self._tables, "scales"):
            for row in table.rows:
                if not (self._draft.has(row) and row["id"]):
                    continue
                scale = found.setdefault(row["id"], {"id": row["id"], "levels": [], "cells": []})
                for key in ("name", "source", "version"):
                    if row[key]:
                        scale.setdefault(key, row[key])
                if row["likelihood"] or row["impact"]:
                    cell = ScaleCell(likelihood=row["likelihood"], impact=row["impact"], colour=row["colour"])
                    scale["cells"].append(cell)
                elif row["level"] or row["level name"]:
                    level = ScaleLevel(value=row["level"], name=row["level name"], colour=row["colour"])
                    scale["levels"].append(level)
        return tuple(Scale(**fields) for fields in found.values())

    def _properties(self) -> tuple[dict[str, list[Property]], tuple[Property, ...]]:
        """Return the free properties of elements by id, and those of the process."""
        by_id: dict[str, list[Property]] = {}
        of_process: list[Property] = []
        for table in by_key(self._tables, "properties"):
            for row in table.rows:
                if not self._draft.has(row):
                    continue
                made = Property(name=row["name"], value=row["value"])
                cited = row["element"]
                found = self._find(cited) if cited else None
                if found is not None:
                    by_id.setdefault(found, []).append(made)
                elif cited in ("", self._draft.id, self._draft.name):
                    of_process.append(made)
                elif self._alone:
                    code = "spreadsheet-cites-nothing"
                    self._notes.report(code, sheet=table.name, row=row.number, text=cited[:100])
        return by_id, tuple(of_process)


def _with_properties(element: Any, properties: dict[str, list[Property]]) -> Any:
    own = properties.get(element.id)
    return element.replace(properties=tuple(own)) if own else element
