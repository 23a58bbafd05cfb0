"""What is attached to the steps of a service: who has what at which row, what the common process has, what lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from procmap.alignment import Member, Party
from procmap.comparison import Difference
from procmap.comparison.grid import Grid
from procmap.formats.label_ids import LabelIds
from procmap.model import AttachedValue, BadInput, Control, Fate, Finding, Process, Risk, StepReference
from procmap.workspace.deriving import Derived
from procmap.workspace.members import Members
from procmap.workspace.state import State
from procmap.workspace.values import ProcessEntry

AttachedKind = Literal["control", "risk", "rosa", "record"]
CellState = Literal["present", "only", "other", "missing", "nothing", "no-step"]
"""What an organisation has at a row: something, and nobody else has, or else than most; nothing although others have;
nobody has anything; or it has no such step."""

DIFFERENCES: dict[AttachedKind, str] = {
    "control": "control",
    "risk": "risk",
    "rosa": "rosa_level",
    "record": "record_rule",
}
"""The class of differences of each kind."""
WHOLE = ""
"""The id of the last line: what belongs to a process as a whole, or to no step that is there."""


@dataclass(frozen=True)
class AttachedCell:
    """What one party, or the common process, has at a row."""

    state: CellState
    values: tuple[AttachedValue, ...] = ()


@dataclass(frozen=True)
class AttachedLine:
    """A row of the comparison with what each party has at it, in their order, and what the common process has.

    `row` is the id of the row, `WHOLE` for what belongs to no step; numbers count on from the rows.
    """

    row: str
    number: int
    title: str
    cells: tuple[AttachedCell, ...]
    common: AttachedCell

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody has anything here."""
        return not any(cell.values for cell in (*self.cells, self.common))


class Attaching:
    """What is attached in a service. Raises BadInput while there are fewer than two processes."""

    def __init__(self, derived: Derived) -> None:
        self.parties = tuple(sorted(derived.parties, key=lambda party: party.id))
        self._comparison = derived.comparison
        self._result = derived.harmonised.result
        self._grid = Grid(self.parties, self._comparison.alignment)
        self._members = Members(self.parties)

    def lines(self, kind: AttachedKind) -> tuple[AttachedLine, ...]:
        """Return all rows in common order, and last what belongs to whole processes."""
        told = self.differences(kind)
        common = self._common(kind)
        found = []
        for shown in self._comparison.matrix.rows:
            row = self._grid.row[shown.id]
            marked = {party for one in told if row.id in one.rows for party in one.marks}
            there = [(self._grid.steps(row, party), party) for party in self.parties]
            values = [_own(self._grid.attached(party, steps, kind)) for steps, party in there]
            having = sum(map(bool, values))
            cells = tuple(
                AttachedCell(_state(each, bool(steps), having, party.id in marked), each)
                for each, (steps, party) in zip(values, there, strict=True)
            )
            carried = common.get(row.id, ())
            state: CellState = "present" if carried else "missing" if any(values) else "nothing"
            found.append(AttachedLine(row.id, shown.number, shown.title, cells, AttachedCell(state, carried)))
        return (*found, self._whole(kind, common.get(WHOLE, ()), len(found) + 1))

    def differences(self, kind: AttachedKind) -> tuple[Difference, ...]:
        """Return the differences of a kind."""
        return tuple(one for one in self._comparison.differences if one.code == DIFFERENCES[kind])

    def fates(self, kind: AttachedKind) -> tuple[tuple[Fate, AttachedValue, Party], ...]:
        """Return what a decision takes away, or what is not decided yet: its fate, what it is, and whose."""
        if self._result is None:
            return ()
        by_id = {party.id: party for party in self.parties}
        return tuple(
            (fate, value, by_id[fate.process])
            for fate in self._result.carried
            if fate.kind == kind and fate.fate in ("retired", "open")
            for value in by_id[fate.process].process.attached
            if (value.kind, value.id) == (kind, fate.id)
        )

    def blocking(self, kinds: Sequence[AttachedKind]) -> tuple[Finding, ...]:
        """Return the findings that keep the common process a draft and are about attached values of these kinds."""
        found = () if self._result is None else self._result.blocking
        return tuple(
            finding
            for finding in found
            if finding.params.get("kind") in kinds or (finding.code.startswith("control-") and "control" in kinds)
        )

    def loose(self, kind: AttachedKind) -> tuple[tuple[AttachedValue, Party], ...]:
        """Return the values that are at no step, and whose they are."""
        return tuple((value, party) for party in self.parties for value in _own(self._grid.of_process(party, kind)))

    def untreated(self) -> tuple[tuple[Risk, Party], ...]:
        """Return the risks that no control of the same process treats, and whose they are."""
        return tuple(
            (value, party)
            for party in self.parties
            for value in party.process.attached
            if isinstance(value, Risk) and not any(treating(party.process, value))
        )

    def key_controls(self) -> tuple[tuple[Control, Party], ...]:
        """Return the key controls, and whose they are."""
        return tuple(
            (value, party)
            for party in self.parties
            for value in party.process.attached
            if isinstance(value, Control) and value.key
        )

    def reference(self, party: Party, step: str) -> StepReference | None:
        """Return a reference to a step of a party; none for no step."""
        return self._members.reference(Member(process=party.id, step=step)) if step else None

    def step_at(self, party: Party, row: str) -> str:
        """Return the id of the first step that a party has in a row; empty where it has none."""
        found = self._grid.steps(self._grid.row[row], party) if row in self._grid.row else ()
        return found[0].id if found else ""

    def _whole(self, kind: AttachedKind, carried: tuple[AttachedValue, ...], number: int) -> AttachedLine:
        values = [_own(self._grid.of_process(party, kind)) for party in self.parties]
        cells = tuple(AttachedCell("present" if each else "nothing", each) for each in values)
        common = AttachedCell("present" if carried else "nothing", carried)
        return AttachedLine(WHOLE, number, "", cells, common)

    def _common(self, kind: AttachedKind) -> dict[str, tuple[AttachedValue, ...]]:
        """Return what the common process has at the step or steps that each row has become; `WHOLE`: at none."""
        if self._result is None:
            return {}
        rows_of: dict[str, dict[str, None]] = {}
        for entry in self._result.trace:
            row = self._grid.row_of.get((entry.process, entry.step))
            if entry.to is not None and row is not None:
                rows_of.setdefault(entry.to, {})[row.id] = None
        found: dict[str, dict[str, AttachedValue]] = {}
        for value in self._result.common.attached:
            if value.kind == kind:
                at = [place for element in value.on for place in rows_of.get(element, ())]
                for place in at or [WHOLE]:
                    found.setdefault(place, {})[value.id] = value
        return {row: tuple(values.values()) for row, values in found.items()}


def treating(process: Process, risk: Risk) -> Iterator[Control]:
    """Yield the controls of a process that treat a risk."""
    for value in process.attached:
        if isinstance(value, Control) and risk.id in value.risks:
            yield value


def entry_of(state: State, service: str, party: Party) -> ProcessEntry:
    """Return the process of a project that a party stands for. Raises BadInput when it is not there any more."""
    for entry in state.processes_of(service):
        if (state.organisation(entry.organisation).name, entry.variant) == (party.organisation, party.variant):
            return entry
    raise BadInput("record-gone", kind="process")


def new_value_id(process: Process, kind: AttachedKind, name: str) -> str:
    """Return an id for a new value, which nothing else in the process has."""
    taken = (each.id for each in (*process.attached, *process.elements()))
    return LabelIds(taken).new(f"{kind} {name}", kind)


def _own(values: Iterable[object]) -> tuple[AttachedValue, ...]:
    return tuple(values)  # type: ignore[arg-type]


def _state(values: tuple[AttachedValue, ...], has_step: bool, having: int, is_marked: bool) -> CellState:
    if values:
        return "only" if having == 1 else "other" if is_marked else "present"
    if not has_step:
        return "no-step"
    return "missing" if having else "nothing"
