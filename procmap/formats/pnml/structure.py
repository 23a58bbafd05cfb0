"""From the XML of a net to a Net: pages, references, markings, and what of the arcs a process can hold."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from procmap.formats.free_ids import FreeIds, distinct
from procmap.formats.pnml.markup import (
    ToolPart,
    attribute,
    bends_of,
    bounds_of,
    child,
    children,
    documentation_of,
    is_silent_name,
    kind_of,
    label,
    name_of,
    number,
    tool_part,
)
from procmap.formats.pnml.net import Arc, Net, Place, Transition

if TYPE_CHECKING:
    from lxml import etree

    from procmap.formats.notes import Notes

_READ_ELSEWHERE = frozenset(("name", "graphics", "toolspecific", "finalmarkings"))
_OF_NODES = frozenset(
    (
        "name",
        "graphics",
        "toolspecific",
        "initialMarking",
        "description",
        "documentation",
        "inscription",
        "type",
        "arctype",
    )
)
_NORMAL, _TEST = frozenset(("", "normal", "default")), frozenset(("read", "test"))
_CENTRE = "P_CENTER_"


@dataclass
class _Scope:
    """The elements of one net as they stand in the file; `around` and `of`: the net and transition that it refines."""

    around: int | None = None
    of: str = ""
    places: list[etree._Element] = field(default_factory=list)
    transitions: list[etree._Element] = field(default_factory=list)
    arcs: list[etree._Element] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)


def read_net(root: etree._Element, process: str, notes: Notes) -> tuple[Net, FreeIds]:
    """Return the net of a `net` element, and the ids that are still free in its process."""
    scopes = _scopes(root, notes)
    elements = [each for scope in scopes for each in (*scope.places, *scope.transitions, *scope.arcs)]
    ids = distinct([(attribute(each, "id"), name_of(each) or kind_of(each)) for each in elements])
    reader = _Reader(process, dict(zip(elements, ids, strict=True)), _final_marking(root), FreeIds(ids), notes)
    nets = [reader.net(scope) for scope in scopes]
    for place in range(len(scopes) - 1, 0, -1):  # what lies inside comes later than what lies around it
        around, inner = scopes[place].around or 0, nets[place]
        refined = next(each for each in scopes[around].transitions if attribute(each, "id") == scopes[place].of)
        nets[around] = nets[around].with_inside(reader.ids[refined], inner)
    return nets[0], reader.free


def _scopes(root: etree._Element, notes: Notes) -> list[_Scope]:
    """Return the net and those inside its transitions. A page that only holds a part of the drawing makes no scope."""
    scopes = [_Scope()]
    pending = deque([(root, 0)])
    while pending:
        container, place = pending.popleft()
        scope = scopes[place]
        pages = []
        for element in children(container):
            kind = kind_of(element)
            if kind == "place":
                scope.places.append(element)
            elif kind == "transition":
                scope.transitions.append(element)
            elif kind == "arc":
                scope.arcs.append(element)
            elif kind in ("referencePlace", "referenceTransition"):
                scope.references.setdefault(attribute(element, "id"), attribute(element, "ref"))
            elif kind in ("page", "net"):
                pages.append(element)
            elif kind not in _READ_ELSEWHERE:
                notes.unread(f"net/{kind}")
        refined = {attribute(each, "id") for each in scope.transitions if tool_part(each).subprocess}
        for page in pages:
            if attribute(page, "id") in refined and child(page, "net") is not None:
                pending.append((page, len(scopes)))
                scopes.append(_Scope(around=place, of=attribute(page, "id")))
            else:
                pending.append((page, place))
    return scopes


def _final_marking(root: etree._Element) -> frozenset[str]:
    """Return the file's ids of the places that hold a token in a final marking, which ProM writes."""
    return frozenset(
        attribute(place, "idref")
        for markings in children(root, "finalmarkings")
        for marking in children(markings, "marking")
        for place in children(marking, "place")
        if any("".join(map(str, text.itertext())).strip() not in ("", "0") for text in children(place, "text"))
    )


@dataclass(frozen=True)
class _Reader:
    """Reads the scopes of one process. `ids`: of the elements; `finals`: the file's ids of the places marked last."""

    process: str
    ids: dict[etree._Element, str]
    finals: frozenset[str]
    free: FreeIds
    notes: Notes

    def net(self, scope: _Scope) -> Net:
        """Return the net of a scope."""
        places = tuple(self._place(each, scope) for each in scope.places)
        transitions = tuple(self._transition(each) for each in scope.transitions)
        cited = self._cited(scope)
        kinds = {place.id: "place" for place in places} | {each.id: "transition" for each in transitions}
        arcs: dict[tuple[str, str], Arc] = {}
        for each in scope.arcs:
            for arc in self._arcs(each, cited, kinds):
                if (arc.source, arc.target) in arcs:
                    self._report_weight(arc.source, arc.target, 2)
                arcs.setdefault((arc.source, arc.target), arc)
        centres = tuple(
            (self.ids[each], attribute(each, "id").removeprefix(_CENTRE))
            for each in scope.places
            if attribute(each, "id").startswith(_CENTRE)
        )
        return Net(places, transitions, tuple(arcs.values()), centres)

    def _cited(self, scope: _Scope) -> dict[str, str]:
        """Return what arcs mean by the file's ids: the first element of each, or what a reference leads to."""
        by_given: dict[str, list[str]] = {}
        for each in (*scope.places, *scope.transitions):
            given, made = attribute(each, "id"), self.ids[each]
            if given:
                by_given.setdefault(given, []).append(made)
            else:
                self.notes.report("missing-id", made, type=kind_of(each), name=name_of(each), id=made)
        for given, same in by_given.items():
            if len(same) > 1:
                self.notes.report("duplicate-id", *same, id=given, times=len(same))
        cited = {given: same[0] for given, same in by_given.items()}
        for given in scope.references:
            target = _resolved(given, scope.references)
            if target in cited:
                cited.setdefault(given, cited[target])
        return cited

    def _place(self, element: etree._Element, scope: _Scope) -> Place:
        name, given, made = name_of(element), attribute(element, "id"), self.ids[element]
        inner = given.startswith(_CENTRE)  # bears the name and the coordinates of its operator
        tokens = number(label(element, "initialMarking"), 0)
        if tokens is None or tokens > 1:
            told = "?" if tokens is None else tokens
            self.notes.report("pnml-tokens", made, process=self.process, place=name or made, tokens=told)
        self._note_unread(element, tool_part(element))
        return Place(
            id=made,
            name="" if inner or name == given else name,
            documentation=documentation_of(element),
            marked=tokens is None or tokens > 0,
            final=scope.around is None and given in self.finals,
            bounds=None if inner else bounds_of(element),
        )

    def _transition(self, element: etree._Element) -> Transition:
        name, part = name_of(element), tool_part(element)
        self._note_unread(element, part)
        silent = part.silent or is_silent_name(name) or name == part.operator
        return Transition(
            id=self.ids[element],
            name="" if silent else name,
            documentation=documentation_of(element),
            silent=silent,
            role=part.role,
            properties=part.properties,
            operator=part.operator,
            bounds=bounds_of(element),
        )

    def _note_unread(self, element: etree._Element, part: ToolPart) -> None:
        for kind in part.unread:
            self.notes.unread(kind)
        for inner in children(element):
            if kind_of(inner) not in _OF_NODES:
                self.notes.unread(f"{kind_of(element)}/{kind_of(inner)}")

    def _arcs(self, element: etree._Element, cited: dict[str, str], kinds: dict[str, str]) -> list[Arc]:
        """Return an arc; both ways for one that only tests a place; none for one that a process cannot hold."""
        source, target = (cited.get(attribute(element, end), "") for end in ("source", "target"))
        if {kinds.get(source), kinds.get(target)} != {"place", "transition"}:
            self.notes.report(
                "pnml-bad-arc",
                *filter(None, (source, target)),
                id=self.ids[element],
                source=attribute(element, "source"),
                target=attribute(element, "target"),
            )
            return []
        kind = _arc_kind(element)
        if kind not in _NORMAL | _TEST:
            self.notes.report("pnml-arc-type", source, target, source=source, target=target, type=kind)
            return []
        weight = number(label(element, "inscription"), 1)
        if weight != 1:
            self._report_weight(source, target, "?" if weight is None else weight)
        arc = Arc(self.ids[element], source, target, bends_of(element))
        return [arc] if kind in _NORMAL else [arc, Arc(self.free.another(arc.id), target, source, arc.bends[::-1])]

    def _report_weight(self, source: str, target: str, weight: int | str) -> None:
        self.notes.report("pnml-weight", source, target, source=source, target=target, weight=weight)


def _resolved(given: str, references: dict[str, str]) -> str:
    """Return what a reference means at last; itself where references lead round in a ring."""
    seen = {given}
    target = references[given]
    while target in references:
        if target in seen:
            return given
        seen.add(target)
        target = references[target]
    return target


def _arc_kind(element: etree._Element) -> str:
    for name in ("type", "arctype"):
        found = child(element, name)
        if found is not None:
            return (attribute(found, "value") or label(element, name) or "").strip().lower()
    return ""
