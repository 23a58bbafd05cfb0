"""The eight processes of the ten CoSeLoG municipalities, harmonised and judged.

    python -m benchmarks.municipalities FOLDER [--part PART ...] [--out DIR] [--permutations 2] [--seed 1]

FOLDER holds the EPML file and its index.tsv (columns epcId, process, municipality). Parts:

all    all ten, with the rows of few as open ones: through the command line, in the order of the index and in
       PERMUTATIONS random ones; whether all give the same bytes, and whether they are valid against the OMG's schemas
kept   all ten, on the kept rows alone: a file of decisions drops every other row
draws  a hundred random threes, both ways
sizes  2 to 10 random municipalities of each process, both ways

Whether the laws hold, and whether each question is true of the sources, is judged apart from the program
(`benchmarks/judge.py`). `union` is the number of gateways of the plain union of the sources, of the kept rows in the
part `kept`, where `of all rows` is that of all. Seconds are the processor time of the whole command.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from statistics import median

from lxml import etree

from benchmarks.harmonised import (
    composed,
    gateways,
    judged,
    on_kept_rows,
    questions,
    run,
    union_gateways,
)
from benchmarks.judge import Court, Judgement
from benchmarks.soundness_agreement import Judge
from procmap.harmonisation import Harmonisation

SECONDS = 10
"""What the analyser is given for one process."""
DRAWS = 100
SIZES = range(2, 11)


def processes(folder: Path) -> dict[str, list[str]]:
    """Return the arguments for each process: MUNICIPALITY=FILE#ID."""
    (source,) = folder.glob("*.epml")
    found: dict[str, list[str]] = defaultdict(list)
    with (folder / "index.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["process"]].append(f"{row['municipality']}={source}#{row['epcId']}")
    return found


@dataclass
class Bench:
    """Where results are written, and who judges them."""

    out: Path
    permutations: int
    seed: int
    analyser: Judge
    judged: Counter[str]

    def both(self, arguments: Sequence[str]) -> list[tuple[str, Harmonisation, Judgement]]:
        """Return the results with open rows and on the kept rows alone, judged."""
        with_open = composed(arguments)
        alignment = with_open.aligned.alignment
        assert alignment is not None
        court = Court(with_open.aligned.parties, alignment, self.analyser)
        kept = on_kept_rows(arguments, with_open, self.out / "decisions.json")
        results = []
        for name, one in (("open", with_open), ("kept", kept)):
            result, judgement = judged(court, one)
            self.judged += judgement.judged
            results.append((name, result, judgement))
        return results


def everything(named: dict[str, list[str]], bench: Bench) -> None:
    schema = etree.XMLSchema(etree.parse(str(resources.files("SpiffWorkflow") / "bpmn/parser/schema/BPMN20.xsd")))
    shuffled = random.Random(bench.seed)
    print("process  steps gateways union  order optional other  rows  broken  valid  same bytes  seconds")
    for name, arguments in named.items():
        target = bench.out / f"{name}.bpmn"
        first = run(arguments, target)
        same = True
        for _ in range(bench.permutations):
            other = run(shuffled.sample(arguments, len(arguments)), target)
            same = same and (other.content, other.answer) == (first.content, first.answer)
        valid = schema.validate(etree.fromstring(first.content))
        harmonised = composed(arguments)
        assert harmonised.aligned.alignment is not None
        court = Court(harmonised.aligned.parties, harmonised.aligned.alignment, bench.analyser)
        result, judgement = judged(court, harmonised)
        bench.judged += judgement.judged
        _line(name, result, judgement, f"{union_gateways(harmonised):5}")
        print(f"  {'yes' if valid else 'NO':5}  {'yes' if same else 'NO':10}  {first.seconds:.2f}")
        _tell(judgement)


def kept_rows(named: dict[str, list[str]], bench: Bench) -> None:
    print("process  steps gateways union of all rows  order optional other  rows  broken  seconds")
    for name, arguments in named.items():
        with_open = composed(arguments)
        decisions = bench.out / f"{name}.decisions.json"
        harmonised = on_kept_rows(arguments, with_open, decisions)
        measured = run(arguments, bench.out / f"{name}.kept.bpmn", decisions)
        assert harmonised.aligned.alignment is not None
        court = Court(harmonised.aligned.parties, harmonised.aligned.alignment, bench.analyser)
        result, judgement = judged(court, harmonised)
        bench.judged += judgement.judged
        _line(name, result, judgement, f"{union_gateways(harmonised):5} {union_gateways(with_open):11}")
        print(f"  {measured.seconds:.2f}")
        _tell(judgement)


def _line(name: str, result: Harmonisation, judgement: Judgement, unions: str) -> None:
    asked = Counter(question.kind for question in result.open)
    other = len(result.open) - asked["order"] - asked["optional"] - asked["row"]
    print(
        f"{name:8} {len(list(result.common.steps)):5} {gateways(result):8} {unions}  {asked['order']:5} "
        f"{asked['optional']:8} {other:5} {asked['row']:5}  {len(judgement.violations):6}",
        end="",
    )


def _tell(judgement: Judgement) -> None:
    for violation in judgement.violations[:10]:
        print(f"    {violation[:400]}")


def draws(named: dict[str, list[str]], bench: Bench) -> None:
    chance = random.Random(bench.seed)
    chosen = [(name, chance.sample(named[name], 3)) for name in (chance.choice(sorted(named)) for _ in range(DRAWS))]
    _groups("threes", chosen, bench)


def sizes(named: dict[str, list[str]], bench: Bench) -> None:
    chance = random.Random(bench.seed)
    for size in SIZES:
        _groups(f"{size} organisations", [(name, chance.sample(named[name], size)) for name in named], bench)


def _groups(title: str, groups: Sequence[tuple[str, list[str]]], bench: Bench) -> None:
    """Print what becomes of groups of municipalities, with open rows and without."""
    asked: dict[str, list[int]] = {"open": [], "kept": []}
    sound: Counter[str] = Counter()
    broken: Counter[str] = Counter()
    for name, arguments in groups:
        for rows, result, judgement in bench.both(arguments):
            asked[rows].append(questions(result))
            sound[rows] += result.verdict.verdict == "sound"
            broken[rows] += bool(judgement.violations)
            if judgement.violations:
                who = " ".join(argument.split("=")[0] for argument in arguments)
                print(f"  {name} {who} ({rows})")
                _tell(judgement)
    for rows, counts in asked.items():
        ninth = sorted(counts)[(9 * len(counts) - 1) // 10]
        print(
            f"{title}, {rows} rows: {sound[rows]} of {len(counts)} sound, {broken[rows]} break a law; questions of "
            f"kind order or optional: median {median(counts):g}, 90th percentile {ninth}, none in {counts.count(0)}"
        )


PARTS = {"all": everything, "kept": kept_rows, "draws": draws, "sizes": sizes}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", action="append", choices=tuple(PARTS))
    parser.add_argument("--out", type=Path)
    parser.add_argument("--permutations", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    out = options.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    bench = Bench(out, options.permutations, options.seed, Judge(SECONDS), Counter())
    named = processes(options.folder)
    for part in options.part or PARTS:
        print(f"\n{part}")
        PARTS[part](named, bench)
    bench.analyser.close()
    print("\njudged:", ", ".join(f"{law} {count}" for law, count in sorted(bench.judged.items())))


if __name__ == "__main__":
    main()
