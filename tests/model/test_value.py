from __future__ import annotations

import pytest
from pydantic import ValidationError

from procmap.model import Activity, Decision, StepReference


def test_a_value_cannot_be_changed():
    with pytest.raises(ValidationError):
        Activity(id="a").name = "Motta"


def test_replace_gives_a_copy_and_checks_it():
    activity = Activity(id="a", name="Motta")
    assert activity.replace(name="Registrere") == Activity(id="a", name="Registrere")
    assert activity.name == "Motta"
    with pytest.raises(ValidationError):
        activity.replace(type="teaTask")
    with pytest.raises(ValidationError):
        activity.replace(colour="red")


def test_null_texts_of_files_are_empty():
    assert StepReference(organisation="Nordås", variant=None) == StepReference(organisation="Nordås")


def test_a_field_with_an_alias_can_be_replaced():
    decision = Decision.model_validate({"id": "d1", "about": {}, "choice": "adopt", "from": "Nordås"})
    assert decision.from_ == "Nordås"
    assert decision.replace(from_="Solhaug").model_dump()["from"] == "Solhaug"
