"""What the pages on attached values have in common: a table for each kind, the card of a step, the findings so far."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from procmap.alignment import Party
from procmap.app import place
from procmap.app.attached.fields import level_legend
from procmap.app.attached.findings import findings
from procmap.app.attached.form import Spot, edit
from procmap.app.attached.table import table_data, title
from procmap.app.compared import card, matrix, showing
from procmap.app.nothing import comparable_service
from procmap.app.project import Opened
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.model import Scale
from procmap.reports.values import ReportParty
from procmap.workspace import Derived
from procmap.workspace.attaching import AttachedKind, AttachedLine, Attaching, entry_of
from procmap.workspace.values import Service

_ROW = "row"
_VIEW = "view"
_WHOSE = "whose"
_FINDINGS = "findings"


@dataclass(frozen=True)
class _Shown:
    """All that a page is shown from. `parties` are those of the report in the order of `attaching.parties`."""

    opened: Opened
    service: Service
    derived: Derived
    attaching: Attaching
    parties: tuple[ReportParty, ...]
    say: Translator

    def scales(self, party: Party | None) -> tuple[Scale, ...]:
        """Return the scales that a party can use, or (of no party) those of the common process: its own come first."""
        result = self.derived.harmonised.result
        process = party.process if party is not None else result.common if result is not None else None
        own = process.scales if process is not None else ()
        known = {scale.id for scale in own}
        return (*own, *(scale for scale in self.opened.state.all_scales() if scale.id not in known))


def show(page: str, kinds: tuple[AttachedKind, ...]) -> None:
    """Show a page on values of these kinds; `page` is its name."""
    say = place.say()
    heading = f"app-page-{page}"
    found = comparable_service(heading, say)
    if found is None:
        return
    opened, service, derived = found
    with st.spinner(markdown(say.text("app-working"))):
        attaching = Attaching(derived)
        report = showing.report(derived, say.language)
    by_id = {party.id: party for party in report.parties}
    shown = _Shown(opened, service, derived, attaching, tuple(by_id[party.id] for party in attaching.parties), say)
    st.title(markdown(f"{service.name}: {say.text(heading)}"), anchor=False)
    st.html(card.looks(place.theme()))
    with st.container(key="filters", horizontal=True, vertical_alignment="center"):
        view = _view(page, kinds, say)
        kind = next((each for each in kinds if each == view), None)
        only = kind is not None and st.checkbox(
            markdown(say.text("at-steps-only-with")), key=f"only-{kind}", persist_state="session"
        )
        if kind is not None and not place.recall(_ROW):
            st.markdown(markdown(say.text("at-steps-choose")))
    if "rosa" in kinds:
        st.caption("  \n".join(markdown(line) for line in level_legend(say)))  # two blanks: a line of its own
    if kind is None:
        _findings(shown, kinds)
    else:
        _table(shown, kind, only=only)


def _view(page: str, kinds: tuple[AttachedKind, ...], say: Translator) -> str:
    """Return which view is chosen; it stands in the address."""
    names = {str(kind): say.text(f"report-kind-{kind}") for kind in kinds}
    names[_FINDINGS] = say.text("at-steps-findings")
    key = f"{page}-view"
    st.session_state.setdefault(key, place.recall(_VIEW, names) or kinds[0])
    view = st.segmented_control(
        markdown(say.text("app-view")),
        list(names),
        required=True,
        format_func=lambda each: markdown(names[each]),
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )
    place.keep(_VIEW, view or kinds[0])
    return view or kinds[0]


def _table(shown: _Shown, kind: AttachedKind, *, only: bool) -> None:
    """Show the table of a kind (`only`: the steps with something), with the card of the step that is open beside it."""
    say = shown.say
    every = shown.attaching.lines(kind)
    lines = [line for line in every if not (only and line.is_empty)]
    number = place.recall(_ROW)
    line = next((line for line in every if str(line.number) == number), None)
    with st.container(key="work", horizontal=True, wrap=False):
        with st.container(key="work-matrix"):
            if not lines:
                st.info(markdown(say.text("at-steps-nobody")))
            else:
                scales = [*map(shown.scales, shown.attaching.parties), shown.scales(None)]
                matrix.drawn(
                    table_data(
                        lines,
                        shown.parties,
                        scales,
                        opened=line.number if line else 0,
                        heading=say.text(f"report-kind-{kind}"),
                        theme=place.theme(),
                        say=say,
                    ),
                    [each.number for each in every],
                    key=f"attached-{kind}",
                    on_open=lambda chosen: place.keep(_ROW, str(chosen)),
                    on_close=_close,
                )
        if line is not None:
            with st.container(key="card"):
                _card(shown, kind, line)


def _card(shown: _Shown, kind: AttachedKind, line: AttachedLine) -> None:
    """Show what the organisation that is chosen has at a step, to change it."""
    say = shown.say
    with st.container(horizontal=True, horizontal_alignment="right"):
        st.button(markdown(say.text("card-close")), key="card-close", on_click=_close)
    st.header(markdown(title(line, say)), anchor=False)
    names = {party.id: f"{party.letter} {party.id}" for party in shown.parties}
    key = f"whose-{line.number}"
    beside = list(zip(shown.parties, line.cells, strict=True))
    usual = next((party.id for party, cell in beside if cell.values), None) or next(
        (party.id for party, cell in beside if cell.state != "no-step"), None
    )
    st.session_state.setdefault(key, place.recall(_WHOSE, names) or usual or next(iter(names)))
    whose = st.segmented_control(
        markdown(say.text("at-steps-whose")),
        list(names),
        required=True,
        format_func=lambda each: markdown(names[each]),
        key=key,
        on_change=lambda: place.keep(_WHOSE, st.session_state[key] or ""),
    )
    party, cell = next(
        (party, cell)
        for party, cell in zip(shown.attaching.parties, line.cells, strict=True)
        if party.id == (whose or next(iter(names)))
    )
    entry = entry_of(shown.opened.state, shown.service.id, party)
    edit(Spot(shown.opened, entry, party, kind, line, cell, shown.attaching, shown.scales(party)), say)


def _findings(shown: _Shown, kinds: tuple[AttachedKind, ...]) -> None:
    """Show what is to be said so far."""
    parts = findings(shown.attaching, kinds, shown.say)
    if not parts:
        st.info(markdown(shown.say.text("at-steps-no-findings")))
    for heading, sentences in parts:
        st.header(markdown(f"{heading} ({len(sentences)})"), anchor=False)
        st.html(card.sentences(sentences))


def _close() -> None:
    place.keep(_ROW, "")
