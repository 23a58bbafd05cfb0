"""Correcting a process before it is kept: what a step is called, who does it, and steps that are none."""

from __future__ import annotations

import streamlit as st

from procmap import editing
from procmap.app import project
from procmap.app.bringing.fields import edit, edited, key_for
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import BadInput
from procmap.workspace.proposals import Looked, Proposal


def show(file: Looked, proposal: Proposal, say: Translator) -> None:
    """Show the choice of a step, and what can be done with it."""
    process = edited(file, proposal) or proposal.process
    lines = {line.id: line for line in editing.outline(process)}
    st.markdown(markdown(say.text("import-correct-about")))
    chosen = st.selectbox(
        markdown(say.text("import-correct-step")),
        list(lines),
        format_func=lambda key: lines[key].label or say.word("element", lines[key].type),
        key=key_for("step", file, proposal),
        index=None,
        placeholder="",
    )
    line = lines.get(chosen or "")
    if line is not None:
        label, role = (f"{key_for(field, file, proposal)}-{line.id}" for field in ("label", "role"))
        with st.form(key_for("correct", file, proposal), border=False):
            columns = st.columns(2)
            columns[0].text_input(markdown(say.text("import-correct-label")), value=line.label, key=label)
            roles = dict.fromkeys((line.role, *(lane.name for lane in process.lanes), ""))
            columns[1].selectbox(
                markdown(say.text("import-correct-role")),
                list(roles),
                format_func=lambda each: each or say.text("map-role-none"),
                key=role,
                accept_new_options=True,
            )
            with st.container(horizontal=True):
                for code, is_left_out in (("import-correct-do", False), ("import-correct-leave-out", True)):
                    st.form_submit_button(
                        markdown(say.text(code)),
                        key=f"{key_for(code, file, proposal)}",
                        on_click=_correct,
                        args=(file, proposal, line.id, "" if is_left_out else label, role),
                    )
    if process is not proposal.process:
        st.button(
            markdown(say.text("import-correct-back")),
            key=key_for("back", file, proposal),
            on_click=edit,
            args=(file, proposal, None),
        )


def _correct(file: Looked, proposal: Proposal, step: str, label: str, role: str) -> None:
    """Correct a step as the fields with these keys say; without the key of a label, leave it out."""
    process = edited(file, proposal) or proposal.process
    try:
        if label:
            process = editing.rename(process, step, str(st.session_state[label]))
            process = editing.set_role(process, step, str(st.session_state[role] or ""))
        else:
            process = editing.remove_step(process, step)
    except BadInput as error:
        project.tell(error)
        return
    edit(file, proposal, process)
