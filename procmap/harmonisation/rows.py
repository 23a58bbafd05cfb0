"""The rows that a common process is made of: which are kept, which are open, and what kind of node each becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from procmap.alignment import Alignment
from procmap.behaviour import normalised_label
from procmap.harmonisation.decisions import Move, Rulings, steps_in
from procmap.harmonisation.participation import ONE_PARTICIPANT, Participation
from procmap.harmonisation.sources import Source, by_id, is_container, stands_aside
from procmap.model import Event

State = Literal["kept", "open", "local", "dropped"]
Role = Literal["step", "start", "end", "container", "frame"]
"""What a row is in the flow. A `container` is a sub-process that holds other rows; a `frame` is one whose parts are
composed with those of others, so that it only shows which belong together."""


@dataclass(frozen=True)
class CommonRow:
    """A row of the alignment, or several that were merged, without the events that are only conditions.

    `members`: steps by party id, in flow order. `organisations`: those that count. `scope`: the container it lies in.
    `host`: the row that its boundary events are attached to. `few`: not more than half of the organisations have it.
    `aside`: it stands beside the flow, as event sub-processes and compensation do. `where`: who keeps what is local, if
    it was said.
    """

    id: str
    label: str
    rank: int
    members: Mapping[str, tuple[str, ...]]
    organisations: tuple[str, ...]
    state: State
    role: Role = "step"
    scope: str | None = None
    host: str | None = None
    decision: str | None = None
    few: bool = False
    aside: bool = False
    where: tuple[str, ...] = ()

    @property
    def inserted(self) -> bool:
        """Tell whether the row has no vote on the backbone: it is put in where most of its own votes are kept."""
        return self.open or self.few

    @property
    def owners(self) -> tuple[str, ...]:
        """Whose row it is while it is open or local: who was decided, else who has it."""
        return self.where or self.organisations or tuple(self.members)

    @property
    def open(self) -> bool:
        """Tell whether the row stays only until a decision is made, or for some."""
        return self.state in ("open", "local")


@dataclass
class Placed:
    """The rows whose place people decided: the moved, and the new steps of a redesign (see `placing`).

    `moved` are pairs of a row and where it stands, in an order in which what another one stands beside comes first;
    `new` are the rows before and after a redesigned one.
    """

    moved: list[tuple[str, Move]] = field(default_factory=list)
    new: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)


class Rows:
    """All rows that have something to compose, by id, in the order of the alignment.

    `of_step` tells the row of a step. Steps in `passed` are no rows of their own: conditions, and the nameless starts
    and ends of sub-processes that are no longer there.
    """

    def __init__(
        self,
        alignment: Alignment,
        sources: Sequence[Source],
        rulings: Rulings,
        keep: int | None,
        participants: Participation = ONE_PARTICIPANT,
    ) -> None:
        self.sources, self.participants = by_id(sources), participants
        self.organisations = tuple(dict.fromkeys(s.party.organisation for s in sources if not s.party.is_reference))
        self.keep = keep if keep is not None else len(self.organisations) // 2 + 1
        self.passed: dict[str, set[str]] = {source.id: set(source.silent) for source in sources}
        rows = self._grouped(alignment, rulings)
        rows = self._with_roles(rows)
        rows = self._in_scopes(rows)
        self.rows: dict[str, CommonRow] = {row.id: row for row in rows if row.members}
        self.of_step: dict[tuple[str, str], CommonRow] = {
            (party, step): row for row in self.rows.values() for party, steps in row.members.items() for step in steps
        }
        self.rows = {row.id: self._with_host(row) for row in self.rows.values()}
        self.of_step = {key: self.rows[row.id] for key, row in self.of_step.items()}
        self.placed = Placed()

    def composed(self, scope: str | None) -> tuple[CommonRow, ...]:
        """Return the rows whose place in the flow inside a container (None: the process) is found by vote, in order."""
        return tuple(row for row in self.drawn(scope) if not row.aside and row.id not in self.placed.rows)

    def beside(self, scope: str | None) -> tuple[CommonRow, ...]:
        """Return the rows that are nodes directly inside a container (None: the process) and no part of its flow."""
        return tuple(row for row in self.drawn(scope) if row.aside)

    def tops(self) -> tuple[str | None, ...]:
        """Return the scopes that lie in no other: that of the main participant (None), and of others that have rows."""
        found = {row.scope for row in self.rows.values() if row.state != "dropped"}
        return (None, *(key for key in self.participants.names if key in found))

    def participant(self, row: str) -> str | None:
        """Return the scope around a row that lies in no other."""
        scope = self.rows[row].scope
        while scope in self.rows and scope is not None:
            scope = self.rows[scope].scope
        return scope

    def drawn(self, scope: str | None) -> tuple[CommonRow, ...]:
        """Return the rows that are nodes directly inside a container (None: the process), in order."""
        return tuple(
            row for row in self.rows.values() if row.scope == scope and row.state != "dropped" and row.role != "frame"
        )

    def steps(self, rows: Iterable[str], party: str) -> frozenset[str]:
        """Return the steps that a party has in some rows."""
        return frozenset(step for row in rows for step in self.rows[row].members.get(party, ()))

    def _grouped(self, alignment: Alignment, rulings: Rulings) -> list[CommonRow]:
        members: dict[str, dict[str, list[str]]] = {}
        first: dict[str, tuple[int, str]] = {}
        labels = {row.id: row.label for row in alignment.rows}
        for rank, row in enumerate(alignment.rows):
            key = rulings.row(row.id)
            first.setdefault(key, (rank, labels[key]))
            into = members.setdefault(key, {})
            for member in row.steps:
                if member.step not in self.passed[member.process]:
                    into.setdefault(member.process, []).append(member.step)
        return [
            self._row(key, rank, label, {party: tuple(members[key][party]) for party in sorted(members[key])}, rulings)
            for key, (rank, label) in first.items()
        ]

    def _row(self, key: str, rank: int, label: str, members: dict[str, tuple[str, ...]], rulings: Rulings) -> CommonRow:
        sources = [self.sources[party] for party in members]
        organisations = tuple(dict.fromkeys(s.party.organisation for s in sources if not s.party.is_reference))
        state: State = "kept" if len(organisations) >= self.keep else "open"
        decision = rulings.rows.get(key)
        if decision is not None:
            state = {"drop": "dropped", "local": "local"}.get(decision.choice, "kept")  # type: ignore[assignment]
            if decision.choice == "redesign":
                label = self._redesigned(steps_in(decision.text), label, members)
            elif decision.choice in ("merge", "keep", "local", "move") and decision.text:
                label = decision.text
            elif decision.choice == "adopt":
                label = decision.text or self._wording(decision.from_, members) or label
        where = decision.where if decision is not None and state == "local" else ()
        made = CommonRow(key, label, rank, members, organisations, state, where=where)
        return replace(made, decision=decision.id if decision else None)

    def _redesigned(self, texts: Sequence[str], label: str, members: Mapping[str, tuple[str, ...]]) -> str:
        """Return which of the steps of a redesign is the one that was there: called as before, else the first."""
        worded = {normalised_label(self.sources[p].steps[step].name) for p, steps in members.items() for step in steps}
        worded.add(normalised_label(label))
        return next((text for text in texts if normalised_label(text) in worded), texts[0])

    def _wording(self, party: str, members: Mapping[str, tuple[str, ...]]) -> str:
        for member, steps in members.items():
            if party in (member, self.sources[member].party.organisation):
                return self.sources[member].steps[steps[0]].name
        return ""

    def _with_roles(self, rows: list[CommonRow]) -> list[CommonRow]:
        placed = [replace(row, aside=self._is_aside(row)) for row in rows]
        return [replace(row, role=self._role(row)) for row in placed]

    def _is_aside(self, row: CommonRow) -> bool:
        firsts = [self.sources[party].steps[steps[0]] for party, steps in row.members.items() if steps]
        return 2 * sum(stands_aside(step) for step in firsts) > len(firsts)

    def _role(self, row: CommonRow) -> Role:
        counted: Counter[Role] = Counter()
        for party, steps in row.members.items():
            source = self.sources[party]
            for step in steps[:1]:
                node = source.steps[step]
                if is_container(node, source):
                    counted["container"] += 1
                elif isinstance(node, Event) and node.type in ("startEvent", "endEvent"):
                    counted["start" if node.type == "startEvent" else "end"] += 1
                else:
                    counted["step"] += 1
        order: tuple[Role, ...] = ("step", "container", "end", "start")
        role = max(order, key=lambda kind: counted[kind])
        if role == "container" and row.state not in ("kept", "dropped") and not row.aside:
            return "frame" if counted["container"] == counted.total() else "step"
        return role

    def _in_scopes(self, rows: list[CommonRow]) -> list[CommonRow]:
        of_step = {(p, step): row for row in rows for p, steps in row.members.items() for step in steps}
        containers = {row.id for row in rows if row.role == "container" and row.state != "dropped"}
        placed = []
        for row in rows:
            scope = self._scope(row, of_step, containers)
            members = {}
            for party, steps in row.members.items():
                staying = tuple(step for step in steps if not self._dissolved(party, step, of_step, containers))
                self.passed[party].update(step for step in steps if step not in staying)
                if staying:
                    members[party] = staying
            sources = [self.sources[party] for party in members]
            organisations = tuple(dict.fromkeys(s.party.organisation for s in sources if not s.party.is_reference))
            few = 2 * len(organisations) <= len(self.organisations)
            role = row.role
            if role in ("start", "end") and scope not in containers and self._inside(members):
                role = "step"
            found = replace(row, scope=scope, members=members, organisations=organisations)
            placed.append(replace(found, role=role, few=few))
        return placed

    def _inside(self, members: Mapping[str, tuple[str, ...]]) -> bool:
        """Tell whether most steps lie in sub-processes."""
        parents = [self.sources[party].steps[step].parent for party, steps in members.items() for step in steps]
        return 2 * sum(parent is not None for parent in parents) > len(parents)

    def _scope(self, row: CommonRow, of_step: Mapping[tuple[str, str], CommonRow], containers: set[str]) -> str | None:
        """Return the container or participant that most organisations' steps lie in; None for the main participant."""
        counted: dict[str | None, set[str]] = {}
        for party, steps in row.members.items():
            for step in steps:
                around = self._around(party, step, of_step, containers)
                if around != row.id:
                    counted.setdefault(around, set()).add(self.sources[party].party.organisation)
        return min(counted, key=lambda scope: (-len(counted[scope]), scope is not None, scope or ""), default=None)

    def _around(
        self, party: str, step: str, of_step: Mapping[tuple[str, str], CommonRow], containers: set[str]
    ) -> str | None:
        source = self.sources[party]
        parent = source.steps[step].parent
        while parent in source.steps:
            row = of_step.get((party, parent))
            if row is not None and row.id in containers:
                return row.id
            parent = source.steps[parent].parent
        return self.participants.of(source, step) or None

    def _dissolved(
        self, party: str, step: str, of_step: Mapping[tuple[str, str], CommonRow], containers: set[str]
    ) -> bool:
        """Tell whether a step is the nameless start or end of a sub-process that is not in the common process."""
        node = self.sources[party].steps[step]
        if not isinstance(node, Event) or node.type not in ("startEvent", "endEvent") or node.name.strip():
            return False
        if node.parent is None or node.triggers:
            return False
        row = of_step.get((party, node.parent))
        return row is None or row.id not in containers

    def _with_host(self, row: CommonRow) -> CommonRow:
        """Say which row the boundary events of a row are attached to, where most of its steps are such."""
        hosts: Counter[str] = Counter()
        others = 0
        for party, steps in row.members.items():
            for step in steps:
                node = self.sources[party].steps[step]
                host = self.of_step.get((party, node.attached_to or "")) if isinstance(node, Event) else None
                if host is None or host.id == row.id:
                    others += 1
                else:
                    hosts[host.id] += 1
        if hosts and hosts.total() > others:
            return replace(row, host=min(hosts, key=lambda host: (-hosts[host], self.rows[host].rank)))
        return row
