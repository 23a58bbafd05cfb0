"""Steps that are part of steps of other parties: work that one does by itself and another inside something larger.

Evidence is that all that one label says is said by the other too (`Evaluate`, `Evaluate grades`; `Sign`, `Write and
sign`), while what the other says besides is not. Of an action alone (or a thing without further words) the narrower
label is a part; of several actions in one label each is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from procmap.alignment.likeness import Label, Likeness

SAID = 0.7
"""How much of one label the other must say too."""
SAID_OF_SEVERAL = 0.9
"""The same, where the other label names more actions: one of them may be something else altogether."""
NEAR = 0.4
"""How far apart the two may stand at most, as a share of the process."""
SURE_OF_PART = 0.5
"""67 of 126 such pairs were part-of or equal on the nine admission processes of the Process Model Matching Contest
2015."""


class Part(NamedTuple):
    """Two steps by number, of which the first is part of the second; `said` (0 to 1) is how much they share."""

    part: int
    whole: int
    said: float


def part_of(one: int, other: int, likeness: Likeness, labels: Mapping[int, Label]) -> Part | None:
    """Return which of two steps is part of the other; None where labels do not tell."""
    first, second = likeness.covered(one, other), likeness.covered(other, one)
    inner, outer = (one, other) if (first, -one) >= (second, -other) else (other, one)
    said = max(first, second)
    more = labels[outer].lists and not labels[inner].lists
    if said < (SAID_OF_SEVERAL if more else SAID) or likeness.opposed(one, other):
        return None
    # What says more is narrower ("evaluate grades"), but where it says several things ("write and sign").
    return Part(inner, outer, said) if more else Part(outer, inner, said)
