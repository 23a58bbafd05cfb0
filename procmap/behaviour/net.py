"""How tokens can move in one pool: places that hold tokens, and firings that take them and put them elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from procmap.model import Finding

Way = Literal["exclusive", "parallel", "inclusive", "completion"]
"""How a node joins what comes in, or splits what goes out. `completion`: it waits until all tokens inside are gone."""


class Actor(NamedTuple):
    """What fires: a node, or the completion of an activity that was begun by another actor of the same node.

    `occurs` tells whether its firing is the node's happening. `ends`: nothing comes after it. `scope`: where it lies.
    """

    node: str
    occurs: bool = True
    join: Way = "exclusive"
    split: Way = "exclusive"
    ends: bool = False
    scope: int = 0


class Firing(NamedTuple):
    """One way in which an actor fires.

    It takes a token from every place of `consume` (with `waits`: from those that hold one, when no token that could
    still come to the others is on its way), and puts one into every place of `produce` and into any `least` or more of
    `options`. `empties`: a scope in which no token may be; `clears`: one that loses all its tokens. An `incident` is
    a firing that nobody can count on, such as a boundary event of a sub-process.
    """

    actor: int
    consume: tuple[int, ...]
    produce: tuple[int, ...] = ()
    options: tuple[int, ...] = ()
    least: int = 0
    waits: bool = False
    empties: int | None = None
    clears: int | None = None
    incident: bool = False


class Scope(NamedTuple):
    """The inside of an activity (`node`; none: the whole pool). Numbers of scopes grow inwards.

    Places of `armed` hold what may still be triggered and keep nothing from being completed.
    """

    node: str | None
    around: int | None
    armed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Net:
    """The token game of one pool.

    Places are numbered; `flows` and `scope_of` tell what sequence flow a place is (or "") and in which scope it lies.
    `initial`: the places that hold a token at first. `plain`: the net holds nothing that reduction does not know.
    `apart`: ids of the nodes that are not played, since nothing leads to or from them or they only compensate.
    """

    pool: str | None
    actors: tuple[Actor, ...]
    flows: tuple[str, ...]
    scope_of: tuple[int, ...]
    scopes: tuple[Scope, ...]
    firings: tuple[Firing, ...]
    initial: tuple[int, ...]
    plain: bool
    apart: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def nodes(self) -> tuple[str, ...]:
        """The ids of the nodes that are played, in the order of the source."""
        return tuple(dict.fromkeys(actor.node for actor in self.actors if actor.node))

    def arcs(self) -> Iterator[tuple[int, int, int | None]]:
        """Yield (actor, actor, place): the one puts a token where the other takes it.

        Without a place: the other completes a scope in which the one may take the last token.
        """
        producers: list[list[int]] = [[] for _ in self.flows]
        consumers: list[list[int]] = [[] for _ in self.flows]
        for firing in self.firings:
            for place in (*firing.produce, *firing.options):
                producers[place].append(firing.actor)
            for place in firing.consume:
                consumers[place].append(firing.actor)
        for place in range(len(self.flows)):
            for source in dict.fromkeys(producers[place]):
                for target in dict.fromkeys(consumers[place]):
                    yield source, target, place
        completing = {firing.empties: firing.actor for firing in self.firings if firing.empties is not None}
        for firing in self.firings:
            if self.actors[firing.actor].ends:
                completion = completing.get(self.actors[firing.actor].scope)
                if completion is not None and completion != firing.actor:
                    yield firing.actor, completion, None
