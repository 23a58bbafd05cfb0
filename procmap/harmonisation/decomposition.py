"""From relations between rows to a tree: modular decomposition, graphs, and the cheapest cut where there is neither.

Sets of units are numbers with a bit for every unit. A unit is a row, or a loop that was composed before what is around
it. After Gallai (1967) for modules, and the process-tree cuts of Leemans, Fahland and van der Aalst (2013).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, permutations

from procmap.harmonisation.compositions import IN_BLOCKS, POSSIBLE
from procmap.harmonisation.cutting import Prices, cheapest_cut
from procmap.harmonisation.fitting import fitting
from procmap.harmonisation.graphs import graph, reduction
from procmap.harmonisation.grouping import groupings
from procmap.harmonisation.loops import CommonLoop
from procmap.harmonisation.numbering import leaf_of
from procmap.harmonisation.partition import bits, components, sequence
from procmap.harmonisation.synthesis import flow_of
from procmap.harmonisation.tree import GRAPHS, Kind, Link, Tree, block, loop, silent
from procmap.harmonisation.votes import INVERSE, Pair, Votes, winner

BROKEN = 1 << 40
"""What breaking a pair that all agree on weighs against votes lost: more than all votes together."""
OVERRULED = 1 << 70
"""What breaking a pair that was decided weighs: more than all that is agreed on."""
Links = Callable[[Sequence[Sequence[int]], Sequence[int]], Iterable[Link]]
"""Tells what comes next between parts (their rows), of which those in `after[i]` (as bits) come after part i."""
Drawing = Callable[[Sequence[int]], Tree | None]
"""Gives the flow of the nearest organisation between rows, if it keeps what all agree on."""


@dataclass(frozen=True)
class Cut:
    """A place without a common structure, and how it was resolved: `first` stands to `second` as `relation`.

    `agreeing` and `lost` are votes; `broken`: how many pairs that all agree on do not hold.
    """

    first: tuple[int, ...]
    second: tuple[int, ...]
    relation: str
    agreeing: int
    lost: int
    broken: int


@dataclass
class Decomposed:
    """A tree, the cuts that it needed, and the loops that rows outside do not all stand to in the same way."""

    tree: Tree = field(default_factory=silent)
    cuts: list[Cut] = field(default_factory=list)
    borders: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)


@dataclass(frozen=True)
class _Unit:
    rows: tuple[int, ...]
    tree: Tree


@dataclass(frozen=True)
class Help:
    """What is asked beyond votes: what comes next, and a drawing that keeps what all agree on.

    `keeps`: whether a flow, of rows by number, is sound and keeps the relations that it says.
    """

    links: Links
    drawing: Drawing
    keeps: Callable[[Tree], bool]


def decompose(members: Sequence[int], votes: Votes, loops: Mapping[int, CommonLoop], asked: Help) -> Decomposed:
    """Return the tree of some rows, whose relations must be settled. `loops`: those to compose, by number."""
    result = Decomposed()
    number = {row: place for place, row in enumerate(votes.rows)}
    wanted = set(members)
    inner: dict[int, _Unit] = {}
    for place, composed in sorted(loops.items(), key=lambda entry: (-entry[1].level, entry[0])):
        rows = sorted(number[row] for row in composed.rows if number[row] in wanted)
        if not rows:
            continue
        redo = {number[row] for row in composed.redo}
        units = _units(rows, inner)
        back = [unit for unit in units if 2 * len(redo.intersection(unit.rows)) > len(unit.rows)]
        done = [unit for unit in units if unit not in back]
        tree = loop(_tree(done, votes, asked, result), _tree(back, votes, asked, result), place)
        whole = _Unit(tuple(rows), tree)
        inner.update(dict.fromkeys(rows, whole))
        _look_at_border(whole, members, votes, result)
    result.tree = _tree(_units(sorted(members), inner), votes, asked, result)
    return result


def _units(rows: Iterable[int], inner: dict[int, _Unit]) -> list[_Unit]:
    """Return the rows as units, each loop once."""
    units = (inner.get(row) or _Unit((row,), leaf_of(row)) for row in rows)
    return list({unit.rows: unit for unit in units}.values())


def _look_at_border(whole: _Unit, members: Iterable[int], votes: Votes, result: Decomposed) -> None:
    inside = set(whole.rows)
    for other in members:
        if other not in inside:
            relations = {votes.between(row, other) for row in whole.rows}
            if len(relations) > 1:
                result.borders.append((whole.rows, (other,)))


def _tree(units: list[_Unit], votes: Votes, asked: Help, result: Decomposed) -> Tree:
    if not units:
        return silent()
    return _Decomposer(units, votes, asked, result).tree()


class _Decomposer:
    def __init__(self, units: list[_Unit], votes: Votes, asked: Help, result: Decomposed) -> None:
        self.units, self.votes, self.asked, self.result = units, votes, asked, result
        self.linked: dict[int, list[Link]] = {}
        self.flows: dict[int, Tree] = {}
        size = len(units)
        self.masks: dict[str, list[int]] = {relation: [0] * size for relation in "<>|x"}
        for one, other in combinations(range(size), 2):
            relation = self._relation(units[one].rows, units[other].rows)
            # masks[r][i]: the units that stand to unit i as r
            self.masks[relation][other] |= 1 << one
            self.masks[INVERSE[relation]][one] |= 1 << other
        self.not_before = [sum(self.masks[relation][unit] for relation in "<x|") for unit in range(size)]

    def _relation(self, first: tuple[int, ...], second: tuple[int, ...]) -> str:
        if len(first) == len(second) == 1:
            return self.votes.between(first[0], second[0])
        counts: dict[str, int] = {}
        for one in first:
            for other in second:
                ruled = self.votes.ruled.get((min(one, other), max(one, other)))
                if ruled is not None:
                    return ruled if one < other else INVERSE[ruled]
                agreed = self.votes.unanimous(one, other)
                for relation, count in self.votes.of(one, other).items():
                    counts[relation] = counts.get(relation, 0) + count + (BROKEN if relation == agreed else 0)
        forth = sum(first) * len(second) <= sum(second) * len(first)
        return winner(counts, forth)[0] if counts else "<" if forth else ">"

    def tree(self) -> Tree:
        """Return the tree of all units."""
        plan: list[tuple[Kind, list[int]]] = []
        leaves: dict[int, Tree] = {}
        masks: list[int] = []
        pending = [((1 << len(self.units)) - 1, -1)]
        while pending:
            mask, parent = pending.pop()
            if parent >= 0:
                plan[parent][1].append(len(plan))
            place = len(plan)
            masks.append(mask)
            if mask & (mask - 1) == 0:
                leaves[place] = self.units[mask.bit_length() - 1].tree
                plan.append(("step", []))
                continue
            kind, parts = self._cut(mask)
            if isinstance(parts, Tree):
                leaves[place] = parts
                parts, kind = [], "step"
            plan.append((kind, []))
            pending.extend((part, place) for part in reversed(parts))
        made: dict[int, Tree] = {}
        for place in reversed(range(len(plan))):
            kind, inner = plan[place]
            below = [made[part] for part in inner]
            if kind == "flow":
                made[place] = replace(self.flows[masks[place]], parts=tuple(below))
            elif kind in GRAPHS:
                made[place] = graph(kind, below, self.linked[masks[place]])
            else:
                made[place] = leaves[place] if kind == "step" else block(kind, below)
        return made[0]

    def _cut(self, mask: int) -> tuple[Kind, list[int] | Tree]:
        either = components(mask, self.masks["x"])
        if len(either) > 1:
            return "xor", either
        parallel = components(mask, self.masks["|"])
        if len(parallel) > 1:
            return "and", parallel
        ordered = sequence(mask, self.not_before)
        if len(ordered) > 1:
            return "seq", ordered
        modules = self._modules(mask)
        return self._graph(mask, modules) or self._cheapest(modules)

    def _graph(self, mask: int, modules: list[int]) -> tuple[Kind, list[int]] | None:
        """Return a set without structure as a partial order or choice graph of its modules, where it is one."""
        heads = [(module & -module).bit_length() - 1 for module in modules]
        everything = sum(1 << head for head in heads)
        later = {head: self.masks[">"][head] & everything for head in heads}
        order = sorted(range(len(heads)), key=lambda n: (-later[heads[n]].bit_count(), n))
        place = {heads[n]: number for number, n in enumerate(order)}
        after = [sum(1 << place[head] for head in bits(later[heads[n]])) for n in order]
        if any(mask & (2 << number) - 1 for number, mask in enumerate(after)):
            return None  # it goes in circles
        if any(after[other] & ~mask for mask in after for other in bits(mask)):
            return None  # before one that comes before another, but not before that
        ordered = [modules[n] for n in order]
        if not any(self.masks["x"][head] & everything for head in heads):
            self.linked[mask] = reduction(after)
            return "order", ordered
        if any(self.masks["|"][head] & everything for head in heads):
            return None
        rows = [[row for unit in bits(module) for row in self.units[unit].rows] for module in ordered]
        self.linked[mask] = sorted({*reduction(after), *self.asked.links(rows, after)})
        return "choice", ordered

    def _modules(self, mask: int) -> list[int]:
        """Return the largest modules of a prime set: parts whose members all others stand to in the same way."""
        left, found = mask, []
        while left:
            first = left & -left
            module = first
            for unit in bits(left & ~first):
                if module >> unit & 1:
                    continue
                grown = self._closed(module | 1 << unit, mask)
                if grown != mask:
                    module = grown
            found.append(module)
            left &= ~module
        return found

    def _closed(self, module: int, mask: int) -> int:
        """Return the smallest module that holds a set."""
        changed = True
        while changed and module != mask:
            changed = False
            for unit in bits(mask & ~module):
                if not any(module & ~self.masks[relation][unit] == 0 for relation in "<>|x"):
                    module |= 1 << unit
                    changed = True
        return module

    def _cheapest(self, modules: list[int]) -> tuple[Kind, list[int] | Tree]:
        """Cut a set without structure in two where the fewest votes are lost, and note it.

        Where that breaks what all agree on, one organisation's drawing of the set is better.
        """
        size = range(len(modules))
        heads = [(module & -module).bit_length() - 1 for module in modules]
        stands = [["" if a == b else self._stands(heads[a], heads[b]) for b in size] for a in size]
        prices = {
            relation: [[0 if a == b else self._price(modules[a], modules[b], relation) for b in size] for a in size]
            for relation in "<|x"
        }
        cut = cheapest_cut(stands, prices)
        kept = self._kept(modules, stands, prices, cut.lost) if cut.lost >= BROKEN else None
        if kept is not None:
            return kept
        kind, side = cut.kind, cut.side
        parts = [0, 0]
        for place, module in enumerate(modules):
            parts[0 if side >> place & 1 else 1] |= module
        if kind != "seq":
            parts.sort(key=lambda part: part & -part)
        self._note_cut(kind, parts[0], parts[1])
        return kind, parts

    def _kept(
        self, modules: list[int], stands: list[list[str]], prices: Prices, lost: int
    ) -> tuple[Kind, list[int] | Tree] | None:
        """Return what keeps what all agree on, or more of it than a cut that loses something; None where nothing does.

        Relations that fit blocks and graphs, those that fit a flow with gateways of its own, or a drawing.
        """
        whole = sum(modules)
        fitted = [fitting(stands, prices, table) for table in (IN_BLOCKS, POSSIBLE)]
        for found in fitted:
            if found is not None and found[1] < BROKEN and found[0] != stands:
                self._stand(modules, found[0])
                return self._cut(whole)
        if fitted[1] is not None and fitted[1][1] < BROKEN:
            flow = flow_of([leaf_of(self._row_of(module)) for module in modules], stands)
            if flow is not None and self.asked.keeps(flow):
                self.flows[whole] = flow
                return "flow", modules
        drawn = self._drawn(whole)
        if drawn is not None:
            return "flow", drawn
        grouped = self._grouped(modules, stands, prices)
        if grouped is not None:
            return "flow", grouped
        if fitted[0] is not None and fitted[0][1] // BROKEN < lost // BROKEN and fitted[0][0] != stands:
            self._stand(modules, fitted[0][0])
            return self._cut(whole)
        return None

    def _grouped(self, modules: list[int], stands: list[list[str]], prices: Prices) -> list[int] | None:
        """Put modules together until they have a small flow; None where none keeps what all agree on."""
        for groups, between in groupings(prices, BROKEN, POSSIBLE):
            flow = flow_of([leaf_of(self._row_of(modules[group[0]])) for group in groups], between)
            if flow is None or not self.asked.keeps(flow):
                continue
            group_of = {part: number for number, group in enumerate(groups) for part in group}
            size = range(len(modules))
            told = [[between[group_of[a]][group_of[b]] or stands[a][b] for b in size] for a in size]
            self._stand(modules, told)
            self.flows[sum(modules)] = flow
            return [sum(modules[part] for part in group) for group in groups]
        return None

    def _row_of(self, module: int) -> int:
        """Return a row that stands for a module."""
        return self.units[(module & -module).bit_length() - 1].rows[0]

    def _stand(self, modules: Sequence[int], stands: Sequence[Sequence[str]]) -> None:
        """Let modules stand to each other otherwise than by vote, and note what votes that loses."""
        for one, other in combinations(range(len(modules)), 2):
            relation = stands[one][other]
            heads = ((modules[side] & -modules[side]).bit_length() - 1 for side in (one, other))
            if self._stands(*heads) == relation:
                continue
            for first, second, stand in ((one, other, relation), (other, one, INVERSE[relation])):
                for unit in bits(modules[second]):
                    for each in "<>|x":
                        self.masks[each][unit] &= ~modules[first]
                    self.masks[stand][unit] |= modules[first]
                    self.not_before[unit] = sum(self.masks[each][unit] for each in "<x|")
            first, second = (other, one) if relation == ">" else (one, other)
            pairs = list(self._pairs(modules[first], modules[second]))
            wanted = "<" if relation == ">" else relation
            self._note(wanted, pairs, [pair for pair in pairs if self.votes.between(*pair) != wanted])

    def _stands(self, one: int, other: int) -> str:
        return next(relation for relation in "<>|x" if self.masks[relation][other] >> one & 1)

    def _drawn(self, mask: int) -> Tree | None:
        """Return the nearest organisation's drawing of a set, if it will do, and note what votes it loses."""
        rows = sorted(row for unit in bits(mask) for row in self.units[unit].rows)
        drawn = self.asked.drawing(rows)
        if drawn is None:
            return None
        for relation in "<|x":
            pairs = [
                (rows[one], rows[other])
                for one, other in permutations(range(len(rows)), 2)
                if drawn.stands[one][other] == relation and (relation == "<" or one < other)
            ]
            unlike = [pair for pair in pairs if self.votes.between(*pair) != relation]
            self._note(relation, pairs if unlike else [], unlike)
        return drawn

    def _price(self, first: int, second: int, relation: str) -> int:
        price = 0
        for one, other in self._pairs(first, second):
            counts = self.votes.of(one, other)
            agreed = self.votes.unanimous(one, other)
            pair = (min(one, other), max(one, other))
            if pair in self.votes.ruled:
                price += 0 if self.votes.between(one, other) == relation else OVERRULED
            elif agreed is not None and agreed != relation:
                price += BROKEN
            price += sum(counts.values()) - counts.get(relation, 0)
        return price

    def _pairs(self, first: int, second: int) -> Iterator[tuple[int, int]]:
        ones = [row for unit in bits(first) for row in self.units[unit].rows]
        others = [row for unit in bits(second) for row in self.units[unit].rows]
        for one in ones:
            for other in others:
                yield one, other

    def _note_cut(self, kind: Kind, first: int, second: int) -> None:
        relation = {"seq": "<", "and": "|", "xor": "x"}[kind]
        pairs = list(self._pairs(first, second))
        self._note(relation, pairs, [pair for pair in pairs if self.votes.between(*pair) != relation])

    def _note(self, relation: str, pairs: Sequence[Pair], unlike: Sequence[Pair]) -> None:
        """Note that pairs stand as `relation`, some of them unlike what was voted."""
        agreeing = lost = broken = 0
        for one, other in pairs:
            counts = self.votes.of(one, other)
            agreeing += counts.get(relation, 0)
            lost += sum(counts.values()) - counts.get(relation, 0)
            agreed = self.votes.unanimous(one, other)
            broken += agreed is not None and agreed != relation
        if pairs:
            firsts, seconds = (tuple(sorted({pair[side] for pair in unlike})) for side in (0, 1))
            self.result.cuts.append(Cut(firsts, seconds, relation, agreeing, lost, broken))
