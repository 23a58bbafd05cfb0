"""A PostgreSQL for tests: the one that PROCMAP_POSTGRES is the URL of, or a server of its own in a new folder."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

GIVEN = "PROCMAP_POSTGRES"
_NUMBERS = count(1)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, or None: those of the newest version that is installed."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres", path=Path(found).resolve().parent.as_posix()):
        return Path(found).resolve().parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4].split(".")[0]))
    return debian[-1].parent if debian else None


def is_there() -> bool:
    """Tell whether there is a server, or one can be started."""
    return bool(os.environ.get(GIVEN)) or programs() is not None


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Give the URL of a server where databases may be made."""
    given, folder = os.environ.get(GIVEN), programs()
    if given:
        yield given
    elif folder is None:
        raise RuntimeError("no PostgreSQL is installed")
    else:
        with _started(folder) as url:
            yield url


@contextlib.contextmanager
def _started(programs: Path) -> Iterator[str]:
    user = _user()
    with tempfile.TemporaryDirectory(prefix="procmap-pg-") as name:
        folder = Path(name)
        if user is not None:
            shutil.chown(folder, user)
        data = str(folder / "data")
        made = [programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(made, user=user, cwd=folder, check=True, capture_output=True)
        # No port: it is reached by a socket in its own folder. Its data are thrown away, so nothing is synced.
        options = ["-c", "listen_addresses=", "-k", name, "-c", "fsync=off"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [programs / "postgres", "-D", data, *options], user=user, cwd=folder, stdout=log, stderr=log
            )
        try:
            url = f"postgresql+psycopg://tester@/postgres?host={name}"
            _wait(url, process, folder / "log")
            yield url
        finally:
            process.terminate()  # SIGTERM: it lets those who are connected end; databases are gone by then
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.send_signal(subprocess.signal.SIGINT)
                process.wait(20)


def _user() -> str | None:
    """Return whom to start it as: PostgreSQL refuses the superuser."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _wait(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    engine = create_engine(url, poolclass=NullPool)
    until = time.monotonic() + 60
    while True:
        try:
            engine.connect().close()
        except OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()[-2000:]}") from None
            time.sleep(0.05)
        else:
            return


@contextlib.contextmanager
def database(server: str, encoding: str = "UTF8") -> Iterator[str]:
    """Give the URL of a new, empty database on a server; it is thrown away afterwards."""
    name = f"procmap_test_{os.getpid()}_{next(_NUMBERS)}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0")
    try:
        made = url.set(drivername="postgresql", database=name)
        yield made.render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
