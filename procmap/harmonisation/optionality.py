"""What can be passed by: asked of each part in its context, from the outside in.

A part is optional when most of the organisations that have it, and something else of what is around it, can do the one
without the other. Optional neighbours that are only done together share one skip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import Source
from procmap.harmonisation.tree import Tree, block, early_ends, rows_of, silent, walk


@dataclass(frozen=True)
class TiedSkip:
    """Rows that as many do always as do sometimes, within what, and what each party says."""

    rows: tuple[str, ...]
    within: tuple[str, ...]
    answers: tuple[tuple[str, bool], ...]


@dataclass
class Optionality:
    """Answers whether parts are optional. `tied` collects what was equal."""

    rows: Rows
    sources: Sequence[Source]
    rulings: Rulings
    tied: list[TiedSkip] = field(default_factory=list)
    exits: frozenset[str] = frozenset()
    place: dict[str, int] = field(default_factory=dict)

    def apply(self, tree: Tree) -> Tree:
        """Return the tree with everything optional marked."""
        rows = rows_of(tree)
        self.exits = self._early(tree)
        self.place = {row: number for number, row in enumerate(rows)}
        made: dict[Tree, list[Tree]] = {}
        # From the outside in: every block is given its new parts, which are looked at next.
        pending: list[tuple[Tree, tuple[str, ...]]] = [(tree, rows)]
        while pending:
            current, within = pending.pop()
            parts, inner_within = self._parts(current, within)
            made[current] = parts
            pending.extend(zip(parts, inner_within, strict=True))
        whole = _assembled(tree, made)
        self.tied = self._asked_once(whole)
        return whole

    def _parts(self, tree: Tree, within: tuple[str, ...]) -> tuple[list[Tree], list[tuple[str, ...]]]:
        """Return the new parts of a block, and for each the rows around it that its own parts are asked within."""
        if tree.kind in ("xor", "choice", "flow"):
            return list(tree.parts), [rows_of(part) for part in tree.parts]
        if tree.kind == "loop":
            do, redo = tree.parts
            if do.kind == "silent" and redo.kind != "silent":
                return [redo if redo.optional else replace(redo, optional=True), silent()], [rows_of(redo), ()]
            if redo.kind != "silent" and self._is_open(redo):
                redo = replace(redo, optional=True)
            if self._is_open(do) and not self._is_open(redo):
                do = replace(do, optional=True)
            return [do, redo], [rows_of(do), rows_of(redo)]
        if tree.kind in ("and", "order"):
            parts = [self._marked(part, within) for part in tree.parts]
            return parts, [rows_of(part) for part in parts]
        if tree.kind == "seq":
            marked = [self._marked(part, within) for part in tree.parts]
            parts = self._grouped(marked, within)
            return parts, [rows_of(part) for part in parts]
        return [], []

    def _marked(self, part: Tree, within: tuple[str, ...]) -> Tree:
        rows = rows_of(part)
        if part.kind == "silent" or part.optional == self.is_optional(rows, within):
            return part
        return replace(part, optional=not part.optional)

    def is_optional(self, rows: tuple[str, ...], within: tuple[str, ...]) -> bool:
        """Tell whether rows can be passed by within others."""
        own = frozenset(rows)
        for ruling in reversed(self.rulings.presence):
            ruled = {self.rulings.row(row) for row in ruling.rows}
            if own == ruled or (not ruling.optional and ruled & own):
                return ruling.optional
            if own < ruled and not ruled.issuperset(within):
                return True  # together with all that is passed by
        roles = [self.rows.rows[row].role for row in rows]
        if "start" in roles or roles == ["end"]:
            return False
        if all(self.rows.rows[row].state == "local" for row in rows):
            return True
        if all(self.rows.rows[row].open for row in rows):
            mine, around = self._organisations(rows), self._organisations(within)
            if mine != around or own == frozenset(within):
                return True
        answers = self._answers(rows, within)
        weight = {source.id: source.weight for source in self.sources}
        votes = {said: sum(weight[party] for party, answer in answers if answer is said) for said in (True, False)}
        if votes[True] and votes[True] == votes[False]:
            self.tied.append(TiedSkip(rows, within, answers))
            return True
        return votes[True] > votes[False]

    def _answers(self, rows: tuple[str, ...], within: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
        """Return for each party that says something whether it can pass rows by within others."""
        first = min(self.place[row] for row in rows)
        exits = [row for row in self.exits if self.place[row] < first]
        answers: list[tuple[str, bool]] = []
        for source in self.sources:
            block_steps = self.rows.steps(rows, source.id)
            if block_steps:
                left_early = self.rows.steps(exits, source.id)
                answer = source.can_skip(block_steps | left_early, self.rows.steps(within, source.id))
                if answer is not None:
                    answers.append((source.id, answer))
        return tuple(answers)

    def _asked_once(self, tree: Tree) -> list[TiedSkip]:
        """Return what is to be asked: each part once, and parts that share a skip together where all say the same."""
        of_rows = {frozenset(each.rows): each for each in self.tied}
        for group in walk(tree):
            parts = [frozenset(rows_of(part)) for part in group.parts]
            if group.kind != "seq" or not group.optional or not of_rows.keys() >= set(parts):
                continue
            first, rows = of_rows[parts[0]], rows_of(group)
            said = {first.answers, self._answers(rows, first.within), *(of_rows[part].answers for part in parts)}
            if len(said) == 1:
                of_rows = {
                    frozenset(rows) if key == parts[0] else key: replace(first, rows=rows) if key == parts[0] else each
                    for key, each in of_rows.items()
                    if key not in parts[1:]
                }
        return list(of_rows.values())

    def skips(self, rows: tuple[str, ...], within: tuple[str, ...]) -> bool:
        """Tell whether rows can be passed by within others, as `is_optional` does; what is equal is not asked."""
        asked = len(self.tied)
        answer = self.is_optional(rows, within)
        del self.tied[asked:]
        return answer

    def decided_optional(self) -> frozenset[str]:
        """Return the rows of which it was decided that they can be passed by."""
        rulings = [ruling for ruling in self.rulings.presence if ruling.optional]
        return frozenset(self.rulings.row(row) for ruling in rulings for row in ruling.rows)

    def _early(self, tree: Tree) -> frozenset[str]:
        """Return the rows of branches that end the process early: all that end it but the largest of each choice.

        A run that takes one passes by all that follows, which does not make that optional.
        """
        choices = (part for part in walk(tree) if part.kind in ("xor", "choice"))
        early = (part for choice in choices for part in early_ends(choice, self._is_end))
        return frozenset(row for part in early for row in rows_of(part))

    def _is_end(self, row: str) -> bool:
        return self.rows.rows[row].role == "end"

    def _organisations(self, rows: Sequence[str]) -> frozenset[str]:
        return frozenset(party for row in rows for party in self.rows.rows[row].members)

    def _grouped(self, parts: list[Tree], within: tuple[str, ...]) -> list[Tree]:
        """Let neighbours that can be passed by share a skip: open rows always, others that are only done together."""
        grouped: list[Tree] = []
        run: list[Tree] = []
        last = silent()
        for part in [*parts, last]:
            if run and not (part.optional and self._is_open(part) == self._is_open(run[0])):
                everything = len(run) == len(parts) and set(rows_of(block("seq", run))) == set(within)
                if not self._is_open(run[0]):
                    grouped.extend(run if everything else self._together(run))
                elif everything and len(self._clusters(run)) == 1:
                    grouped.extend(self._stretches(run))
                else:
                    grouped.append(self._open_group(run))
                run = []
            if part.optional:
                run.append(part)
            elif part is not last:
                grouped.append(part)
        return grouped

    def _stretches(self, run: list[Tree]) -> list[Tree]:
        """Return open neighbours of which none is done by all: a skip around each stretch of the same organisations."""
        stretches: list[list[Tree]] = []
        for part in run:
            owners = self._organisations(rows_of(part))
            if stretches and self._organisations(rows_of(stretches[-1][0])) == owners:
                stretches[-1].append(part)
            else:
                stretches.append([part])
        if len(stretches) == 1:
            return run
        grouped: list[list[Tree]] = []
        apart: set[str] = set()
        for stretch in stretches:
            owners = self._organisations(rows_of(stretch[0]))
            if grouped and not owners & apart:
                grouped[-1].extend(stretch)
                apart |= owners
            else:
                grouped.append(stretch)
                apart = set(owners)
        return [group[0] if len(group) == 1 else self._open_group(group) for group in grouped]

    def _is_open(self, part: Tree) -> bool:
        return all(self.rows.rows[row].open for row in rows_of(part))

    def _open_group(self, run: list[Tree]) -> Tree:
        """Return open neighbours behind one skip; what different organisations do there, as alternatives."""
        ways = [block("seq", (replace(part, optional=False) for part in members)) for members in self._clusters(run)]
        return replace(block("xor", ways), optional=True)

    def _clusters(self, run: list[Tree]) -> list[list[Tree]]:
        """Return the parts of a run in groups that no organisation has something of two of, by their first parts."""
        clusters: list[tuple[set[str], list[Tree]]] = []
        for part in run:
            owners = set(self._organisations(rows_of(part)))
            joined = [part]
            for cluster in [cluster for cluster in clusters if cluster[0] & owners]:
                clusters.remove(cluster)
                owners |= cluster[0]
                joined = [*cluster[1], *joined]
            joined.sort(key=run.index)
            clusters.append((owners, joined))
        return [members for _, members in sorted(clusters, key=lambda cluster: run.index(cluster[1][0]))]

    def _together(self, run: list[Tree]) -> list[Tree]:
        """Return optional neighbours, with one skip around each longest stretch that implies one of its parts."""
        if len(run) < 2:
            return run
        best: tuple[int, int, int] | None = None
        for head in range(len(run)):
            first = last = head
            while first > 0 and self._implies(run[first - 1], run[head]):
                first -= 1
            while last + 1 < len(run) and self._implies(run[last + 1], run[head]):
                last += 1
            if last > first and (best is None or last - first > best[0]):
                best = (last - first, first, last)
            if last - first == len(run) - 1:
                break
        if best is None:
            return run
        _, first, last = best
        together = block("seq", (replace(part, optional=False) for part in run[first : last + 1]))
        return [*self._together(run[:first]), replace(together, optional=True), *self._together(run[last + 1 :])]

    def _implies(self, part: Tree, head: Tree) -> bool:
        """Tell whether most organisations that have both do the head whenever they do the part."""
        rows, heads = rows_of(part), rows_of(head)
        votes = {True: 0, False: 0}
        for source in self.sources:
            steps, needed = self.rows.steps(rows, source.id), self.rows.steps(heads, source.id)
            if steps and needed:
                answer = source.can_skip(needed, needed | steps)
                if answer is not None:
                    votes[not answer] += source.weight
        return votes[True] > votes[False]


def _assembled(tree: Tree, made: dict[Tree, list[Tree]]) -> Tree:
    """Return the tree that consists of the parts that were made; `and` blocks that can do without each become `or`."""
    order: list[Tree] = [tree]
    for current in order:  # grows while it is read
        order.extend(made.get(current, ()))
    done: dict[int, Tree] = {}
    for current in reversed(order):
        parts = tuple(done[id(part)] for part in made.get(current, ()))
        whole = replace(current, parts=parts) if parts else current
        if whole.kind == "seq" and len(parts) == 1:
            whole = replace(parts[0], optional=parts[0].optional or current.optional)
        if whole.kind == "and" and all(part.optional for part in parts):
            whole = replace(whole, kind="or", parts=tuple(replace(part, optional=False) for part in parts))
        done[id(current)] = whole
    return done[id(tree)]
