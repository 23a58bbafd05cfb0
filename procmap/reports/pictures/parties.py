"""The organisations of a picture: how each looks and is called, and what its elements are called in the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from procmap.alignment import Party
from procmap.drawing.palette import Look, look
from procmap.drawing.theme import ThemeName
from procmap.messages import Translator
from procmap.reports.letters import letters_of


@dataclass(frozen=True)
class Side:
    """One party of a picture: its place among all, how it looks, and its name in words."""

    party: Party
    place: int
    look: Look
    name: str

    def id(self, element: str) -> str:
        """Return the id that an element of this party has in a picture of several."""
        return f"{self.place + 1}:{element}"


def sides(parties: Sequence[Party], say: Translator, theme: ThemeName) -> tuple[Side, ...]:
    """Return the parties as they are shown, sorted by id."""
    ordered = sorted(parties, key=lambda party: party.id)
    return tuple(
        Side(party, place, replace(look(place, len(ordered), theme), letter=letter), _name(party, say))
        for place, (party, letter) in enumerate(zip(ordered, letters_of(ordered), strict=True))
    )


def _name(party: Party, say: Translator) -> str:
    return f"{party.id} ({say.text('legend-reference')})" if party.is_reference else party.id


def process_name(parties: Sequence[Party], say: Translator, service: str = "") -> str:
    """Return what a picture is called: the `service` that all perform, else what most parties call their process.

    Of several names that as many have it is the first of the alphabet.
    """
    if service.strip():
        return " ".join(service.split())
    names = sorted(name for party in parties if (name := " ".join(party.process.name.split())))
    return max(names, key=names.count) if names else say.text("report-column-process")
