"""Strongly connected components of a graph given as adjacency lists."""

from __future__ import annotations

from collections.abc import Sequence


def strong_components(successors: Sequence[Sequence[int]], roots: Sequence[int] | None = None) -> list[list[int]]:
    """Return the strongly connected components that can be reached from `roots` (default: all vertices).

    A component comes after all components that can be reached from it. Tarjan 1972, without recursion.
    """
    size = len(successors)
    number = [-1] * size
    low = [0] * size
    on_path = bytearray(size)
    path: list[int] = []
    components: list[list[int]] = []
    count = 0
    for root in range(size) if roots is None else roots:
        if number[root] >= 0:
            continue
        number[root] = low[root] = count
        count += 1
        path.append(root)
        on_path[root] = 1
        work = [(root, iter(successors[root]))]
        while work:
            vertex, rest = work[-1]
            for target in rest:
                if number[target] < 0:
                    number[target] = low[target] = count
                    count += 1
                    path.append(target)
                    on_path[target] = 1
                    work.append((target, iter(successors[target])))
                    break
                if on_path[target] and number[target] < low[vertex]:
                    low[vertex] = number[target]
            else:
                work.pop()
                if work and low[vertex] < low[work[-1][0]]:
                    low[work[-1][0]] = low[vertex]
                if low[vertex] == number[vertex]:
                    component: list[int] = []
                    while not component or component[-1] != vertex:
                        component.append(path.pop())
                        on_path[component[-1]] = 0
                    components.append(component)
    return components
