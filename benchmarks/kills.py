"""A project is killed in the middle of its work, again and again, and nothing that was said to be saved is lost.

    python -m benchmarks.kills [--times 100] [--seed 1]

A process works on a project and says on a pipe what is saved: the number of each entry of the log and a hash of all
records after it. It is killed (SIGKILL) at a random moment: while it carries out commands (imports of the samples,
notes, confirmations, decisions, snapshots, undo, redo, returns), while it makes new projects, while it opens one that
was killed, or while it exports one over a file that is there. Then the project is looked at: SQLite's integrity_check
and foreign_key_check say nothing, it opens, what was said is in it just so, log and records fit each other, at most one
entry is there that was not said yet, and it can be written to. A file that is exported to is the old or the new one,
whole; beside it may lie a hidden folder that nobody reads. Prints how often it was killed at what, what was found, and
everything that is wrong.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.killed import ACTS, READY, WHO, Chance, digest, exported_to
from procmap.model import BadInput
from procmap.workspace import SUFFIX, Project, create_project, open_project
from procmap.workspace.commands import AddService

LONGEST = 1.5
"""Seconds that a process works at most before it is killed."""

KILLS_OF_A_PROJECT = 10
"""Kills before a new project is taken, so that the records do not grow without end."""


@dataclass
class Figures:
    """What came of it."""

    kills: Counter[str] = field(default_factory=Counter)
    saved: int = 0
    unsaid: int = 0
    with_wal: int = 0
    left_beside: int = 0
    wrong: list[str] = field(default_factory=list)


_PROCESSES = multiprocessing.get_context("forkserver")  # one that holds no thread, lock or file of this process
_PROCESSES.set_forkserver_preload(["benchmarks.killed"])


def killed(act: str, place: str, seed: int, seconds: float) -> list[tuple[object, str]]:
    """Let a process work for some time after its start, kill it, and return what it said was saved."""
    heard, told = _PROCESSES.Pipe(duplex=False)
    worker = _PROCESSES.Process(target=ACTS[act], args=(place, seed, told))
    worker.start()
    told.close()
    said: list[tuple[object, str]] = []
    try:
        if heard.recv() != READY:
            raise RuntimeError("the process did not begin")
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if heard.poll(left):
                said.append(heard.recv())
        if worker.pid is None or not worker.is_alive():
            raise RuntimeError(f"the process that was {act} ended by itself")
        os.kill(worker.pid, signal.SIGKILL)
        while True:
            said.append(heard.recv())
    except (EOFError, OSError):  # what it was saying when it was killed is not said
        pass
    finally:
        worker.join()
        heard.close()
    if worker.exitcode != -signal.SIGKILL:
        raise RuntimeError(f"the process that was {act} ended by itself: {worker.exitcode}")
    return said


def wrong_with(place: str) -> list[str]:
    """Return what is wrong with a project by itself; it is written to."""
    wrong = []
    with closing(sqlite3.connect(place)) as connection:
        for pragma, fine in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            if (rows := connection.execute(f"PRAGMA {pragma}").fetchall()) != fine:
                wrong.append(f"{pragma}: {rows[:3]}")
    try:
        project = open_project(place)
        wrong += project.misfits()
        version = project.version
        if project.do(AddService(called=f"Etterpå {version}"), WHO) <= version:
            wrong.append("writing does not go on")
        wrong += project.misfits()
    except BadInput as error:
        wrong.append(str(error))
    return wrong


def wrong_with_export(project: Project, said: list[tuple[object, str]], figures: Figures) -> Iterator[str]:
    """Yield what is wrong with the file that a project was exported to when its process was killed."""
    target = Path(exported_to(project.location))
    left = [path for path in target.parent.iterdir() if path.name.startswith((f".{target.name[:40]}", target.name))]
    figures.left_beside += len(left) - target.exists()
    for path in left:
        if path.is_dir():
            shutil.rmtree(path)
        elif path != target:
            yield f"{path.name} is left"
    if not target.exists():
        yield "the file that was there is gone"
        return
    copy = open_project(str(target))
    known = {digest(project, entry.id): entry.id for entry in project.history()}
    if digest(copy) not in known:
        yield "the file holds no state of the project"
    elif said and known[digest(copy)] < int(str(said[-1][0])):
        yield "the file is older than what was said"
    yield from copy.misfits()


def look_at(place: str, act: str, said: list[tuple[object, str]], figures: Figures) -> None:
    """Look at a project after its process was killed."""
    wal = Path(f"{place}-wal")
    figures.with_wal += wal.exists() and wal.stat().st_size > 0
    if act == "making":
        for path, known in said:
            if digest(open_project(str(path))) != known:
                figures.wrong.append(f"{act}: {path} is not as it was said")
        for path in sorted(Path(place).parent.glob(f"{Path(place).name}.*{SUFFIX}")):
            figures.wrong += [f"{act}: {each}" for each in wrong_with(str(path))]
            figures.unsaid += str(path) not in dict(said)
            path.unlink()
        return
    project = open_project(place)
    if act == "exporting":
        figures.wrong += [f"{act}: {each}" for each in wrong_with_export(project, said, figures)]
    for number, known in said:
        if not isinstance(number, int) or digest(project, number) != known:
            figures.wrong.append(f"{act}: entry {number} is not as it was said")
    last = [number for number, _ in said if isinstance(number, int)]
    if last:
        more = len([entry for entry in project.history() if entry.id > last[-1]])
        figures.unsaid += more
        # `bring_in` is two commands that are said as one; all else is one.
        if more > 2:
            figures.wrong.append(f"{act}: {more} entries that were not said")
    figures.wrong += [f"{act}: {each}" for each in wrong_with(place)]


def run(times: int, seed: int, folder: Path) -> Figures:
    """Kill a process so many times, and return what came of it."""
    chance, figures = Chance(seed), Figures()
    place, act = "", "writing"
    for number in range(times):
        if number % KILLS_OF_A_PROJECT == 0:
            place = str(folder / f"{number}{SUFFIX}")
            create_project(place, "Drept", WHO)
        # One that is opened after writing was killed has a log that is not put into its file yet.
        act = chance.choices(("writing", "making", "opening", "exporting"), (6, 2, 1, 3))[0]
        said = killed(act, place, chance.randrange(10**6), chance.uniform(0.02, LONGEST))
        figures.kills[act] += 1
        figures.saved += len(said)
        look_at(place, act, said, figures)
    return figures


def main() -> int:
    """Run it from the command line; return 1 when something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.perf_counter()
    with TemporaryDirectory() as folder:
        figures = run(given.times, given.seed, Path(folder))
    acts = ", ".join(f"{count} while {act}" for act, count in sorted(figures.kills.items()))
    print(f"{given.times} kills in {time.perf_counter() - began:.0f} s: {acts}")
    print(f"said to be saved: {figures.saved}; saved and not said yet: {figures.unsaid}")
    print(f"killed with a log beside the file: {figures.with_wal}")
    print(f"hidden folders left beside exported files: {figures.left_beside}")
    print(f"wrong: {len(figures.wrong)}")
    for each in figures.wrong[:20]:
        print(f"  {each}")
    return 1 if figures.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
