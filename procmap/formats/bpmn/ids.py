"""Ids in a file: those of the model where XML accepts them, made anew where it does not or where one is taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from procmap.formats.free_ids import FreeIds
from procmap.model import Event

if TYPE_CHECKING:
    from procmap.model import Association, MessageFlow, Process, SequenceFlow

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")
_MAY_START = re.compile(r"[A-Za-z_]")


def as_name(text: str) -> str:
    """Return a text as an XML name without a colon (NCName), the same where it is one of ASCII already.

    XML allows more letters, but bpmn-js refuses such ids, and validators disagree on which letters those are.
    """
    name = _NOT_IN_NAMES.sub("_", text)
    return name if _MAY_START.match(name) else f"_{name}"


class Names:
    """Hands out the ids of one file, none twice."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._ids = FreeIds(taken, mark="_")

    def new(self, stem: str) -> str:
        """Return `stem` as a name where that is free, else the next of its numbered forms."""
        return self._ids.new(as_name(stem))


class FileIds:
    """The ids in a file for those of one process of the model; `known` are those that the file has already.

    `elsewhere`: ids of elements of the other processes of the file, which this one may cite (see `ids_of`).
    """

    def __init__(
        self,
        process: Process,
        names: Names,
        known: Mapping[str, str] | None = None,
        prefix: str = "",
        elsewhere: Collection[str] = (),
    ) -> None:
        self._names = names
        self._others: tuple[FileIds, ...] = ()
        self._elements = dict(known or {})
        self._processes: dict[str, str] = {}
        self._derived: dict[str, str] = {}
        elements = [element.id for element in process.elements()]
        processes = [process.id, *(pool.process for pool in process.pools if pool.process)]
        unclaimed = {*processes, *elsewhere}
        missing = [element_id for element_id in cited(process) if element_id not in unclaimed]
        for element_id in _names_first((*elements, *missing)):
            if element_id not in self._elements:
                self._elements[element_id] = self._free(element_id, prefix)
        for process_id in _names_first(processes):
            given = (known or {}).get(process_id)
            self._processes[process_id] = given or self._free(process_id, prefix)

    def _free(self, element_id: str, prefix: str) -> str:
        name = self._names.new(element_id)
        return name if not prefix or name == as_name(element_id) else self._names.new(f"{prefix}{element_id}")

    def element(self, element_id: str) -> str:
        """Return the id of an element in the file."""
        known = (own.shown(element_id) for own in (self, *self._others))
        return next(filter(None, known), element_id)

    def see(self, others: Iterable[FileIds]) -> None:
        """Take what this process cites and does not have from the first of the others that has it."""
        self._others = tuple(others)

    def process(self, process_id: str) -> str:
        """Return the id of the whole process, or of the process of a pool, in the file."""
        return self._processes.get(process_id, process_id)

    def shown(self, element_id: str) -> str | None:
        """Return the id of an element or process as a drawing cites it; None where there is none."""
        return self._elements.get(element_id) or self._processes.get(element_id)

    def plane(self, shown_id: str) -> str | None:
        """Return the id of what a drawing shows, the process rather than an element that the model calls the same."""
        return self._processes.get(shown_id) or self._elements.get(shown_id)

    def derived(self, stem: str) -> str:
        """Return the id of something that the model has no id for: the same for the same stem."""
        if stem not in self._derived:
            self._derived[stem] = self._names.new(stem)
        return self._derived[stem]


def ids_of(processes: Sequence[Process], names: Names) -> list[FileIds]:
    """Return the ids of the processes of a new file, where one may cite what another has."""
    elements = [{element.id for element in process.elements()} for process in processes]
    holders = Counter(element_id for own in elements for element_id in own)
    made = []
    for place, process in enumerate(processes):
        elsewhere = {key for key in cited(process) if holders[key] and key not in elements[place]}
        made.append(FileIds(process, names, prefix=f"p{place + 1}_", elsewhere=elsewhere))
    for own in made:
        own.see(other for other in made if other is not own)
    return made


def _names_first(ids: Iterable[str]) -> list[str]:
    """Return ids without repetition: those that stay as they are before those that take what is left."""
    unique = dict.fromkeys(ids)
    return sorted(unique, key=lambda element_id: as_name(element_id) != element_id)


def cited(process: Process) -> Iterator[str]:
    """Yield the ids that elements of a process cite, in the order of the elements."""
    yield from filter(None, _references(process))


def _references(process: Process) -> Iterator[str | None]:
    for lane in process.lanes:
        yield from lane.nodes
    for node in process.nodes:
        if isinstance(node, Event):
            yield node.attached_to
            yield from (trigger.activity for trigger in node.triggers)
    lines: tuple[SequenceFlow | MessageFlow | Association, ...]
    lines = (*process.flows, *process.message_flows, *process.associations)
    for line in lines:
        yield from (line.source, line.target)
    for item in process.data:
        yield item.refers_to
    for link in process.data_associations:
        yield from (*link.sources, link.target)
