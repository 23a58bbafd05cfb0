"""The tables of a project. What a record holds beyond plain columns is JSON; contents of files stand by their hash.

What stands here is what `migrations/` make of an empty database; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from procmap.workspace.values import (
    AttachedEntry,
    Cause,
    Confirmation,
    DecisionEntry,
    Note,
    Organisation,
    ProcessEntry,
    Record,
    ScaleEntry,
    Service,
    Setting,
    SignOff,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

KEY = String(64)
OPTIONAL_JSON = JSON(none_as_null=True)


def cites(column: str) -> ForeignKey:
    """Return what makes a column cite another. Looked at when a transaction ends: undoing may come in any order."""
    return ForeignKey(column, deferrable=True, initially="DEFERRED")


def _record(name: str, *columns: Column[object] | UniqueConstraint) -> Table:
    return Table(
        name, METADATA, Column("id", KEY, primary_key=True), Column("version", Integer, nullable=False), *columns
    )


def _of(table: str) -> Column[object]:
    return Column(table, KEY, cites(f"{table}.id"), nullable=False, index=True)


CONTENT = Table(
    "content",
    METADATA,
    Column("hash", KEY, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""Bytes by their SHA-256, packed with zlib. Never changed, so that undoing needs no copies of them."""

COMMAND = Table(
    "command",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(8), nullable=False),
    Column("name", String(64), nullable=False),
    Column("told", JSON, nullable=False),
    Column("who", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("at", String(32), nullable=False),
    Column("target", Integer, cites("command.id")),
    sqlite_autoincrement=True,
)
"""Everything that was done, in order. `kind` is do, undo, redo or mark; `target` what was undone or redone."""

CHANGE = Table(
    "change",
    METADATA,
    Column("command", Integer, cites("command.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", String(32), nullable=False),
    Column("key", KEY, nullable=False),
    Column("before", OPTIONAL_JSON),
    Column("after", OPTIONAL_JSON),
)
"""What each command changed: the record before and after, null where there was or is none."""

DRAFT = Table(
    "draft",
    METADATA,
    Column("person", KEY, primary_key=True),
    Column("form", KEY, primary_key=True),
    Column("field", KEY, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("before", KEY, nullable=False),
    Column("text", Text, nullable=False),
    Column("data", LargeBinary),
)
"""What people have typed or dropped and not sent, by hashes of whose it is, of the form and of the field in it.

No records: the log knows nothing of drafts, and no export has them. `before` is the hash of what the field said when
the text was typed, `data` the bytes of a file, packed with zlib.
"""

TABLES: dict[type[Record], Table] = {
    Organisation: _record(
        "organisation",
        Column("name", Text, nullable=False, unique=True),
        Column("letter", Text, nullable=False),
        Column("place", Integer, nullable=False),
        Column("is_reference", Boolean, nullable=False),
    ),
    Service: _record(
        "service",
        Column("name", Text, nullable=False, unique=True),
        Column("owner", Text, nullable=False),
        Column("recipient", Text, nullable=False),
        Column("next_workshop", Text, nullable=False),
        Column("gain", Text, nullable=False),
        Column("plan_goals", Text, nullable=False),
        Column("keep", Integer),
        Column("approved", Boolean, nullable=False),
    ),
    ProcessEntry: _record(
        "process",
        _of("service"),
        _of("organisation"),
        Column("variant", Text, nullable=False),
        Column("source_name", Text, nullable=False),
        Column("source", KEY, cites("content.hash"), nullable=False),
        Column("element", Text, nullable=False),
        Column("edited", KEY, nullable=False),
        UniqueConstraint("service", "organisation", "variant"),
    ),
    Confirmation: _record(
        "confirmation",
        _of("service"),
        Column("kind", String(16), nullable=False),
        Column("steps", JSON, nullable=False),
    ),
    DecisionEntry: _record(
        "decision",
        _of("service"),
        Column("place", Integer, nullable=False),
        Column("decision", JSON, nullable=False),
        UniqueConstraint("service", "place"),
    ),
    SignOff: _record(
        "sign_off",
        _of("decision"),
        _of("organisation"),
        Column("agrees", Boolean, nullable=False),
        Column("why", Text, nullable=False),
        UniqueConstraint("decision", "organisation"),
    ),
    Cause: _record(
        "cause",
        _of("service"),
        Column("steps", JSON, nullable=False),
        Column("kind", String(16), nullable=False),
        Column("text", Text, nullable=False),
        Column("organisation", KEY, nullable=False),
    ),
    Note: _record(
        "note",
        _of("service"),
        Column("kind", String(16), nullable=False),
        Column("text", Text, nullable=False),
        Column("steps", JSON, nullable=False),
        Column("organisation", KEY, nullable=False),
    ),
    AttachedEntry: _record(
        "attached",
        _of("process"),
        Column("kind", String(16), nullable=False),
        Column("value_id", Text, nullable=False),
        Column("step", OPTIONAL_JSON),
        Column("content", JSON, nullable=False),
        Column("is_removed", Boolean, nullable=False),
    ),
    ScaleEntry: _record("scale", Column("content", JSON, nullable=False)),
    Setting: _record("setting", Column("value", Text, nullable=False)),
}
"""The table of each kind of record, in the order of `RECORDS`; a column is called as the field that it holds."""

KINDS: dict[str, type[Record]] = {table.name: record for record, table in TABLES.items()}
"""The kinds of records by the names of their tables: what the log calls them."""
