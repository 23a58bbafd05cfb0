"""The sample as a project holds it."""

from __future__ import annotations

from pathlib import Path

from procmap.formats import read
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
