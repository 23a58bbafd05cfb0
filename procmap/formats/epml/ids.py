"""One id for each element, also where a file gives none, or one twice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from procmap.formats.free_ids import FreeIds

_NOT_IN_IDS = re.compile(r"[^\w.-]+")


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
