"""The end that follows a row: where a branch ends that is opened beside what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.sources import Source


def ends_at(rows: Iterable[CommonRow], sources: Sequence[Source]) -> Mapping[str, str]:
    """Return for each row the end among `rows` that comes next after it at most of the parties that have both."""
    inside = list(rows)
    found: dict[str, str] = {}
    row_of = {(party, step): row for row in inside for party, steps in row.members.items() for step in steps}
    for end in (row for row in inside if row.role == "end"):
        coming: dict[str, set[str]] = {}
        for source in sources:
            for step in end.members.get(source.id, ()):
                for near in source.preceding(step):
                    row = row_of.get((source.id, near))
                    if row is not None:
                        coming.setdefault(row.id, set()).add(source.id)
        for row in inside:
            both = sum(1 for party in row.members if party in end.members)
            if 2 * len(coming.get(row.id, ())) > both:
                found.setdefault(row.id, end.id)
    return found
