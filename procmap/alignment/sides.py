"""Whose side a step is on: those the service is for, or those who perform it.

A drawing may show both, each in a pool or lane of its own. What an applicant does is never the same step as what the
office does, however alike the words are: one sends the application, the other sends the decision.
"""

from __future__ import annotations

import re
from typing import Literal

from procmap.language import Language
from procmap.language.lexicon import Lexicon
from procmap.language.said import said
from procmap.model import Index, Process

Side = Literal["inside", "outside", "unknown"]
OUTSIDERS = frozenset(("applicant", "candidate", "customer", "guardian", "neighbour", "supplier", "user"))
"""The concepts of people and firms that a service is for, or that deliver to it."""
_FURTHER = re.compile(r"\s(?:for|of|i|av|til|for|på|hos|till|för|from|fra|från|frå|to)\s|[(,/]")
"""What begins the part of a name that tells whose or for whom: *office for students* is no student."""


def sides(process: Process, language: Language, lexicon: Lexicon) -> dict[str, Side]:
    """Return on whose side each step is, by its id; all unknown where the drawing shows one side only.

    Outside is a lane or pool whose name is one word for a person or firm of `OUTSIDERS`, whatever it is narrowed by
    (`Applicant`, `New customer`, `Søker`), not one that only has the word in it (`Customer service`).
    """
    index = Index(process)
    roles = {step.id: index.role(step.id) for step in process.steps}
    outsiders = {role for role in set(roles.values()) if _is_outsider(role, language, lexicon)}
    if not outsiders or outsiders == set(roles.values()):
        return dict.fromkeys(roles, "unknown")
    return {step: "outside" if role in outsiders else "inside" for step, role in roles.items()}


def may_be_one(one: Side, other: Side) -> bool:
    """Tell whether steps of two sides can be the same."""
    return one == other or "unknown" in (one, other)


def _is_outsider(role: str, language: Language, lexicon: Lexicon) -> bool:
    tokens = said(_FURTHER.split(role, maxsplit=1)[0], language, lexicon).tokens
    return bool(tokens) and bool(tokens[-1].concepts & OUTSIDERS)
