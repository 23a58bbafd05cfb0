"""Flows on which an organisation goes from a row to one that others come to first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set

from procmap.model import Process, SequenceFlow


def crossing_flows(
    process: Process, row_of: Mapping[str, int], conflicts: Mapping[int, Set[int]]
) -> Iterator[SequenceFlow]:
    """Yield the flows between two steps (gateways passed over) whose rows stand in another order elsewhere.

    `row_of`: the number of the row of each step of the process; `conflicts`: the rows that change places with a row.
    """
    if not any(conflicts.values()):
        return
    before, after = _neighbours(process, lambda flow: flow.target), _neighbours(process, lambda flow: flow.source)
    for flow in process.flows:
        sources = _rows(flow.source, before, row_of)
        targets = _rows(flow.target, after, row_of)
        if any(target in conflicts.get(source, ()) for source in sources for target in targets):
            yield flow


def _neighbours(process: Process, end: Callable[[SequenceFlow], str]) -> Mapping[str, list[str]]:
    """Return what is at the other end of the flows that have a node at one end."""
    found: dict[str, list[str]] = defaultdict(list)
    for flow in process.flows:
        found[end(flow)].append(flow.source if end(flow) == flow.target else flow.target)
    return found


def _rows(start: str, neighbours: Mapping[str, list[str]], row_of: Mapping[str, int]) -> set[int]:
    """Return the rows of the nearest steps from a node on, itself included."""
    found: set[int] = set()
    seen, pending = {start}, [start]
    while pending:
        node = pending.pop()
        if node in row_of:
            found.add(row_of[node])
            continue
        for other in neighbours.get(node, ()):
            if other not in seen:
                seen.add(other)
                pending.append(other)
    return found
