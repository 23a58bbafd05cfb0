"""Which steps can be compared by what they say, and which of them can stand for each other at all."""

from __future__ import annotations

import re

from procmap.alignment.evidence import PlacedStep
from procmap.alignment.sides import may_be_one
from procmap.model import Event

_PLACEHOLDER = re.compile(r"[A-Za-z]{0,3}[ _-]?\d+")
_LETTERS = 2


def is_candidate(placed: PlacedStep) -> bool:
    """Tell whether a step says enough to be compared: no mere id or letter as a label, and no state of an EPC."""
    name = placed.step.name.strip()
    if len(placed.words) < _LETTERS or placed.is_state:
        return False
    return name != placed.step.id and not _PLACEHOLDER.fullmatch(name)


def may_stand_for(one: PlacedStep, other: PlacedStep) -> bool:
    """Tell whether two steps can be the same, whatever they are called.

    What ends goes with ends alone; an event on the edge of a step with what waits for the same (a clock, a message);
    what those outside do never with what is done inside.
    """
    if one.is_end != other.is_end or not may_be_one(one.side, other.side):
        return False
    if "boundaryEvent" in (one.step.type, other.step.type):
        return _waits_for(one) == _waits_for(other)
    return True


def _waits_for(placed: PlacedStep) -> frozenset[str] | None:
    step = placed.step
    return frozenset(trigger.type for trigger in step.triggers) if isinstance(step, Event) else None
