"""Reading a golden case (docs/cases.md), and measuring an answer against it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from procmap.alignment import Alignment, Party
from procmap.behaviour import References, read_process
from procmap.formats import read
from procmap.harmonisation import Harmonisation
from procmap.model import Confirmations, Index, Process, StepReference
from procmap.model.decisions import Part

CASES = Path(__file__).parent
ROOT = CASES.parents[1]
FOLDERS = sorted(path.parent for path in CASES.glob("*/case.json"))

Step = tuple[str, str]
"""An organisation and the id of one of its steps."""


@dataclass(frozen=True)
class Score:
    """How many pairs of steps are in one row in the answer, in the gold, in both; doubtful pairs are not counted."""

    found: int
    wanted: int
    both: int

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.wanted if self.wanted else 1.0


@dataclass(frozen=True)
class Missed:
    """What a common process does not have as the gold has it.

    Relations, fates of steps and of attached values; roles as (step of the gold, wanted, found).
    """

    relations: tuple[tuple[str, str, str], ...]
    steps: tuple[Step, ...]
    attached: tuple[Step, ...]
    roles: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Case:
    """One case: its files as they are, and its sources as processes."""

    folder: Path

    def load(self, name: str) -> dict[str, Any]:
        """Return one of the case's files."""
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    @cached_property
    def processes(self) -> dict[str, Process]:
        """The process of each organisation."""
        found: dict[str, Process] = {}
        for source in self.load("case.json")["sources"]:
            processes = read(str(ROOT / source["file"])).processes
            wanted = source.get("process")
            found[source["organisation"]] = next(one for one in processes if wanted in (None, one.id, one.name))
        return found

    @property
    def parties(self) -> tuple[Party, ...]:
        """The organisations as parties of an alignment."""
        return tuple(
            Party(
                organisation=organisation,
                variant="",
                process=process.replace(card=process.card.replace(organisation=organisation)),
            )
            for organisation, process in sorted(self.processes.items())
        )

    @cached_property
    def rows(self) -> dict[str, frozenset[Step]]:
        """The steps of each row of the gold."""
        return {
            row["id"]: frozenset((who, step) for who, steps in row["steps"].items() for step in steps)
            for row in self.load("alignment.json")["rows"]
        }

    @cached_property
    def doubtful(self) -> frozenset[frozenset[Step]]:
        """The pairs on which good people could disagree."""
        pairs = self.load("alignment.json")["doubtful"]
        return frozenset(frozenset((pair[end]["organisation"], pair[end]["step"]) for end in "ab") for pair in pairs)

    @cached_property
    def confirmations(self) -> Confirmations:
        """The alignment of the gold as people would confirm it."""
        references = {party.organisation: References(party.process) for party in self.parties}

        def cite(who: str, step: str) -> StepReference:
            return references[who].make(step, who, "")

        rows = [tuple(cite(who, step) for who, step in sorted(row)) for row in self.rows.values()]
        parts = [
            Part(part=cite(part["organisation"], part["step"]), whole=cite(whole["organisation"], whole["step"]))
            for part, whole in ((entry["part"], entry["whole"]) for entry in self.load("alignment.json")["part_of"])
        ]
        return Confirmations(
            same=tuple(row for row in rows if len(row) > 1),
            part_of=tuple(parts),
            alone=tuple(row[0] for row in rows if len(row) == 1),
        )

    def score(self, alignment: Alignment) -> Score:
        """Return how the rows of an alignment agree with those of the gold."""
        found = pairs_of(frozenset((m.process, m.step) for m in row.steps) for row in alignment.rows) - self.doubtful
        wanted = pairs_of(self.rows.values()) - self.doubtful
        return Score(len(found), len(wanted), len(found & wanted))

    def score_names(self, alignment: Alignment) -> dict[str, Score]:
        """Return, by kind, how names that are taken for the same agree with those of the gold.

        Names that no step has (participants, the owner of the process) are not counted: no alignment has them.
        """
        scores = {}
        for kind in ("role", "system", "document"):
            groups = [[(m.process, m.name) for m in group.members] for group in alignment.names if group.kind == kind]
            known = {name for group in groups for name in group}
            gold = [
                {(who, name) for who, names in entry["members"].items() for name in names} & known
                for entry in self.load("alignment.json")["names"]
                if entry["kind"] == kind
            ]
            found, wanted = pairs_of(groups), pairs_of(gold)
            scores[kind] = Score(len(found), len(wanted), len(found & wanted))
        return scores

    def missed(self, result: Harmonisation) -> Missed:
        """Return what the gold says of the common process and does not hold in `result`, composed from its rows."""
        common = self.load("common.json")
        trace = {(entry.process, entry.step): entry for entry in result.trace}
        rows = {step["id"]: step["row"] for step in common["steps"]}
        node: dict[str, str | None] = {None: None}
        for step, row in rows.items():
            node[step] = next((trace[member].to for member in sorted(self.rows.get(row, ()))), None)
        orders = [
            reading.order({step.id: step.id for step in result.common.steps}) for reading in read_process(result.common)
        ]

        def stands(one: str, other: str) -> str | None:
            for order in orders:
                if one in order.number and other in order.number:
                    return order.relation(one, other)
            return None

        sign = {"before": "<", "parallel": "|", "exclusive": "x"}
        relations = [
            (entry["a"], entry["relation"], entry["b"])
            for entry in common["relations"]
            if stands(node[entry["a"]], node[entry["b"]]) != sign[entry["relation"]]
        ]
        steps, attached = [], []
        carried = {(fate.process, fate.kind, fate.id): fate for fate in result.carried}
        for entry in common["fates"]:
            key = (entry["organisation"], entry["id"])
            if entry["kind"] == "step":
                step = trace[key]
                if (step.fate, step.to) != (entry["fate"], node[entry["to"]]):
                    steps.append(key)
            else:
                fate = carried[entry["organisation"], entry["kind"], entry["id"]]
                same_place = entry["to"] is None or fate.to == node[entry["to"]]
                if fate.fate != entry["fate"] or not same_place:
                    attached.append(key)
        index = Index(result.common)
        found = {step["id"]: index.role(place) if (place := node[step["id"]]) else "" for step in common["steps"]}
        roles = [
            (one, step["role"], found[one]) for step in common["steps"] if found[one := step["id"]] != step["role"]
        ]
        return Missed(tuple(relations), tuple(steps), tuple(attached), tuple(roles))


def pairs_of(rows: Any) -> frozenset[frozenset[Step]]:
    """Return the pairs of steps that stand in one row."""
    return frozenset(frozenset(pair) for row in rows for pair in combinations(sorted(row), 2))
