"""Compare: the matrix with the card of a row, differences, pictures, and how far organisations agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

import streamlit as st

from procmap.app import place, project
from procmap.app.compared import card, showing, writing
from procmap.app.compared.choosing import Choice, chosen
from procmap.app.compared.matrix import matrix
from procmap.app.components import map_words, process_map
from procmap.app.nothing import comparable_service
from procmap.app.safe import markdown
from procmap.messages import Translator
from procmap.reports.pictures.in_page import thresholds
from procmap.reports.values import MatrixReport, ReportRow
from procmap.workspace import Derived
from procmap.workspace.values import Service

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

View = Literal["matrix", "differences", "side-by-side", "overlay", "agreement"]
VIEWS: tuple[View, ...] = get_args(View)
_TITLES: dict[View, str] = {
    "matrix": "heading-matrix",
    "differences": "heading-differences",
    "side-by-side": "pictures-side-by-side",
    "overlay": "pictures-overlay",
    "agreement": "heading-agreement",
}
_ATTACHED = ("control", "rosa", "record")
_ROW = "row"
_ELEMENT = "at"
_VIEW = "view"
_KIND_WIDTH = 195
_HEIGHT = "max(22rem, calc(100vh - var(--work-top, 17rem) - 5.4rem))"
"""The height of a picture: what the page leaves, and the buttons above it."""


def show() -> None:
    """Show the page."""
    say = place.say()
    found = comparable_service("app-page-compare", say)
    if found is None:
        return
    opened, service, derived = found
    with st.spinner(markdown(say.text("app-working"))):
        report = showing.report(derived, say.language)
    st.title(markdown(f"{service.name}: {report.title}"), anchor=False)
    st.html(card.looks(place.theme()))
    page = _Page(opened, service, derived, report, say)
    with st.container(horizontal=True, vertical_alignment="center"):
        view = _view(say)
        shown = st.empty()
    if view == "matrix":
        page.matrix(shown)
    elif view == "differences":
        _differences(report, say)
    elif view == "agreement":
        st.markdown(markdown(say.text("about-agreement")))
        st.html(card.agreement_table(report, say))
    else:
        page.picture(view)
    writing.lost(opened, service, showing.aligned(derived).members, say)


class _Page:
    """The page for a comparison: what can be looked at with the card of a row beside it."""

    def __init__(
        self, opened: project.Opened, service: Service, derived: Derived, report: MatrixReport, say: Translator
    ) -> None:
        self._opened, self._service, self._derived = opened, service, derived
        self._report, self._say = report, say

    def matrix(self, shown: DeltaGenerator) -> None:
        """Show the matrix, what its rows can be chosen by, and what is not sure; and in `shown` how many are chosen."""
        report, say = self._report, self._say
        rows = chosen(report, _choice(report, say))
        shown.markdown(markdown(say.text("filter-shown", shown=len(rows), all=len(report.rows))))
        opened = self._row()
        # The matrix stands in the same place of the page with a card and without, so that the keyboard stays in it.
        with st.container(key="work", horizontal=True, wrap=False):
            with st.container(key="work-matrix"):
                if rows:
                    matrix(
                        report,
                        rows,
                        opened.number if opened else 0,
                        key="matrix",
                        theme=place.theme(),
                        say=say,
                        on_open=lambda chosen_row: place.keep(_ROW, str(chosen_row)),
                        on_close=_close,
                    )
                else:
                    st.info(markdown(say.text("filter-nothing")))
            if opened is not None:
                self._card(opened, rows)
        if report.unsure:
            with st.expander(f"{markdown(say.text('heading-unsure'))} \\({len(report.unsure)}\\)"):
                st.html(card.sentences(report.unsure))

    def picture(self, view: View) -> None:
        """Show the picture of a view, what it can be seen by, and the card of the row that is chosen in it."""
        say = self._say
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            at_least = self._at_least() if view == "overlay" else 1
            st.markdown(markdown(say.text("card-picture-rows")))
        with st.spinner(markdown(say.text("app-working"))):
            picture = (
                showing.side_by_side_map(self._derived, say.language)
                if view == "side-by-side"
                else showing.overlay_map(self._derived, at_least, say.language)
            )
        opened = self._row()
        at = place.recall(_ELEMENT)
        number = opened.number if opened else 0
        if number and picture.rows.get(at) != number:
            at = next((element for element, row in picture.rows.items() if row == number), "")

        def choose(element: str) -> None:
            place.keep(_ELEMENT, element)
            place.keep(_ROW, str(picture.rows.get(element, "")))

        with st.container(key="work", horizontal=True, wrap=False):
            with st.container(key="work-matrix"):
                process_map(
                    picture.svg,
                    key=f"compare-{view}",
                    words=map_words(say, name=say.text(_TITLES[view])),
                    connections=picture.connections,
                    selected=at,
                    faded=False,
                    height=_HEIGHT,
                    on_choose=choose,
                )
            if opened is not None:
                self._card(opened, self._report.rows)

    def _at_least(self) -> int:
        """Return in how many organisations a thing must be to be seen."""
        counted = sum(not party.is_reference for party in self._derived.parties)
        if counted < 2:
            return 1
        label = markdown(self._say.text("pictures-at-least"))
        st.markdown(label, width="content")
        chosen_least = st.segmented_control(
            label,
            thresholds(counted),
            default=1,
            required=True,
            key="compare-at-least",
            label_visibility="collapsed",
            persist_state="session",
        )
        return chosen_least or 1

    def _row(self) -> ReportRow | None:
        """Return the row whose card is open, as the address says."""
        number = place.recall(_ROW)
        return next((row for row in self._report.rows if str(row.number) == number), None)

    def _card(self, row: ReportRow, rows: tuple[ReportRow, ...]) -> None:
        """Show the card of a row, with the ways to the rows beside it that are shown, and what people write on it."""
        say = self._say
        numbers = [each.number for each in rows]
        before = max((number for number in numbers if number < row.number), default=0)
        after = min((number for number in numbers if number > row.number), default=0)
        with st.container(key="card"):
            with st.container(horizontal=True, horizontal_alignment="right"):
                for code, to in (("previous", before), ("next", after)):
                    st.button(
                        markdown(say.text(f"card-{code}")),
                        key=f"card-{code}",
                        on_click=place.keep,
                        args=(_ROW, str(to)),
                        disabled=not to,
                    )
                st.button(markdown(say.text("card-close")), key="card-close", on_click=_close)
            st.header(markdown(f"{row.number} {row.title}"), anchor=False)
            aligned = showing.aligned(self._derived)
            steps = aligned.rows[row.number - 1].row.steps
            with st.container(key="card-body"):
                st.html(card.card(self._report, row, say))
                writing.Writing(self._opened, self._service, steps, aligned.members, say).show()


def _view(say: Translator) -> View:
    """Return which view is chosen; it stands in the address."""
    st.session_state.setdefault("compare-view", place.recall(_VIEW, VIEWS) or "matrix")
    view = st.segmented_control(
        markdown(say.text("app-view")),
        VIEWS,
        required=True,
        format_func=lambda each: markdown(say.text(_TITLES[each])),
        key="compare-view",
        label_visibility="collapsed",
        persist_state="session",
    )
    place.keep(_VIEW, view or VIEWS[0])
    return view or VIEWS[0]


def _choice(report: MatrixReport, say: Translator) -> Choice:
    """Show what rows can be chosen by, and return what is chosen."""
    kinds = {section.code: section.heading for section in report.sections}
    alone = {row.alone for row in report.rows}
    parties = {party.letter: f"{party.letter} {party.id}" for party in report.parties if party.letter in alone}
    has = {kind for row in report.rows for kind in row.attached}
    with st.container(key="filters", horizontal=True, vertical_alignment="center", gap="small"):
        search = st.text_input(
            markdown(say.text("filter-search")),
            key="filter-search",
            placeholder=say.text("filter-search"),
            label_visibility="collapsed",
            width=130,
            persist_state="session",
            live=True,
        )
        kind = _one_of("class", kinds, say, _KIND_WIDTH)
        who = _one_of("alone", parties, say)
        role = _one_of("role", {name: name for name in report.roles}, say)
        names = ("differences", "open", *(each for each in _ATTACHED if each in has))
        wanted = {name: _switch(name, say) for name in names}
        attached = tuple(each for each in _ATTACHED if wanted.get(each))
    return Choice(search, kind, who, role, wanted["differences"], wanted["open"], attached)


def _one_of(code: str, options: dict[str, str], say: Translator, width: int = 165) -> str:
    """Return which of several is chosen, nothing for all; that says what is chosen, since a label has no room."""
    label = say.text(f"filter-{code}")
    names = {"": f"{label}: {say.text('filter-any')}", **options}
    value = st.selectbox(
        markdown(label),
        list(names),
        format_func=lambda key: names.get(key, key),
        key=f"filter-{code}",
        label_visibility="collapsed",
        width=width,
        persist_state="session",
    )
    return value or ""


def _switch(name: str, say: Translator) -> bool:
    return st.checkbox(markdown(say.text(f"filter-{name}")), key=f"filter-{name}", persist_state="session")


def _close() -> None:
    place.keep(_ROW, "")
    place.keep(_ELEMENT, "")


def _differences(report: MatrixReport, say: Translator) -> None:
    if not report.sections:
        st.info(markdown(say.text("no-differences")))
        return
    kinds = {section.code: section.heading for section in report.sections}
    with st.container(key="filters"):
        kind = _one_of("class", kinds, say, _KIND_WIDTH)
    st.html(card.difference_list(report, say, kind))
