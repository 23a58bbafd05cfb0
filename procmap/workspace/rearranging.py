"""Moving steps between rows: which confirmations say so, and which earlier ones they take the place of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.alignment import Member, Party, Row
from procmap.workspace.commands import Confirm, Rearrange
from procmap.workspace.members import Members
from procmap.workspace.state import State


class Rearranging:
    """The rows of a service as they are, and the commands that change them."""

    def __init__(self, state: State, service: str, parties: Sequence[Party]) -> None:
        self._state, self._service = state, service
        self._members = Members(parties)

    def confirm(self, row: Row) -> Rearrange:
        """Return the command that says that a row is right: its steps are the same, or its only step stands alone."""
        if len(row.steps) == 1:
            return self._command(row.steps, alone=True)
        return self._command(row.steps, same=row.steps)

    def move(self, member: Member, rows: Sequence[Row], to: Row) -> Rearrange:
        """Return the command that puts a step into another row."""
        left = [each for row in rows if member in row.steps for each in row.steps if each not in (member, *to.steps)]
        return self._command((member,), same=(member, *to.steps), apart_from=left, but=to.steps)

    def alone(self, member: Member) -> Rearrange:
        """Return the command that gives a step a row of its own."""
        return self._command((member,), alone=True)

    def join(self, first: Row, second: Row) -> Rearrange:
        """Return the command that makes one row of two."""
        return self._command((*first.steps, *second.steps), same=(*first.steps, *second.steps))

    def split(self, row: Row, members: Sequence[Member]) -> Rearrange:
        """Return the command that puts some steps of a row into a row of their own."""
        rest = [each for each in row.steps if each not in members]
        return self._command(members, same=members if len(members) > 1 else (), apart_from=rest)

    def _command(
        self,
        moved: Sequence[Member],
        *,
        same: Sequence[Member] = (),
        apart_from: Sequence[Member] = (),
        but: Sequence[Member] = (),
        alone: bool = False,
    ) -> Rearrange:
        """Return the command that says where `moved` steps belong, in the place of all that was said of them.

        What was said of them and of steps elsewhere stays: those that are kept apart from others still are.
        """
        withdrawn: list[str] = []
        made: list[Confirm] = []
        now = set(same) | set(but)
        for said in self._state.confirmations:
            if said.service != self._service:
                continue
            members = [self._members.member(reference) for reference in said.steps]
            if not set(moved) & set(members):
                continue
            if said.kind in ("apart", "part_of") and not (set(members) <= now | set(moved)):
                continue
            withdrawn.append(said.id)
            rest = [each for each in members if each is not None and each not in moved]
            if said.kind == "same" and len(rest) > 1 and not set(rest) <= set(same):
                made.append(self._confirm("same", rest))
        if len(same) > 1:
            made.append(self._confirm("same", same))
        made += [self._confirm("apart", (member, other)) for member in moved for other in apart_from]
        if alone:
            made += [self._confirm("alone", (member,)) for member in moved]
        label = self._members.reference(moved[0]).label
        return Rearrange(service=self._service, step=label, made=tuple(made), withdrawn=tuple(withdrawn))

    def _confirm(self, kind: str, members: Iterable[Member]) -> Confirm:
        steps = self._members.references(dict.fromkeys(members))
        return Confirm.model_validate({"service": self._service, "kind": kind, "steps": steps})
