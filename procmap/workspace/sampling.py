"""A new project with a shipped sample in it."""

from __future__ import annotations

from procmap.answers.people import read_confirmations
from procmap.answers.sample import CONFIRMATIONS, sample_folders
from procmap.workspace.adding import add_files
from procmap.workspace.commands import TakeConfirmations
from procmap.workspace.project import Project, create_project
from procmap.workspace.values import Person

_PROCESSES = {".bpmn", ".xlsx", ".docx", ".txt"}


def sample_project(location: str, sample: str, name: str, by: Person) -> Project:
    """Make a project with a sample in it as a service called `name`, and what its readers confirmed of it.

    Raises BadInput when the project cannot be made there, KeyError when there is no such sample.
    """
    folder = sample_folders()[sample]
    made = create_project(location, name, by)
    files = sorted(str(path) for path in folder.iterdir() if path.suffix in _PROCESSES)
    add_files(made, files, by, service=name)
    said = folder / CONFIRMATIONS
    if said.exists():
        service = made.state().service_called(name)
        made.do(TakeConfirmations(service=service.id, confirmations=read_confirmations(str(said))), by)
    return made
