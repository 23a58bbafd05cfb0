"""Which difference tells a thing already, so that one phenomenon is told once.

The classes with names of their own go before `structure`. What they tell of an element, or of the steps it touches, is
not told again; the element is cited there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from procmap.alignment import Party
from procmap.comparison.counterparts import Counterparts, Group
from procmap.comparison.grid import Grid
from procmap.comparison.values import Difference, Place
from procmap.model import (
    Activity,
    Annotation,
    DataAssociation,
    DataItem,
    Element,
    Event,
    Gateway,
    Lane,
    MessageFlow,
    Pool,
    SequenceFlow,
    Step,
)
from procmap.model import Group as Frame

_ORDER = ("order", "earlier_later", "parallel_sequential", "either_or_both")
_FLOW = (*_ORDER, "optional", "repeated", "condition")
_TELLS: dict[str, tuple[str, ...]] = {
    "triggers": (
        "trigger:start", "deadline:deadline", "type", "participant_message", "partly_corresponding:waits",
        "condition:event",
    ),
    "interrupting": ("partly_corresponding:interrupts",),
    "loop": ("repeated",),
    "lane": ("role",),
    "pool": ("role",),
    "responsible": ("role",),
    "systems": ("system",),
    "documents_in": ("document:in",),
    "documents_out": ("document:out",),
    "deadline": ("deadline:deadline",),
    "work_time": ("deadline:work-time",),
    "lead_time": ("deadline:lead-time",),
    "legal_basis": ("legal_basis",),
    "condition": ("condition",),
    "default": ("condition",),
}  # fmt: skip
"""The classes (with a part, where only that part does) that tell a trait, where they are about the same rows."""
_TELLS_BY_KIND: tuple[tuple[tuple[type[Element], ...], dict[str, tuple[str, ...]]], ...] = (
    (
        (Activity, Event),
        {
            "name": ("wording", "split_merged", "partly_corresponding:cut"),
            "type": ("type", "partly_corresponding:waits"),
        },
    ),
    ((Gateway, SequenceFlow), {"name": ("condition",), "type": _FLOW, "ends": (*_FLOW, "partly_corresponding")}),
    ((DataItem, DataAssociation), {"name": ("document", "system"), "ends": ("document", "system")}),
    ((Pool, MessageFlow), {"name": ("participant_message",), "ends": ("participant_message",)}),
)
"""What elements of other kinds are called, are and join is told by other classes."""
_OF_PRESENCE = ("step_missing", "split_merged", "partly_corresponding", "trigger:start", "trigger:end")
"""The classes that tell that a step is there and not there, where they cite it."""
_HOLDERS = ("parent", "pool", "attached_to", "owner")
_ENDS = ("source", "target", "node")


class Covering:
    """Differences in the order in which they were told; more elements can be cited in each."""

    def __init__(self, grid: Grid, told: Sequence[Difference]) -> None:
        self._grid = grid
        self._told: list[Difference] = []
        self._cited: dict[int, dict[Place, None]] = defaultdict(dict)
        self._of_row: dict[str, list[int]] = defaultdict(list)
        self._of_place: dict[Place, list[int]] = defaultdict(list)
        self._onward: dict[str, Mapping[str, Sequence[str]]] = {}
        self._taken: set[int] = set()
        for difference in told:
            self.add(difference)

    def add(self, difference: Difference) -> int:
        """Tell a difference, and return its number."""
        number = len(self._told)
        self._told.append(difference)
        for row in difference.rows:
            self._of_row[row].append(number)
        for place in difference.elements:
            self._of_place[place].append(number)
        return number

    def cite(self, number: int, places: Iterable[Place]) -> None:
        """Cite further elements in a difference."""
        self._cited[number].update(dict.fromkeys(places))

    def take_order(self, number: int, rows: Collection[str], parties: Collection[str]) -> None:
        """Let a difference tell what comes of it for the order of some rows, too: it cites all that told of that.

        A difference of order comes of it where it is between these parties only, and of these rows beside one other, or
        of one of these beside others.
        """
        for other in list(self._about(rows, _ORDER, parties)):
            told = self._told[other]
            tellers = {party for party, value in told.values.items() if value is not None}
            of_one = "label" in told.params and told.rows[0] in rows  # the row that the others are told beside
            if tellers <= set(parties) and (of_one or len(set(told.rows) - set(rows)) <= 1):
                self.cite(number, (*told.elements, *self._cited.get(other, ())))
                self._taken.add(other)

    def differences(self) -> list[Difference]:
        """Return the differences with all that they cite."""
        return [
            difference.replace(elements=tuple(dict.fromkeys((*difference.elements, *self._cited[number]))))
            if number in self._cited
            else difference
            for number, difference in enumerate(self._told)
            if number not in self._taken
        ]

    def trait(self, name: str, group: Group, rows: tuple[str, ...], places: Sequence[Place]) -> int | None:
        """Return the difference that tells a trait of elements about some rows; None where none does.

        One that cites the element tells it; else one of a step of which all rows are its.
        """
        element = next(iter(group.values()))
        of_kind = (codes for kinds, codes in _TELLS_BY_KIND if isinstance(element, kinds))
        codes = (*_TELLS.get(name, ()), *(code for codes in of_kind for code in codes.get(name, ())))
        for number in self._about(rows, codes, group):
            found = self._told[number]
            if set(found.rows) <= set(rows) or set(rows) <= set(found.rows) or set(places) & set(found.elements):
                return number
        return None

    def role(self, names: Mapping[str, str], parties: Collection[str]) -> int | None:
        """Return the difference of roles that shows lanes or pools by their names; None where none does."""
        for number, difference in enumerate(self._told):
            if difference.code == "role" and len({difference.values.get(party) for party in parties}) > 1:
                shown = {party: _roles(difference.values.get(party)) for party in parties}
                others = [roles for party, roles in shown.items() if party not in names]
                if all(name in shown[party] for party, name in names.items()) and not any(
                    name in roles for name in names.values() for roles in others
                ):
                    return number
        return None

    def presence(
        self,
        same: Counterparts,
        parties: Mapping[str, Party],
        group_number: int,
        rows: tuple[str, ...],
        where: Mapping[int, int],
    ) -> int | None:
        """Return the difference that tells why some variants do not have an element; None where none does.

        `where` are the differences that tell it of other elements, by group.
        """
        group = same.groups[group_number]
        element = next(iter(group.values()))
        missing = [party for party in parties if party not in group]
        cited = self._cited_already(group)
        if cited is not None:
            return cited
        if isinstance(element, Step):
            found = next(self._of_step(group, rows, (*group, *missing)), None)
            if found is not None:
                return found
        for party, each in group.items():
            for number in self._goes_with(same, parties[party], each):
                if number in where and all(gone not in same.groups[number] for gone in missing):
                    return where[number]
        if isinstance(element, SequenceFlow):
            detour = self._detour(same, parties, group, where)
            if detour is not None:
                return detour
        return self._by_class(same, parties, group, rows)

    def _detour(
        self, same: Counterparts, parties: Mapping[str, Party], group: Group, where: Mapping[int, int]
    ) -> int | None:
        """Return the difference of what stands between the ends of a flow where there is no such flow; None for none.

        Where a step (or gateway) is put into a flow, the flow is drawn anew: that is no difference of its own.
        """
        here, flow = next(iter(group.items()))
        if not isinstance(flow, SequenceFlow):
            return None
        ends = [
            same.groups[number] for end in (flow.source, flow.target) if (number := same.number(here, end)) is not None
        ]
        for party in parties:
            if party in group or len(ends) < 2 or not all(party in end for end in ends):
                continue
            start, goal = (end[party].id for end in ends)
            seen = {start}
            pending: list[tuple[str, int | None]] = [(start, None)]
            for at, first in pending:  # grows while it is read
                for near in self._ways(parties[party]).get(at, ()):
                    number = same.number(party, near)
                    if near == goal and first is not None:
                        return where[first]
                    if near not in seen and number is not None and number in where and here not in same.groups[number]:
                        seen.add(near)
                        pending.append((near, number if first is None else first))
        return None

    def _ways(self, party: Party) -> Mapping[str, Sequence[str]]:
        if party.id not in self._onward:
            onward: dict[str, list[str]] = defaultdict(list)
            for flow in party.process.flows:
                onward[flow.source].append(flow.target)
            self._onward[party.id] = onward
        return self._onward[party.id]

    def _cited_already(self, group: Group) -> int | None:
        """Return a difference of another class that cites an element that is no step."""
        if isinstance(next(iter(group.values())), Step):
            return None
        for party, element in group.items():
            for number in self._of_place[Place(process=party, id=element.id)]:
                if self._told[number].code not in ("structure", "annotation"):
                    return number
        return None

    def _of_step(self, group: Group, rows: tuple[str, ...], parties: Collection[str]) -> Iterator[int]:
        places = {Place(process=party, id=element.id) for party, element in group.items()}
        for number in self._about(rows, _OF_PRESENCE, parties):
            if places & set(self._told[number].elements):
                yield number

    def _goes_with(self, same: Counterparts, party: Party, element: Element) -> Iterator[int]:
        """Yield the groups of what an element cannot be without: what it lies in or on, its ends, all its users."""
        for name in (*_HOLDERS, *_ENDS):
            number = same.number(party.id, getattr(element, name, None))
            if number is not None:
                yield number
        for each in getattr(element, "sources", ()):
            number = same.number(party.id, each)
            if number is not None:
                yield number
        if isinstance(element, DataItem | Annotation | Frame):
            users = (*same.users(party.id, element.id), *getattr(element, "members", ()))
            numbers = {same.number(party.id, each) for each in users}
            if numbers and all(
                number is not None and len(same.groups[number]) < len(same.parties) for number in numbers
            ):
                yield from sorted(number for number in numbers if number is not None)

    def _by_class(
        self, same: Counterparts, parties: Mapping[str, Party], group: Group, rows: tuple[str, ...]
    ) -> int | None:
        """Return the difference of a class for elements of this kind; of documents and systems, one that names it."""
        element = next(iter(group.values()))
        if isinstance(element, DataItem | DataAssociation):
            for number in self._about(rows, ("document", "system"), parties):
                values = self._told[number].values
                for party, each in group.items():
                    shown = set((values.get(party) or "").split(", "))
                    if shown & set(_item_names(parties[party], each)):
                        return number
        elif isinstance(element, Lane):
            return self.role({party: each.name for party, each in group.items()}, parties)
        elif isinstance(element, Pool | MessageFlow):
            return next(self._about(rows, ("participant_message",), parties), None)
        elif isinstance(element, Gateway | SequenceFlow):
            for number in self._about(rows, _FLOW, parties):
                told = set(self._told[number].rows)
                if told <= set(rows) or self._shifted(same, parties, group, told):
                    return number
        return None

    def _shifted(self, same: Counterparts, parties: Mapping[str, Party], group: Group, rows: Collection[str]) -> bool:
        """Tell whether a flow joins its one end to some row here, and wherever it is not, to another of these rows."""
        here, flow = next(iter(group.items()))
        if not isinstance(flow, SequenceFlow):
            return False
        known = self._fixed_ends(same, here, flow, rows)
        return all(
            any(known & self._fixed_ends(same, party.id, other, rows) for other in party.process.flows)
            for party in parties.values()
            if party.id not in group
        )

    def _fixed_ends(
        self, same: Counterparts, party: str, flow: SequenceFlow, rows: Collection[str]
    ) -> set[tuple[str, int | None]]:
        """Return the ends of a flow whose other end is of some rows, by side and group."""
        sides = (("source", flow.source, flow.target), ("target", flow.target, flow.source))
        return {
            (side, same.number(party, end))
            for side, end, other in sides
            if (row := self._grid.row_of.get((party, other))) is not None and row.id in rows
        }

    def _about(self, rows: Iterable[str], codes: Collection[str], parties: Collection[str]) -> Iterator[int]:
        """Yield the differences of some classes about some rows, in which some parties differ."""
        seen = dict.fromkeys(number for row in rows for number in self._of_row[row])
        for number in seen:
            if number in self._taken:
                continue
            difference = self._told[number]
            with_part = f"{difference.code}:{difference.params.get('part', '')}"
            if (difference.code in codes or with_part in codes) and _apart(difference, parties):
                yield number


def _apart(difference: Difference, parties: Collection[str]) -> bool:
    """Tell whether parties differ: in what they show or, where only the names of their steps are shown, at all."""
    values = [difference.values.get(party) for party in parties]
    return len(set(values)) > 1 or (difference.code == "partly_corresponding" and None not in values)


def _roles(shown: str | None) -> set[str]:
    return set(re.split(", | / ", shown or ""))


def _item_names(party: Party, element: Element) -> Iterator[str]:
    """Yield the names of a data item, or of the items that a data association is about."""
    items = {item.id: item for item in party.process.data}
    cited = (*element.sources, element.target) if isinstance(element, DataAssociation) else (element.id,)
    for each in cited:
        item = items.get(each)
        shown = items.get(item.refers_to or "") if item is not None else None
        yield from (" ".join(one.name.split()) for one in (item, shown) if one is not None and one.name)
