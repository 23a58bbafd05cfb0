"""A whole BPMN file from processes of the model, in the order that the BPMN 2.0 schema asks for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from procmap.formats.bpmn.di import with_markers, write_diagram
from procmap.formats.bpmn.encode import Definitions, Encoder, NodeData, add, make
from procmap.formats.bpmn.ids import FileIds, Names, ids_of
from procmap.formats.bpmn.metadata import encode, xml_text
from procmap.formats.bpmn.mirror import EXECUTION, MODELER, Mirror
from procmap.formats.bpmn.names import MODEL, PROCMAP, XSI, bpmn, procmap
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataItem,
    Diagram,
    Event,
    Gateway,
    Group,
    Index,
    Lane,
    Pool,
    Process,
    SequenceFlow,
)
from procmap.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lxml import etree
_XMLNS = {
    "bpmn": MODEL,
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
    "xsi": XSI,
    "procmap": PROCMAP,
}
_DRAWN_DATA = frozenset(("dataObject", "dataObjectReference", "dataStore", "dataStoreReference"))
"""The kinds of data items that stand by themselves: inputs and outputs lie in what they belong to."""


def build(
    processes: Sequence[Process],
    drawings: Iterable[tuple[Diagram, Sequence[int]]],
    mirrors: Sequence[Mirror] = (),
) -> etree._Element:
    """Return `definitions` with the processes and their diagrams; `mirrors`: one for each process, or none at all.

    Each diagram comes with the numbers of the processes that it shows: an id means that of the first that has it.
    """
    from lxml import etree

    for_tool = {"modeler": MODELER} if mirrors else {}
    root = etree.Element(bpmn("definitions"), nsmap={**_XMLNS, **for_tool})
    root.set("targetNamespace", PROCMAP)
    root.set("exporter", "procmap")
    root.set("exporterVersion", VERSION)
    if mirrors:
        platform, version = EXECUTION[mirrors[0].platform]
        root.set(f"{{{MODELER}}}executionPlatform", platform)
        root.set(f"{{{MODELER}}}executionPlatformVersion", version)
    names = Names()
    ids = ids_of(processes, names)
    root.set("id", names.new("definitions_1"))
    parts: list[etree._Element] = []
    for place, (process, own) in enumerate(zip(processes, ids, strict=True)):
        mirror = mirrors[place] if mirrors else None
        definitions = Definitions(names)
        parts += Builder(process, own, definitions, mirror=mirror).roots()
        root.extend(definitions.elements)
    root.extend(parts)
    for diagram, shown in drawings:
        marked = with_markers(diagram, [processes[place] for place in shown])
        root.append(write_diagram(marked, [ids[place] for place in shown], names))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["bpmn", "procmap"])
    return root


def without_circles(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    """Return parents in which nobody lies in itself: of each circle, one has no parent any more."""
    free = dict(parents)
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in free and at not in done:
            if at in path:
                free[at] = None
                break
            path[at] = None
            at = free[at]
        done.update(path)
    return free


@dataclass
class _Container:
    """What lies in one process or sub-process."""

    lanes: list[Lane] = field(default_factory=list)
    elements: list[etree._Element] = field(default_factory=list)
    artifacts: list[etree._Element] = field(default_factory=list)


class Builder:
    """Makes the root elements of one process."""

    def __init__(
        self,
        process: Process,
        ids: FileIds,
        definitions: Definitions,
        *,
        collaborates: bool | None = None,
        mirror: Mirror | None = None,
    ) -> None:
        """Make ready; `collaborates` says that the file has a collaboration (None: where the process needs one)."""
        needed = bool(process.pools or process.message_flows)
        self._collaborates = needed if collaborates is None else collaborates
        self.process = process
        self.index = Index(process)
        self.definitions = definitions
        self._ids = ids
        kinds: dict[str, set[str]] = defaultdict(set)
        for value in process.attached:
            kinds[value.id].add(value.kind)
        attached: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for value in process.attached:
            by_id_alone = len(kinds[value.id]) == 1
            for element_id in value.on:
                attached[element_id].append(("" if by_id_alone else value.kind, value.id))
        groups: dict[str, list[str]] = defaultdict(list)
        self.encoder = Encoder(ids, self.definitions, attached, groups, mirror)
        for group in process.groups:
            value_id = self.encoder.category_value(group)
            for member in group.members:
                groups[member].append(value_id or "")
        items: dict[str | None, list[DataItem]] = defaultdict(list)
        for item in process.data:
            items[item.owner].append(item)
        self._items = items
        self._around = without_circles({node.id: node.parent for node in process.nodes})
        self._lane_around = without_circles({lane.id: lane.parent for lane in process.lanes})

    def pieces(self) -> dict[str, etree._Element]:
        """Return every element that stands by itself, by its id in the model, without what lies inside it."""
        process, encoder = self.process, self.encoder
        made = self._nodes()
        made |= {flow.id: encoder.flow(flow) for flow in process.flows}
        made |= {item.id: encoder.data_item(item) for item in process.data if item.type in _DRAWN_DATA}
        made |= {lane.id: encoder.lane(lane) for lane in process.lanes}
        made |= {pool.id: encoder.pool(pool) for pool in process.pools}
        made |= {flow.id: encoder.message_flow(flow) for flow in process.message_flows}
        made |= {item.id: encoder.annotation(item) for item in process.annotations}
        made |= {group.id: encoder.group(group) for group in process.groups}
        made |= {item.id: encoder.association(item) for item in process.associations}
        return made

    def complete(self) -> dict[str, etree._Element]:
        """Return what `pieces` returns, with everything inside the sub-processes."""
        pieces = self.pieces()
        self._fill(pieces)
        return pieces

    def shells(self) -> dict[str, etree._Element]:
        """Return the root elements by their ids in the model, without the elements that lie in them."""
        process = self.process
        head = make("process", name=process.name or None)
        self._head(head)
        if not self._collaborates:
            self._put_data(head, None)
        made = {process.id: head}
        for pool in process.pools:
            if pool.process and pool.process not in made:
                made[pool.process] = self.pool_process(pool)
                self._put_data(made[pool.process], pool.id)
        return made

    def _nodes(self) -> dict[str, etree._Element]:
        links = defaultdict(list)
        for link in self.process.data_associations:
            links[link.node].append(link)
        made: dict[str, etree._Element] = {}
        for node in self.process.nodes:
            data = NodeData(self._items[node.id], links[node.id])
            incoming = [flow.id for flow in self.index.incoming(node.id)]
            made[node.id] = self.encoder.node(node, incoming, self.index.outgoing(node.id), data)
        return made

    def roots(self) -> list[etree._Element]:
        """Return the collaboration, where there is one, the processes, and the data stores beside them."""
        pieces = self.pieces()
        containers = self._fill(pieces)
        process = self.process
        made: list[etree._Element] = []
        collaborates = self._collaborates
        if collaborates:
            made.append(self._collaboration(containers.pop("collaboration", _Container()), pieces))
        homes = {pool.id: pool for pool in process.pools if pool.process}
        written: set[str] = set()
        for pool_id, pool in homes.items():
            if pool.process not in written:
                written.add(pool.process or "")
                root = self.pool_process(pool)
                root.set("isExecutable", "false")
                self._put(root, pool_id, containers, pieces)
                made.append(root)
        if not homes or any(node.pool not in homes for node in process.nodes):
            own = self._ids.process(process.id)
            own = self._ids.derived(f"{own}_process") if collaborates else own
            root = make("process", id=own, name=None if collaborates else process.name or None, isExecutable="false")
            if not collaborates:
                self._head(root)
            self._put(root, None, containers, pieces)
            made.append(root)
        made += [pieces[item.id] for item in self._items[None] if item.type == "dataStore"]
        return made

    def pool_process(self, pool: Pool) -> etree._Element:
        """Return the process of a pool, without what lies in it."""
        made = make("process", id=self._ids.process(pool.process or ""), name=pool.process_name or None)
        for text in pool.process_documentation:
            add(made, "documentation", text)
        return made

    def _head(self, root: etree._Element) -> None:
        """Append the documentation and metadata of the whole process."""
        for text in self.process.documentation:
            add(root, "documentation", text)
        parts = [encode(item, "property") for item in self.process.properties]
        register = self._register()
        if len(register) or register.attrib:
            parts.insert(0, register)
        if parts:
            add(root, "extensionElements").extend(parts)

    def _register(self) -> etree._Element:
        from lxml import etree

        process = self.process
        # A card that has a name has the name of the process, whichever of the two was changed last.
        card = encode(process.card.replace(name=process.name) if process.card.name else process.card, "process")
        for value in process.attached:
            card.append(encode(value.replace(guards=tuple(map(self._ids.element, value.guards))), value.kind))
        card.extend(encode(scale, "scale") for scale in process.scales)
        for decision in process.decisions:
            element = etree.SubElement(card, procmap("decision"), id=xml_text(decision.id))
            element.text = xml_text(decision.model_dump_json(by_alias=True, exclude_defaults=True))
        return card

    def _collaboration(self, container: _Container, pieces: Mapping[str, etree._Element]) -> etree._Element:
        root = make("collaboration", id=self._ids.process(self.process.id), name=self.process.name or None)
        self._head(root)
        root.extend(pieces[pool.id] for pool in self.process.pools)
        root.extend(pieces[flow.id] for flow in self.process.message_flows)
        root.extend(container.artifacts)
        return root

    def _where(self, parent: str | None, pool: str | None) -> str:
        """Return the key of the container that an element lies in: its sub-process, else its pool, else the process."""
        if isinstance(self.index.nodes.get(parent or ""), Activity):
            return f"in {parent}"
        return f"pool {self._home(pool)}"

    def _home(self, pool: str | None) -> str | None:
        known = {item.id for item in self.process.pools if item.process}
        return pool if pool in known else None

    def _fill(self, pieces: Mapping[str, etree._Element]) -> dict[str, _Container]:
        """Put everything into its sub-process, and return what lies in the processes and the collaboration."""
        containers: dict[str, _Container] = defaultdict(_Container)
        process = self.process
        for lane in process.lanes:
            containers[self._where(lane.scope, lane.pool)].lanes.append(lane)
        items: list[Activity | Event | Gateway | SequenceFlow | DataItem]
        items = [*process.nodes, *process.flows, *self._items[None]]
        for item in items:
            if item.id in pieces and not (isinstance(item, DataItem) and item.type == "dataStore"):
                parent = self._around.get(item.id, item.parent)
                containers[self._where(parent, item.pool)].elements.append(pieces[item.id])
        artifacts: list[Annotation | Group | Association]
        artifacts = [*process.annotations, *process.groups, *process.associations]
        for artifact in artifacts:
            outside = artifact.parent is None and self._home(artifact.pool) is None and self._collaborates
            key = "collaboration" if outside else self._where(artifact.parent, artifact.pool)
            containers[key].artifacts.append(pieces[artifact.id])
        for node in process.nodes:
            container = containers.pop(f"in {node.id}", None)
            if container is not None:
                self._append(pieces[node.id], container, pieces)
        return containers

    def _put(
        self,
        root: etree._Element,
        pool: str | None,
        containers: dict[str, _Container],
        pieces: Mapping[str, etree._Element],
    ) -> None:
        self._put_data(root, pool)
        self._append(root, containers.pop(f"pool {pool}", _Container()), pieces)

    def _put_data(self, root: etree._Element, pool: str | None) -> None:
        data = NodeData(item for item in self._items[None] if item.pool == pool and item.parent is None)
        if data.inputs or data.outputs:
            self.encoder.specification(root, data)

    def _append(self, root: etree._Element, container: _Container, pieces: Mapping[str, etree._Element]) -> None:
        inside = {lane.id for lane in container.lanes}
        holders: dict[tuple[str, str], etree._Element] = {}
        for lane in container.lanes:
            parent = self._lane_around[lane.id]
            around = parent if parent in inside else None
            key = (around or "", lane.lane_set)
            if key not in holders:
                set_id = self._ids.derived(lane.lane_set) if lane.lane_set else None
                holder = pieces[around] if around else root
                holders[key] = add(holder, "childLaneSet" if around else "laneSet", id=set_id)
            holders[key].append(pieces[lane.id])
        root.extend(container.elements)
        root.extend(container.artifacts)
