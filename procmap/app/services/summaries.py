"""How far the services of a project have come: computed service by service, and kept until something changes."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import streamlit as st

from procmap.app.project import Opened
from procmap.messages import LanguageCode, translator
from procmap.model import Finding
from procmap.workspace.approving import hindrances
from procmap.workspace.deriving import fingerprint
from procmap.workspace.summary import ServiceSummary
from procmap.workspace.values import Service

_KEPT = 500
"""So many summaries are kept: those of a hundred services in four languages, and some."""


@dataclass(frozen=True)
class Standing:
    """How far a service has come, and what stands in the way of approving its common process.

    Unless `is_whole`, nothing was computed for it: what is open and what stands in the way is not known.
    """

    summary: ServiceSummary
    hindrances: tuple[Finding, ...] = ()
    is_whole: bool = True


def standing(opened: Opened, service: Service, language: LanguageCode) -> Standing:
    """Return how far a service has come. The first time it takes as long as comparing and harmonising it."""
    key = _key(opened, service, language)
    found = _kept().get(key)
    if found is None:
        summary = opened.summary(service, translator(language))
        found = Standing(summary, () if summary.error else hindrances(opened.derived(service)))
        _kept().keep(key, found)
    return found


def known_standing(opened: Opened, service: Service, language: LanguageCode) -> Standing:
    """Return how far a service has come, as far as that is known without comparing and harmonising it now."""
    found = _kept().get(_key(opened, service, language))
    return found or Standing(opened.summary(service, translator(language), is_whole=False), is_whole=False)


def _key(opened: Opened, service: Service, language: LanguageCode) -> tuple[str, ...]:
    state = opened.state
    said = [
        service,
        *state.organisations,
        *(one for one in state.causes if one.service == service.id),
        *(one for one in state.confirmations if one.service == service.id),
    ]
    told = (one.model_dump_json() for one in said)
    return opened.project.location, language, fingerprint(state, service.id), *told


class _Kept:
    """What was computed last, by what it follows from; Streamlit's own memory cannot be asked what it has."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[tuple[str, ...], Standing] = OrderedDict()

    def get(self, key: tuple[str, ...]) -> Standing | None:
        with self._lock:
            found = self._found.get(key)
            if found is not None:
                self._found.move_to_end(key)
            return found

    def keep(self, key: tuple[str, ...], found: Standing) -> None:
        with self._lock:
            self._found[key] = found
            while len(self._found) > _KEPT:
                self._found.popitem(last=False)


@st.cache_resource(show_spinner=False)
def _kept() -> _Kept:
    return _Kept()
