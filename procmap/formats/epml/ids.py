"""One id for each element, also where a file gives none, or one twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


def distinct(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Return an id for each pair (id in the file, what to call it when that is empty), all different.

    The first of several with one id keeps it, the second becomes `ID~2`. Ids of the file go before those made here.
    """
    taken = {given for given, _ in wanted if given}
    ids: list[str | None] = []
    used: set[str] = set()
    numbers: dict[str, int] = {}

    def free(stem: str) -> str:
        number = numbers.get(stem, 2)
        while f"{stem}~{number}" in taken:
            number += 1
        numbers[stem] = number + 1
        taken.add(f"{stem}~{number}")
        return f"{stem}~{number}"

    for given, _ in wanted:
        ids.append(None if not given else free(given) if given in used else given)
        used.add(given)
    for place, (_, name) in enumerate(wanted):
        if ids[place] is None:
            stem = _NOT_IN_IDS.sub("_", name).strip("_") or "_"
            ids[place] = free(stem) if stem in taken else stem
            taken.add(stem)
    return [made for made in ids if made is not None]
