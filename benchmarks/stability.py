"""How much of a drawing moves when one thing is edited.

    python -m benchmarks.stability FOLDER... [--seed 1] [--edits 3]

Every .bpmn file below the folders that has a drawing is read; for every process, and each kind of edit, some random
steps are taken: moved to another lane, added behind, removed, renamed. The process is laid out again with the file's
own drawing as what is fixed (`place(process, fixed=...)`), and the other nodes that do not lie where they lay are
counted; for comparison also with the process laid out anew before and after. Prints for every kind the edits, the mean
share of other nodes that moved, how many edits moved a tenth or more, and the slowest.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from procmap.formats.registry import read
from procmap.layout import place
from procmap.model import Activity, BadInput, Diagram, Lane, Process, SequenceFlow

Edit = Callable[[Process, random.Random], tuple[Process, str] | None]


def to_another_lane(process: Process, chance: random.Random) -> tuple[Process, str] | None:
    nodes = {node.id: node for node in process.nodes if isinstance(node, Activity) and node.parent is None}
    outer = {lane.parent for lane in process.lanes}
    lanes = [lane for lane in process.lanes if lane.id not in outer and lane.scope is None]
    choices = [
        (step, lane, other)
        for lane in lanes
        for step in lane.nodes
        for other in lanes
        if step in nodes and other.id != lane.id and other.pool == lane.pool
    ]
    if not choices:
        return None
    step, source, target = chance.choice(choices)
    holders = {source.id, *_around(process, source)} - {target.id, *_around(process, target)}
    lanes_now = []
    for lane in process.lanes:
        held = tuple(key for key in lane.nodes if key != step or lane.id not in holders)
        lanes_now.append(lane.replace(nodes=(*held, step) if lane.id == target.id else held))
    return process.replace(lanes=tuple(lanes_now)), step


def _around(process: Process, lane: Lane) -> list[str]:
    parents = {lane.id: lane.parent for lane in process.lanes}
    return _holders(lane.id, parents)[1:]


def a_step_added(process: Process, chance: random.Random) -> tuple[Process, str] | None:
    flows = [flow for flow in process.flows if flow.source != flow.target]
    nodes = {node.id: node for node in process.nodes}
    flows = [flow for flow in flows if flow.source in nodes and flow.target in nodes]
    if not flows:
        return None
    split = chance.choice(flows)
    before = nodes[split.source]
    step = Activity(id="procmap-new", name="Kontrollere svar", parent=before.parent, pool=before.pool)
    lanes = (lane.replace(nodes=(*lane.nodes, step.id)) if before.id in lane.nodes else lane for lane in process.lanes)
    now = tuple(flow.replace(target=step.id) if flow is split else flow for flow in process.flows)
    onward = SequenceFlow(id="procmap-on", source=step.id, target=split.target, parent=split.parent, pool=split.pool)
    return process.replace(nodes=(*process.nodes, step), flows=(*now, onward), lanes=tuple(lanes)), step.id


def a_step_removed(process: Process, chance: random.Random) -> tuple[Process, str] | None:
    holders = {getattr(element, "parent", None) for element in process.elements()}
    steps = [node for node in process.nodes if isinstance(node, Activity) and node.id not in holders]
    if not steps:
        return None
    gone = chance.choice(steps).id
    lost = {gone, *(node.id for node in process.nodes if getattr(node, "attached_to", None) == gone)}
    leading = [flow for flow in process.flows if flow.target == gone and flow.source not in lost]
    on = [flow for flow in process.flows if flow.source == gone and flow.target not in lost]
    flows = []
    for flow in process.flows:
        if flow in leading and len(on) == 1:
            flows.append(flow.replace(target=on[0].target))
        elif flow.source not in lost and flow.target not in lost:
            flows.append(flow)
    return process.replace(
        nodes=tuple(node for node in process.nodes if node.id not in lost),
        flows=tuple(flows),
        lanes=tuple(lane.replace(nodes=tuple(key for key in lane.nodes if key not in lost)) for lane in process.lanes),
        message_flows=tuple(flow for flow in process.message_flows if not {flow.source, flow.target} & lost),
        data_associations=tuple(flow for flow in process.data_associations if flow.node not in lost),
        associations=tuple(line for line in process.associations if not {line.source, line.target} & lost),
    ), gone


def a_step_renamed(process: Process, chance: random.Random) -> tuple[Process, str] | None:
    steps = [node for node in process.nodes if isinstance(node, Activity)]
    if not steps:
        return None
    step = chance.choice(steps)
    name = "Kontrollere om søknaden er fullstendig, og be om det som mangler"
    nodes = tuple(node.replace(name=name) if node is step else node for node in process.nodes)
    return process.replace(nodes=nodes), step.id


EDITS: dict[str, Edit] = {
    "to another lane": to_another_lane,
    "a step added": a_step_added,
    "a step removed": a_step_removed,
    "a step renamed": a_step_renamed,
}


def share_moved(process: Process, edited: str, was: Diagram, now: Diagram) -> float:
    """Return the share of the other nodes that do not lie where they lay.

    What lies in the edited step or on its border goes with it, and is none of the others.
    """
    holders = {node.id: getattr(node, "attached_to", None) or node.parent for node in process.nodes}
    nodes = [node.id for node in process.nodes if edited not in _holders(node.id, holders)]
    before = {shape.element: (shape.bounds.x, shape.bounds.y) for shape in reversed(was.shapes)}
    after = {shape.element: (shape.bounds.x, shape.bounds.y) for shape in reversed(now.shapes)}
    others = [key for key in nodes if key in before and key in after]
    return sum(before[key] != after[key] for key in others) / len(others) if others else 0.0


def _holders(key: str, holders: Mapping[str, str | None]) -> list[str]:
    """Return a node, what holds it, what holds that, and so on."""
    found: list[str] = []
    at: str | None = key
    while at is not None and at not in found:
        found.append(at)
        at = holders.get(at)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--edits", type=int, default=3, help="of each kind, in each process")
    options = parser.parse_args()
    moved: dict[str, list[float]] = defaultdict(list)
    anew: dict[str, list[float]] = defaultdict(list)
    slowest: dict[str, float] = defaultdict(float)
    drawn = 0
    for path in sorted(path for folder in options.folders for path in folder.rglob("*.bpmn")):
        try:
            document = read(str(path))
        except BadInput:
            continue
        for number, process in enumerate(document.processes):
            keys = {node.id for node in process.nodes}
            own = [diagram for diagram in document.diagrams if any(shape.element in keys for shape in diagram.shapes)]
            if not own:
                continue
            drawn += 1
            given = place(process, fixed=own[0])
            whole = place(process)
            for kind, edit in EDITS.items():
                chance = random.Random(f"{options.seed} {path.name} {number} {kind}")
                for _ in range(options.edits):
                    made = edit(process, chance)
                    if made is None:
                        break
                    edited, step = made
                    start = time.perf_counter()
                    now = place(edited, fixed=given)
                    slowest[kind] = max(slowest[kind], time.perf_counter() - start)
                    moved[kind].append(share_moved(edited, step, given, now))
                    anew[kind].append(share_moved(edited, step, whole, place(edited)))
    print(f"{drawn} processes with drawings, seed {options.seed}")
    for kind in EDITS:
        shares = moved[kind]
        if shares:
            much = sum(share >= 0.1 for share in shares)
            print(
                f"{kind}: {len(shares)} edits; {sum(shares) / len(shares):.2%} of the other nodes moved"
                f" (anew: {sum(anew[kind]) / len(shares):.2%}); a tenth or more in {much}"
                f" ({much / len(shares):.1%}); nothing in {shares.count(0.0)}; slowest {slowest[kind]:.2f} s"
            )


if __name__ == "__main__":
    main()
