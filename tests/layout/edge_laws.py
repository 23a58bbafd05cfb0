"""The laws of a drawing's edges and labels: each function returns what breaks one, as texts; nothing when it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from procmap.layout.text import text_width
from procmap.model import Bounds, Event, Gateway
from tests.layout.laws import SMALL, Drawing, crosses, overlap

LETTERS = 11.0
"""Type size of labels outside shapes."""


class Connector(NamedTuple):
    """An edge between two elements; `sources` are several where a data association has several."""

    id: str
    source: str
    target: str
    kind: str


class Piece(NamedTuple):
    """A straight part of an edge: `at` is its y when it is level, else its x."""

    edge: Connector
    level: bool
    at: float
    low: float
    high: float


def connectors(drawing: Drawing) -> list[Connector]:
    """Return every edge of the model that is drawn."""
    process = drawing.process
    found = [Connector(flow.id, flow.source, flow.target, "flow") for flow in process.flows]
    found += [Connector(flow.id, flow.source, flow.target, "message") for flow in process.message_flows]
    found += [Connector(line.id, line.source, line.target, "association") for line in process.associations]
    for flow in process.data_associations:
        if flow.type == "input":
            source = next((end for end in flow.sources if end in drawing.shapes), "")
            found.append(Connector(flow.id, source, flow.node, "data"))
        else:
            found.append(Connector(flow.id, flow.node, flow.target, "data"))
    return [edge for edge in found if edge.id in drawing.edges]


def pieces(drawing: Drawing) -> Iterator[Piece]:
    """Yield the straight parts of all edges."""
    for edge in connectors(drawing):
        for first, second in pairwise(drawing.edges[edge.id].waypoints):
            level = abs(first.y - second.y) <= SMALL
            low, high = sorted((first.x, second.x) if level else (first.y, second.y))
            yield Piece(edge, level, first.y if level else first.x, low, high)


def edges_avoid_nodes(drawing: Drawing) -> list[str]:
    """No edge runs through a node, a data item or an annotation, not even its own ends; only what holds an end."""
    wrong = []
    artifacts = {*(item.id for item in drawing.process.data), *(note.id for note in drawing.process.annotations)}
    solid = [
        (key, drawing.bounds(key)) for key in drawing.leaves if key in drawing.index.nodes or key in artifacts
    ]  # fmt: skip
    for edge in connectors(drawing):
        if not {edge.source, edge.target} <= drawing.shapes.keys():
            continue  # An edge to an edge can lie anywhere.
        passed = _around(drawing, edge.source) | _around(drawing, edge.target)
        wrong += [
            f"{edge.id} through {key}"
            for first, second in pairwise(drawing.edges[edge.id].waypoints)
            for key, bounds in solid
            if crosses(first, second, bounds) and key not in passed
        ]
    return wrong


def _around(drawing: Drawing, end: str) -> set[str]:
    """Return the sub-processes around an end of an edge; a lane or a group lies among what lies in it."""
    if end in drawing.index.nodes or end in drawing.shapes:
        return drawing.holders(end)
    return set()


def edges_keep_apart(drawing: Drawing) -> list[str]:
    """No two edges run on top of each other, unless they have an end in common."""
    wrong = []
    by_line: dict[tuple[bool, int], list[Piece]] = defaultdict(list)
    for piece in pieces(drawing):
        by_line[piece.level, round(piece.at * 2)].append(piece)
    for found in by_line.values():
        found.sort(key=lambda piece: (piece.low, piece.high))
        wrong += [
            f"{first.edge.id} on {second.edge.id}"
            for first, second in combinations(found, 2)
            if min(first.high, second.high) - max(first.low, second.low) > 1
            and first.edge.id != second.edge.id
            and not {first.edge.source, first.edge.target} & {second.edge.source, second.edge.target}
        ]
    return wrong


def labels(drawing: Drawing) -> list[tuple[str, Bounds]]:
    """Return the labels that stand outside shapes."""
    found = [(shape.element, shape.label) for shape in drawing.diagram.shapes if shape.label is not None]
    found += [(edge.element, edge.label) for edge in drawing.diagram.edges if edge.label is not None]
    return found


def labels_keep_apart(drawing: Drawing) -> list[str]:
    """Labels lie neither on nodes, data items and annotations, nor on each other."""
    wrong = []
    groups = {group.id for group in drawing.process.groups}
    holders = {outer for key in drawing.shapes for outer in drawing.holders(key)}
    pools = {pool.id for pool in drawing.process.pools}
    solid = [
        (key, drawing.bounds(key)) for key in drawing.leaves if key not in holders and key not in pools
    ]  # fmt: skip
    found = [(key, label) for key, label in labels(drawing) if key not in groups]
    for place, (key, label) in enumerate(found):
        wrong += [f"label of {key} on {other}" for other, bounds in solid if overlap(label, bounds)]
        wrong += [f"label of {key} on that of {other}" for other, second in found[:place] if overlap(label, second)]
    return wrong


def labels_fit(drawing: Drawing) -> list[str]:
    """What has a name and no room for it has a label, as wide as its longest word or as wide as labels get."""
    wrong = []
    named: dict[str, str] = {
        element.id: element.name
        for element in drawing.process.nodes
        if isinstance(element, Event | Gateway)
    }  # fmt: skip
    named.update((item.id, item.name) for item in drawing.process.data)
    named.update((flow.id, flow.name) for flow in drawing.process.flows)
    boxes = dict(labels(drawing))
    for key, name in named.items():
        words = name.replace("-", " ").replace("/", " ").split()
        if not words or (key not in drawing.shapes and key not in drawing.edges):
            continue
        box = boxes.get(key)
        if box is None:
            wrong.append(f"no label: {key}")
            continue
        area = text_width(" ".join(name.split()), LETTERS) * LETTERS
        if box.width < min(max(text_width(word, LETTERS) for word in words), 80) - SMALL:
            wrong.append(f"label of {key} splits a word")
        if box.width * box.height < area * 0.99 and box.height < 69:
            wrong.append(f"label of {key} is too small")
    return wrong


LAWS = (edges_avoid_nodes, edges_keep_apart, labels_keep_apart, labels_fit)


def broken_edge_laws(drawing: Drawing) -> list[str]:
    """Return everything that is wrong with the edges and labels of a drawing."""
    return [text for law in LAWS for text in law(drawing)]
