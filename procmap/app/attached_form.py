"""The form of what is attached to a step: choose a value of an organisation or add one, say what it is, keep it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from procmap.alignment import Party
from procmap.app import place
from procmap.app.attached_fields import CLASSES, FormField, changed, form_fields
from procmap.app.attached_table import value_text
from procmap.app.project import Opened
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import AttachedValue, BadInput, Risk, Scale
from procmap.reports.harmonisation.attached_words import attached_name
from procmap.workspace.attaching import (
    WHOLE,
    AttachedCell,
    AttachedKind,
    AttachedLine,
    Attaching,
    new_value_id,
    treating,
)
from procmap.workspace.commands import RemoveAttached, SetAttached
from procmap.workspace.risk_lights import light_of
from procmap.workspace.values import ProcessEntry

_NEW = ""


@dataclass(frozen=True)
class Spot:
    """Where values are changed: whose process, which kind, which line of the table and what the party has there."""

    opened: Opened
    entry: ProcessEntry
    party: Party
    kind: AttachedKind
    line: AttachedLine
    cell: AttachedCell
    attaching: Attaching
    scales: tuple[Scale, ...]

    @property
    def key(self) -> str:
        """What the widgets of this spot are called."""
        return f"{self.entry.id}-{self.kind}-{self.line.number}"

    def version(self, value_id: str) -> int:
        """Return what changes when a value does: widgets then show it as it is now."""
        found = (one for one in self.opened.state.attached if one.process == self.entry.id)
        return next((one.version for one in found if (one.kind, one.value_id) == (self.kind, value_id)), 0)


def edit(spot: Spot, say: Translator) -> None:
    """Show the values at a spot with the form of the one that is chosen, or of a new one."""
    there = {value.id: value for value in spot.cell.values}
    if spot.line.row != WHOLE and not spot.attaching.step_at(spot.party, spot.line.row):
        st.info(markdown(say.text("at-steps-no-such-step", party=spot.party.id)))
        return
    names = {**{key: value_text(value, say) for key, value in there.items()}, _NEW: say.text("at-steps-new")}
    chosen = st.selectbox(
        markdown(say.text("at-steps-which")),
        list(names),
        format_func=lambda key: names.get(key, key),
        key=f"which-{spot.key}-{spot.opened.state.version}",
    )
    value = there.get(chosen or _NEW)
    if isinstance(value, Risk):
        treated = [attached_name(control, say) for control in treating(spot.party.process, value)]
        controls = say.text("at-steps-treated-by", names=treated) if treated else say.text("at-steps-treated-by-none")
        st.markdown(markdown(f"{_assessed(value, spot.scales, say)} {controls}"))
    if spot.kind == "rosa":
        st.markdown(markdown(say.text("at-steps-level-about")))
    _form(spot, value or _blank(spot), is_new=value is None, say=say)


def _assessed(risk: Risk, scales: tuple[Scale, ...], say: Translator) -> str:
    """Return the lights of a risk as a sentence: as it is, and after what is done against it."""
    now, after = (light_of(risk, scales, is_residual=is_residual) for is_residual in (False, True))
    return say.text(
        "at-steps-assessed", now=say.text(f"at-steps-light-{now}"), after=say.text(f"at-steps-light-{after}")
    )


def _blank(spot: Spot) -> AttachedValue:
    """Return a value that says nothing yet. A risk is on the first of the scales."""
    made = CLASSES[spot.kind](id=_NEW)
    return made.replace(scale=spot.scales[0].id) if isinstance(made, Risk) and spot.scales else made


def _form(spot: Spot, value: AttachedValue, *, is_new: bool, say: Translator) -> None:
    key = f"{spot.key}-{value.id}-{spot.version(value.id)}"
    with st.form(f"form-{key}", border=True):
        step = _step(spot, value, key, is_new=is_new, say=say)
        fields = form_fields(value, spot.party.process, spot.scales, say)
        given = dict(_asked(fields, key, say))
        with st.container(horizontal=True):
            is_kept = st.form_submit_button(markdown(say.text("at-steps-save")), type="primary", key=f"save-{key}")
            is_removed = not is_new and st.form_submit_button(
                markdown(say.text("at-steps-remove")), key=f"remove-{key}"
            )
    if is_kept and _keep(spot, value, given, step, is_new=is_new):
        st.rerun()
    if is_removed and spot.opened.do(RemoveAttached(process=spot.entry.id, kind=spot.kind, value_id=value.id)):
        st.rerun()


def _step(spot: Spot, value: AttachedValue, key: str, *, is_new: bool, say: Translator) -> str:
    """Ask for the step that a value belongs to; nothing for the whole process."""
    steps = {step.id: step.name or say.word("element", step.type) for step in spot.party.process.steps}
    names = {**steps, _NEW: say.text("at-steps-whole")}
    here = spot.attaching.step_at(spot.party, spot.line.row)
    now = here if is_new else next((each for each in value.on if each == here), next(iter(value.on), _NEW))
    found: str = st.selectbox(
        markdown(say.text("at-steps-on")),
        list(names),
        index=list(names).index(now if now in names else _NEW),
        format_func=lambda each: names.get(each, each),
        key=f"on-{key}",
    )
    return found


def _asked(fields: Iterable[FormField], key: str, say: Translator) -> Iterable[tuple[str, Any]]:
    """Ask for fields, and yield what each says: short ones beside each other, long ones on their own."""
    short = [field for field in fields if field.asked in ("text", "choice")]
    other = [field for field in fields if field.asked not in ("text", "choice")]
    for field in [*short[:1], *other]:
        yield field.name, _widget(field, f"{key}-{field.name}", say)
    columns = st.columns(2)
    for number, field in enumerate(short[1:]):
        with columns[number % 2]:
            yield field.name, _widget(field, f"{key}-{field.name}", say)


def _widget(field: FormField, key: str, say: Translator) -> Any:
    label = markdown(field.label)
    if field.asked == "yes-no":
        return st.checkbox(label, value=field.value, key=key)
    if field.asked == "choice":
        options = list(field.choices)
        index = options.index(field.value) if field.value in options else 0
        return st.selectbox(
            label, options, index=index, format_func=lambda each: field.choices.get(each, each), key=key
        )
    if field.asked == "several":
        return st.multiselect(
            label,
            list(field.choices),
            default=list(field.value),
            format_func=lambda each: field.choices.get(each, each),
            key=key,
            placeholder=say.text("at-steps-nothing-chosen"),
        )
    if field.asked == "text":
        return st.text_input(label, value=field.value, key=key)
    about = markdown(say.text("at-steps-one-each-line")) if field.asked == "list" else None
    return st.text_area(label, value=field.value, key=key, help=about, height=80)


def _keep(spot: Spot, value: AttachedValue, given: dict[str, Any], step: str, *, is_new: bool) -> bool:
    """Keep what a form says; return whether it was kept."""
    try:
        made = changed(value, given)
    except BadInput as error:
        st.error(markdown(place.say().sentence(error.finding)))
        return False
    if is_new:
        made = made.replace(id=new_value_id(spot.party.process, spot.kind, made.name))
    reference = spot.attaching.reference(spot.party, step)
    return spot.opened.do(SetAttached(process=spot.entry.id, value=made, step=reference))
