"""Which elements of the common process an element of a party has become, by the origins that these name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from procmap.harmonisation.sources import Source
from procmap.model import Element


class Homes:
    """The common elements of the elements of all parties. More can be added as they are made."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._party = {(source.party.organisation, source.party.variant): source.id for source in sources}
        self._found: dict[tuple[str, str], list[Element]] = defaultdict(list)

    def add(self, elements: Iterable[Element]) -> None:
        """Note the origins of common elements."""
        for element in elements:
            for origin in element.origins:
                party = self._party.get((origin.organisation, origin.variant))
                if party is not None:
                    self._found[party, origin.element].append(element)

    def all(self, party: str, element: str) -> Sequence[Element]:
        """Return all common elements that come from an element, in the order in which they were added."""
        return self._found.get((party, element), ())

    def of(self, source: Source, element: str) -> str | None:
        """Return the common element of the same kind that comes from an element; None where there is none."""
        own = source.index.elements.get(element)
        alike = (home.id for home in self.all(source.id, element) if type(home) is type(own))
        return next(alike, None) or next((home.id for home in self.all(source.id, element)), None)
