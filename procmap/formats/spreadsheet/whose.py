"""Which process a row belongs to: the columns organisation, variant and process, and the sheet of processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from procmap.formats.label_ids import LabelIds
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.columns import plain_heading
from procmap.formats.spreadsheet.fields import read_fields
from procmap.formats.spreadsheet.tables import Row, Table, by_key
from procmap.model import ProcessCard


@dataclass
class Draft:
    """A process in the making: whose it is, and its rows of steps with the names of their sheets."""

    organisation: str = ""
    variant: str = ""
    name: str = ""
    id: str = ""
    card: ProcessCard = field(default_factory=ProcessCard)
    documentation: tuple[str, ...] = ()
    rows: list[tuple[str, Row]] = field(default_factory=list)

    def has(self, row: Row) -> bool:
        """Tell whether a row of another sheet may belong to this process: what it names is this, as far as it does."""
        named = row["process"]
        return (
            _same(row["organisation"], self.organisation)
            and _same(row["variant"], self.variant)
            and (not named or named == self.id or _same(named, self.name))
        )


def _same(named: str, own: str) -> bool:
    return not named or plain_heading(named) == plain_heading(own)


def names_process(row: Row) -> bool:
    """Tell whether a row says whose it is."""
    return bool(row["organisation"] or row["variant"] or row["process"])


def drafts_of(tables: Sequence[Table], notes: Notes) -> list[Draft]:
    """Return the processes of a file with their rows of steps, in the order in which they come.

    A row that names no process or organisation belongs to that of the row above it; in the first rows, to that of the
    sheet (its title, or its name where there are several sheets of steps).
    """
    drafts = _from_sheet(by_key(tables, "processes"), notes)
    declared = len(drafts)
    sheets = by_key(tables, "steps")
    used: list[Draft] = []
    for table in sheets:
        name = table.title or (table.name if len(sheets) > 1 else "")
        organisation, process = "", ""
        for row in table.rows:
            organisation, process = row["organisation"] or organisation, row["process"] or process
            draft = _find(drafts, declared, (organisation, row["variant"], process), name)
            if draft not in used:
                used.append(draft)
            draft.rows.append((table.name, row))
    ids = LabelIds(draft.id for draft in drafts)
    ordered = [*(draft for draft in used), *(draft for draft in drafts if draft not in used)]
    return [replace(draft, id=draft.id or ids.new(draft.name, "process")) for draft in ordered]


def _find(drafts: list[Draft], declared: int, key: tuple[str, str, str], otherwise: str) -> Draft:
    """Return the process that a row names, made where there is none; an only process is that of rows that name none."""
    organisation, variant, process = key
    only = drafts[0] if declared == 1 else None

    def fits(draft: Draft) -> bool:
        if process and process == draft.id:
            return True
        if organisation and not _same(draft.organisation, organisation):
            return False
        if plain_heading(variant) != plain_heading(draft.variant) and not (draft is only and not variant):
            return False
        if process:
            return plain_heading(process) == plain_heading(draft.name)
        return draft is only or (not draft.card.name and plain_heading(otherwise) == plain_heading(draft.name))

    fitting = [draft for draft in drafts if fits(draft)]
    exact = (draft for draft in fitting if plain_heading(draft.organisation) == plain_heading(organisation))
    draft = next(exact, None) or next(iter(fitting), None)
    if draft is None:
        told = next((each for each in drafts[:declared] if not process or _same(process, each.name)), Draft())
        alone = told is only or bool(process)
        name = process or (told.name if alone else "") or otherwise
        draft = Draft(organisation, variant, name, card=told.card if alone else ProcessCard())
        drafts.append(draft)
    elif not draft.organisation:
        draft.organisation = organisation
    return draft


def _from_sheet(tables: Sequence[Table], notes: Notes) -> list[Draft]:
    drafts: list[Draft] = []
    for table in tables:
        for row in table.rows:
            if not (row["name"] or row["id"] or row["organisation"]):
                continue
            skip = ("id", "name", "organisation", "variant", "description")
            fields = read_fields(table, row, skip, lambda _: None, notes)
            drafts.append(
                Draft(
                    organisation=row["organisation"],
                    variant=row["variant"],
                    name=row["name"],
                    id=row["id"],
                    card=ProcessCard(name=row["name"], **fields),
                    documentation=(row["description"],) if row["description"] else (),
                )
            )
    return drafts
