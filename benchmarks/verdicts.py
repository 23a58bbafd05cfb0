"""How many verdicts on soundness are undecided, and are the others, and all relations, those of a plain token game?

    python -m benchmarks.verdicts [FOLDER] [--generated 5000] [--seed 1] [--list]

Judged is every process of every file below FOLDER that can be read, and GENERATED random ones: blocks of 5 to 60 steps
(sequence, exclusive, parallel and inclusive ways, loops), half of them drawn wrongly: a gateway of another type, a flow
that leads elsewhere. Where the game (`benchmarks/token_game.py`) knows all that is drawn and has few states, what it
says is compared; how many these were is printed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.token_game import TokenGame, Unplayable
from procmap.behaviour import read_process
from procmap.formats import read
from procmap.model import BadInput, Gateway, Process
from procmap.soundness import soundness
from tests.behaviour.blocks import NOTHING, drawn

SUFFIXES = {".bpmn", ".epml", ".pnml", ".xlsx", ".csv", ".json"}
STATES = 500
"""Of a process with more, no game is played."""
KINDS = ("seq", "seq", "xor", "xor", "and", "or", "loop")
TYPES = ("exclusiveGateway", "parallelGateway", "inclusiveGateway")


def of_files(folder: Path) -> Iterator[tuple[str, Process]]:
    """Yield every process that can be read, with where it comes from."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES):
        try:
            processes = read(str(path)).processes
        except BadInput:
            continue
        yield from ((f"{path.relative_to(folder)}#{one.id}", one) for one in processes)


def generated(number: int, seed: int) -> Iterator[tuple[str, Process]]:
    """Yield random processes, every second one drawn wrongly."""
    for place in range(number):
        chance = random.Random(f"{seed} {place}")
        names = (f"t{step}" for step in range(60))
        process = drawn(_block(chance.randint(5, 60), names, chance))
        yield f"generated {place}", _drawn_wrongly(process, chance) if place % 2 else process


def _block(size: int, names: Iterator[str], chance: random.Random) -> Any:
    if size == 1:
        return next(names)
    kind = chance.choice(KINDS)
    cut = chance.randint(1, size - 1)
    parts = [_block(cut, names, chance), _block(size - cut, names, chance)]
    if kind == "xor" and chance.random() < 0.3:
        return ("xor", (("seq", tuple(parts)), NOTHING))
    return (kind, tuple(parts))


def _drawn_wrongly(process: Process, chance: random.Random) -> Process:
    """Return a process in which one gateway is of another type, or one flow leads elsewhere."""
    gateways = [node.id for node in process.nodes if isinstance(node, Gateway)]
    if gateways and chance.random() < 0.7:
        wrong, kind = chance.choice(gateways), chance.choice(TYPES)
        nodes = tuple(node.replace(type=kind) if node.id == wrong else node for node in process.nodes)
        return process.replace(nodes=nodes)
    flow, node = chance.choice(process.flows), chance.choice(process.nodes[1:])
    return process.replace(flows=tuple(f.replace(target=node.id) if f is flow else f for f in process.flows))


def relations(process: Process, game: TokenGame) -> Counter[bool]:
    """Return how many pairs of steps stand as by play, and how many do not."""
    found: Counter[bool] = Counter()
    for reading in read_process(process):
        order = reading.order()
        steps = [step.id for step in process.steps if step.id in order.number and game.happens(step.id)]
        found.update(order.relation(*pair) == game.relation(*pair) for pair in combinations(steps, 2))
    return found


def judge(title: str, named: Iterable[tuple[str, Process]], listed: bool) -> None:
    verdicts: Counter[str] = Counter()
    games: Counter[str] = Counter()
    times: list[float] = []
    pairs: Counter[bool] = Counter()
    for name, process in named:
        start = time.process_time()
        ours = soundness(process).verdict
        times.append(time.process_time() - start)
        verdicts[ours] += 1
        if listed and ours == "undecided":
            print(f"  undecided: {name}")
        try:
            game = TokenGame(process, STATES)
        except Unplayable as unplayable:
            games[f"not played: {unplayable}"] += 1
            continue
        theirs = "unsound" if game.faults else "sound"
        games["same" if theirs == ours else "OTHER"] += 1
        if theirs == ours == "sound":
            pairs += relations(process, game)
        if theirs != ours:
            print(f"  {name}: {ours}, by play {theirs}")
    total = verdicts.total()
    if not total:
        return
    print(f"{title}: {total} processes, {dict(verdicts)}, undecided {verdicts['undecided'] / total:.3%}")
    print(f"  median {median(times) * 1000:.2f} ms, slowest {max(times):.2f} s; by play {dict(games)}")
    print(f"  relations of two steps of sound processes: {pairs[True]} the same by play, {pairs[False]} OTHER")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--generated", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="name what is undecided")
    options = parser.parse_args()
    if options.folder is not None:
        judge("files", of_files(options.folder), options.list)
    judge("generated", generated(options.generated, options.seed), options.list)


if __name__ == "__main__":
    main()
