"""A DOT file from processes, built line by line, so that no nesting is too deep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from procmap.formats.dot.containers import Containers, containers_of
from procmap.formats.dot.labels import escaped, label
from procmap.formats.dot.shapes import Attributes, edge_attributes, node_attributes
from procmap.model import Activity, Element, Event, Pool, Process

if TYPE_CHECKING:
    from graphviz import Digraph

_PLAIN = {"fontname": "Arial", "fontsize": "11"}
_INVISIBLE = {"style": "invis", "label": "", "width": "0", "height": "0", "fixedsize": "true"}


@dataclass
class Source:
    """The text of a DOT file, and how many lines have an end that nothing can be drawn to."""

    text: str
    loose_ends: int


def source_of(processes: Sequence[Process]) -> Source:
    """Return processes as DOT; several are a cluster each, with a line from each call to the process it calls."""
    from graphviz import Digraph

    graph = Digraph(graph_attr={"rankdir": "LR", "compound": "true", "charset": "UTF-8", **_PLAIN})
    graph.attr("node", **_PLAIN)
    graph.attr("edge", **_PLAIN)
    drawings = [_Drawing(graph, f"p{number}_", process) for number, process in enumerate(processes, 1)]
    for drawing in drawings:
        drawing.draw(framed=len(processes) > 1)
    if len(processes) > 1:
        _draw_calls(graph, drawings)
    return Source(graph.source, sum(drawing.loose_ends for drawing in drawings))


def _draw_calls(graph: Digraph, drawings: Sequence[_Drawing]) -> None:
    by_id: dict[str, _Drawing] = {}
    for drawing in drawings:
        by_id.setdefault(drawing.process.id, drawing)
    for drawing in drawings:
        for node in drawing.process.nodes:
            called = by_id.get(node.called) if isinstance(node, Activity) else None
            if called is not None and called is not drawing and node.id in drawing.names:
                ends = {"lhead": called.frame, "style": "dashed", "constraint": "false"}
                graph.edge(drawing.names[node.id], called.anchor, **ends)


@dataclass
class _Drawing:
    """One process in the making. `names`: what nodes are called in the file; `clusters`: those of pools and so on."""

    graph: Digraph
    prefix: str
    process: Process
    names: dict[str, str] = field(default_factory=dict)
    clusters: dict[str, str] = field(default_factory=dict)
    loose_ends: int = 0

    @property
    def frame(self) -> str:
        return f"cluster_{self.prefix}frame"

    @property
    def anchor(self) -> str:
        """Return a node in this process that lines to the whole of it end at."""
        return next(iter(self.names.values()), f"{self.prefix}empty")

    def draw(self, *, framed: bool) -> None:
        containers = containers_of(self.process)
        if framed:
            self._open(self.frame, {"label": label(self.process.name or self.process.id)})
            if not containers.holder:
                self.graph.node(f"{self.prefix}empty", **_INVISIBLE)
        for what, element in containers.walk():
            if what == "open":
                self._open_cluster(element, containers)
            elif what == "close":
                self.graph.body.append("}\n")
            else:
                self.names[element.id] = self._name()
                self.graph.node(self.names[element.id], **node_attributes(element))
        if framed:
            self.graph.body.append("}\n")
        for source, target, element, attributes in self._lines():
            self._line(source, target, containers, attributes or edge_attributes(element))

    def _name(self) -> str:
        return f"{self.prefix}n{len(self.names) + len(self.clusters) + 1}"

    def _open(self, name: str, attributes: Attributes) -> None:
        self.graph.body.append(f"subgraph {name} {{\n")
        self.graph.attr(**{"style": "", "penwidth": "1", **attributes})  # else those of the cluster around it hold

    def _open_cluster(self, element: Element, containers: Containers) -> None:
        self.clusters[element.id] = f"cluster_{self._name()}"
        look = {"label": label(element.name), "id": escaped(element.id)}
        if isinstance(element, Activity):
            look["style"] = "rounded,dotted" if element.triggered_by_event else "rounded"
        elif isinstance(element, Pool):
            look["penwidth"] = "2"
        self._open(self.clusters[element.id], look)
        if not containers.members[element.id]:  # Graphviz draws no cluster without a node
            self.names[element.id] = f"{self.clusters[element.id].removeprefix('cluster_')}_empty"
            self.graph.node(self.names[element.id], **_INVISIBLE)

    def _lines(self) -> Iterator[tuple[str, str, Element, Attributes]]:
        process = self.process
        for node in process.nodes:
            if isinstance(node, Event) and node.attached_to:
                yield node.attached_to, node.id, node, {"style": "dotted", "arrowhead": "none"}
        for flow in process.flows:
            yield flow.source, flow.target, flow, {}
        for message in process.message_flows:
            yield message.source, message.target, message, {}
        for link in process.data_associations:
            for cited in link.sources if link.type == "input" else (link.target,):
                ends = (cited, link.node) if link.type == "input" else (link.node, cited)
                if cited:
                    yield *ends, link, {}
        for association in process.associations:
            yield association.source, association.target, association, {}

    def _line(self, source: str, target: str, containers: Containers, attributes: Attributes) -> None:
        """Draw a line; at a cluster it ends at a node inside, cut off at the border."""
        tail, ltail = self._end(source, containers, last=True)
        head, lhead = self._end(target, containers, last=False)
        if not tail or not head:
            self.loose_ends += 1
            return
        ends = {"ltail": ltail, "lhead": lhead}
        self.graph.edge(tail, head, **attributes, **{name: cluster for name, cluster in ends.items() if cluster})

    def _end(self, element_id: str, containers: Containers, *, last: bool) -> tuple[str, str]:
        """Return the node and the cluster that a line to or from an element ends at; empty where it has none."""
        cluster = self.clusters.get(element_id, "")
        if not cluster:
            return self.names.get(element_id, ""), ""
        end = element_id
        while members := containers.members.get(end):
            end = members[-1 if last else 0].id
        return self.names[end], cluster


def counted(process: Process, containers: Containers) -> Counter[str]:
    """Return how much of a process DOT has no place for, by the code that tells it."""
    found: Counter[str] = Counter()
    found["dot-no-attached"] = len(process.attached)
    found["dot-no-group"] = len(process.groups)
    found["dot-one-lane"] = len(containers.several)
    found["dot-no-details"] = sum(1 for element in process.elements() if _says_more(element))
    known = process.card.model_copy(update={"name": "", "organisation": "", "variant": ""})
    about = (process.documentation, process.properties, process.scales, process.decisions)
    found["dot-no-card"] = int(any(about) or known != type(known)())
    return found


_SHOWN = frozenset((
    "id", "name", "kind", "type", "parent", "pool", "source", "target", "sources", "node", "nodes", "scope", "process",
    "triggers", "attached_to", "interrupting", "triggered_by_event", "default", "text", "state", "refers_to", "called",
    "direction", "message", "condition", "members", "lane_set",
))  # fmt: skip


def _says_more(element: Element) -> bool:
    """Tell whether an element says something that is not drawn."""
    fields = type(element).model_fields
    return any(getattr(element, name) != info.default for name, info in fields.items() if name not in _SHOWN)
