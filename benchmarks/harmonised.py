"""Harmonising files as a user does, and what can be counted in the answer."""

from __future__ import annotations

import contextlib
import io
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.judge import Court, Judgement
from procmap.answers.harmonise import Harmonised, harmonise_files
from procmap.cli import main as procmap
from procmap.harmonisation import Harmonisation
from procmap.model import Decision, Decisions

ON_FLOW = ("order", "optional")
"""The kinds of questions that are about the flow of work."""


@dataclass(frozen=True)
class Run:
    """What `procmap harmonise` answered, the bytes of the common process, and the processor time it took."""

    answer: dict[str, Any]
    content: bytes
    seconds: float


def run(arguments: Sequence[str], target: Path, decisions: Path | None = None) -> Run:
    """Run `procmap harmonise` on files, with a file of decisions where one is given."""
    options = [] if decisions is None else ["--decisions", str(decisions)]
    printed = io.StringIO()
    start = time.process_time()
    with contextlib.redirect_stdout(printed):
        code = procmap(["harmonise", *arguments, *options, "-o", str(target), "--force", "--format", "json"])
    seconds = time.process_time() - start
    if code != 0:
        raise SystemExit(f"exit {code}: {printed.getvalue()[:500]}")
    return Run(json.loads(printed.getvalue()), target.read_bytes(), seconds)


def on_kept_rows(arguments: Sequence[str], with_open: Harmonised, file: Path) -> Harmonised:
    """Return the same once more with decisions, written to `file`, that drop every open row, until no row is open."""
    made: list[Decision] = []
    harmonised = with_open
    while harmonised.result is not None:
        left = [question for question in harmonised.result.open if question.kind == "row"]
        if made and not left:
            break
        if len(made) > len(harmonised.result.trace):
            raise SystemExit(f"rows stay open though they are dropped: {left[0].question.params}")
        made += [
            Decision(id=f"drop-{number}", about=question.about, choice="drop", reason="few do it")
            for number, question in enumerate(left, start=len(made) + 1)
        ]
        file.write_text(Decisions(decisions=tuple(made)).model_dump_json(by_alias=True), encoding="utf-8")
        harmonised = composed(arguments, file)
        if not left:
            break
    return harmonised


def composed(arguments: Sequence[str], decisions: Path | None = None) -> Harmonised:
    """Return what the files give, as the command has it before it is printed."""
    return harmonise_files(arguments, decisions="" if decisions is None else str(decisions))


def judged(court: Court, harmonised: Harmonised) -> tuple[Harmonisation, Judgement]:
    """Return a result and what can be said of it."""
    if harmonised.result is None:
        raise SystemExit(f"nothing was composed: {[file.error.text for file in harmonised.aligned.picked.unread]}")
    return harmonised.result, court.judge(harmonised.result)


def questions(result: Harmonisation, kinds: Iterable[str] = ON_FLOW) -> int:
    """Return how many questions of some kinds are asked."""
    counted = Counter(question.kind for question in result.open)
    return sum(counted[kind] for kind in kinds)


def gateways(result: Harmonisation) -> int:
    """Return how many gateways the common process has."""
    return sum(node.kind == "gateway" for node in result.common.nodes)


def union_gateways(harmonised: Harmonised) -> int:
    """Return how many gateways the plain union of the sources needs.

    It has the steps of the common process and an arc between two of them where one directly follows the other in a
    source, other steps passed over: a step with several arcs out needs a split, one with several in a join.
    """
    result = harmonised.result
    if result is None:
        return 0
    common = {step.id for step in result.common.steps}
    to: dict[str, dict[str, str]] = {}
    for entry in result.trace:
        if entry.to in common and entry.to is not None:
            to.setdefault(entry.process, {})[entry.step] = entry.to
    arcs: set[tuple[str, str]] = set()
    for party in harmonised.aligned.parties:
        following: dict[str, list[str]] = {}
        for flow in party.process.flows:
            following.setdefault(flow.source, []).append(flow.target)
        arcs |= direct_follows(following, to.get(party.id, {}))
    out, into = Counter(source for source, _ in arcs), Counter(target for _, target in arcs)
    return sum(count > 1 for count in (*out.values(), *into.values()))


def direct_follows(following: Mapping[str, Sequence[str]], to: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return the pairs of nodes of `to` of which one follows the other with none of them between, as `to` calls them.

    `following`: the nodes that flows lead to from each node.
    """
    arcs = set()
    for step, name in to.items():
        pending, seen = list(following.get(step, ())), set()
        while pending:
            node = pending.pop()
            if node in to:
                arcs.add((name, to[node]))
            elif node not in seen:
                seen.add(node)
                pending.extend(following.get(node, ()))
    return arcs
