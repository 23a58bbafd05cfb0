"""Map: the steps of one process as a list to type in, with the picture beside it as it grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from procmap import editing
from procmap.app import place, project
from procmap.app.components.process_map import connections_of, process_map
from procmap.app.components.words import map_words
from procmap.app.drawn import process_svg
from procmap.app.pages.nothing import nothing_open
from procmap.app.safe import markdown
from procmap.editing import Line, outline
from procmap.editing.branches import KINDS
from procmap.messages import Translator
from procmap.model import BadInput, Process, to_json
from procmap.workspace.commands import AddNote, AddService, EditProcess, ImportProcesses, Incoming
from procmap.workspace.parties import process_now
from procmap.workspace.values import ProcessEntry

TITLE = "app-page-map"
PROCESS = "process"
STEP = "step"
NEW = "new"
Edit = Callable[[Process], Process]


def show() -> None:
    """Show the page."""
    say = place.say()
    opened = project.current()
    if opened is None:
        st.title(markdown(say.text(TITLE)), anchor=False)
        nothing_open(say)
        return
    entries = list(opened.state.processes_of(opened.service.id)) if opened.service else []
    entry = _chosen(opened, entries, say)
    if entry is None:
        _new(opened, say)
        return
    process = process_now(opened.project, opened.state, entry)
    lines = outline(process)
    step = place.recall(STEP, [line.id for line in lines])
    left, right = st.columns([2, 3], gap="medium")
    with left:
        _list(opened, entry, process, lines, step, say)
    with right:
        process_map(
            process_svg(opened, entry, process, say.language),
            key=f"map-{entry.id}",
            words=map_words(say),
            connections=connections_of(process),
            selected=step,
            faded=False,
            on_choose=lambda chosen: place.keep(STEP, chosen if chosen in {line.id for line in lines} else ""),
        )
    chosen = next((line for line in lines if line.id == step), None)
    if chosen is not None:
        _step(opened, entry, process, lines, chosen, say)


def _chosen(opened: project.Opened, entries: Sequence[ProcessEntry], say: Translator) -> ProcessEntry | None:
    """Show which process is looked at, and return it; None for a new one."""
    st.title(markdown(say.text(TITLE)), anchor=False)
    names = {one.id: _name(opened, one) for one in entries} | {NEW: say.text("map-new")}
    if len(names) == 1:
        return None
    known = place.recall(PROCESS, names) or entries[0].id
    st.session_state["map-process"] = known
    chosen = st.segmented_control(
        markdown(say.text("map-whose")),
        list(names),
        format_func=lambda key: markdown(names[key]),
        key="map-process",
        required=True,
        label_visibility="collapsed",
    )
    place.keep(PROCESS, chosen or known)
    return next((one for one in entries if one.id == chosen), None)


def _name(opened: project.Opened, entry: ProcessEntry) -> str:
    owner = opened.state.organisation(entry.organisation).name
    return f"{owner} / {entry.variant}" if entry.variant else owner


def _new(opened: project.Opened, say: Translator) -> None:
    """Show the form for a process that is typed from nothing."""
    st.markdown(markdown(say.text("map-new-about")))
    service = opened.service
    with st.form("map-new", border=True):
        called = service.name if service else st.text_input(markdown(say.text("map-service")), key="map-service")
        organisation = st.text_input(markdown(say.text("map-organisation")), key="map-organisation", max_chars=200)
        variant = st.text_input(markdown(say.text("map-variant")), key="map-variant", max_chars=200)
        if st.form_submit_button(markdown(say.text("map-begin")), type="primary") and _begin(
            opened, called, organisation, variant
        ):
            st.rerun()


def _begin(opened: project.Opened, called: str, organisation: str, variant: str) -> bool:
    """Make a process that only begins and ends, and look at it."""
    if opened.service is None and not opened.do(AddService(called=called)):
        return False
    state = opened.project.state()
    service = opened.service or state.services[-1]
    made = editing.new_process(service.name, organisation.strip(), variant.strip())
    incoming = Incoming(
        organisation=organisation,
        variant=variant,
        source_name=f"{organisation.strip() or 'process'}.json",
        source=to_json((made,)).encode(),
        element=made.id,
    )
    if not opened.do(ImportProcesses(service=service.id, incoming=(incoming,))):
        return False
    place.keep(PROCESS, opened.project.state().processes[-1].id)
    place.keep(project.SERVICE, service.id)
    return True


def _list(
    opened: project.Opened, entry: ProcessEntry, process: Process, lines: Sequence[Line], step: str, say: Translator
) -> None:
    """Show the steps as a list, and the line that adds one after the step that is chosen."""
    names = {line.id: _told(number, line, say) for number, line in enumerate(lines, 1)}
    with st.form("map-add", border=False, clear_on_submit=True):
        after = next((line for line in lines if line.id == step), None)
        where = say.text("map-add-after", step=after.label or after.id) if after else say.text("map-add-last")
        columns = st.columns([3, 2, 1], vertical_alignment="bottom")
        label = columns[0].text_input(markdown(where), key="map-add-label")
        role = columns[1].text_input(markdown(say.text("map-role")), key="map-add-role")
        if columns[2].form_submit_button(markdown(say.text("map-add")), type="primary"):
            _add(opened, entry, process, label, role, step or _last(process))
            st.rerun()
    st.session_state["map-step"] = step or None
    st.radio(
        markdown(say.text("map-steps", count=len(lines))),
        list(names),
        format_func=lambda key: markdown(names[key]),
        key="map-step",
        index=None,
        on_change=lambda: place.keep(STEP, st.session_state["map-step"] or ""),
    )


def _told(number: int, line: Line, say: Translator) -> str:
    label = line.label or say.text(f"type-{line.type}")
    when = f"[{' / '.join(line.when)}] " if line.when else ""
    inside = "· " * line.depth
    return f"{number}. {inside}{when}{label}{f' – {line.role}' if line.role else ''}"


def _last(process: Process) -> str | None:
    """Return the node after which a step is added when none is chosen: the last end, else what nothing follows."""
    followed = {flow.source for flow in process.flows}
    ends = [node.id for node in process.nodes if node.parent is None and node.id not in followed]
    return ends[-1] if ends else None


def _add(
    opened: project.Opened, entry: ProcessEntry, process: Process, label: str, role: str, after: str | None
) -> None:
    try:
        now, made = editing.add_step(process, label, after=after, role=role.strip())
    except BadInput as error:
        project.tell(error)
        return
    if opened.do(EditProcess(process=entry, before=process, now=now, step=label)):
        place.keep(STEP, made)


def _edit(opened: project.Opened, entry: ProcessEntry, process: Process, label: str, edit: Edit) -> bool:
    """Carry out an edit; what cannot be done is told."""
    try:
        now = edit(process)
    except BadInput as error:
        project.tell(error)
        return False
    return now == process or opened.do(EditProcess(process=entry, before=process, now=now, step=label))


def _step(
    opened: project.Opened, entry: ProcessEntry, process: Process, lines: Sequence[Line], line: Line, say: Translator
) -> None:
    """Show what can be done with the step that is chosen."""
    label = line.label or say.text(f"type-{line.type}")

    def do(edit: Edit) -> None:
        if _edit(opened, entry, process, label, edit):
            st.rerun()
        st.rerun()

    st.subheader(markdown(label), anchor=False)
    with st.container(horizontal=True):
        if st.button(markdown(say.text("map-up")), key="map-up", shortcut="Alt+ArrowUp"):
            do(lambda now: editing.move_up(now, line.id))
        if st.button(markdown(say.text("map-down")), key="map-down", shortcut="Alt+ArrowDown"):
            do(lambda now: editing.move_down(now, line.id))
        if st.button(markdown(say.text("map-remove")), key="map-remove"):
            do(lambda now: editing.remove_step(now, line.id))
    tabs = st.tabs([markdown(say.text(f"map-tab-{name}")) for name in ("words", "split", "branch", "back", "note")])
    with tabs[0], st.form(f"map-words-{line.id}", border=False):
        name = st.text_input(markdown(say.text("map-label")), value=line.label)
        role = st.text_input(markdown(say.text("map-role")), value=line.role)
        if st.form_submit_button(markdown(say.text("map-keep"))):
            do(lambda now: editing.set_role(editing.rename(now, line.id, name), line.id, role))
    with tabs[1]:
        _split(lines, line, say, do)
    with tabs[2], st.form(f"map-branch-{line.id}", border=False):
        kind = st.radio(
            markdown(say.text("map-branch-kind")),
            list(KINDS),
            format_func=lambda key: markdown(say.text(f"map-branch-{key}")),
            horizontal=True,
        )
        question = st.text_input(markdown(say.text("map-branch-question")))
        ways = st.text_area(markdown(say.text("map-branch-ways")), placeholder=say.text("map-branch-example"))
        if st.form_submit_button(markdown(say.text("map-keep"))):
            do(lambda now: editing.add_branch(now, line.id, _ways(ways), kind, question)[0])
    with tabs[3], st.form(f"map-back-{line.id}", border=False):
        others = {one.id: one.label for one in lines if one.label and one.type != "startEvent"}
        to = st.selectbox(markdown(say.text("map-back-to")), list(others), format_func=others.__getitem__)
        condition = st.text_input(markdown(say.text("map-back-when")))
        onward = st.text_input(markdown(say.text("map-back-else")))
        if st.form_submit_button(markdown(say.text("map-keep"))) and to:
            do(lambda now: editing.loop_back(now, line.id, to, condition, onward))
    with tabs[4]:
        _note(opened, entry, process, line, say)


def _split(lines: Sequence[Line], line: Line, say: Translator, do: Callable[[Edit], None]) -> None:
    """Show how a step becomes several, and several become one."""
    with st.form(f"map-split-{line.id}", border=False):
        text = st.text_area(markdown(say.text("map-split")), value=line.label)
        if st.form_submit_button(markdown(say.text("map-split-do"))):
            do(lambda now: editing.split_step(now, line.id, [each for each in text.splitlines() if each.strip()])[0])
    with st.form(f"map-merge-{line.id}", border=False):
        others = {one.id: one.label for one in lines if one.label and one.id != line.id}
        chosen = st.multiselect(markdown(say.text("map-merge")), list(others), format_func=others.__getitem__)
        if st.form_submit_button(markdown(say.text("map-merge-do"))):
            do(lambda now: editing.merge_steps(now, (line.id, *chosen)))


def _note(opened: project.Opened, entry: ProcessEntry, process: Process, line: Line, say: Translator) -> None:
    """Show the notes on a step, and the line that adds one."""
    from procmap.behaviour import References

    owner = opened.state.organisation(entry.organisation).name
    reference = References(process).make(line.id, owner, entry.variant)
    for note in opened.state.notes:
        if any(each.step == line.id and each.organisation == owner for each in note.steps):
            st.text(f"{say.text(f'note-{note.kind}')}: {note.text}")
    with st.form(f"map-note-{line.id}", border=False, clear_on_submit=True):
        kind = st.radio(
            markdown(say.text("map-note-kind")),
            ["note", "problem", "idea"],
            format_func=lambda key: markdown(say.text(f"note-{key}")),
            horizontal=True,
        )
        text = st.text_area(markdown(say.text("map-note")))
        if st.form_submit_button(markdown(say.text("map-keep"))):
            opened.do(
                AddNote.model_validate(
                    {"service": entry.service, "text": text, "kind": kind, "steps": (reference,), "organisation": owner}
                )
            )
            st.rerun()


def _ways(text: str) -> list[editing.Way]:
    """Return the ways that lines tell: `condition: step; step`; only a condition goes straight on."""
    ways = []
    for line in text.splitlines():
        if line.strip():
            condition, parted, steps = line.partition(":")
            labels = steps if parted else condition
            ways.append(
                editing.Way(
                    condition=condition if parted else "",
                    steps=tuple(label.strip() for label in labels.split(";") if label.strip()),
                )
            )
    return ways
