"""What can be done with the step that is chosen."""

from __future__ import annotations

import streamlit as st

from procmap import editing
from procmap.app.mapped import facts, notes
from procmap.app.mapped.ways import ways_of
from procmap.app.mapped.work import Edit, Mapped
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE
from procmap.editing import Line
from procmap.editing.branches import KINDS
from procmap.model import Activity

_FORMS = {
    "facts": ("facts",), "split": ("split", "merge"), "branch": ("branch",), "back": ("back",), "note": ("note",),
}  # fmt: skip
"""The forms of each tab."""
TABS = tuple(_FORMS)


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
    labels = {name: markdown(say.text(f"map-tab-{name}")) for name in TABS}
    tabs = st.tabs(list(labels.values()), key="map-tabs", default=labels[_tab(mapped, line)])
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


def _tab(mapped: Mapped, line: Line) -> str:
    """Return the tab that is open at first: the one in which somebody has typed before the page was loaded."""
    key = f"map-tab-{mapped.entry.id}-{line.id}"
    if key not in st.session_state:
        typed = (name for name in TABS for form in _FORMS[name] if mapped.form(form, line.id).is_kept)
        st.session_state[key] = next(typed, TABS[0])
    found: str = st.session_state[key]
    return found


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
    say = mapped.say
    left, right = st.columns(2, gap="large")
    parts, others = mapped.form("split", line.id), mapped.form("merge", line.id)
    with left, parts.box("map-split"):
        st.text_area(markdown(say.text("map-split")), **parts.field("text", line.label, key=f"map-split-{line.id}"))
        st.markdown(markdown(say.text("map-one-a-line")))

        def split() -> bool:
            labels = [each for each in parts.text("text").splitlines() if each.strip()]
            return mapped.edit(lambda now: editing.split_step(now, line.id, labels)[0], mapped.told(line))

        parts.send(say.text("map-split-do"), "submit-map-split-do", split)
    with right, others.box("map-merge"):
        names = _labelled(mapped, but=line.id)
        st.multiselect(
            markdown(say.text("map-merge")),
            list(names),
            format_func=names.__getitem__,
            **others.field("steps", [], key=f"map-merge-{line.id}", among=names),
        )

        def together() -> bool:
            steps = (line.id, *others.said("steps"))
            return mapped.edit(lambda now: editing.merge_steps(now, steps), mapped.told(line))

        others.send(say.text("map-merge-do"), "submit-map-merge-do", together)


def _branch(mapped: Mapped, line: Line) -> None:
    """Show how ways part after a step."""
    say, form, kinds = mapped.say, mapped.form("branch", line.id), list(KINDS)
    known = {
        name: form.field(name, now, key=f"map-branch-{name}-{line.id}", among=among)
        for name, now, among in (("kind", kinds[0], kinds), ("question", "", None), ("ways", "", None))
    }
    with form.box("map-branch"):
        left, right = st.columns(2, gap="large")
        left.radio(
            markdown(say.text("map-branch-kind")),
            kinds,
            format_func=lambda key: markdown(say.text(f"map-branch-{key}")),
            **known["kind"],
        )
        left.text_input(markdown(say.text("map-branch-question")), live=PAUSE, **known["question"])
        right.text_area(
            markdown(say.text("map-branch-ways")),
            placeholder=say.text("map-branch-example"),
            height=140,
            **known["ways"],
        )
        right.markdown(markdown(say.text("map-branch-ways-about")))

        def change() -> bool:
            told, kind, question = ways_of(form.text("ways")), form.said("kind"), form.text("question")
            return mapped.edit(lambda now: editing.add_branch(now, line.id, told, kind, question)[0], mapped.told(line))

        form.send(say.text("map-branch-do"), "submit-map-branch-do", change)


def _back(mapped: Mapped, line: Line) -> None:
    """Show how the work goes back from a step."""
    say, form, others = mapped.say, mapped.form("back", line.id), _labelled(mapped, but="")
    first = next(iter(others), None)
    with form.box("map-back"):
        columns = st.columns(3)
        columns[0].selectbox(
            markdown(say.text("map-back-to")),
            list(others),
            format_func=others.__getitem__,
            **form.field("to", first, key=f"map-back-to-{line.id}", among=others),
        )
        for column, name in zip(columns[1:], ("when", "else"), strict=True):
            known = form.field(name, key=f"map-back-{name}-{line.id}")
            column.text_input(markdown(say.text(f"map-back-{name}")), live=PAUSE, **known)

        def change() -> bool:
            target, when, otherwise = (form.text(name) for name in ("to", "when", "else"))
            return mapped.edit(lambda now: editing.loop_back(now, line.id, target, when, otherwise), mapped.told(line))

        form.send(say.text("map-back-do"), "submit-map-back-do", change)


def _labelled(mapped: Mapped, but: str) -> dict[str, str]:
    """Return the steps that have a name, but the start, by id."""
    return {
        line.id: line.label
        for line in mapped.lines
        if line.label and line.id != but and line.type not in ("startEvent", "boundaryEvent")
    }
