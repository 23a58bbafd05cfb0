"""Rows in which nothing stands taken out of a picture, line by line: it is as high as what is in it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_APART = 12.0
"""What is left of an empty stretch."""


class Stretch(NamedTuple):
    """From top to bottom."""

    top: float
    bottom: float


class Holder(NamedTuple):
    """A stretch that has to stay so high at least."""

    top: float
    bottom: float
    least: float


@dataclass(frozen=True)
class Fold:
    """Where heights come to stand: each of `cuts` (from the top) is taken out of what is from `top` to `bottom`."""

    top: float
    bottom: float
    cuts: tuple[Stretch, ...] = ()

    def at(self, y: float) -> float:
        """Return how far below the top a height of the picture comes to stand."""
        return y - self.top - sum(min(max(y - cut.top, 0.0), cut.bottom - cut.top) for cut in self.cuts)

    @property
    def height(self) -> float:
        """What is left of the whole height."""
        return self.at(self.bottom)


def folded(whole: Stretch, taken: Sequence[Stretch], holders: Sequence[Holder] = ()) -> Fold:
    """Return the fold of a picture that takes out what is in none of the stretches `taken`, but for a little.

    Above the first and below the last nothing is left. A holder gets no lower than its `least`.
    """
    spare = [max(holder.bottom - holder.top - holder.least, 0.0) for holder in holders]
    cuts: list[Stretch] = []
    for gap, is_outer in _gaps(whole, taken):
        cut = gap if is_outer else Stretch(gap.top + _APART / 2, gap.bottom - _APART / 2)
        around = [at for at, holder in enumerate(holders) if holder.top < cut.bottom and cut.top < holder.bottom]
        length = min([cut.bottom - cut.top, *(spare[at] for at in around)])
        if length > 0:
            cuts.append(Stretch(cut.top, cut.top + length))
            for at in around:
                spare[at] -= length
    return Fold(whole.top, whole.bottom, tuple(cuts))


def _gaps(whole: Stretch, taken: Sequence[Stretch]) -> list[tuple[Stretch, bool]]:
    """Return the stretches that nothing takes, and whether each is at the top or the bottom of everything."""
    found: list[tuple[Stretch, bool]] = []
    at = whole.top
    for stretch in sorted(taken):
        if stretch.top > at:
            found.append((Stretch(at, min(stretch.top, whole.bottom)), at == whole.top))
        at = max(at, stretch.bottom)
    if at < whole.bottom:
        found.append((Stretch(at, whole.bottom), True))
    return found
