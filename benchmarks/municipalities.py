"""The eight processes of the ten CoSeLoG municipalities, harmonised through the command line.

    python benchmarks/municipalities.py FOLDER [--out DIR] [--permutations 2]

FOLDER holds the EPML file and its index.tsv (columns epcId, process, municipality). For each process, all its
municipalities are harmonised in the order of the index and in PERMUTATIONS random orders (seed 1): the table says how
many steps came out, whether the result can run, which laws hold, how much is asked, whether every step has one fate,
whether the file is valid against the OMG's schemas, whether all orders give the same bytes, and the time of one run.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import io
import json
import random
import tempfile
import time
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

from lxml import etree

from procmap.cli import main as procmap


def processes(folder: Path) -> dict[str, list[str]]:
    """Return the arguments for each process: MUNICIPALITY=FILE#ID."""
    (source,) = folder.glob("*.epml")
    found: dict[str, list[str]] = defaultdict(list)
    with (folder / "index.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            found[row["process"]].append(f"{row['municipality']}={source}#{row['epcId']}")
    return found


def harmonise(arguments: list[str], target: Path) -> tuple[dict, bytes, float]:
    """Return the answer, the bytes of the common process, and the seconds that it took."""
    printed = io.StringIO()
    start = time.perf_counter()
    with contextlib.redirect_stdout(printed):
        code = procmap(["harmonise", *arguments, "-o", str(target), "--force", "--format", "json"])
    seconds = time.perf_counter() - start
    if code != 0:
        raise SystemExit(f"exit {code}: {printed.getvalue()[:500]}")
    return json.loads(printed.getvalue()), target.read_bytes(), seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--permutations", type=int, default=2)
    options = parser.parse_args()
    out = options.out or Path(tempfile.mkdtemp())
    out.mkdir(parents=True, exist_ok=True)
    schema = etree.XMLSchema(etree.parse(str(resources.files("SpiffWorkflow") / "bpmn/parser/schema/BPMN20.xsd")))
    shuffled = random.Random(1)
    print("process  steps gateways  verdict   asked  laws broken                fates  valid  same bytes  seconds")
    for name, arguments in processes(options.folder).items():
        target = out / f"{name}.bpmn"
        answer, content, seconds = harmonise(arguments, target)
        same = True
        for _ in range(options.permutations):
            other = harmonise(shuffled.sample(arguments, len(arguments)), target)
            same = same and other[1] == content and other[0] == answer
        fates = Counter((entry["from"]["process"], entry["from"]["step"]) for entry in answer["trace"])
        steps = {(process["id"], step["id"]) for process in answer["processes"] for step in process["steps"]}
        whole = set(fates) == steps and set(fates.values()) == {1}
        broken = ", ".join(law["name"] for law in answer["invariants"] if not law["holds"]) or "none"
        common, verdict = answer["common"], answer["soundness"]["verdict"]
        valid = schema.validate(etree.fromstring(content))
        print(
            f"{name:8} {len(common['steps']):5} {len(common['gateways']):8}  {verdict:9} {len(answer['open']):5}  "
            f"{broken:25}  {'all' if whole else 'NOT':5}  {'yes' if valid else 'NO':5}  {'yes' if same else 'NO':10}  "
            f"{seconds:.2f}"
        )


if __name__ == "__main__":
    main()
