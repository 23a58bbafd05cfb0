"""How long a spreadsheet of many steps takes to be written and read, and the most memory that this needs.

    python benchmarks/spreadsheet.py [ROWS]

Each part runs in a process of its own, so that its memory is its own. Printed: seconds, and peak memory in MB.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from procmap.model import Process

ROWS = 10_000


def process(rows: int) -> Process:
    """Return a process of about `rows` steps: choices and parallel parts one after the other, all filled in."""
    from procmap.model import (
        Activity,
        Control,
        Deadline,
        Duration,
        Event,
        Gateway,
        Lane,
        Process,
        SequenceFlow,
        StepDetails,
    )

    nodes: list = [Event(id="start", type="startEvent")]
    flows: list[SequenceFlow] = []
    controls: list[Control] = []

    def flow(source: str, target: str, name: str = "") -> None:
        flows.append(SequenceFlow(id=f"f{len(flows)}", source=source, target=target, name=name))

    def task() -> str:
        number = len(nodes)
        details = StepDetails(
            systems=("Sak/arkiv", "Altinn"),
            documents_in=(f"Søknad {number}",),
            documents_out=("Vedtak",),
            work_time=Duration(amount=Decimal(20), unit="minutes"),
            deadline=Deadline(amount=Decimal(3), unit="weeks", since="mottatt søknad"),
            legal_basis=("fvl. § 11 a",),
        )
        nodes.append(
            Activity(id=f"t{number}", name=f"Behandle del {number} av søknaden", type="userTask", details=details)
        )
        if number % 10 == 0:
            controls.append(Control(id=f"k{number}", name="To ser på saken", on=(f"t{number}",), type="preventive"))
        return f"t{number}"

    last, count = "start", 0
    while count < rows - 2:
        kind = "exclusiveGateway" if count % 8 else "parallelGateway"
        before = task()
        flow(last, before)
        split, join = Gateway(id=f"s{len(nodes)}", type=kind), Gateway(id=f"j{len(nodes)}", type=kind)
        nodes.append(split)
        flow(before, split.id)
        for name in ("ja", "nei"):
            part = task()
            flow(split.id, part, name if kind == "exclusiveGateway" else "")
            flow(part, join.id)
        nodes.append(join)
        last = task()
        flow(join.id, last)
        count += 4
    nodes.append(Event(id="end", type="endEvent"))
    flow(last, "end")
    roles: dict[str, list[str]] = {}
    for place, node in enumerate(nodes):
        roles.setdefault(f"Rolle {place % 5}", []).append(node.id)
    lanes = tuple(Lane(id=f"l{place}", name=role, nodes=tuple(ids)) for place, (role, ids) in enumerate(roles.items()))
    return Process(id="P", name="Stor", lanes=lanes, nodes=tuple(nodes), flows=tuple(flows), attached=tuple(controls))


def _part(part: str, path: Path, rows: int) -> None:
    from procmap.formats import read_source, write

    made = process(rows) if part == "write" else None
    content = b"" if made is not None else path.read_bytes()
    started = time.perf_counter()
    if made is not None:
        written = write((made,), path.name, language="nb").content
        seconds = time.perf_counter() - started
        path.write_bytes(written)
    else:
        document = read_source(content, path.name)
        seconds = time.perf_counter() - started
        assert len(document.processes[0].steps) >= rows - 4
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{path.suffix[1:]:5} {part:6} {rows:7} rows {seconds:6.2f} s {memory:6.0f} MB", flush=True)


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    if len(sys.argv) > 3:
        _part(sys.argv[2], Path(sys.argv[3]), rows)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name in ("stor.xlsx", "stor.csv"):
            for part in ("write", "read"):
                subprocess.run([sys.executable, __file__, str(rows), part, str(Path(folder) / name)], check=True)


if __name__ == "__main__":
    main()
