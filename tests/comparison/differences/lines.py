"""Comparisons of lines of steps, for the tests of difference classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procmap.alignment import Party, align
from procmap.comparison import Difference, compare
from procmap.model import Confirmations
from tests.alignment.parties import party

NAME = {"a": "Behandle søknad"}


def one_step(organisation: str, details: Mapping[str, Any] | None = None, **fields: Any) -> Party:
    """Return a party with one step "Behandle søknad" of id `a`."""
    changes = fields.pop("changes", None) or ({"a": {"details": dict(details)}} if details else {})
    return party(organisation, fields.pop("text", "a"), names=NAME | fields.pop("names", {}), changes=changes, **fields)


def told(code: str, *parties: Party, confirmations: Confirmations | None = None) -> list[Difference]:
    """Return the differences of one class."""
    comparison = compare(parties, align(parties, confirmations))
    return [difference for difference in comparison.differences if difference.code == code]
