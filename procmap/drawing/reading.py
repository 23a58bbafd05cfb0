"""In which order a drawing is read aloud: pool by pool, each from its start to its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from procmap.behaviour import node_order
from procmap.drawing.scene import Scene
from procmap.model import Element, Event, FlowNode, Group, Lane, Pool

Passage = tuple[Pool | None, list[Element]]
"""A pool, and what is read inside it; None: what lies in no pool that is drawn."""


def passages(scene: Scene) -> list[Passage]:
    """Return what a scene draws in the order of reading; lanes are told by their pool and nodes, groups come last.

    Nodes follow each other as the flow goes, across lanes. What lies in a sub-process comes after it, an event on a
    border after its activity, data and annotations after the nodes.
    """
    pools = {pool.id: pool for pool in scene.process.pools if pool.id in scene.elements}
    nodes = {node.id: node for node in scene.process.nodes}
    guests: dict[str, list[FlowNode]] = defaultdict(list)
    for shape in scene.guests:
        host = getattr(nodes.get(shape.element), "attached_to", None)
        if host in scene.elements and host != shape.element:
            guests[host].append(nodes[shape.element])
    seated = {guest.id for guest in chain.from_iterable(guests.values())}
    inside: dict[str, list[Element]] = defaultdict(list)
    for key in node_order(scene.process):
        node = nodes[key]
        if key in scene.elements and key not in seated:
            inside[_pool(node, pools)] += [node, *guests.get(key, ())]
    for element in scene.elements.values():
        if not isinstance(element, FlowNode | Pool | Lane | Group):
            inside[_pool(element, pools)].append(element)
    found: list[Passage] = [(pool, inside[key]) for key, pool in pools.items()]
    rest = inside[""] + [element for element in scene.elements.values() if isinstance(element, Group)]
    return [*found, (None, rest)] if rest else found


def followers(inside: Sequence[Element]) -> list[str]:
    """Return for each of some elements the id of the one that is read next, events on borders passed over."""
    found: list[str] = []
    following = ""
    for element in reversed(inside):
        found.append(following)
        if not (isinstance(element, Event) and element.attached_to):
            following = element.id
    return found[::-1]


def _pool(element: Element, pools: dict[str, Pool]) -> str:
    pool = getattr(element, "pool", None)
    return pool if pool in pools else ""
