"""The style of labels, in five languages."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.guessing import LANGUAGES
from procmap.language.lexicon import core
from procmap.language.style import Style, style

LABELS = {
    "no": {
        "verb-object": [
            "Motta søknad", "Registrer søknad", "Journalføre", "Ta imot byggjesøknad", "Sendes til arkiv", "Sende svar",
            "Å vurdere klagen", "Avslutta saka", "Be søker om dokumentasjon",
        ],
        "action-noun": [
            "Mottak av søknad", "Søknadsbehandling", "Journalføring", "Handsaming av klage", "Kontroll av vedlegg",
            "Avslag",
        ],
        "state": [
            "Søknad mottatt", "Søknad motteken", "Vedtak er fattet", "Søknaden er ikke komplett", "Svar mottatt",
            "Saka avslutta", "Godkjent", "Faktura betalt", "Klage mottatt",
        ],
        "condition": ["Er søknaden komplett?", "Hvis mangler", "Komplett?", "Er søknaden fullstendig"],
        "other": ["Saksmappe", "Kunde", "!"],
    },
    "sv": {
        "verb-object": ["Ta emot ansökan", "Granska handlingar", "Registrera", "Att besluta"],
        "action-noun": ["Mottagning av ansökan", "Handläggning", "Ärendehandläggning"],
        "state": ["Ansökan inkommen", "Beslut fattat", "Beslut har skickats", "Ansökan registrerad", "Faktura betald"],
        "condition": ["Är ansökan komplett?", "Om handlingar saknas"],
        "other": ["Bygglov"],
    },
    "da": {
        "verb-object": ["Modtage ansøgning", "Træffe afgørelse", "Send afgørelse", "Registrere sagen"],
        "action-noun": ["Modtagelse af ansøgning", "Sagsbehandling"],
        "state": ["Ansøgning modtaget", "Sag afsluttet"],
        "condition": ["Er ansøgningen komplet?", "Hvis der er mangler"],
        "other": ["Blanket"],
    },
    "en": {
        "verb-object": [
            "Receive application", "Check credit", "Stamp the form", "Checks application", "Request approval",
        ],
        "action-noun": [
            "Receipt of application", "Application review", "Invoice processing", "Sending invoice", "Payment",
            "Claim processing",
        ],
        "state": ["Application received", "Order received", "Contract signed", "Approved", "Application is valid",
            "Sent", "Invoice sent"],
        "condition": ["Is the application complete?", "If approved", "Whether complete"],
        "other": ["Premises licence", ""],
    },
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "wanted", "label"),
    [
        (language, wanted, label)
        for language, styles in LABELS.items()
        for wanted, labels in styles.items()
        for label in labels
    ],
)
def test_the_style_of_a_label(language, wanted, label):
    assert style(label, language, core()) == wanted


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_has_a_style(text, language):
    assert style(text, language, core()) in get_args(Style)
