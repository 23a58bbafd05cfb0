"""A project that lasts: one database, a log of named commands with undo, and what follows from it."""

from procmap.workspace.database import SUFFIX
from procmap.workspace.deriving import Derived, Deriver
from procmap.workspace.log import Entry
from procmap.workspace.project import Project, create_project, open_project
from procmap.workspace.state import State
from procmap.workspace.values import Person, Role

__all__ = [
    "SUFFIX", "Derived", "Deriver", "Entry", "Person", "Project", "Role", "State", "create_project", "open_project",
]  # fmt: skip
