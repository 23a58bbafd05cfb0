"""What harmonising carries over, tells of, and loses without a word, by kind of thing.

    python -m benchmarks.carried [--interop FOLDER] [--lost]

The six sample sets are composed together, without and with their decisions; each of their processes, and each file in
FOLDER (BPMN), alone and as three copies. `--lost` lists what was lost, by file.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from procmap.alignment import Party, align
from procmap.formats import read
from procmap.harmonisation import harmonise
from procmap.model import BadInput, Decisions, Process
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.kept import Kept, Outcome, Thing

Told = Iterator[tuple[str, Thing, Outcome]]


def composed(parties: list[Party], decisions: Decisions | None = None) -> Told:
    """Yield every thing of the parties and what became of it in their common process."""
    alignment = align(parties)
    return Kept(parties, alignment, harmonise(parties, alignment, None, decisions), decisions).outcomes()


def alone_and_copied(process: Process) -> Told:
    """Yield the same for a process alone, and for three copies of it."""
    for count in (1, 3):
        yield from composed([Party(organisation=name, process=process) for name in "ABC"[:count]])


def samples() -> Iterator[tuple[str, Told]]:
    """Yield the six sample sets and their processes."""
    for folder in FOLDERS:
        case = Case(folder)
        parties = list(case.parties)
        yield f"{folder.name} together", composed(parties)
        decided = Decisions.model_validate(case.load("decisions.json"))
        yield f"{folder.name} decided", composed(parties, decided)
        for party in parties:
            yield f"{folder.name} {party.id}", alone_and_copied(party.process)


def files(folder: Path) -> Iterator[tuple[str, Told]]:
    """Yield the processes of the files of a folder."""
    for path in sorted(folder.rglob("*.bpmn")):
        try:
            processes = read(str(path)).processes
        except BadInput:
            continue
        for process in processes:
            if process.nodes:
                yield str(path.relative_to(folder)), alone_and_copied(process)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--interop", type=Path)
    parser.add_argument("--lost", action="store_true")
    options = parser.parse_args()
    groups = {"samples": samples()} | ({"interop": files(options.interop)} if options.interop else {})
    for name, sets in groups.items():
        counts: Counter[tuple[str, Outcome]] = Counter()
        lost: list[str] = []
        for place, outcomes in sets:
            for party, thing, outcome in outcomes:
                counts[thing.kind, outcome] += 1
                if outcome == "lost":
                    lost.append(f"  {place} {party}: {thing.kind} {thing.element} {thing.value or ''}")
        print(f"{name:34} carried    told    lost")
        for kind in sorted({kind for kind, _ in counts}):
            told = [counts[kind, outcome] for outcome in ("carried", "told", "lost")]
            print(f"  {kind:32} {told[0]:7} {told[1]:7} {told[2]:7}")
        if options.lost:
            print("\n".join(dict.fromkeys(lost)))


if __name__ == "__main__":
    main()
