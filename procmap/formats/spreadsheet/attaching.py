"""Controls, risks, record rules, notes and ROSA levels: from their sheets, and from the short columns of the steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from procmap.formats.label_ids import LabelIds
from procmap.formats.notes import Notes
from procmap.formats.service_levels import LEVELS, level_in
from procmap.formats.spreadsheet.cells import items, whole_number
from procmap.formats.spreadsheet.citations import StepRow
from procmap.formats.spreadsheet.columns import SheetKey, plain_heading
from procmap.formats.spreadsheet.fields import Find, read_fields
from procmap.formats.spreadsheet.tables import Row, Table, by_key
from procmap.formats.spreadsheet.whose import names_process
from procmap.model import AttachedValue, Control, Note, RecordRule, Risk, RosaAssessment, unique

ATTACHED: tuple[tuple[SheetKey, str, type[AttachedValue]], ...] = (
    ("risks", "risk", Risk),
    ("controls", "control", Control),
    ("records", "record", RecordRule),
    ("notes", "note", Note),
)
"""Sheets of attached values, in the order in which a process gets them: what a made id begins with, and the class."""


@dataclass
class _Attaching:
    """The values of one kind in the making: their fields by id, and their ids by what steps may call them."""

    fields: list[dict[str, Any]] = field(default_factory=list)
    called: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, fields: dict[str, Any]) -> None:
        self.fields.append(fields)
        self.called.setdefault(fields["id"].casefold(), fields)
        if fields.get("name"):
            self.called.setdefault(plain_heading(fields["name"]), fields)

    def find(self, text: str) -> dict[str, Any] | None:
        return self.called.get(text.casefold()) or self.called.get(plain_heading(text))


def attached_of(
    tables: Sequence[Table],
    steps: Sequence[StepRow],
    notes: Notes,
    *,
    has: Callable[[Row], bool],
    find: Find,
    alone: bool,
) -> tuple[AttachedValue, ...]:
    """Return what is attached to the steps of one process.

    `has` tells whether a row may belong to this process, `alone` whether the file holds no other. A row that names no
    process belongs to those whose steps it cites or that cite it; one that nothing ties, to all.
    """
    made: list[AttachedValue] = []
    risks = _Attaching()
    for key, prefix, cls in ATTACHED:
        kind = risks if key == "risks" else _Attaching()
        cited = {text.casefold() for each in steps for text in items(each.row[key])} if key != "notes" else set()
        others: list[tuple[str, str]] = []
        for table in by_key(tables, key):
            ids = LabelIds(row["id"] for row in table.rows)
            for row in table.rows:
                value_id = row["id"] or ids.new(row["name"], prefix)
                if has(row) and (alone or names_process(row) or _is_tied(row, value_id, cited, find)):
                    skip = ("id", "controls", "organisation", "variant", "process")
                    kind.add({"id": value_id, **read_fields(table, row, skip, find, notes)})
                    others += ((other, value_id) for other in items(row["controls"])) if key == "risks" else ()
        if key != "notes":
            _from_steps(kind, prefix, key, steps)
        if key == "risks":
            risk_controls = others
        if key == "controls":
            for control, risk in risk_controls:
                treated = kind.find(control)
                if treated is not None:
                    treated["risks"] = tuple(unique((*treated.get("risks", ()), risk)))
            for fields in kind.fields:
                fields["risks"] = tuple(_risk(risks, text) for text in fields.get("risks", ()))
        made += (cls(**fields) for fields in kind.fields)
    return (*made, *_rosa(steps, notes))


def _is_tied(row: Row, value_id: str, cited: set[str], find: Find) -> bool:
    """Tell whether a row that names no process belongs to this one: it cites its steps, they it, or nobody does."""
    on = items(row["on"])
    if on:
        return any(find(text) is not None for text in on)
    return not cited or value_id.casefold() in cited or row["name"].casefold() in cited


def _risk(risks: _Attaching, text: str) -> str:
    found = risks.find(text)
    return found["id"] if found is not None else text


def _from_steps(kind: _Attaching, prefix: str, key: SheetKey, steps: Sequence[StepRow]) -> None:
    """Attach values to the steps that cite them; a text that is neither id nor name makes a value of that name."""
    ids = LabelIds(fields["id"] for fields in kind.fields)
    for each in steps:
        for text in items(each.row[key]):
            fields = kind.find(text)
            if fields is None:
                fields = {"id": ids.new(f"{prefix} {text}"), "name": text}
                kind.add(fields)
            fields["on"] = tuple(unique((*fields.get("on", ()), each.id)))


def _rosa(steps: Sequence[StepRow], notes: Notes) -> list[RosaAssessment]:
    """Return the service levels of steps: `5`, `5: reason`; the name may stand beside the number or for it."""
    made: list[RosaAssessment] = []
    for each in steps:
        text = each.row["ROSA"]
        if not text:
            continue
        level, _, reason = (part.strip() for part in text.partition(":"))
        number = whole_number(level)
        number = level_in(level) if number is None else number
        if number not in LEVELS:
            notes.report("spreadsheet-rosa-unknown", each.id, row=each.row.number, text=text[:100])
            continue
        made.append(RosaAssessment(id=f"rosa_{each.id}", on=(each.id,), level=number, reason=reason))
    return made
