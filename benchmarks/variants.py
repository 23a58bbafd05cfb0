"""Drawings of one process by many people, harmonised and judged.

    python -m benchmarks.variants FOLDER [--size 3 --size 10 ...] [--groups N] [--seed 1]

FOLDER holds one folder per exercise with BPMN files (hdBPMN). The files of each exercise are put into random groups of
each SIZE (3, 10 and 50 when none is named), N of them at most. Printed is how many groups were composed, what breaks a
law in which group (judged apart from the program, `benchmarks/judge.py`), and whether what all agree on and does not
hold is asked about.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from benchmarks.judge import Court
from benchmarks.soundness_agreement import Judge
from procmap.alignment import Party, align
from procmap.formats import read
from procmap.harmonisation import harmonise

SIZES = (3, 10, 50)
SECONDS = 10
"""What the analyser is given for one process."""


def groups(folder: Path, size: int, most: int | None, chance: random.Random) -> list[list[Party]]:
    """Return the drawings of an exercise in random groups."""
    files = sorted(folder.rglob("*.bpmn"))
    chance.shuffle(files)
    made = []
    for place in list(range(0, len(files) - size + 1, size))[:most]:
        documents = [(file.stem, read(str(file))) for file in files[place : place + size]]
        made.append([Party(organisation=name, process=one.processes[0]) for name, one in documents if one.processes])
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, action="append")
    parser.add_argument("--groups", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    analyser = Judge(SECONDS)
    for size in options.size or SIZES:
        chance = random.Random(options.seed)
        counted: Counter[str] = Counter()
        judged: Counter[str] = Counter()
        slowest = 0.0
        for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
            for parties in groups(folder, size, options.groups, chance):
                start = time.process_time()
                alignment = align(parties)
                result = harmonise(parties, alignment)
                slowest = max(slowest, time.process_time() - start)
                judgement = Court(parties, alignment, analyser).judge(result)
                asked = any(question.question.code == "order-agreed-broken" for question in result.open)
                counted["groups"] += 1
                counted[result.verdict.verdict] += 1
                judged += judgement.judged
                laws = {violation.split(":")[0] for violation in judgement.violations} - {"told"}
                counted.update(f"{law} broken" for law in laws)
                if judgement.violations:
                    print(
                        folder.name,
                        ", ".join(party.organisation for party in parties[:10]),
                        "asked" if asked else "NOT ASKED",
                    )
                    for violation in judgement.violations[:6]:
                        print(f"    {violation[:300]}")
        print(f"{size} drawings, seed {options.seed}: {dict(counted)}, slowest {slowest:.1f} s", flush=True)
        print("  judged:", ", ".join(f"{law} {count}" for law, count in sorted(judged.items())))
    analyser.close()


if __name__ == "__main__":
    main()
