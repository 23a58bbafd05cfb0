"""The agenda of a workshop on one service: all that is or was to be decided, in the order of the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from procmap.harmonisation.impact_values import Impact
from procmap.harmonisation.values import Harmonisation
from procmap.model import BadInput, Index, unique
from procmap.model.decisions import Decision
from procmap.workspace.deciding import Asked, Deciding, Option, RowState
from procmap.workspace.deriving import Derived


@dataclass(frozen=True)
class Block:
    """A part of the work that one role does without handing it over: rows (by id) that follow each other."""

    role: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A question of the agenda: how far it has come, and the block that it belongs to (none: to the whole service)."""

    asked: Asked
    state: RowState
    block: Block | None


class Agenda:
    """All questions of a service: those that are open, rows that wait for a yes, and what is decided.

    Raises BadInput while there are fewer than two processes.
    """

    def __init__(self, derived: Derived) -> None:
        self.deciding = Deciding(derived)
        found = derived.harmonised.result
        if found is None:
            raise BadInput("service-too-few", service=derived.inputs.service.name)
        self.result = found
        self._everyone = {party.id for party in derived.parties if not party.is_reference}
        self._newest = [one for one in derived.inputs.decisions.decisions if one.id in set(found.newest)]
        self.blocks = tuple(self._blocks())
        self.items = tuple(self._items())

    @property
    def controls_lost(self) -> int:
        """How many controls no step of the common process has: not yet, or because they were taken away."""
        return sum(fate.kind == "control" and fate.fate in ("open", "retired") for fate in self.result.carried)

    @property
    def same_everywhere(self) -> tuple[Asked, ...]:
        """The rows that every organisation has and nobody has decided or asks about."""
        steps = {row.id: {member.process for member in row.steps} for row in self.deciding.rows}
        return tuple(each for each in self.deciding.undecided if self._everyone <= steps[each.rows[0]])

    def undecided_of(self, block: Block) -> tuple[Asked, ...]:
        """Return the rows of a block that only wait for somebody to say yes."""
        return tuple(each for each in self.deciding.undecided if each.rows[0] in block.rows)

    def find(self, key: str, row: str = "") -> Item | None:
        """Return a question by its id, else the one on a row, else the next one to be decided, else the first."""
        by_id = {item.asked.id: item for item in self.items}
        if key in by_id:
            return by_id[key]
        of_row = [item for item in self.items if item.asked.kind == "row" and item.asked.rows == (row,)]
        waiting = [by_id[each.id] for each in self.deciding.questions]
        return next(iter((*of_row, *waiting, *self.items)), None)

    def after(self, key: str) -> str:
        """Return the id of the question that is to be decided next, round to the first; empty when there is none."""
        waiting = [each.id for each in self.deciding.questions]
        if key not in waiting:
            places = {item.asked.id: place for place, item in enumerate(self.items)}
            here = places.get(key, -1)
            return next((each for each in waiting if places[each] > here), next(iter(waiting), ""))
        turned = (*waiting[waiting.index(key) + 1 :], *waiting[: waiting.index(key)])
        return next(iter(turned), "")

    def proposals(self, asked: Iterable[Asked], *, by: str = "", at: str = "") -> tuple[Decision, ...]:
        """Return the decisions that take what is proposed."""
        found = ((each, proposed(each)) for each in asked)
        return tuple(self.deciding.decision(each, option, by=by, at=at) for each, option in found if option is not None)

    def impact_of(self, asked: Asked) -> Harmonisation:
        """Return the result with only the impact of what a question is about."""
        rows = [row for row in self.deciding.rows if row.id in asked.rows]
        steps = {(member.process, member.step) for row in rows for member in row.steps}
        now = {entry.to for entry in self.result.trace if (entry.process, entry.step) in steps}
        on = {
            (party.id, value.id)
            for party in self.deciding.parties
            for value in party.process.attached
            if any((party.id, element) in steps for element in value.on)
        }
        return self.result.replace(impact=tuple(_narrowed(one, steps, now, on) for one in self.result.impact))

    def _blocks(self) -> Iterator[Block]:
        """Yield rows that follow each other and that one role does."""
        index = Index(self.result.common)
        to = {(entry.process, entry.step): entry.to for entry in self.result.trace if entry.to in index.elements}
        made: Block | None = None
        for row in self.deciding.rows:
            there = unique(to[key] for member in row.steps if (key := (member.process, member.step)) in to)
            role = next((name for element in there if element and (name := index.role(element))), "")
            if made is not None and role in ("", made.role):
                made = replace(made, rows=(*made.rows, row.id))
                continue
            if made is not None:
                yield made
            made = Block(role, (row.id,))
        if made is not None:
            yield made

    def _items(self) -> Iterator[Item]:
        """Yield all questions by their first row; what is about no row comes last."""
        block_of = {row: block for block in self.blocks for row in block.rows}
        order = {row.id: place for place, row in enumerate(self.deciding.rows)}
        asked = [*self.deciding.open, *self.deciding.undecided, *self._decided()]
        seen = {each.id for each in asked}
        for decision in self._newest:
            again = self.deciding.again(decision)
            if again is not None and again.id not in seen:
                asked.append(again)
        asked.sort(key=lambda each: (order[each.rows[0]] if each.rows else len(order), each.kind != "row", each.id))
        for each in asked:
            yield Item(each, self._state(each), block_of.get(each.rows[0]) if each.rows else None)

    def _decided(self) -> Iterator[Asked]:
        about = {row for each in self.deciding.open if each.kind == "row" for row in each.rows}
        for row in self.deciding.rows:
            if row.id not in about and self.deciding.decision_on(row.id) is not None:
                yield self.deciding.about(row)

    def _state(self, asked: Asked) -> RowState:
        if asked.question is not None:
            return "conflict" if asked.question.code.startswith("again-") else "open"
        if asked.decided:
            return "decided"
        row = next(row for row in self.deciding.rows if row.id == asked.rows[0])
        return "confirmed" if row.confidence == 1 else "proposed"


def proposed(asked: Asked) -> Option | None:
    """Return the way to answer that is proposed."""
    return next((option for option in asked.options if option.key == asked.proposal), None)


def _narrowed(impact: Impact, steps: set[tuple[str, str]], now: set[str | None], on: set[tuple[str, str]]) -> Impact:
    """Return what is about some steps of an impact, without the figures of a typical case: they are of all steps."""
    own, controls = impact.process, impact.controls
    return Impact(
        process=own,
        new=tuple(new for new in impact.new if new.step in now),
        gone=tuple(gone for gone in impact.gone if (own, gone.step) in steps),
        changed=tuple(each for each in impact.changed if (own, each.step) in steps),
        controls=controls.replace(
            kept=(),
            lost=tuple(lost for lost in controls.lost if (own, lost.id) in on),
            new=tuple(new for new in controls.new if new.to in now),
        ),
    )
