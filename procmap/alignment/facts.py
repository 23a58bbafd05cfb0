"""What a process tells of its steps: roles, systems and documents, wherever BPMN keeps them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from procmap.model import DataItem, Index, Process, Step, unique


class Facts:
    """Who does the steps of one process, in which systems, with which documents. Names in the order of the source."""

    def __init__(self, process: Process) -> None:
        self._index = Index(process)
        self._data = {item.id: item for item in process.data}
        self._read: dict[str, list[DataItem]] = defaultdict(list)
        self._written: dict[str, list[DataItem]] = defaultdict(list)
        for association in process.data_associations:
            ids = association.sources if association.type == "input" else (association.target,)
            side = self._read if association.type == "input" else self._written
            side[association.node] += (self._data[item] for item in ids if item in self._data)

    def roles(self, step: Step) -> tuple[str, ...]:
        """Return who does a step: its lane, else its pool, and who else is named as responsible."""
        named = [self._index.role(step.id)]
        named += (entry.role for entry in step.details.responsible if entry.letter == "responsible")
        return _named(named)

    def systems(self, step: Step) -> tuple[str, ...]:
        """Return the systems of a step: those it names, and the data stores it reads or writes."""
        stores = (item for item in (*self._read[step.id], *self._written[step.id]) if _is_store(item))
        return _named((*step.details.systems, *map(self._name, stores)))

    def documents_in(self, step: Step) -> tuple[str, ...]:
        """Return the documents that go into a step."""
        drawn = (item for item in self._read[step.id] if not _is_store(item))
        return _named((*step.details.documents_in, *map(self._name, drawn)))

    def documents_out(self, step: Step) -> tuple[str, ...]:
        """Return the documents that come out of a step."""
        drawn = (item for item in self._written[step.id] if not _is_store(item))
        return _named((*step.details.documents_out, *map(self._name, drawn)))

    def _name(self, item: DataItem) -> str:
        shown = self._data.get(item.refers_to or "")
        return item.name or (shown.name if shown else "")


def _is_store(item: DataItem) -> bool:
    return item.type in ("dataStore", "dataStoreReference")


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(unique(name for name in (" ".join(name.split()) for name in names) if name))
