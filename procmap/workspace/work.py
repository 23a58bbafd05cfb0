"""What a command does its changes with: records are read, put and taken away, and what was there before is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, update

from procmap.model import BadInput
from procmap.workspace import contents
from procmap.workspace.tables import KINDS, TABLES
from procmap.workspace.values import Record

R = TypeVar("R", bound=Record)
Image = dict[str, Any] | None
"""A record as JSON has it; None where there is none."""

_NEVER = dict.fromkeys((0, *range(55296, 57344)))
"""What no text in a database may hold: NUL, and halves of characters."""


class UnreadableError(Exception):
    """A row does not say what its table is for: somebody else changed the database, or it is damaged."""


class Change:
    """What became of one record: as it was before, and as it is after."""

    def __init__(self, kind: str, key: str, before: Image, after: Image) -> None:
        self.kind, self.key, self.before, self.after = kind, key, before, after

    def turned(self) -> Change:
        """Return the change back."""
        return Change(self.kind, self.key, self.after, self.before)


class Work:
    """The changes of one command, inside its transaction. `number` is the number of the command in the log."""

    def __init__(self, connection: Connection, number: int) -> None:
        self._connection, self._number, self._made = connection, number, 0
        self.changes: list[Change] = []

    def new_id(self) -> str:
        """Return an id that no record of this project has had."""
        self._made += 1
        return f"{self._number}-{self._made}"

    def keep(self, content: bytes) -> str:
        """Keep bytes, and return the hash that a record cites them by."""
        return contents.keep(self._connection, content)

    def content(self, wanted: str) -> bytes:
        """Return bytes that were kept."""
        return contents.fetch(self._connection, wanted)

    def get(self, kind: type[R], key: str) -> R:
        """Return a record. Raises BadInput when it is not there: somebody else took it away."""
        found = self.find(kind, key)
        if found is None:
            raise BadInput("record-gone", kind=TABLES[kind].name)
        return found

    def find(self, kind: type[R], key: str) -> R | None:
        """Return a record, or None."""
        table = TABLES[kind]
        row = self._connection.execute(select(table).where(table.c.id == plain(key))).mappings().first()
        return None if row is None else record_of(kind, row)

    def all(self, kind: type[R], /, **wanted: object) -> tuple[R, ...]:
        """Return the records of a kind whose fields are as `wanted`, sorted by id as they were made."""
        return read_all(self._connection, kind, **wanted)

    def put(self, record: R) -> R:
        """Keep a record: a new one, or in the place of the one with its id. Returns it as it is kept.

        One that says nothing new is not kept again. Raises BadInput when the record was changed or taken away by
        somebody else since it was read, or a text is longer than its column.
        """
        table = TABLES[type(record)]
        before = self.find(type(record), record.id)
        if before is None and record.version:
            raise BadInput("record-gone", kind=table.name)
        if before is not None and before.version != record.version:
            raise BadInput("record-changed", kind=table.name)
        # The number of the command, so that no other state of the record ever has it: not even after undoing.
        after = type(record).model_validate(plain({**record.model_dump(mode="json"), "version": self._number}))
        if before is not None and after.replace(version=before.version) == before:
            return before
        _fits(table, after)
        self._write(table.name, after.id, image(before), image(after))
        return after

    def remove(self, record: Record) -> None:
        """Take a record away. What cites it must be taken away before."""
        self._write(TABLES[type(record)].name, record.id, image(self.get(type(record), record.id)), None)

    def take_back(self, changes: Sequence[Change]) -> None:
        """Make records as they were before changes, one change for each record.

        Raises BadInput when a record is not as the changes left it.
        """
        # All are taken away first: a name may have gone from one record to another meanwhile.
        for change in changes:
            table = TABLES[KINDS[change.kind]]
            if image(self.find(KINDS[change.kind], change.key)) != change.after:
                raise BadInput("record-changed", kind=change.kind)
            self._connection.execute(delete(table).where(table.c.id == change.key))
            self.changes.append(change.turned())
        for change in changes:
            if change.before is not None:
                self._connection.execute(insert(TABLES[KINDS[change.kind]]).values(**change.before))

    def _write(self, kind: str, key: str, before: Image, after: Image) -> None:
        table = TABLES[KINDS[kind]]
        if before == after:
            return
        if after is None:
            self._connection.execute(delete(table).where(table.c.id == key))
        elif before is None:
            self._connection.execute(insert(table).values(**after))
        else:
            here = (table.c.id == key) & (table.c.version == before["version"])
            self._connection.execute(update(table).where(here).values(**after))
        self.changes.append(Change(kind, key, before, after))


def _fits(table: Table, record: Record) -> None:
    """Refuse a text that is longer than its column: SQLite would keep it, PostgreSQL not."""
    for column in table.columns:
        most, value = getattr(column.type, "length", None), getattr(record, column.name)
        if most is not None and isinstance(value, str) and len(value) > most:
            raise BadInput("note-too-long", most=most)


def net(changes: Iterable[Change]) -> list[Change]:
    """Return one change for each record: from what it was before all of them to what it is after them."""
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        first = found.get((change.kind, change.key), change)
        found[change.kind, change.key] = Change(change.kind, change.key, first.before, change.after)
    return [change for change in found.values() if change.before != change.after]


def read_all(connection: Connection, kind: type[R], /, **wanted: object) -> tuple[R, ...]:
    """Return the records of a kind whose fields are as `wanted`, in the order in which they were made."""
    table = TABLES[kind]
    query = select(table)
    for field, value in wanted.items():
        query = query.where(table.c[field] == plain(value))
    found = [record_of(kind, row) for row in connection.execute(query).mappings()]
    return tuple(sorted(found, key=lambda record: made_order(record.id)))


def made_order(key: str) -> tuple[Sequence[int], str]:
    """Return what sorts ids as records were made: `12-1` after `2-7`; names of settings by themselves."""
    parts = key.split("-")
    return ([int(part) for part in parts] if all(part.isdecimal() for part in parts) else []), key


def record_of(kind: type[R], row: RowMapping | Mapping[str, Any]) -> R:
    """Return a row of a table as a record. Raises UnreadableError."""
    try:
        return kind.model_validate(dict(row))
    except ValidationError as error:
        raise UnreadableError(f"{TABLES[kind].name} {row['id']}") from error


def image(record: Record | None) -> Image:
    """Return a record as JSON has it."""
    return None if record is None else record.model_dump(mode="json")


def plain(value: Any) -> Any:
    """Return a JSON value whose texts every database can hold."""
    if isinstance(value, str):
        return value.translate(_NEVER)
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
