"""Harmonise: one question at a time leads to decisions, and those to a common process."""

from __future__ import annotations

from functools import partial
from typing import get_args

import streamlit as st

from procmap.app import place, ways
from procmap.app.browser import listen
from procmap.app.compared import card, showing
from procmap.app.components.process_map import connections_of, process_map
from procmap.app.components.words import map_words
from procmap.app.harmonised import asked, looking
from procmap.app.harmonised.asked import Teller
from procmap.app.harmonised.deciding import AT, QUESTION, Answering
from procmap.app.nothing import comparable_service
from procmap.app.safe import markdown
from procmap.app.unsent import PAUSE, Unsent
from procmap.messages import Translator
from procmap.reports.harmonisation import HarmonisationReport
from procmap.workspace import Derived
from procmap.workspace.deciding import LATER, Option
from procmap.workspace.values import CauseKind, DecisionEntry

TITLE = "app-page-harmonise"
_MAP_HEIGHT = 460
"""In pixels of CSS."""


def show() -> None:
    """Show the page."""
    say = place.say()
    found = comparable_service(TITLE, say)
    if found is None:
        return
    opened, service, derived = found
    made = _made(derived, say)
    rows = [row.id for row in derived.comparison.matrix.rows]
    teller = asked.teller(showing.agenda(derived), showing.report(derived, say.language), made, rows, say)
    st.html(card.looks(place.theme()) + asked.looks(place.theme()))
    st.title(markdown(f"{service.name}: {say.text(TITLE)}"), anchor=False)
    item = teller.agenda.find(place.recall(QUESTION), place.recall(AT))
    if item is None:
        return
    now = Answering(opened, service, teller.agenda, item, say)
    with st.container(key="harmonise-progress"):  # It grows when all is decided; what stands below is not made anew.
        _progress(now)
    top = st.container()
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(key="harmonise-question"):
        _choice(now, teller)
        _question(now, teller)
        _together(now)
        _signing(now, teller)
    seen = looking.look(now, teller)
    shown = seen.teller if seen is not None else teller
    with top:
        if seen is not None:
            looking.banner(now, teller, seen)
        st.html(shown.laws())
    if seen is None:
        with right:
            st.html(teller.follows(showing.impact(derived, teller.agenda, item, say.language)))
        _map(now, teller, derived, "harmonise-map")
        return
    with right, st.container(key="look-follows"):
        told = showing.impact(seen.derived, shown.agenda, seen.item, say.language) if seen.item is not None else ()
        st.html(shown.follows(told))
    with st.container(key="look-map"):
        _map(now, shown, seen.derived, "look-map")


def _made(derived: Derived, say: Translator) -> HarmonisationReport:
    """Compute what is shown, and say meanwhile what takes the time."""
    waiting = st.empty()
    with waiting, st.spinner(markdown(say.text("harmonise-aligning"))):
        derived.comparison  # noqa: B018 - computed where it is not known yet
    with waiting, st.spinner(markdown(say.text("harmonise-composing"))):
        derived.harmonised  # noqa: B018
        return showing.harmonised(derived, say.language)


def _progress(now: Answering) -> None:
    """Show how far all has come; when everything is decided, lead on."""
    say, agenda = now.say, now.agenda
    decided, of = agenda.deciding.progress()
    told = [say.text("harmonise-progress", decided=decided, of=of)]
    told.append(say.text("harmonise-progress-open", count=len(agenda.deciding.open)))
    if agenda.controls_lost:
        told.append(say.text("harmonise-progress-lost", count=agenda.controls_lost))
    st.progress(decided / of if of else 0.0, text=markdown(", ".join(told)))
    if not agenda.deciding.questions:
        st.success(markdown(say.text("harmonise-all-decided")))
        if ways.has("reports") and st.button(
            markdown(say.text("harmonise-to-reports")), key="to-reports", type="primary"
        ):
            st.switch_page(ways.page("reports"))


def _choice(now: Answering, teller: Teller) -> None:
    """Show all questions, to choose one."""
    say, agenda, item = now.say, now.agenda, now.item
    titles = {each.asked.id: teller.title(each) for each in agenda.items}
    order = list(titles)
    here = order.index(item.asked.id)
    with st.container(key="harmonise-choice", horizontal=True, vertical_alignment="bottom", gap="small"):
        key = "harmonise-chosen"
        st.session_state[key] = item.asked.id
        st.selectbox(
            markdown(say.text("harmonise-choose")),
            order,
            format_func=lambda each: titles.get(each, each),
            key=key,
            on_change=lambda: now.go(st.session_state[key]),
            label_visibility="collapsed",
        )
        for code, to in (("previous", here - 1), ("next", here + 1)):
            st.button(
                markdown(say.text(f"harmonise-{code}")),
                key=f"harmonise-{code}",
                on_click=now.go,
                args=(order[to] if 0 <= to < len(order) else "",),
                disabled=not 0 <= to < len(order),
            )


def _together(now: Answering) -> None:
    """Show what can be answered together, each as one step."""
    say, agenda, item = now.say, now.agenda, now.item
    same = agenda.same_everywhere
    with st.container(horizontal=True, gap="small"):
        if same:
            text = say.text("harmonise-same", count=len(same))
            st.button(markdown(text), key="harmonise-same", on_click=now.accept, args=(same,))
        block = item.block
        waiting = agenda.undecided_of(block) if block is not None else ()
        if block is not None and len(waiting) > 1:
            code = "harmonise-block" if block.role else "harmonise-block-roleless"
            text = say.text(code, count=len(waiting), **({"role": block.role} if block.role else {}))
            st.button(markdown(text), key="harmonise-block", on_click=now.accept, args=(waiting,))


def _question(now: Answering, teller: Teller) -> None:
    """Show the question, what everybody answers today, and the ways to answer it."""
    say, item = now.say, now.item
    st.header(markdown(teller.sentence(item.asked)), anchor=False)
    answers = teller.answers(item.asked)
    if answers:
        st.html(answers)
    proposal = teller.proposal(item.asked)
    if proposal:
        st.markdown(markdown(proposal))
    with st.container(key="harmonise-ways", horizontal=True, gap="small"):
        options = item.asked.options
        for option in options:
            if option.key <= LATER or option.party:
                _way(now, teller, option)
        st.button(
            markdown(f"{LATER} {say.text('harmonise-later')}"),
            key=f"way-{LATER}",
            on_click=now.go,
            args=(now.agenda.after(item.asked.id),),
        )
        for option in options:
            if option.key > LATER and not option.party:
                _way(now, teller, option)
    looking.choose(now, teller)
    answers_of = {option.key: partial(now.decide, option) for option in item.asked.options}
    later = partial(now.go, now.agenda.after(item.asked.id))
    listen(now.about, {**answers_of, LATER: later}, part="harmonise-question")
    _fields(now, teller)


def _way(now: Answering, teller: Teller, option: Option) -> None:
    decided = now.decided
    is_taken = decided is not None and (decided.choice, decided.from_) == (option.choice, option.organisation)
    is_proposed = decided is None and option.key == now.item.asked.proposal
    st.button(
        markdown(f"{option.key} {'✓ ' if is_taken else ''}{teller.way(option)}"),
        key=f"way-{option.key}",
        type="primary" if is_taken or is_proposed else "secondary",
        on_click=now.decide,
        args=(option,),
    )


def _fields(now: Answering, teller: Teller) -> None:
    """Show what can be typed to a decision; it is kept while it is typed."""
    say, decided, kind = now.say, now.decided, now.item.asked.kind
    may = {field for option in now.item.asked.options for field in option.may}
    shown = ["reason", *(field for field in ("text", "to") if field in may)]
    if "condition" in may and kind != "row":
        shown.append("condition")
    for field, column in zip(shown, st.columns(len(shown)), strict=True):
        with column:
            if field == "to":
                _to(now, teller)
            else:
                _field(now, field, str(getattr(decided, field)) if decided else "")
    is_open = any(now.form.has_kept(field) for field in ("condition", "where", "side", "cause"))
    with st.expander(
        markdown(say.text("harmonise-more-row" if kind == "row" else "harmonise-more")),
        key="harmonise-more",
        expanded=is_open,
    ):
        if kind == "row":
            _where(now)
        _cause(now, decided.cause if decided else "")
        _line(now.room, "by", say.text("harmonise-by"))


def _where(now: Answering) -> None:
    """Show when and where a step stays for some only, and on which side of another step one is put."""
    say, decided = now.say, now.decided
    owners = list(dict.fromkeys(party.organisation for party in now.agenda.deciding.parties if not party.is_reference))
    kept = [name for name in decided.where if name in owners] if decided and decided.choice == "local" else []
    side = "after" if decided and decided.choice == "move" and decided.where == ("after",) else "before"
    columns = st.columns([4, 4, 3])
    with columns[0]:
        _field(now, "condition", decided.condition if decided else "")
    columns[1].multiselect(
        markdown(say.text("harmonise-where")),
        owners,
        format_func=str,
        placeholder=say.text("harmonise-where-theirs"),
        **now.form.field("where", kept, among=owners),
    )
    sides = ("before", "after")
    columns[2].selectbox(
        markdown(say.text("harmonise-side")),
        sides,
        format_func=lambda each: say.text(f"harmonise-side-{each}"),
        **now.form.field("side", side, among=sides),
    )


def _field(now: Answering, field: str, decided: str = "") -> None:
    """Show a line to type in, for the question alone."""
    _line(now.form, field, now.say.text(f"harmonise-{field}"), decided)


def _line(form: Unsent, field: str, label: str, decided: str = "", *, is_hint: bool = False) -> None:
    """Show a line to type in; a hint stands in the line instead of above it."""
    st.text_input(
        markdown(label),
        label_visibility="collapsed" if is_hint else "visible",
        placeholder=label if is_hint else None,
        live=PAUSE,
        **form.field(field, decided),
    )


def _to(now: Answering, teller: Teller) -> None:
    """Show the choice of a step that something goes to."""
    say = now.say
    rows = {row.id: teller.rows[row.id] for row in now.agenda.deciding.rows if row.id not in now.item.asked.rows}
    chosen = now.agenda.deciding.row_of(now.decided.to if now.decided else None)
    names = {"": say.text("harmonise-nowhere"), **{key: f"{row.number} {row.title}" for key, row in rows.items()}}
    st.selectbox(
        markdown(say.text("harmonise-to-row" if now.item.asked.kind == "row" else "harmonise-to")),
        list(names),
        format_func=lambda each: names.get(each, each),
        help=markdown(say.text("harmonise-to-row-about")) if now.item.asked.kind == "row" else None,
        **now.form.field("to", chosen if chosen in names else "", among=names),
    )


def _cause(now: Answering, decided: str) -> None:
    """Show why it is done differently, and the line that notes it."""
    say = now.say
    for cause in now.causes:
        kind = say.text(f"cause-{cause.kind}")
        st.text(say.text("harmonise-cause-told", kind=kind, text=cause.text) if cause.text else kind)
    columns = st.columns([5, 2, 2], vertical_alignment="bottom")
    with columns[0]:
        _field(now, "cause", decided)
    kind = columns[1].selectbox(
        markdown(say.text("harmonise-cause-kind")),
        get_args(CauseKind),
        format_func=lambda each: say.text(f"cause-{each}"),
        key="harmonise-cause-kind",
    )
    columns[2].button(
        markdown(say.text("harmonise-cause-add")), key="harmonise-cause-add", on_click=now.give_cause, args=(kind,)
    )


def _signing(now: Answering, teller: Teller) -> None:
    """Show who agrees to the decision on this question, else to the one that was taken last."""
    entries = now.entries
    entry = next((one for one in entries if one.decision.id == now.item.asked.decided), None)
    is_last = entry is None and bool(entries)
    if is_last:
        entry = entries[-1]
    if entry is None:
        return
    say = now.say
    title = say.text("harmonise-sign-last" if is_last else "harmonise-sign")
    with st.expander(markdown(title), expanded=not is_last, key="sign-last" if is_last else "sign-this"):
        item = next((each for each in now.agenda.items if each.asked.decided == entry.decision.id), None)
        if is_last and item is not None:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(markdown(teller.sentence(item.asked)))
                st.button(
                    markdown(say.text("harmonise-again")),
                    key="harmonise-again",
                    on_click=now.go,
                    args=(item.asked.id,),
                )
        _organisations(now, entry)


def _organisations(now: Answering, entry: DecisionEntry) -> None:
    """Show for each organisation whether it agrees, and why not."""
    say, state = now.say, now.opened.state
    owners = {one.organisation for one in state.processes_of(now.service.id)}
    said = {one.organisation: one for one in state.sign_offs if one.decision == entry.id}
    for owner in sorted((one for one in state.organisations if one.id in owners), key=lambda one: one.name):
        if owner.is_reference:
            continue
        before = said.get(owner.id)
        field = f"why {entry.id} {owner.id}"
        columns = st.columns([3, 4, 3], vertical_alignment="bottom")
        with columns[1]:
            hint = say.text("harmonise-why", party=owner.name)
            _line(now.form, field, hint, before.why if before else "", is_hint=True)
        for column, agrees, code in ((columns[0], True, "agrees"), (columns[2], False, "dissents")):
            is_so = before is not None and before.agrees is agrees
            column.button(
                markdown(f"{'✓ ' if is_so else ''}{say.text(f'harmonise-{code}', party=owner.name)}"),
                key=f"sign-{owner.id}-{code}",
                type="primary" if is_so else "secondary",
                on_click=now.sign,
                args=(entry, owner, field),
                kwargs={"agrees": agrees},
                width="stretch",
            )


def _map(now: Answering, teller: Teller, derived: Derived, heading: str) -> None:
    """Show the common process with what the question is about; a step that is chosen leads to its question."""
    say = now.say
    st.subheader(markdown(say.text(heading)), anchor=False)
    with st.spinner(markdown(say.text("harmonise-drawing"))):
        drawn = showing.common_picture(derived, say.language)
    number_of = {row.number: key for key, row in teller.rows.items()}
    steps = {step.id for step in drawn.picture.process.steps}
    on = {number_of[number]: element for element, number in drawn.picture.rows.items() if element in steps}

    def choose(element: str) -> None:
        row = number_of.get(drawn.picture.rows.get(element, 0), "")
        of_rows = (each for each in now.agenda.items if each.asked.kind == "row")
        found = next((each for each in of_rows if each.asked.rows == (row,)), None)
        if found is not None:
            now.go(found.asked.id)

    process_map(
        drawn.svg,
        key=f"{heading}-{now.service.id}",
        words=map_words(say, name=say.text(heading)),
        connections=connections_of(drawn.picture.process),
        height=_MAP_HEIGHT,
        selected=next((on[row] for row in now.item.asked.rows if row in on), ""),
        faded=False,
        on_choose=choose,
    )
