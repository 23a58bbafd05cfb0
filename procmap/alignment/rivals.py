"""How far a pair is ahead of its rivals: the other pairs that either of its steps could be in."""

from __future__ import annotations

from collections.abc import Mapping

Scores = Mapping[tuple[int, int], float]
NONE = -1.0
"""The score of what is not there."""


class Rivals:
    """The two best scores of every step, in a table of pairs."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._best: dict[int, tuple[float, float]] = {}
        for pair, score in scores.items():
            for step in pair:
                first, second = self._best.get(step, (NONE, NONE))
                self._best[step] = (score, first) if score > first else (first, max(second, score))

    def behind(self, pair: tuple[int, int]) -> float:
        """Return how far a pair is behind the best of its steps; 0 for the best itself."""
        score = self._scores[pair]
        return max(self._best[step][0] - score for step in pair)

    def ahead(self, pair: tuple[int, int]) -> float:
        """Return how far a pair is ahead of the best of all others that its steps are in; below 0 where it is behind.

        Others that score less than nothing cannot be the same at all, and count as none.
        """
        score = self._scores[pair]
        others = [second if score == first else first for first, second in (self._best[step] for step in pair)]
        return score - max(0.0, *others)
