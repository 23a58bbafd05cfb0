"""Annotations, and the lines from them and from groups to what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.homes import Homes
from procmap.harmonisation.naming import Ids, most_common
from procmap.harmonisation.sources import Source
from procmap.model import Annotation, Association, Origin


def notes_of(sources: Sequence[Source], pool: str | None, ids: Ids) -> tuple[Annotation, ...]:
    """Return the annotations of all sources; those with the same text are one."""
    found: dict[str, list[Origin]] = {}
    first: dict[str, str] = {}
    for source in sources:
        counted: Counter[str] = Counter()
        for annotation in source.process.annotations:
            counted[annotation.text] += 1
            key = f"{counted[annotation.text]} {annotation.text}"
            found.setdefault(key, []).append(origin_of(source, annotation.id, annotation.text))
            first.setdefault(key, annotation.text)
    return tuple(
        Annotation(id=ids.give("annotation"), text=first[key], pool=pool, origins=tuple(origins))
        for key, origins in found.items()
    )


def lines_of(sources: Sequence[Source], homes: Homes, pool: str | None, ids: Ids) -> tuple[Association, ...]:
    """Return the associations of all sources whose both ends are in the common process; equal ones are one."""
    found: dict[tuple[str, str], list[tuple[Source, Association]]] = {}
    for source in sources:
        for line in source.process.associations:
            ends = homes.of(source, line.source), homes.of(source, line.target)
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                found.setdefault((ends[0], ends[1]), []).append((source, line))
    return tuple(
        Association(
            id=ids.give("association"), name=most_common((s.party.organisation, line.name) for s, line in told),
            source=ends[0], target=ends[1], direction=told[0][1].direction, pool=pool,
            origins=tuple(origin_of(s, line.id, line.name) for s, line in told),
        )
        for ends, told in found.items()
    )  # fmt: skip
