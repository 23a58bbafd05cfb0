"""Metadata that another tool dropped, put back from a model file kept beside (a sidecar).

A sidecar is a model file (`procmap convert process.bpmn process.json`). Its elements are found again in what came back
by reference: a step by id and label, else by label and neighbours; anything else by id and type, else by name and type.
What the file itself still says is kept; the sidecar only fills what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from procmap.behaviour import References
from procmap.model import Activity, AttachedValue, Event, Finding, Process
from procmap.model.elements import NO_DETAILS, Element
from procmap.model.process import ELEMENT_FIELDS
from procmap.model.value import Value

V = TypeVar("V", bound=Value)


def reattach(processes: Iterable[Process], kept: Iterable[Process]) -> tuple[tuple[Process, ...], tuple[Finding, ...]]:
    """Return processes with the metadata of those `kept` beside them, and what could not be put back or differs.

    A process is that of the same id, else of the same name, else the only one.
    """
    there, beside = tuple(processes), tuple(kept)
    made: list[Process] = []
    findings: list[Finding] = []
    for process in there:
        found = _process_of(process, there, beside)
        if found is None:
            made.append(process)
            findings.append(_note("sidecar-no-process", name=process.name or process.id))
        else:
            again = _Reattaching(process, found)
            made.append(again.result())
            findings.extend(again.findings)
    return tuple(made), tuple(findings)


def _process_of(process: Process, there: tuple[Process, ...], kept: tuple[Process, ...]) -> Process | None:
    by_id = [one for one in kept if one.id == process.id]
    by_name = [one for one in kept if one.name and one.name == process.name]
    for found in (by_id, by_name):
        if len(found) == 1:
            return found[0]
    return kept[0] if len(kept) == len(there) == 1 else None


class _Reattaching:
    """One process and what was kept of it."""

    def __init__(self, process: Process, kept: Process) -> None:
        self._process, self._kept = process, kept
        self.findings: list[Finding] = []
        self._new_id = self._matched()
        self._elements = {element.id: element for element in process.elements()}

    def _matched(self) -> dict[str, str]:
        """Return the ids of elements as they are now, by the ids that were kept."""
        made, resolving = References(self._kept), References(self._process)
        by_id = {element.id: element for element in self._process.elements()}
        names = {element.name for element in self._process.elements()}
        by_name: dict[tuple[str, str], list[str]] = {}
        for element in self._process.elements():
            by_name.setdefault((_kind(element), element.name), []).append(element.id)
        found: dict[str, str] = {}
        for element in self._kept.elements():
            same = by_id.get(element.id)
            alike = by_name.get((_kind(element), element.name), ()) if element.name.strip() else ()
            if isinstance(element, Activity | Event) and element.name.strip():
                now = resolving.resolve(made.make(element.id))
                if now is None and type(same) is type(element) and element.name not in names:
                    now = same.id  # it was only renamed
            elif same is not None and type(same) is type(element):
                now = same.id
            else:
                now = alike[0] if len(alike) == 1 else None
            if now is not None:
                found[element.id] = now
        return found

    def result(self) -> Process:
        """Return the process with everything put back that has a place."""
        process, kept = self._process, self._kept
        changed = {self._new_id.get(element.id): element for element in kept.elements() if _says_something(element)}
        fields = {
            name: tuple(
                self._with(element, changed[element.id]) if element.id in changed else element
                for element in getattr(process, name)
            )
            for name in ELEMENT_FIELDS
        }
        lost = [element for element in kept.elements() if _says_something(element) and element.id not in self._new_id]
        self.findings += [
            _note("sidecar-unresolved", elements=(element.id,), name=element.name or element.id) for element in lost
        ]
        scales = {one.id for one in process.scales}
        decisions = {one.id for one in process.decisions}
        card = self._filled(process.card, kept.card, process.name or process.id, ("source_fingerprint",))
        return process.replace(
            **fields,
            # Without its card a process is called what it is called elsewhere in the file.
            name=process.name if process.card.name or not card.name else card.name,
            card=card,
            properties=process.properties or kept.properties,
            attached=self._attached(),
            scales=(*process.scales, *(one for one in kept.scales if one.id not in scales)),
            decisions=(*process.decisions, *(one for one in kept.decisions if one.id not in decisions)),
        )

    def _with(self, element: Element, kept: Element) -> Element:
        """Return an element with what was kept of it."""
        changes: dict[str, object] = {}
        if isinstance(element, Activity | Event) and isinstance(kept, Activity | Event):
            changes["details"] = self._filled(element.details, kept.details, element.name or element.id)
        changes["properties"] = element.properties or kept.properties
        changes["origins"] = element.origins or kept.origins
        return element.replace(**changes)

    def _filled(self, value: V, kept: V, name: str, unlike: tuple[str, ...] = ()) -> V:
        """Return a value whose empty fields are those of another; fields that differ are told, but for `unlike`."""
        changes: dict[str, object] = {}
        differing: list[str] = []
        for field, info in type(value).model_fields.items():
            here, there = getattr(value, field), getattr(kept, field)
            if here == info.default:
                changes[field] = there
            elif there not in (info.default, here) and field not in unlike:
                differing.append(field)
        if differing:
            self.findings.append(_note("sidecar-differs", name=name, fields=", ".join(differing)))
        return value.replace(**changes)

    def _attached(self) -> tuple[AttachedValue, ...]:
        here = {(value.kind, value.id): value for value in self._process.attached}
        for value in self._kept.attached:
            on, guards = self._placed(value.on), self._placed(value.guards)
            for missing in (each for each in (*value.on, *value.guards) if each not in self._new_id):
                told = value.name or value.id
                self.findings.append(_note("sidecar-attached-unresolved", kind=value.kind, name=told, element=missing))
            same = here.get((value.kind, value.id))
            if same is None:
                here[value.kind, value.id] = value.replace(on=on, guards=guards)
                continue
            filled = self._filled(same, value.replace(on=same.on, guards=guards), same.name or same.id)
            here[value.kind, value.id] = filled.replace(on=tuple(dict.fromkeys((*same.on, *on))))
        return tuple(here.values())

    def _placed(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._new_id[each] for each in ids if each in self._new_id)


def _kind(element: Element) -> str:
    return getattr(element, "type", type(element).__name__)


def _says_something(element: Element) -> bool:
    details = element.details if isinstance(element, Activity | Event) else NO_DETAILS
    return bool(element.properties or element.origins or details != NO_DETAILS)


def _note(code: str, elements: tuple[str, ...] = (), **params: str) -> Finding:
    return Finding(code=code, severity="warning", elements=elements, params=dict(params))
