"""Lines that edges run on, and the tracks of those that share a channel.

A channel is the free strip between two columns or two rows. Every edge, or bundle of edges with a common end, that
runs along it is a net; nets that would touch get tracks of their own (left-edge channel routing with vertical
constraints; Hashimoto and Stevens 1971, Yoshimura and Kuh 1982).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field

_TRIES = 48
"""Tracks tried before a net gets one of its own: keeps channels with thousands of nets quick."""


@dataclass(eq=False)
class Line:
    """A line that edges run on: `at` is its x when vertical, else its y; known once everything is placed."""

    vertical: bool
    at: float = 0


@dataclass(eq=False)
class Net(Line):
    """A line in a channel. `low` to `high` is what it spans, in cells; pins are the cells that it meets on each side.

    Stubs to pins at the `near` side (left of a vertical channel, above a horizontal one) and the `far` side run along
    the middle of a cell: of two nets that meet the same cell from both sides, the near one must come first.
    """

    low: int = 1 << 60
    high: int = -(1 << 60)
    near: set[int] = field(default_factory=set)
    far: set[int] = field(default_factory=set)
    track: int = 0

    def span(self, *places: int) -> None:
        """Make the net reach the given places, counted in half cells: 2n is channel n, 2n + 1 is cell n."""
        self.low = min(self.low, *places)
        self.high = max(self.high, *places)


def assign_tracks(nets: list[Net]) -> int:
    """Give each net of one channel its track, counted from 0, and return how many tracks there are.

    Nets on one track do not touch. Where constraints contradict each other, earlier nets win.
    """
    tracks: list[_Track] = []
    after = _constraints(nets)
    least = [0] * len(nets)
    for number in _ordered(nets, after):
        net = nets[number]
        net.track = _first_free(tracks, net, least[number])
        for later in after[number]:
            least[later] = max(least[later], net.track + 1)
    return len(tracks)


class _Track:
    """The intervals taken on one track, in order."""

    def __init__(self) -> None:
        self.taken: list[tuple[int, int]] = []

    def take(self, low: int, high: int) -> bool:
        at = bisect_left(self.taken, (low, high))
        if at and self.taken[at - 1][1] >= low:
            return False
        if at < len(self.taken) and self.taken[at][0] <= high:
            return False
        self.taken.insert(at, (low, high))
        return True


def _first_free(tracks: list[_Track], net: Net, least: int) -> int:
    for number in range(least, min(len(tracks), least + _TRIES)):
        if tracks[number].take(net.low, net.high):
            return number
    while len(tracks) < least:
        tracks.append(_Track())
    tracks.append(_Track())
    tracks[-1].take(net.low, net.high)
    return len(tracks) - 1


def _constraints(nets: list[Net]) -> list[list[int]]:
    """Return, for each net, those that must come on a later track."""
    far: dict[int, list[int]] = {}
    for number, net in enumerate(nets):
        for cell in sorted(net.far):
            far.setdefault(cell, []).append(number)
    return [
        [later for cell in sorted(net.near) for later in far.get(cell, ()) if later != number]
        for number, net in enumerate(nets)
    ]


def _ordered(nets: list[Net], after: list[list[int]]) -> list[int]:
    """Return the numbers of the nets so that constraints hold where they can; else shortest spans first come first."""
    waits = [0] * len(nets)
    for later in after:
        for number in later:
            waits[number] += 1
    order = sorted(range(len(nets)), key=lambda number: (nets[number].low, nets[number].high, number))
    ready = deque(number for number in order if waits[number] == 0)
    done: list[int] = []
    placed = [False] * len(nets)
    rest = iter(order)
    while len(done) < len(nets):
        if not ready:
            ready.append(next(number for number in rest if not placed[number]))
        number = ready.popleft()
        if placed[number]:
            continue
        placed[number] = True
        done.append(number)
        for follower in after[number]:
            waits[follower] -= 1
            if waits[follower] == 0 and not placed[follower]:
                ready.append(follower)
    return done
