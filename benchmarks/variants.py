"""Drawings of one process by many people, harmonised three by three.

    python benchmarks/variants.py FOLDER [--seed 1] [--size 3]

FOLDER holds one folder per exercise with BPMN files (hdBPMN). The files of each exercise are put into random groups of
SIZE: printed is how many groups were composed, which laws do not hold in which group, and whether what breaks
unanimity is asked.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from procmap.alignment import Party, align
from procmap.formats import read
from procmap.harmonisation import harmonise


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=3)
    options = parser.parse_args()
    shuffled = random.Random(options.seed)
    counted: Counter[str] = Counter()
    start = time.perf_counter()
    for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        files = sorted(folder.rglob("*.bpmn"))
        shuffled.shuffle(files)
        for place in range(0, len(files) - options.size + 1, options.size):
            group = files[place : place + options.size]
            documents = [(file.stem, read(str(file))) for file in group]
            parties = [Party(organisation=name, process=one.processes[0]) for name, one in documents if one.processes]
            result = harmonise(parties, align(parties))
            broken = [law.name for law in result.invariants if not law.holds]
            asked = any(question.question.code == "order-agreed-broken" for question in result.open)
            counted["groups"] += 1
            counted.update(broken)
            if broken:
                print(folder.name, ", ".join(file.stem for file in group), broken, "asked" if asked else "NOT ASKED")
    print(f"seed {options.seed}: {dict(counted)}, {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
