"""All states that the tokens of a net can reach, up to a cap.

A state is a number: bit p is set when place p holds a token. A firing that would put a second token into a place is
kept as `unsafe` and not followed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from procmap.behaviour.net import Firing, Net

CAP = 60_000
MAX_PLACES = 8_192
"""Above it a state is too large a number for many of them to be kept."""
MAX_OPTIONS = 15
"""More optional ways out of one node than this have more combinations than are worth trying: each alone, and all."""
SAMPLED = 2_000
"""States to try where not all combinations are."""


class Undecided(Exception):  # noqa: N818 - no error: an honest answer
    """The question was not decided: there are more than `states` states, or the net is too large to try them.

    `so_far` holds the states that were found, if any; what is stuck or unsafe among them is so.
    """

    def __init__(self, states: int, so_far: StateSpace | None = None) -> None:
        self.states, self.so_far = states, so_far
        super().__init__(f"not decided after {states} states")


class Unsafe(NamedTuple):
    """In `state` the `actor` can fire and put a second token into `place`."""

    state: int
    actor: int
    place: int


@dataclass(frozen=True)
class StateSpace:
    """The reachable states of a net, numbered as they are found (breadth first, so the first way is a shortest one).

    `edges[s]`: (actor, next state) for every firing in state s. `before[s]`: the state and actor that s was found by.
    `stuck`: states with tokens in which nothing but an incident can fire. `goals`: states that count as complete.
    """

    net: Net
    states: tuple[int, ...]
    edges: tuple[tuple[tuple[int, int], ...], ...]
    before: tuple[tuple[int, int], ...]
    stuck: tuple[int, ...]
    unsafe: tuple[Unsafe, ...]
    goals: frozenset[int]

    @cached_property
    def ok(self) -> bytearray:
        """One byte for every state: can a goal be reached from it?"""
        return self.leading_to(self.goals)

    def leading_to(self, targets: Iterable[int]) -> bytearray:
        """Return one byte for every state: can one of `targets` be reached from it?"""
        marked = bytearray(len(self.states))
        pending = list(targets)
        for state in pending:
            marked[state] = 1
        sources = self._sources
        while pending:
            for source in sources[pending.pop()]:
                if not marked[source]:
                    marked[source] = 1
                    pending.append(source)
        return marked

    @cached_property
    def _sources(self) -> list[list[int]]:
        sources: list[list[int]] = [[] for _ in self.states]
        for state, edges in enumerate(self.edges):
            for _, target in edges:
                sources[target].append(state)
        return sources

    @cached_property
    def acting(self) -> frozenset[int]:
        """The actors that fire in some state, followed or unsafe."""
        return frozenset(actor for edges in self.edges for actor, _ in edges) | {entry.actor for entry in self.unsafe}

    def path(self, state: int) -> list[int]:
        """Return the actors that fire on a shortest way to a state."""
        actors = []
        while state:
            state, actor = self.before[state]
            actors.append(actor)
        return actors[::-1]

    def with_goals(self, goals: Iterable[int]) -> StateSpace:
        """Return the same states with other goals."""
        return StateSpace(
            self.net, self.states, self.edges, self.before, self.stuck, self.unsafe, frozenset(goals)
        )  # fmt: skip


def explore(net: Net, cap: int = CAP, swallowed: Collection[int] = ()) -> StateSpace:
    """Return the state space of a net. Tokens put into the places of `swallowed` vanish.

    Raises Undecided when there are more than `cap` states, or the net has more than MAX_PLACES places or a node with
    more than MAX_OPTIONS optional ways out.
    """
    if len(net.flows) > MAX_PLACES:
        raise Undecided(0)
    sampled = any(len(firing.options) > MAX_OPTIONS for firing in net.firings)
    if sampled:
        cap = min(cap, SAMPLED)
    table, joins = _rules(net, swallowed)
    initial = 0
    for place in net.initial:
        initial |= 1 << place
    numbers = {initial: 0}
    states = [initial]
    before = [(0, -1)]
    all_edges: list[tuple[tuple[int, int], ...]] = []
    stuck: list[int] = []
    unsafe: list[Unsafe] = []
    for number, state in enumerate(states):  # grows while it is read
        enabled: list[tuple[int, int, int]] = []
        moves = not state
        waiting = state
        while waiting:
            bit = waiting & -waiting
            waiting ^= bit
            for consume, empty, keep, produce, actor, incident in table.get(bit, ()):
                if state & consume == consume and not state & empty:
                    enabled.append((state & keep, produce, actor))
                    moves = moves or not incident
        for inputs, reaching, produces, actor in joins:
            if state & inputs and _may_join(state, state & inputs, reaching):
                enabled.extend((state & ~inputs, produce, actor) for produce in produces)
                moves = True
        edges: list[tuple[int, int]] = []
        for rest, produce, actor in enabled:
            if rest & produce:
                unsafe.append(Unsafe(number, actor, _lowest(rest & produce)))
                continue
            following = rest | produce
            known = numbers.get(following)
            if known is None:
                known = numbers[following] = len(states)
                states.append(following)
                before.append((number, actor))
            edges.append((actor, known))
        if not moves:
            stuck.append(number)
        all_edges.append(tuple(edges))
        if len(states) > cap:
            break
    complete = len(all_edges) == len(states) <= cap
    all_edges.extend(() for _ in range(len(states) - len(all_edges)))
    goals = (numbers[0],) if 0 in numbers else ()
    space = StateSpace(
        net, tuple(states), tuple(all_edges), tuple(before), tuple(stuck), tuple(unsafe), frozenset(goals)
    )
    if not complete or sampled:
        raise Undecided(len(states), space)
    return space


def _lowest(bits: int) -> int:
    return (bits & -bits).bit_length() - 1


def _may_join(state: int, marked: int, reaching: list[tuple[int, int]]) -> bool:
    """BPMN 2.0, 13.4.3: no token can come to an empty input, but for those that can come to a marked one as well."""
    to_empty = to_marked = 0
    for bit, sources in reaching:
        if marked & bit:
            to_marked |= sources
        else:
            to_empty |= sources
    return not state & to_empty & ~to_marked


_Rule = tuple[int, int, int, int, int, bool]
_JoinRule = tuple[int, list[tuple[int, int]], list[int], int]


def _rules(net: Net, swallowed: Collection[int]) -> tuple[dict[int, list[_Rule]], list[_JoinRule]]:
    """Turn firings into masks: those with all their inputs by the lowest bit they take, and inclusive joins."""
    table: dict[int, list[_Rule]] = {}
    joins: list[_JoinRule] = []
    inside = _insides(net) if any(f.empties is not None or f.clears is not None for f in net.firings) else []
    masks: dict[tuple[int, ...], int] = {}
    sources = _sources(net, inside, masks) if any(firing.waits for firing in net.firings) else []
    for firing in net.firings:
        consume = _mask(firing.consume, masks)
        if firing.waits:
            reaching = [(1 << place, _reaching(sources, place, firing.actor)) for place in firing.consume]
            joins.append((consume, reaching, _produced(firing, swallowed, masks), firing.actor))
            continue
        empty, lost = 0, consume
        if firing.empties is not None:
            armed = _mask(net.scopes[firing.empties].armed, masks)
            empty = inside[firing.empties] & ~armed & ~consume
            lost |= armed
        if firing.clears is not None:
            lost |= inside[firing.clears]
        rules = table.setdefault(consume & -consume, [])
        for produce in _produced(firing, swallowed, masks):
            rules.append((consume, empty, ~lost, produce, firing.actor, firing.incident))
    return table, joins


def _mask(places: tuple[int, ...], masks: dict[tuple[int, ...], int]) -> int:
    mask = masks.get(places)
    if mask is None:
        mask = 0
        for place in places:
            mask |= 1 << place
        masks[places] = mask
    return mask


def _produced(firing: Firing, swallowed: Collection[int], masks: dict[tuple[int, ...], int]) -> list[int]:
    kept = _mask(firing.produce, masks)
    lost = _mask(tuple(swallowed), masks) if swallowed else 0
    if not firing.options:
        return [kept & ~lost]
    most = len(firing.options)
    counts = range(firing.least, most + 1) if most <= MAX_OPTIONS else (*range(firing.least, 2), most)
    return [(kept | _mask(chosen, masks)) & ~lost for count in counts for chosen in combinations(firing.options, count)]


def _insides(net: Net) -> list[int]:
    """Return for every scope the mask of the places in it, at any depth."""
    inside = [0] * len(net.scopes)
    for place, scope in enumerate(net.scope_of):
        inside[scope] |= 1 << place
    for number in range(len(net.scopes) - 1, 0, -1):
        around = net.scopes[number].around
        inside[around or 0] |= inside[number]
    return inside


def _sources(net: Net, inside: list[int], masks: dict[tuple[int, ...], int]) -> list[list[tuple[int, int]]]:
    """Return for every place the actors that put tokens into it, each with the places that these come from."""
    sources: list[list[tuple[int, int]]] = [[] for _ in net.flows]
    for firing in net.firings:
        taken = _mask(firing.consume, masks)
        if firing.empties is not None:
            taken |= inside[firing.empties]
        for place in (*firing.produce, *firing.options):
            sources[place].append((firing.actor, taken))
    return sources


def _reaching(sources: list[list[tuple[int, int]]], target: int, passing: int) -> int:
    """Return the mask of the places whose token can come to `target` without the actor `passing`."""
    reached = fresh = 1 << target
    while fresh:
        bit = fresh & -fresh
        fresh ^= bit
        for actor, taken in sources[bit.bit_length() - 1]:
            if actor != passing:
                fresh |= taken & ~reached
                reached |= taken
    return reached
