"""Lengths of time in words."""

from __future__ import annotations

from collections.abc import Iterable

from procmap.harmonisation.impact_values import TimeTaken
from procmap.messages import Translator
from procmap.model import Duration


def time_taken(time: TimeTaken, say: Translator) -> str:
    """Return how long a typical case takes, and how many of its steps tell how long they take."""
    if not time.known:
        return say.text("impact-unknown", count=time.of)
    return say.text("impact-known", time=durations(time.total, say), known=time.known, count=time.of)


def durations(lengths: Iterable[Duration], say: Translator) -> str:
    """Return lengths of time that stand beside each other: `2 hours and 30 minutes`."""
    told = [
        say.text(f"duration-{each.unit}", amount=say.number(each.amount), count=1 if each.amount == 1 else 2)
        for each in lengths
    ]
    return say.joined(told) or say.text("duration-minutes", amount=say.number(0), count=2)
