"""The form of what is attached to a step: choose a value of an organisation or add one, say what it is, keep it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from procmap.alignment import Party
from procmap.app import project
from procmap.app.attached.fields import CLASSES, FormField, changed, form_fields
from procmap.app.attached.table import value_text
from procmap.app.project import Opened
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent
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
    which = Unsent(spot.opened, "attached", spot.key)
    chosen = st.selectbox(
        markdown(say.text("at-steps-which")),
        list(names),
        format_func=lambda key: names.get(key, key),
        **which.field("which", next(iter(names)), key=f"which-{spot.key}-{spot.opened.state.version}", among=names),
    )
    value = there.get(chosen or _NEW)
    if isinstance(value, Risk):
        treated = [attached_name(control, say) for control in treating(spot.party.process, value)]
        controls = say.text("at-steps-treated-by", names=treated) if treated else say.text("at-steps-treated-by-none")
        st.markdown(markdown(f"{_assessed(value, spot.scales, say)} {controls}"))
    _form(spot, value or _blank(spot), which, is_new=value is None, say=say)


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


def _form(spot: Spot, value: AttachedValue, which: Unsent, *, is_new: bool, say: Translator) -> None:
    """Show the fields of a value; `which` is the choice of it, which is made anew when the value was kept."""
    # The name of each field has the version of the value, so that one that was kept begins anew.
    key = f"{spot.key}-{value.id}-{spot.version(value.id)}"
    form = Unsent(spot.opened, "attached", spot.key, value.id)
    with st.container(border=True), form.box("attached"):
        _step(spot, value, form, key, is_new=is_new, say=say)
        fields = form_fields(value, spot.party.process, spot.scales, say)
        given = tuple(_asked(fields, form, key, say))

        def keep() -> bool:
            said = {name: form.said(name) for name in given}
            is_kept = _keep(spot, value, said, form.text("on"), is_new=is_new)
            if is_kept:
                which.done()
            return is_kept

        def remove() -> None:
            if spot.opened.do(RemoveAttached(process=spot.entry.id, kind=spot.kind, value_id=value.id)):
                form.done()
                which.done()

        with st.container(horizontal=True):
            form.send(say.text("at-steps-save"), f"save-{key}", keep, type="primary")
            if not is_new:
                st.button(markdown(say.text("at-steps-remove")), key=f"remove-{key}", on_click=remove)


def _step(spot: Spot, value: AttachedValue, form: Unsent, key: str, *, is_new: bool, say: Translator) -> None:
    """Ask for the step that a value belongs to; nothing for the whole process."""
    steps = {step.id: step.name or say.word("element", step.type) for step in spot.party.process.steps}
    names = {**steps, _NEW: say.text("at-steps-whole")}
    here = spot.attaching.step_at(spot.party, spot.line.row)
    now = here if is_new else next((each for each in value.on if each == here), next(iter(value.on), _NEW))
    st.selectbox(
        markdown(say.text("at-steps-on")),
        list(names),
        format_func=lambda each: names.get(each, each),
        **form.field("on", now if now in names else _NEW, key=f"on-{key}", among=names),
    )


def _asked(fields: Iterable[FormField], form: Unsent, key: str, say: Translator) -> Iterable[str]:
    """Ask for fields, and yield the name of each: short ones beside each other, long ones on their own."""
    short = [field for field in fields if field.asked in ("text", "choice")]
    other = [field for field in fields if field.asked not in ("text", "choice")]
    for field in [*short[:1], *other]:
        _widget(field, form, f"{key}-{field.name}", say)
        yield field.name
    columns = st.columns(2)
    for number, field in enumerate(short[1:]):
        with columns[number % 2]:
            _widget(field, form, f"{key}-{field.name}", say)
        yield field.name


def _widget(field: FormField, form: Unsent, key: str, say: Translator) -> None:
    label, now, among = markdown(field.label), field.value, None
    if field.asked == "choice":
        among = list(field.choices)
        now = now if now in among else next(iter(among), None)
    elif field.asked == "several":
        among, now = list(field.choices), list(now)
    known = form.field(field.name, now, key=key, among=among)
    if field.asked == "yes-no":
        st.checkbox(label, **known)
    elif field.asked == "choice":
        st.selectbox(label, among or [], format_func=lambda each: field.choices.get(each, each), **known)
    elif field.asked == "several":
        st.multiselect(
            label,
            among or [],
            format_func=lambda each: field.choices.get(each, each),
            placeholder=say.text("at-steps-nothing-chosen"),
            **known,
        )
    elif field.asked == "text":
        st.text_input(label, live=PAUSE, **known)
    else:
        about = markdown(say.text("at-steps-one-each-line")) if field.asked == "list" else None
        st.text_area(label, help=about, height=80, **known)


def _keep(spot: Spot, value: AttachedValue, given: dict[str, Any], step: str, *, is_new: bool) -> bool:
    """Keep what a form says; return whether it was kept."""
    try:
        made = changed(value, given)
    except BadInput as error:
        project.tell(error)
        return False
    if is_new:
        made = made.replace(id=new_value_id(spot.party.process, spot.kind, made.name))
    reference = spot.attaching.reference(spot.party, step)
    return spot.opened.do(SetAttached(process=spot.entry.id, value=made, step=reference))
