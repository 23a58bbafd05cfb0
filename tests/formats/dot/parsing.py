"""A small reader of DOT, written from its grammar, to see that what was written is what was meant."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<id>[A-Za-z_][A-Za-z0-9_]*|-?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?))'
    r"|(?P<sign>->|[{}\[\]=;,])|(?P<html><))",
    re.DOTALL,
)


@dataclass
class Graph:
    """What a DOT file says: attributes of clusters and nodes by name, where each lies, and the edges."""

    clusters: dict[str, dict[str, str]] = field(default_factory=dict)
    nodes: dict[str, dict[str, str]] = field(default_factory=dict)
    holder: dict[str, str] = field(default_factory=dict)
    edges: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)


def parse(text: str) -> Graph:
    """Return what a DOT file says. Raises ValueError where it is none."""
    tokens = list(_tokens(text))
    graph = Graph()
    around: list[str] = []
    place = 0
    while place < len(tokens):
        word = tokens[place]
        if word == "digraph":
            around.append("")
            place += 2
        elif word == "subgraph":
            name = tokens[place + 1]
            graph.holder[name] = around[-1]
            graph.clusters[name] = {}
            around.append(name)
            place += 3
        elif word == "}":
            around.pop()
            place += 1
        elif tokens[place + 1] == "=":
            graph.clusters.setdefault(around[-1], {})[word] = tokens[place + 2]
            place += 3
        elif tokens[place + 1] == "->":
            attributes, end = _attributes(tokens, place + 3)
            graph.edges.append((word, tokens[place + 2], attributes))
            place = end
        else:
            attributes, place = _attributes(tokens, place + 1)
            if word not in ("graph", "node", "edge"):
                if word in graph.nodes:
                    raise ValueError(f"{word} twice")
                graph.nodes[word] = attributes
                graph.holder[word] = around[-1]
    if around:
        raise ValueError("not closed")
    return graph


def shown(label: str) -> str:
    r"""Return what Graphviz shows of a label: `\n` is a new line, other escapes are their character, entities too."""
    return html.unescape(re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label, flags=re.DOTALL))


def _tokens(text: str):
    place = 0
    while place < len(text.rstrip()):
        found = _TOKEN.match(text, place)
        if found is None or found["html"]:
            raise ValueError(text[place : place + 40])
        quoted = found["quoted"]
        yield quoted[1:-1].replace('\\"', '"') if quoted is not None else found["id"] or found["sign"]
        place = found.end()


def _attributes(tokens: list[str], place: int) -> tuple[dict[str, str], int]:
    if place >= len(tokens) or tokens[place] != "[":
        return {}, place
    attributes: dict[str, str] = {}
    place += 1
    while tokens[place] != "]":
        if tokens[place + 1] != "=":
            raise ValueError(tokens[place])
        attributes[tokens[place]] = tokens[place + 2]
        place += 3
    return attributes, place + 1
