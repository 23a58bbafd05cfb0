"""The fields of what is attached to steps, as a form asks for them; called as the headings of spreadsheets are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from procmap.formats.service_levels import CENTRE, LEVELS, level_text
from procmap.formats.spreadsheet.columns import CONTROLS, RECORDS, RISKS, Column
from procmap.formats.spreadsheet.fields import field_of
from procmap.formats.spreadsheet.words import word_table
from procmap.messages import Translator
from procmap.model import (
    AttachedValue,
    BadInput,
    Control,
    Process,
    RecordRule,
    Risk,
    RosaAssessment,
    Scale,
)
from procmap.workspace.attaching import AttachedKind

Asked = Literal["text", "long", "list", "choice", "several", "yes-no"]
"""How a field is asked for: a text, a long one, a text on each line, one of several, some of several, yes or no."""

CLASSES: Mapping[AttachedKind, type[Control | Risk | RosaAssessment | RecordRule]] = {
    "control": Control,
    "risk": Risk,
    "rosa": RosaAssessment,
    "record": RecordRule,
}
_SHEETS = {"control": CONTROLS, "risk": RISKS, "record": RECORDS}
_ELSEWHERE = frozenset(("id", "on", "organisation", "variant", "process", "controls", "guards"))
"""Columns that a form has no field for: whose it is and where is chosen beside it."""
_LEVELS = ("likelihood", "impact", "residual_likelihood", "residual_impact")
_NOTHING = ""


@dataclass(frozen=True)
class FormField:
    """A field: its name in the model, what it is called, how it is asked for, and what can be chosen with its words.

    `value` is what is there now, as the widget has it: lines of a list as one text, `""` for nothing chosen.
    """

    name: str
    label: str
    asked: Asked
    value: Any
    choices: Mapping[str, str] = field(default_factory=dict)


def form_fields(
    value: AttachedValue, process: Process, scales: tuple[Scale, ...], say: Translator
) -> tuple[FormField, ...]:
    """Return the fields of a value of a process, each with what it says now. `scales` are those that can be chosen."""
    if isinstance(value, RosaAssessment):
        return _rosa(value, say)
    found = []
    for column in _SHEETS[value.kind].columns:
        if column.key not in _ELSEWHERE:
            found.append(_field(column, value, process, scales, say))
    return tuple(found)


def level_legend(say: Translator) -> tuple[str, str]:
    """Return the service levels in a line for each of those who do them: the service centre, the specialists."""
    centre, specialists = (
        " · ".join(level_text(level, say) for level in LEVELS if (level in CENTRE) == is_centre)
        for is_centre in (True, False)
    )
    return (
        say.text("at-steps-level-centre", levels=centre),
        say.text("at-steps-level-specialists", levels=specialists),
    )


def changed(value: AttachedValue, given: Mapping[str, Any]) -> AttachedValue:
    """Return a value with what a form says, by the names of the fields as widgets give it.

    Raises BadInput when it has no name, or a date is none.
    """
    made: dict[str, Any] = {}
    for name, said in given.items():
        default = type(value).model_fields[name].get_default(call_default_factory=True)
        if isinstance(default, tuple):
            parts = said.splitlines() if isinstance(said, str) else said
            made[name] = tuple(part.strip() for part in parts if part.strip())
        elif name == "level":
            made[name] = int(said) if said else None
        elif isinstance(said, str) and not said.strip():
            made[name] = default
        else:
            made[name] = said.strip() if isinstance(said, str) else said
    if "name" in made and not made["name"]:
        raise BadInput("name-empty", field="name")
    if made.get("review_date"):
        try:
            date.fromisoformat(made["review_date"])
        except ValueError:
            raise BadInput("not-a-date", given=made["review_date"][:40]) from None
    return type(value).model_validate({**value.model_dump(), **made})


def _field(
    column: Column, value: AttachedValue, process: Process, scales: tuple[Scale, ...], say: Translator
) -> FormField:
    name = field_of(column)
    now = getattr(value, name)
    label = column.heading(say.language)
    if name == "risks":
        names = {each.id: each.name or each.id for each in process.attached if isinstance(each, Risk)}
        return FormField(
            name, label, "several", tuple(now), {**names, **{each: each for each in now if each not in names}}
        )
    if name == "scale" and scales:
        return _choice(name, label, now, {each.id: each.name or each.id for each in scales}, say)
    if name in _LEVELS and isinstance(value, Risk):
        levels = {
            level.value: _level(level.value, level.name)
            for each in scales
            if each.id == value.scale
            for level in each.levels
        }
        if levels:
            return _choice(name, label, now, levels, say)
    if column.kind == "word":
        table = word_table(column.field)
        words = {code: table.word(code, say.language) for code in table.values}
        return _choice(name, label, now or _NOTHING, words, say, may_be_empty=name != "position")
    if column.kind == "yes-no":
        return FormField(name, label, "yes-no", bool(now))
    if column.kind == "list":
        return FormField(name, label, "list", "\n".join(now))
    return FormField(name, label, "long" if column.kind == "long" else "text", str(now))


def _level(value: str, name: str) -> str:
    return f"{value} {name}".strip() if name != value else value


def _choice(
    name: str, label: str, now: str, words: Mapping[str, str], say: Translator, *, may_be_empty: bool = True
) -> FormField:
    """Return a field that is chosen; what is there now can be kept, whether or not it is one of the choices."""
    nothing = {_NOTHING: say.text("at-steps-nothing-chosen")} if may_be_empty else {}
    kept = {now: now} if now and now not in words else {}
    return FormField(name, label, "choice", now, {**nothing, **words, **kept})


def _rosa(value: RosaAssessment, say: Translator) -> tuple[FormField, ...]:
    levels = {str(level): level_text(level, say) for level in LEVELS}
    routines = {code: say.text(f"rosa-routine-{code}") for code in ("documented", "missing", "unknown")}
    return (
        _choice("level", say.text("at-steps-service-level"), str(value.level or ""), levels, say),
        _choice("routine", say.text("at-steps-routine"), value.routine or _NOTHING, routines, say),
        FormField("reason", say.text("at-steps-reason"), "long", value.reason),
    )
