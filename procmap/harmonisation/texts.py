"""The documentation and free properties of what is no step: all that anybody has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from procmap.harmonisation.sources import Source
from procmap.model import Activity, Element, Event, Process, unique
from procmap.model.process import ELEMENT_FIELDS

E = TypeVar("E", bound=Element)


def with_texts(common: Process, sources: Sequence[Source]) -> Process:
    """Return the common process with the documentation and properties of the elements that its elements come from."""
    parties = {(source.party.organisation, source.party.variant): source for source in sources}
    told: dict[str, tuple[Element, ...]] = {
        name: tuple(_with_texts(element, parties) for element in getattr(common, name)) for name in ELEMENT_FIELDS
    }
    return common.replace(
        documentation=tuple(unique(text for source in sources for text in source.process.documentation)),
        properties=tuple(
            unique(
                entry for source in sources for entry in source.process.properties if entry.name not in ABOUT_THE_FILE
            )
        ),
        **told,
    )


ABOUT_THE_FILE = ("notation",)
"""Properties of a process that say how its source is drawn: the common process is drawn its own way."""


def _with_texts(element: E, parties: Mapping[tuple[str, str], Source]) -> E:
    if isinstance(element, Activity | Event):
        return element
    found = [
        own
        for origin in element.origins
        for source in [parties.get((origin.organisation, origin.variant))]
        if source is not None
        for own in [source.index.elements.get(origin.element)]
        if type(own) is type(element)
    ]
    texts = unique(text for own in (element, *found) for text in own.documentation)
    properties = unique(entry for own in (element, *found) for entry in own.properties)
    if not texts and not properties:
        return element
    return element.replace(documentation=tuple(texts), properties=tuple(properties))
