"""Documents and stores as they are drawn: one item for what the parties name the same, beside the same steps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from procmap.harmonisation.details import origin_of
from procmap.harmonisation.naming import Ids, Names, most_common
from procmap.harmonisation.places import Places
from procmap.harmonisation.sources import Source
from procmap.model import DataAssociation, DataItem, Node, Origin

Key = tuple[Any, ...]


@dataclass
class _Item:
    """A common item as it grows: what it is called by whom, and the items that it stands for."""

    first: DataItem
    named: list[tuple[str, str]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    collection: bool = False
    refers_to: Key | None = None
    parents: set[str | None] = field(default_factory=set)
    owner: str | None = None


class DataPlaces:
    """Collects the data items and associations of all sources. `nodes`: those of the common process, by id."""

    def __init__(
        self, sources: Sequence[Source], places: Mapping[str, Places], names: Names, nodes: Mapping[str, Node]
    ) -> None:
        self._sources, self._places, self._names, self._nodes = sources, places, names, nodes
        self._items: dict[Key, _Item] = {}
        self._key_of: dict[tuple[str, str], Key] = {}

    def drawn(self, pool: str | None, ids: Ids) -> tuple[tuple[DataItem, ...], tuple[DataAssociation, ...]]:
        """Return the common items and associations, in the order of the first source that has them."""
        for source in self._sources:
            self._collect(source)
        id_of = {key: ids.give(_STEM[item.first.type], most_common(item.named)) for key, item in self._items.items()}
        lines: dict[Key, list[tuple[Source, DataAssociation]]] = defaultdict(list)
        for source in self._sources:
            for line in source.process.data_associations:
                node = self._places[source.id].at(line.node)
                ends = [self._key_of.get((source.id, end)) for end in (*line.sources, line.target) if end]
                if node in self._nodes and all(end is not None for end in ends):
                    given = tuple(id_of[self._key_of[source.id, end]] for end in line.sources)
                    target = id_of[self._key_of[source.id, line.target]] if line.target else ""
                    lines[line.type, node, given, target].append((source, line))
        return (
            tuple(self._item(key, item, id_of, pool) for key, item in self._items.items()),
            tuple(self._line(key, told, ids.give("data_association")) for key, told in lines.items()),
        )

    def _collect(self, source: Source) -> None:
        items = {item.id: item for item in source.process.data}
        beside = self._beside(source)
        nameless: Counter[Key] = Counter()
        for item in sorted(items.values(), key=lambda one: one.refers_to is not None):
            shown = items.get(item.refers_to or "")
            owner = self._owner(source, item)
            if item.owner in source.index.nodes and owner is None:
                continue  # the step that it belongs to was dropped, and its data with it
            name = self._names.common(_names_of(item.type), source.id, item.name or (shown.name if shown else ""))
            key: Key = (item.type, owner or "", *self._names.key(name), item.state)
            if not name or (item.refers_to is not None and not beside.get(item.id)):
                nameless[key] += 1
                key = (*key, nameless[key])
            if item.refers_to is not None:
                key = self._shown_at(key, beside.get(item.id, ()))
            self._key_of[source.id, item.id] = key
            made = self._items.setdefault(key, _Item(item, owner=owner))
            made.named.append((source.party.organisation, name if item.name else ""))
            made.origins.append(origin_of(source, item.id, item.name))
            made.collection = made.collection or item.collection
            made.refers_to = self._key_of.get((source.id, item.refers_to or ""))
            made.parents.add(self._parent(source, item))

    def _beside(self, source: Source) -> dict[str, list[tuple[str, str]]]:
        """Return at which common steps, and on which side of them, each item is drawn."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in source.process.data_associations:
            node = self._places[source.id].at(line.node)
            for end in (*line.sources, line.target):
                if node is not None and end:
                    found[end].append((line.type, node))
        return found

    def _shown_at(self, key: Key, beside: Iterable[tuple[str, str]]) -> Key:
        """Return the place of a reference: that of an equal one at one of the same steps, else one of its own."""
        spots = [(*key, *spot) for spot in beside]
        return next((spot for spot in spots if spot in self._items), spots[0] if spots else key)

    def _owner(self, source: Source, item: DataItem) -> str | None:
        found = self._places[source.id].at(item.owner) if item.owner in source.index.nodes and item.owner else None
        return found if found in self._nodes else None

    def _parent(self, source: Source, item: DataItem) -> str | None:
        found = self._places[source.id].at(item.parent) if item.parent in source.index.nodes and item.parent else None
        return found if found is not None and any(node.parent == found for node in self._nodes.values()) else None

    def _item(self, key: Key, item: _Item, id_of: Mapping[Key, str], pool: str | None) -> DataItem:
        shared = item.first.type == "dataStore"
        return DataItem(
            id=id_of[key],
            name=most_common(item.named),
            type=item.first.type,
            state=item.first.state,
            collection=item.collection,
            refers_to=id_of[item.refers_to] if item.refers_to is not None else None,
            owner=item.owner,
            parent=next(iter(item.parents)) if len(item.parents) == 1 and not shared else None,
            pool=None if shared else pool,
            origins=tuple(item.origins),
        )

    def _line(self, key: Key, told: Sequence[tuple[Source, DataAssociation]], made: str) -> DataAssociation:
        kind: Literal["input", "output"] = key[0]
        origins = tuple(origin_of(source, line.id, line.name) for source, line in told)
        name = most_common((source.party.organisation, line.name) for source, line in told)
        return DataAssociation(
            id=made, name=name, type=kind, node=key[1], sources=key[2], target=key[3], origins=origins
        )


_STEM = {
    "dataObject": "document", "dataObjectReference": "document_place", "dataStore": "store",
    "dataStoreReference": "store_place", "dataInput": "data_input", "dataOutput": "data_output",
}  # fmt: skip


def _names_of(kind: str) -> str:
    return "system" if kind.startswith("dataStore") else "document"
