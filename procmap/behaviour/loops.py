"""The loops of a net, nested, each with what is done every time and what only leads back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from procmap.behaviour.components import strong_components
from procmap.behaviour.net import Net
from procmap.model import Activity, Process


@dataclass(frozen=True, slots=True)
class Loop:
    """A part of a net that can be done again.

    `do`: ids of the nodes from which the loop can be left without going back; `redo`: the others. `back`: the places
    that lead back to where the loop is entered. `marker`: the activity whose loop marker asks for it, where it is no
    drawn loop. `around`: the number of the next loop around it.
    """

    do: tuple[str, ...]
    redo: tuple[str, ...]
    back: tuple[int, ...] = ()
    marker: str = ""
    around: int | None = None

    @property
    def nodes(self) -> tuple[str, ...]:
        """All nodes of the loop."""
        return (*self.do, *self.redo)


def find_loops(net: Net) -> tuple[Loop, ...]:
    """Return the drawn loops of a net, an outer one before those inside it.

    Loops are the strongly connected components of the net, looked for again inside each once its ways back to its
    entries are cut. Loops that share their entries are one.
    """
    arcs = [(source, target, place) for source, target, place in net.arcs() if source != target]
    entered = {firing.actor for firing in net.firings if not set(firing.consume).isdisjoint(net.initial)}
    loops: list[Loop] = []
    pending: list[tuple[list[int], list[tuple[int, int, int | None]], int | None]] = [
        (list(range(len(net.actors))), arcs, None)
    ]
    while pending:
        actors, within, around = pending.pop(0)
        for members in _cycles(actors, within):
            inside = set(members)
            own = [arc for arc in within if arc[0] in inside and arc[1] in inside]
            entries = {target for source, target, _ in arcs if target in inside and source not in inside}
            entries = (entries | (entered & inside)) or {min(inside)}
            back = [arc for arc in own if arc[1] in entries]
            onward = [arc for arc in own if arc[1] not in entries]
            exits = {source for source, target, _ in arcs if source in inside and target not in inside}
            done = _leading_to(exits, onward)
            do = _nodes(net, (actor for actor in sorted(inside) if actor in done))
            redo = tuple(n for n in _nodes(net, (a for a in sorted(inside) if a not in done)) if n not in do)
            places = sorted({place for _, _, place in back if place is not None})
            loops.append(Loop(do, redo, tuple(places), around=around))
            pending.append((sorted(inside), onward, len(loops) - 1))
    return tuple(loops)


def marked_loops(process: Process) -> tuple[Loop, ...]:
    """Return a loop for every activity with a loop marker: the activity and all nodes inside it."""
    children: dict[str, list[str]] = {}
    for node in process.nodes:
        if node.parent:
            children.setdefault(node.parent, []).append(node.id)
    loops = []
    for node in process.nodes:
        if isinstance(node, Activity) and node.loop is not None:
            inside = [node.id]
            for inner in inside:  # grows while it is read
                inside.extend(child for child in children.get(inner, ()) if child != node.id)
            loops.append(Loop(tuple(inside), (), marker=node.id))
    return tuple(loops)


def _cycles(actors: list[int], arcs: list[tuple[int, int, int | None]]) -> list[list[int]]:
    number = {actor: place for place, actor in enumerate(actors)}
    successors: list[list[int]] = [[] for _ in actors]
    for source, target, _ in arcs:
        successors[number[source]].append(number[target])
    components = strong_components(successors)
    return sorted(sorted(actors[place] for place in members) for members in components if len(members) > 1)


def _leading_to(targets: set[int], arcs: list[tuple[int, int, int | None]]) -> set[int]:
    sources: dict[int, list[int]] = {}
    for source, target, _ in arcs:
        sources.setdefault(target, []).append(source)
    leading = set(targets)
    pending = sorted(targets)
    while pending:
        for source in sources.get(pending.pop(), ()):
            if source not in leading:
                leading.add(source)
                pending.append(source)
    return leading


def _nodes(net: Net, actors: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(net.actors[actor].node for actor in actors if net.actors[actor].occurs))
