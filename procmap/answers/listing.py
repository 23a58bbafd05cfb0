"""`list`: the processes in files."""

from __future__ import annotations

from procmap.answers.shapes import Answer, ProcessAnswer, UnreadFile, describe, tell
from procmap.answers.sources import open_all, organisation_of, source_of
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput


class ListAnswer(Answer):
    """The processes in files, and the files that could not be used."""

    processes: tuple[ProcessAnswer, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


def list_processes(names: list[str], say: Translator = ENGLISH) -> ListAnswer:
    """Return the processes in the files `names`; their ids are `SOURCE#ID`."""
    processes: list[ProcessAnswer] = []
    unread: list[UnreadFile] = []
    for name, document in zip(names, open_all(names), strict=True):
        if isinstance(document, BadInput):
            unread.append(UnreadFile(source=name, error=tell(document.finding, say=say)))
            continue
        processes += (
            describe(process, f"{name}#{process.id}", source_of(document, process), organisation_of(document, process))
            for process in document.processes
        )
    return ListAnswer(processes=tuple(processes), unread=tuple(unread))
