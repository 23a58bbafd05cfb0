"""Correcting a process before it is kept: what a step is called, who does it, and steps that are none."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from procmap import editing
from procmap.app import project
from procmap.app.bringing.fields import edit, edited, form_of, key_for
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE
from procmap.editing import Line
from procmap.messages import Translator
from procmap.model import BadInput, Process
from procmap.workspace.proposals import Looked, Proposal


def show(opened: project.Opened, file: Looked, proposal: Proposal, say: Translator) -> None:
    """Show the choice of a step, and what can be done with it."""
    process = edited(file, proposal) or proposal.process
    lines = {line.id: line for line in editing.outline(process)}
    st.markdown(markdown(say.text("import-correct-about")))
    key = key_for("step", file, proposal)
    chosen = st.selectbox(
        markdown(say.text("import-correct-step")),
        list(lines),
        format_func=lambda key: lines[key].label or say.word("element", lines[key].type),
        placeholder="",
        **form_of(opened, file).field(key, None, key=key, among=lines),
    )
    line = lines.get(chosen or "")
    if line is not None:
        _step(opened, file, proposal, line, say)
    if process is not proposal.process:
        st.button(
            markdown(say.text("import-correct-back")),
            key=key_for("back", file, proposal),
            on_click=edit,
            args=(opened, file, proposal, None),
        )


def _step(opened: project.Opened, file: Looked, proposal: Proposal, line: Line, say: Translator) -> None:
    """Show the fields of a step."""
    process, form = edited(file, proposal) or proposal.process, form_of(opened, file)
    label, role = (f"{key_for(field, file, proposal)}-{line.id}" for field in ("label", "role"))

    def correct() -> bool:
        return _change(
            opened,
            file,
            proposal,
            lambda now: editing.set_role(editing.rename(now, line.id, form.text(label)), line.id, form.text(role)),
        )

    def leave_out() -> None:
        if _change(opened, file, proposal, lambda now: editing.remove_step(now, line.id)):
            form.done()

    with form.box(key_for("correct", file, proposal)):
        columns = st.columns(2)
        known = form.field(label, line.label, key=label)
        columns[0].text_input(markdown(say.text("import-correct-label")), live=PAUSE, **known)
        roles = dict.fromkeys((line.role, *(lane.name for lane in process.lanes), ""))
        columns[1].selectbox(
            markdown(say.text("import-correct-role")),
            list(roles),
            format_func=lambda each: each or say.text("map-role-none"),
            accept_new_options=True,
            **form.field(role, line.role, key=role),
        )
        with st.container(horizontal=True):
            form.send(say.text("import-correct-do"), key_for("import-correct-do", file, proposal), correct)
            st.button(
                markdown(say.text("import-correct-leave-out")),
                key=key_for("import-correct-leave-out", file, proposal),
                on_click=leave_out,
            )


def _change(opened: project.Opened, file: Looked, proposal: Proposal, change: Callable[[Process], Process]) -> bool:
    """Correct a process; return whether it was done."""
    try:
        edit(opened, file, proposal, change(edited(file, proposal) or proposal.process))
    except BadInput as error:
        project.tell(error)
        return False
    return True
