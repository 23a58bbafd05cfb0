"""Opening the files that a verb is given."""

from __future__ import annotations

from pathlib import PurePath

from procmap.answers.shapes import ProcessAnswer, describe
from procmap.formats import Document, read
from procmap.messages import Translator
from procmap.model import BadInput, Process

_NAMES = {"bpmn": "BPMN 2.0", "epml": "EPML", "pnml": "PNML"}
"""What formats are called in every language."""


def format_name(code: str, say: Translator) -> str:
    """Return what a format is called; one that has neither a name nor a word is called by its code."""
    return _NAMES.get(code) or say.word("format", code)


def open_all(names: list[str]) -> list[Document | BadInput]:
    """Return for each file what it holds, or why it cannot be used: one bad file does not hide the others."""
    opened: list[Document | BadInput] = []
    for name in names:
        try:
            opened.append(read(name))
        except BadInput as error:
            opened.append(error)
    return opened


def source_of(document: Document, process: Process) -> str:
    """Return what cites a process to any command: the file, and `#ID` where the file holds several."""
    return document.name if len(document.processes) == 1 else f"{document.name}#{process.id}"


def organisation_of(document: Document, process: Process) -> str:
    """Return whose process it is: as its card says, else the file's stem, with `#NAME` where the file holds several."""
    if process.card.organisation:
        return process.card.organisation
    stem = PurePath(document.name).stem
    return stem if len(document.processes) == 1 else f"{stem}#{process.name or process.id}"


def described(document: Document) -> tuple[ProcessAnswer, ...]:
    """Return all processes of a file as answers show them, each under the id `FILE#ID`."""
    return tuple(
        describe(
            process, f"{document.name}#{process.id}", source_of(document, process), organisation_of(document, process)
        )
        for process in document.processes
    )
