"""How aligning, comparing and rendering grow, and whether the order of files has a say.

    python -m benchmarks.growth SHARED [--part PART ...] [--seed 1] [--permutations 3]

SHARED holds `data/municipalities` (an EPML file with its index.tsv) and `data/variants/hdbpmn` (a folder of BPMN files
for each exercise); the other parts are made at random (`benchmarks/synthetic.py`) and need it not. Parts:

municipalities  the eight processes of ten municipalities
variants        3, 10 and 50 drawings of each exercise
size            ten organisations of 70 steps each
steps           three organisations, 10 to 300 steps
organisations   2 to 50 organisations of 30 steps
links           every link from files to the common process, 2 to 10 organisations of 10 to 70 steps
labels          three organisations of 40 steps whose every text has 30 to 100,000 letters
hostile         labels of 100,000 letters, 5,000 steps beside 50, 1,000 equal labels, 2,000 without a label, long chains

Seconds are processor time of this process alone, `wall` is what the clock says. Bytes are compared between the order of
the index and PERMUTATIONS random ones (of the files, and of the processes within a file); `exponent` is that of the
power law through a row and the one before.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from lxml import etree

from benchmarks.long_labels import SHARINGS, WORDINGS, long_parties
from benchmarks.municipalities import processes
from benchmarks.synthetic import parties
from procmap.alignment import Party, align
from procmap.answers.align import Aligned
from procmap.answers.compare import compare_answer
from procmap.answers.picking import Picked, pick
from procmap.answers.shapes import as_json
from procmap.comparison import compare
from procmap.formats import write
from procmap.harmonisation import harmonise
from procmap.messages import ENGLISH
from procmap.model import Activity, Event, Process, ProcessCard, SequenceFlow
from procmap.reports import comparison_workbook, matrix_report, matrix_text, page, pictures_of
from procmap.soundness import soundness

STAGES = ("read", "align", "compare", "report", "html", "xlsx", "json", "text")
LINKS = ("read", "check", "align", "compare", "report", "html", "harmonise", "write")
LINK_ORGANISATIONS = (2, 4, 6, 8, 10)
LINK_STEPS = (10, 30, 50, 70)
T = TypeVar("T")
SIZES = (3, 10, 50)
STEPS = (10, 20, 40, 80, 150, 300)
LETTERS = (30, 300, 1_000, 5_000, 100_000)
ORGANISATIONS = (2, 5, 10, 20, 35, 50)


@dataclass
class Run:
    """What one comparison took, in seconds by stage, and a hash of each output."""

    seconds: dict[str, float] = field(default_factory=dict)
    hashes: dict[str, str] = field(default_factory=dict)
    wall: float = 0.0
    rows: int = 0
    differences: int = 0

    @property
    def total(self) -> float:
        return sum(self.seconds.values())


def timed(run: Run, stage: str, work: Callable[[], T]) -> T:
    wall, start = time.perf_counter(), time.process_time()
    made = work()
    run.seconds[stage] = time.process_time() - start
    run.wall += time.perf_counter() - wall
    if isinstance(made, str | bytes):
        content = made.encode("utf-8", "surrogatepass") if isinstance(made, str) else made
        run.hashes[stage] = hashlib.sha256(content).hexdigest()
    return made


def compared(picked: Picked, run: Run | None = None, formats: Iterable[str] = STAGES) -> Run:
    """Return what it takes to align, compare and render some parties."""
    run = run or Run()
    alignment = timed(run, "align", lambda: align(picked.parties))
    comparison = timed(run, "compare", lambda: compare(picked.parties, alignment))
    run.rows, run.differences = len(alignment.rows), len(comparison.differences)
    report = timed(run, "report", lambda: matrix_report(picked.parties, comparison, ENGLISH))
    renderers: dict[str, Callable[[], str | bytes]] = {
        "html": lambda: page(report, pictures_of(picked.parties, comparison)),
        "xlsx": lambda: comparison_workbook(report, picked.sources),
        "json": lambda: as_json(compare_answer(Aligned(picked, alignment), comparison, ENGLISH)),
        "text": lambda: matrix_text(report),
    }
    for name, render in renderers.items():
        if name in formats:
            timed(run, name, render)
    return run


def of_files(arguments: Sequence[str]) -> Run:
    """Return what it takes to read some files and compare their processes."""
    run = Run()
    picked = timed(run, "read", lambda: pick(arguments))
    for file in picked.unread:
        print(f"cannot be used: {file.error.text}", file=sys.stderr)
    return compared(picked, run)


def of_parties(made: Sequence[Party], formats: Iterable[str] = STAGES) -> Run:
    """Return what it takes to compare some parties, in the order of their ids as `pick` has them."""
    ordered = tuple(sorted(made, key=lambda party: party.id))
    return compared(Picked(ordered, tuple(party.id for party in ordered), ()), formats=formats)


def line(cells: Iterable[object]) -> None:
    print(
        "| " + " | ".join(f"{cell:.2f}" if isinstance(cell, float) else str(cell) for cell in cells) + " |", flush=True
    )


def heading(names: Sequence[str]) -> None:
    print()
    line(names)
    line(["---"] * len(names))


def municipalities(shared: Path, seed: int, permutations: int) -> None:
    chance = random.Random(seed)
    (source,) = (shared / "data" / "municipalities").glob("*.epml")
    heading(["process", "organisations", "rows", *STAGES, "all", "wall", "same bytes"])
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / source.name
        for name, arguments in processes(source.parent).items():
            moved = [argument.replace(str(source), str(copy)) for argument in arguments]
            copy.write_bytes(source.read_bytes())
            first = of_files(moved)
            same = True
            for _ in range(permutations):
                _shuffle_processes(source, copy, chance)
                other = of_files(chance.sample(moved, len(moved)))
                same = same and other.hashes == first.hashes
            seconds = [first.seconds[stage] for stage in STAGES]
            line([name, len(moved), first.rows, *seconds, first.total, first.wall, "yes" if same else "NO"])


def _shuffle_processes(source: Path, target: Path, chance: random.Random) -> None:
    """Write a copy of an EPML file whose processes stand in another order."""
    tree = etree.parse(source)
    for folder in list(tree.iter("directory")):
        inside = list(folder)
        folder[:] = chance.sample(inside, len(inside))
    tree.write(target, encoding="UTF-8", xml_declaration=True)


def variants(shared: Path, seed: int, permutations: int) -> None:
    chance = random.Random(seed)
    heading(["exercise", "drawings", "rows", "differences", *STAGES, "all", "wall", "same bytes"])
    for folder in sorted(path for path in (shared / "data" / "variants" / "hdbpmn").iterdir() if path.is_dir()):
        files = [f"{file.stem}={file}" for file in sorted(folder.rglob("*.bpmn"))]
        for size in SIZES:
            chosen = chance.sample(files, min(size, len(files)))
            first = of_files(chosen)
            others = [of_files(chance.sample(chosen, len(chosen))) for _ in range(permutations)]
            same = all(other.hashes == first.hashes for other in others)
            seconds = [first.seconds[stage] for stage in STAGES]
            cells = [len(chosen), first.rows, first.differences, *seconds, first.total, first.wall]
            line([folder.name, *cells, "yes" if same else "NO"])


def size(_: Path, seed: int, __: int) -> None:
    heading(["organisations", "steps", "rows", "differences", "align", "compare", "report", "html", "all", "wall"])
    run = of_parties(parties(10, 70, seed), formats=["html"])
    seconds = [run.seconds[stage] for stage in ("align", "compare", "report", "html")]
    line([10, 70, run.rows, run.differences, *seconds, run.total, run.wall])


def steps(_: Path, seed: int, __: int) -> None:
    _curve("steps", [(number, parties(3, number, seed)) for number in STEPS])


def organisations(_: Path, seed: int, __: int) -> None:
    _curve("organisations", [(number, parties(number, 30, seed)) for number in ORGANISATIONS])


def labels(_: Path, seed: int, __: int) -> None:
    stages = ("align", "compare", "report", "html")
    heading(["words", "texts", "letters", "rows", *stages, "all", "wall", "times those of 30", "MB"])
    for wording in WORDINGS:
        for sharing in SHARINGS:
            first: Run | None = None
            for letters in LETTERS:
                made = long_parties(3, 40, letters, wording=wording, sharing=sharing, seed=seed)
                run = of_parties(made, formats=["html"])
                first = first or run
                seconds = [run.seconds[stage] for stage in stages]
                grown = run.total / first.total
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                line([wording, sharing, letters, run.rows, *seconds, run.total, run.wall, grown, round(memory)])


def links(_: Path, seed: int, __: int) -> None:
    heading(["organisations", "steps", "rows", *LINKS, "all", "slowest link"])
    for number in LINK_ORGANISATIONS:
        for size_of_each in LINK_STEPS:
            run = _through_all(parties(number, size_of_each, seed))
            slowest = max(LINKS, key=lambda link: run.seconds[link])
            line([number, size_of_each, run.rows, *(run.seconds[link] for link in LINKS), run.total, slowest])


def _through_all(made: Sequence[Party]) -> Run:
    """Return what each link takes, from BPMN files to the common process as one."""
    run = Run()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, party in enumerate(made):
            target = Path(folder) / f"{number:02}.bpmn"
            target.write_bytes(write((party.process,), target.name).content)
            files.append(f"{party.organisation}={target}")
        picked = timed(run, "read", lambda: pick(files))
    timed(run, "check", lambda: [soundness(party.process) for party in picked.parties])
    compared(picked, run, formats=["html"])
    alignment = align(picked.parties)
    result = timed(run, "harmonise", lambda: harmonise(picked.parties, alignment))
    timed(run, "write", lambda: write((result.common,), "common.bpmn").content)
    return run


def _curve(name: str, points: Sequence[tuple[int, Sequence[Party]]]) -> None:
    stages = ("align", "compare", "report", "html", "xlsx", "json", "text")
    heading([name, "rows", "differences", *stages, "all", "wall", "times the row before", "exponent"])
    runs = [(number, of_parties(made)) for number, made in points]
    growth: list[tuple[object, object]] = [("", "")]
    for (before, earlier), (after, later) in pairwise(runs):
        ratio = later.total / earlier.total
        growth.append((ratio, math.log(ratio) / math.log(after / before)))
    for (number, run), grown in zip(runs, growth, strict=True):
        line([number, run.rows, run.differences, *(run.seconds[s] for s in stages), run.total, run.wall, *grown])


def chain(organisation: str, labels: Sequence[str], variant: str = "") -> Party:
    """Return a party whose process has these steps one after the other."""
    nodes = (
        Event(id="start", type="startEvent"),
        *(Activity(id=f"step{number}", name=label) for number, label in enumerate(labels)),
        Event(id="end", type="endEvent"),
    )
    flows = tuple(SequenceFlow(id=f"to-{b.id}", source=a.id, target=b.id) for a, b in pairwise(nodes))
    card = ProcessCard(organisation=organisation, variant=variant)
    return Party(
        organisation=organisation,
        variant=variant,
        process=Process(id="process", name="Tjeneste", card=card, nodes=nodes, flows=flows),
    )


def hostile_cases(seed: int) -> dict[str, tuple[Party, ...]]:
    """Return parties that are larger or odder than any real ones, by what they are."""
    chance = random.Random(seed)

    def word(letters: int) -> str:
        return "".join(chance.choice("abdefgiklmnoprstuv") for _ in range(letters))

    many = [step.name for step in parties(1, 300, seed)[0].process.steps if step.name]
    letters = word(100_000)
    text = [word(7) for _ in range(20_000)]
    shared = [f"{word(6)} {word(6)}" for _ in range(10_000)]
    return {
        "a label of 100,000 letters": (
            chain("A", [letters, *many[:10]]),
            chain("B", ["x".join((letters[:50_000], letters[50_001:])), *many[:10]]),
        ),
        "a label of 20,000 words": (
            chain("A", [" ".join(text), *many[:10]]),
            chain("B", [" ".join(chance.sample(text, len(text))), *many[:10]]),
        ),
        "5,000 steps beside 50": (
            chain("A", [f"{many[n % len(many)]} {word(6)}" for n in range(5_000)]),
            chain("B", many[:50]),
        ),
        "1,000 equal labels in each of two": (chain("A", many[:1] * 1_000), chain("B", many[:1] * 1_000)),
        "1,000 equal labels beside 999": (chain("A", many[:1] * 1_000), chain("B", many[:1] * 999)),
        "2,000 unnamed steps in two variants": (chain("A", [""] * 2_000, "i fjor"), chain("A", [""] * 2_000, "i år")),
        "chains of 1,000 steps": (
            chain("A", [f"{word(6)} {word(6)}" for _ in range(1_000)]),
            chain("B", [f"{word(6)} {word(6)}" for _ in range(1_000)]),
        ),
        "chains of 10,000 equal steps": (
            chain("A", shared),
            chain("B", shared),
        ),
    }


def hostile(_: Path, seed: int, __: int) -> None:
    stages = ("align", "compare", "report", "html", "xlsx", "json", "text")
    heading(["what", "rows", *stages, "all", "wall"])
    for name, made in hostile_cases(seed).items():
        run = of_parties(made)
        line([name, run.rows, *(run.seconds[stage] for stage in stages), run.total, run.wall])


PARTS: dict[str, Callable[[Path, int, int], None]] = {
    "municipalities": municipalities,
    "variants": variants,
    "size": size,
    "steps": steps,
    "organisations": organisations,
    "labels": labels,
    "links": links,
    "hostile": hostile,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", action="append", choices=tuple(PARTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--permutations", type=int, default=3)
    options = parser.parse_args()
    for name in options.part or PARTS:
        PARTS[name](options.shared, options.seed, options.permutations)


if __name__ == "__main__":
    main()
