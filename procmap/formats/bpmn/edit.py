"""Writing edited processes back into the file they came from.

Both the process as it was read and as it is now are encoded, element by element; where the two differ, the difference
(and nothing else) is done to the file's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from procmap.formats.bpmn.blocks import with_blocks_as_in
from procmap.formats.bpmn.build import Builder
from procmap.formats.bpmn.changes import CannotEditError, Changes
from procmap.formats.bpmn.encode import Definitions
from procmap.formats.bpmn.ids import FileIds, Names, cited
from procmap.formats.bpmn.mirror import Mirror, lines_of_pairs, mirror_of, mirrored, platform_of
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.places import Places, lane_tree
from procmap.formats.bpmn.read import read_both
from procmap.formats.bpmn.readable import lines_by_step
from procmap.formats.bpmn.redraw import Redrawing
from procmap.formats.bpmn.tree import Tree, clean, name_of
from procmap.formats.xml_edit import XmlEditor
from procmap.formats.xml_input import parse
from procmap.model import DataItem, Index, Lane, Process

if TYPE_CHECKING:
    from lxml import etree

    from procmap.formats.document import Document, Platform
    from procmap.formats.measure_texts import Language
    from procmap.model import Element

_ROOTS = tuple(bpmn(name) for name in ("collaboration", "process", "choreography", "globalConversation"))

__all__ = ["CannotEditError", "rewrite"]


def rewrite(
    document: Document, processes: tuple[Process, ...], language: Language = "en", platform: Platform | None = None
) -> bytes:
    """Return the file of `document` with its processes as they are in `processes`.

    `platform`: whose properties tell what is known of steps, in `language`; those that the file has are kept up to
    date. Unedited processes, and no platform, give the file's own bytes.

    Raises CannotEditError where the file has no place for a change: a process or a white-box pool more or less; the
    first pool or message flow of a file without a collaboration; an element of the file that moves into a new
    sub-process or lane; a new reference to one that shares its id with another; a change to what the file says in a way
    of its own; an encoding that cannot be written as it was read.
    """
    written, before = read_both(document.source, document.name)
    if before.processes == processes and platform is None:
        return document.source
    if [process.id for process in before.processes] != [process.id for process in processes]:
        raise CannotEditError
    parsed = parse(document.source, document.name)
    if parsed.text.encode(parsed.text.text) != document.source:
        raise CannotEditError
    rewriting = _Rewriting(Tree(parsed.root), XmlEditor(parsed.text.text, parsed.root), language, platform)
    for old, new, raw in zip(before.processes, processes, written.processes, strict=True):
        if old != new or platform is not None:
            rewriting.process(raw, with_blocks_as_in(raw, old, new))
    return parsed.text.encode(rewriting.finish())


class _FileDefinitions(Definitions):
    """Messages, signals and so on: those of the file where it has them, new ones else."""

    def __init__(self, names: Names, tree: Tree, known: _FileDefinitions | None = None) -> None:
        super().__init__(names)
        self._tree = tree
        self._known = known._ids if known is not None else {}

    def _find(self, kind: str, name: str, code: str) -> str | None:
        known = self._known.get((kind, name, code))
        if known is not None:
            return known
        if kind == "categoryValue":
            return self._category_value(name, code)
        for element in self._tree.root.iterchildren(bpmn(kind)):
            if element.get("id") and name_of(element) == name and clean(element.get(f"{kind}Code")) == code:
                return element.get("id")
        return None

    def _category_value(self, name: str, group: str) -> str | None:
        element = self._tree.element(group)
        cited_id = None if element is None else element.get("categoryValueRef")
        value = self._tree.resolve_definition(cited_id)
        return cited_id if value is not None and clean(value.get("value")) == name else None


class _Rewriting:
    """The edits to one file."""

    def __init__(self, tree: Tree, editor: XmlEditor, language: Language, platform: Platform | None) -> None:
        self._tree = tree
        self._editor = editor
        self._language = language
        self._platform = platform or platform_of(tree)
        self._changes = Changes(tree.root, editor)
        self._places = Places(tree, editor, self._changes)
        self._names = Names(element.get("id", "").strip() for element in tree.root.iter() if element.get("id"))
        self._definitions: list[etree._Element] = []
        self._redrawing = Redrawing(tree, editor, self._names, self._changes)

    def finish(self) -> str:
        """Return the text of the file with all edits."""
        home = next(self._tree.root.iterchildren(*_ROOTS))
        for element in self._definitions:
            self._editor.insert_before(home, self._changes.markup(element, self._tree.root))
        return self._editor.result()

    def process(self, old: Process, new: Process) -> None:
        """Edit one process."""
        if {(pool.id, pool.process) for pool in old.pools if pool.process} != {
            (pool.id, pool.process) for pool in new.pools if pool.process
        }:
            raise CannotEditError
        known = {element_id: (element.get("id") or "").strip() for element, element_id in self._tree.ids.items()}
        self._keep_names(old, new, known)
        self._cite(old, new, known)
        ids = FileIds(new, self._names, {key: name or key for key, name in known.items()})
        definitions = _FileDefinitions(self._names, self._tree)
        head = self._tree.element(old.id)
        collaborates = head is not None and head.tag != bpmn("process")
        mirrors = self._mirrors(old, new)
        was = Builder(old, ids, definitions, collaborates=collaborates, mirror=mirrors[0])
        before = was.pieces()
        definitions = _FileDefinitions(self._names, self._tree, definitions)
        now = Builder(new, ids, definitions, collaborates=collaborates, mirror=mirrors[1])
        after = now.pieces()
        self._definitions += definitions.elements
        if [(lane.id, lane.nodes) for lane in old.lanes] != [(lane.id, lane.nodes) for lane in new.lanes]:
            self._forget_places(old, before)
        for element_id, piece in after.items():
            element = self._tree.element(element_id)
            if element_id in before and element is not None:
                self._changes.change(element, before[element_id], piece)
        shells = was.shells()
        for process_id, piece in now.shells().items():
            element = self._tree.element(process_id)
            if element is not None and process_id in shells:
                self._changes.change(element, shells[process_id], piece)
        self._move(Index(old), Index(new), new, [key for key in after if key in before])
        for element_id in before:
            element = self._tree.element(element_id)
            if element_id not in after and element is not None:
                self._editor.remove(element)
        self._add(new, [key for key in after if key not in before], now, ids)
        self._redrawing.update(old, new, ids)

    def _mirrors(self, old: Process, new: Process) -> tuple[Mirror | None, Mirror | None]:
        """Return what the file says of steps as another tool's properties, and what it is to say."""
        if self._platform is None:
            return None, None
        there = mirrored(self._tree, self._platform)
        was, now = lines_by_step(old, self._language), mirror_of(new, self._platform, self._language).pairs
        told = dict(there)
        for step, pairs in now.items():
            # What did not change stays as it was written, in whatever language that is.
            same = was.get(step) == lines_of_pairs(pairs) and there.get(step)
            told[step] = there[step] if same else pairs
        for step in was:
            if step not in now and step in told:
                told[step] = ()
        return Mirror(self._platform, there), Mirror(self._platform, told)

    def _forget_places(self, old: Process, before: dict[str, etree._Element]) -> None:
        """Let lanes that hold their nodes by place name them all, since by place counts only where none is named."""
        for lane in old.lanes:
            element = self._tree.element(lane.id)
            if element is not None and element.find(bpmn("flowNodeRef")) is None:
                for reference in before[lane.id].findall(bpmn("flowNodeRef")):
                    before[lane.id].remove(reference)

    def _keep_names(self, old: Process, new: Process, known: dict[str, str]) -> None:
        """Give an element without an id the one it has in the model, when it is renamed.

        What has no id is called after its name, and by turns where several have that name: these get theirs with it.
        """
        now = {element.id: element.name for element in new.elements()}
        renamed = {
            element.id.partition("~")[0]
            for element in old.elements()
            if known.get(element.id) == "" and now.get(element.id) != element.name
        }
        gone = {element.id for element in old.elements()} - set(now)
        for element_id, given in known.items():
            element = self._tree.element(element_id)
            concerned = element_id.partition("~")[0] in renamed and element_id not in gone
            if not given and concerned and element is not None:
                known[element_id] = element_id
                self._editor.set_attribute(element, "id", element_id)

    def _cite(self, old: Process, new: Process, known: dict[str, str]) -> None:
        """See to it that what is cited only now can be cited: it gets its id where the file has none."""
        cited_before = set(cited(old))
        for element_id in dict.fromkeys(cited(new)):
            element = self._tree.element(element_id)
            if element_id in cited_before or element is None or known[element_id] == element_id:
                continue
            if known[element_id]:
                raise CannotEditError
            known[element_id] = self._names.new(element_id)
            self._editor.set_attribute(element, "id", known[element_id])

    def _move(self, was: Index, now: Index, new: Process, keys: list[str]) -> None:
        """Put elements that lie elsewhere now where they belong."""
        for element_id in keys:
            element, moved = self._tree.element(element_id), now.elements[element_id]
            if element is None or _container(was.elements[element_id]) == _container(moved):
                continue
            self._places.move(new, moved, element)

    def _add(self, process: Process, added: list[str], builder: Builder, ids: FileIds) -> None:
        """Put new elements into the sub-process, process, lane or collaboration that they belong to."""
        index = Index(process)
        new = set(added)
        whole = builder.complete()
        lanes = [lane for lane in process.lanes if lane.id in new]
        for lane in lanes:
            if lane.parent not in new and lane.scope not in new:
                set_id = ids.derived(lane.lane_set) if lane.lane_set else None
                self._places.put_lane(process, lane, lane_tree(lane, lanes, whole), set_id)
        for element in process.elements():
            around = getattr(element, "parent", None) or getattr(element, "scope", None)
            if around in new and element.id not in new and not isinstance(element, DataItem):
                raise CannotEditError
        for element_id in added:
            element = index.elements[element_id]
            if not isinstance(element, Lane) and getattr(element, "parent", None) not in new:
                self._places.put(process, element, whole[element_id])


def _container(element: Element) -> tuple[str | None, ...]:
    """Return what an element lies in, as the model says it."""
    names = ("parent", "scope", "lane_set") if isinstance(element, Lane) else ("parent",)
    inside = getattr(element, "parent", None) is not None
    pool = None if inside else getattr(element, "pool", None)
    return (*(getattr(element, name, None) for name in names), pool)
