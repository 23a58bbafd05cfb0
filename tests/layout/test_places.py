from __future__ import annotations

from procmap.layout.places import data_label
from procmap.model import DataItem


def test_the_state_of_a_document_stands_in_brackets_once():
    assert data_label(DataItem(id="d", name="Søknad", state="mottatt")) == "Søknad [mottatt]"
    assert data_label(DataItem(id="d", name="Søknad [mottatt]", state="mottatt")) == "Søknad [mottatt]"
    assert data_label(DataItem(id="d", state="mottatt")) == "[mottatt]"
    assert data_label(DataItem(id="d", name="Søknad")) == "Søknad"
