"""Ids for elements that have none, or one that another element has too: `ID~2`, `ID~3` …"""

from __future__ import annotations

from collections.abc import Iterable


class FreeIds:
    """Hands out ids, none twice."""

    def __init__(self, taken: Iterable[str]) -> None:
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
        while f"{stem}~{number}" in self._taken:
            number += 1
        self._next[stem] = number + 1
        self._taken.add(f"{stem}~{number}")
        return f"{stem}~{number}"
