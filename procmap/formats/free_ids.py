"""Ids for elements that have none, or one that another element has too: `ID~2`, `ID~3` …"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


class FreeIds:
    """Hands out ids, none twice. `mark` stands before the number of those that get one."""

    def __init__(self, taken: Iterable[str] = (), mark: str = "~") -> None:
        self._mark = mark
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def new(self, stem: str) -> str:
        """Return `stem` where it is free, else the next of its numbered forms."""
        if stem in self._taken:
            return self.another(stem)
        self._taken.add(stem)
        return stem

    def another(self, stem: str) -> str:
        """Return the next free id of `stem~2`, `stem~3` …"""
        number = self._next.get(stem, 2)
        while (made := f"{stem}{self._mark}{number}") in self._taken:
            number += 1
        self._next[stem] = number + 1
        self._taken.add(made)
        return made


def distinct(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Return an id for each pair (id in the file, what to call it when that is empty), all different.

    The first of several with one id keeps it, the second becomes `ID~2`. Ids of the file go before those made here.
    """
    free = FreeIds(given for given, _ in wanted if given)
    ids: list[str] = []
    used: set[str] = set()
    for given, _ in wanted:
        ids.append(free.another(given) if given and given in used else given)
        used.add(given)
    names = (_NOT_IN_IDS.sub("_", name).strip("_") or "_" for _, name in wanted)
    return [made or free.new(name) for made, name in zip(ids, names, strict=True)]
