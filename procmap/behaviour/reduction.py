"""Structural reduction: shrink a net by rules that keep it sound or unsound, without looking at states.

A net that shrinks to a single edge is sound. What is left of another has fewer states, and is explored in its stead.
The rules are those of Sadiq and Orlowska (2000) and Murata (1989): a node with one way in and one way out becomes an
edge; equal ways between a split and a join of the same kind become one; a way from an exclusive node back to itself is
dropped; neighbouring gateways of the same kind become one.
"""

from __future__ import annotations

from collections import deque

from procmap.behaviour.net import Actor, Firing, Net, Scope, Way

_SOURCE, _SINK = 0, 1
_FUSED: tuple[Way, ...] = ("exclusive", "parallel")


def reduce_net(net: Net) -> Net | None:
    """Return the net that is left of a plain net; None when a single edge is left, so that the net is sound.

    Returned as it is: a net that is not plain, or of which more than an edge is left and that has sub-processes.
    Actors of the reduced net are some of those of the net; their order is kept.
    """
    if not net.plain or not net.initial:
        return net
    graph = _Graph(net)
    graph.reduce()
    if graph.is_single_edge():
        return None
    return net if len(net.scopes) > 1 else graph.net()


class _Graph:
    """A net as a graph of vertices that join and split in one way each. Edges are counted: `out[u][v]` of them."""

    def __init__(self, net: Net) -> None:
        self.pool = net.pool
        split: Way = "parallel" if len(net.initial) > 1 else "exclusive"
        self.actors = [Actor("", False, split=split), Actor("", False, "completion"), *net.actors]
        self.out: list[dict[int, int]] = [{} for _ in self.actors]
        self.into: list[dict[int, int]] = [{} for _ in self.actors]
        self.gone: set[int] = set()
        self._near: deque[int] = deque()
        self._edges(net)

    def _edges(self, net: Net) -> None:
        producers: list[list[int]] = [[] for _ in net.flows]
        consumers: list[list[int]] = [[] for _ in net.flows]
        for firing in net.firings:
            for place in (*firing.produce, *firing.options):
                producers[place].append(firing.actor + 2)
            for place in firing.consume:
                consumers[place].append(firing.actor + 2)
        for place in net.initial:
            producers[place].append(_SOURCE)
        for sources, targets in zip(producers, consumers, strict=True):
            sources, targets = list(dict.fromkeys(sources)), list(dict.fromkeys(targets))  # noqa: PLW2901
            if len(sources) == 1 and len(targets) == 1:
                self._add(sources[0], targets[0])
                continue
            between = len(self.actors)  # a place that several put tokens into or take them from is a choice
            self.actors.append(Actor("", False))
            self.out.append({})
            self.into.append({})
            for source in sources:
                self._add(source, between)
            for target in targets:
                self._add(between, target)
        completing = {firing.empties: firing.actor + 2 for firing in net.firings if firing.empties is not None}
        for number, actor in enumerate(net.actors):
            if actor.ends:
                self._add(number + 2, completing.get(actor.scope, _SINK))

    def _add(self, source: int, target: int, count: int = 1) -> None:
        """Add edges. Equal ways between a split and a join of the same kind, or to where all ends, are one at once."""
        count += self.out[source].get(target, 0)
        split, join = self.actors[source].split, self.actors[target].join
        if join == "completion" or (split == join and join in _FUSED):
            count = 1
        self.out[source][target] = self.into[target][source] = count

    def _remove(self, vertex: int) -> None:
        for target in self.out[vertex]:
            self.into[target].pop(vertex, None)
        for source in self.into[vertex]:
            self.out[source].pop(vertex, None)
        self.out[vertex], self.into[vertex] = {}, {}
        self.gone.add(vertex)

    def is_single_edge(self) -> bool:
        """Tell whether nothing is left but one way from the source to the sink."""
        return len(self.gone) == len(self.actors) - 2 and self.out[_SOURCE] == {_SINK: 1}

    def reduce(self) -> None:
        """Apply the rules until none applies any more: from the inside out, and fuse only where nothing else helps."""
        self._near = deque(range(len(self.actors)))
        later: deque[int] = deque()
        while self._near or later:
            if self._near:
                vertex = self._near.popleft()
                if vertex not in self.gone and not (self._bond(vertex) or self._loop(vertex) or self._series(vertex)):
                    later.append(vertex)
            else:
                vertex = later.popleft()
                if vertex not in self.gone:
                    self._fuse(vertex)

    def _bond(self, vertex: int) -> bool:
        """Make the ways from a split to an inclusive join one, when they are all that leave and all that come."""
        ways = self.out[vertex]
        for target, count in ways.items() if len(ways) == 1 else ():
            if count > 1 and self.actors[target].join == "inclusive" and len(self.into[target]) == 1:
                ways[target] = self.into[target][vertex] = 1
                self._near.extend((vertex, target))
                return True
        return False

    def _loop(self, vertex: int) -> bool:
        """Drop a way from an exclusive vertex back to itself, when others lead in and out."""
        actor, ways = self.actors[vertex], self.out[vertex]
        if vertex not in ways or actor.join != "exclusive" or actor.split != "exclusive":
            return False
        if len(ways) == 1 or len(self.into[vertex]) == 1:
            return False
        del ways[vertex], self.into[vertex][vertex]
        self._near.append(vertex)
        return True

    def _series(self, vertex: int) -> bool:
        """Make a vertex with one way in and one way out an edge."""
        source, target = _only(self.into[vertex]), _only(self.out[vertex])
        if vertex in (_SOURCE, _SINK) or source is None or target is None or source == vertex:
            return False
        self._remove(vertex)
        self._add(source, target)
        self._near.extend((source, target))
        return True

    def _fuse(self, vertex: int) -> None:
        """Make a vertex and the one before or after it one, where both join alike, split alike, or only join and split.

        The one vertex then joins as the first and splits as the second did.
        """
        before = _only(self.into[vertex])
        if before is not None and before != vertex and len(self.out[vertex]) > 1:
            one, other = self.actors[before], self.actors[vertex]
            last = _only(self.out[before]) is not None
            if not last and one.split == other.split and one.split in _FUSED:
                self._contract(before, vertex, one.join, one.split)
                return
            if last and before != _SOURCE and one.join == other.split == "exclusive":
                self._contract(before, vertex, "exclusive", "exclusive")
                return
        after = _only(self.out[vertex])
        if after is not None and vertex not in (after, _SOURCE) and _only(self.into[after]) is None:
            one, other = self.actors[vertex], self.actors[after]
            if one.join == other.join and one.join in _FUSED:
                self._contract(vertex, after, other.join, other.split)

    def _contract(self, one: int, other: int, join: Way, split: Way) -> None:
        """Make the edge between two vertices vanish and the two one: the one that has more edges takes the others."""
        del self.out[one][other], self.into[other][one]
        kept, lost = one, other
        if one != _SOURCE and len(self.out[one]) + len(self.into[one]) < len(self.out[other]) + len(self.into[other]):
            kept, lost = other, one
        out, into = self.out[lost], self.into[lost]
        self._remove(lost)
        self.actors[kept] = self.actors[kept]._replace(join=join, split=split)
        for target, count in out.items():
            self._add(kept, kept if target == lost else target, count)
        for source, count in into.items():
            if source != lost:
                self._add(source, kept, count)
        self._near.extend(vertex for vertex in (kept, *out, *into) if vertex != lost)

    def net(self) -> Net:
        """Return the graph as a net again."""
        vertices = [vertex for vertex in range(len(self.actors)) if vertex not in self.gone and vertex != _SINK]
        inputs: dict[int, list[int]] = {vertex: [] for vertex in vertices}
        outputs: dict[int, list[int]] = {vertex: [] for vertex in vertices}
        actors = [self.actors[vertex] for vertex in vertices]
        firings: list[Firing] = []
        places = 1
        inputs[_SOURCE].append(0)
        for vertex in vertices:
            for target, count in self.out[vertex].items():
                for _ in range(count):
                    outputs[vertex].append(places)
                    if target == _SINK:
                        firings.append(Firing(len(actors), (places,)))
                        actors.append(Actor(self.actors[vertex].node, False, ends=True))
                    else:
                        inputs[target].append(places)
                    places += 1
        for number, vertex in enumerate(vertices):
            firings.extend(_firings(number, self.actors[vertex], tuple(inputs[vertex]), tuple(outputs[vertex])))
        scopes = (Scope(None, None),)
        return Net(
            self.pool, tuple(actors), ("",) * places, (0,) * places, scopes, tuple(firings), (0,), plain=True
        )  # fmt: skip


def _only(ways: dict[int, int]) -> int | None:
    """Return the vertex at the other end when there is exactly one edge."""
    if len(ways) == 1:
        for vertex, count in ways.items():
            if count == 1:
                return vertex
    return None


def _firings(number: int, actor: Actor, inputs: tuple[int, ...], outputs: tuple[int, ...]) -> list[Firing]:
    taken = [(place,) for place in inputs] if actor.join == "exclusive" else [inputs]
    waits = actor.join == "inclusive" and len(inputs) > 1
    if not inputs:
        return []
    if actor.split == "exclusive" and outputs:
        return [Firing(number, places, (place,), waits=waits) for places in taken for place in outputs]
    if actor.split == "inclusive" and len(outputs) > 1:
        return [Firing(number, places, (), outputs, 1, waits) for places in taken]
    return [Firing(number, places, outputs, waits=waits) for places in taken]
