"""The line in which steps are typed, and the list of them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from procmap import editing
from procmap.app import unsent
from procmap.app.components.step_list import ListWords, StepLine, step_list
from procmap.app.mapped.work import STEP, Mapped, last_node
from procmap.app.safe import markdown
from procmap.editing import Line
from procmap.model import Process

_LABEL = "map-add-label"
_ROLE = "map-add-role"


def show(mapped: Mapped) -> None:
    """Show both."""
    _line(mapped)
    lines = [_told(number, line, mapped) for number, line in enumerate(mapped.lines, 1)]
    say = mapped.say
    step_list(
        lines,
        key=f"steps-{mapped.entry.id}",
        words=ListWords(name=say.text("map-steps", count=len(lines)), keys=say.text("map-list-keys")),
        selected=mapped.step,
        on_choose=mapped.choose,
    )


def _line(mapped: Mapped) -> None:
    """Show the line that adds a step after the chosen one; Enter adds, and the keyboard stays in it."""
    say, after = mapped.say, mapped.chosen
    sent = unsent.line(mapped.opened, "map", mapped.entry.id, "add", key=_LABEL)
    with st.form("map-add", border=False, clear_on_submit=True):
        columns = st.columns([5, 3, 2], vertical_alignment="bottom")
        where = say.text("map-add-after", step=mapped.told(after)) if after else say.text("map-add-last")
        columns[0].text_input(markdown(where), key=_LABEL, placeholder=say.text("map-label"))
        columns[1].selectbox(
            markdown(say.text("map-add-role")),
            mapped.roles,
            index=None,
            key=_ROLE,
            placeholder=say.text("map-role-as-before"),
            accept_new_options=True,
        )
        columns[2].form_submit_button(
            markdown(say.text("map-add")), type="primary", on_click=_add, args=(mapped, sent), width="stretch"
        )


def _add(mapped: Mapped, sent: Callable[[], None]) -> None:
    """Add what was typed, and choose it."""
    label, role = str(st.session_state[_LABEL] or ""), str(st.session_state[_ROLE] or "")
    chosen = mapped.ahead.get(STEP, mapped.step)
    made: list[str] = []

    def change(now: Process) -> Process:
        after = chosen if any(node.id == chosen for node in now.nodes) else last_node(now)
        changed, step = editing.add_step(now, label, after=after, role=role.strip())
        made.append(step)
        return changed

    if mapped.edit(change, label):
        mapped.ahead[STEP] = made[-1]
        sent()


def _told(number: int, line: Line, mapped: Mapped) -> StepLine:
    """Return a step as the list shows it; what comes next is told where it is not plainly the line below."""
    names = {each.id: mapped.told(each) for each in mapped.lines}
    below = mapped.lines[number] if number < len(mapped.lines) else None
    is_plain = len(line.next) == 1 and below is not None and line.next[0] in (below.label, below.id)
    following = ", ".join(names.get(each, each) for each in line.next)
    kind = "" if line.type == "task" else mapped.say.word("element", line.type)
    return StepLine(
        id=line.id,
        number=number,
        label=names[line.id],
        role=line.role,
        kind=kind if line.label else "",
        when=" / ".join(line.when),
        next="" if is_plain or not following else mapped.say.text("map-list-next", steps=following),
        depth=line.depth,
    )
