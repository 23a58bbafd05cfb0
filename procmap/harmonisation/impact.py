"""What the common process changes for each organisation: steps, roles, systems, handoffs, times, controls."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from procmap.alignment import Alignment
from procmap.alignment.facts import Facts
from procmap.alignment.values import NameKind
from procmap.behaviour.typical_path import typical_path
from procmap.comparison.grid import SURE
from procmap.harmonisation.impact_values import (
    Change,
    ChangedField,
    ChangedStep,
    ControlImpact,
    GoneStep,
    Impact,
    LostControl,
    NewControl,
    NewStep,
)
from procmap.harmonisation.naming import Names
from procmap.harmonisation.path_figures import figures
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.values import TraceEntry
from procmap.language import normalise
from procmap.model import Activity, Fate, Process, Step

_ENDS = ("startEvent", "endEvent")


class Impacts:
    """Tells what a common process changes. `role_of`: the roles of its nodes; `node_of`: the node of every row."""

    def __init__(
        self,
        alignment: Alignment,
        sources: Sequence[Source],
        rows: Rows,
        names: Names,
        common: Process,
        *,
        node_of: Mapping[str, str],
        role_of: Mapping[str, str],
        trace: Iterable[TraceEntry],
        fates: Iterable[Fate],
    ) -> None:
        self._alignment, self._sources, self._names, self._common = alignment, sources, names, common
        self._role_of, self._facts = role_of, Facts(common)
        self._steps: dict[str, Step] = {step.id: step for step in common.steps}
        self._holders = {node.parent for node in common.nodes}
        self._trace: dict[str, list[TraceEntry]] = defaultdict(list)
        for entry in trace:
            self._trace[entry.process].append(entry)
        self._to = {(entry.process, entry.step): entry.to for entries in self._trace.values() for entry in entries}
        self._fates = [fate for fate in fates if fate.kind == "control"]
        self._controls = {
            (source.id, value.id): normalise(value.name)
            for source in sources
            for value in source.process.attached
            if value.kind == "control"
        }
        self._open = {node_of[row.id]: frozenset(row.members) for row in rows.rows.values() if row.open}
        self._whole: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for link in alignment.links:
            if link.relation == "part_of" and link.confidence >= SURE:
                self._whole[self._to.get((link.a.process, link.a.step)) or ""].append((link.b.process, link.b.step))

    def all(self) -> tuple[Impact, ...]:
        """Return what changes for every party that is no reference, in the order of the sources."""
        return tuple(self._of(source) for source in self._sources if not source.party.is_reference)

    def _of(self, source: Source) -> Impact:
        before = typical_path(source.process)
        mine = {entry.step: entry.to for entry in self._trace[source.id] if entry.to is not None}
        wanted = {mine[node] for node in before.nodes if node in mine}
        # What is not decided belongs to those that have it; what a party does in other cases alone is not typical now.
        unwanted = {node for node, having in self._open.items() if source.id not in having}
        after = typical_path(self._common, wanted, (unwanted | set(mine.values())) - wanted)
        return Impact(
            process=source.id,
            new=tuple(self._new(source, frozenset(after.nodes))),
            gone=tuple(
                GoneStep(step=entry.step, decision=entry.decision)
                for entry in self._trace[source.id]
                if entry.fate == "retired" and _is_told(source.steps[entry.step])
            ),
            changed=tuple(self._changed(source)),
            before=figures(source.process, before, lambda node: self._called(source, source.role(node))),
            after=figures(self._common, after, lambda node: self._role_of.get(node, "")),
            controls=self._control(source),
        )

    def _called(self, source: Source, role: str) -> str:
        return self._name("role", source, role) if role else ""

    def _new(self, source: Source, path: frozenset[str]) -> Iterable[NewStep]:
        mine = {entry.to for entry in self._trace[source.id]}
        for step in self._common.steps:
            if step.id in mine or step.id in self._holders or not step.origins or not _is_told(step):
                continue
            wholes = (whole for process, whole in self._whole.get(step.id, ()) if process == source.id)
            yield NewStep(
                step=step.id, open=step.id in self._open, on_path=step.id in path, part_of=min(wholes, default=None)
            )

    def _changed(self, source: Source) -> Iterable[ChangedStep]:
        facts = Facts(source.process)
        for entry in self._trace[source.id]:
            step, common = source.steps[entry.step], self._steps.get(entry.to or "")
            if common is None or not isinstance(step, Activity):
                continue
            role, now = source.role(step.id), self._role_of.get(common.id, "")
            if role and now and self._called(source, role) != now:
                yield self._change(source, entry, "role", (role,), (now,))
            systems, others = facts.systems(step), self._facts.systems(common)
            if systems and others and {self._name("system", source, name) for name in systems} != set(others):
                yield self._change(source, entry, "system", systems, others)

    def _name(self, kind: NameKind, source: Source, name: str) -> str:
        return self._names.common(kind, source.id, name)

    def _change(
        self, source: Source, entry: TraceEntry, field: ChangedField, before: tuple[str, ...], after: tuple[str, ...]
    ) -> ChangedStep:
        change: Change = "moved"
        if {self._name(field, source, name) for name in before} <= set(after):
            change = "beside"
        elif self._alike(field, source.id, before).issuperset(after):
            change = "perhaps_name"
        return ChangedStep(step=entry.step, to=entry.to or "", field=field, before=before, after=after, change=change)

    def _alike(self, kind: NameKind, party: str, names: Iterable[str]) -> frozenset[str]:
        """Return what names that may be for the same are called in the common process."""
        own = {(party, name) for name in names}
        found: set[str] = set()
        for group in self._alignment.names:
            members = [(member.process, member.name) for member in group.members]
            if group.kind == kind and not own.isdisjoint(members):
                found.update(self._names.common(kind, process, name) for process, name in members)
        return frozenset(found)

    def _control(self, source: Source) -> ControlImpact:
        own = [fate for fate in self._fates if fate.process == source.id]
        kept = [fate for fate in own if fate.fate != "retired"]
        # The same control at the same step is not new, whoever brings it.
        known = {(fate.to, self._controls.get((fate.process, fate.id), fate.id)) for fate in kept}
        new: list[NewControl] = []
        for fate in self._fates:
            key = (fate.to, self._controls.get((fate.process, fate.id), fate.id))
            if fate.process == source.id or fate.fate == "retired" or key in known:
                continue
            known.add(key)
            having = self._open.get(fate.to or "")
            is_open = having is not None and source.id not in having
            new.append(NewControl(process=fate.process, id=fate.id, to=fate.to, open=is_open))
        return ControlImpact(
            kept=tuple(fate.id for fate in kept),
            lost=tuple(LostControl(id=fate.id, decision=fate.decision) for fate in own if fate.fate == "retired"),
            new=tuple(new),
        )


def _is_told(step: Step) -> bool:
    """Tell whether a step is something that people do or wait for: no start or end, nor an event without a name."""
    return isinstance(step, Activity) or (step.type not in _ENDS and bool(step.name.strip()))
