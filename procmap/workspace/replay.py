"""Whether a project fits its log: made anew from nothing by what every entry changed, it is what its records say."""

from __future__ import annotations

from sqlalchemy import Connection, select

from procmap.model import BadInput
from procmap.workspace import contents, log
from procmap.workspace.tables import CHANGE, COMMAND, KINDS
from procmap.workspace.values import ProcessEntry
from procmap.workspace.work import Image, UnreadableError, image, read_all

Records = dict[tuple[str, str], Image]
"""Records as JSON has them, by the name of their table and their id; sorted by these."""


def records_of(connection: Connection) -> Records:
    """Return all records as they stand in their tables. Raises UnreadableError."""
    found = {(name, each.id): image(each) for name, kind in KINDS.items() for each in read_all(connection, kind)}
    return dict(sorted(found.items()))


def records_at(connection: Connection, entry: int) -> Records:
    """Return all records as the log says that they were after an entry."""
    made: Records = {}
    query = select(CHANGE.c.kind, CHANGE.c.key, CHANGE.c.after).where(CHANGE.c.command <= entry)
    for kind, key, after in connection.execute(query.order_by(CHANGE.c.command, CHANGE.c.place)):
        made[kind, key] = after
    return {key: record for key, record in sorted(made.items()) if record is not None}


def misfits(connection: Connection) -> tuple[str, ...]:
    """Return what does not fit, in the order of the log; nothing when the project is whole.

    Every change must begin with the record as the entries before it left it, and everything that was done must have
    changed something; what can be undone must follow from the entries; all entries together must give the records; and
    the contents that records cite, now or earlier, must be there. Raises UnreadableError.
    """
    made, there = records_at(connection, log.version(connection)), records_of(connection)
    return (
        *_of_entries(connection),
        *(
            f"{name} {key}: not as the log leaves it"
            for name, key in sorted(made.keys() | there.keys())
            if made.get((name, key)) != there.get((name, key))
        ),
        *_of_contents(connection),
    )


def _of_entries(connection: Connection) -> list[str]:
    found: list[str] = []
    before: Records = {}
    changed: set[int] = set()
    query = select(CHANGE).order_by(CHANGE.c.command, CHANGE.c.place)
    for row in connection.execute(query).mappings():
        changed.add(row["command"])
        key = row["kind"], row["key"]
        if before.get(key) != row["before"]:
            found.append(f"{COMMAND.name} {row['command']}: {key[0]} {key[1]} was not as it says")
        before[key] = row["after"]
    done = connection.execute(select(COMMAND.c.id).where(COMMAND.c.kind == "do").order_by(COMMAND.c.id)).scalars()
    found += [f"{COMMAND.name} {entry}: it changed nothing" for entry in done if entry not in changed]
    try:
        log.to_undo(connection)
    except UnreadableError as error:
        found.append(f"{error}: there was nothing to take back")
    return found


def _of_contents(connection: Connection) -> list[str]:
    kind = next(name for name, record in KINDS.items() if record is ProcessEntry)
    images = connection.execute(select(CHANGE.c.after).where(CHANGE.c.kind == kind)).scalars()
    cited = {each[field] for each in images if each is not None for field in ("source", "edited")} - {""}
    found: list[str] = []
    for wanted in sorted(cited):
        try:
            contents.fetch(connection, wanted)
        except BadInput:
            found.append(f"content {wanted}: damaged or not there")
    return found
