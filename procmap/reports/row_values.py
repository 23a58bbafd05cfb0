"""What organisations tell of the rows, thing by thing, in words: what cards and workbooks show."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.alignment import Party, Row
from procmap.comparison import NOTHING, Difference
from procmap.comparison.differences.aspect import Aspect
from procmap.comparison.differences.registry import ASPECTS
from procmap.comparison.grid import Grid
from procmap.formats.spreadsheet.words import FIELDS
from procmap.messages import Translator
from procmap.model import Control, Step, unique
from procmap.reports.telling import in_words
from procmap.reports.values import RowField

_PARTS = {
    ("document", "in"): "field-documents-in",
    ("document", "out"): "field-documents-out",
    ("deadline", "deadline"): "field-deadline",
    ("deadline", "work-time"): "field-work-time",
    ("deadline", "lead-time"): "field-lead-time",
}
"""What the parts of a class are called; a class without parts is called by its aspect."""


def row_fields(grid: Grid, row: Row, differences: Iterable[Difference], say: Translator) -> tuple[RowField, ...]:
    """Return what each organisation tells of a row; `differences` are those about it.

    Things are in the order of the difference classes; those that nobody tells anything of are there too. What looks at
    the same once more (whether a law is cited, beside which) is no field of its own: it marks the first of its class.
    """
    shown = [aspect for aspect in ASPECTS if aspect.in_agreement]
    first = {aspect.code: aspect.part for aspect in reversed(shown)}
    parts = {(aspect.code, aspect.part) for aspect in shown}
    marked = set()
    for difference in differences:
        code, part = difference.code, str(difference.params.get("part", ""))
        of_field = part if (code, part) in parts else first.get(code, part)
        marked |= {(code, of_field, party) for party in difference.marks}
    return tuple(
        RowField(
            heading=field_heading(aspect, say),
            values=tuple(_value(aspect, grid, row, party, say) for party in grid.parties),
            marked=tuple((aspect.code, aspect.part, party.id) in marked for party in grid.parties),
        )
        for aspect in shown
    )


def field_heading(aspect: Aspect, say: Translator) -> str:
    """Return what one thing that organisations tell is called."""
    return say.text(_PARTS.get((aspect.code, aspect.part), f"aspect-{aspect.code}"))


def _value(aspect: Aspect, grid: Grid, row: Row, party: Party, say: Translator) -> str | None:
    steps = grid.steps(row, party)
    if not steps:
        return None
    if aspect.code == "wording":
        return " / ".join(unique(label for label in (" ".join(step.name.split()) for step in steps) if label)) or None
    if aspect.code == "type":
        return " / ".join(unique(say.word("element", step.type) for step in steps))
    told = aspect.tell(grid, party, steps)
    if told is None:
        return None
    if aspect.code == "control":
        return _controls(grid, party, steps, say) or NOTHING
    return in_words(aspect.code, told.shown, say) if told.shown else NOTHING


def _controls(grid: Grid, party: Party, steps: tuple[Step, ...], say: Translator) -> str:
    """Return controls with all that counts when they are compared: two of one name can be of different kinds."""
    controls = (value for value in grid.attached(party, steps, "control") if isinstance(value, Control))
    return "; ".join(unique(_control(control, say) for control in controls))


def _control(control: Control, say: Translator) -> str:
    kinds = [
        FIELDS["Control.type"].word(control.type, say.language) if control.type else "",
        FIELDS["Control.mode"].word(control.mode, say.language) if control.mode else "",
        say.text("control-key") if control.key else "",
        say.text("control-blocking") if control.blocking else "",
    ]
    told = ", ".join(filter(None, kinds))
    name = control.name or control.id
    return f"{name} ({told})" if told else name
