"""Doing to an element of a file what leads from one generated element to another, and nothing else."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from procmap.formats.bpmn.markup import children_by_kind, kind_of, markup, name_in_file, rank_of
from procmap.formats.bpmn.mirror import CAMUNDA, ZEEBE
from procmap.formats.bpmn.names import ACTIVITIES, DC, DD, DI, EVENTS, MODEL, PROCMAP, XSI, bpmn
from procmap.formats.bpmn.tree import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from procmap.formats.xml_edit import Markup, XmlEditor

_REFERENCES = frozenset(
    ("incoming", "outgoing", "flowNodeRef", "categoryValueRef", "sourceRef", "dataInputRefs", "dataOutputRefs")
)
"""Children that each cite one element, and whose order says nothing."""

_HOLDING = frozenset(("extensionElements", "ioSpecification"))
"""Children that stand once in an element and hold what is procmap's and what is not."""

_CATCHING = frozenset(map(bpmn, ("startEvent", "intermediateCatchEvent", "boundaryEvent")))
_HOLDERS = frozenset(map(bpmn, ("subProcess", "transaction", "adHocSubProcess")))
_WITH_DEFAULT = frozenset(ACTIVITIES) | frozenset(map(bpmn, ("exclusiveGateway", "inclusiveGateway", "complexGateway")))


def _kinds(*names: str) -> frozenset[str]:
    return frozenset(map(bpmn, names))


_ATTRIBUTE_OF: dict[str, frozenset[str]] = {
    "implementation": _kinds("userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask"),
    "operationRef": _kinds("serviceTask", "sendTask", "receiveTask"),
    "messageRef": _kinds("sendTask", "receiveTask"),
    "scriptFormat": _kinds("scriptTask"),
    "instantiate": _kinds("receiveTask", "eventBasedGateway"),
    "eventGatewayType": _kinds("eventBasedGateway"),
    "calledElement": _kinds("callActivity"),
    "triggeredByEvent": _HOLDERS,
    "method": _kinds("transaction"),
    "ordering": _kinds("adHocSubProcess"),
    "cancelRemainingInstances": _kinds("adHocSubProcess"),
    "isForCompensation": frozenset(ACTIVITIES),
    "startQuantity": frozenset(ACTIVITIES),
    "completionQuantity": frozenset(ACTIVITIES),
    "default": _WITH_DEFAULT,
    "isInterrupting": _kinds("startEvent"),
    "cancelActivity": _kinds("boundaryEvent"),
    "attachedToRef": _kinds("boundaryEvent"),
    "parallelMultiple": _CATCHING,
    "gatewayDirection": _kinds(
        "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway"
    ),
}
_CHILD_OF: dict[str, frozenset[str]] = {
    "rendering": _kinds("userTask"),
    "script": _kinds("scriptTask"),
    "completionCondition": _kinds("adHocSubProcess"),
    "activationCondition": _kinds("complexGateway"),
    "ioSpecification": frozenset(ACTIVITIES),
    "performer": frozenset(ACTIVITIES),
    "loop": frozenset(ACTIVITIES),
    "trigger": frozenset(EVENTS),
}
"""What only some kinds of nodes have by the BPMN 2.0 schema: it goes when a node becomes of another kind."""


_WANTED = {
    MODEL: "bpmn", PROCMAP: "procmap", XSI: "xsi", DI: "bpmndi", DC: "dc", DD: "di", CAMUNDA: "camunda", ZEEBE: "zeebe",
}  # fmt: skip


class CannotEditError(Exception):
    """A change that has no place in the file (see `procmap.formats.bpmn.edit.rewrite`)."""


class Changes:
    """Finds out what to edit, and edits it."""

    def __init__(self, root: etree._Element, editor: XmlEditor) -> None:
        self._root = root
        self._editor = editor
        self._prefixes: dict[etree._Element, _Prefixes] = {}
        self._declared: dict[str, str] = {}
        self._names_flows = any(True for _ in root.iter(bpmn("incoming"), bpmn("outgoing")))

    def prefixes(self, near: etree._Element) -> _Prefixes:
        """Return the prefixes of namespaces in an element, declaring on the root those that it lacks."""
        if near not in self._prefixes:
            self._prefixes[near] = _Prefixes(near, self._root, self._declared, self._editor)
        return self._prefixes[near]

    def markup(self, element: etree._Element, near: etree._Element) -> Markup:
        """Return a generated element as mark-up to insert in an element of the file."""
        prefixes = self.prefixes(near)
        markup(element, prefixes, "")  # declares what it needs
        return lambda space: markup(element, prefixes, space)

    def change(self, element: etree._Element, before: etree._Element, after: etree._Element) -> None:
        """Do to an element of the file what leads from `before` to `after`, generated from the model both."""
        waiting = [(element, before, after)]
        while waiting:
            element, before, after = waiting.pop()
            if before.tag != after.tag:
                self._rename(element, str(after.tag))
            for name in sorted({*before.attrib, *after.attrib}, key=str):
                if before.get(name) != after.get(name):
                    named = name_in_file(str(name), self.prefixes(element), attribute=True)
                    self._editor.set_attribute(element, named, after.get(name))
            if (before.text or "") != (after.text or "") and not len(before) and not len(after):
                self._editor.set_text(element, after.text or "")
            present, old, new = map(children_by_kind, (element, before, after))
            for kind in sorted({*old, *new}, key=rank_of):
                lists = (present.get(kind, []), old.get(kind, []), new.get(kind, []))
                if list(map(_key, lists[1])) == list(map(_key, lists[2])):
                    continue
                if kind in _HOLDING and present.get(kind):
                    waiting += self._change_holder(*lists)
                elif kind in _REFERENCES:
                    self._change_references(element, kind, *lists)
                else:
                    waiting += self._change_children(element, *lists)

    def _rename(self, element: etree._Element, tag: str) -> None:
        """Give a node another kind, and take from it what that kind does not have."""
        self._editor.rename(element, name_in_file(tag, self.prefixes(element)))
        for name, kinds in _ATTRIBUTE_OF.items():
            if element.get(name) is not None and tag not in kinds:
                self._editor.set_attribute(element, name, None)
        for kind, children in children_by_kind(element).items():
            if tag not in _CHILD_OF.get(kind, (tag,)):
                for child in children:
                    self._editor.remove(child)

    def _change_references(
        self,
        element: etree._Element,
        kind: str,
        present: list[etree._Element],
        old: list[etree._Element],
        new: list[etree._Element],
    ) -> None:
        if kind in ("incoming", "outgoing") and not self._names_flows:
            return
        before, after = [child.text or "" for child in old], [child.text or "" for child in new]
        there: dict[str, list[etree._Element]] = {}
        for child in present:
            text = text_of(child)
            key = text if text in before or text in after else text.rsplit(":", 1)[-1]
            there.setdefault(key, []).append(child)
        for text in dict.fromkeys(before):
            if text not in after:
                for child in there.pop(text, ()):
                    self._editor.remove(child)
        for made in new:
            if (made.text or "") not in there:
                self.insert(element, made)

    def _change_children(
        self,
        element: etree._Element,
        present: list[etree._Element],
        old: list[etree._Element],
        new: list[etree._Element],
    ) -> list[tuple[etree._Element, etree._Element, etree._Element]]:
        """Insert and remove children of one kind; return those that stay and change."""
        changed: list[tuple[etree._Element, etree._Element, etree._Element]] = []
        counterparts = _counterparts(present, old)
        last: etree._Element | None = None
        for was, now in _blocks(old, new):
            pairs = _paired(old, new, was, now)
            for place in was:
                child = counterparts[place]
                if place not in pairs.values():
                    if child is None:
                        raise CannotEditError
                    self._editor.remove(child)
            for other in now:
                child = counterparts[pairs[other]] if other in pairs else None
                if other not in pairs or (child is None and not present):
                    self._insert_after(last, present, element, new[other])
                elif _key(old[pairs[other]]) == _key(new[other]):
                    last = last if child is None else child
                elif child is None:
                    raise CannotEditError
                else:
                    if _says(child, old[pairs[other]], new[other]):
                        changed.append((child, old[pairs[other]], new[other]))
                    else:
                        self._insert_after(child, present, element, new[other])
                        self._editor.remove(child)
                    last = child
        return changed

    def _insert_after(
        self, last: etree._Element | None, present: list[etree._Element], element: etree._Element, made: etree._Element
    ) -> None:
        if last is not None:
            self._editor.insert_after(last, self.markup(made, element))
        elif present:
            self._editor.insert_before(present[0], self.markup(made, element))
        else:
            self.insert(element, made)

    def _change_holder(
        self, present: list[etree._Element], old: list[etree._Element], new: list[etree._Element]
    ) -> list[tuple[etree._Element, etree._Element, etree._Element]]:
        """Change a child that may hold things of others too: it goes when it would be left empty."""
        holder = present[0]
        ours = sum(len(element) for element in old)
        if not new and len(holder) == ours:
            self._editor.remove(holder)
            return []
        empty = holder.makeelement(str(holder.tag))
        return [(holder, old[0] if old else empty, new[0] if new else empty)]

    def insert(self, element: etree._Element, made: etree._Element) -> None:
        """Put a generated child where the schema wants it."""
        self.insert_markup(element, kind_of(made), self.markup(made, element))

    def insert_markup(self, element: etree._Element, kind: str, inserted: Markup) -> None:
        """Put a child of a kind where the schema wants it: after the last one of the same or an earlier kind."""
        children = [child for child in element if isinstance(child.tag, str)]
        earlier = [child for child in children if rank_of(kind_of(child)) <= rank_of(kind)]
        if earlier:
            self._editor.insert_after(earlier[-1], inserted)
        elif children:
            self._editor.insert_before(children[0], inserted)
        else:
            self._editor.append(element, inserted)


class _Prefixes(dict[str, str]):
    """The prefixes of namespaces as an element of the file sees them: with a colon, empty for the default one."""

    def __init__(
        self, element: etree._Element, root: etree._Element, declared: dict[str, str], editor: XmlEditor
    ) -> None:
        super().__init__()
        for prefix, uri in element.nsmap.items():
            if uri != XSI or prefix is not None:
                self[uri] = f"{prefix}:" if prefix else ""
        self._root = root
        self._declared = declared
        self._editor = editor

    def __missing__(self, uri: str) -> str:
        if uri not in self._declared:
            wanted = _WANTED[uri]
            taken = {prefix for element in self._root.iter() for prefix in element.nsmap} | set(self._declared.values())
            prefix, number = wanted, 2
            while prefix in taken:
                prefix, number = f"{wanted}{number}", number + 1
            self._declared[uri] = prefix
            self._editor.set_attribute(self._root, f"xmlns:{prefix}", uri)
        self[uri] = f"{self._declared[uri]}:"
        return self[uri]


_Key = tuple[str, tuple[tuple[str, str], ...], str, tuple[object, ...]]


def _key(element: etree._Element) -> _Key:
    """Return what a generated element says, to compare two. They are never deep: nothing lies in nodes here."""
    attributes = tuple((str(name), str(value)) for name, value in element.attrib.items())
    return str(element.tag), attributes, element.text or "", tuple(map(_key, element))


def _counterparts(present: Sequence[etree._Element], old: Sequence[etree._Element]) -> list[etree._Element | None]:
    """Return for each generated child the child of the file that it was read from, None where that is not known."""
    if len(present) == len(old):
        return list(present)
    free = list(present)
    found: list[etree._Element | None] = []
    for child in old:
        match = next((other for other in free if _reads_as(other, child)), None)
        if match is not None:
            free.remove(match)
        found.append(match)
    return found


def _reads_as(child: etree._Element, generated: etree._Element) -> bool:
    if child.tag != generated.tag or any(child.get(name) != value for name, value in generated.attrib.items()):
        return False
    return bool(len(generated)) or text_of(child) == (generated.text or "").strip()


def _says(child: etree._Element, before: etree._Element, after: etree._Element) -> bool:
    """Tell whether a child of the file says in the same place what the generated one says and what changes."""
    lost = [name for name in before.attrib if before.get(name) != after.get(name) and child.get(name) is None]
    return child.tag == before.tag and not lost


def _blocks(old: Sequence[etree._Element], new: Sequence[etree._Element]) -> Iterator[tuple[range, range]]:
    """Yield the parts of two lists that belong together, in order."""
    matcher = SequenceMatcher(None, list(map(_key, old)), list(map(_key, new)), autojunk=False)
    for _, first, end, start, stop in matcher.get_opcodes():
        yield range(first, end), range(start, stop)


def _paired(old: Sequence[etree._Element], new: Sequence[etree._Element], was: range, now: range) -> dict[int, int]:
    """Return for new children the old ones that become them: of the same tag and id."""
    by_name: dict[tuple[str, str | None], list[int]] = {}
    for place in was:
        by_name.setdefault((str(old[place].tag), old[place].get("id")), []).append(place)
    pairs: dict[int, int] = {}
    for other in now:
        waiting = by_name.get((str(new[other].tag), new[other].get("id")))
        if waiting:
            pairs[other] = waiting.pop(0)
    return pairs
