"""Controls, risks, record rules, ROSA assessments and notes: carried to the common steps, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from procmap.alignment import Alignment
from procmap.harmonisation.contradicting import Placed, contradictions
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.naming import slug
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import AttachedValue, Fate, Finding, Scale

FateWord = Literal["carried", "moved", "retired", "open"]
WHOLE = "common"
"""The id of the common process: where values lie that are attached to no element."""


@dataclass(frozen=True)
class Homeless:
    """A value of a party that has no place in the common process until people decide."""

    party: str
    value: AttachedValue
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Carried:
    """The attached values of the common process, the fate of each of the sources', and what people must decide.

    `homeless` have no place; of `contradicting`, in groups, only one can hold.
    """

    values: tuple[AttachedValue, ...]
    scales: tuple[Scale, ...]
    fates: tuple[Fate, ...]
    homeless: tuple[Homeless, ...]
    contradicting: tuple[tuple[Placed, ...], ...]
    findings: tuple[Finding, ...]


class Carrier:
    """Carries attached values over. `element_of`: the common element of (party, element), where there is one."""

    def __init__(
        self,
        sources: Sequence[Source],
        rows: Rows,
        rulings: Rulings,
        element_of: Mapping[tuple[str, str], str],
        alignment: Alignment,
    ) -> None:
        self.sources, self.rows, self.rulings, self.element_of = sources, rows, rulings, element_of
        self.node_of_row = {row.id: element_of[key] for key, row in rows.of_step.items() if key in element_of}
        self.parts_of: dict[tuple[str, str], list[str]] = {}
        for link in alignment.links:
            part = element_of.get((link.a.process, link.a.step))
            if link.relation == "part_of" and part is not None:
                self.parts_of.setdefault((link.b.process, link.b.step), []).append(part)
        self.values: list[AttachedValue] = []
        self.fates: list[Fate] = []
        self.homeless: list[Homeless] = []
        self.findings: list[Finding] = []
        self.placed: list[Placed] = []
        self.settled: set[int] = set()

    def carry(self) -> Carried:
        """Return everything that was attached anywhere, at its common place."""
        scales: list[Scale] = []
        taken: Counter[str] = Counter()
        for source in self.sources:
            prefix = slug(source.id) or "party"
            taken[prefix] += 1
            if taken[prefix] > 1:
                prefix = f"{prefix}_{taken[prefix]}"
            scale_of = {scale.id: f"{prefix}_{scale.id}" for scale in source.process.scales}
            scales += [scale.replace(id=scale_of[scale.id]) for scale in source.process.scales]
            counted: Counter[str] = Counter()
            for value in source.process.attached:
                counted[value.id] += 1
                suffix = f"~{counted[value.id]}" if counted[value.id] > 1 else ""
                self._value(source, value, f"{prefix}_{value.id}{suffix}", prefix, scale_of)
        contradicting = contradictions(self.placed, self.settled)
        for each in (one for group in contradicting for one in group):
            self.fates[each.number] = self.fates[each.number].replace(fate="open", decision=None)
        return Carried(
            tuple(self.values), tuple(scales), tuple(self.fates), tuple(self.homeless), contradicting,
            tuple(self.findings),
        )  # fmt: skip

    def _value(
        self, source: Source, value: AttachedValue, given: str, prefix: str, scale_of: Mapping[str, str]
    ) -> None:
        ruling = self.rulings.attached.get((source.id, value.kind, value.id))
        if ruling is not None and ruling[0].choice == "drop":
            self._fate(source, value, "retired", None, ruling[0].id)
            return
        on, lost = self._places(source, value.on)
        guards, unguarded = self._places(source, value.guards)
        fate: FateWord = "carried"
        decision: str | None = None
        if ruling is not None and ruling[0].choice == "move" and ruling[1] is not None:
            target = self.node_of_row.get(self.rulings.row(ruling[1]))
            if target is not None:
                on, lost, fate, decision = (target,), (), "moved", ruling[0].id
            else:
                params = {
                    "decision": ruling[0].id,
                    "choice": "move",
                    "labels": ruling[0].to.label if ruling[0].to else "",
                }
                self.findings.append(Finding(code="decision-step-not-found", severity="warning", params=params))
        elif lost and not on:
            on, lost, decision = self._inherited(source, lost)
            fate = "moved" if decision else "carried"
        changes: dict[str, Any] = {"id": given, "on": on, "guards": guards}
        if value.kind == "control":
            changes["risks"] = tuple(f"{prefix}_{risk}" for risk in value.risks)
        if value.kind == "risk" and value.scale in scale_of:
            changes["scale"] = scale_of[value.scale]
        self.values.append(value.replace(**changes))
        if (value.on and not on) or (value.guards and not guards):
            if ruling is not None and ruling[0].choice == "keep":
                told: dict[str, str | int] = {"decision": ruling[0].id, "kind": value.kind, "name": value.name}
                self.findings.append(Finding(code="decision-kept-nowhere", severity="warning", params=told))
            self.homeless.append(Homeless(source.id, value, (*lost, *unguarded)))
            self._fate(source, value, "open", on[0] if on else WHOLE, None)
        else:
            self._place(source, value, on, settled=ruling is not None)
            self._fate(source, value, fate, on[0] if on else WHOLE, decision)

    def _place(self, source: Source, value: AttachedValue, on: tuple[str, ...], *, settled: bool) -> None:
        number = len(self.fates)
        if settled:
            self.settled.add(number)
        if not source.party.is_reference:
            parts = tuple(part for step in value.on for part in self.parts_of.get((source.id, step), ()))
            self.placed.append(Placed(number, source.id, source.party.organisation, value, on, parts))

    def _inherited(self, source: Source, lost: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
        """Return where what was on dropped steps goes, what has no place, and the decision that says so."""
        places: dict[str, str] = {}
        left = []
        for element in lost:
            row = self.rows.of_step.get((source.id, element))
            heir = self.rulings.heirs.get(row.id) if row is not None else None
            node = self.node_of_row.get(self.rulings.row(heir)) if heir is not None else None
            if row is None or node is None or row.decision is None:
                left.append(element)
            else:
                places[node] = row.decision
        return tuple(places), tuple(left), next(iter(places.values()), None)

    def _places(self, source: Source, elements: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the common elements of a party's elements, and the elements that have none."""
        found = {element: self.element_of.get((source.id, element)) for element in elements}
        kept = dict.fromkeys(common for common in found.values() if common is not None)
        return tuple(kept), tuple(element for element, common in found.items() if common is None)

    def _fate(self, source: Source, value: AttachedValue, fate: FateWord, to: str | None, decision: str | None) -> None:
        self.fates.append(Fate(kind=value.kind, id=value.id, process=source.id, fate=fate, to=to, decision=decision))
