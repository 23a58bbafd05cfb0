"""Sets of parts as bits of a number, taken apart by how the parts stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def bits(mask: int) -> Iterator[int]:
    """Yield the numbers of the parts of a set, smallest first."""
    while mask:
        bit = mask & -mask
        yield bit.bit_length() - 1
        mask ^= bit


def components(mask: int, apart: Sequence[int]) -> list[int]:
    """Return the sets that a set falls into when parts that stand apart are not connected.

    `apart[i]`: the parts that stand apart from part i. All parts of one set stand so to all of another.
    """
    left, found = mask, []
    while left:
        part = fresh = left & -left
        while fresh:
            one = (fresh & -fresh).bit_length() - 1
            fresh &= fresh - 1
            near = left & ~apart[one] & ~part
            part |= near
            fresh |= near
        found.append(part)
        left &= ~part
    return found


def sequence(mask: int, needed: Sequence[int]) -> list[int]:
    """Return the sets that come one after the other in a set: one alone where there is no such order.

    `needed[i]`: the parts that part i does not come before.
    """
    inside = {one: needed[one] & mask for one in bits(mask)}
    found, part, passed, wanted = [], 0, 0, 0
    for one in sorted(inside, key=lambda one: (inside[one].bit_count(), one)):
        part |= 1 << one
        passed |= 1 << one
        wanted |= inside[one]
        if wanted & ~passed == 0:
            found.append(part)
            part = 0
    return found
