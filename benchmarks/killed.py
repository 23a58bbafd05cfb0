"""What a process does that `benchmarks.kills` kills: it works on a project without end, and says what is saved."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from procmap.behaviour import References
from procmap.formats import read
from procmap.model import BadInput, Decision
from procmap.model.decisions import About
from procmap.workspace import SUFFIX, Person, Project, create_project, open_project
from procmap.workspace.commands import (
    AddNote,
    AddService,
    ChangeSetting,
    Confirm,
    Decide,
    EditProcess,
    ImportProcesses,
    Incoming,
    RemoveService,
    Sign,
)
from procmap.workspace.exchange import export_project
from procmap.workspace.parties import drawn_process

SAMPLES = Path(__file__).resolve().parents[1] / "bpmn_samples"
WHO = Person(name="Kari", role="facilitator")
READY = ("ready", "")
"""What is said before anything is done."""

Chance = random.Random


def digest(project: Project, entry: int | None = None) -> str:
    records = [(*key, image) for key, image in project.records(entry).items()]
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()


def bring_in(project: Project, chance: Chance) -> None:
    name = chance.choice(sorted(path.name for path in SAMPLES.iterdir() if path.is_dir()))
    called = f"{name} {chance.randrange(10**6)}"
    project.do(AddService(called=called), WHO)
    files = sorted((SAMPLES / name).glob("*.bpmn"))
    incoming = tuple(
        Incoming(
            organisation=path.stem,
            source_name=path.name,
            source=path.read_bytes(),
            element=read(str(path)).processes[0].id,
        )
        for path in chance.sample(files, chance.randint(1, len(files)))
    )
    project.do(ImportProcesses(service=project.state().service_called(called).id, incoming=incoming), WHO)


def note(project: Project, chance: Chance) -> None:
    service = chance.choice(project.state().services).id
    project.do(AddNote(service=service, text="Ventetid på svar " * chance.choice((1, 10, 4000))), WHO)


def confirm(project: Project, chance: Chance) -> None:
    entry = chance.choice(project.state().processes)
    process = drawn_process(project, entry)
    step = References(process).make(chance.choice(process.steps).id)
    project.do(Confirm(service=entry.service, kind="alone", steps=(step,)), WHO)


def decide(project: Project, chance: Chance) -> None:
    entry = chance.choice(project.state().processes)
    process = drawn_process(project, entry)
    about = About(steps=(References(process).make(chance.choice(process.steps).id),))
    project.do(Decide(service=entry.service, decisions=(Decision(id="", about=about, choice="keep"),)), WHO)


def sign(project: Project, chance: Chance) -> None:
    state = project.state()
    decision, owner = chance.choice(state.decisions).id, chance.choice(state.organisations).id
    project.do(Sign(decision=decision, organisation=owner, agrees=chance.random() < 0.5, why="Må ses på"), WHO)


def edit(project: Project, chance: Chance) -> None:
    entry = chance.choice(project.state().processes)
    process = drawn_process(project, entry)
    project.do(
        EditProcess(process=entry, before=process, now=process.replace(name=f"{process.name} {chance.random()}")), WHO
    )


def remove(project: Project, chance: Chance) -> None:
    project.do(RemoveService(service=chance.choice(project.state().services).id), WHO)


def setting(project: Project, chance: Chance) -> None:
    project.do(ChangeSetting(setting="plan", value=str(chance.random())), WHO)


def give_back(project: Project, chance: Chance) -> None:
    project.return_to(chance.choice(project.history(30)).id, WHO)


WORK: tuple[tuple[int, Callable[[Project, Chance], object]], ...] = (
    (3, bring_in),
    (4, note),
    (3, confirm),
    (2, decide),
    (2, sign),
    (2, edit),
    (1, remove),
    (2, setting),
    (1, give_back),
    (3, lambda project, _: project.undo(WHO)),
    (2, lambda project, _: project.redo(WHO)),
    (1, lambda project, chance: project.snapshot(f"Stand {chance.randrange(10**6)}", WHO)),
)
"""What the process does, each with how often."""


def write(place: str, seed: int, said: Connection) -> None:
    """Change a project without end."""
    chance, project = Chance(seed), open_project(place)
    weights, work = zip(*WORK, strict=True)
    said.send(READY)
    while True:
        try:
            chance.choices(work, weights)[0](project, chance)
        except (BadInput, IndexError):  # nothing there yet to do it with
            continue
        said.send((project.version, digest(project)))


def make(place: str, seed: int, said: Connection) -> None:
    """Make new projects without end."""
    said.send(READY)
    for number in range(10**6):
        made = create_project(f"{place}.{seed}.{number}{SUFFIX}", "Ny", WHO)
        said.send((made.location, digest(made)))


def look(place: str, _seed: int, said: Connection) -> None:
    """Open a project and read it without end."""
    said.send(READY)
    while True:
        project = open_project(place)
        said.send((project.version, digest(project)))


def export(place: str, seed: int, said: Connection) -> None:
    """Change a project and export it over the same file without end; what is said is the file and what it holds."""
    chance, project, target = Chance(seed), open_project(place), exported_to(place)
    bring_in(project, chance)
    export_project(project, target, force=True)
    said.send(READY)
    while True:
        setting(project, chance)
        export_project(project, target, force=True)
        said.send((project.version, digest(project)))


def exported_to(place: str) -> str:
    """Return the file that a project is exported to."""
    return f"{place}.taken{SUFFIX}"


ACTS = {"writing": write, "making": make, "opening": look, "exporting": export}
