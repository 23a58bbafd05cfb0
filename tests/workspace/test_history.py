"""Every entry of the history is a whole sentence in every language."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from procmap.answers.shapes import as_json
from procmap.messages import LANGUAGES, translator
from procmap.messages.sentences import TEMPLATES
from procmap.model import BadInput, Risk, StepReference
from procmap.workspace import Person, Project
from procmap.workspace.command import Command
from procmap.workspace.commands import (
    AddNote,
    AddService,
    ChangeOrganisation,
    ChangeSetting,
    Confirm,
    EditProcess,
    MoveProcess,
    SetAttached,
    Withdraw,
)
from procmap.workspace.deriving import Deriver
from procmap.workspace.history import history_answer, state_called, told
from procmap.workspace.log import Entry
from procmap.workspace.parties import drawn_process
from procmap.workspace.schemas import ANSWERS, schema_of
from procmap.workspace.summary import project_answer
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample


def newest(project: Project, language: str = "en") -> str:
    return told(project.history(1)[0], translator(language))


def all_commands(kind: type[Command] = Command) -> list[type[Command]]:
    return [each for one in kind.__subclasses__() for each in (one, *all_commands(one))]


def test_every_command_has_a_sentence():
    for command in all_commands():
        assert any(code == f"did-{command.name}" or code.startswith(f"did-{command.name}-") for code in TEMPLATES)


def test_sentences_have_no_holes(project: Project):
    service = with_sample(project, LEADER)
    process = project.state().processes[0]
    drawn = drawn_process(project, process)
    step = StepReference(organisation="Fjordvik", label="Motta søknad")
    unnamed = StepReference(organisation="Fjordvik", step="x")
    risk = Risk(id="r1", name="Frist brytes")
    north = project.state().organisations[1]
    for command, sentence in (
        (Confirm(service=service.id, kind="alone", steps=(step,)), 'Confirmed as only here: "Motta søknad"'),
        (
            Confirm(service=service.id, kind="same", steps=(unnamed, unnamed)),
            "Steps without a name confirmed as the same",
        ),
        (EditProcess(process=process, before=drawn, now=drawn, step=""), "Process of Fjordvik changed"),
        (SetAttached(process=process.id, value=risk), '"Frist brytes" changed for the whole process'),
        (SetAttached(process=process.id, value=risk, step=step), '"Frist brytes" on "Motta søknad" changed'),
        (ChangeOrganisation(organisation=north.replace(letter="N")), "Organisation Nordås changed"),
        (ChangeSetting(setting="name", value="Nye Nordås"), 'The project is now called "Nye Nordås"'),
        (ChangeSetting(setting="note", value=""), "Setting note is now empty"),
    ):
        project.do(command, LEADER)
        assert newest(project) == sentence
    project.do(MoveProcess(process=project.state().processes[0], organisation="Vik"), LEADER)
    assert newest(project) == "Process is now that of Vik"
    project.do(Withdraw(confirmations=(project.state().confirmations[1].id,)), LEADER)
    assert newest(project) == "Confirmation of steps without a name taken back"
    for language in LANGUAGES:
        for entry in project.history():
            said = told(entry, translator(language))
            assert not re.search(r"\{|\}|: *$|  |«»|\"\"|””| ,", said), said


def test_what_was_undone_is_told_in_the_language_of_the_reader(project: Project):
    project.do(AddService(called="Byggesøknad"), LEADER)
    project.undo(LEADER)
    told_in = [newest(project, language) for language in LANGUAGES]
    assert told_in == [
        'Undone: Service "Byggesøknad" added',
        "Angret: Tjenesten «Byggesøknad» lagt til",
        "Angra: Tenesta «Byggesøknad» lagd til",
        "Ångrat: Tjänsten ”Byggesøknad” tillagd",
    ]


def test_a_command_of_another_procmap_is_told_by_its_name():
    entry = Entry(id=1, kind="do", name="paint-it-blue", told={}, who="", role="scribe", at="")
    assert told(entry) == "paint-it-blue"


def test_a_text_that_people_wrote_cannot_break_a_sentence(project: Project):
    service = with_sample(project, LEADER)
    project.do(AddNote(service=service.id, text="{who} \n <b>& {0} {what:list}"), LEADER)
    assert newest(project) == 'Noted: "{who} <b>& {0} {what:list}"'


def test_a_state_is_found_by_its_name_or_its_number(project: Project):
    first = project.snapshot("3", LEADER)
    second = project.snapshot("Før møtet", LEADER)
    third = project.snapshot("Før møtet", LEADER)
    assert state_called(project, " Før  møtet ").id == third
    assert state_called(project, "3").id == first
    assert state_called(project, str(second + 1)).id in (third, first)
    for wanted in ("9" * 5000, "0", "", "møtet"):
        with pytest.raises(BadInput, match="no-such-snapshot"):
            state_called(project, wanted)


def test_answers_are_as_their_schemas_in_docs_say(project: Project, root: Path):
    with_sample(project, Person(name="Ola", role="scribe"))
    answers = {"project-history": history_answer(project), "project-list": project_answer(project, Deriver())}
    for command, answer in ANSWERS.items():
        written = (root / "docs" / "schemas" / f"{command}.schema.json").read_text("utf-8")
        assert written == schema_of(answer), "run python -m procmap.workspace.schemas docs/schemas"
        jsonschema.validate(json.loads(as_json(answers[command])), json.loads(written))
