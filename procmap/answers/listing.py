"""`list`: the processes in files."""

from __future__ import annotations

from procmap.answers.shapes import Answer, ProcessAnswer, UnreadFile, tell
from procmap.answers.sources import described, open_all
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
        processes += described(document)
    return ListAnswer(processes=tuple(processes), unread=tuple(unread))
