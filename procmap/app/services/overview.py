"""The table of services by organisations: how far each has come, what is said of the services, and what to sort by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from procmap.app.assets import component
from procmap.app.components.mounting import sent
from procmap.messages import Translator
from procmap.workspace.summary import ProcessSummary, ServiceSummary, Status

Told = Literal["owner", "recipient", "next_workshop", "gain", "plan_goals"]
"""What is said of a service, in the order of the columns."""
TOLD: tuple[Told, ...] = get_args(Told)
NAME = "name"
_RING = "M13.2 8A5.2 5.2 0 1 1 2.8 8A5.2 5.2 0 1 1 13.2 8"
SHAPES: Mapping[Status, str] = {
    "not-mapped": _RING,
    "mapped": "M3.5 2H12.5V14H3.5ZM5.6 5H10.4M5.6 8H10.4M5.6 11H10.4",
    "compared": "M5.5 2.5V13.5M10.5 2.5V13.5M2.5 5.5H5.5M10.5 10.5H13.5",
    "decided": "M8 2L14 8L8 14L2 8Z",
    "approved": "M2.5 8.5L6.2 12.2L13.5 4.2",
}
"""The sign of each status, in a square of 16 by 16."""
_FILLED = ("decided",)


@dataclass(frozen=True)
class Chosen:
    """What somebody chose in the table: a service, with an organisation where it was a cell."""

    service: str
    organisation: str = ""
    variant: str = ""


def overview(
    services: Sequence[ServiceSummary],
    organisations: Sequence[str],
    *,
    key: str,
    sorted_by: str,
    open_service: str,
    say: Translator,
    on_cell: Callable[[Chosen], None],
    on_service: Callable[[Chosen], None],
    on_details: Callable[[Chosen], None],
    on_sort: Callable[[str], None],
) -> None:
    """Show the table. `organisations` are the names of the columns, `open_service` whose details are open.

    The functions are called when somebody chooses a cell, the name of a service, its details, or the head of a column.
    """
    known = {one.id for one in services}

    def hear(event: str, told: Callable[[Chosen], None]) -> Callable[[], None]:
        def heard() -> None:
            value = sent(key, event)
            parts = value if isinstance(value, list) and all(isinstance(each, str) for each in value) else []
            if parts and parts[0] in known:
                told(Chosen(*parts[:3]))

        return heard

    def sort() -> None:
        by = sent(key, "sorted")
        if isinstance(by, str) and by in (NAME, *TOLD):
            on_sort(by)

    component("overview", "elements.js", "overview.js", style="overview.css")(
        key=key,
        data=overview_data(services, organisations, sorted_by, open_service, say),
        on_cell_change=hear("cell", on_cell),
        on_service_change=hear("service", on_service),
        on_details_change=hear("details", on_details),
        on_sorted_change=sort,
    )


def in_order(services: Sequence[ServiceSummary], by: str) -> list[ServiceSummary]:
    """Return services in the order of what is said of them, those of which nothing is said last; else as they were."""
    if by == NAME:
        return sorted(services, key=lambda one: one.name.casefold())
    if by not in TOLD:
        return list(services)
    told = {one.id: str(getattr(one, by)).strip().casefold() for one in services}
    return sorted(services, key=lambda one: (not told[one.id], told[one.id], one.name.casefold()))


def overview_data(
    services: Sequence[ServiceSummary],
    organisations: Sequence[str],
    sorted_by: str,
    open_service: str,
    say: Translator,
) -> dict[str, Any]:
    """Return what the table draws: texts and shapes, as JSON."""
    return {
        "label": say.text("app-page-processes"),
        "organisations": list(organisations),
        "heads": [
            {"by": by, "text": say.text(f"processes-{by}".replace("_", "-")), "sorted": by == sorted_by}
            for by in (NAME, *TOLD)
        ],
        "sort": say.text("processes-sort"),
        "details": say.text("processes-details"),
        "shapes": {status: {"path": path, "filled": status in _FILLED} for status, path in SHAPES.items()},
        "services": [_service(one, organisations, one.id == open_service, say) for one in services],
    }


def _service(one: ServiceSummary, organisations: Sequence[str], is_open: bool, say: Translator) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "open": is_open,
        "questions": say.text("processes-open", count=one.open) if one.open else "",
        "error": one.error.text if one.error else "",
        "told": [_day(one.next_workshop, say) if by == "next_workshop" else getattr(one, by) for by in TOLD],
        "cells": [
            [_process(each, say) for each in one.processes if each.organisation == organisation]
            for organisation in organisations
        ],
    }


def _day(given: str, say: Translator) -> str:
    try:
        return say.day(date.fromisoformat(given))
    except ValueError:
        return given


def _process(one: ProcessSummary, say: Translator) -> dict[str, Any]:
    return {
        "organisation": one.organisation,
        "variant": one.variant,
        "status": one.status,
        "word": say.text(f"status-{one.status}"),
        "steps": say.text("processes-steps", count=one.steps) if one.status != "not-mapped" else "",
    }
