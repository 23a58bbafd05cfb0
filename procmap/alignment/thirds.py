"""What is nearly the same by itself, and is taken for the same since a third party has something like both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from procmap.alignment.evidence import Evidence

Key = tuple[int, int]
"""Two steps by number, the smaller first."""


def thirds(evidence: Evidence, same: Collection[Key], nearly: Collection[Key]) -> dict[Key, int]:
    """Return those of `nearly` for which a third party has a step that goes with both, and that step.

    A step goes with another that stands in its group, or that it is in a pair with. Of several the first is returned.
    """
    near: dict[int, set[int]] = defaultdict(set)
    for one, other in (*same, *nearly):
        near[one].add(other)
        near[other].add(one)
    found: dict[Key, int] = {}
    for one, other in nearly:
        of_one, of_other = (near[step] | set(evidence.members(evidence.group(step))) for step in (one, other))
        parties = {evidence.steps[step].party.id for step in (one, other)}
        third = min((step for step in of_one & of_other if evidence.steps[step].party.id not in parties), default=None)
        if third is not None:
            found[one, other] = third
    return found
