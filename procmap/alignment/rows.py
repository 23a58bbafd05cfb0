"""Rows from groups of steps: their ids, labels and confidence."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction

from procmap.alignment.confirming import CONFIRMED
from procmap.alignment.evidence import Evidence, PlacedStep
from procmap.alignment.values import Link, Member, Relation, Row

NOTHING_FOUND = 0.75
"""How sure it is that a step without an equal label has no counterpart: the share that was right where the rows of the
nine admission processes of the Process Model Matching Contest 2015 were made of equal words and stems."""


def rows_of(evidence: Evidence) -> tuple[Row, ...]:
    """Return a row for each group, sorted by where its steps stand in their processes on average, then by label."""
    weakest = _weakest_links(evidence.links, "same")
    parts = _weakest_links(evidence.links, "part_of")
    made: list[tuple[Fraction, Row]] = []
    for group in evidence.groups():
        steps = [evidence.steps[number] for number in group]
        if len(group) == 1:
            member = evidence.steps[group[0]].member
            # A step that is part of another, or holds one, has found its place, though it stands alone.
            confidence = CONFIRMED if evidence.is_alone(group[0]) else parts.get(member, NOTHING_FOUND)
        else:
            confidence = min(weakest[step.member] for step in steps)
        row = Row(
            id=_row_id(steps),
            label=_label(steps),
            confidence=confidence,
            steps=_members(steps),
            is_state=all(step.is_state for step in steps),
        )
        made.append((_mean(step.place for step in steps), row))
    return tuple(row for _, row in sorted(made, key=lambda entry: (entry[0], entry[1].label, entry[1].id)))


def _weakest_links(links: Iterable[Link], relation: Relation) -> dict[Member, float]:
    weakest: dict[Member, float] = {}
    for link in links:
        if link.relation == relation:
            for member in (link.a, link.b):
                weakest[member] = min(weakest.get(member, CONFIRMED), link.confidence)
    return weakest


def _row_id(steps: Sequence[PlacedStep]) -> str:
    """Return an id made of what the steps are called and whose they are: sixteen digits of a SHA-256."""
    content = json.dumps(sorted(step.content for step in steps), ensure_ascii=False)
    return "row-" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _label(steps: Sequence[PlacedStep]) -> str:
    """Return the wording of most organisations, then the shortest, then the first by code points.

    References count in no majority: their wording is taken only where there is no other.
    """
    counted = [step for step in steps if not step.party.is_reference] or list(steps)
    used_by: dict[str, set[str]] = defaultdict(set)
    for step in counted:
        wording = " ".join(step.step.name.split())
        if wording:
            used_by[wording].add(step.party.organisation)
    return min(used_by, key=lambda wording: (-len(used_by[wording]), len(wording), wording), default="")


def _members(steps: Sequence[PlacedStep]) -> tuple[Member, ...]:
    return tuple(step.member for step in sorted(steps, key=lambda step: (step.party.id, step.place)))


def _mean(places: Iterable[Fraction]) -> Fraction:
    found = list(places)
    return sum(found, Fraction(0)) / len(found)
