"""Align: which steps belong together. Rows on a board, and beside it what a row rests on and what can be done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from procmap.alignment import Member
from procmap.app import place, project
from procmap.app.compared import card, showing
from procmap.app.compared.aligned import (
    AlignedRow,
    AlignedRows,
    RowChoice,
    changed_by_themselves,
    doubts_of,
    is_contradiction,
    key_of,
)
from procmap.app.compared.board import board_columns, board_rows, board_steps, state_of
from procmap.app.components import Move, board_words, row_board
from procmap.app.nothing import comparable_service
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import BadInput
from procmap.workspace.command import Command
from procmap.workspace.commands import Rearrange
from procmap.workspace.rearranging import Rearranging
from procmap.workspace.values import Service

TITLE = "app-page-align"
CHOSEN = "aligned"
_HEIGHT = "max(22rem, calc(100vh - var(--work-top, 12rem) - 8.5rem))"
"""What the page leaves, without what stands above and below the board."""
_CHANGED = "align-changed"
_ANYBODY = ""
_HAS, _ALONE = "has:", "alone:"


def show() -> None:
    """Show the page."""
    say = place.say()
    found = comparable_service(TITLE, say)
    if found is None:
        return
    opened, service, derived = found
    with st.spinner(markdown(say.text("app-working"))):
        rows = showing.aligned(derived)
    page = _Page(opened, service, rows, say)
    st.title(markdown(say.text("align-title", service=service.name)), anchor=False)
    st.html(card.looks(place.theme()))
    with st.container(key="align-told"):  # It is always there: the board is not made anew, and keeps the keyboard.
        page.contradictions()
        page.changed()
    with st.container(key="align-top", horizontal=True, vertical_alignment="center", gap="medium"):
        page.summary()
        shown = rows.chosen(_choice(rows, say))
    with st.container(key="work", horizontal=True, wrap=False):
        with st.container(key="work-matrix"):
            page.board(shown)
        chosen = rows.row_with(place.recall(CHOSEN))
        if chosen is not None:
            with st.container(key="side"):
                page.row(chosen, shown)
    page.doubts()


class _Page:
    """The page for the rows of a service as they are."""

    def __init__(self, opened: project.Opened, service: Service, rows: AlignedRows, say: Translator) -> None:
        self._opened, self._service, self._rows, self._say = opened, service, rows, say
        # What changed by itself is told until something else changes: then the rows have another key.
        kept = st.session_state.get(_CHANGED)
        self._changed: tuple[Member, ...] = kept[1] if kept and kept[0] == rows.key else ()

    def summary(self) -> None:
        """Show how far people have come, and let them confirm at once what is sure."""
        say, rows = self._say, self._rows.rows
        confirmed = sum(one.state == "confirmed" for one in rows)
        sure = self._rows.to_confirm()
        st.markdown(markdown(say.text("align-progress", confirmed=confirmed, count=len(rows))), width="content")
        if sure:
            self._button(
                say.text("align-confirm-sure", count=len(sure)),
                "confirm-sure",
                lambda now: now.confirm_all(self._rows.to_confirm(), self._rows.alignment.links),
                stands_out=True,
            )

    def changed(self) -> None:
        """Show which steps have found another place by themselves, after what was done last."""
        if not self._changed:
            return
        named = [self._say.quoted(self._rows.label(member, self._say)) for member in self._changed]
        whose = [f"{label} ({member.process})" for label, member in zip(named, self._changed, strict=True)]
        st.info(markdown(self._say.text("align-changed", count=len(whose), steps=", ".join(whose))))
        self._ways_to(self._changed, "changed")

    def contradictions(self) -> None:
        """Show where what people said contradicts itself."""
        for place_of_doubt, doubt in enumerate(filter(is_contradiction, self._rows.doubts)):
            st.error(markdown(self._say.sentence(doubt.finding)))
            self._ways_to(doubt.steps, f"conflict-{place_of_doubt}")

    def doubts(self) -> None:
        """Show what else could not be decided, each with what to do."""
        found = [doubt for doubt in doubts_of(self._rows.doubts) if not is_contradiction(doubt)]
        if not found:
            return
        with st.expander(markdown(self._say.text("align-doubts", count=len(found)))):
            for number, doubt in enumerate(found):
                st.markdown(markdown(self._say.sentence(doubt.finding)))
                self._ways_to(doubt.steps, f"doubt-{number}")

    def _ways_to(self, steps: Sequence[Member], key: str) -> None:
        """Show a button for each row that a doubt is about."""
        found = (self._rows.row_with(key_of(member)) for member in steps)
        rows = {one.number: one for one in found if one is not None}
        if not rows:
            return
        with st.container(horizontal=True):
            for number, one in sorted(rows.items()):
                title = self._say.text("align-to-row", number=number, title=self._rows.title(one, self._say))
                st.button(markdown(title), key=f"{key}-{number}", on_click=place.keep, args=(CHOSEN, one.place))

    def board(self, shown: Sequence[AlignedRow]) -> None:
        """Show the board with these rows."""
        if not shown:
            st.info(markdown(self._say.text("filter-nothing")))
            return
        chosen = self._rows.row_with(place.recall(CHOSEN))
        row_board(
            board_columns(self._rows, self._say),
            board_rows(self._rows, shown, self._say),
            board_steps(self._rows, shown, frozenset(self._changed), self._say),
            key="align-board",
            words=board_words(self._say),
            height=_HEIGHT,
            chosen=chosen.row.id if chosen else "",
            on_move=self._move,
            on_choose=self._choose,
        )

    def _choose(self, row_id: str) -> None:
        one = self._rows.row(row_id)
        place.keep(CHOSEN, one.place if one else "")

    def _move(self, asked: Move) -> None:
        try:
            now = self._now()
        except BadInput as error:
            project.tell(error)
            return
        member = now._rows.step(asked.step)
        if member is None:
            return
        here, to = now._rows.row_with(asked.step), now._rows.aimed_at(asked.row_to, asked.beside)
        if to is None:
            if here is not None and len(here.row.steps) > 1:
                now._do(lambda known: known.alone(member))
        elif to != here:
            now._do(lambda known: known.move(member, now._rows.alignment.rows, to.row))

    def _now(self) -> _Page:
        """Return the page for the rows as they are now, which others or moves before may have changed."""
        opened = project.current()
        if opened is None:
            return self
        return _Page(opened, self._service, showing.aligned(opened.derived(self._service)), self._say)

    def row(self, one: AlignedRow, shown: Sequence[AlignedRow]) -> None:
        """Show a row: how sure it is and why, and what can be done to it."""
        say = self._say
        self._ways(one, shown)
        st.header(markdown(f"{one.number} {self._rows.title(one, say)}"), anchor=False)
        st.markdown(markdown(say.text(f"align-state-{state_of(one)}")))
        if one.by_themselves and one.state != "confirmed":
            names = [self._rows.label(member, say) for member in one.row.steps if member in one.by_themselves]
            st.markdown(markdown(say.text("align-by-itself-about", labels=", ".join(map(say.quoted, names)))))
        rearranging = self._rearranging()
        with st.container(horizontal=True):
            if one.state != "confirmed":
                is_shared = len(one.row.steps) > 1
                code = "align-confirm" if is_shared else "align-confirm-alone"
                links = self._rows.alignment.links
                self._button(say.text(code), "confirm", lambda now: now.confirm(one.row, links), stands_out=True)
            if rearranging.take_back(one.row) is not None:
                self._button(say.text("align-take-back"), "take-back", lambda now: now.take_back(one.row))
        self._steps(one)
        self._join(one)
        found = self._rows.evidence(one, say)
        if found or len(one.parties) > 1:
            st.subheader(markdown(say.text("card-why")), anchor=False)
            st.html(card.reasons(found, say))

    def _ways(self, one: AlignedRow, shown: Sequence[AlignedRow]) -> None:
        """Show the ways to the rows beside a row, and out of it."""
        before = [each for each in shown if each.number < one.number]
        after = [each for each in shown if each.number > one.number]
        with st.container(horizontal=True, horizontal_alignment="right"):
            for code, to in (("previous", before[-1:]), ("next", after[:1])):
                st.button(
                    markdown(self._say.text(f"card-{code}")),
                    key=f"align-{code}",
                    on_click=place.keep,
                    args=(CHOSEN, to[0].place if to else ""),
                    disabled=not to,
                )
            st.button(markdown(self._say.text("card-close")), key="align-close", on_click=place.keep, args=(CHOSEN, ""))

    def _steps(self, one: AlignedRow) -> None:
        """Show the steps of a row; those that are ticked can be parted from the others."""
        say = self._say
        if len(one.row.steps) < 2:
            return
        st.subheader(markdown(say.text("align-part")), anchor=False)
        ticked = []
        for member in one.row.steps:
            told = [f"{self._rows.letters[member.process]} {self._rows.label(member, say)}", self._rows.roles(member)]
            if st.checkbox(markdown(", ".join(filter(None, told))), key=f"tick-{one.row.id}-{key_of(member)}"):
                ticked.append(member)
        some = 0 < len(ticked) < len(one.row.steps)
        with st.container(horizontal=True):
            self._button(
                say.text("align-split"), "split", lambda now: now.split(one.row, ticked), off=not some,
                about=say.text("align-split-about"),
            )  # fmt: skip
            self._button(
                say.text("align-alone"), "alone", lambda now: now.alone(ticked[0]), off=len(ticked) != 1,
                about=say.text("align-alone-about"),
            )  # fmt: skip

    def _join(self, one: AlignedRow) -> None:
        """Show the other rows that a row can be joined with."""
        say = self._say
        others = {each.row.id: f"{each.number} {self._rows.title(each, say)}" for each in self._rows.rows}
        del others[one.row.id]
        st.subheader(markdown(say.text("align-join")), anchor=False)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox(
                markdown(say.text("align-join-with")),
                list(others),
                format_func=lambda row_id: others.get(row_id, ""),
                index=None,
                placeholder=say.text("align-join-choose"),
                key=f"join-{one.row.id}",
                label_visibility="collapsed",
            )
            other = self._rows.row(chosen) if chosen else None
            self._button(
                say.text("align-join-do"), "join", lambda now: now.join(one.row, other.row) if other else None,
                off=other is None,
            )  # fmt: skip

    def _button(
        self,
        label: str,
        key: str,
        command: Callable[[Rearranging], Command | None],
        *,
        stands_out: bool = False,
        off: bool = False,
        about: str = "",
    ) -> None:
        st.button(
            markdown(label),
            key=f"align-{key}",
            type="primary" if stands_out else "secondary",
            disabled=off,
            help=markdown(about) if about else None,
            on_click=self._do,
            args=(command,),
        )

    def _rearranging(self) -> Rearranging:
        return Rearranging(self._opened.state, self._service.id, self._rows.parties, self._rows.members)

    def _do(self, command: Callable[[Rearranging], Command | None]) -> None:
        try:
            made = command(self._rearranging())
        except BadInput as error:
            project.tell(error)
            return
        if made is not None and self._opened.do(made):
            self._note_changes(made)

    def _note_changes(self, made: Command) -> None:
        """Note the steps that have found another place by themselves."""
        now = project.current()
        if now is None or not isinstance(made, Rearrange):
            return
        after = showing.aligned(now.derived(self._service))
        said = (self._rows.members.members(confirm.steps) for confirm in made.made)
        moved = {each for steps in said for member in steps for each in self._rows.together[member]}
        st.session_state[_CHANGED] = (after.key, changed_by_themselves(self._rows, after, moved))


def _choice(rows: AlignedRows, say: Translator) -> RowChoice:
    """Show what rows can be chosen by, and return what is chosen."""
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        unsure, unconfirmed = (
            st.checkbox(markdown(say.text(f"align-only-{name}")), key=f"align-only-{name}", persist_state="session")
            for name in ("unsure", "unconfirmed")
        )
        names = {_ANYBODY: say.text("align-of-all")}
        for code, prefix in (("align-of-has", _HAS), ("align-of-alone", _ALONE)):
            names |= {f"{prefix}{party.id}": say.text(code, party=party.id) for party in rows.parties}
        whose = st.selectbox(
            markdown(say.text("align-of")),
            list(names),
            format_func=lambda key: names.get(key, key),
            key="align-of",
            label_visibility="collapsed",
            width=260,
            persist_state="session",
        )
        choice = RowChoice(
            unsure,
            unconfirmed,
            whose.removeprefix(_HAS) if whose and whose.startswith(_HAS) else "",
            whose.removeprefix(_ALONE) if whose and whose.startswith(_ALONE) else "",
        )
        st.markdown(markdown(say.text("filter-shown", shown=len(rows.chosen(choice)), all=len(rows.rows))))
    return choice
