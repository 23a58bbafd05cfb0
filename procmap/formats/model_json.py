"""procmap's own model as JSON."""

from __future__ import annotations

from procmap.formats.document import Document, Format, Writing, Written
from procmap.model import BadInput, from_json, to_json


def recognises(head: bytes) -> bool:
    """Tell whether the beginning of a file looks like a model file."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"procmap"' in head


def read(source: bytes, name: str) -> Document:
    """Return what a model file holds. Raises BadInput when it is none (see `procmap.model.from_json`)."""
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("encoding-broken", source=name, encoding="utf-8", position=error.start) from None
    file = from_json(text, name)
    return Document(name=name, format="json", source=source, processes=file.processes, diagrams=file.diagrams)


def write(writing: Writing) -> Written:
    """Return processes as a model file; where no drawings are given, those of the file that they came from."""
    drawn = writing.diagrams or (writing.like.diagrams if writing.like is not None else ())
    return Written(content=to_json(writing.processes, drawn).encode("utf-8"))


MODEL_JSON = Format(name="json", suffixes=(".json",), recognises=recognises, read=read, write=write)
