"""What people wrote about rows: causes and notes belong to steps, and are found again with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from procmap.alignment import Member
from procmap.workspace.members import Members
from procmap.workspace.state import State
from procmap.workspace.values import Cause, Note

R = TypeVar("R", Cause, Note)


@dataclass(frozen=True)
class Written:
    """Causes and notes, in the order in which they were written."""

    causes: tuple[Cause, ...] = ()
    notes: tuple[Note, ...] = ()

    def __len__(self) -> int:
        return len(self.causes) + len(self.notes)


def written_about(state: State, service: str, steps: Iterable[Member], members: Members) -> Written:
    """Return what people wrote about steps of a service: what cites one of them, whatever else it cites."""
    wanted = set(steps)
    return Written(
        tuple(each for each in _of(state.causes, service) if wanted & set(members.members(each.steps))),
        tuple(each for each in _of(state.notes, service) if wanted & set(members.members(each.steps))),
    )


def written_on_nothing(state: State, service: str, members: Members) -> Written:
    """Return what people wrote about steps of a service none of which is there any more."""
    return Written(
        tuple(each for each in _of(state.causes, service) if _is_lost(each, members)),
        tuple(each for each in _of(state.notes, service) if _is_lost(each, members)),
    )


def _of(records: Sequence[R], service: str) -> list[R]:
    return [each for each in records if each.service == service]


def _is_lost(record: Cause | Note, members: Members) -> bool:
    return bool(record.steps) and not members.members(record.steps)
