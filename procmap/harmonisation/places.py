"""Where the nodes of a source lie in the common process: the common steps that come next before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.model import FlowNode


class Places:
    """The common steps around the nodes of one source. What is no common step there is passed over.

    `node_of`: the common element of every row. So passed over are gateways, conditions, dropped steps, and the borders
    of sub-processes whose parts were composed with those of others.
    """

    def __init__(self, source: Source, rows: Rows, node_of: Mapping[str, str]) -> None:
        self._source, self._rows, self._node_of = source, rows, node_of
        self._known: dict[tuple[str, bool], tuple[str, ...]] = {}

    def at(self, node: str) -> str | None:
        """Return the common step that a node of the source is; None where it is none."""
        row = self._rows.of_step.get((self._source.id, node))
        return None if row is None or row.role == "frame" else self._node_of.get(row.id)

    def ahead(self, node: str) -> tuple[str, ...]:
        """Return the common step that a node is, else those next after it, nearer ones first."""
        return self._next(node, True)

    def behind(self, node: str) -> tuple[str, ...]:
        """Return the common step that a node is, else those next before it, nearer ones first."""
        return self._next(node, False)

    def _next(self, node: str, forward: bool) -> tuple[str, ...]:
        if (node, forward) not in self._known:
            self._known[node, forward] = self._search(node, forward)
        return self._known[node, forward]

    def _search(self, start: str, forward: bool) -> tuple[str, ...]:
        found: list[str] = []
        seen = {(start, False)}
        pending = [(start, False)]
        for node, done in pending:  # grows while it is read
            common = self.at(node)
            if common is not None and not done:
                found.append(common)
                continue
            for way in self._ways(node, forward, done):
                if way not in seen:
                    seen.add(way)
                    pending.append(way)
        return tuple(dict.fromkeys(found))

    def _ways(self, node: str, forward: bool, done: bool) -> Iterable[tuple[str, bool]]:
        """Yield the nodes next to one, and whether a node with nodes inside was gone through already."""
        inside = [] if done else self._borders(self._source.index.children(node), forward)
        if inside:
            yield from ((other, False) for other in inside)
            return
        near = self._source.near_after(node) if forward else self._source.near_before(node)
        yield from ((other, False) for other in near)
        parent = self._source.index.nodes[node].parent
        if not near and parent in self._source.index.nodes and parent is not None:
            row = self._rows.of_step.get((self._source.id, parent))
            if row is None or row.role != "container":
                yield parent, True

    def _borders(self, nodes: Iterable[FlowNode], forward: bool) -> list[str]:
        """Return the nodes that others of the same scope do not lead to, or, backwards, do not follow."""
        near = self._source.near_before if forward else self._source.near_after
        return [node.id for node in nodes if not near(node.id)]
