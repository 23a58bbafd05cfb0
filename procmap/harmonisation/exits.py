"""Early ends that leave a loop in its middle, put where they leave it.

Votes on order place what ends the process early behind the loop, since all in the loop can come before it. Where the
organisations go there from the way back of the loop, not from its regular end, that is where it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree, block, early_ends, fold, rows_of, silent, walk


def exits_in_loops(tree: Tree, rows: Rows, sources: Sequence[Source]) -> Tree:
    """Return the tree with early ends moved into the loops that they leave."""

    def is_end(row: str) -> bool:
        return rows.rows[row].role == "end"

    around = {part: current for current in walk(tree) for part in current.parts}
    moves: dict[Tree, list[tuple[str, Tree]]] = {}
    gone: set[Tree] = set()
    for choice in [part for part in walk(tree) if part.kind == "xor"]:
        for part in early_ends(choice, is_end):
            for loop in _loops_before(choice, around):
                behind = _left_after(part, loop.parts[1], rows, sources)
                if behind is not None and loop not in gone:
                    moves.setdefault(loop, []).append((behind, part))
                    gone.add(part)
                    break
    if not moves:
        return tree

    def combine(current: Tree, inner: list[Tree]) -> Tree:
        if current.kind == "xor":
            inner = [made for made, part in zip(inner, current.parts, strict=True) if part not in gone]
        if current.kind in ("seq", "xor", "and"):
            made = block(current.kind, inner)
            return replace(made, optional=True) if current.optional else made
        if current in moves:
            do, redo = inner
            for behind, part in moves[current]:
                redo = _with_exit(redo, behind, part)
            return replace(current, parts=(do, redo))
        return replace(current, parts=tuple(inner)) if inner else current

    return fold(tree, combine)


def _loops_before(choice: Tree, around: dict[Tree, Tree]) -> list[Tree]:
    """Return the loops that come before a choice in the sequences around it, the nearest first."""
    found: list[Tree] = []
    current = choice
    while current in around:
        above = around[current]
        if above.kind == "seq":
            place = above.parts.index(current)
            found.extend(part for part in reversed(above.parts[:place]) if part.kind == "loop")
        elif above.kind != "xor":
            break
        current = above
    return found


def _left_after(part: Tree, redo: Tree, rows: Rows, sources: Sequence[Source]) -> str | None:
    """Return the row on the way back of a loop that most organisations leave it after; None where they do not."""
    back = rows_of(redo)
    first = rows_of(part)[0]
    votes: dict[str | None, int] = {}
    for source in sources:
        steps = rows.rows[first].members.get(source.id, ())
        before = {
            row.id
            for step in steps
            for near in source.preceding(step)
            for row in [rows.of_step.get((source.id, near))]
            if row is not None
        }
        if steps:
            last = [row for row in back if row in before]
            answer = last[-1] if last and before <= set(back) else None
            votes[answer] = votes.get(answer, 0) + source.weight
    for_loop = {row: count for row, count in votes.items() if row is not None}
    if not for_loop or sum(for_loop.values()) <= votes.get(None, 0):
        return None
    return max(for_loop, key=lambda row: (for_loop[row], -back.index(row)))


def _with_exit(redo: Tree, behind: str, part: Tree) -> Tree:
    """Return the way back of a loop with a way out after a row: instead of what follows there."""
    parts = list(redo.parts) if redo.kind == "seq" else [redo]
    place = next(number for number, each in enumerate(parts) if behind in rows_of(each)) + 1
    rest = block("seq", parts[place:])
    ways = (rest, part) if rest.kind != "silent" else (part, silent())
    return block("seq", [*parts[:place], block("xor", ways)])
