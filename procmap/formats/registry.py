"""The formats that procmap reads: an explicit list."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal

from procmap.formats import model_json
from procmap.formats.bpmn.format import BPMN
from procmap.formats.document import Document, Format, Platform, Target, Writing, Written
from procmap.formats.dot import DOT, OVERVIEW
from procmap.formats.epml import EPML
from procmap.formats.files import STANDARD_INPUT, read_bytes
from procmap.formats.measure_texts import Language
from procmap.formats.pnml import PNML
from procmap.formats.routine import ROUTINE, WORD, could_be_routine
from procmap.formats.spreadsheet import CSV, OTHER_WORKBOOKS, XLSX
from procmap.formats.xml_input import MAX_BYTES, too_large
from procmap.model import BadInput, Diagram, Process, Property

FORMATS: tuple[Format, ...] = (
    BPMN, EPML, PNML, WORD, XLSX, OTHER_WORKBOOKS, CSV, ROUTINE, model_json.MODEL_JSON,
)  # fmt: skip
"""Asked in this order; what a file is like counts before what it is called."""

TARGETS: tuple[Target, ...] = (DOT, OVERVIEW)
"""What is only written."""


def read(name: str) -> Document:
    """Return what a file holds (`-`: standard input), whatever its format.

    Raises BadInput when it cannot be opened, is of no known format, or cannot be used.
    """
    return read_source(read_bytes(name), name)


def read_source(source: bytes, name: str) -> Document:
    """Return what bytes hold, whatever their format; `name` is what errors cite. Raises BadInput like `read`."""
    if len(source) > MAX_BYTES:
        raise too_large(name, len(source))
    if not source.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise BadInput("empty", source=name)
    for candidate in FORMATS:
        if candidate.recognises(source[:100_000]):
            return candidate.read(source, name)
    suffix = PurePath(name).suffix.lower()
    for candidate in FORMATS:
        if suffix in candidate.suffixes:
            return candidate.read(source, name)
    if name == STANDARD_INPUT and could_be_routine(source):
        return ROUTINE.read(source, name)
    raise BadInput("unknown-format", source=name, known=", ".join(sorted(known.name for known in FORMATS)))


def unmodelled(document: Document) -> dict[str, tuple[Property, ...]]:
    """Return what a file says of its elements beyond the model, by element id; nothing where a format has no more."""
    if document.format != BPMN.name:
        return {}
    from procmap.formats.bpmn.unmodelled import unmodelled as of_bpmn

    return of_bpmn(document.source, document.name)


def write(
    processes: tuple[Process, ...],
    target: str,
    diagrams: tuple[Diagram, ...] = (),
    like: Document | None = None,
    *,
    language: Language = "en",
    csv_dialect: Literal["", "rfc4180"] = "",
    platform: Platform | None = None,
) -> Written:
    """Return processes as a file of the format that the name `target` ends with.

    `like` is the file that they came from: written back in its own format, what did not change stays as it was. For the
    others see `procmap.formats.document.Writing`.
    Raises BadInput when no format that can be written has such names.
    """
    writing = Writing(processes, diagrams, like, language, csv_dialect, platform)
    suffix = PurePath(target).suffix.lower()
    formats: tuple[Format | Target, ...] = (*FORMATS, *TARGETS)
    writable = [known for known in formats if known.write is not None]
    for candidate in writable:
        if suffix in candidate.suffixes and candidate.write is not None:
            return candidate.write(writing)
    known = ", ".join(suffix for known in writable for suffix in known.suffixes)
    raise BadInput("unknown-target", target=target, known=known)
