"""What is known of a step, as fields to fill in."""

from __future__ import annotations

from typing import get_args

import streamlit as st

from procmap import editing
from procmap.app.mapped.work import Mapped
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE
from procmap.editing import Line
from procmap.formats.measure_texts import deadline, deadline_text
from procmap.messages import LanguageCode
from procmap.model import Activity, Process
from procmap.model.elements import ActivityType, Step

KINDS: tuple[ActivityType, ...] = tuple(
    kind for kind in get_args(ActivityType) if kind.endswith(("task", "Task")) or kind == "callActivity"
)
"""The kinds of work that are chosen from; a sub-process stays one, since it holds steps."""
LISTS = ("systems", "documents_in", "documents_out", "legal_basis")


def show(mapped: Mapped, line: Line) -> None:
    """Show the fields. Those that were changed on the page are changed in the process, and no others."""
    step = next(each for each in mapped.process.steps if each.id == line.id)
    say = mapped.say
    before = texts_of(step, line.role, say.language)
    keys = {field: f"map-{field}-{line.id}" for field in before}
    kinds = KINDS if step.type in KINDS else (step.type,)
    form = mapped.form("facts", line.id)
    known = {
        field: form.field(field, text, key=keys[field], among=kinds if field == "type" else None)
        for field, text in before.items()
    }
    with form.box("map-facts"):
        first = st.columns([4, 3, 2])
        first[0].text_input(markdown(say.text("map-label")), live=PAUSE, **known["label"])
        roles = list(dict.fromkeys(("", *mapped.roles, before["role"])))
        first[1].selectbox(
            markdown(say.text("map-role")),
            roles,
            format_func=lambda role: role or say.text("map-role-none"),
            accept_new_options=True,
            **known["role"],
        )
        if isinstance(step, Activity):
            first[2].selectbox(
                markdown(say.text("map-kind")),
                kinds,
                format_func=lambda kind: say.word("element", kind),
                **known["type"],
            )
        second = st.columns(len(LISTS) + 1)
        for column, field in zip(second, LISTS, strict=False):
            name = say.text(f"map-{field.replace('_', '-')}")
            column.text_area(markdown(name), placeholder=say.text("map-one-a-line"), height=96, **known[field])
        second[-1].text_area(
            markdown(say.text("map-deadline")),
            placeholder=say.text("map-deadline-example"),
            height=96,
            **known["deadline"],
        )

        def keep() -> bool:
            now = {field: form.text(field) for field in before}
            changed = {field: text for field, text in now.items() if text != before[field]}
            label = changed.get("label") or line.label
            return not changed or mapped.edit(lambda process: with_texts(process, line.id, changed), label)

        form.send(say.text("map-keep"), "map-facts-keep", keep, type="primary")


def texts_of(step: Step, role: str, language: LanguageCode) -> dict[str, str]:
    """Return what is known of a step as texts to change, by field; lists one a line."""
    details = step.details
    texts = {"label": step.name, "role": role}
    if isinstance(step, Activity):
        texts["type"] = step.type
    texts |= {field: "\n".join(getattr(details, field)) for field in LISTS}
    texts["deadline"] = deadline_text(details.deadline, language) if details.deadline else ""
    return texts


def with_texts(process: Process, step: str, texts: dict[str, str]) -> Process:
    """Return the process with fields of a step as texts say; the inverse of `texts_of`.

    Raises BadInput when the step is not there any more.
    """
    changes: dict[str, object] = {}
    for field in LISTS:
        if field in texts:
            items = (" ".join(line.split()) for line in texts[field].splitlines())
            changes[field] = tuple(dict.fromkeys(item for item in items if item))
    if "deadline" in texts:
        changes["deadline"] = deadline(texts["deadline"]) if texts["deadline"].strip() else None
    if "type" in texts:
        changes["type"] = texts["type"]
    if changes:
        process = editing.change_step(process, step, **changes)
    if "label" in texts:
        process = editing.rename(process, step, texts["label"])
    return editing.set_role(process, step, texts["role"]) if "role" in texts else process
