"""How far the services of a project have come: computed service by service, and kept until something changes."""

from __future__ import annotations

from dataclasses import dataclass

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
    """How far a service has come, and what stands in the way of approving its common process."""

    summary: ServiceSummary
    hindrances: tuple[Finding, ...]


def standing(opened: Opened, service: Service, language: LanguageCode) -> Standing:
    """Return how far a service has come. The first time it takes as long as comparing and harmonising it."""
    state = opened.state
    said = [
        service,
        *state.organisations,
        *(one for one in state.causes if one.service == service.id),
        *(one for one in state.confirmations if one.service == service.id),
    ]
    key = "".join([fingerprint(state, service.id), *(one.model_dump_json() for one in said)])
    return _standing(opened.project.location, key, language, opened, service)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _standing(place: str, key: str, language: LanguageCode, _opened: Opened, _service: Service) -> Standing:  # noqa: ARG001 - the key
    found = _opened.summary(_service, translator(language))
    return Standing(found, () if found.error else hindrances(_opened.derived(_service)))
