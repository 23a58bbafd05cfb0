"""Steps that are part of other parties' steps: where their work is to be looked for, and what is compared with what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from procmap.alignment import Member, Party, Row
from procmap.model import Step


class Parts:
    """The parts of steps, each with its whole; `row_of` is the row of each step, by party and id.

    Of rows that a party does not have: `beside` are its wholes and parts of their steps, `wholes` the steps within
    which it does them, and `within` is the row of these, where it is one.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        links: Sequence[tuple[Member, Member]],
        row_of: Mapping[tuple[str, str], Row],
        step: Callable[[Member], Step],
    ) -> None:
        self._step = step
        having = {row.id: {member.process for member in row.steps} for row in rows}
        self.links = tuple(links)
        self.beside: dict[str, dict[str, list[Member]]] = defaultdict(lambda: defaultdict(list))
        self.wholes: dict[tuple[str, str], list[Member]] = defaultdict(list)
        self._gathered: dict[tuple[str, str], list[Member]] = defaultdict(list)
        compared: set[Member] = set()
        for part, whole in links:
            holding, held = row_of[whole.process, whole.step], row_of[part.process, part.step]
            if whole.process not in having[held.id]:
                self.beside[held.id][whole.process].append(whole)
                self.wholes[held.id, whole.process].append(whole)
            if part.process not in having[holding.id]:
                self.beside[holding.id][part.process].append(part)
            if len(having[holding.id]) > 1:
                self._gathered[holding.id, part.process].append(part)
                compared.add(part)
        at = {key: {row_of[whole.process, whole.step].id for whole in found} for key, found in self.wholes.items()}
        self.within = {key: next(iter(found)) for key, found in at.items() if len(found) == 1}
        gathering = {row for row, _ in self._gathered}
        self._whole = {row.id for row in rows if row.id not in gathering and compared.issuperset(row.steps)}
        self._touched = {row_of[member.process, member.step].id for link in links for member in link}

    def does_elsewhere(self, row: Row, party: Party) -> bool:
        """Tell whether a party does the work of a row in steps that are compared in other rows."""
        return party.id in self.beside.get(row.id, {}) and (row.id, party.id) not in self._gathered

    def gathered(self, row: Row, party: Party) -> tuple[Step, ...]:
        """Return the steps of a party that are part of the steps of others in a row, where several have that row.

        A row that one party alone has, such as a sub-process that holds what others draw as steps, gathers nothing:
        its parts are compared row by row.
        """
        return tuple(self._step(member) for member in dict.fromkeys(self._gathered.get((row.id, party.id), ())))

    def is_gathered(self, row: Row) -> bool:
        """Tell whether all steps of a row are compared in other rows, with what they are part of, and none here."""
        return row.id in self._whole

    def touches(self, row: Row) -> bool:
        """Tell whether a step of a row is part of another, or holds one."""
        return row.id in self._touched
