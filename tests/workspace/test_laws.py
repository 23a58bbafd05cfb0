"""A project against the plainest model of it: a list of states, and how far back in it one is."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from procmap.model import BadInput, Decision, StepReference
from procmap.model.decisions import About
from procmap.workspace import Person, Project, create_project, open_project
from procmap.workspace.command import Command
from procmap.workspace.commands import (
    AddNote,
    AddOrganisation,
    AddService,
    ChangeNote,
    ChangeOrganisation,
    ChangeService,
    ChangeSetting,
    Confirm,
    Decide,
    GiveCause,
    RemoveNote,
    RemoveOrganisation,
    RemoveService,
    Sign,
    Withdraw,
)
from procmap.workspace.state import State
from tests import postgres
from tests.workspace.conftest import LEADER

OLA = Person(name="Ola", role="scribe")
PEOPLE = st.sampled_from((LEADER, OLA))
NAMES = st.sampled_from(("A", "B", "C", "a"))
STEP = (StepReference(organisation="A", label="Motta søknad"),)
NUMBERS = st.integers(0, 10**6)


class Laws(RuleBasedStateMachine):
    """Commands, undo, redo, snapshots and returns by two people, in any order."""

    place = ""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = self.make()
        self.done: list[tuple[str, State]] = []  # who did it, and what was there before it
        self.undone: list[tuple[str, State]] = []  # who did it, and what was there after it
        self.marks: list[tuple[int, State]] = []
        self.now = self.there()

    def make(self) -> Project:
        return create_project(str(Path(self.folder.name) / "p.procmap"), "P", LEADER)

    def teardown(self) -> None:
        self.folder.cleanup()

    def there(self) -> State:
        return self.project.state().replace(version=0)

    @initialize()
    def mark_the_beginning(self) -> None:
        self.marks.append((self.project.snapshot("Først", LEADER), self.now))

    def attempt(self, command: Command, by: Person) -> None:
        version, before = self.project.version, self.now
        try:
            made = self.project.do(command, by)
        except BadInput:
            assert (self.project.version, self.there()) == (version, before)
            return
        self.now = self.there()
        assert (made == version) == (self.now == before)
        if made != version:
            self.done.append((by.name, before))
            self.undone.clear()

    @rule(name=NAMES, by=PEOPLE)
    def add_service(self, name: str, by: Person) -> None:
        self.attempt(AddService(called=name), by)

    @rule(name=NAMES, by=PEOPLE)
    def add_organisation(self, name: str, by: Person) -> None:
        self.attempt(AddOrganisation(called=name), by)

    @rule(value=NAMES, by=PEOPLE)
    def change_setting(self, value: str, by: Person) -> None:
        self.attempt(ChangeSetting(setting="språk", value=value), by)

    @precondition(lambda self: self.now.organisations)
    @rule(which=NUMBERS, name=NAMES, by=PEOPLE)
    def change_organisation(self, which: int, name: str, by: Person) -> None:
        chosen = self.now.organisations[which % len(self.now.organisations)]
        self.attempt(ChangeOrganisation(organisation=chosen.replace(name=name)), by)

    @precondition(lambda self: self.now.organisations)
    @rule(which=NUMBERS, by=PEOPLE)
    def remove_organisation(self, which: int, by: Person) -> None:
        chosen = self.now.organisations[which % len(self.now.organisations)]
        self.attempt(RemoveOrganisation(organisation=chosen.id), by)

    @precondition(lambda self: self.now.services)
    @rule(which=NUMBERS, text=st.text(max_size=20), kind=st.integers(0, 5), by=PEOPLE)
    def say(self, which: int, text: str, kind: int, by: Person) -> None:
        service = self.now.services[which % len(self.now.services)]
        about = Decision(id="", about=About(steps=STEP), choice="keep", text=text)
        commands: tuple[Command, ...] = (
            AddNote(service=service.id, text=text),
            Confirm(service=service.id, kind="alone", steps=STEP),
            GiveCause(service=service.id, steps=STEP, kind="law", text=text),
            Decide(service=service.id, decisions=(about,)),
            ChangeService(service=service.replace(gain=text)),
            RemoveService(service=service.id),
        )
        self.attempt(commands[kind], by)

    @precondition(lambda self: self.now.notes)
    @rule(which=NUMBERS, text=st.text(max_size=20), removes=st.booleans(), by=PEOPLE)
    def change_note(self, which: int, text: str, removes: bool, by: Person) -> None:
        note = self.now.notes[which % len(self.now.notes)]
        self.attempt(RemoveNote(note=note.id) if removes else ChangeNote(note=note.replace(text=text)), by)

    @precondition(lambda self: self.now.confirmations)
    @rule(by=PEOPLE)
    def withdraw(self, by: Person) -> None:
        self.attempt(Withdraw(confirmations=tuple(each.id for each in self.now.confirmations)), by)

    @precondition(lambda self: self.now.decisions and self.now.organisations)
    @rule(which=NUMBERS, agrees=st.booleans(), by=PEOPLE)
    def sign(self, which: int, agrees: bool, by: Person) -> None:
        decision = self.now.decisions[which % len(self.now.decisions)]
        owner = self.now.organisations[which % len(self.now.organisations)]
        self.attempt(Sign(decision=decision.id, organisation=owner.id, agrees=agrees), by)

    @rule(by=PEOPLE)
    def undo(self, by: Person) -> None:
        self.step(by, self.done, self.undone, self.project.undo, "nothing-to-undo")

    @rule(by=PEOPLE)
    def redo(self, by: Person) -> None:
        self.step(by, self.undone, self.done, self.project.redo, "nothing-to-redo")

    def step(self, by: Person, taken: list[Any], given: list[Any], do: Any, nothing: str) -> None:
        expected = None
        if not taken:
            expected = nothing
        elif by == OLA and taken[-1][0] != OLA.name:
            expected = "not-permitted"
        try:
            do(by)
        except BadInput as error:
            said = error.finding.code
        else:
            said = None
        assert said == expected
        if expected is None:
            who, then = taken.pop()
            given.append((who, self.now))
            self.now = then

    @rule(by=PEOPLE)
    def snapshot(self, by: Person) -> None:
        self.marks.append((self.project.snapshot("Nå", by), self.now))

    @rule(which=NUMBERS)
    def return_to(self, which: int) -> None:
        number, then = self.marks[which % len(self.marks)]
        version, before = self.project.version, self.now
        made = self.project.return_to(number, LEADER)
        if made != version:
            self.done.append((LEADER.name, before))
            self.undone.clear()
        self.now = then

    @rule()
    def open_again(self) -> None:
        self.project = open_project(self.project.location)

    @invariant()
    def is_as_the_model_says(self) -> None:
        there = self.there()
        assert plainly(there) == plainly(self.now)
        self.now = there
        done, undone = self.project.undoable()
        assert (done is not None, undone is not None) == (bool(self.done), bool(self.undone))

    @invariant()
    def fits_its_log(self) -> None:
        assert self.project.misfits() == ()


def plainly(state: State) -> str:
    return state.model_dump_json()


SETTINGS = settings(max_examples=15, stateful_step_count=30, deadline=None)


def test_commands_undo_redo_and_returns_are_a_walk_through_states() -> None:
    run_state_machine_as_test(Laws, settings=SETTINGS)


@pytest.mark.postgres
def test_and_on_postgresql(postgres_server: str) -> None:
    class OnPostgresql(Laws):
        def make(self) -> Project:
            self.database = postgres.database(postgres_server)
            return create_project(self.database.__enter__(), "P", LEADER)

        def teardown(self) -> None:
            super().teardown()
            self.database.__exit__(None, None, None)

    run_state_machine_as_test(OnPostgresql, settings=settings(SETTINGS, max_examples=5))
