"""What is shown of what was derived: made once for each state, language and theme, and shared by all who look at it."""

from __future__ import annotations

import streamlit as st

from procmap.app.aligned import AlignedRows
from procmap.drawing.theme import ThemeName
from procmap.messages import LanguageCode, translator
from procmap.reports import matrix_report
from procmap.reports.pictures import overlay, side_by_side
from procmap.reports.values import MatrixReport
from procmap.workspace import Derived

_KEPT = 200
"""So many values of each kind are kept: those of ten services or more in four languages and two themes."""


def report(derived: Derived, language: LanguageCode) -> MatrixReport:
    """Return the report of a comparison in a language."""
    return _report(derived.key, language, derived)


def aligned(derived: Derived) -> AlignedRows:
    """Return the rows of a service as they are put together."""
    return _aligned(derived.key, derived)


def side_by_side_svg(derived: Derived, language: LanguageCode, theme: ThemeName) -> str:
    """Return the picture of all processes below each other (SVG)."""
    return _side_by_side(derived.key, language, theme, derived)


def overlay_svg(derived: Derived, at_least: int, language: LanguageCode, theme: ThemeName) -> str:
    """Return the picture of what at least so many organisations have, as SVG."""
    return _overlay(derived.key, at_least, language, theme, derived)


# Streamlit takes arguments that begin with an underscore for no part of what a value is kept under: the key of what was
# derived stands for it.


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _report(key: str, language: LanguageCode, _derived: Derived) -> MatrixReport:  # noqa: ARG001 - the key
    return matrix_report(_derived.parties, _derived.comparison, translator(language))


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _aligned(key: str, _derived: Derived) -> AlignedRows:  # noqa: ARG001 - the key
    return AlignedRows(_derived)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _side_by_side(key: str, language: LanguageCode, theme: ThemeName, _derived: Derived) -> str:  # noqa: ARG001 - the key
    drawn = side_by_side(_derived.parties, _derived.comparison, translator(language), theme=theme)
    return drawn.svg(language=language)


@st.cache_resource(max_entries=_KEPT, show_spinner=False)
def _overlay(key: str, at_least: int, language: LanguageCode, theme: ThemeName, _derived: Derived) -> str:  # noqa: ARG001 - the key
    drawn = overlay(_derived.parties, _derived.comparison, at_least, translator(language), theme=theme)
    return drawn.svg(language=language)
