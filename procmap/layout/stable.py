"""Drawings of processes that were edited: only what the edit concerns leaves its place."""

from __future__ import annotations

from collections.abc import Mapping

from procmap.layout.frames import Item
from procmap.layout.homes import homes_of
from procmap.layout.keeping import displaced
from procmap.model import Diagram, Process


def loosened(old: Process, new: Process, diagram: Diagram) -> set[str]:
    """Return the nodes that lie in another lane, sub-process or pool than before, or on another activity.

    Those that are drawn where they belong now are not among them.
    """
    was, now = homes_of(old), homes_of(new)
    shapes = {shape.element: shape for shape in reversed(diagram.shapes)}
    changed = {
        key
        for key in (*now.contents.items, *now.contents.guests)
        if was.holders(key) != now.holders(key) or _host(was.contents.guests, key) != _host(now.contents.guests, key)
    }
    known = {key for key in shapes if key in now.contents.items or key in now.contents.guests or key in now.strips}
    left = displaced(now, {key: shape for key, shape in shapes.items() if key in known})
    return left & changed


def _host(guests: Mapping[str, Item], key: str) -> str | None:
    host = guests.get(key)
    return None if host is None else host.id
