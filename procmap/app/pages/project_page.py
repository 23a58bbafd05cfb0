"""Project: its name and language, who is at the keyboard, organisations, scales, kept states, history, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import streamlit as st

from procmap.app import place, project
from procmap.app.asking import ask_first, new_name
from procmap.app.nothing import nothing_open
from procmap.app.project_parts.exported import exported
from procmap.app.project_parts.past import history_table, when
from procmap.app.project_parts.scale_text import levels_in, lines_of
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent, drafts
from procmap.messages import LANGUAGES, Translator
from procmap.messages.languages import NAMES
from procmap.model import BadInput, Scale
from procmap.workspace import SUFFIX
from procmap.workspace.commands import (
    AddOrganisation,
    ChangeOrganisations,
    ChangeSetting,
    RemoveOrganisation,
    SetScale,
)
from procmap.workspace.commands.organisations import placed
from procmap.workspace.project import NAME
from procmap.workspace.values import Organisation

TITLE = "app-page-project"
_PART = "part"
_PAGE = "entries"
PARTS = ("about", "organisations", "states", "history", "scales", "export")
AT_ONCE = 25
"""Entries of the history that a page shows."""


def show() -> None:
    """Show the page."""
    say = place.say()
    st.title(markdown(say.text(TITLE)), anchor=False)
    opened = project.current()
    if opened is None:
        nothing_open(say)
        return
    part = _part(say)
    with st.container(key="project-page"):
        _show(part, opened, say)


def _show(part: str, opened: project.Opened, say: Translator) -> None:
    if part == "organisations":
        _organisations(opened, say)
    elif part == "states":
        _states(opened, say)
    elif part == "history":
        _history(opened, say)
    elif part == "scales":
        _scales(opened, say)
    elif part == "export":
        _export(opened, say)
    else:
        _about(opened, say)


def _part(say: Translator) -> str:
    """Return which part is chosen; it stands in the address."""
    st.session_state.setdefault("project-part", place.recall(_PART, PARTS) or PARTS[0])
    part = st.segmented_control(
        markdown(say.text("app-view")),
        PARTS,
        required=True,
        format_func=lambda each: markdown(say.text(f"page-project-{each}")),
        key="project-part",
        label_visibility="collapsed",
        persist_state="session",
    )
    place.keep(_PART, part or PARTS[0])
    return part or PARTS[0]


def _about(opened: project.Opened, say: Translator) -> None:
    with st.form("about", border=True):
        name = st.text_input(markdown(say.text("app-project-name")), value=opened.state.setting(NAME), max_chars=200)
        options = ("", *LANGUAGES)
        given = opened.state.setting(place.PROJECT_LANGUAGE)
        language = st.selectbox(
            markdown(say.text("page-project-language")),
            options,
            index=options.index(given) if given in options else 0,
            format_func=lambda code: NAMES[code] if code else say.text("page-project-language-of-browser"),
        )
        st.markdown(markdown(say.text("page-project-language-about")))
        if st.form_submit_button(markdown(say.text("processes-keep")), type="primary"):
            if name.strip():
                opened.do(ChangeSetting(setting=NAME, value=name))
            opened.do(ChangeSetting(setting=place.PROJECT_LANGUAGE, value=language or ""))
            st.rerun()
    with st.container(border=True):
        st.session_state.setdefault("who", place.recall(project.WHO))
        st.text_input(
            markdown(say.text("page-project-who")),
            key="who",
            max_chars=80,
            on_change=_call_me,
            args=(opened,),
        )
        st.markdown(markdown(say.text("page-project-who-about")))


def _call_me(opened: project.Opened) -> None:
    """Take a name; what was typed before there was one stays with whoever typed it."""
    before = drafts(opened)
    place.keep(project.WHO, " ".join(st.session_state["who"].split()))
    try:
        before.hand_over(project.person())
    except BadInput as error:
        project.tell(error)


def _organisations(opened: project.Opened, say: Translator) -> None:
    known = sorted(opened.state.organisations, key=lambda one: (one.place, one.name))
    if not known:
        st.info(markdown(say.text("page-project-no-organisations")))
    else:
        st.markdown(markdown(say.text("page-project-organisations-about")))
        _named(opened, known, say)
    label, add = (say.text(f"page-project-{each}-organisation") for each in ("new", "add"))
    name = new_name(label, add, key="new-organisation", form="add-organisation")
    if name is not None:
        opened.do(AddOrganisation(called=name))
        st.rerun()
    used = {one.organisation for one in opened.state.processes}
    for one in known:
        if one.id not in used and ask_first(
            say.text("page-project-remove-organisation", name=one.name),
            say.text("page-project-remove-organisation-sure", name=one.name),
            key=f"remove-{one.id}",
            say=say,
        ):
            opened.do(RemoveOrganisation(organisation=one.id))
            st.rerun()


def _named(opened: project.Opened, known: Sequence[Organisation], say: Translator) -> None:
    """Show a line for each organisation, and the button that keeps all of them."""
    form = Unsent(opened, "organisations")

    def keep() -> bool:
        changed = tuple(
            one.replace(
                place=form.said(f"place-of-{one.id}"),
                letter=form.text(f"letter-{one.id}"),
                name=form.text(f"name-{one.id}"),
                is_reference=bool(form.said(f"is-{one.id}")),
            )
            for one in known
        )
        return opened.do(ChangeOrganisations(organisations=placed(changed)))

    with st.container(border=True), form.box("organisations"):
        for number, one in enumerate(known, 1):
            _organisation(form, one, number, say)
        form.send(say.text("processes-keep"), "organisations-keep", keep, type="primary")


def _organisation(form: Unsent, one: Organisation, number: int, say: Translator) -> None:
    """Show the line of an organisation."""
    columns = st.columns([1, 1, 5, 3], vertical_alignment="bottom")
    seen: Literal["visible", "collapsed"] = "visible" if number == 1 else "collapsed"

    def known(field: str, now: object) -> dict[str, Any]:
        return form.field(f"{field}-{one.id}", now, key=f"{field}-{one.id}-{one.version}")

    columns[0].number_input(
        markdown(say.text("page-project-place")), 1, 9999, label_visibility=seen, **known("place-of", number)
    )
    columns[1].text_input(
        markdown(say.text("page-project-letter")),
        max_chars=2,
        label_visibility=seen,
        live=PAUSE,
        **known("letter", one.letter),
    )
    columns[2].text_input(
        markdown(say.text("page-project-organisation")),
        max_chars=200,
        label_visibility=seen,
        live=PAUSE,
        **known("name", one.name),
    )
    columns[3].checkbox(markdown(say.text("page-project-reference")), **known("is", one.is_reference))


def _states(opened: project.Opened, say: Translator) -> None:
    st.markdown(markdown(say.text("page-project-states-about")))
    label, add = say.text("page-project-new-state"), say.text("page-project-keep-state")
    name = new_name(label, add, key="new-state-name", form="new-state")
    if name is not None:
        opened.snapshot(name)
        st.rerun()
    kept = opened.project.snapshots()
    if not kept:
        st.info(markdown(say.text("page-project-no-states")))
    for entry in kept:
        called = str(entry.told.get("name", entry.id))
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(markdown(" · ".join(filter(None, (called, when(entry.at, say), entry.who)))), width="stretch")
            if ask_first(
                say.text("page-project-return"),
                say.text("page-project-return-sure", name=called),
                key=f"return-{entry.id}",
                say=say,
            ):
                opened.return_to(entry.id)
                st.rerun()


def _history(opened: project.Opened, say: Translator) -> None:
    entries = opened.project.history()
    pages = max(1, -(-len(entries) // AT_ONCE))
    asked = place.recall(_PAGE, [str(number) for number in range(2, pages + 1)])
    page = int(asked or "1")
    st.html(history_table(entries[(page - 1) * AT_ONCE : page * AT_ONCE], say))
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center"):
            for code, to in (("page-project-newer", page - 1), ("page-project-older", page + 1)):
                st.button(
                    markdown(say.text(code)),
                    key=code,
                    disabled=not 1 <= to <= pages,
                    on_click=place.keep,
                    args=(_PAGE, str(to)),
                )
            st.markdown(markdown(say.text("page-project-page", page=page, pages=pages)))


def _scales(opened: project.Opened, say: Translator) -> None:
    scales = {one.id: one for one in opened.state.all_scales()}
    st.markdown(markdown(say.text("page-project-scales-about")))
    for one in scales.values():
        with st.expander(markdown(one.name or one.id)):
            st.text(" · ".join(filter(None, (one.id, one.source, one.version))))
            # Streamlit reads the cells of a table as Markdown.
            heads = say.text("scale-value"), say.text("scale-name")
            cells = [(each.value, each.name) for each in one.levels]
            st.table([dict(zip(heads, map(markdown, each), strict=True)) for each in cells])
    options = ("", *scales)
    chosen = st.selectbox(
        markdown(say.text("page-project-scale-which")),
        options,
        format_func=lambda key: (scales[key].name or key) if key else say.text("page-project-scale-new"),
        key="scale-which",
    )
    _scale(opened, scales.get(chosen or "", Scale(id="")), say)


def _scale(opened: project.Opened, one: Scale, say: Translator) -> None:
    """Show the fields of a scale; one without an id is new."""
    form = Unsent(opened, "scale", one.id)

    def keep() -> bool:
        texts = {field: form.text(field) for field in ("name", "source", "version")}
        return _keep_scale(opened, one.replace(id=one.id or form.text("id").strip(), **texts), form.text("levels"))

    with st.container(border=True), form.box("scale"):
        known = form.field("id", one.id, key=f"scale-id-{one.id}")
        st.text_input(markdown(say.text("scale-id")), disabled=bool(one.id), live=PAUSE, **known)
        st.text_input(markdown(say.text("scale-name")), live=PAUSE, **form.field("name", one.name))
        st.text_input(markdown(say.text("scale-source")), live=PAUSE, **form.field("source", one.source))
        st.text_input(markdown(say.text("scale-version")), live=PAUSE, **form.field("version", one.version))
        levels = form.field("levels", lines_of(one.levels))
        st.text_area(markdown(say.text("scale-levels")), height=180, placeholder="1; A; #2e7d32", **levels)
        form.send(say.text("processes-keep"), "scale-keep", keep, type="primary")


def _keep_scale(opened: project.Opened, scale: Scale, levels: str) -> bool:
    try:
        if not scale.id:
            raise BadInput("name-empty", field="scale")
        return opened.do(SetScale(scale=scale.replace(levels=levels_in(levels))))
    except BadInput as error:
        project.tell(error)
        return False


def _export(opened: project.Opened, say: Translator) -> None:
    st.markdown(markdown(say.text("page-project-export-about")))
    without = st.checkbox(markdown(say.text("page-project-without-people")), key="without-people")
    if without:
        st.markdown(markdown(say.text("page-project-without-people-about")))
    with st.spinner(markdown(say.text("app-working"))):
        try:
            found = exported(opened, say.language, without_people=without)
        except BadInput as error:
            st.error(markdown(say.sentence(error.finding)))
            return
    for code, findings in (("page-project-masked", found.answer.masked), ("page-project-left", found.answer.left)):
        if findings:
            with st.expander(markdown(say.text(code, count=len(findings))), expanded=True):
                st.markdown("\n".join(f"- {markdown(each.text)}" for each in findings))
    stem = opened.name if opened.name not in ("", "given") else "procmap"
    st.download_button(
        markdown(say.text("page-project-download")),
        found.content,
        file_name=f"{stem}{SUFFIX}",
        mime="application/vnd.sqlite3",
        type="primary",
        on_click="ignore",
    )
