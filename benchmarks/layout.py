"""Drawings laid out by procmap beside the originals of the same files, and beside bpmn-auto-layout.

    python -m benchmarks.layout FOLDER… [--packages DIR] [--nodes 1000 10000]

Lays out every process of every .bpmn file below the folders, its diagram thrown away, and measures it beside the
diagram that draws the process whole, if the file has one: crossings, bends, length of edges, area, width to height; of
the shapes and edges that both have, by one counter (benchmarks/layout_measures.py). With --packages, a folder in which
`npm install bpmn-auto-layout@1.3.0` was run, also beside that tool, where it draws the process whole. Then draws up a
random process of each size of --nodes (seeded, five lanes, a third more flows than nodes) and times it.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.layout_measures import Measures, measure
from procmap.drawing import undrawn
from procmap.formats.registry import read, read_source
from procmap.layout import place
from procmap.model import Activity, BadInput, Diagram, Gateway, Lane, Pool, Process, SequenceFlow

MEASURES = ("crossings", "bends", "length", "area", "aspect")
_COUNTED = frozenset(("crossings", "bends"))
_BATCH = 100


@dataclass
class Comparison:
    """Pairs of measures of procmap's drawing and another one of the same process."""

    pairs: list[tuple[str, Measures, Measures]] = field(default_factory=list)

    def add(self, name: str, ours: Diagram, theirs: Diagram) -> None:
        """Measure two drawings of one process by what both have."""
        shapes = {shape.element for shape in ours.shapes} & {shape.element for shape in theirs.shapes}
        edges = {edge.element for edge in ours.edges} & {edge.element for edge in theirs.edges}
        first, second = measure(ours, shapes, edges), measure(theirs, shapes, edges)
        if first is not None and second is not None and second.height and first.height:
            self.pairs.append((name, first, second))

    def lines(self, other: str) -> Iterator[str]:
        """Yield the table: medians of the ratios, sums, and how often which is better."""
        yield f"| {len(self.pairs)} drawings | median ratio | procmap, sum | {other}, sum | better | worse |"
        yield "|---|---|---|---|---|---|"
        for name in MEASURES:
            values = [(getattr(ours, name), getattr(theirs, name)) for _, ours, theirs in self.pairs]
            more = 1 if name in _COUNTED else 0
            ratio = median((a + more) / max(b + more, 1e-9) for a, b in values)
            better, worse = sum(a < b for a, b in values), sum(a > b for a, b in values)
            sums = (sum(a for a, _ in values), sum(b for _, b in values))
            shown = ["–", "–", "–", "–"] if name == "aspect" else [f"{sums[0]:.0f}", f"{sums[1]:.0f}", better, worse]
            yield f"| {name} | {ratio:.2f} | " + " | ".join(map(str, shown)) + " |"


def read_all(folders: Sequence[Path]) -> Iterator[tuple[Path, Process, list[Diagram]]]:
    """Yield every process of the files that can be read, with the diagrams that draw it whole."""
    for path in sorted(path for folder in folders for path in folder.rglob("*.bpmn")):
        try:
            document = read(str(path))
        except BadInput:
            continue
        for process in document.processes:
            yield path, process, [diagram for diagram in document.diagrams if not undrawn(process, [diagram])]


def auto_layouts(packages: str, files: Sequence[Path]) -> dict[Path, list[Diagram]]:
    """Return what bpmn-auto-layout makes of each file; files at which it fails are left out."""
    script = Path(__file__).with_name("auto_layout.mjs")
    made: dict[Path, list[Diagram]] = {}
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        command = ["node", str(script), packages, *map(str, batch)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        for path, text in zip(batch, json.loads(ran.stdout), strict=True):
            if text is None:
                continue
            try:
                made[path] = list(read_source(text.encode("utf-8"), path.name).diagrams)
            except BadInput:
                continue
    return made


def random_process(count: int) -> Process:
    """Return a process with `count` nodes in five lanes."""
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
        lanes=tuple(Lane(id=f"lane{n}", pool="pool", nodes=tuple(ids[n::5])) for n in range(5)),
        nodes=tuple(nodes),
        flows=tuple(SequenceFlow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(flows)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--packages", help="the folder that has node_modules")
    parser.add_argument("--nodes", type=int, nargs="*", default=[1000, 10000])
    parser.add_argument("--worst", type=int, default=0, help="also name so many drawings that are worst beside theirs")
    options = parser.parse_args()
    found = list(read_all(options.folders))
    drawn: dict[Path, list[tuple[Process, Diagram]]] = defaultdict(list)
    original = Comparison()
    spent = slowest = 0.0
    for path, process, diagrams in found:
        start = time.process_time()
        ours = place(process)
        seconds = time.process_time() - start
        spent, slowest = spent + seconds, max(slowest, seconds)
        drawn[path].append((process, ours))
        if diagrams and process.nodes:
            original.add(f"{path.parent.name}/{path.stem}", ours, diagrams[0])
    print(
        f"{len(found)} processes of {len(drawn)} files laid out in {spent:.2f} s of processor time, "
        f"the slowest in {slowest:.2f} s\n"
    )
    _print("the original", original, options.worst)
    if options.packages:
        other = Comparison()
        made = auto_layouts(options.packages, list(drawn))
        for path, diagrams in made.items():
            for process, ours in drawn[path]:
                whole = [diagram for diagram in diagrams if process.nodes and not undrawn(process, [diagram])]
                if whole:
                    other.add(f"{path.parent.name}/{path.stem}", ours, whole[0])
        print(f"\nbpmn-auto-layout returns something for {len(made)} of {len(drawn)} files")
        _print("bpmn-auto-layout", other, options.worst)
    print()
    for count in options.nodes:
        process = random_process(count)
        start = time.process_time()
        place(process)
        print(f"{count} nodes, {len(process.flows)} flows: {time.process_time() - start:.2f} s")


def _print(name: str, comparison: Comparison, worst: int) -> None:
    if not comparison.pairs:
        return
    print("\n".join(comparison.lines(name)))
    for measured in ("crossings", "bends", "area"):
        order = sorted(comparison.pairs, key=lambda pair: getattr(pair[2], measured) - getattr(pair[1], measured))
        for title, ours, theirs in order[:worst]:
            print(f"  {measured}: {getattr(ours, measured):.0f} to {getattr(theirs, measured):.0f}, {title}")


if __name__ == "__main__":
    main()
