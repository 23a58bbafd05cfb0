"""What reading a file gives, and what a format is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from procmap.formats.measure_texts import Language
from procmap.model import Diagram, Finding, Process
from procmap.model.value import Value

Platform = Literal["camunda7", "camunda8"]


class Document(Value):
    """A file that was read: its bytes, what is in it, and what could not be read (`findings`).

    `name` is the path as it was given, `tool` the program that wrote the file, where it says so. The processes are
    values of their own: nothing of the file's tree is kept.
    """

    name: str
    format: str
    source: bytes
    tool: str = ""
    processes: tuple[Process, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    findings: tuple[Finding, ...] = ()


class Written(Value):
    """What writing gives: the bytes of a file, and what should be known of them."""

    content: bytes
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Writing:
    """What is to be written, and how: each format takes of it what it knows.

    `like`: the file that the processes came from, where there is one. `language`: that of headings and of lines that
    people read. `csv_dialect`: how tables are told apart in CSV, if not as people in that language do. `platform`: the
    tool whose properties are to tell what BPMN cannot.
    """

    processes: tuple[Process, ...]
    diagrams: tuple[Diagram, ...] = ()
    like: Document | None = None
    language: Language = "en"
    csv_dialect: Literal["", "rfc4180"] = ""
    platform: Platform | None = None


Writer = Callable[[Writing], Written]


@dataclass(frozen=True)
class Format:
    """A file format: how it is known, read and (where it can be) written.

    `recognises` gets the first bytes of a file; `read` gets all of them and the name to cite, and raises
    procmap.model.BadInput when they cannot be used.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document]
    write: Writer | None = None


@dataclass(frozen=True)
class Target:
    """A kind of file that is only written."""

    name: str
    suffixes: tuple[str, ...]
    write: Writer
