"""What a common process changes for each organisation, step by step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procmap.comparison import Comparison
from procmap.harmonisation import Harmonisation
from procmap.language import normalise
from procmap.model import Index
from procmap.reports.pictures.parties import Side


@dataclass
class StepChanges:
    """For which organisations (by place) a step of the common process is new or moved, or who calls it otherwise."""

    new: list[int] = field(default_factory=list)
    moved: list[int] = field(default_factory=list)
    worded: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Gone:
    """A row that a decision took away: number, label, the places of those that have it today, `loses_control`.

    `after` is the element of the common process that it stands behind today, None where there is none.
    """

    number: int
    label: str
    places: tuple[int, ...]
    after: str | None
    loses_control: bool


def step_changes(result: Harmonisation, shown: Sequence[Side]) -> Mapping[str, StepChanges]:
    """Return what changes at the steps of the common process, by their ids."""
    place = {side.party.id: side.place for side in shown}
    place_of = {(side.party.organisation, side.party.variant): side.place for side in shown}
    found: dict[str, StepChanges] = defaultdict(StepChanges)
    for impact in result.impact:
        for new in impact.new:
            found[new.step].new.append(place[impact.process])
        for changed in impact.changed:
            at = place[impact.process]
            if changed.field == "role" and changed.change == "moved" and at not in found[changed.to].moved:
                found[changed.to].moved.append(at)
    steps = {(side.party.id, step.id) for side in shown for step in side.party.process.steps}
    for step in result.common.steps:
        for origin in step.origins:
            at = place_of[origin.organisation, origin.variant]
            is_step = (shown[at].party.id, origin.element) in steps
            if is_step and normalise(origin.label) != normalise(step.name) and at not in found[step.id].worded:
                found[step.id].worded.append(at)
    return found


def gone_rows(result: Harmonisation, shown: Sequence[Side], comparison: Comparison) -> Iterator[Gone]:
    """Yield the rows with steps that are in the common process no more, in common order."""
    gone = {(impact.process, step.step) for impact in result.impact for step in impact.gone}
    lost = {(impact.process, control.id) for impact in result.impact for control in impact.controls.lost}
    side_of = {side.party.id: side for side in shown}
    behind = {side.party.id: _Behind(side, result) for side in shown}
    for row in comparison.matrix.rows:
        members = [(cell.process, step) for cell in row.cells for step in cell.steps if (cell.process, step) in gone]
        if not members:
            continue
        after = next((to for party, step in members if (to := behind[party].element(step)) is not None), None)
        controls = {
            (party, value.id)
            for party, step in members
            for value in Index(side_of[party].party.process).attached_to(step)
        }
        places = tuple(dict.fromkeys(side_of[party].place for party, _ in members))
        yield Gone(row.number, row.label, places, after, bool(controls & lost))


class _Behind:
    """What the steps of a party stand behind today, as elements of the common process."""

    def __init__(self, side: Side, result: Harmonisation) -> None:
        nodes = {node.id for node in result.common.nodes}
        self._index = Index(side.party.process)
        self._to = {
            entry.step: entry.to for entry in result.trace if entry.process == side.party.id and entry.to in nodes
        }

    def element(self, step: str) -> str | None:
        """Return the nearest element before a step that is in the common process."""
        seen = {step}
        pending = [step]
        while pending:
            node = pending.pop(0)
            for flow in self._index.incoming(node):
                if flow.source in seen:
                    continue
                if flow.source in self._to:
                    return self._to[flow.source]
                seen.add(flow.source)
                pending.append(flow.source)
        return None
