"""A project as it is in the middle of a workshop, for pictures of the app; always with the same names and times."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from procmap.messages import LanguageCode, translator
from procmap.model.decisions import Decision
from procmap.workspace import SUFFIX, Derived, Deriver, Person, Project, State
from procmap.workspace.agenda import Agenda
from procmap.workspace.commands import (
    AddNote,
    AddService,
    ChangeService,
    ChangeSetting,
    Decide,
    GiveCause,
    Sign,
)
from procmap.workspace.deciding import Asked
from procmap.workspace.project import NAME
from procmap.workspace.sampling import sample_project

LED_BY = Person(name="Ingrid Solberg")
WORKSHOP = "2027-03-10"
_AT = "2027-03-10T09:{:02}:00+00:00"
_ANSWERED = 6
"""So many of the open questions are answered, beside all that is the same everywhere."""


@dataclass(frozen=True)
class Told:
    """What people say in a workshop; `file` is what somebody brings in next, from the samples."""

    project: str
    sample: str
    other: str
    owner: str
    recipient: str
    gain: str
    goals: str
    reason: str
    dissent: str
    cause: str
    problem: str
    idea: str
    file: str


TOLD: dict[LanguageCode, Told] = {
    "nb": Told(
        project="Den nye kommunen",
        sample="byggesoknad",
        other="Barnehageopptak",
        owner="Plan- og bygningssjef",
        recipient="Innbyggere og utbyggere",
        gain="Kortere behandlingstid",
        goals="Én tjeneste fra første dag",
        reason="Kravet er likt i hele den nye kommunen.",
        dissent="Vi har ikke folk til dette i feriene.",
        cause="Fagsystemet har egen melding for dette.",
        problem="Søkere ringer fordi de ikke ser hvor saken står.",
        idea="Varsel til søkeren når saken skifter trinn.",
        file="journalforing/hegredal.docx",
    ),
    "sv": Told(
        project="Den nya kommunen",
        sample="bygglov",
        other="Förskoleplats",
        owner="Bygg- och miljöchef",
        recipient="Invånare och byggherrar",
        gain="Kortare handläggningstid",
        goals="En tjänst från första dagen",
        reason="Kravet är lika i hela den nya kommunen.",
        dissent="Vi har inte personal till detta under semestrarna.",
        cause="Verksamhetssystemet har ett eget meddelande för detta.",
        problem="Sökande ringer eftersom de inte ser var ärendet är.",
        idea="Meddelande till den sökande när ärendet byter steg.",
        file="barnehageopptak/ljosefjord.xlsx",
    ),
}


def workshop(folder: Path, name: str, language: LanguageCode) -> Project:
    """Make the project file `name` in a folder: a sample with some decisions, sign-offs, causes and notes."""
    told = TOLD[language]
    place = folder / f"{name}{SUFFIX}"
    made = sample_project(str(place), told.sample, translator(language).text(f"sample-{told.sample}"), LED_BY)
    made.do(ChangeSetting(setting=NAME, value=told.project), LED_BY)
    service = made.state().services[0]
    made.do(
        ChangeService(
            service=service.replace(
                owner=told.owner,
                recipient=told.recipient,
                next_workshop="2027-03-24",
                gain=told.gain,
                plan_goals=told.goals,
            )
        ),
        LED_BY,
    )
    made.do(AddService(called=told.other), LED_BY)
    agenda = _agenda(made)
    made.do(Decide(service=service.id, decisions=agenda.proposals(agenda.same_everywhere, at=WORKSHOP)), LED_BY)
    agenda = _agenda(made)
    for asked in [each for each in agenda.deciding.open if each.kind == "row"][:_ANSWERED]:
        made.do(Decide(service=service.id, decisions=(_answer(agenda, asked, told.reason),)), LED_BY)
    _sign(made, told)
    _note(made, agenda, told)
    made.snapshot(translator(language).text("app-page-harmonise"), LED_BY)
    _fix_times(place)
    return made


def _derived(made: Project) -> tuple[State, Derived]:
    state = made.state()
    return state, Deriver().derived(made, state, state.services[0].id)


def _agenda(made: Project) -> Agenda:
    return Agenda(_derived(made)[1])


def _answer(agenda: Agenda, asked: Asked, reason: str) -> Decision:
    option = next(each for each in asked.options if each.choice == "merge")
    return agenda.deciding.decision(asked, option, reason=reason, at=WORKSHOP)


def _sign(made: Project, told: Told) -> None:
    """Let all agree to the last decisions but one, which one organisation does not agree to."""
    state = made.state()
    for number, entry in enumerate(state.decisions[-_ANSWERED:]):
        for place, owner in enumerate(state.organisations):
            dissents = number == _ANSWERED - 1 and place == 1
            why = told.dissent if dissents else ""
            made.do(Sign(decision=entry.id, organisation=owner.id, agrees=not dissents, why=why), LED_BY)


def _note(made: Project, agenda: Agenda, told: Told) -> None:
    """Say why the row with the most steps is done differently, and note something on it."""
    row = max(agenda.deciding.rows, key=lambda each: len(each.steps))
    service = made.state().services[0]
    steps = agenda.deciding.references([row])
    made.do(GiveCause(service=service.id, steps=steps, kind="system", text=told.cause), LED_BY)
    made.do(AddNote(service=service.id, steps=steps, kind="problem", text=told.problem), LED_BY)
    made.do(AddNote(service=service.id, steps=steps, kind="idea", text=told.idea), LED_BY)


def _fix_times(place: Path) -> None:
    """Give every entry of the history a time of its own on the day of the workshop."""
    with sqlite3.connect(place) as database:
        for (number,) in database.execute("SELECT id FROM command").fetchall():
            database.execute("UPDATE command SET at = ? WHERE id = ?", (_AT.format(number % 60), number))
    database.close()
