"""What is open: the only way by which pages read a project and change it.

Open is the project that the app was started with, or one of the project files in the folder that it was started in.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from procmap.app import place
from procmap.messages import Translator
from procmap.model import BadInput
from procmap.model.decisions import Decision
from procmap.workspace import SUFFIX, Derived, Deriver, Person, Project, State, create_project, open_project
from procmap.workspace.command import Command, short
from procmap.workspace.exchange import import_project
from procmap.workspace.looking import state_with
from procmap.workspace.sampling import sample_project
from procmap.workspace.summary import ServiceSummary, service_summary
from procmap.workspace.values import Service

PROJECT = "PROCMAP_PROJECT"
"""The environment variable that names the project to open: a file, or the URL of a database."""
FOLDER = "PROCMAP_FOLDER"
"""The environment variable that names the folder of project files; else the folder that the app was started in."""
OPEN = "open"
SERVICE = "service"
WHO = "who"
_TOLD = "told"
_DONE = "done"
_GIVEN = "given"
_NOT_IN_NAMES = re.compile(r"[^\w-]+")
_STARTED_IN = Path.cwd()


@dataclass(frozen=True)
class Opened:
    """An open project as it is now."""

    name: str
    project: Project
    state: State

    @property
    def services(self) -> tuple[Service, ...]:
        """The services, in the order in which they were added."""
        return self.state.services

    @property
    def service(self) -> Service | None:
        """The service that is looked at: as the address says, else the first; none in an empty project."""
        wanted = place.recall(SERVICE, [one.id for one in self.services])
        return next((one for one in self.services if one.id == wanted), next(iter(self.services), None))

    def derived(self, service: Service) -> Derived:
        """Return what follows from a service. Raises BadInput when one of its files cannot be read any more."""
        return _deriver().derived(self.project, self.state, service.id)

    def derived_with(self, service: Service, decisions: Iterable[Decision]) -> Derived:
        """Return what would follow with decisions that nobody has taken. Raises BadInput like `derived`."""
        return _deriver().derived(self.project, state_with(self.state, service.id, decisions), service.id)

    def summary(self, service: Service, say: Translator, *, is_whole: bool = True) -> ServiceSummary:
        """Return how far a service has come; unless `is_whole`, as far as that is known without computing anything."""
        return service_summary(self.project, self.state, service, _deriver() if is_whole else None, say)

    def do(self, command: Command) -> bool:
        """Carry out a command and note what to tell of it; return whether it was done.

        A command that was done last, from the same state of the page, is done already: somebody has clicked twice.
        """
        return _telling(lambda: self._once(command))

    def _once(self, command: Command) -> None:
        asked = (self.project.location, self.state.version, command)
        if st.session_state.get(_DONE) != (asked, self.project.version):
            st.session_state[_DONE] = asked, self.project.do(command, person())

    def undo(self) -> bool:
        """Undo what was done last, by anybody; return whether it was done."""
        return _telling(lambda: self.project.undo(person()))

    def redo(self) -> bool:
        """Do again what was undone last; return whether it was done."""
        return _telling(lambda: self.project.redo(person()))

    def snapshot(self, name: str) -> bool:
        """Give the project as it is now a name to return to; return whether it was done."""
        return _telling(lambda: self.project.snapshot(name, person()))

    def return_to(self, number: int) -> bool:
        """Make the project as it was after an entry of its history; return whether it was done."""
        return _telling(lambda: self.project.return_to(number, person()))


def current() -> Opened | None:
    """Return what is open for this reader, None when nothing is. Raises BadInput when it cannot be opened any more."""
    location = given()
    name = _GIVEN
    if not location:
        name = place.recall(OPEN, known())
        if not name:
            return None
        location = str(folder() / f"{name}{SUFFIX}")
    project = _project(location)
    return Opened(name, project, project.state())


def check_wanted() -> None:
    """Raise BadInput when the address names a project file that is not in the folder: it was moved, renamed, deleted.

    A second call says nothing: what is not there is open no more.
    """
    wanted = place.recall(OPEN)
    if wanted and not given() and wanted not in known():
        place.keep(OPEN, "")
        raise BadInput("app-project-gone", name=short(wanted), folder=str(folder()))


def given() -> str:
    """Return the project that the app was started with; then no other can be opened."""
    return os.environ.get(PROJECT, "")


def folder() -> Path:
    """Return the folder in which project files are found and made."""
    return Path(os.environ.get(FOLDER) or _STARTED_IN)


def known() -> tuple[str, ...]:
    """Return the names of the project files that can be opened, those changed last first."""
    if given():
        return ()
    found = [path for path in folder().glob(f"*{SUFFIX}") if path.is_file()]
    return tuple(path.stem for path in sorted(found, key=lambda path: (-path.stat().st_mtime, path.name)))


def open_named(name: str) -> None:
    """Open a project file of the folder."""
    place.keep(OPEN, name)
    place.keep(SERVICE, "")


def create(name: str) -> bool:
    """Make a project of a name in the folder, and open it; return whether it was done."""
    return _telling(lambda: _create(name))


def open_sample(sample: str, name: str) -> bool:
    """Make a project (called `name`) with a sample in it, and open it; return whether it was done."""
    return _telling(lambda: _with_sample(sample, name))


def take_in(name: str, content: bytes) -> bool:
    """Make a project of an exported file (called `name`), and open it; return whether it was done."""
    return _telling(lambda: _taken_in(name, content))


def person() -> Person:
    """Return who is at the keyboard: alone on their own machine, they may do everything."""
    return Person(name=place.recall(WHO), role="facilitator")


def tell(error: BadInput) -> None:
    """Note an error, to be shown on top of the page."""
    st.session_state[_TOLD] = error.finding


def take_told() -> str:
    """Return the sentence that waits to be shown, once."""
    finding = st.session_state.pop(_TOLD, None)
    return place.say().sentence(finding) if finding is not None else ""


def _create(name: str) -> None:
    _open_made(name, lambda location: create_project(location, name, person()))


def _with_sample(sample: str, name: str) -> None:
    _open_made(name, lambda location: sample_project(location, sample, name, person()))


def _taken_in(name: str, content: bytes) -> None:
    with TemporaryDirectory() as made:
        given_file = Path(made) / f"given{SUFFIX}"
        given_file.write_bytes(content)
        _open_made(Path(name).stem, lambda location: import_project(str(given_file), location))


def _open_made(name: str, make: Callable[[str], Project]) -> None:
    """Let a project be made in a file of the folder that is free, and open it."""
    stem = _NOT_IN_NAMES.sub("-", name.strip()).strip("-")[:60] or "procmap"
    free = next(each for each in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if not _path(each).exists())
    make(str(_path(free)))
    open_named(free)


def _path(name: str) -> Path:
    return folder() / f"{name}{SUFFIX}"


def _telling(action: Callable[[], object]) -> bool:
    """Do something, and note what to tell where it cannot be done."""
    try:
        action()
    except BadInput as error:
        tell(error)
        return False
    return True


@st.cache_resource(max_entries=20, show_spinner=False)
def _project(location: str) -> Project:
    return open_project(location)


@st.cache_resource(show_spinner=False)
def _deriver() -> Deriver:
    return Deriver()
