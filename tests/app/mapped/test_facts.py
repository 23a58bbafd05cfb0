"""What is known of a step as texts, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest

from procmap import editing
from procmap.answers.sample import sample_folder
from procmap.app.mapped.facts import KINDS, texts_of, with_texts
from procmap.formats import read
from procmap.messages import LANGUAGES
from procmap.model import Deadline
from procmap.model.index import Index

STEP = editing.add_step(editing.new_process("", ""), "x", after="Start_1")[1]


@pytest.fixture
def process():
    return editing.add_step(editing.new_process("Søknad", "Fjordvik"), "Motta søknad", after="Start_1")[0]


def step_of(process):
    return next(step for step in process.steps if step.id == STEP)


def test_texts_become_fields_and_fields_texts(process):
    texts = {
        "label": "Registrere søknad",
        "role": "Arkiv",
        "type": "userTask",
        "systems": "Fjordarkiv\n\n Fjordarkiv \nMatrikkelen",
        "documents_in": "Søknad",
        "documents_out": "Kvittering",
        "legal_basis": "pbl. § 21-1",
        "deadline": "3 uker fra komplett søknad",
    }
    now = with_texts(process, STEP, texts)
    step = step_of(now)
    assert (step.name, step.type, Index(now).role(STEP)) == ("Registrere søknad", "userTask", "Arkiv")
    assert step.details.systems == ("Fjordarkiv", "Matrikkelen")
    assert step.details.deadline == Deadline(amount=Decimal(3), unit="weeks", since="komplett søknad")
    shown = texts_of(step, "Arkiv", "nb")
    assert shown == {**texts, "systems": "Fjordarkiv\nMatrikkelen"}
    assert with_texts(now, STEP, {}) == now


def test_only_what_was_changed_is_changed(process):
    process = with_texts(process, STEP, {"systems": "Fjordarkiv", "deadline": "3 uker"})
    now = with_texts(process, STEP, {"systems": ""})
    assert step_of(now).details.systems == ()
    assert step_of(now).details.deadline == step_of(process).details.deadline
    assert step_of(with_texts(now, STEP, {"deadline": " "})).details.deadline is None


def test_kinds_are_those_of_work_that_holds_no_steps():
    assert {"task", "userTask", "sendTask", "receiveTask", "callActivity"} <= set(KINDS)
    assert "subProcess" not in KINDS


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_and_not_changed_is_kept_as_it_is(language):
    for file in sorted(sample_folder().glob("*.bpmn")):
        process = read(str(file)).processes[0]
        index = Index(process)
        for step in process.steps:
            texts = texts_of(step, index.role(step.id), language)
            same = {field: texts[field] for field in texts if field not in ("label", "role")}
            now = with_texts(process, step.id, same)
            assert texts_of(next(each for each in now.steps if each.id == step.id), texts["role"], language) == texts
