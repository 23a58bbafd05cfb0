"""How long commands take when many give them at once.

    python -m benchmarks.commands [--threads 30] [--times 20] [--at URL]

So many threads, each somebody in a workshop, add notes to one project at the same time as fast as it goes, half of
them through one open project and half through another; now and then each reads the project and its number. Prints the
median, the 95th percentile and the longest time of a command, of a read and of asking for the number, the commands a
second, and how many were refused (nothing is lost: the project must have a note for each that was not). `--at` is an
empty database on PostgreSQL; without it, a file in a temporary folder is used.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from procmap.model import BadInput
from procmap.workspace import Person, create_project, open_project
from procmap.workspace.commands import AddNote, AddService

LEADER = Person(name="Kari", role="facilitator")


def measure(location: str, threads: int, times: int) -> None:
    projects = create_project(location, "Verksted", LEADER), open_project(location)
    projects[0].do(AddService(called="Byggesøknad"), LEADER)
    service = projects[0].state().services[0].id

    def work(number: int) -> dict[str, list[float]]:
        project, who = projects[number % 2], Person(name=f"Deltaker {number}", role="participant")
        took: dict[str, list[float]] = defaultdict(list)
        for turn in range(times):
            for kind in ("command", "number", "read") if turn % 4 == 0 else ("command", "number"):
                began = time.perf_counter()
                try:
                    if kind == "command":
                        project.do(AddNote(service=service, text=f"Notat {number}-{turn}"), who)
                    elif kind == "number":
                        _ = project.version
                    else:
                        project.state()
                except BadInput as error:
                    kind = f"refused: {error.finding.code}"  # noqa: PLW2901
                took[kind].append(time.perf_counter() - began)
        return took

    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        parts = list(pool.map(work, range(threads)))
    seconds = time.perf_counter() - began
    took = {
        kind: [each for part in parts for each in part[kind]] for kind in sorted({k for part in parts for k in part})
    }
    for kind, values in took.items():
        cuts = quantiles(values, n=20) if len(values) > 1 else values * 19
        median, late, most = (f"{1000 * value:.0f} ms" for value in (cuts[9], cuts[18], max(values)))
        print(f"{kind}: {len(values)}, median {median}, p95 {late}, most {most}")
    done = len(took["command"])
    print(f"{done / seconds:.0f} commands a second")
    notes, wrong = len(projects[0].state().notes), projects[0].misfits()
    print("nothing lost" if (notes, wrong) == (done, ()) else f"LOST: {done} saved, {notes} there, {wrong[:3]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=30)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--at", default="")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        measure(given.at or str(Path(folder) / "p.procmap"), given.threads, given.times)


if __name__ == "__main__":
    main()
