"""The processes of the parties as comparison asks them: how rows stand, what can be left out, what comes again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from procmap.alignment import Doubt, Party
from procmap.behaviour import Certain, Loop, Order, Reading, Relation, View, certain, remaining
from procmap.comparison.grid import Grid
from procmap.model import Activity, Event, Finding


@dataclass(frozen=True)
class Runs:
    """The runs of one pool of a party, by rows.

    `acts`: the rows in which the party has work or waits for something; `single`: those in which it has one step.
    `loops`: the rows of each outermost loop, drawn or asked for by a marker. `sure`: the pool is read as it is drawn.
    Before, after and instead are meant in one pass through all loops.
    """

    view: View
    order: Order
    acts: frozenset[str]
    single: frozenset[str]
    loops: tuple[frozenset[str], ...]
    sure: bool

    @cached_property
    def _certain(self) -> Certain:
        return certain(self.view)

    @cached_property
    def _later(self) -> tuple[int, ...]:
        """For every row, those that can come after it in one pass."""
        return self.order.passes[-1] if self.order.passes else self.order.after

    @cached_property
    def _sooner(self) -> tuple[int, ...]:
        """For every row, those that can come before it in one pass."""
        return _turned(self._later)

    def relation(self, one: str, other: str) -> Relation:
        """Return how two rows stand (see `Order.relation`); `~` also where only a loop inside their loop says so."""
        told = self.order.relation(one, other)
        if told not in ("<", ">"):
            return told
        a, b = (self.view.number[row] for row in ((one, other) if told == "<" else (other, one)))
        both_ways = self.order.after[a] >> b & self.order.after[b] >> a & 1
        return "~" if both_ways and not self._later[a] >> b & 1 else told

    def relations(self, rows: Sequence[str]) -> Iterator[tuple[str, str, Relation]]:
        """Yield each two of some rows, in their order, with their relation."""
        numbers = [self.order.number[row] for row in rows]
        after = (_bits(self.order.after[number], len(self.order.rows)) for number in numbers)
        texts = ["".join([bits[number] for number in numbers]) for bits in after]
        for place, (one, forth, back) in enumerate(zip(rows, texts, zip(*texts, strict=True), strict=True)):
            for b, other in enumerate(islice(rows, place + 1, None), start=place + 1):
                if forth[b] != back[b]:
                    yield one, other, "<" if forth[b] == "1" else ">"
                else:
                    yield one, other, self.relation(one, other) if forth[b] == "1" else "x"

    def always(self, row: str) -> bool:
        """Tell whether every run does a row."""
        return bool(self._certain.always >> self.view.number[row] & 1)

    def binding(self, row: str) -> frozenset[str]:
        """Return the rows that never happen without a row and do not only follow from it: before it, or beside it."""
        number = self.view.number[row]
        return frozenset(
            other
            for place, other in enumerate(self.view.rows)
            if place != number and self._certain.implied[place] >> number & 1 and self._later[place] >> number & 1
        )

    def passing_by(self, row: str) -> frozenset[str]:
        """Return the rows of the runs that pass a row by: they leave it out and go on with what comes after it.

        A run that ends before is none of these, nor one that does something else in its place: work that no pass with
        the row has. Empty where there is no such run.
        """
        number = self.view.number[row]
        later, sooner = self._later[number], self._sooner[number]
        acts = self.view.mask(self.acts)
        # Of a row that is drawn several times it is not known which of its steps a run does.
        after = acts & later & ~sooner & self.view.mask(self.single)
        if all(implied >> number & 1 for place, implied in enumerate(self._certain.implied) if after >> place & 1):
            return frozenset()
        return frozenset(self.view.names(remaining(self.view, self._instead(number) | 1 << number, after)))

    def instead(self, row: str) -> frozenset[str]:
        """Return the work that no pass does along with a row."""
        return frozenset(self.view.names(self._instead(self.view.number[row])))

    def _instead(self, number: int) -> int:
        return self.view.mask(self.acts) & ~(self._later[number] | self._sooner[number] | 1 << number)

    def before(self, row: str) -> frozenset[str]:
        """Return the rows that can come before a row, those beside it among them."""
        return frozenset(self.view.names(self._sooner[self.view.number[row]]))

    def comes_again(self, row: str) -> bool | None:
        """Tell whether a row can come again; None where it is drawn several times, one after the other."""
        if any(row in loop for loop in self.loops):
            return True
        return None if self.order.repeats(row) else False

    def has_both(self, one: str, other: str) -> bool:
        """Tell whether every run that does one of two rows does the other too, at least one way round."""
        a, b = self.view.number[one], self.view.number[other]
        implied = self._certain.implied
        return bool((implied[a] >> b | implied[b] >> a) & 1)

    def chooses(self, one: str, other: str, seen: Collection[str]) -> bool:
        """Tell whether two rows lie on ways of one choice, so that no run does both.

        Of the work that is `seen` by others, more must come after both ways than lies beside the two on one of them: a
        way that leaves out most of what follows ends the process, which is no choice of work.
        """
        a, b = self.view.number[one], self.view.number[other]
        if (self.order.after[a] >> b | self.order.after[b] >> a) & 1:
            return False
        return self.chooses_in_a_pass(one, other, seen)

    def are_apart(self, one: str, other: str) -> bool:
        """Tell whether two rows both happen, and no pass through all loops has both."""
        number = self.view.number
        if one not in number or other not in number:
            return False
        return not (self._later[number[one]] >> number[other] | self._later[number[other]] >> number[one]) & 1

    def chooses_in_a_pass(self, one: str, other: str, seen: Collection[str]) -> bool:
        """Tell whether two rows lie on ways of one choice: no pass has both, though a second round may take the other.

        See `chooses`, which is of whole runs.
        """
        a, b = self.view.number[one], self.view.number[other]
        if not self.are_apart(one, other):
            return False
        work = self.view.mask(self.acts.intersection(seen))
        joint = self._later[a] & self._later[b] & work
        apart = (self._instead(a) ^ self._instead(b)) & work & ~(1 << a | 1 << b)
        return joint.bit_count() > apart.bit_count()


def pool_of(pools: Sequence[Runs], row: str) -> Runs | None:
    """Return the pool in which a row happens; None where there are several, or it is not read as it is drawn."""
    having = [pool for pool in pools if row in pool.order.number]
    return having[0] if len(having) == 1 and having[0].sure else None


def read_runs(grid: Grid) -> tuple[Mapping[str, tuple[Runs, ...]], tuple[Doubt, ...]]:
    """Return the runs of each pool of each party, and a doubt for each process that could not be read surely.

    A process with too many states has none. One that is drawn unsound is read as if it were repaired.
    """
    from procmap.behaviour import Undecided, read_process

    found: dict[str, tuple[Runs, ...]] = {}
    doubts: list[Doubt] = []
    for party in grid.parties:
        try:
            readings = read_process(party.process)
            found[party.id] = tuple(_runs(grid, party, reading) for reading in readings)
        except Undecided:
            doubts.append(_doubt("order-undecided", party))
            continue
        if any(reading.repair for reading in readings):
            doubts.append(_doubt("order-of-unsound", party))
    return found, tuple(doubts)


def _runs(grid: Grid, party: Party, reading: Reading) -> Runs:
    row_of = {step.id: grid.row_of[party.id, step.id].id for step in party.process.steps}
    times = Counter(row_of.values())
    return Runs(
        view=reading.view(row_of),
        order=reading.order(row_of),
        acts=frozenset(row_of[step.id] for step in party.process.steps if isinstance(step, Activity) or _happens(step)),
        single=frozenset(row for row, count in times.items() if count == 1),
        loops=tuple(_rows(loop, row_of) for loop in reading.loops if loop.around is None),
        sure=not reading.repair,
    )


def _happens(event: Event) -> bool:
    """Tell whether an event is more than a state: a start, or what is waited for or sent on the way."""
    return event.type == "startEvent" or (event.type != "endEvent" and bool(event.triggers))


def _rows(loop: Loop, row_of: Mapping[str, str]) -> frozenset[str]:
    return frozenset(row_of[node] for node in loop.nodes if node in row_of)


def _doubt(code: str, party: Party) -> Doubt:
    return Doubt(finding=Finding(code=code, severity="note", params={"party": party.id}))


def _bits(mask: int, size: int) -> str:
    """Return a mask as a text of so many bits, the lowest first."""
    return format(mask, f"0{size}b")[::-1]


def _turned(masks: Sequence[int]) -> tuple[int, ...]:
    """Return a square of bits with rows and columns exchanged; as texts, since bits one by one take many times that."""
    texts = [_bits(mask, len(masks)) for mask in masks]
    return tuple(int("".join(column), 2) for column in zip(*reversed(texts), strict=True))
