"""Graphs of parts as trees: how they are made, and what is left of one when parts are taken out.

Choice graphs after Kourani and van Zelst (2023), partial orders as they have them: sound by construction, since every
part lies on a way from the beginning to the end and all links are of one kind of gateway.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from procmap.harmonisation.tree import BEGIN, END, Kind, Link, Tree, block, reached


def reduction(after: Sequence[int]) -> list[Link]:
    """Return the links that say the same as an order of parts, as few as will do, with those from BEGIN and to END.

    `after[i]`: the parts that come after part i, as bits; all have higher numbers than i.
    """
    links: list[Link] = []
    everything = 0
    for number, mask in enumerate(after):
        beyond = 0
        for other in range(number + 1, len(after)):
            if mask >> other & 1:
                if not beyond >> other & 1:
                    links.append((number, other))
                beyond |= after[other]
        everything |= mask
    links += [(BEGIN, number) for number in range(len(after)) if not everything >> number & 1]
    links += [(number, END) for number, mask in enumerate(after) if not mask]
    return sorted(links)


def graph(kind: Kind, parts: Sequence[Tree], links: Iterable[Link]) -> Tree:
    """Return a choice graph or partial order, as a sequence or block where it is no more than that.

    The parts must be in an order that all links but those back follow.
    """
    found = tuple(sorted(set(links)))
    if len(parts) == 1 and (0, 0) not in found:
        return parts[0]
    count = len(parts)
    chain = [(number, number + 1) for number in range(count - 1)]
    if set(found) == {(BEGIN, 0), (count - 1, END), *chain}:
        return block("seq", parts)
    if set(found) == {(BEGIN, number) for number in range(count)} | {(number, END) for number in range(count)}:
        return block("xor" if kind == "choice" else "and", parts)
    return Tree(kind, parts=tuple(parts), links=found)


def in_chains(parts: Sequence[Tree], links: Iterable[Link]) -> tuple[list[Tree], list[Link]]:
    """Return a choice graph's parts and links with parts that only follow each other as one sequence."""
    found = sorted(set(links))
    ahead: dict[int, list[int]] = {}
    behind: dict[int, list[int]] = {}
    for source, target in found:
        ahead.setdefault(source, []).append(target)
        behind.setdefault(target, []).append(source)
    joined = {
        number: then[0]
        for number, then in ahead.items()
        if number >= 0 and len(then) == 1 and then[0] > number and len(behind[then[0]]) == 1
    }
    heads = [number for number in range(len(parts)) if number not in joined.values()]
    place: dict[int, int] = {BEGIN: BEGIN, END: END}
    made = []
    for number, head in enumerate(heads):
        chain = [head]
        while chain[-1] in joined:
            chain.append(joined[chain[-1]])
        place.update(dict.fromkeys(chain, number))
        made.append(block("seq", (parts[each] for each in chain)))
    left = [(place[source], place[target]) for source, target in found if joined.get(source) != target]
    return made, left


def keep_parts(tree: Tree, parts: Sequence[Tree | None]) -> Tree | None:
    """Return a graph with its parts as given; where one is None, what led to it leads to what it led to."""
    links = set(tree.links)
    gone = [number for number, part in enumerate(parts) if part is None]
    for number in gone:
        into = [source for source, target in links if target == number and source != number]
        out = [target for source, target in links if source == number and target != number]
        links = {link for link in links if number not in link} | set(product(into, out))
    links.discard((BEGIN, END))
    left = [part for part in parts if part is not None]
    if not left:
        return None
    staying = [number for number, part in enumerate(parts) if part is not None]
    gates = range(len(parts), len(parts) + len(tree.gateways))
    place = {old: new for new, old in enumerate([*staying, *gates])} | {BEGIN: BEGIN, END: END}
    renamed = [(place[source], place[target]) for source, target in links]
    if tree.kind == "flow":
        if len(left) == 1:
            return left[0]
        stands = tuple("".join(tree.stands[one][other] for other in staying) for one in staying)
        return replace(tree, parts=tuple(left), links=tuple(sorted(renamed)), stands=stands)
    made = graph(tree.kind, left, renamed if tree.kind == "choice" else reduction(_after(len(left), renamed)))
    return replace(made, optional=made.optional or tree.optional)


def _after(count: int, links: Iterable[Link]) -> list[int]:
    found = list(links)
    return [sum(1 << other for other in reached(found, number) if other > number) for number in range(count)]


def part_relation(tree: Tree, after: Sequence[int], one: int, other: int) -> str:
    """Return how one part of a graph stands to another; `after`: of the graph, by `followers`."""
    if tree.kind == "flow":
        return tree.stands[one][other]
    if after[one] >> other & 1:
        return "<"
    if after[other] >> one & 1:
        return ">"
    return "x" if tree.kind == "choice" else "|"
