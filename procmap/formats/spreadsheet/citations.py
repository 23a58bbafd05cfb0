"""How cells cite the rows of a process: by id, by row number, by the name of a step."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from procmap.formats.free_ids import distinct
from procmap.formats.label_ids import LabelIds
from procmap.formats.notes import Notes
from procmap.formats.spreadsheet.columns import plain_heading
from procmap.formats.spreadsheet.tables import Row

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class StepRow:
    """A row of the sheet of steps with the id that it has in the model."""

    id: str
    row: Row
    sheet: str


class Citations:
    """The rows of one process by what cells may call them."""

    def __init__(self, rows: Sequence[StepRow]) -> None:
        self.ids = {each.id for each in rows}
        self._typed: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        names: dict[str, list[str]] = defaultdict(list)
        for each in rows:
            for called in (each.row["id"], each.id):
                if called:
                    self._typed.setdefault(called, each.id)
                    self._folded.setdefault(called.casefold(), each.id)
            self._numbers.setdefault(str(each.row.number), each.id)
            names[plain_heading(each.row["step"])].append(each.id)
        self._names = {name: ids[0] for name, ids in names.items() if name and len(ids) == 1}

    def find(self, cited: str) -> str | None:
        """Return the id of the row that a text cites; None when it names none, or several."""
        found = self._typed.get(cited) or self._folded.get(cited.casefold())
        return found or self._numbers.get(cited) or self._names.get(plain_heading(cited))


def with_ids(rows: Sequence[tuple[str, Row]], notes: Notes) -> list[StepRow]:
    """Return rows (each with the name of its sheet) with ids: as typed, else made from the name of the step.

    An id that begins with a digit gets `step_` before it, since BPMN has no such ids. The second of two rows with one
    id becomes `ID~2`, and is told.
    """
    typed = [row["id"] for _, row in rows]
    wanted = [f"step_{text}" if _DIGIT.match(text) else text for text in typed]
    for text, times in Counter(text for text in typed if text).items():
        if times > 1:
            second = [row.number for _, row in rows if row["id"] == text][1]
            notes.report("spreadsheet-id-twice", id=text[:100], row=second, times=times)
    made = LabelIds(wanted)
    filled = [text or made.new(row["step"]) for text, (_, row) in zip(wanted, rows, strict=True)]
    ids = distinct([(text, "") for text in filled])
    return [StepRow(each, row, sheet) for each, (sheet, row) in zip(ids, rows, strict=True)]
