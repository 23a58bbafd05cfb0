"""The cheapest way to part a set in two.

M. Stoer and F. Wagner, A simple min-cut algorithm, Journal of the ACM 44(4), 1997.
"""

from __future__ import annotations

from collections.abc import Sequence


def minimum_cut(weights: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Return the least weight between two parts that together are all numbers, and one part as a set of bits.

    `weights[a][b]` is symmetric; there must be two numbers at least. Of equal cuts the first found is taken.
    """
    size = len(weights)
    joined = [list(row) for row in weights]
    sets = [1 << place for place in range(size)]
    left = list(range(size))
    best: tuple[int, int] | None = None
    while len(left) > 1:
        tied = dict.fromkeys(left, 0)
        previous = last = left[0]
        while tied:
            previous, last = last, max(tied, key=lambda place: (tied[place], -place))
            weight = tied.pop(last)
            for place in tied:
                tied[place] += joined[last][place]
        if best is None or weight < best[0]:
            best = (weight, sets[last])
        sets[previous] |= sets[last]
        for place in left:
            joined[previous][place] += joined[last][place]
            joined[place][previous] = joined[previous][place]
        left.remove(last)
    assert best is not None
    return best
