"""Reading a BPMN 2.0 file into the model."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from procmap.formats.bpmn import names
from procmap.formats.bpmn.adopting import adopt
from procmap.formats.bpmn.data import (
    read_annotation,
    read_association,
    read_data_association,
    read_data_item,
    read_group,
)
from procmap.formats.bpmn.di import read_diagrams
from procmap.formats.bpmn.lanes import place_in_lanes, read_lanes
from procmap.formats.bpmn.metadata import Extensions
from procmap.formats.bpmn.mirror import NAMESPACES, mirrored
from procmap.formats.bpmn.names import MODEL, bpmn, procmap
from procmap.formats.bpmn.nodes import read_flow, read_node
from procmap.formats.bpmn.tree import Tree, clean, local_name, name_of, text_of
from procmap.formats.document import Document
from procmap.formats.xml_input import parse
from procmap.model import BadInput, Diagram, Finding, MessageFlow, Pool, Process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

_COLLABORATIONS = frozenset(bpmn(name) for name in ("collaboration", "choreography", "globalConversation"))
_PROCESS = bpmn("process")
_FLOW = bpmn("sequenceFlow")
_LANE_SET = bpmn("laneSet")
_DOCUMENTATION = bpmn("documentation")
_ARTIFACTS = frozenset(bpmn(name) for name in ("textAnnotation", "association", "group"))
_DATA_LINKS = frozenset((bpmn("dataInputAssociation"), bpmn("dataOutputAssociation")))
_CATEGORY = bpmn("categoryValueRef")
_KNOWN_NOT_MODELLED = frozenset(
    bpmn(name)
    for name in (
        "extensionElements", "documentation", "ioSpecification", "property", "auditing", "monitoring", "laneSet",
        "correlationSubscription", "supports", "performer", "humanPerformer", "potentialOwner", "resourceRole",
        "participant", "messageFlow", "participantAssociation", "messageFlowAssociation", "correlationKey",
        "choreographyRef", "conversationAssociation", "incoming", "outgoing", "standardLoopCharacteristics",
        "multiInstanceLoopCharacteristics", "completionCondition", "ioBinding", "categoryValueRef",
    )
)  # fmt: skip
"""What may stand in a process, sub-process or collaboration and is read elsewhere, or only says how an engine runs."""


def recognises(head: bytes) -> bool:
    """Tell whether the beginning of a file looks like XML of BPMN."""
    return b"definitions" in head.replace(b"\x00", b"")[:20000] and b"BPMN" in head.replace(b"\x00", b"").upper()


def read(source: bytes, name: str) -> Document:
    """Return what a BPMN 2.0 file holds; `name` is what errors cite.

    Lines that procmap wrote into documentation, and that were edited or are all that is left, count as metadata.

    Raises BadInput when the bytes are no safe XML (see `procmap.formats.xml_input.parse`), no BPMN 2.0, or hold no
    process.
    """
    return read_both(source, name)[1]


def read_both(source: bytes, name: str) -> tuple[Document, Document]:
    """Return what a file holds with procmap's lines as they stand in its documentation, and as `read` returns it."""
    written, tree = _read(source, name)
    pairs = {element: pairs for platform in NAMESPACES for element, pairs in mirrored(tree, platform).items() if pairs}
    adopted = [adopt(process, pairs) for process in written.processes]
    told = tuple(finding for _, findings in adopted for finding in findings)
    processes = tuple(process for process, _ in adopted)
    return written, written.replace(processes=processes, findings=(*written.findings, *told))


def _read(source: bytes, name: str) -> tuple[Document, Tree]:
    """Return what a file holds, and its tree."""
    parsed = parse(source, name)
    root = parsed.root
    if root.tag != bpmn("definitions"):
        raise BadInput("not-bpmn", source=name, root=local_name(root), namespace=str(root.nsmap.get(root.prefix) or ""))
    tree = Tree(root)
    diagrams = read_diagrams(tree)
    reader = _Reader(tree)
    processes = tuple(reader.process(roots, diagrams) for roots in _wholes(tree))
    if not processes:
        raise BadInput("no-process", source=name)
    if next(root.iterchildren(_PROCESS, bpmn("collaboration")), None) is None:
        raise BadInput("only-choreography", source=name)
    processes = _without_empty(processes, tree)
    exporter = " ".join(filter(None, (root.get("exporter"), root.get("exporterVersion"))))
    findings = (*parsed.findings, *tree.findings)
    document = Document(
        name=name,
        format="bpmn",
        source=source,
        tool=exporter,
        processes=processes,
        diagrams=diagrams,
        findings=findings,
    )
    return document, tree


def _without_empty(processes: tuple[Process, ...], tree: Tree) -> tuple[Process, ...]:
    """Return the processes that have something in them; some tools write an empty one beside the real one."""
    filled = tuple(process for process in processes if next(process.elements(), None) is not None)
    if not filled:
        return processes
    for process in processes:
        if process not in filled:
            tree.findings.append(
                Finding(code="empty-process", severity="note", params={"id": process.id, "name": process.name})
            )
    return filled


def _wholes(tree: Tree) -> list[list[etree._Element]]:
    """Return the root elements that make one process each: a collaboration with the processes of its participants.

    Also joined: collaborations that share a process, and a process whose nodes are ends of a collaboration's messages.
    A collaboration of outside participants alone belongs to the only process of the file.
    """
    roots = [element for element in tree.root if element.tag in _COLLABORATIONS or element.tag == _PROCESS]
    group: dict[etree._Element, int] = {element: place for place, element in enumerate(roots)}

    def join(first: etree._Element, second: etree._Element) -> None:
        old, new = sorted((group[first], group[second]), reverse=True)
        for element, number in group.items():
            if number == old:
                group[element] = new

    processes = [element for element in roots if element.tag == _PROCESS]
    for collaboration in roots:
        if collaboration.tag == _PROCESS:
            continue
        cited = [tree.resolve(part.get("processRef"), part) for part in collaboration.iterchildren(bpmn("participant"))]
        for message in collaboration.iterchildren(bpmn("messageFlow")):
            cited += [tree.resolve(message.get(end), message) for end in ("sourceRef", "targetRef")]
        joined = False
        for cited_id in cited:
            home = _root_of(tree, cited_id)
            if home is not None and home.tag == _PROCESS:
                join(collaboration, home)
                joined = True
        if not joined and len(processes) == 1:
            join(collaboration, processes[0])
    wholes: dict[int, list[etree._Element]] = defaultdict(list)
    for element in roots:
        wholes[group[element]].append(element)
    return [sorted(wholes[number], key=lambda element: element.tag == _PROCESS) for number in sorted(wholes)]


def _root_of(tree: Tree, element_id: str) -> etree._Element | None:
    element = tree.element(element_id)
    while element is not None and element.getparent() is not tree.root:
        element = element.getparent()
    return element


class _Reader:
    """Reads processes out of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.extensions = Extensions(tree)

    def process(self, roots: list[etree._Element], diagrams: tuple[Diagram, ...]) -> Process:
        """Return the process that root elements make together: collaborations first, then processes."""
        self.extensions = Extensions(self.tree)
        lists: dict[str, list[Any]] = defaultdict(list)
        not_read: list[str] = []
        pools: dict[str, str] = {}
        for root in roots:
            if root.tag in _COLLABORATIONS:
                self._collaboration(root, lists, pools, not_read)
        for root in roots:
            if root.tag == _PROCESS:
                self._container(root, pools.get(self.tree.ids[root]), lists, not_read)
        self._stores(roots, lists)
        lanes = place_in_lanes(lists["lanes"], lists["nodes"], diagrams)
        if lanes != lists["lanes"]:
            self.tree.report("lanes-by-place", [lane.id for lane in lanes])
        lists["lanes"] = lanes
        self.tree.report_counted("not-read", not_read)
        head = roots[0]
        process_id = self.tree.ids[head]
        fields = self.extensions.register(head, process_id)
        self.extensions.unclaimed({(value.kind, value.id) for value in fields.get("attached", ())})
        card = fields.get("card")
        own = self.extensions.of(head, process_id)
        return Process(
            id=process_id,
            name=card.name if card is not None and card.name else self._name(roots, lists["pools"]),
            documentation=_documentation(head),
            **{field: tuple(items) for field, items in lists.items()},
            **fields,
            **own,
        )

    def _name(self, roots: list[etree._Element], pools: list[Pool]) -> str:
        """Return what a process is called: the collaboration, else its only own process, else the pool of that."""
        processes = [root for root in roots if root.tag == _PROCESS]
        candidates = [name_of(root) for root in roots if root.tag != _PROCESS]
        if len(processes) == 1:
            candidates.append(name_of(processes[0]))
            candidates += [pool.name for pool in pools if pool.process]
        else:
            candidates.append(" / ".join(filter(None, map(name_of, processes))))
        return next(filter(None, candidates), "")

    def _common(self, element: etree._Element, *, step: bool = False) -> dict[str, Any]:
        element_id = self.tree.ids[element]
        fields = self.extensions.of(element, element_id, step=step)
        documentation = _documentation(element)
        if documentation:
            fields["documentation"] = documentation
        fields["id"] = element_id
        fields["name"] = clean(element.get(procmap("name"))) or name_of(element)
        return fields

    def _collaboration(
        self, root: etree._Element, lists: dict[str, list[Any]], pools: dict[str, str], not_read: list[str]
    ) -> None:
        for element in root:
            if element.tag == bpmn("participant"):
                lists["pools"].append(self._pool(element, pools))
            elif element.tag == bpmn("messageFlow"):
                message = self.tree.resolve_definition(element.get("messageRef"))
                lists["message_flows"].append(
                    MessageFlow(
                        source=self.tree.resolve(element.get("sourceRef"), element),
                        target=self.tree.resolve(element.get("targetRef"), element),
                        message="" if message is None else name_of(message),
                        **self._common(element),
                    )
                )
        self._artifacts(root, None, None, lists)
        not_read += _not_modelled(root)

    def _pool(self, element: etree._Element, pools: dict[str, str]) -> Pool:
        common = self._common(element)
        process_id = self.tree.resolve(element.get("processRef"), element)
        process = self.tree.element(process_id) if process_id else None
        if process is None and process_id:
            self.tree.report("no-such-process", [common["id"]], name=common["name"], missing=process_id)
        elif process is not None and pools.setdefault(process_id, common["id"]) != common["id"]:
            self.tree.report("process-in-two-pools", [pools[process_id], common["id"]], process=process_id, count=2)
        return Pool(
            process=None if process is None else process_id,
            process_name="" if process is None else name_of(process),
            process_documentation=() if process is None else _documentation(process),
            multiple=element.find(bpmn("participantMultiplicity")) is not None,
            **common,
        )

    def _container(
        self, root: etree._Element, pool: str | None, lists: dict[str, list[Any]], not_read: list[str]
    ) -> None:
        """Read a process with its sub-processes, in document order."""
        self._open(root, None, pool, lists, not_read)
        for element, parent in _inside(root, self.tree.ids):
            where = {"parent": parent, "pool": pool}
            tag = element.tag
            if tag in names.NODES:
                common = self._common(element, step=tag not in names.GATEWAYS) | where
                lists["nodes"].append(read_node(self.tree, element, common))
                if tag in names.SUBPROCESSES:
                    self._open(element, common["id"], pool, lists, not_read)
                else:
                    self._data_of(element, common["id"], where, lists)
            elif tag == _FLOW:
                lists["flows"].append(read_flow(self.tree, element, self._common(element) | where))
            elif tag in names.DATA:
                lists["data"].append(read_data_item(self.tree, element, None, self._common(element) | where))
            elif tag == _LANE_SET:
                lists["lanes"] += read_lanes(self.tree, element, parent, pool, self._common)

    def _open(
        self,
        holder: etree._Element,
        parent: str | None,
        pool: str | None,
        lists: dict[str, list[Any]],
        not_read: list[str],
    ) -> None:
        """Read what a process or sub-process has beside its nodes and flows."""
        self._data_of(holder, parent, {"parent": parent, "pool": pool}, lists)
        self._artifacts(holder, parent, pool, lists)
        not_read += _not_modelled(holder)

    def _data_of(
        self, holder: etree._Element, node: str | None, where: dict[str, str | None], lists: dict[str, list[Any]]
    ) -> None:
        """Read the data inputs, outputs and associations of a process, an activity or an event."""
        specification = holder.find(bpmn("ioSpecification"))
        for part in (*(specification if specification is not None else ()), *holder):
            if part.tag in (bpmn("dataInput"), bpmn("dataOutput")):
                lists["data"].append(read_data_item(self.tree, part, node, self._common(part) | where))
            elif part.tag in _DATA_LINKS and node is not None:
                lists["data_associations"].append(read_data_association(self.tree, part, node, self._common(part)))

    def _artifacts(
        self, holder: etree._Element, parent: str | None, pool: str | None, lists: dict[str, list[Any]]
    ) -> None:
        where = {"parent": parent, "pool": pool}
        members: dict[str, list[str]] = defaultdict(list)
        elements = [element for element in holder if element.tag in _ARTIFACTS]
        if any(element.tag == bpmn("group") for element in elements):
            for reference in self.tree.root.iter(_CATEGORY):
                node = reference.getparent()
                if node is not None and node in self.tree.ids:
                    members[text_of(reference).rsplit(":", 1)[-1]].append(self.tree.ids[node])
        for element in elements:
            common = self._common(element) | where
            if element.tag == bpmn("textAnnotation"):
                lists["annotations"].append(read_annotation(element, common))
            elif element.tag == bpmn("association"):
                lists["associations"].append(read_association(self.tree, element, common))
            else:
                lists["groups"].append(read_group(self.tree, element, common, members))

    def _stores(self, roots: list[etree._Element], lists: dict[str, list[Any]]) -> None:
        """Read the data stores beside the processes: with every process that cites them, else with the first."""
        cited = {item.refers_to for item in lists["data"] if item.type == "dataStoreReference"}
        first = next((e for e in self.tree.root if e.tag in _COLLABORATIONS or e.tag == _PROCESS), None)
        for element in self.tree.root.iterchildren(bpmn("dataStore")):
            if self.tree.ids[element] in cited or (first in roots and not self._is_cited(element)):
                lists["data"].append(read_data_item(self.tree, element, None, self._common(element)))

    def _is_cited(self, store: etree._Element) -> bool:
        return any(
            self.tree.element(self.tree.resolve(element.get("dataStoreRef"), element)) is store
            for element in self.tree.root.iter(bpmn("dataStoreReference"))
        )


def _inside(root: etree._Element, ids: Mapping[etree._Element, str]) -> Iterator[tuple[etree._Element, str | None]]:
    """Yield what lies in a process and its sub-processes, in document order, with the sub-process it lies in."""
    waiting: list[tuple[Iterator[etree._Element], str | None]] = [(iter(root), None)]
    while waiting:
        children, parent = waiting[-1]
        element = next(children, None)
        if element is None:
            waiting.pop()
            continue
        yield element, parent
        if element.tag in names.SUBPROCESSES:
            waiting.append((iter(element), ids[element]))


def _documentation(element: etree._Element) -> tuple[str, ...]:
    return tuple(text for part in element.iterchildren(_DOCUMENTATION) if (text := text_of(part)))


def _not_modelled(holder: etree._Element) -> list[str]:
    """Return the kinds of BPMN elements in a container that the model does not hold and a reader would miss."""
    known = (_KNOWN_NOT_MODELLED, _ARTIFACTS, _DATA_LINKS, names.NODES, names.DATA, names.TRIGGERS)
    return [
        local_name(element)
        for element in holder
        if isinstance(element.tag, str)
        and element.tag.startswith(f"{{{MODEL}}}")
        and element.tag != bpmn("sequenceFlow")
        and not any(element.tag in kinds for kinds in known)
    ]
