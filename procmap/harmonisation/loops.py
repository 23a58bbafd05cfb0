"""Which rows are done again together, by vote: loops as blocks that lie in each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source


@dataclass(frozen=True)
class CommonLoop:
    """Rows that are repeated together. `redo`: those on the way back only. `open`: none is of the backbone.

    `joined`: the rows that most do not repeat, and that stand between those that most do.
    """

    rows: frozenset[str]
    redo: frozenset[str]
    level: int
    open: bool
    tied: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()


@dataclass(frozen=True)
class Loops:
    """The loops that are composed, outer ones first, and the rows of sources' loops that could not be kept."""

    kept: tuple[CommonLoop, ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]


class _Depths:
    """How many loops of each party hold a row, or two rows."""

    def __init__(self, rows: Sequence[str], common: Rows, sources: Sequence[Source]) -> None:
        self.common, self.sources = common, sources
        wanted = set(rows)
        self.loops: dict[str, list[tuple[frozenset[str], frozenset[str], int]]] = {}
        for source in sources:
            for loop in source.loops:
                do, redo = (self._rows(part, source, wanted) for part in (loop.do, loop.redo))
                if do or redo:
                    self.loops.setdefault(source.id, []).append((do | redo, redo - do, loop.depth))

    def _rows(self, steps: Iterable[str], source: Source, wanted: set[str]) -> frozenset[str]:
        found = (self.common.of_step.get((source.id, step)) for step in steps)
        return frozenset(row.id for row in found if row is not None and row.id in wanted)

    def depth(self, one: str, other: str, party: str) -> int:
        """Return how many loops of a party hold both rows."""
        return sum(one in rows and other in rows for rows, _, _ in self.loops.get(party, ()))

    def level(self, one: str, other: str) -> int:
        """Return the depth that more than half of the votes of those that have both rows reach."""
        weighed: list[tuple[int, int]] = []
        for counts_reference in (False, True):
            for source in self.sources:
                members = [self.common.rows[row].members for row in (one, other)]
                if source.party.is_reference == counts_reference and all(source.id in of_row for of_row in members):
                    weighed.append((self.depth(one, other, source.id), source.weight or 1))
            if weighed:
                break
        total = sum(weight for _, weight in weighed)
        depth = 0
        while 2 * sum(weight for reached, weight in weighed if reached > depth) > total:
            depth += 1
        return depth


def common_loops(rows: Sequence[str], common: Rows, sources: Sequence[Source], rulings: Rulings) -> Loops:
    """Return the loops of the rows of one scope."""
    depths = _Depths(rows, common, sources)
    looping = _looping(rows, depths, rulings)
    levels = {row: _level(row, row, depths, rulings) for row in looping}
    found: list[CommonLoop] = []
    for level in range(1, max(levels.values(), default=0) + 1):
        members = [row for row in looping if levels[row] >= level]
        for component in _components(members, level, depths, rulings):
            kept = any(not common.rows[row].inserted for row in component)
            missing = () if kept else tuple(_outside(component, looping, depths))
            if missing:
                continue
            found.append(_loop(component, level, not kept, depths, rulings))
    unique = {loop.rows: loop for loop in reversed(found)}
    kept_loops = tuple(loop for loop in found if unique[loop.rows] is loop)
    return Loops(kept_loops, _left_out(found, rows, depths, rulings))


def other_loops(
    loops: Loops, rows: Sequence[str], common: Rows, sources: Sequence[Source], rulings: Rulings
) -> Iterator[Loops]:
    """Yield the loops of one scope with one of them otherwise.

    First widened to all that some party does again with rows of it, then with nothing on the way back alone, then as
    little of it as some party does again, then not there at all.
    """
    depths = _Depths(rows, common, sources)
    for place, loop in enumerate(loops.kept):
        others = [other.rows for other in loops.kept if other is not loop]
        again = [own for party in sorted(depths.loops) for own, _, _ in depths.loops[party] if own & loop.rows]
        wider = sorted({own | loop.rows for own in again} - {loop.rows}, key=lambda each: (len(each), sorted(each)))
        less = sorted({own & loop.rows for own in again} - {loop.rows}, key=lambda each: (-len(each), sorted(each)))
        for whole in (*wider, loop.rows, *less, frozenset[str]()):
            changed = tuple(row for row in rows if row in whole ^ loop.rows)
            crossing = any(whole & other and not whole <= other and not other <= whole for other in others)
            if loop.open or crossing or any(rulings.repeat_is_decided((row,)) for row in changed):
                continue
            made = _loop(whole, loop.level, False, depths, rulings)
            joined = tuple(row for row in changed if row in whole)
            made = replace(made, redo=made.redo if changed else frozenset(), joined=joined)
            kept = (*loops.kept[:place], *([made] if whole else []), *loops.kept[place + 1 :])
            yield Loops(kept, _left_out(kept, rows, depths, rulings))


def _loop(component: frozenset[str], level: int, is_open: bool, depths: _Depths, rulings: Rulings) -> CommonLoop:
    redo, tied = _redo(component, level, depths)
    asked = tuple(row for row in tied if not rulings.repeat_is_decided((row,)))
    return CommonLoop(component, redo, level, is_open, asked)


def _left_out(
    found: Sequence[CommonLoop], rows: Sequence[str], depths: _Depths, rulings: Rulings
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    left_out: list[tuple[str, tuple[str, ...]]] = []
    inside = {row: [loop.rows for loop in found if row in loop.rows] for row in rows}
    for party in sorted(depths.loops):
        for in_loop, _, depth in depths.loops[party]:
            lost = [row for row in rows if row in in_loop and len(inside[row]) < depth]
            if lost and not rulings.repeat_is_decided(lost):
                left_out.append((party, tuple(row for row in rows if row in in_loop)))
    return tuple(left_out)


def _looping(rows: Sequence[str], depths: _Depths, rulings: Rulings) -> list[str]:
    within = {row for loops in depths.loops.values() for in_loop, _, _ in loops for row in in_loop}
    within |= {rulings.row(row) for ruling in rulings.repeat if ruling.repeated for row in ruling.rows}
    return [row for row in rows if row in within]


def _level(one: str, other: str, depths: _Depths, rulings: Rulings) -> int:
    level = depths.level(one, other)
    for ruling in rulings.repeat:
        ruled = {rulings.row(row) for row in ruling.rows}
        if ruling.repeated and one in ruled and other in ruled:
            level = max(level, 1)
        elif not ruling.repeated and (one in ruled or other in ruled):
            level = 0
    return level


def _components(members: list[str], level: int, depths: _Depths, rulings: Rulings) -> list[frozenset[str]]:
    left = list(members)
    found = []
    while left:
        component = [left.pop(0)]
        for row in component:  # grows while it is read
            near = [other for other in left if _level(row, other, depths, rulings) >= level]
            component.extend(near)
            left = [other for other in left if other not in near]
        found.append(frozenset(component))
    return found


def _outside(component: frozenset[str], rows: Sequence[str], depths: _Depths) -> list[str]:
    """Return the rows that share a loop with rows of a component in some party and are not in it."""
    sharing = {
        row
        for loops in depths.loops.values()
        for in_loop, _, depth in loops
        if depth == 1 and in_loop & component
        for row in in_loop - component
    }
    return [row for row in rows if row in sharing]


def _redo(component: frozenset[str], level: int, depths: _Depths) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the rows that are on the way back only, by vote, and those whose votes are equal (they count as done)."""
    redo, tied = set(), []
    for row in sorted(component, key=lambda row: depths.common.rows[row].rank):
        votes = {True: 0, False: 0}
        for source in depths.sources:
            around = [entry for entry in depths.loops.get(source.id, ()) if row in entry[0]]
            around.sort(key=lambda entry: entry[2])
            if len(around) >= level:
                votes[row in around[level - 1][1]] += source.weight
        if votes[True] > votes[False]:
            redo.add(row)
        elif votes[True]:
            tied.append(row) if votes[True] == votes[False] else None
    return frozenset(redo), tuple(tied)
