"""How much of BPMN files procmap lays out, and how fast, beside the layout of bpmn-io (a port of bpmn-auto-layout 1.3).

    python benchmarks/layout.py FOLDER [--nodes 1000 10000]

Lays out every .bpmn file below FOLDER with both, their diagrams thrown away, and prints the time and how many shapes
and edges that belong to flow nodes, sequence flows, pools, lanes and message flows are there afterwards. Then draws up
a random process of each size of --nodes (seeded, four lanes, a third more flows than nodes) and times it.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections import Counter
from pathlib import Path

from procmap.formats import read
from procmap.layout import place
from procmap.model import Activity, BadInput, Gateway, Lane, Pool, Process, SequenceFlow

KINDS = {"nodes": "nodes", "flows": "sequence flows", "pools": "pools", "lanes": "lanes", "message_flows": "messages"}
_DRAWN = re.compile(r'<(?:\w+:)?BPMN(?:Shape|Edge)\b[^>]*\bbpmnElement="(?:\w+:)?([^"]+)"')


def with_procmap(processes: list[Process]) -> set[str]:
    """Return the ids that have a place."""
    diagrams = [place(process) for process in processes]
    return {part.element for diagram in diagrams for part in (*diagram.shapes, *diagram.edges)}


def with_bpmn_io(text: str) -> set[str]:
    from bpmn_io import layout_process

    return set(_DRAWN.findall(layout_process(text)))


def random_process(count: int) -> Process:
    """Return a process with `count` nodes in four lanes."""
    chance = random.Random(count)
    ids = [f"n{number}" for number in range(count)]
    nodes = [
        Gateway(id=key, pool="pool") if chance.random() < 0.25 else Activity(id=key, name="Kontrollere", pool="pool")
        for key in ids
    ]
    flows = [(ids[max(0, n - chance.randint(1, 4))], ids[n]) for n in range(1, count)]
    flows += [(chance.choice(ids), chance.choice(ids)) for _ in range(count // 3)]
    return Process(
        id="random",
        pools=(Pool(id="pool", process="process"),),
        lanes=tuple(Lane(id=f"lane{n}", pool="pool", nodes=tuple(ids[n::4])) for n in range(4)),
        nodes=tuple(nodes),
        flows=tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(flows)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--nodes", type=int, nargs="*", default=[1000, 10000])
    options = parser.parse_args()
    wanted: Counter[str] = Counter()
    drawn: dict[str, Counter[str]] = {"procmap": Counter(), "bpmn-io": Counter()}
    seconds: Counter[str] = Counter()
    slowest: Counter[str] = Counter()
    files = failed = 0
    for path in sorted(options.folder.rglob("*.bpmn")):
        try:
            document = read(str(path))
        except BadInput:
            continue
        files += 1
        text = path.read_bytes().decode("utf-8", "replace")
        kinds = {
            element.id: name
            for process in document.processes
            for part, name in KINDS.items()
            for element in getattr(process, part)
        }
        wanted.update(kinds.values())
        for tool, run in (
            ("procmap", lambda d=document: with_procmap(list(d.processes))),
            ("bpmn-io", lambda t=text: with_bpmn_io(t)),
        ):
            start = time.perf_counter()
            try:
                found = run()
            except Exception:  # noqa: BLE001 - whatever another tool raises counts as a file that it can't lay out
                failed += tool == "bpmn-io"
                found = set()
            spent = time.perf_counter() - start
            seconds[tool] += spent
            slowest[tool] = max(slowest[tool], spent)
            drawn[tool].update(kinds[key] for key in found if key in kinds)
    print(f"{files} files; bpmn-io raised on {failed}")
    for tool, counts in drawn.items():
        shares = ", ".join(f"{name} {counts[name]}/{wanted[name]}" for name in KINDS.values())
        print(f"{tool}: {shares}; {seconds[tool]:.2f} s, slowest file {slowest[tool]:.2f} s")
    for count in options.nodes:
        process = random_process(count)
        start = time.perf_counter()
        place(process)
        print(f"{count} nodes, {len(process.flows)} flows: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
