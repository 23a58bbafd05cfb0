"""Processes: every service by organisation, how far it has come, who is responsible, and what it is worth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from procmap.app import place, project, ways
from procmap.app.asking import ask_first, new_name
from procmap.app.nothing import no_service, nothing_open
from procmap.app.safe import markdown
from procmap.app.services.overview import NAME, TOLD, Chosen, in_order, overview
from procmap.app.services.summaries import Standing, known_standing, standing
from procmap.app.unsent import PAUSE, Unsent
from procmap.messages import Translator
from procmap.workspace.commands import AddService, ChangeService, RemoveService
from procmap.workspace.values import Service

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

TITLE = "app-page-processes"
_SORT = "sort"
_DETAILS = "details"
_PROCESS = "process"
_TO = "processes-to"


def show() -> None:
    """Show the page."""
    say = place.say()
    to = st.session_state.pop(_TO, None)
    if to is not None:
        st.switch_page(ways.page(to))
    st.title(markdown(say.text(TITLE)), anchor=False)
    opened = project.current()
    if opened is None:
        nothing_open(say)
        return
    if not opened.services:
        no_service(say)
    progress = st.empty()
    found = {service.id: known_standing(opened, service, say.language) for service in opened.services}
    if found:
        _table(opened, found, say)
    wanted = place.recall(_DETAILS, list(found))
    if wanted:
        _details(opened, opened.state.service(wanted), found[wanted], say)
    _add(opened, say)
    _compute(opened, [one for one in opened.services if not found[one.id].is_whole], progress, say)


def _compute(opened: project.Opened, waiting: Sequence[Service], progress: DeltaGenerator, say: Translator) -> None:
    """Compute what is not known yet, one service after the other, while the page can be used; then show it."""
    for number, service in enumerate(waiting):
        told = say.text("processes-computing", name=service.name)
        with progress, st.spinner(markdown(f"{told} ({number + 1}/{len(waiting)})")):
            standing(opened, service, say.language)
    if waiting:
        st.rerun()


def _table(opened: project.Opened, found: dict[str, Standing], say: Translator) -> None:
    summaries = [each.summary for each in found.values()]
    there = {process.organisation for one in summaries for process in one.processes}
    named = sorted(opened.state.organisations, key=lambda one: (one.place, one.name))
    by = place.recall(_SORT, (NAME, *TOLD))
    overview(
        in_order(summaries, by),
        [one.name for one in named if one.name in there],
        key="overview",
        sorted_by=by,
        open_service=place.recall(_DETAILS, list(found)),
        say=say,
        on_cell=lambda chosen: _to_map(opened, chosen),
        on_service=_to_compare,
        on_details=lambda chosen: place.keep(
            _DETAILS, "" if place.recall(_DETAILS) == chosen.service else chosen.service
        ),
        on_sort=lambda wanted: place.keep(_SORT, "" if wanted == by else wanted),
    )


def _to_map(opened: project.Opened, chosen: Chosen) -> None:
    """Lead to the map of a process; where there is none, to that of a new one."""
    place.keep(project.SERVICE, chosen.service)
    owners = {one.id: one.name for one in opened.state.organisations}
    entries = opened.state.processes_of(chosen.service)
    wanted = (chosen.organisation, chosen.variant)
    known = next((one.id for one in entries if (owners[one.organisation], one.variant) == wanted), "new")
    place.keep(_PROCESS, known)
    st.session_state[_TO] = "map"


def _to_compare(chosen: Chosen) -> None:
    place.keep(project.SERVICE, chosen.service)
    st.session_state[_TO] = "compare"


def _add(opened: project.Opened, say: Translator) -> None:
    """Show the line that adds a service."""
    name = new_name(say.text("processes-new"), say.text("processes-add"), key="new-service", form="add-service")
    if name is not None:
        opened.do(AddService(called=name))
        st.rerun()


def _details(opened: project.Opened, service: Service, found: Standing, say: Translator) -> None:
    """Show what can be said of a service, and what can be done with it."""
    with st.container(border=True, key="details"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(markdown(service.name), anchor=False)
            for name in ("compare", "harmonise"):
                if ways.has(name) and st.button(markdown(say.text(f"app-page-{name}")), key=f"to-{name}"):
                    place.keep(project.SERVICE, service.id)
                    st.switch_page(ways.page(name))
        _approval(opened, service, found, say)
        _form(opened, service, say)
        with st.container(horizontal=True):
            st.button(
                markdown(say.text("processes-close")), key="details-close", on_click=place.keep, args=(_DETAILS, "")
            )
            if ask_first(
                say.text("processes-remove"),
                say.text("processes-remove-sure", name=service.name),
                key=f"remove-{service.id}",
                say=say,
            ):
                opened.do(RemoveService(service=service.id))
                st.rerun()


def _approval(opened: project.Opened, service: Service, found: Standing, say: Translator) -> None:
    """Show whether the common process is approved, and why it cannot be."""
    reasons = [say.sentence(each) for each in found.hindrances]
    if found.summary.error is not None:
        reasons = [found.summary.error.text]
    if service.approved:
        st.success(markdown(say.text("processes-approved")))
    if reasons:
        code = "processes-approved-but" if service.approved else "processes-not-ready"
        st.warning("\n".join([markdown(say.text(code)), "", *(f"- {markdown(each)}" for each in reasons)]))
    st.button(
        markdown(say.text("processes-withdraw-approval" if service.approved else "processes-approve")),
        key="approve",
        disabled=(bool(reasons) or not found.is_whole) and not service.approved,
        on_click=_approve,
        args=(opened, service),
    )


def _approve(opened: project.Opened, service: Service) -> None:
    opened.do(ChangeService(service=service.replace(approved=not service.approved)))


def _form(opened: project.Opened, service: Service, say: Translator) -> None:
    form = Unsent(opened, "service", service.id)

    def keep() -> bool:
        day = form.said("next_workshop")
        changed = service.replace(
            name=form.text("name"),
            next_workshop=day.isoformat() if isinstance(day, date) else "",
            **{field: form.text(field).strip() for field in ("owner", "recipient", "gain", "plan_goals")},
        )
        return changed == service or opened.do(ChangeService(service=changed))

    with form.box("service"):
        first, second = st.columns(2)
        known = form.field("name", service.name)
        first.text_input(markdown(say.text("processes-name")), max_chars=200, live=PAUSE, **known)
        known = form.field("owner", service.owner)
        second.text_input(markdown(say.text("processes-owner")), live=PAUSE, **known)
        known = form.field("recipient", service.recipient)
        first.text_input(markdown(say.text("processes-recipient")), live=PAUSE, **known)
        known = form.field("next_workshop", _day(service.next_workshop), read=_day)
        second.date_input(markdown(say.text("processes-next-workshop")), format="DD.MM.YYYY", **known)
        first.text_area(markdown(say.text("processes-gain")), **form.field("gain", service.gain))
        second.text_area(markdown(say.text("processes-plan-goals")), **form.field("plan_goals", service.plan_goals))
        form.send(say.text("processes-keep"), "service-keep", keep, type="primary")


def _day(given: str) -> date | None:
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None
