"""Moving steps between rows: which confirmations say so, and which earlier ones they take the place of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from procmap.alignment import Link, Member, Party, Row
from procmap.workspace.commands import Confirm, Rearrange, Withdraw
from procmap.workspace.commands.alignment import Rearranged
from procmap.workspace.members import Members
from procmap.workspace.state import State


class Rearranging:
    """The rows of a service as they are, and the commands that change them.

    `members` are those of `parties`, where they are made already.
    """

    def __init__(self, state: State, service: str, parties: Sequence[Party], members: Members | None = None) -> None:
        self._service = service
        self._members = members or Members(parties)
        self._said = [
            (said, [self._members.member(reference) for reference in said.steps])
            for said in state.confirmations
            if said.service == service
        ]

    def confirm(self, row: Row, links: Iterable[Link] = ()) -> Rearrange:
        """Return the command that says that a row is right: its steps are the same, or its only step stands alone.

        A step without a counterpart that `links` take for a part of another, or for the whole of one, is confirmed as
        that.
        """
        return self.confirm_all((row,), links)

    def confirm_all(self, rows: Sequence[Row], links: Iterable[Link] = ()) -> Rearrange:
        """Return the command that says of several rows that they are right. Raises ValueError without any."""
        parts = [link for link in links if link.relation == "part_of"]
        each = [self._confirmed(row, parts) for row in rows]
        if not each:
            raise ValueError("no rows to confirm")
        made = dict.fromkeys(confirm for command in each for confirm in command.made)
        withdrawn = dict.fromkeys(key for command in each for key in command.withdrawn)
        return each[0].replace(how="confirm", count=len(each), made=tuple(made), withdrawn=tuple(withdrawn))

    def move(self, member: Member, rows: Sequence[Row], to: Row) -> Rearrange:
        """Return the command that puts a step into another row."""
        left = [each for row in rows if member in row.steps for each in row.steps if each not in (member, *to.steps)]
        return self._command("move", (member,), same=(member, *to.steps), apart_from=left, but=to.steps)

    def alone(self, member: Member) -> Rearrange:
        """Return the command that gives a step a row of its own."""
        return self._command("alone", (member,), alone=True)

    def join(self, first: Row, second: Row) -> Rearrange:
        """Return the command that makes one row of two."""
        both = (*first.steps, *second.steps)
        return self._command("join", both, same=both)

    def split(self, row: Row, members: Sequence[Member]) -> Rearrange:
        """Return the command that puts some steps of a row into a row of their own."""
        rest = [each for each in row.steps if each not in members]
        return self._command("split", members, same=members if len(members) > 1 else (), apart_from=rest)

    def take_back(self, row: Row) -> Withdraw | None:
        """Return the command that takes back all that was said of the steps of a row; none where nothing was."""
        steps = set(row.steps)
        found = tuple(said.id for said, members in self._said if steps & set(members))
        return Withdraw(confirmations=found) if found else None

    def _confirmed(self, row: Row, parts: Sequence[Link]) -> Rearrange:
        if len(row.steps) > 1:
            return self._command("confirm", row.steps, same=row.steps)
        of_row = [link for link in parts if row.steps[0] in (link.a, link.b)]
        if not of_row:
            return self._command("confirm", row.steps, alone=True)
        command = self._command("confirm", row.steps)
        said = tuple(self._confirm("part_of", (link.a, link.b)) for link in of_row)
        known = {(one.kind, one.steps) for one, _ in self._said}
        return command.replace(made=tuple(one for one in said if (one.kind, one.steps) not in known))

    def _command(
        self,
        how: Rearranged,
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
        for said, members in self._said:
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
        return Rearrange(service=self._service, step=label, how=how, made=tuple(made), withdrawn=tuple(withdrawn))

    def _confirm(self, kind: str, members: Iterable[Member]) -> Confirm:
        steps = self._members.references(dict.fromkeys(members))
        return Confirm.model_validate({"service": self._service, "kind": kind, "steps": steps})
