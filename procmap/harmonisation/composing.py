"""The flow of one scope: backbone of kept rows, loops, open rows put in, what is optional."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.harmonisation.copying import Nearest, as_all_draw_it
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.decomposition import Cut, Help, decompose
from procmap.harmonisation.exits import exits_in_loops
from procmap.harmonisation.following import Following
from procmap.harmonisation.fronts import starts_first
from procmap.harmonisation.insertion import Inserted, insert
from procmap.harmonisation.loops import Loops, common_loops, other_loops
from procmap.harmonisation.moving import Mover
from procmap.harmonisation.numbering import leaf_of, with_names
from procmap.harmonisation.optionality import Optionality, TiedSkip
from procmap.harmonisation.placing import with_moved, with_new
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tightening import Tightener
from procmap.harmonisation.tree import Tree, rows_of
from procmap.harmonisation.votes import Votes, count_votes, settle


@dataclass(frozen=True)
class Composed:
    """The tree of a scope and what was not sure on the way."""

    tree: Tree
    votes: Votes
    loops: Loops
    cuts: tuple[Cut, ...]
    borders: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    tied_skips: tuple[TiedSkip, ...]


def compose(scope: str | None, rows: Rows, sources: Sequence[Source], rulings: Rulings) -> Composed:
    """Return the flow of the rows that lie directly in a container (None: in the process)."""
    inside = rows.composed(scope)
    ids = [row.id for row in inside]
    votes = count_votes(ids, rows, sources, rulings)
    loops = common_loops(ids, rows, sources, rulings)
    number = {row: place for place, row in enumerate(ids)}
    kept = [number[row.id] for row in inside if not row.inserted]
    settle(votes, kept)
    nearest = Nearest(scope, votes, rows, sources)
    asked = Help(Following(ids, rows, sources).links, nearest.drawing, nearest.keeps)
    ends = frozenset(str(number[row.id]) for row in inside if row.role == "end")
    mover = Mover(votes, rows.rows, ends)
    backbone = decompose(kept, votes, dict(enumerate(loops.kept)), asked)
    broken = mover.lost(backbone.tree, kept=True)[0]
    for otherwise in other_loops(loops, ids, rows, sources, rulings) if broken else ():
        other = decompose(kept, votes, dict(enumerate(otherwise.kept)), asked)
        if mover.lost(other.tree, kept=True)[0] < broken:
            backbone, loops, broken = other, otherwise, mover.lost(other.tree, kept=True)[0]
    open_loops = {place: loop for place, loop in enumerate(loops.kept) if loop.open}
    cuts = list(backbone.cuts)
    tree = backbone.tree
    for owners in _owners([row for row in inside if row.inserted]):
        mine = [row for row in inside if row.inserted and tuple(row.members) == owners]
        for members in _alike(mine, rows_of(tree), votes, loops):
            settle(votes, members)
            made = decompose(members, votes, open_loops, asked)
            cuts += made.cuts
            unit = _unit(members, made.tree, [rows.rows[ids[member]] for member in members], loops)
            tree = insert(tree, unit, votes, rows.rows)
    units = [
        _unit([number[row.id]], leaf_of(number[row.id]), [row], loops)
        for row in inside
        if row.inserted and not any(row.id in loop.rows for loop in loops.kept)
    ]
    tree = mover.settle(tree, units)
    asking = Optionality(rows, sources, rulings)
    tree = with_names(_begun(tree, votes, rows, mover, nearest), votes)
    tree = exits_in_loops(tree, rows, sources)
    with_those = with_moved(tree, rows.placed.moved)
    nothing_moved = with_those is tree
    tree = asking.apply(with_those)
    if nothing_moved:  # nobody's process tells what always comes with a step that people moved
        tree = Tightener(scope, votes, rows, sources, asking).tighten(tree)
        if not (rulings.order or rulings.presence or rulings.repeat or rows.placed.rows):
            tree = as_all_draw_it(tree, scope, rows, sources)
    tree = with_new(tree, rows.placed.new)
    return Composed(tree, votes, loops, tuple(cuts), tuple(backbone.borders), tuple(asking.tied))


def _begun(tree: Tree, votes: Votes, rows: Rows, mover: Mover, nearest: Nearest) -> Tree:
    """Return a tree (of rows by number) that can be drawn with its starts: before what stands at the same time.

    Where that breaks what all agree on, and the starts can be drawn where they stand, they stay.
    """
    made = starts_first(tree, {str(number): rows.rows[row] for number, row in enumerate(votes.rows)})
    if (
        mover.lost(made, kept=True)[0] > mover.lost(tree, kept=True)[0]
        and nearest.trials.run(with_names(tree, votes)) is not None
    ):
        return tree
    return made


def _owners(rows: Sequence[CommonRow]) -> list[tuple[str, ...]]:
    """Return the sets of parties that have rows to insert: those of most organisations first, then by the first row."""
    first: dict[tuple[str, ...], CommonRow] = {}
    for row in rows:
        first.setdefault(tuple(row.members), row)
    return sorted(first, key=lambda owners: (-len(first[owners].organisations), first[owners].rank))


def _alike(
    mine: Sequence[CommonRow],
    placed: Sequence[str],
    votes: Votes,
    loops: Loops,
) -> list[list[int]]:
    """Return rows of the same parties in groups that stand to everything placed in the same way.

    A group is inserted as one, with the structure that its parties give it. Starts stay alone.
    """
    number = {row: place for place, row in enumerate(votes.rows)}
    stands = {
        row.id: tuple(tuple(sorted(votes.of(number[row.id], int(other)).items())) for other in placed) for row in mine
    }
    groups: dict[tuple[object, ...], list[int]] = {}
    for row in mine:
        alone = row.id if row.role == "start" else ""
        groups.setdefault((_target(row.id, loops), stands[row.id], alone), []).append(number[row.id])
    return list(groups.values())


def _target(row: str, loops: Loops) -> tuple[int, int]:
    """Return the innermost loop with kept rows that a row must lie in (-1: none), and in which part of it."""
    around = [place for place, loop in enumerate(loops.kept) if row in loop.rows and not loop.open]
    target = max(around, key=lambda place: loops.kept[place].level, default=-1)
    return target, int(target >= 0 and row in loops.kept[target].redo)


def _unit(members: Sequence[int], tree: Tree, rows: Sequence[CommonRow], loops: Loops) -> Inserted:
    target, part = _target(rows[0].id, loops)
    role = rows[0].role if len(rows) == 1 and rows[0].role in ("start", "end") else "step"
    return Inserted(tuple(members), tree, members[0], role, target, part)
