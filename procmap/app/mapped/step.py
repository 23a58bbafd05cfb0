"""What can be done with the step that is chosen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from procmap import editing
from procmap.app.mapped import facts, notes
from procmap.app.mapped.ways import ways_of
from procmap.app.mapped.work import Edit, Mapped
from procmap.app.safe import markdown
from procmap.editing import Line
from procmap.editing.branches import KINDS
from procmap.model import Activity

TABS = ("facts", "split", "branch", "back", "note")


def show(mapped: Mapped, line: Line) -> None:
    """Show the step: moving it and taking it away, what is known of it, and how the work goes on after it."""
    say = mapped.say
    with st.container(key="map-step-head", horizontal=True, vertical_alignment="center"):
        st.header(markdown(mapped.told(line)), anchor=False)
        _button("map-up", lambda now: editing.move_up(now, line.id), mapped, line, shortcut="Alt+ArrowUp")
        _button("map-down", lambda now: editing.move_down(now, line.id), mapped, line, shortcut="Alt+ArrowDown")
        _button("map-remove", lambda now: editing.remove_step(now, line.id), mapped, line)
    following = ", ".join(mapped.told(each) if each else name for name, each in _next(mapped, line))
    told = say.text("map-next-steps", steps=following) if following else say.text("map-next-nothing")
    st.markdown(markdown(told))
    tabs = st.tabs([markdown(say.text(f"map-tab-{name}")) for name in TABS], key="map-tabs")
    with tabs[0]:
        facts.show(mapped, line)
    is_work = any(isinstance(node, Activity) and node.id == line.id for node in mapped.process.nodes)
    with tabs[1]:
        if is_work:
            _split(mapped, line)
        else:
            st.markdown(markdown(say.text("map-not-for-events")))
    with tabs[2]:
        _branch(mapped, line)
    with tabs[3]:
        _back(mapped, line)
    with tabs[4]:
        notes.show(mapped, line)


def _next(mapped: Mapped, line: Line) -> list[tuple[str, Line | None]]:
    """Return what follows: its name, and its line where it has no name but an id."""
    by_id = {each.id: each for each in mapped.lines}
    return [(name, by_id.get(name)) for name in line.next]


def _button(code: str, change: Edit, mapped: Mapped, line: Line, shortcut: str | None = None) -> None:
    def do() -> None:
        mapped.edit(change, mapped.told(line))

    st.button(markdown(mapped.say.text(code)), key=code, shortcut=shortcut, on_click=do)


def _split(mapped: Mapped, line: Line) -> None:
    """Show how a step becomes several, and several become one."""
    say, text, others = mapped.say, f"map-split-{line.id}", f"map-merge-{line.id}"
    left, right = st.columns(2, gap="large")
    with left.form(f"form-{text}", border=False):
        st.text_area(markdown(say.text("map-split")), value=line.label, key=text)
        st.markdown(markdown(say.text("map-one-a-line")))

        def split() -> None:
            labels = [each for each in str(st.session_state[text]).splitlines() if each.strip()]
            mapped.edit(lambda now: editing.split_step(now, line.id, labels)[0], mapped.told(line))

        _submit("map-split-do", split, mapped)
    with right.form(f"form-{others}", border=False):
        names = _labelled(mapped, but=line.id)
        st.multiselect(markdown(say.text("map-merge")), list(names), format_func=names.__getitem__, key=others)

        def together() -> None:
            steps = (line.id, *st.session_state[others])
            mapped.edit(lambda now: editing.merge_steps(now, steps), mapped.told(line))

        _submit("map-merge-do", together, mapped)


def _branch(mapped: Mapped, line: Line) -> None:
    """Show how ways part after a step."""
    say = mapped.say
    kind, question, ways = (f"map-branch-{name}-{line.id}" for name in ("kind", "question", "ways"))
    with st.form(f"form-{ways}", border=False):
        left, right = st.columns(2, gap="large")
        left.radio(
            markdown(say.text("map-branch-kind")),
            list(KINDS),
            format_func=lambda key: markdown(say.text(f"map-branch-{key}")),
            key=kind,
        )
        left.text_input(markdown(say.text("map-branch-question")), key=question)
        right.text_area(
            markdown(say.text("map-branch-ways")), key=ways, placeholder=say.text("map-branch-example"), height=140
        )
        right.markdown(markdown(say.text("map-branch-ways-about")))

        def change() -> None:
            state = st.session_state
            told = ways_of(str(state[ways]))
            mapped.edit(
                lambda now: editing.add_branch(now, line.id, told, state[kind], str(state[question]))[0],
                mapped.told(line),
            )

        _submit("map-branch-do", change, mapped)


def _back(mapped: Mapped, line: Line) -> None:
    """Show how the work goes back from a step."""
    say = mapped.say
    to, condition, onward = (f"map-back-{name}-{line.id}" for name in ("to", "when", "else"))
    others = _labelled(mapped, but="")
    with st.form(f"form-{to}", border=False):
        columns = st.columns(3)
        columns[0].selectbox(markdown(say.text("map-back-to")), list(others), format_func=others.__getitem__, key=to)
        columns[1].text_input(markdown(say.text("map-back-when")), key=condition)
        columns[2].text_input(markdown(say.text("map-back-else")), key=onward)

        def change() -> None:
            target, when, otherwise = (str(st.session_state[key] or "") for key in (to, condition, onward))
            mapped.edit(lambda now: editing.loop_back(now, line.id, target, when, otherwise), mapped.told(line))

        _submit("map-back-do", change, mapped)


def _submit(code: str, change: Callable[[], None], mapped: Mapped) -> None:
    st.form_submit_button(markdown(mapped.say.text(code)), key=f"submit-{code}", on_click=change)


def _labelled(mapped: Mapped, but: str) -> dict[str, str]:
    """Return the steps that have a name, but the start, by id."""
    return {
        line.id: line.label
        for line in mapped.lines
        if line.label and line.id != but and line.type not in ("startEvent", "boundaryEvent")
    }
