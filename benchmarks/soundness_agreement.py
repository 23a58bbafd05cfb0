"""Does procmap's soundness agree with rust-bpmn-analyzer (the bindings of PyPI, an independent judge)?

    python benchmarks/soundness_agreement.py ../shared/data [--seconds 10] [--one-start] [--list]

Every pool of every process, and the inside of every sub-process, is copied in the BPMN that the analyser reads: one
process, plain start, end and intermediate events, sub-processes and calls as tasks, event-based gateways as exclusive
ones, links as flows; no messages; no boundary events, nor what only they lead to. What has an inclusive or complex
gateway is left out. A head or tail without an event gets a plain one. With --one-start, of several starts one is taken
(a start and an exclusive gateway before them), which is how BPMN reads them and the analyser does not.

Both judge the same copy, identical copies once. The analyser calls a copy sound when all its four properties hold. It
runs in a process of its own; copies on which it gives no verdict in time are counted apart. Prints how many disagree,
and why. Nothing is random.
"""

from __future__ import annotations

import argparse
import json
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from xml.sax.saxutils import quoteattr

from procmap.formats import read
from procmap.model import Activity, BadInput, Event, FlowNode, Gateway, Node, Process, SequenceFlow
from procmap.soundness import Verdict, soundness

SUFFIXES = {".bpmn", ".epml", ".pnml"}
WORKER = Path(__file__).with_name("soundness_worker.py")
INCLUSIVE = {"inclusiveGateway", "complexGateway"}
PROPERTIES = ("safeness", "option_to_complete", "proper_completion", "dead_activities")


@dataclass(frozen=True)
class Copy:
    source: str
    process: Process


def copies(folder: Path, one_start: bool, left_out: Counter[str]) -> Iterator[Copy]:
    for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES):
        try:
            processes = read(str(path)).processes
        except BadInput as error:
            left_out[f"unreadable: {error.finding.code}"] += 1
            continue
        for process in processes:
            scopes: dict[tuple[str | None, str | None], list[Node]] = {}
            for node in process.nodes:
                scopes.setdefault((node.pool, node.parent), []).append(node)
            for (pool, parent), nodes in scopes.items():
                why = unfit(nodes)
                if why:
                    left_out[why] += 1
                    continue
                where = "/".join(filter(None, (str(path.relative_to(folder)) + "#" + process.id, pool, parent)))
                yield Copy(where, copy(nodes, process.flows, one_start))


def unfit(nodes: list[Node]) -> str:
    gateways = {node.type for node in nodes if isinstance(node, Gateway)}
    if gateways & INCLUSIVE:
        return "inclusive or complex gateway"
    return "" if any(isinstance(node, Activity) for node in nodes) else "no activity"


def without_boundary(nodes: list[Node], flows: tuple[SequenceFlow, ...]) -> list[Node]:
    """Leave out boundary events and what can only be reached through them."""
    gone = {node.id for node in nodes if isinstance(node, Event) and node.attached_to}
    if not gone:
        return nodes
    into: dict[str, list[str]] = {}
    for flow in flows:
        into.setdefault(flow.target, []).append(flow.source)
    size = 0
    while size < len(gone):
        size = len(gone)
        gone |= {node.id for node in nodes if into.get(node.id) and gone.issuperset(into[node.id])}
    return [node for node in nodes if node.id not in gone]


def copy(nodes: list[Node], flows: tuple[SequenceFlow, ...], one_start: bool) -> Process:
    nodes = without_boundary(nodes, flows)
    ids = {node.id: f"n{number}" for number, node in enumerate(nodes)}
    ways = list(dict.fromkeys((ids[f.source], ids[f.target]) for f in flows if f.source in ids and f.target in ids))
    links: dict[str, str] = {}
    plain: list[Node] = []
    for node in nodes:
        plain.append(plainly(node, ids[node.id]))
        if isinstance(node, Event) and node.type == "intermediateCatchEvent":
            links.update(dict.fromkeys(link_names(node), ids[node.id]))
    for node in nodes:
        if isinstance(node, Event) and node.type == "intermediateThrowEvent":
            ways.extend((ids[node.id], links[link]) for link in link_names(node) if link in links)
    left, come = {source for source, _ in ways}, {target for _, target in ways}
    if not any(is_start(node) for node in plain):
        for node in list(plain):
            if node.id not in come and (node.id in left or len(plain) == 1):
                plain.append(Event(id=f"s_{node.id}", type="startEvent"))
                ways.append((f"s_{node.id}", node.id))
    starts = [node.id for node in plain if is_start(node) and node.id in {source for source, _ in ways}]
    if one_start and len(starts) > 1:
        plain = [Event(id=node.id, type="intermediateThrowEvent") if node.id in starts else node for node in plain]
        plain += [Event(id="s", type="startEvent"), Gateway(id="x")]
        ways += [("s", "x"), *(("x", start) for start in starts)]
    for node in list(plain):
        if (
            node.id in ids.values()
            and node.id not in left
            and (node.id in come or len(nodes) == 1)
            and not is_end(node)
        ):
            plain.append(Event(id=f"e_{node.id}", type="endEvent"))
            ways.append((node.id, f"e_{node.id}"))
    kept = {end for way in ways for end in way}
    sequence = (SequenceFlow(id=f"f{n}", source=source, target=target) for n, (source, target) in enumerate(ways))
    return Process(id="p", nodes=tuple(node for node in plain if node.id in kept), flows=tuple(sequence))


def plainly(node: FlowNode, name: str) -> Node:
    if isinstance(node, Event):
        kept = node.type if node.type in ("startEvent", "endEvent") else "intermediateThrowEvent"
        return Event(id=name, type=kept)
    if isinstance(node, Gateway):
        return Gateway(id=name, type="parallelGateway" if node.type == "parallelGateway" else "exclusiveGateway")
    return Activity(id=name, type="task")


def is_start(node: FlowNode) -> bool:
    return isinstance(node, Event) and node.type == "startEvent"


def is_end(node: FlowNode) -> bool:
    return isinstance(node, Event) and node.type == "endEvent"


def link_names(event: Event) -> list[str]:
    return [trigger.name or event.name for trigger in event.triggers if trigger.type == "link"]


def as_xml(process: Process) -> str:
    parts = ["<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'><process id='p'>"]
    for node in process.nodes:
        assert isinstance(node, Activity | Event | Gateway)
        parts.append(f"<{node.type} id={quoteattr(node.id)}></{node.type}>")
    for flow in process.flows:
        ends = f"sourceRef={quoteattr(flow.source)} targetRef={quoteattr(flow.target)}"
        parts.append(f"<sequenceFlow id={quoteattr(flow.id)} {ends}/>")
    return "".join([*parts, "</process></definitions>"])


class Judge:
    """The analyser in a process of its own."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.worker: subprocess.Popen[str] | None = None

    def ask(self, xml: str) -> dict[str, bool | str]:
        if self.worker is None:
            command = [sys.executable, str(WORKER)]
            self.worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.worker.stdin is not None
        assert self.worker.stdout is not None
        self.worker.stdin.write(json.dumps(xml) + "\n")
        self.worker.stdin.flush()
        ready, _, _ = select.select([self.worker.stdout], [], [], self.seconds)
        line = self.worker.stdout.readline() if ready else ""
        if line:
            return json.loads(line)  # type: ignore[no-any-return]
        self.close()
        return {"error": "died" if ready else f"no answer in {self.seconds:g} s"}

    def close(self) -> None:
        if self.worker is not None:
            self.worker.kill()
            self.worker.wait()
            self.worker = None


def cause(process: Process, ours: Verdict) -> str:
    codes = {finding.code for finding in ours.findings}
    if ours.verdict == "undecided":
        return "too many states for procmap"
    if sum(is_start(node) for node in process.nodes) > 1:
        return "several starts: procmap tries one of them, the analyser only all at once"
    if ours.verdict == "unsound" and codes <= {"unsound-livelock", "unsound-dead"} and "unsound-livelock" in codes:
        return "a loop without a way out: the analyser looks for stuck states only"
    if codes == {"unsound-dead"}:
        return "dead gateway or event: the analyser looks at tasks only"
    return "OTHER"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--one-start", action="store_true")
    parser.add_argument("--list", action="store_true", help="every disagreement, not only the causes")
    options = parser.parse_args()
    judge = Judge(options.seconds)
    left_out: Counter[str] = Counter()
    verdicts: Counter[str] = Counter()
    causes: Counter[str] = Counter()
    unanswered: Counter[str] = Counter()
    listed: list[str] = []
    known: dict[str, dict[str, bool | str]] = {}
    times: list[float] = []
    for one in copies(options.folder, options.one_start, left_out):
        xml = as_xml(one.process)
        began = time.perf_counter()
        ours = soundness(one.process)
        times.append(time.perf_counter() - began)
        theirs = known[xml] if xml in known else known.setdefault(xml, judge.ask(xml))
        verdicts[ours.verdict] += 1
        if "error" in theirs:
            unanswered[f"{theirs['error']} (procmap: {ours.verdict})"] += 1
            listed.append(f"{one.source}\t{ours.verdict} {[f.code for f in ours.findings]}\t{theirs['error']}")
        elif ours.verdict != ("sound" if all(theirs.values()) else "unsound"):
            why = cause(one.process, ours)
            causes[why] += 1
            broken = [name for name in PROPERTIES if theirs.get(name) is False]
            listed.append(f"{one.source}\t{ours.verdict} {[f.code for f in ours.findings]}\t{broken}\t{why}")
    judge.close()
    total = sum(verdicts.values())
    print(f"{total} copies ({len(known)} different): {dict(verdicts)}; median {median(times) * 1000:.3f} ms a verdict")
    print(f"left out: {dict(left_out)}")
    print(f"the analyser gave no verdict: {dict(unanswered)}")
    judged = total - sum(unanswered.values())
    print(f"disagreements: {sum(causes.values())} ({sum(causes.values()) / judged:.2%} of {judged})")
    for why, count in causes.most_common():
        print(f"{count:6}  {why}")
    if options.list:
        print("\n".join(listed))


if __name__ == "__main__":
    main()
