"""The sample as a project holds it."""

from __future__ import annotations

from pathlib import Path

from procmap.editing import add_step, new_process, rename
from procmap.formats import read
from procmap.model import Property, to_json
from procmap.workspace import Person, Project
from procmap.workspace.commands import AddService, ImportProcesses, Incoming
from procmap.workspace.values import Service

SAMPLES = Path(__file__).resolve().parents[2] / "bpmn_samples"


def incoming(path: Path) -> Incoming:
    """Return a file with one process as it is brought in."""
    process = read(str(path)).processes[0]
    owner = process.card.organisation or path.stem
    return Incoming(organisation=owner, source_name=path.name, source=path.read_bytes(), element=process.id)


def with_sample(project: Project, by: Person, name: str = "byggesoknad") -> Service:
    """Bring a sample into a project, and return its service."""
    project.do(AddService(called=name), by)
    service = project.state().service_called(name)
    files = sorted(path for path in (SAMPLES / name).iterdir() if path.suffix in {".bpmn", ".xlsx", ".docx", ".txt"})
    project.do(ImportProcesses(service=service.id, incoming=tuple(map(incoming, files))), by)
    return service


WAYS = {
    "Nord": ("Motta søknad", "Kontrollere vedlegg", "Sende nabovarsel", "Fatte vedtak", "Arkivere saken"),
    "Midt": ("Registrere søknad", "Kontrollere vedlegg", "Fatte vedtak", "Sende faktura"),
    "Sør": ("Motta søknad", "Sende nabovarsel", "Befare tomta", "Fatte vedtak", "Arkivere saken", "Sende faktura"),
}


def with_small(project: Project, by: Person) -> Service:
    """Bring three short processes into a project, and return their service."""
    project.do(AddService(called="Byggesøknad"), by)
    service = project.state().service_called("Byggesøknad")
    brought = []
    for organisation, labels in WAYS.items():
        process, last = new_process("Byggesøknad", organisation), "Start_1"
        for label in labels:
            process, last = add_step(process, label, after=last)
        source = to_json((process,)).encode()
        name = f"{organisation}.json"
        brought.append(Incoming(organisation=organisation, source_name=name, source=source, element=process.id))
    project.do(ImportProcesses(service=service.id, incoming=tuple(brought)), by)
    return service


def with_states(project: Project, by: Person) -> Service:
    """Bring three event-driven process chains into a project, of which one tells how the case stands at its end."""
    project.do(AddService(called="Byggesøknad"), by)
    service = project.state().service_called("Byggesøknad")
    brought = []
    for organisation in WAYS:
        process = add_step(new_process("Byggesøknad", organisation), "Motta søknad", after="Start_1")[0]
        if organisation == "Sør":
            process = rename(process, "End_1", "Saken er lukket")
        chain = process.replace(properties=(Property(name="notation", value="EPC"),))
        source = to_json((chain,)).encode()
        name = f"{organisation}.json"
        brought.append(Incoming(organisation=organisation, source_name=name, source=source, element=chain.id))
    project.do(ImportProcesses(service=service.id, incoming=tuple(brought)), by)
    return service
