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
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from procmap.answers.shapes import names_of
from procmap.formats import Document, read_source
from procmap.formats.label_ids import id_of_label
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
_CUT_ID = 4
"""Letters from which on the beginning of a word in an id is taken for the word."""
_CUT = re.compile(r"(?:\s*\S+){1,2}…$")


class Cleaner:
    """Takes the people out of a project that is read from `source`.

    Raises BadInput when a file in it cannot be read any more.
    """

    def __init__(self, source: Connection) -> None:
        self._source = source
        documents = {
            cited: read_source(contents.fetch(source, cited), name) for cited, name in sorted(_cited(source).items())
        }
        self._ids = renamed_ids(process for document in documents.values() for process in document.processes)
        self._hashes = {"": ""}
        self._contents: dict[str, bytes] = {}
        self._left: dict[tuple[str, str], Finding] = {}
        self._found: dict[tuple[str, str, tuple[str, ...]], Finding] = {}
        self.names: dict[str, str] = {}
        for cited, document in documents.items():
            self._take(cited, document)

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
        made: dict[str, Any] = cleaned(dict(image), self._ids)
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

    def _take(self, cited: str, document: Document) -> None:
        name = without_persons(document.name)
        for process in document.processes:
            self.names |= {key: without_persons(name) for key, name in names_of([process]).items()}
            for finding in personal_data(process):
                key = (name, str(finding.params["shown"]), finding.elements)
                params: dict[str, str | int] = {"source": name, "shown": key[1]}
                self._found[key] = finding.replace(code="masked-in-process", params=params)
        file = json.loads(to_json(document.processes, document.diagrams))
        own = {key: self._ids.get(key, key) for process in document.processes for key in _ids_in(process)}
        content = json.dumps(cleaned(file, own), ensure_ascii=False).encode("utf-8", "replace")
        from_json(content, document.name)  # raises where it would not be read again
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


def cleaned(value: Any, ids: Mapping[str, str], field: str = "") -> Any:
    """Return a JSON value with persons masked in its texts; `ids` says what ids become, other codes stay."""
    if isinstance(value, str):
        return ids[value] if value in ids else value if field in _NOT_TEXT else without_persons(value)
    if isinstance(value, dict):
        return {key: cleaned(item, ids, key) for key, item in value.items()}
    if isinstance(value, list):
        return [cleaned(item, ids, field) for item in value]
    return value


def renamed_ids(processes: Iterable[Process]) -> dict[str, str]:
    """Return new ids for those that tell of persons, as ids made from labels do.

    An id tells of a person when a part of it is, or begins, a word of what was found in the texts of any process.
    """
    words: set[str] = set()
    ids: set[str] = set()
    for process in processes:
        ids.update(_ids_in(process))
        for text in _texts(json.loads(to_json((process,)))):
            words.update(word for one in personal(text) for word in _parts(text[one.start : one.end]))
    telling = [key for key in sorted(ids) if any(_tells(part, words) for part in _parts(key))]
    free = (made for made in (f"masked_{number}" for number in count(1)) if made not in ids)
    return dict(zip(telling, free, strict=False))


def _ids_in(process: Process) -> tuple[str, ...]:
    attached = (value.id for value in process.attached)
    return (process.id, *(element.id for element in process.elements()), *attached)


def _parts(text: str) -> list[str]:
    return [part for part in id_of_label(text).split("_") if len(part) > 1]


def _tells(part: str, words: set[str]) -> bool:
    """Tell whether a part of an id is a word, or one that was cut because ids made from labels are."""
    return part in words or (len(part) >= _CUT_ID and any(word.startswith(part) for word in words))


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
