"""What is wrong with the states that a net can reach, each with a shortest way to it.

The properties are those of Kräuter et al. (BPMN Analyzer 2.0: safeness, option to complete, proper completion, no dead
activities), except that completion must be possible from every state (there, a loop without a way out is no fault).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from procmap.behaviour.components import strong_components
from procmap.behaviour.exploration import StateSpace
from procmap.behaviour.net import Net

FaultKind = Literal["no-start", "deadlock", "unsafe", "livelock", "dead", "ends-twice"]


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    * `no-start`: no token can ever enter (`elements`: the nodes that would be done).
    * `deadlock`: after `path`, tokens are left and nothing can go on (`elements`: the nodes that wait; `flows`: what
      the first of them has; `missing`: what it waits for).
    * `unsafe`: at the end of `path`, a second token comes where one already is (`flows`: there).
    * `livelock`: after `path`, `elements` can go on for ever but nothing leads to an end.
    * `dead`: `elements` can never happen.
    * `ends-twice`: the end event (or other last node) `elements` is reached again, at the end of `path`, in one run.

    `path` holds ids of nodes in the order in which they happen.
    """

    kind: FaultKind
    path: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def find_faults(space: StateSpace, complete: bool = True) -> tuple[Fault, ...]:
    """Return at most one fault of each kind, the worst first; with `complete` false only what part of the states tells.

    What can only be reached through an unsafe state is not looked at, so neither a node that is dead nor an end
    that is reached twice is told beside something unsafe.
    """
    net = space.net
    if not net.actors:
        return ()
    if not net.initial:
        return (Fault("no-start", elements=net.nodes),)
    found = [_deadlock(space, space.stuck[0])] if space.stuck else []
    if space.unsafe:
        found.append(_unsafe(space))
    if not complete:
        return tuple(found)
    if not all(space.ok):
        found.extend(_livelock(space))
    if not space.unsafe:
        acting = {net.actors[actor].node for actor in space.acting}
        dead = tuple(node for node in net.nodes if node not in acting)
        if dead:
            found.append(Fault("dead", elements=dead))
        found.extend(_ends_twice(space))
    return tuple(found)


def _nodes(net: Net, actors: Iterable[int]) -> tuple[str, ...]:
    """Return the nodes of the actors that happen, in the order given."""
    return tuple(net.actors[actor].node for actor in actors if net.actors[actor].occurs)


def _flow_ids(net: Net, places: Iterable[int]) -> tuple[str, ...]:
    return tuple(net.flows[place] for place in places if net.flows[place])


def _deadlock(space: StateSpace, state: int) -> Fault:
    net, marking = space.net, space.states[state]
    waiting: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {}
    for firing in net.firings:
        present = tuple(place for place in firing.consume if marking >> place & 1)
        if present and not firing.incident:
            missing = tuple(place for place in firing.consume if place not in present)
            waiting.setdefault(net.actors[firing.actor].node, (present, missing))
    # A sub-process that waits for its inside, though the reason lies in there, is not what is wrong.
    joins = {node: places for node, places in waiting.items() if places[1]} or waiting
    present, missing = next(iter(joins.values()), ((), ()))
    path = _nodes(net, space.path(state))
    return Fault("deadlock", path, tuple(joins), _flow_ids(net, present), _flow_ids(net, missing))


def _unsafe(space: StateSpace) -> Fault:
    net = space.net
    state, actor, place = space.unsafe[0]
    path = _nodes(net, [*space.path(state), actor])
    consumers = dict.fromkeys(net.actors[f.actor].node for f in net.firings if place in f.consume)
    return Fault("unsafe", path, tuple(consumers), _flow_ids(net, (place,)))


def _livelock(space: StateSpace) -> list[Fault]:
    doomed = space.leading_to([*space.stuck, *(entry.state for entry in space.unsafe), *space.goals])
    for state, leads in enumerate(doomed):
        if not leads:
            reached = _reachable(space, state)
            actors = {actor for number in reached for actor, _ in space.edges[number]}
            nodes = {space.net.actors[actor].node for actor in actors}
            going = tuple(node for node in space.net.nodes if node in nodes)
            return [Fault("livelock", _nodes(space.net, space.path(state)), going)]
    return []


def _reachable(space: StateSpace, start: int, without: frozenset[int] = frozenset()) -> list[int]:
    seen = {start}
    order = [start]
    for state in order:
        for actor, target in space.edges[state]:
            if target not in seen and actor not in without:
                seen.add(target)
                order.append(target)
    return order


def _ends_twice(space: StateSpace) -> list[Fault]:
    """Look for an end that is reached again after it was reached in a run that is not yet over.

    An end inside an activity may be reached each time that the activity is begun. What begins besides (boundary events
    and event sub-processes that do not interrupt) may lead to the same end as what it begins besides of.
    """
    net = space.net
    armed = frozenset(place for scope in net.scopes for place in scope.armed)
    besides = frozenset(
        f.actor for f in net.firings if f.incident and f.clears is None and not armed.isdisjoint(f.consume)
    )
    scopes = {actor: value.scope for actor, value in enumerate(net.actors) if value.ends and value.node}
    ended = [
        (actor, state, target)
        for state in (_reachable(space, 0, besides) if besides else range(len(space.states)))
        for actor, target in space.edges[state]
        if actor in scopes and space.states[target] and space.ok[target]
    ]
    best: list[int] = []
    for scope in dict.fromkeys(scopes[actor] for actor, _, _ in ended):
        begins = net.scopes[scope].node
        fresh = frozenset(a for a, value in enumerate(net.actors) if begins and value.node == begins and value.occurs)
        future = _future_ends(space, scopes.keys(), fresh | besides)
        tried = set()
        for actor, state, target in ended:
            if scopes[actor] == scope and actor not in tried and future[target] >> actor & 1:
                tried.add(actor)
                path = [*space.path(state), actor, *_way_to(space, target, actor, fresh | besides)]
                best = path if not best or len(path) < len(best) else best
    return [Fault("ends-twice", _nodes(net, best), (net.actors[best[-1]].node,))] if best else []


def _future_ends(space: StateSpace, ends: Collection[int], without: frozenset[int]) -> list[int]:
    """Return for every state the mask of the `ends` that can still fire, in a run that completes, `without` others."""
    future = [0] * len(space.states)
    going = [
        [(actor, target) for actor, target in edges if space.ok[target] and actor not in without]
        for edges in space.edges
    ]
    for component in strong_components([[target for _, target in edges] for edges in going]):
        mask = 0
        for state in component:
            for actor, target in going[state]:
                mask |= future[target] | (1 << actor if actor in ends else 0)
        for state in component:
            future[state] = mask
    return future


def _way_to(space: StateSpace, start: int, wanted: int, without: frozenset[int]) -> list[int]:
    """Return the actors of a shortest way from a state on which `wanted` fires last."""
    before: dict[int, tuple[int, int]] = {start: (start, -1)}
    pending = deque([start])
    while pending:
        state = pending.popleft()
        for actor, target in space.edges[state]:
            if actor == wanted and space.ok[target]:
                way = [wanted]
                while state != start:
                    state, fired = before[state]
                    way.append(fired)
                return way[::-1]
            if space.ok[target] and actor not in without and target not in before:
                before[target] = (state, actor)
                pending.append(target)
    return []
