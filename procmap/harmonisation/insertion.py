"""Putting rows of few organisations into the tree of the others, where the fewest votes are lost.

What is inserted is a row, or rows of the same parties that stand to all others in the same way. It can stand
in every gap of a sequence, or beside a stretch of it as its alternative or at the same time; what ends the process, as
a way out in every gap. All places are tried in time linear in the tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from procmap.harmonisation.graphs import part_relation
from procmap.harmonisation.rows import CommonRow
from procmap.harmonisation.tree import (
    GRAPHS,
    Tree,
    always_ends,
    block,
    fold,
    followers,
    replaced,
    rows_of,
    silent,
    walk,
)
from procmap.harmonisation.votes import INVERSE, Votes

LOST = 1_000_000
"""What a lost vote weighs against a start that is not first, or an end that is not last, by nobody's vote."""
FORBIDDEN = 1_000_000 * LOST
"""What can't be: more than all votes together."""
Price = tuple[int, int, int, int]
_BEFORE, _AFTER, _EITHER, _PARALLEL = range(4)
_SIGNS = "<>x|"


@dataclass(frozen=True)
class Inserted:
    """What is inserted as one: rows by number and their tree. `target`: the loop it must lie in, and which part.

    `rank`: the number of its first row; `role`: that of the row, where it is a `start` or an `end`.
    """

    rows: tuple[int, ...]
    tree: Tree
    rank: int
    role: str = "step"
    target: int = -1
    part: int = 0


@dataclass(frozen=True)
class _Place:
    """A gap or stretch of the sequence that `node` is (or begins): `first` to `last`, with the sign of the relation.

    `among`: what is inserted stands so to these branches of `node` only, which become one branch with it.
    """

    key: tuple[int, int, int, int, int]
    node: Tree
    sign: int
    first: int
    last: int
    among: tuple[Tree, ...] = ()


def insert(tree: Tree, unit: Inserted, votes: Votes, rows: Mapping[str, CommonRow]) -> Tree:
    """Return the tree with a unit in it. `rows`: those of the tree by id."""
    around = next((part for part in walk(tree) if part.kind == "loop" and part.loop == unit.target), None)
    if around is not None:
        parts = list(around.parts)
        parts[unit.part] = _into(parts[unit.part], unit, votes, rows)
        return replaced(tree, around, replace(around, parts=tuple(parts)))
    return _into(tree, unit, votes, rows)


def _into(tree: Tree, unit: Inserted, votes: Votes, rows: Mapping[str, CommonRow]) -> Tree:
    if tree.kind == "silent":
        return unit.tree

    def is_end(row: str) -> bool:
        return rows[votes.rows[int(row)]].role == "end"

    ending = always_ends(unit.tree, is_end)
    has_end = any(part.kind == "step" and is_end(part.row) for part in walk(tree))
    if ending and not has_end:
        return block("seq", (tree, unit.tree))
    priced = _Priced(unit, votes, rows, ending)
    fold(tree, priced.part)
    prices = priced.prices
    best: _Place | None = None
    pending: list[tuple[Tree, int, int]] = [(tree, 0, 0)]
    while pending:
        node, outside, depth = pending.pop()
        parts = node.parts if node.kind == "seq" else (node,)
        of_parts = [prices[part] for part in parts]
        if ending:
            found = _best_exit(node, parts, of_parts, (outside, depth), partial(_goes_on, parts, tree, votes, rows))
        else:
            earlier = sum(priced.first[part] < unit.rank for part in parts)
            own = [priced.own[part] for part in parts]
            found = _best_of(node, own, of_parts, (outside, depth, earlier), priced.voted)
        if best is None or found.key < best.key:
            best = found
        befores, afters = _running(of_parts)
        for place, part in enumerate(parts):
            around = outside + befores[place] + afters[place + 1]
            if part.kind in GRAPHS:
                pending.extend((inner, around + beside, depth + 1) for inner, beside in _in_graph(part, prices))
            if part.kind not in ("xor", "and"):
                continue
            sign = _EITHER if part.kind == "xor" else _PARALLEL
            for inner in part.parts:
                pending.append((inner, around + prices[part][sign] - prices[inner][sign], depth + 1))
            if not ending:
                best = min((best, *_among(part, prices, sign, around, depth)), key=lambda found: found.key)
    assert best is not None
    return replaced(tree, best.node, _joined(best, unit))


class _Priced:
    """What is known of the parts of a tree to which something is to be added.

    `prices`: what the rows of a part cost, as seen from outside it; `own`: whether all are open rows of the same
    parties; `first`: the number of the first; `voted`: whether anybody voted on any. `ending`: what is added ends.
    """

    def __init__(self, unit: Inserted, votes: Votes, rows: Mapping[str, CommonRow], ending: bool) -> None:
        self.unit, self.votes, self.rows, self.ending = unit, votes, rows, ending
        self.owners = tuple(rows[votes.rows[unit.rows[0]]].members)
        self.prices: dict[Tree, Price] = {}
        self.own: dict[Tree, bool] = {}
        self.first: dict[Tree, int] = {}
        self.voted = False

    def part(self, current: Tree, inner: list[tuple[Price, bool]]) -> tuple[Price, bool]:
        """Look at a part after its own parts; return its price, and whether it always ends."""
        if current.kind == "step":
            return self._step(current)
        made: Price = (0, 0, 0, 0)
        for each, closed in inner:
            # Nothing comes after a branch that always ends: what stands behind it is its alternative.
            apart = closed and current.kind in ("xor", "choice")
            made = _sum(made, (each[_EITHER], *each[1:]) if apart else each)
        self.prices[current] = made
        self.own[current] = all(self.own[part] for part in current.parts)
        self.first[current] = min((self.first[part] for part in current.parts if part.kind != "silent"), default=0)
        ends = current.kind in ("seq", "and") and any(each for _, each in inner)
        return made, ends and not current.optional

    def _step(self, current: Tree) -> tuple[Price, bool]:
        row = self.rows[self.votes.rows[int(current.row)]]
        made, said = _price(current.row, self.unit, self.votes, self.rows)
        self.voted = self.voted or said
        if self.ending:  # nothing comes after it: what stands behind it does not happen then
            made = (made[_BEFORE], made[_EITHER], made[_EITHER], made[_PARALLEL])
        self.prices[current] = made
        self.own[current] = row.open and tuple(row.members) == self.owners
        self.first[current] = int(current.row)
        return made, row.role == "end" and not current.optional


def _price(row: str, unit: Inserted, votes: Votes, rows: Mapping[str, CommonRow]) -> tuple[Price, bool]:
    """Return what each relation of a row in the tree to what is inserted costs, and whether anybody voted."""
    other = int(row)
    price = [0, 0, 0, 0]
    voted = False
    for mine in unit.rows:
        pair = (min(mine, other), max(mine, other))
        counts = votes.of(other, mine)
        if pair in votes.ruled:
            ruled = votes.ruled[pair]
            counts = {ruled if other < mine else INVERSE[ruled]: 1 << 20}
        if counts:
            voted = True
            total = sum(counts.values())
            for sign in range(4):
                price[sign] += (total - counts.get(_SIGNS[sign], 0)) * LOST
        elif unit.role in ("start", "end"):
            wanted = _EITHER if rows[votes.rows[other]].role == unit.role else _BEFORE if unit.role == "end" else _AFTER
            for sign in range(4):
                price[sign] += sign != wanted
    if rows[votes.rows[other]].role == "start":
        # What starts the process stays a start: others are its alternatives, nothing comes before it or beside it.
        for sign in range(4):
            if unit.role == "start":
                price[sign] = 0 if sign == _EITHER else price[sign] + FORBIDDEN
            elif sign in (_AFTER, _PARALLEL):
                price[sign] += FORBIDDEN
    return (price[0], price[1], price[2], price[3]), voted


def _sum(one: Price, other: Price) -> Price:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3])


def _running(prices: Sequence[Price]) -> tuple[list[int], list[int]]:
    """Return what it costs that the parts up to each come before, and that those from each on come after."""
    befores, afters = [0], [0]
    for price in prices:
        befores.append(befores[-1] + price[_BEFORE])
    for price in reversed(prices):
        afters.append(afters[-1] + price[_AFTER])
    return befores, afters[::-1]


def _best_of(
    node: Tree, own: Sequence[bool], prices: Sequence[Price], where: tuple[int, int, int], voted: bool
) -> _Place:
    """Return the best place in a sequence: of equals that beside rows of the same parties (`own`), then a gap.

    `where`: what is lost to rows outside, how deep the sequence lies, and how many of its parts come first by rank.
    """
    outside, depth, earlier = where
    size = len(prices)
    befores, afters = _running(prices)
    follows = any(price[_AFTER] > price[_BEFORE] for price in prices)
    candidates: list[_Place] = []
    for gap in range(size + 1):
        lost = outside + befores[gap] + afters[gap]
        distance = gap if follows else size - gap if voted else abs(gap - earlier)
        foreign = int(not any(own[max(gap - 1, 0) : gap + 1]))
        candidates.append(_Place((lost, foreign, 0, depth, distance), node, _BEFORE, gap, gap))
    for sign in (_EITHER, _PARALLEL):
        first, last, lost = _stretch(prices, befores, afters, sign)
        candidates.append(_Place((outside + lost, 1, sign, depth, last - first), node, sign, first, last))
    return min(candidates, key=lambda place: place.key)


def _among(node: Tree, prices: Mapping[Tree, Price], sign: int, around: int, depth: int) -> list[_Place]:
    """Return the places beside, before or after some of the branches of a block, those where that loses less.

    `sign`: how its branches stand to each other; `around`: what is lost to rows outside.
    """
    found = []
    for other in range(4):
        some = tuple(part for part in node.parts if prices[part][other] < prices[part][sign])
        if other != sign and 1 < len(some) < len(node.parts):
            lost = around + prices[node][sign] + sum(prices[part][other] - prices[part][sign] for part in some)
            found.append(_Place((lost, 1, other, depth, len(some)), node, other, 0, 0, some))
    return found


def _in_graph(graph: Tree, prices: Mapping[Tree, Price]) -> Iterator[tuple[Tree, int]]:
    """Yield the parts of a graph, each with what is lost to the other parts by what stands where it does."""
    after = followers(graph)
    for one, part in enumerate(graph.parts):
        signs = (part_relation(graph, after, other, one) for other in range(len(graph.parts)))
        lost = sum(
            prices[other][_SIGNS.find(sign)]
            for other, sign in zip(graph.parts, signs, strict=True)
            if other is not part and sign in _SIGNS
        )
        yield part, lost


def _best_exit(
    node: Tree,
    parts: Sequence[Tree],
    prices: Sequence[Price],
    where: tuple[int, int],
    goes_on: Callable[[], bool],
) -> _Place:
    """Return the best gap for what ends the process: as a way out, or behind what never goes on anyway."""
    outside, depth = where
    befores, afters = _running(prices)
    candidates = []
    for gap in range(len(parts) + 1):
        lost = outside + befores[gap] + afters[gap]
        closes = gap == len(parts) and depth > 0 and not goes_on()
        sign = _BEFORE if closes else _EITHER
        if closes or gap < len(parts) or depth > 0:
            candidates.append(_Place((lost, 0, sign, depth, len(parts) - gap), node, sign, gap, gap - 1))
    first, last, lost = _stretch(prices, befores, afters, _PARALLEL)
    candidates.append(_Place((outside + lost, 1, _PARALLEL, depth, last - first), node, _PARALLEL, first, last))
    return min(candidates, key=lambda place: place.key)


def _goes_on(parts: Sequence[Tree], tree: Tree, votes: Votes, rows: Mapping[str, CommonRow]) -> bool:
    """Tell whether something in a tree comes after the last of some parts by any vote, or after one as all agree.

    What all agree on binds where both rows are kept.
    """
    last = {int(row) for row in rows_of(parts[-1])}
    inside = {int(row) for part in parts for row in rows_of(part)}
    others = [row for row in map(int, rows_of(tree)) if row not in inside]
    if any(votes.of(row, other).get("<") for row in last for other in others):
        return True
    kept = [row for row in (*inside, *others) if not rows[votes.rows[row]].inserted]
    return any(
        votes.unanimous(row, other) == "<" for row in kept if row in inside for other in kept if other not in inside
    )


def _stretch(prices: Sequence[Price], befores: Sequence[int], afters: Sequence[int], sign: int) -> tuple[int, int, int]:
    """Return the stretch beside which the least is lost, the shortest of equals, and what is lost."""
    best: tuple[int, int, int] | None = None
    start, cost_at_start = 0, 0
    running = 0
    for last, price in enumerate(prices):
        # begin here, or go on with the best beginning so far: compare what lies before the stretch and in it
        if last == 0 or befores[last] <= cost_at_start + running:
            start, cost_at_start, running = last, befores[last], 0
        running += price[sign]
        lost = cost_at_start + running + afters[last + 1]
        if best is None or (lost, last - start) < best[:2]:
            best = (lost, last - start, start)
    assert best is not None
    return best[2], best[2] + best[1], best[0]


def _joined(place: _Place, unit: Inserted) -> Tree:
    node = place.node
    if place.among:
        apart = [part for part in node.parts if part not in place.among]
        together = block(node.kind, place.among)
        return replace(block(node.kind, (*apart, _beside(together, unit.tree, place.sign))), optional=node.optional)
    parts = list(node.parts) if node.kind == "seq" else [replace(node, optional=False) if node.optional else node]
    if place.sign == _BEFORE:
        parts[place.first : place.first] = [unit.tree]
    else:
        beside = block("seq", parts[place.first : place.last + 1])  # nothing, where it is a way out in a gap
        parts[place.first : place.last + 1] = [_beside(beside, unit.tree, place.sign)]
    return block("seq", parts) if parts else silent()


def _beside(tree: Tree, inserted: Tree, sign: int) -> Tree:
    """Return a block of a tree and what is inserted, which the tree stands to as `sign`."""
    if sign == _EITHER:
        return block("xor", (tree, inserted))
    if sign == _PARALLEL:
        return block("and", (tree, inserted))
    return block("seq", (tree, inserted) if sign == _BEFORE else (inserted, tree))
