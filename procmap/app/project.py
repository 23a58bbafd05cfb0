"""What is open, and what follows from it: the only place where pages get anything to show.

Open is a sample, or the folder of files that the app was started with. What is derived is computed once for each
state of what it is derived from, and shared by all who look at it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import streamlit as st

from procmap.alignment import Party
from procmap.answers.align import Aligned, align_files
from procmap.answers.compare import compare_aligned
from procmap.answers.sample import CONFIRMATIONS, sample_folders
from procmap.app import place
from procmap.comparison import Comparison
from procmap.formats.registry import FORMATS
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import BadInput

FOLDER = "PROCMAP_APP_PROJECT"
"""The environment variable that hands the folder of `procmap app --project` to the pages."""
OPEN = "open"
_GIVEN = "given"


@dataclass(frozen=True)
class Derived:
    """What follows from the processes of one service: how they are aligned, compared, and made one.

    `key` changes whenever what it is derived from changes.
    """

    key: str
    aligned: Aligned
    comparison: Comparison

    @property
    def parties(self) -> tuple[Party, ...]:
        """The processes, sorted by id."""
        return self.aligned.parties

    @cached_property
    def harmonised(self) -> Harmonisation:
        """The common process, composed when it is first asked for."""
        if self.aligned.alignment is None:
            raise ValueError("nothing was aligned")
        return harmonise(self.aligned.parties, self.aligned.alignment, None, self.aligned.decisions)


@dataclass(frozen=True)
class Opened:
    """What is open: its services by key, each with the folder of its files."""

    folders: Mapping[str, Path]

    @property
    def services(self) -> tuple[str, ...]:
        """The keys of the services, in order."""
        return tuple(self.folders)

    def service(self, key: str) -> Derived:
        """Return what follows from the processes of a service.

        Raises procmap.model.BadInput when a file cannot be used, KeyError when there is no such service.
        """
        folder = self.folders[key]
        return _derived(str(folder), _version(folder))


def given() -> Path | None:
    """Return the folder that the app was started with."""
    return Path(os.environ[FOLDER]) if os.environ.get(FOLDER) else None


def current() -> Opened | None:
    """Return what is open for this reader, None when nothing is."""
    folder, known = given(), sample_folders()
    opened = place.recall(OPEN, [*known, *([_GIVEN] if folder else [])])
    if opened in known:
        return Opened({opened: known[opened]})
    return Opened({_GIVEN: folder}) if folder else None


def can_go_back() -> bool:
    """Return whether something else is open than what the app was started with."""
    return given() is not None and place.recall(OPEN) not in ("", _GIVEN)


def open_sample(name: str) -> None:
    """Open a sample."""
    place.keep(OPEN, name)


def open_given() -> None:
    """Go back to what the app was started with."""
    place.keep(OPEN, _GIVEN)


def files_of(folder: Path) -> list[Path]:
    """Return the files of a folder that processes can be read from, by name."""
    # What people confirmed and decided is JSON too.
    known = {suffix for each in FORMATS for suffix in each.suffixes} - {".json"}
    return sorted(each for each in folder.iterdir() if each.is_file() and each.suffix.lower() in known)


def _version(folder: Path) -> str:
    """Return what changes whenever a file of a folder does.

    Raises procmap.model.BadInput when the folder cannot be read.
    """
    try:
        states = [(each.name, each.stat()) for each in sorted(folder.iterdir())]
    except OSError:
        raise BadInput("app-no-folder", folder=str(folder)) from None
    return "|".join(f"{name}:{state.st_mtime_ns}:{state.st_size}" for name, state in states)


@st.cache_resource(max_entries=20, show_spinner=False)
def _derived(folder: str, version: str) -> Derived:
    where = Path(folder)
    confirm = where / CONFIRMATIONS
    aligned = align_files(list(map(str, files_of(where))), confirm=str(confirm) if confirm.is_file() else "")
    comparison = compare_aligned(aligned)
    if comparison is None:
        first = aligned.picked.unread[0].error
        raise BadInput(first.code, **first.params)
    return Derived(f"{folder}@{version}", aligned, comparison)
