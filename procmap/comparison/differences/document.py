"""`document`: which documents go in or out. Each direction is told by itself.

Who names one more beside those all name says more, not something else; who lacks what most have is told. Where each
has made itself what only it takes in, the difference is told where that comes out. Papers that have nothing in common
but their place may be one paper with two names: they are other papers where somebody has another's paper too, or two
have the same. Which names mean one paper is said by `align`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence, Set
from dataclasses import dataclass, field

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told, one_lacks
from procmap.comparison.differences.partly_corresponding import has_other_content
from procmap.comparison.grid import Grid, joined
from procmap.language import label_key
from procmap.model import Step


@dataclass(frozen=True)
class _Document:
    """A document by the number of its names; `made`: it comes out of a step of the party that names it."""

    number: int
    made: bool = field(compare=False)


def tell_in(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the documents that go in; None where none is named.

    What comes in at a start is what starts the process: `trigger` tells by which channels.
    """
    work = (step for step in steps if step.type != "startEvent")
    return _told(grid, party, (name for step in work for name in grid.facts[party.id].documents_in(step)))


def tell_out(grid: Grid, party: Party, steps: tuple[Step, ...], but: Set[tuple[str, ...]] = frozenset()) -> Told | None:
    """Return the documents that come out, but for some (by the keys of their names); None where none is named."""
    if has_other_content(grid, grid.row_of[party.id, steps[0].id]):
        return None
    names = (name for step in steps for name in grid.facts[party.id].documents_out(step))
    return _told(grid, party, (name for name in names if label_key(name, grid.spoken(party.id)) not in but))


def _told(grid: Grid, party: Party, names: Iterable[str]) -> Told | None:
    found = list(names)
    numbers = grid.same_names("document", party, found)
    made = grid.made[party.id]
    return Told(frozenset(_Document(one, one in made) for one in numbers), joined(found)) if found else None


def _surely_other(grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return the documents where one of them is used by several parties, here or elsewhere; nothing else.

    Who has nothing beside what all have lacks what most have, whatever it is called.
    """
    if _has_none_more([one.key for one in told.values()]):
        return told
    held = {party: _numbers(one.key) for party, one in told.items()}
    for party, here in held.items():
        for number in here:
            lacking = [other for other in held if number not in held[other]]
            sharing = [other for other in held if other != party and number in held[other]]
            if lacking and (sharing or any(number in grid.documents[other] for other in lacking)):
                return told
    return {}


def _numbers(key: Hashable) -> frozenset[int]:
    return frozenset(one.number for one in key) if isinstance(key, frozenset) else frozenset()


def _lacks(keys: Sequence[Hashable]) -> bool:
    return one_lacks(keys) or _has_none_more(keys)


def _has_none_more(keys: Sequence[Hashable]) -> bool:
    """Tell whether somebody has no paper beside those that all have, and most have one, be it by other names."""
    sets = [key for key in keys if isinstance(key, frozenset)]
    common = frozenset.intersection(*sets) if sets else frozenset()
    more = sum(one > common for one in sets)
    return bool(common) and len(sets) < 2 * more < 2 * len(sets)


def _other_from_outside(keys: Sequence[Hashable]) -> bool:
    """Tell whether documents that go in differ, and somebody's own do not all come out of its own steps."""
    sets = [key for key in keys if isinstance(key, frozenset)]
    own = [one - frozenset.intersection(*sets) for one in sets]
    return _lacks(keys) and not all(one and all(document.made for document in one) for one in own)


DOCUMENTS_IN = Aspect("document", tell_in, part="in", differ=_other_from_outside, side_by_side=_surely_other)
DOCUMENTS_OUT = Aspect("document", tell_out, part="out", differ=_lacks, side_by_side=_surely_other)
