"""The documentation and free properties of what is no step: all that anybody has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from procmap.harmonisation.sources import Source
from procmap.model import Activity, Element, Event, Group, Process, SequenceFlow, unique
from procmap.model.process import ELEMENT_FIELDS

E = TypeVar("E", bound=Element)
ABOUT_THE_FILE = ("notation",)
"""Properties of a process that say how its source is drawn: the common process is drawn its own way."""


def with_texts(common: Process, sources: Sequence[Source], passed: Mapping[str, Collection[str]]) -> Process:
    """Return the common process with the documentation and properties of the elements that its elements come from.

    `passed`: by party, the events that are conditions here: what they say goes to the flows that they became.
    """
    told = _Texts({(source.party.organisation, source.party.variant): source for source in sources}, passed)
    made: dict[str, tuple[Element, ...]] = {
        name: tuple(told.on(element) for element in getattr(common, name)) for name in ELEMENT_FIELDS
    }
    about = (entry for source in sources for entry in source.process.properties if entry.name not in ABOUT_THE_FILE)
    return common.replace(
        documentation=tuple(unique(text for source in sources for text in source.process.documentation)),
        properties=tuple(unique(about)),
        **made,
    )


@dataclass(frozen=True)
class _Texts:
    """Finds what the origins of an element say."""

    sources: Mapping[tuple[str, str], Source]
    passed: Mapping[str, Collection[str]]

    def on(self, element: E) -> E:
        """Return an element with the texts of its origins. Steps have them already."""
        if isinstance(element, Activity | Event):
            return element
        found: list[Element] = [element, *self._origins(element)]
        texts = unique(text for each in found for text in each.documentation)
        properties = unique(entry for each in found for entry in each.properties)
        if not texts and not properties:
            return element
        return element.replace(documentation=tuple(texts), properties=tuple(properties))

    def _origins(self, element: Element) -> Iterator[Element]:
        for origin in element.origins:
            source = self.sources.get((origin.organisation, origin.variant))
            own = source.index.elements.get(origin.element) if source is not None else None
            if source is None or own is None:
                continue
            is_condition = isinstance(element, SequenceFlow) and own.id in self.passed[source.id]
            if type(own) is type(element) or isinstance(element, Group) or is_condition:
                yield own
