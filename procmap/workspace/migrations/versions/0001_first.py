"""The first tables. A migration is never changed again, so it says everything itself."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String(64)


def _record(name: str, *columns: sa.Column[object] | sa.Constraint) -> None:
    op.create_table(
        name,
        sa.Column("id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )


def _text(*names: str) -> list[sa.Column[object]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _key(name: str) -> sa.Column[object]:
    return sa.Column(name, KEY, nullable=False)


def _cites(table: str, column: str, cited: str, key: str = "id") -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{cited}"
    return sa.ForeignKeyConstraint([column], [f"{cited}.{key}"], name=name, deferrable=True, initially="DEFERRED")


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{columns[0]}")


def upgrade() -> None:
    """Make all tables."""
    op.create_table(
        "content",
        _key("hash"),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_content"),
    )
    op.create_table(
        "command",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("told", sa.JSON, nullable=False),
        *_text("who"),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("target", sa.Integer),
        _cites("command", "target", "command"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("command", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        _key("key"),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.PrimaryKeyConstraint("command", "place", name="pk_change"),
        _cites("change", "command", "command"),
    )
    _record(
        "organisation",
        *_text("name", "letter"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("is_reference", sa.Boolean, nullable=False),
        _unique("organisation", "name"),
    )
    _record(
        "service",
        *_text("name", "owner", "recipient", "next_workshop", "gain", "plan_goals"),
        sa.Column("keep", sa.Integer),
        sa.Column("approved", sa.Boolean, nullable=False),
        _unique("service", "name"),
    )
    _record(
        "process",
        _key("service"),
        _key("organisation"),
        *_text("variant", "source_name"),
        _key("source"),
        *_text("element"),
        _key("edited"),
        _cites("process", "service", "service"),
        _cites("process", "organisation", "organisation"),
        _cites("process", "source", "content", "hash"),
        _unique("process", "service", "organisation", "variant"),
    )
    _record(
        "confirmation",
        _key("service"),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("steps", sa.JSON, nullable=False),
        _cites("confirmation", "service", "service"),
    )
    _record(
        "decision",
        _key("service"),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("decision", sa.JSON, nullable=False),
        _cites("decision", "service", "service"),
        _unique("decision", "service", "place"),
    )
    _record(
        "sign_off",
        _key("decision"),
        _key("organisation"),
        sa.Column("agrees", sa.Boolean, nullable=False),
        *_text("why"),
        _cites("sign_off", "decision", "decision"),
        _cites("sign_off", "organisation", "organisation"),
        _unique("sign_off", "decision", "organisation"),
    )
    _record(
        "cause",
        _key("service"),
        sa.Column("steps", sa.JSON, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        *_text("text"),
        _key("organisation"),
        _cites("cause", "service", "service"),
    )
    _record(
        "note",
        _key("service"),
        sa.Column("kind", sa.String(16), nullable=False),
        *_text("text"),
        sa.Column("steps", sa.JSON, nullable=False),
        _key("organisation"),
        _cites("note", "service", "service"),
    )
    _record(
        "attached",
        _key("process"),
        sa.Column("kind", sa.String(16), nullable=False),
        *_text("value_id"),
        sa.Column("step", sa.JSON),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("is_removed", sa.Boolean, nullable=False),
        _cites("attached", "process", "process"),
    )
    _record("scale", sa.Column("content", sa.JSON, nullable=False))
    _record("setting", *_text("value"))
    for table, column in (
        ("process", "service"),
        ("process", "organisation"),
        ("confirmation", "service"),
        ("decision", "service"),
        ("sign_off", "decision"),
        ("sign_off", "organisation"),
        ("cause", "service"),
        ("note", "service"),
        ("attached", "process"),
    ):
        op.create_index(f"ix_{table}_{column}", table, [column])
