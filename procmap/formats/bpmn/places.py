"""Where in a file new and moved elements belong: in which container, and after what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.changes import CannotEditError, Changes
from procmap.formats.bpmn.encode import add, make
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.tree import local_name
from procmap.model import Annotation, Association, DataItem, Group, Lane, MessageFlow, Pool

if TYPE_CHECKING:
    from lxml import etree

    from procmap.formats.bpmn.tree import Tree
    from procmap.formats.xml_edit import Markup, XmlEditor
    from procmap.model import Element, Process

_HEADS = frozenset(
    (
        "documentation", "extensionElements", "auditing", "monitoring", "categoryValueRef", "supportedInterfaceRef",
        "ioSpecification", "ioBinding", "incoming", "outgoing", "property", "dataInputAssociation",
        "dataOutputAssociation", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics", "laneSet",
        "participant",
    )
)  # fmt: skip
_ARTIFACTS = frozenset(("textAnnotation", "association", "group"))
_TAILS = frozenset(
    (
        "correlationSubscription", "supports", "completionCondition", "conversation", "subConversation",
        "callConversation", "conversationAssociation", "participantAssociation", "messageFlowAssociation",
        "correlationKey", "choreographyRef", "conversationLink",
    )
)  # fmt: skip
_PERFORMERS = frozenset(("performer", "humanPerformer", "potentialOwner", "resourceRole"))


class Places:
    """Puts elements into the containers of one file."""

    def __init__(self, tree: Tree, editor: XmlEditor, changes: Changes) -> None:
        self._tree = tree
        self._editor = editor
        self._changes = changes
        self._lane_sets: dict[tuple[etree._Element, str], list[etree._Element]] = {}

    def put(self, process: Process, element: Element, made: etree._Element) -> None:
        """Insert a generated element where it belongs."""
        if isinstance(element, DataItem) and element.type == "dataStore":
            home = next(child for child in self._tree.root if local_name(child) in ("collaboration", "process"))
            self._editor.insert_before(home, self._changes.markup(made, self._tree.root))
            return
        container = self._container(process, element)
        self._insert(container, local_name(made), self._changes.markup(made, container))

    def move(self, process: Process, element: Element, present: etree._Element) -> None:
        """Move an element of the file to where it belongs."""
        container = self._container(process, element)
        if _inherited(present) != _inherited(present, container):
            raise CannotEditError  # a prefix that it needs may mean something else there
        taken = self._editor.take(present)
        if not isinstance(element, Lane):
            self._insert(container, local_name(present), taken)
            return
        holder = self._lane_set(container, element)
        if holder is None:
            raise CannotEditError
        self._editor.append(holder, taken)

    def put_lane(self, process: Process, lane: Lane, made: etree._Element, set_id: str | None) -> None:
        """Insert a generated lane into its lane set, which is made where there is none."""
        container = self._container(process, lane)
        holder = self._lane_set(container, lane)
        if holder is not None:
            self._editor.append(holder, self._changes.markup(made, holder))
            return
        key = (container, lane.lane_set)
        if key not in self._lane_sets:
            self._lane_sets[key] = []
            self._waiting(container, lane, self._lane_sets[key], set_id)
        self._lane_sets[key].append(made)

    def _waiting(self, container: etree._Element, lane: Lane, lanes: list[etree._Element], set_id: str | None) -> None:
        """Insert a lane set that holds the lanes that `lanes` has in the end."""
        made = make("childLaneSet" if lane.parent else "laneSet", id=set_id)
        self._changes.markup(made, container)

        def filled(space: str) -> str:
            made.extend(lanes)
            return self._changes.markup(made, container)(space)

        self._changes.insert_markup(container, local_name(made), filled)

    def _lane_set(self, container: etree._Element, lane: Lane) -> etree._Element | None:
        kind = "childLaneSet" if local_name(container) == "lane" else "laneSet"
        sets = list(container.iterchildren(bpmn(kind)))
        if kind == "childLaneSet":
            return sets[0] if sets else None
        return next((found for found in sets if (found.get("id") or "") == lane.lane_set), None)

    def _container(self, process: Process, element: Element) -> etree._Element:
        found = self._find_container(process, element)
        if found is None:
            raise CannotEditError
        return found

    def _find_container(self, process: Process, element: Element) -> etree._Element | None:
        """Return the lane, sub-process, process or collaboration of the file that an element belongs into."""
        head = self._tree.element(process.id)
        collaborates = head is not None and head.tag != bpmn("process")
        if isinstance(element, Pool | MessageFlow):
            return head if collaborates else None
        inside = (element.parent or element.scope) if isinstance(element, Lane) else getattr(element, "parent", None)
        if inside is not None:
            return self._tree.element(inside)
        owner = getattr(element, "pool", None)
        for pool in process.pools:
            if pool.id == owner and pool.process:
                return self._tree.element(pool.process)
        if collaborates and not isinstance(element, Annotation | Group | Association):
            homes = (self._tree.element(node.id) for node in process.nodes if node.pool is None and node.parent is None)
            return next((node.getparent() for node in homes if node is not None), None)
        return head

    def _insert(self, container: etree._Element, kind: str, markup: Markup) -> None:
        """Insert into a container, after all that has to stand before an element of that kind."""
        children = [child for child in container if isinstance(child.tag, str)]
        rank = _rank(kind, container)
        earlier = [child for child in children if _rank(local_name(child), container) <= rank]
        if earlier:
            self._editor.insert_after(earlier[-1], markup)
        elif children:
            self._editor.insert_before(children[0], markup)
        else:
            self._editor.append(container, markup)


def _rank(kind: str, container: etree._Element) -> int:
    """Return the place of a kind among what lies in a process, sub-process or collaboration."""
    if kind in _PERFORMERS:
        return 4 if container.tag == bpmn("process") else 0
    if kind in _HEADS:
        return 0
    return 2 if kind in _ARTIFACTS else 4 if kind in _TAILS else 1


def _inherited(element: etree._Element, container: etree._Element | None = None) -> dict[str | None, str]:
    """Return the prefixes that an element inherits where it is, or would in a container."""
    around = element.getparent() if container is None else container
    return {} if around is None else dict(around.nsmap)


def lane_tree(lane: Lane, lanes: list[Lane], pieces: dict[str, etree._Element]) -> etree._Element:
    """Return a generated lane with those of `lanes` that lie in it, at any depth."""
    made = pieces[lane.id]
    inside = {lane.id}
    for other in lanes:
        if other.parent in inside:
            inside.add(other.id)
            holder = pieces[other.parent or ""]
            child_set = holder.find(bpmn("childLaneSet"))
            (add(holder, "childLaneSet") if child_set is None else child_set).append(pieces[other.id])
    return made
