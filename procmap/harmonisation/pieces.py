"""What is drawn of one scope, piece by piece; graphs of parts with a gateway wherever several links meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from procmap.harmonisation.tree import BEGIN, END, Link, Tree

PlaceOfEvent = Literal["start", "end", "boundary", "middle"]
GatewayKind = Literal["exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway"]


@dataclass
class Built:
    """The nodes and flows of one scope, by number.

    `nodes[n]` is the row of a step, the type of a gateway, or `startEvent`/`endEvent` where one had to be added; `None`
    where a gateway proved superfluous. `places` says what the events among the rows become. `closed`: the last nodes of
    branches that a boundary event opens, each with the end that was added after it.
    """

    nodes: list[tuple[Literal["row", "gateway", "event"], str] | None] = field(default_factory=list)
    flows: list[tuple[int, int]] = field(default_factory=list)
    places: dict[str, PlaceOfEvent] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    loop_entries: set[int] = field(default_factory=set)
    closed: list[tuple[int, int]] = field(default_factory=list)

    def add(self, kind: Literal["row", "gateway", "event"], what: str) -> int:
        """Add a node and return its number."""
        self.nodes.append((kind, what))
        return len(self.nodes) - 1

    def link(self, source: int, target: int) -> None:
        """Add a flow."""
        self.flows.append((source, target))

    def close(self, last: int) -> None:
        """End a branch that a boundary event opens."""
        end = self.add("event", "endEvent")
        self.link(last, end)
        self.closed.append((last, end))


@dataclass
class Piece:
    """A part that is drawn: where it is entered and left. No `entry`: it begins by itself; no `exit`: it ends there.

    `passes`: it can be gone through without any node (`entry` and `exit` are not set then). `beside`: it is a branch
    that a boundary event opens, with a token of its own.
    """

    entry: int | None = None
    exit: int | None = None
    passes: bool = False
    beside: bool = False


class GraphDrawer:
    """Draws a graph: its parts, and where several links lead to or from one, a gateway there."""

    def __init__(self, built: Built, tree: Tree, inner: list[Piece]) -> None:
        self.built, self.tree, self.inner = built, tree, inner
        self.kind: GatewayKind = "parallelGateway" if tree.kind == "order" else "exclusiveGateway"
        self.into: dict[int, int | None] = {}
        self.out: dict[int, int | None] = {}

    def drawn(self) -> Piece:
        """Return the graph as a fragment."""
        count = len(self.inner)
        beside = self._beside()
        for number, part in enumerate(self.inner):
            if number in beside:
                continue
            if part.passes:
                part.entry = part.exit = self.built.add("gateway", self.kind)
            self.into[number], self.out[number] = part.entry, part.exit
        for number, gateway in enumerate(self.tree.gateways, start=count):
            gate = self.into[number] = self.out[number] = self.built.add("gateway", gateway)
            self.built.loop_entries.add(gate)  # what an organisation draws is not simplified
        links = [link for link in self._links_without(beside) if self._drawn(*link)]
        if self.tree.optional and self.tree.kind == "choice":
            links.append((BEGIN, END))
        gates = range(count, count + len(self.tree.gateways))
        for number in (BEGIN, *range(count), END):
            if number != END and sum(source == number for source, _ in links) > 1:
                self.out[number] = self._split(self.out.get(number))
            # What ends a way can be come to from everywhere, but not by several tokens.
            last = number >= 0 and self.tree.kind != "order" and self.out[number] is None
            if number != BEGIN and not last and sum(target == number for _, target in links) > 1:
                back = any(target == number <= source and source not in gates for source, target in links)
                self.into[number] = self._join(self.into.get(number), back and number >= 0)
        return self._linked(links)

    def _beside(self) -> set[int]:
        """Return the parts of a partial order that begin at a boundary, with a token of their own: these end there."""
        found = {number for number, part in enumerate(self.inner) if part.beside and self.tree.kind == "order"}
        for number in found:
            last = self.inner[number].exit
            if last is not None:
                self.built.close(last)
        return found

    def _links_without(self, beside: set[int]) -> list[Link]:
        """Return the links between the other parts: what led to one that is beside alone leads to the end."""
        links = [link for link in self.tree.links if not beside & {*link}]
        going = {source for source, _ in links}
        links += [(source, END) for source, target in self.tree.links if target in beside and source not in going]
        return list(dict.fromkeys(links))

    def _drawn(self, source: int, target: int) -> bool:
        begins = target >= 0 and self.into[target] is None
        return not begins and not (source >= 0 and self.out[source] is None)

    def _split(self, node: int | None) -> int:
        gateway = self.built.add("gateway", self.kind)
        if node is not None:
            self.built.link(node, gateway)
        return gateway

    def _join(self, node: int | None, is_loop: bool) -> int:
        gateway = self.built.add("gateway", self.kind)
        if node is not None:
            self.built.link(gateway, node)
        if is_loop:
            self.built.loop_entries.add(gateway)
        return gateway

    def _linked(self, links: list[Link]) -> Piece:
        entry, leaving = self.out.get(BEGIN), self.into.get(END)
        for source, target in links:
            start, end = self.out.get(source), self.into.get(target)
            if start is not None and end is not None:
                self.built.link(start, end)
            elif source == BEGIN and target == END:
                entry = leaving = self.built.add("gateway", self.kind)
            elif source == BEGIN:
                entry = end
            else:
                leaving = start
        return Piece(entry, leaving)
