"""The formats that procmap reads: an explicit list."""

from __future__ import annotations

from pathlib import PurePath

from procmap.formats import model_json
from procmap.formats.bpmn.format import BPMN
from procmap.formats.document import Document, Format, Written
from procmap.formats.epml import EPML
from procmap.formats.files import read_bytes
from procmap.formats.xml_input import MAX_BYTES, too_large
from procmap.model import BadInput, Diagram, Process

FORMATS: tuple[Format, ...] = (BPMN, EPML, model_json.MODEL_JSON)
"""Asked in this order; what a file is like counts before what it is called."""


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
    raise BadInput("unknown-format", source=name, known=", ".join(sorted(known.name for known in FORMATS)))


def write(
    processes: tuple[Process, ...],
    target: str,
    diagrams: tuple[Diagram, ...] = (),
    like: Document | None = None,
) -> Written:
    """Return processes as a file of the format that the name `target` ends with.

    `like` is the file that they came from: written back in its own format, what did not change stays as it was.
    Raises BadInput when no format that can be written has such names.
    """
    suffix = PurePath(target).suffix.lower()
    for candidate in FORMATS:
        if suffix in candidate.suffixes and candidate.write is not None:
            return candidate.write(processes, diagrams, like)
    known = ", ".join(suffix for known in FORMATS if known.write is not None for suffix in known.suffixes)
    raise BadInput("unknown-target", target=target, known=known)
