"""A project as one file: out of any database, and from that file into a new file or an empty database.

Rows are copied table by table in one reading transaction, so that the copy is the project as it was at one moment, with
its log and the contents of its files; SQLite and PostgreSQL are read and written alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, insert, select

from procmap.answers.shapes import Answer, FindingAnswer, tell
from procmap.formats.files import check_target
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput
from procmap.workspace import contents, log, replay, schema
from procmap.workspace.database import SUFFIX, engine_of, is_url, reading, shown, told, writing
from procmap.workspace.project import Project, open_project
from procmap.workspace.state import read_state
from procmap.workspace.tables import COMMAND, CONTENT, DRAFT, METADATA
from procmap.workspace.without_people import Cleaner

_AT_ONCE = 500
"""Rows that are in memory at the same time; contents of files one by one."""


class ExportAnswer(Answer):
    """What was written: the file, and the number of the last change in it.

    `masked`: where persons were found and masked; `left`: names that look like those of persons and were left in. Both
    are empty where people were not to be taken out.
    """

    target: str
    version: int
    without_people: bool = False
    masked: tuple[FindingAnswer, ...] = ()
    left: tuple[FindingAnswer, ...] = ()


def check_name(location: str) -> None:
    """Refuse the name of a project file that does not end as such names do. Raises BadInput."""
    if not is_url(location) and Path(location).suffix.lower() != SUFFIX:
        raise BadInput("project-suffix", project=location)


def export_project(
    project: Project, target: str, *, without_people: bool = False, force: bool = False, say: Translator = ENGLISH
) -> ExportAnswer:
    """Write a project to a file of its own, whole or not at all.

    `without_people`: who did what is left out, persons are masked, and instead of the files only what was read of them
    is in it (see `procmap.workspace.without_people`). Raises BadInput when the file cannot be written, is there already
    (unless `force`), or something in the project cannot be read.
    """
    check_name(target)
    if is_url(target):
        raise BadInput("export-to-url", project=shown(target))
    check_target(target, force=force)
    with _made_beside(target, force=force) as made:
        engine = engine_of(str(made), is_new=True)
        schema.mark(engine, target)
        with reading(engine_of(project.location), project.location) as source:
            cleaner = Cleaner(source) if without_people else None
            with writing(engine, target) as copy:
                schema.create(copy, target)
                _copy(source, copy, cleaner)
            version = log.version(source)
    found = (cleaner.masked, cleaner.left) if cleaner else ((), ())
    masked, left = (tuple(tell(finding, cleaner.names if cleaner else {}, say) for finding in part) for part in found)
    return ExportAnswer(target=target, version=version, without_people=without_people, masked=masked, left=left)


def import_project(source: str, location: str) -> Project:
    """Make a project out of an exported file: in a new file, or in the empty database of a URL.

    The file stays as it is. Raises BadInput when it is no project, is damaged or of a newer procmap, when something is
    there already, or the project cannot be written; then nothing is left behind.
    """
    check_name(location)
    with TemporaryDirectory() as folder:
        # An older project is brought up to date, and that must not change the file that it came from.
        old = engine_of(source if is_url(source) else str(_copied(source, Path(folder))))
        schema.bring_up_to_date(old, source)
        if is_url(location):
            _fill(old, source, engine_of(location), location)
        else:
            check_target(location)
            with _made_beside(location) as made:
                engine = engine_of(str(made), is_new=True)
                schema.mark(engine, location)
                _fill(old, source, engine, location)
    return open_project(location)


def _fill(old: Engine, source: str, engine: Engine, location: str) -> None:
    try:
        with reading(old, source) as rows, writing(engine, location) as made:
            schema.create(made, location)
            _copy(rows, made)
            _look_through(made, source)
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        # What stands in a file that somebody hands in may be anything.
        detail = " ".join(str(error).split())[:200]
        raise BadInput("project-damaged", project=shown(source), detail=detail) from None


def _copy(source: Connection, target: Connection, cleaner: Cleaner | None = None) -> None:
    for table in METADATA.sorted_tables:
        if table is DRAFT:  # what nobody has said yet is nobody else's
            continue
        if cleaner is not None and table is CONTENT:
            for content in cleaner.contents():
                contents.keep(target, content)
            continue
        for rows in _rows(source, table):
            target.execute(insert(table), [cleaner.row(table, row) for row in rows] if cleaner else rows)
    if target.dialect.name == "postgresql":  # numbers that were given do not count for those to come
        newest = select(func.max(COMMAND.c.id)).scalar_subquery()
        target.execute(select(func.setval(func.pg_get_serial_sequence(COMMAND.name, "id"), newest)))


def _rows(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    query = select(table).order_by(*table.primary_key.columns)
    size = 1 if table is CONTENT else _AT_ONCE
    found = source.execution_options(yield_per=size).execute(query).mappings()
    for rows in found.partitions(size):
        yield [dict(row) for row in rows]


def _look_through(connection: Connection, source: str) -> None:
    """Read all that was copied. Raises BadInput, ValueError or LookupError when anything is not as it must be."""
    state = read_state(connection, log.version(connection))
    log.entries(connection)
    for misfit in replay.misfits(connection):
        raise BadInput("project-damaged", project=shown(source), detail=misfit)
    for entry in state.processes:
        state.organisation(entry.organisation)
        state.service(entry.service)


def _copied(source: str, folder: Path) -> Path:
    """Return a copy of a project file, as one moment has it. Raises BadInput when it cannot be read."""
    path = Path(source)
    if path.is_dir():
        raise BadInput("is-folder", source=source)
    if not path.exists():
        raise BadInput("no-such-project", project=source)
    made = folder / f"copy{SUFFIX}"
    # A file that nobody has open is read without leaving anything beside it, also where nothing can be written.
    how = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
    with (
        told(source),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True)) as old,
        closing(sqlite3.connect(made)) as new,
    ):
        old.backup(new)
    return made


@contextmanager
def _made_beside(location: str, *, force: bool = False) -> Iterator[Path]:
    """Give a place beside a file, and move what was made there to the file's own at the end."""
    path = Path(location)
    with TemporaryDirectory(prefix=f".{path.name[:40]}.", dir=path.absolute().parent) as folder:
        made = Path(folder) / path.name
        yield made
        try:
            check_target(location, force=force)
            check_target(f"{location}-wal")  # of a project that somebody has open: SQLite would put it into this one
            made.replace(path)
        except OSError as error:
            raise BadInput("cannot-write", target=location, detail=error.strerror or str(error)) from None
