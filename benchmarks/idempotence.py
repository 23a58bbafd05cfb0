"""Does a process that is composed alone, or of copies, come back as it was?

    python -m benchmarks.idempotence SHARED [--part PART ...] [--copies 1] [--limit N] [--quiet]

SHARED holds `data/municipalities` (an EPML file), `data/variants/hdbpmn` (drawings of each exercise) and `data/interop`
(files of many tools). Every process is composed of COPIES of itself, whose steps are confirmed to be the same (those
without a name are not always found to be). It comes back exactly when its steps stand to each other as they did, by its
states: how every two of them stand (before, either-or, parallel), which are done again, which come with which others,
and which are done always. Printed for each part: how many processes are sound, how many of those come back exactly, and
what differs in the others. Counted beside: unsound processes, and those of several pools, which are composed into one.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from procmap.alignment import Party, align
from procmap.behaviour import CAP, References, Undecided, certain, read_process
from procmap.formats import read
from procmap.harmonisation import harmonise
from procmap.model import BadInput, Confirmations, Process
from procmap.soundness import soundness

PARTS = ("municipalities", "hdbpmn", "interop")


def sources(shared: Path, part: str) -> Iterator[tuple[str, Process]]:
    """Yield the processes of a part with a name for each."""
    folder = shared / "data" / {"hdbpmn": "variants/hdbpmn"}.get(part, part)
    patterns = ("*.epml",) if part == "municipalities" else ("*.bpmn",)
    for file in sorted(found for pattern in patterns for found in folder.rglob(pattern)):
        try:
            document = read(str(file))
        except BadInput:
            continue
        for process in document.processes:
            if process.steps:
                several = len(document.processes) > 1
                yield f"{file.relative_to(folder)}{'#' + process.id if several else ''}", process


RELATIONS = set("<>x|~")
Facts = dict[str, set[tuple[str, ...]]]


def behaviour(process: Process, row_of: dict[str, str]) -> Facts:
    """Return what holds between the rows of the steps of a process. Raises Undecided."""
    facts: Facts = {"relation": set(), "again": set(), "comes with": set(), "always": set(), "happens": set()}
    for reading in read_process(process, CAP):
        seen, order = reading.view(row_of), reading.order(row_of)
        for one, other in combinations(sorted(seen.rows), 2):
            facts["relation"].add((one, order.relation(one, other), other))
        facts["again"].update((row,) for row in seen.rows if order.repeats(row))
        runs = certain(seen)
        for number, row in enumerate(seen.rows):
            facts["comes with"].update((row, other) for other in seen.names(runs.implied[number]) if other != row)
        facts["always"].update((row,) for row in seen.names(runs.always))
        facts["happens"].update((row,) for row in seen.rows)
    return facts


def differs(process: Process, copies: int) -> Counter[str]:
    """Return what of a process does not come back: how many facts of each kind. Raises Undecided."""
    parties = [Party(organisation=f"Copy {number}", process=process) for number in range(copies)]
    result = harmonise(parties, align(parties, _each_with_itself(parties)))
    nodes = {node.id for node in result.common.nodes}
    to = {entry.step: entry.to for entry in result.trace if entry.process == parties[0].id and entry.to in nodes}
    expected = behaviour(process, {step: node for step, node in to.items() if node is not None})
    found = behaviour(result.common, {node: node for node in to.values() if node is not None})
    # Steps that cannot happen are drawn beside the process: nothing is known of their place.
    happening = {row for (row,) in expected["happens"]}
    for kind, facts in found.items():
        found[kind] = {fact for fact in facts if happening.issuperset(set(fact) - RELATIONS)}
    different = Counter({kind: len(expected[kind] ^ found[kind]) for kind in expected})
    if result.verdict.verdict != "sound":
        different["soundness"] += 1
    return +different


def _each_with_itself(parties: list[Party]) -> Confirmations:
    """Return that every step of a copy is the same as that step of the others."""
    references = References(parties[0].process)
    if len(parties) == 1:
        return Confirmations()
    return Confirmations(
        same=tuple(
            tuple(references.make(step.id, party.organisation, party.variant) for party in parties)
            for step in parties[0].process.steps
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--quiet", action="store_true", help="no names")
    options = parser.parse_args()
    for part in options.part or PARTS:
        counted: Counter[str] = Counter()
        start = time.process_time()
        for place, (name, process) in enumerate(sources(options.shared, part)):
            if options.limit is not None and place >= options.limit:
                break
            verdict = soundness(process).verdict
            try:
                verdict += ", several pools" if len(read_process(process)) > 1 else ""
                counted[verdict] += 1
                different = differs(process, options.copies)
            except Undecided:
                counted["too many states"] += 1
                continue
            counted[f"{verdict}, exact"] += not different
            if different and not options.quiet:
                print(f"  {name} ({verdict}): {', '.join(f'{kind} {count}' for kind, count in different.items())}")
        seconds = time.process_time() - start
        print(f"{part}, {options.copies} of each: {dict(sorted(counted.items()))}, {seconds:.1f} s")


if __name__ == "__main__":
    main()
