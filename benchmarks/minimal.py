"""What common processes have and nobody needs: relations, repeats, skips and gateways.

    python -m benchmarks.minimal FOLDER

FOLDER holds `municipalities` (an EPML file and its index.tsv). The six sample sets and the eight processes of the ten
municipalities are composed; a line for each tells what no source has. Relations of which one step is an open row are
counted apart: where that stands is asked.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from procmap.alignment import Party, align
from procmap.harmonisation import harmonise
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.minimal import needless
from tests.harmonisation.test_real import NAMES, municipalities


def sets(folder: Path) -> Iterator[tuple[str, list[Party]]]:
    for case in FOLDERS:
        yield case.name, list(Case(case).parties)
    for name in NAMES:
        yield name, municipalities(folder.parent, name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    print("set                steps gateways: needless relations, repeats, skips, gateways; relations of open rows")
    for name, parties in sets(folder):
        result = harmonise(parties, align(parties))
        found = needless(parties, result)
        counted = Counter(each.kind for each in found)
        told = [counted[kind] for kind in ("relation", "repeat", "skip", "gateway", "open relation")]
        gateways = sum(node.kind == "gateway" for node in result.common.nodes)
        kept = " ".join(f"{number:8}" for number in told)
        print(f"{name:18} {len(result.common.steps):5} {gateways:8} {kept}", flush=True)
        for each in [each for each in found if each.kind != "open relation"][:8]:
            print("   ", each.kind, ", ".join(each.elements), each.detail)


if __name__ == "__main__":
    main()
