"""Which starts of a scope start it together, where the drawing has several."""

from __future__ import annotations

from collections import deque
from itertools import product

from procmap.behaviour.played import Played
from procmap.model import FlowNode, Gateway

_MAX_SETS = 256

_Sets = frozenset[frozenset[str]]
_NONE: _Sets = frozenset([frozenset()])


def start_sets(played: Played, starting: list[FlowNode], together: bool) -> list[tuple[str, ...]]:
    """Return the sets of starts of which each can start the scope, every set in the order of the source.

    Ways that come from starts alone tell by their joins: those that meet in a parallel join start together, in an
    exclusive join instead of each other, in an inclusive join either way. Of ways that do not meet, one is taken; with
    `together`, all are. Where there are too many sets, the joins are not asked.
    """
    groups = _groups(played, starting)
    sets = _together(groups) if together else _union(groups)
    if sets is None:
        return [tuple(node.id for node in starting)] if together else [(node.id,) for node in starting]
    place = {node.id: number for number, node in enumerate(starting)}
    return sorted((tuple(sorted(one, key=place.__getitem__)) for one in sets), key=lambda s: [place[n] for n in s])


def _groups(played: Played, starting: list[FlowNode]) -> list[_Sets | None]:
    """Follow the ways from the starts to where they split, end, or meet a way from elsewhere. An end joins nothing."""
    arrived: dict[str, dict[str, _Sets | None]] = {}
    closed: list[_Sets | None] = []
    pending: deque[tuple[str, _Sets | None]] = deque((node.id, frozenset([frozenset([node.id])])) for node in starting)
    while pending:
        node_id, sets = pending.popleft()
        leaving = played.outgoing.get(node_id, [])
        flow = leaving[0] if len(leaving) == 1 else None
        if flow is None or not played.outgoing.get(flow.target) or played.boundary_events(node_id):
            closed.append(sets)
            continue
        coming = played.incoming[flow.target]
        if len(coming) == 1:
            pending.append((flow.target, sets))
            continue
        waiting = arrived.setdefault(flow.target, {})
        waiting[flow.id] = sets
        if len(waiting) == len(coming):
            pending.append((flow.target, _join(played.nodes[flow.target], list(waiting.values()))))
            del arrived[flow.target]
    for waiting in arrived.values():
        closed.extend(waiting.values())
    return closed


def _join(node: FlowNode, coming: list[_Sets | None]) -> _Sets | None:
    kind = node.type if isinstance(node, Gateway) else ""
    if kind == "parallelGateway":
        return _together(coming)
    if kind in ("inclusiveGateway", "complexGateway"):
        sets = _together([None if one is None else one | _NONE for one in coming])
        return None if sets is None else sets - _NONE
    return _union(coming)


def _union(coming: list[_Sets | None]) -> _Sets | None:
    known = [one for one in coming if one is not None]
    sets = frozenset().union(*known)
    return sets if len(known) == len(coming) and len(sets) <= _MAX_SETS else None


def _together(coming: list[_Sets | None]) -> _Sets | None:
    known = [one for one in coming if one is not None]
    size = 1
    for one in known:
        size *= len(one)
    if len(known) < len(coming) or size > _MAX_SETS:
        return None
    return frozenset(frozenset().union(*parts) for parts in product(*known))
