"""Rows whose place people decided: moved ones, and the new steps that a redesign puts beside what was there.

They have no votes: they are put right before or after another row once the others are composed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from procmap.behaviour import normalised_label
from procmap.harmonisation.decisions import Move, Rulings, steps_in
from procmap.harmonisation.rows import CommonRow, Rows
from procmap.harmonisation.tree import Tree, block, fold, leaf, rows_of
from procmap.model import Finding


def place(rows: Rows, rulings: Rulings) -> None:
    """Take moved rows out of what is composed by vote, and add rows for new steps.

    A move that cannot be made is told in the notes of `rulings`, and the row stays where the votes have it.
    """
    waiting = dict(rulings.moves)
    while waiting:
        # What another one stands beside comes first; `rule` has taken back moves in a circle.
        ready = [row for row in waiting if rulings.row(waiting[row].anchor) not in waiting]
        for row in ready:
            _move(row, waiting.pop(row), rows, rulings)
    for common in list(rows.rows.values()):
        decision = rulings.rows.get(common.id)
        if decision is not None and decision.choice == "redesign" and common.role != "frame":
            _add(common, steps_in(decision.text), rows)


def _move(row_id: str, move: Move, rows: Rows, rulings: Rulings) -> None:
    row, anchor = rows.rows.get(row_id), rows.rows.get(rulings.row(move.anchor))
    if row is None or anchor is None or not _can_move(row, anchor, rows):
        decision = rulings.rows[row_id]
        params: dict[str, str | int] = {"decision": decision.id, "label": decision.to.label if decision.to else ""}
        rulings.notes.append(Finding(code="decision-cannot-move", severity="warning", params=params))
        return
    rows.placed.moved.append((row_id, Move(anchor.id, _stands_after(anchor, move.after))))
    rows.placed.rows.add(row_id)
    _replace(replace(row, scope=anchor.scope), rows)


def _can_move(row: CommonRow, anchor: CommonRow, rows: Rows) -> bool:
    """Tell whether a row is a step that can stand beside another: starts, ends and frames cannot."""
    around: str | None = anchor.scope
    while around is not None and around != row.id:
        around = rows.rows[around].scope
    fits = row.role in ("step", "container") and row.host is None and anchor.role != "frame"
    return fits and around is None and anchor.id != row.id


def _stands_after(anchor: CommonRow, after: bool) -> bool:
    """Nothing stands before a start or between a step and the event at its boundary, and nothing after an end."""
    if anchor.role in ("start", "end"):
        return anchor.role == "start"
    return after or anchor.host is not None


def _replace(row: CommonRow, rows: Rows) -> None:
    rows.rows[row.id] = row
    for party, steps in row.members.items():
        rows.of_step.update(((party, step), row) for step in steps)


def _add(row: CommonRow, texts: tuple[str, ...], rows: Rows) -> None:
    """Add rows for the new steps of a redesign; the step that was there is the first that is called as the row."""
    own = next(place for place, text in enumerate(texts) if normalised_label(text) == normalised_label(row.label))
    sides: tuple[list[str], list[str]] = ([], [])
    for number, text in enumerate(texts):
        if number != own:
            made = CommonRow(
                f"{row.id}+{number + 1}", text, row.rank, {}, (), "kept", scope=row.scope, decision=row.decision
            )
            sides[_stands_after(row, number > own)].append(made.id)
            rows.rows[made.id] = made
            rows.placed.rows.add(made.id)
    if len(texts) > 1:
        rows.placed.new[row.id] = (tuple(sides[0]), tuple(sides[1]))


def with_moved(tree: Tree, moved: Iterable[tuple[str, Move]]) -> Tree:
    """Return a tree with the moved rows whose anchors are in it, each beside its own."""
    for row, move in moved:
        if move.anchor in rows_of(tree):
            tree = _beside(tree, {move.anchor: ((), (row,)) if move.after else ((row,), ())})
    return tree


def with_new(tree: Tree, new: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> Tree:
    """Return a tree with new steps around the rows that they belong to: where these can be passed by, so can they."""
    return _beside(tree, new) if new else tree


def _beside(tree: Tree, around: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]) -> Tree:
    def combine(current: Tree, inner: list[Tree]) -> Tree:
        if current.kind == "step" and current.row in around:
            before, after = around[current.row]
            made = block("seq", (*map(leaf, before), replace(current, optional=False), *map(leaf, after)))
            return replace(made, optional=current.optional)
        if not inner or all(made is part for made, part in zip(inner, current.parts, strict=True)):
            return current
        if current.kind in ("seq", "xor", "and"):
            return replace(block(current.kind, inner), optional=current.optional)
        return replace(current, parts=tuple(inner))

    return fold(tree, combine)
