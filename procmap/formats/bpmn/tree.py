"""The tree of a BPMN file with an id for every element of the model, and references resolved.

Both reading and writing back use it, so that an id means the same element in both.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from procmap.formats.bpmn import names
from procmap.formats.bpmn.names import bpmn
from procmap.formats.free_ids import FreeIds
from procmap.model import Finding

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lxml import etree

_OTHERS = (
    "process", "collaboration", "choreography", "globalConversation", "participant", "lane", "sequenceFlow",
    "messageFlow", "dataInputAssociation", "dataOutputAssociation", "textAnnotation", "group", "association",
)  # fmt: skip
IDENTIFIED = frozenset((*names.NODES, *names.DATA, *(bpmn(name) for name in _OTHERS)))
"""The tags of the elements that get an id in the model."""

_EXTENSION = bpmn("extensionElements")
_MARKUP = re.compile(
    r"</?(?:html|head|body|p|br|b|i|u|s|div|span|font|strong|em|ul|ol|li|a|sub|sup|h[1-6])"
    r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))*\s*/?>",
    re.IGNORECASE,
)
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_NOT_IN_IDS = re.compile(r"[^\w.-]+")


class Tree:
    """The elements of a BPMN file by their ids.

    A second element with the same id is `ID~2`, in document order; an element without one is called after its name,
    else its kind. A reference means the element in the same process or collaboration, else the first of the file.
    """

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.ids: dict[etree._Element, str] = {}
        self.findings: list[Finding] = []
        self._by_id: dict[str, list[etree._Element]] = {}
        self._elements: dict[str, etree._Element] = {}
        self._definitions: dict[str, etree._Element] = {}
        self._name_elements()

    def _name_elements(self) -> None:
        given: dict[str, list[etree._Element]] = {}
        unnamed: list[etree._Element] = []
        for element in self._model_elements():
            raw = (element.get("id") or "").strip()
            if raw:
                given.setdefault(raw, []).append(element)
            else:
                unnamed.append(element)
        self._by_id = given
        free = FreeIds(given)
        for raw, elements in given.items():
            for place, element in enumerate(elements):
                self.ids[element] = raw if place == 0 else free.another(raw)
            if len(elements) > 1:
                ids = tuple(self.ids[element] for element in elements)
                self.findings.append(
                    Finding(code="duplicate-id", elements=ids, params={"id": raw, "times": len(elements)})
                )
        for element in unnamed:
            stem = _NOT_IN_IDS.sub("_", name_of(element)).strip("_") or local_name(element)
            self.ids[element] = free.new(stem)
            if element.tag in names.NODES or element.tag == bpmn("sequenceFlow"):
                self.findings.append(
                    Finding(
                        code="missing-id",
                        elements=(self.ids[element],),
                        params={"type": local_name(element), "name": name_of(element), "id": self.ids[element]},
                    )
                )
        self._elements = {element_id: element for element, element_id in self.ids.items()}
        for element in self.root.iterchildren(etree_element()):
            if element.get("id"):
                self._definitions.setdefault(element.get("id", "").strip(), element)
        for category in self.root.iterfind(f"{bpmn('category')}/{bpmn('categoryValue')}"):
            self._definitions.setdefault(category.get("id", "").strip(), category)

    def _model_elements(self) -> Iterator[etree._Element]:
        """Yield the elements that get an id, in document order, leaving out what lies in extension elements."""
        hidden: etree._Element | None = None
        for element in self.root.iter(_EXTENSION, *IDENTIFIED):
            if element.tag == _EXTENSION:
                if hidden is None or not _is_inside(element, hidden):
                    hidden = element
            elif hidden is None or not _is_inside(element, hidden):
                yield element

    def element(self, element_id: str) -> etree._Element | None:
        """Return the element that has an id in the model."""
        return self._elements.get(element_id)

    def resolve(self, reference: str | None, near: etree._Element, kinds: Container[object] | None = None) -> str:
        """Return the model's id of what an element near `near` cites; the reference itself when nothing has that id.

        `kinds` are the tags that can be meant: they matter where several elements have the id.
        """
        reference = (reference or "").strip()
        found = self._by_id.get(reference)
        if found is None and ":" in reference:
            found = self._by_id.get(reference.rsplit(":", 1)[1])
        if not found:
            return reference
        if len(found) > 1:
            home = _home(near)
            fitting = [element for element in found if kinds is None or element.tag in kinds] or found
            for element in fitting:
                if _home(element) is home:
                    return self.ids[element]
            return self.ids[fitting[0]]
        return self.ids[found[0]]

    def resolve_definition(self, reference: str | None) -> etree._Element | None:
        """Return the root element (message, signal, error, resource, category value …) that a reference means."""
        reference = (reference or "").strip()
        found = self._definitions.get(reference)
        if found is None and ":" in reference:
            found = self._definitions.get(reference.rsplit(":", 1)[1])
        return found

    def report(self, code: str, elements: Iterable[str] = (), **params: str | int) -> None:
        """Note a warning."""
        self.findings.append(Finding(code=code, elements=tuple(elements), params=params))

    def note(self, code: str, elements: Iterable[str] = (), **params: str | int) -> None:
        """Note what was done without harm."""
        self.findings.append(Finding(code=code, severity="note", elements=tuple(elements), params=params))

    def report_counted(self, code: str, kinds: Iterable[str]) -> None:
        """Note one finding for each kind, with how often it occurs."""
        for kind, count in sorted(Counter(kinds).items()):
            self.report(code, kind=kind, count=count)


def _is_inside(element: etree._Element, around: etree._Element) -> bool:
    parent = element.getparent()
    while parent is not None:
        if parent is around:
            return True
        parent = parent.getparent()
    return False


def _home(element: etree._Element) -> etree._Element | None:
    """Return the root element (process, collaboration …) that an element lies in."""
    home: etree._Element | None = element
    while home is not None:
        parent = home.getparent()
        if parent is None or parent.getparent() is None:
            return home
        home = parent
    return None


def etree_element() -> type[etree._Element]:
    """Return what to give lxml's iterators to get elements only: no comments, no processing instructions."""
    from lxml import etree

    return etree.Element  # type: ignore[return-value]


def local_name(element: etree._Element) -> str:
    """Return an element's tag without its namespace."""
    return str(element.tag).rsplit("}", 1)[-1]


def clean(text: str | None) -> str:
    """Return a name as people read it: white space folded, the mark-up that some tools put into names taken out."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text or ""))
    if "<" in text and _MARKUP.search(text):
        text = html.unescape(_MARKUP.sub(" ", text))
    return " ".join(text.split())


def name_of(element: etree._Element) -> str:
    """Return an element's name as people read it."""
    return clean(element.get("name"))


def text_of(element: etree._Element | None) -> str:
    """Return all the text in an element, stripped, comments left out; empty for None."""
    if element is None:
        return ""
    return "".join(str(part) for part in element.itertext()).strip() if len(element) else (element.text or "").strip()
