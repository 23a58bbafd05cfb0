"""Projects as each version of the tables keeps them: `samples/REVISION.sql`, and beside it what is in them as JSON.

`python -m tests.workspace.stored` makes the one of the newest version, once, when that version is new: a stored project
is never made anew, since it shows what people have on their disks.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from procmap.behaviour import References
from procmap.model import Decision, Risk, Scale, ScaleLevel
from procmap.model.decisions import About
from procmap.workspace import Person, Project, create_project
from procmap.workspace.adding import add_files
from procmap.workspace.commands import (
    AddNote,
    ChangeOrganisation,
    ChangeService,
    ChangeSetting,
    Confirm,
    Decide,
    EditProcess,
    GiveCause,
    SetAttached,
    SetScale,
    Sign,
)
from procmap.workspace.parties import process_now
from procmap.workspace.schema import REVISIONS

SAMPLES = Path(__file__).parent / "samples"
LEADER, SCRIBE = Person(name="Leder", role="facilitator"), Person(name="Skriver", role="scribe")
NORTH = "1. Saksbehandler: Motta søknad\n2. Saksbehandler: Kontrollere vedlegg\n3. Leder: Fatte vedtak\n"
TYPING = ("1-1", "1-2")
"""A form that is not sent."""
SOUTH = "1. Servicetorg: Motta søknad\n2. Saksbehandler: Fatte vedtak\n3. Arkivar: Arkivere saken\n"


def fill(project: Project, folder: Path) -> None:
    """Do something of every kind: every table has rows afterwards, and the log every kind of entry."""
    for name, text in (("nord.txt", NORTH), ("sor.txt", SOUTH)):
        folder.joinpath(name).write_text(text, "utf-8")
    add_files(project, [f"Nord={folder / 'nord.txt'}", f"Sør={folder / 'sor.txt'}"], SCRIBE, service="Søknad")
    state = project.state()
    service, north, south = state.services[0], *state.organisations
    process = process_now(project, state, state.processes[0])
    step = References(process).make(process.steps[1].id).replace(organisation="Nord")
    nodes = tuple(node.replace(name=node.name.replace("vedlegg", "alle vedlegg")) for node in process.nodes)
    decision = Decision(id="", about=About(steps=(step,)), choice="keep", reason="Loven krever det", by="Leder")
    for command in (
        ChangeService(service=service.replace(owner="Leder", next_workshop="2026-11-30", keep=1)),
        ChangeOrganisation(organisation=north.replace(letter="N")),
        Confirm(service=service.id, kind="alone", steps=(step,)),
        Decide(service=service.id, decisions=(decision,)),
        GiveCause(service=service.id, steps=(step,), kind="habit", text="Slik har det alltid vært"),
        AddNote(service=service.id, text="Mangler ofte tegninger", kind="problem", steps=(step,)),
        SetScale(scale=Scale(id="likelihood", levels=(ScaleLevel(value="1", name="Lite sannsynlig"),))),
        SetAttached(process=state.processes[0].id, value=Risk(id="r1", name="Frist brytes"), step=step),
        EditProcess(process=state.processes[0], before=process, now=process.replace(nodes=nodes), step=step.label),
        ChangeSetting(setting="language", value="nb"),
    ):
        project.do(command, LEADER)
    project.do(Sign(decision=project.state().decisions[0].id, organisation=south.id, agrees=False, why="Nei"), LEADER)
    project.snapshot("Før møtet", LEADER)
    project.do(AddNote(service=service.id, text="Angres"), LEADER)
    project.undo(LEADER)
    project.drafts(SCRIBE).keep(TYPING, "reason", "Ikke sagt")
    project.drafts(SCRIBE).keep_file(TYPING, "file", "ny.txt", NORTH.encode())


def content_of(project: Project) -> dict[str, Any]:
    """Return what a project holds, its history, and the steps of its processes, as JSON has it."""
    state, typed = project.state(), project.drafts(SCRIBE)
    return {
        "state": state.model_dump(mode="json"),
        "history": [entry.model_dump(mode="json", exclude={"at"}) for entry in project.history()],
        "steps": [[step.name for step in process_now(project, state, one).steps] for one in state.processes],
        "sources": [project.content(one.source).decode() for one in state.processes],
        "drafts": [typed.text(TYPING, "reason"), *(typed.content(TYPING, one).decode() for one in typed.files(TYPING))],
    }


def main() -> int:
    """Write the stored project of the newest version, unless it is there."""
    target = SAMPLES / f"{REVISIONS[-1]}.sql"
    if target.exists():
        print(f"{target} is there already, and stays as it is.")
        return 1
    with TemporaryDirectory() as folder:
        place = Path(folder) / "sample.procmap"
        project = create_project(str(place), "Ny kommune", LEADER)
        fill(project, Path(folder))
        with closing(sqlite3.connect(place)) as connection:
            target.write_text("\n".join(connection.iterdump()) + "\n", "utf-8")
        content = json.dumps(content_of(project), ensure_ascii=False, indent=1)
        target.with_suffix(".json").write_text(content + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
