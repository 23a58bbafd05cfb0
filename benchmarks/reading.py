"""How long reading BPMN into the model takes, beside bare lxml, bpmn-io and (where npm unpacked it) bpmn-moddle.

    python benchmarks/reading.py FOLDER [--rounds 5]

Reads every .bpmn file below FOLDER with each reader in turn, ROUNDS times, and prints the median of the rounds in
milliseconds a file and as a ratio to lxml, which parses and writes the tree and does nothing else.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

MODDLE = """
const fs = require('fs');
(async () => {
  const {BpmnModdle} = await import('bpmn-moddle');
  const files = JSON.parse(fs.readFileSync(0, 'utf8'));
  const texts = files.map(f => fs.readFileSync(f, 'utf8'));
  let failed = 0;
  const start = process.hrtime.bigint();
  for (const text of texts) { try { await new BpmnModdle().fromXML(text); } catch (e) { failed++; } }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  console.log(JSON.stringify({seconds, failed}));
})();
"""


def with_lxml(source: bytes) -> None:
    from lxml import etree

    etree.tostring(etree.fromstring(source))


def with_procmap(source: bytes) -> None:
    from procmap.formats import read_source

    read_source(source, "benchmark.bpmn")


def with_bpmn_io(source: bytes) -> None:
    import bpmn_io

    bpmn_io.create_moddle().from_xml(source.decode("utf-8"))


def timed(reader: Callable[[bytes], None], sources: list[bytes]) -> tuple[float, int]:
    """Return seconds for all sources, and how many the reader refused."""
    refused = 0
    start = time.perf_counter()
    for source in sources:
        try:
            reader(source)
        except Exception:  # noqa: BLE001 - a refusal of whatever kind is counted
            refused += 1
    return time.perf_counter() - start, refused


def moddle(paths: list[Path]) -> tuple[float, int] | None:
    """Return what bpmn-moddle takes inside one node process, None where it is not there."""
    if not Path("node_modules/bpmn-moddle").is_dir():
        return None
    names = json.dumps([str(path.resolve()) for path in paths])
    done = subprocess.run(["node", "-e", MODDLE], input=names, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    return answer["seconds"], answer["failed"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.bpmn"))
    sources = [path.read_bytes() for path in paths]
    readers = {"lxml": with_lxml, "procmap": with_procmap, "bpmn-io": with_bpmn_io}
    times: dict[str, list[float]] = {}
    refused: dict[str, int] = {}
    for _ in range(arguments.rounds):
        for name, reader in readers.items():
            seconds, refused[name] = timed(reader, sources)
            times.setdefault(name, []).append(seconds)
        measured = moddle(paths)
        if measured is not None:
            times.setdefault("bpmn-moddle", []).append(measured[0])
            refused["bpmn-moddle"] = measured[1]
    base = statistics.median(times["lxml"])
    print(f"{len(paths)} files, {sum(map(len, sources)) / 1e6:.1f} MB, median of {arguments.rounds} rounds")
    for name, seconds in times.items():
        middle = statistics.median(seconds)
        each, ratio = 1000 * middle / len(paths), middle / base
        print(f"{name:12} {each:8.2f} ms a file {ratio:7.1f} x lxml   refused {refused[name]}")


if __name__ == "__main__":
    main()
