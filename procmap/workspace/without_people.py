"""A project without people, row by row: nobody is named in its log, persons are masked, and no file is in it.

Equal texts are masked alike wherever they stand, in records, in what the log keeps of them and in the processes, so
that references to steps still find their steps and everything can still be undone. What a file holds beyond the
processes (its author, comments, hidden sheets, earlier versions of its text) is not looked for: instead of the file
stands what was read of it. See docs/decisions/017-exports-without-people.md.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from procmap.answers.shapes import names_of
from procmap.formats import read_source
from procmap.language.personal import personal, without_persons
from procmap.language.privacy import personal_data
from procmap.model import Finding, Process, from_json, to_json
from procmap.workspace import contents
from procmap.workspace.command import short
from procmap.workspace.tables import CHANGE, COMMAND, TABLES
from procmap.workspace.values import Organisation, ProcessEntry, Service

_NOT_TEXT = frozenset((
    "id", "version", "kind", "type", "key", "hash", "source", "target", "edited", "element", "service", "organisation",
    "variant", "process", "decision", "step", "letter", "value_id", "on", "guards", "where", "agreed", "choice",
    "state", "at", "replaces", "from", "next_workshop", "parent", "pool", "scope", "nodes", "origins",
    "source_fingerprint", "procmap", "diagrams",
))  # fmt: skip
"""Fields whose texts are ids, codes, dates, and names of organisations, services and variants."""

_PROCESS, _COMMAND, _CHANGE = TABLES[ProcessEntry].name, COMMAND.name, CHANGE.name
_NAMED = (TABLES[Organisation].name, TABLES[Service].name)
_CUT = re.compile(r"(?:\s*\S+){1,2}…$")


class Cleaner:
    """Takes the people out of a project that is read from `source`.

    Raises BadInput when a file in it cannot be read any more.
    """

    def __init__(self, source: Connection) -> None:
        self._source = source
        self._hashes = {"": ""}
        self._contents: dict[str, bytes] = {}
        self._left: dict[tuple[str, str], Finding] = {}
        self._found: dict[tuple[str, str, tuple[str, ...]], Finding] = {}
        self.names: dict[str, str] = {}
        for cited, name in sorted(_cited(source).items()):
            self._take(cited, name)

    @property
    def masked(self) -> tuple[Finding, ...]:
        """Where persons were found and masked, element by element."""
        return tuple(self._found.values())

    @property
    def left(self) -> tuple[Finding, ...]:
        """Names of organisations, services and variants that look like those of persons: they were left in."""
        return tuple(self._left.values())

    def contents(self) -> Iterator[bytes]:
        """Yield what stands instead of the files: what was read of them, with persons masked."""
        yield from (self._contents[key] for key in sorted(self._contents))

    def row(self, table: Table, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row of a table without people."""
        if table.name == _COMMAND:
            return {**row, "who": "", "told": self._told(row["told"], row["id"])}
        if table.name == _CHANGE:
            return {
                **row,
                "before": self._image(row["kind"], row["before"]),
                "after": self._image(row["kind"], row["after"]),
            }
        self._tell(table.name, row)
        return self._image(table.name, row) or {}

    def _image(self, kind: str, image: Mapping[str, Any] | None) -> dict[str, Any] | None:
        if image is None:
            return None
        made: dict[str, Any] = cleaned(dict(image))
        if kind in _NAMED:
            made["name"] = image["name"]
        if kind == _PROCESS:
            made["source"], made["edited"] = self._hashes[image["source"]], self._hashes[image["edited"]]
        return made

    def _told(self, told: Mapping[str, Any], entry: int) -> dict[str, Any]:
        """Return what a sentence of the history tells. What was cut is cut anew: the end of a name may be missing."""
        if not any(isinstance(value, str) and value.endswith("…") for value in told.values()):
            return {key: without_persons(value) if isinstance(value, str) else value for key, value in told.items()}
        query = select(CHANGE.c.before, CHANGE.c.after).where(CHANGE.c.command == entry)
        whole = {short(text): text for pair in self._source.execute(query) for text in _texts(list(pair))}
        return {key: _told_text(value, whole) if isinstance(value, str) else value for key, value in told.items()}

    def _take(self, cited: str, name: str) -> None:
        document = read_source(contents.fetch(self._source, cited), name)
        self.names |= names_of(document.processes)
        for process in document.processes:
            for finding in personal_data(process):
                key = (name, str(finding.params["shown"]), finding.elements)
                params: dict[str, str | int] = {"source": without_persons(name), "shown": key[1]}
                self._found[key] = finding.replace(code="masked-in-process", params=params)
        processes = tuple(map(cleaned_process, document.processes))
        diagrams = tuple(diagram.replace(name=without_persons(diagram.name)) for diagram in document.diagrams)
        content = to_json(processes, diagrams).encode("utf-8", "replace")
        made = hashlib.sha256(content).hexdigest()
        self._hashes[cited], self._contents[made] = made, content

    def _tell(self, kind: str, row: Mapping[str, Any]) -> None:
        for text in _texts({key: value for key, value in row.items() if not (kind in _NAMED and key == "name")}):
            for one in personal(text):
                finding = Finding(
                    code="masked-in-record", severity="warning", params={"what": kind, "shown": one.shown}
                )
                self._found[kind, f"{row['id']} {one.shown}", ()] = finding
        for field in ("name", "variant") if kind in (*_NAMED, _PROCESS) else ():
            name = str(row.get(field) or "")
            if any(personal(name)):
                self._left[kind, name] = Finding(code="left-in-name", severity="warning", params={"name": name})


def cleaned(value: Any, field: str = "", ids: frozenset[str] = frozenset()) -> Any:
    """Return a JSON value with persons masked in its texts; what is an id, a code or one of `ids` stays."""
    if isinstance(value, str):
        return value if field in _NOT_TEXT or value in ids else without_persons(value)
    if isinstance(value, dict):
        return {key: cleaned(item, key, ids) for key, item in value.items()}
    if isinstance(value, list):
        return [cleaned(item, field, ids) for item in value]
    return value


def cleaned_process(process: Process) -> Process:
    """Return a process with persons masked in its texts; its ids stay, so that references find them."""
    ids = frozenset((process.id, *(element.id for element in process.elements())))
    content = cleaned(json.loads(to_json((process,))), ids=ids)
    return from_json(json.dumps(content), process.id).processes[0]


def _cited(source: Connection) -> dict[str, str]:
    """Return the contents that records and the log cite, each with the name of the file that it came from."""
    found: dict[str, str] = {}
    table = TABLES[ProcessEntry]
    images: list[Mapping[str, Any]] = [dict(row) for row in source.execute(select(table)).mappings()]
    changed = select(CHANGE.c.before, CHANGE.c.after).where(CHANGE.c.kind == _PROCESS)
    changed = changed.where(or_(CHANGE.c.before.is_not(None), CHANGE.c.after.is_not(None)))
    images += [image for pair in source.execute(changed) for image in pair if image is not None]
    for image in images:
        found[image["source"]] = image["source_name"]
        if image["edited"]:
            found.setdefault(image["edited"], image["source_name"])
    return found


def _texts(value: Any, field: str = "") -> Iterator[str]:
    """Yield the texts of a JSON value that may tell of people."""
    if isinstance(value, str):
        if field not in _NOT_TEXT:
            yield value
        return
    items: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list | tuple):
        items = ((field, item) for item in value)
    for key, item in items:
        yield from _texts(item, key)


def _told_text(value: str, whole: Mapping[str, str]) -> str:
    if not value.endswith("…"):
        return without_persons(value)
    if value in whole:
        return short(without_persons(" ".join(whole[value].split())))
    return without_persons(_CUT.sub(" …", value))
