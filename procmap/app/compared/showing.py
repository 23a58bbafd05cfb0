"""What is shown of what was derived: made once for each state and language, and shared by all who look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from procmap.app.compared.aligned import AlignedRows
from procmap.app.components.process_map import Connection, connections_of
from procmap.messages import LanguageCode, translator
from procmap.reports import matrix_report
from procmap.reports.harmonisation import HarmonisationReport, harmonisation_report
from procmap.reports.harmonisation.impact import ImpactTeller
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.values import PartyImpact
from procmap.reports.pictures import Picture, common, overlay, side_by_side
from procmap.reports.values import MatrixReport
from procmap.workspace import Derived
from procmap.workspace.agenda import Agenda, Item

_KEPT = 200
"""So many values of each kind are kept: those of ten services or more in four languages."""


def report(derived: Derived, language: LanguageCode) -> MatrixReport:
    """Return the report of a comparison in a language."""
    return _report(derived.compared, language, derived)


def aligned(derived: Derived) -> AlignedRows:
    """Return the rows of a service as they are put together."""
    return _aligned(derived.key, derived)


@dataclass(frozen=True)
class ShownPicture:
    """A picture for the process map: SVG in the light theme, the lines of what is drawn, rows by number of elements."""

    svg: str
    connections: tuple[Connection, ...]
    rows: Mapping[str, int]


def side_by_side_map(derived: Derived, language: LanguageCode) -> ShownPicture:
    """Return the picture of all processes below each other."""
    return _side_by_side(derived.compared, derived.inputs.service.name, language, derived)


def overlay_map(derived: Derived, at_least: int, language: LanguageCode) -> ShownPicture:
    """Return the picture of what at least so many organisations have."""
    return _overlay(derived.compared, derived.inputs.service.name, at_least, language, derived)


def _for_map(drawn: Picture, language: LanguageCode) -> ShownPicture:
    return ShownPicture(drawn.svg(language=language), connections_of(drawn.process), drawn.rows)


def agenda(derived: Derived) -> Agenda:
    """Return what is to be decided."""
    return _agenda(derived.key, derived)


def harmonised(derived: Derived, language: LanguageCode) -> HarmonisationReport:
    """Return the report of a harmonisation in a language, without pictures. Needs two processes."""
    return _harmonised(derived.key, language, derived)


def impact(derived: Derived, found: Agenda, item: Item, language: LanguageCode) -> tuple[PartyImpact, ...]:
    """Return what the common process changes for each organisation in what a question is about."""
    return _impact(derived.key, item.asked.id, language, derived, found, item)


def common_picture(derived: Derived, language: LanguageCode) -> Drawn:
    """Return the picture of the common process (light). Needs two processes."""
    return _common(derived.unsigned, language, derived)


@dataclass(frozen=True)
class Drawn:
    """A picture with its SVG."""

    picture: Picture
    svg: str


# Streamlit takes arguments that begin with an underscore for no part of what a value is kept under: the key of what was
# derived stands for it.


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _report(key: str, language: LanguageCode, _derived: Derived) -> MatrixReport:  # noqa: ARG001 - the key
    return matrix_report(_derived.parties, _derived.comparison, translator(language))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _aligned(key: str, _derived: Derived) -> AlignedRows:  # noqa: ARG001 - the key
    return AlignedRows(_derived)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _agenda(key: str, _derived: Derived) -> Agenda:  # noqa: ARG001 - the key
    return Agenda(_derived)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _harmonised(key: str, language: LanguageCode, _derived: Derived) -> HarmonisationReport:  # noqa: ARG001 - the key
    return harmonisation_report(
        _derived.parties,
        _derived.comparison,
        agenda(_derived).result,
        _derived.inputs.decisions,
        say=translator(language),
        has_picture=False,
    )


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _impact(
    key: str,  # noqa: ARG001 - the key
    question: str,  # noqa: ARG001 - the key
    language: LanguageCode,
    _derived: Derived,
    _agenda: Agenda,
    _item: Item,
) -> tuple[PartyImpact, ...]:
    say = translator(language)
    teller = ImpactTeller(
        _derived.parties,
        report(_derived, language).parties,
        paragraphs=Paragraphs(_agenda.result.common, say),
        decisions={decision.id: decision for decision in _derived.inputs.decisions.decisions},
        say=say,
    )
    told = teller.tell(_agenda.impact_of(_item.asked))
    # The figures of a typical case are of the whole process.
    return tuple(one.replace(parts=tuple(part for part in one.parts if part.code != "typical")) for one in told)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _common(key: str, language: LanguageCode, _derived: Derived) -> Drawn:  # noqa: ARG001 - the key
    made = common(_derived.parties, _derived.comparison, agenda(_derived).result, translator(language))
    return Drawn(made, made.svg(language=language))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _side_by_side(key: str, service: str, language: LanguageCode, _derived: Derived) -> ShownPicture:  # noqa: ARG001 - the key
    say = translator(language)
    return _for_map(side_by_side(_derived.parties, _derived.comparison, say, walked=True, service=service), language)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _overlay(
    key: str,  # noqa: ARG001 - the key
    service: str,
    at_least: int,
    language: LanguageCode,
    _derived: Derived,
) -> ShownPicture:
    say = translator(language)
    return _for_map(
        overlay(_derived.parties, _derived.comparison, at_least, say, walked=True, service=service), language
    )
