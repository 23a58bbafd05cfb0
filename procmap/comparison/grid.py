"""Rows by parties: what every comparison looks things up in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from procmap.alignment import Alignment, Member, Party, Row
from procmap.alignment.facts import Facts
from procmap.alignment.values import NameKind
from procmap.behaviour import flow_order
from procmap.comparison.parts import Parts
from procmap.language import Language, guess_language, normalise
from procmap.model import Attached, Event, Index, Step

if TYPE_CHECKING:
    from procmap.behaviour import FlowGraph

SURE = 0.75
"""Links that are less sure that one step is part of another are proposals, and nothing is told of them."""
NOTHING = "\u2013"
"""Shown where a party tells that there is none."""


class Grid:
    """The rows of an alignment with their steps, and what the processes tell of these. Parties are sorted by id."""

    def __init__(self, parties: Sequence[Party], alignment: Alignment) -> None:
        self.parties: tuple[Party, ...] = tuple(sorted(parties, key=lambda party: party.id))
        self._party = {party.id: party for party in self.parties}
        self.rows: tuple[Row, ...] = alignment.rows
        self.row = {row.id: row for row in self.rows}
        self.links = alignment.links
        self.facts = {party.id: Facts(party.process) for party in self.parties}
        self._index = {party.id: Index(party.process) for party in self.parties}
        self._steps = {party.id: {step.id: step for step in party.process.steps} for party in self.parties}
        self._names: dict[tuple[NameKind, str, str], int] = {}
        for number, group in enumerate(alignment.names):
            for named in group.members:
                self._names[group.kind, named.process, named.name] = number
        self._cells: dict[tuple[str, str], list[Step]] = defaultdict(list)
        self.row_of: dict[tuple[str, str], Row] = {}
        for row in self.rows:
            for member in row.steps:
                self._cells[row.id, member.process].append(self._steps[member.process][member.step])
                self.row_of[member.process, member.step] = row

    def party(self, party_id: str) -> Party:
        """Return a party by its id."""
        return self._party[party_id]

    def steps(self, row: Row, party: Party) -> tuple[Step, ...]:
        """Return the steps of a party in a row, in flow order."""
        return tuple(self._cells.get((row.id, party.id), ()))

    def having(self, row: Row) -> tuple[Party, ...]:
        """Return the parties that have steps in a row."""
        return self._having[row.id]

    @cached_property
    def _having(self) -> dict[str, tuple[Party, ...]]:
        ids = [(party, party.id) for party in self.parties]
        return {row.id: tuple(party for party, each in ids if (row.id, each) in self._cells) for row in self.rows}

    def title(self, row: Row) -> str:
        """Return what a row is called: its label, else the BPMN elements that it is made of."""
        return row.label or ", ".join(sorted({self.step(member).type for member in row.steps}))

    def quoted(self, rows: Iterable[str]) -> str:
        """Return what rows (by ids) are called, each in quotation marks."""
        return ", ".join(f'"{self.title(self.row[row])}"' for row in rows)

    def step(self, member: Member) -> Step:
        """Return the step that a member cites."""
        return self._steps[member.process][member.step]

    def adjoin(self, row: Row, other: Row) -> bool:
        """Tell whether two rows follow each other directly, either way, in every process that has both."""
        if other.id not in self._neighbours[row.id]:
            return False
        both = [party.id for party in self.having(row) if (other.id, party.id) in self._cells]
        return all(
            other.id in self._following[party].get(row.id, ()) or row.id in self._following[party].get(other.id, ())
            for party in both
        )

    def beside(self, row: Row) -> Set[str]:
        """Return the ids of the rows that follow a row directly or come before it in any process."""
        return self._neighbours[row.id]

    def following(self, party: str) -> Mapping[str, Set[str]]:
        """Return the rows whose steps come next after those of each row of a party, gateways passed over, by ids."""
        return self._following[party]

    @cached_property
    def _neighbours(self) -> Mapping[str, set[str]]:
        """The rows that follow each row or come before it in any process, by ids."""
        found: dict[str, set[str]] = defaultdict(set)
        for following in self._following.values():
            for row, others in following.items():
                for other in others:
                    found[row].add(other)
                    found[other].add(row)
        return found

    @cached_property
    def _following(self) -> dict[str, dict[str, set[str]]]:
        """The rows whose steps come next after those of each row, gateways passed over, by ids of party and row."""
        found: dict[str, dict[str, set[str]]] = {}
        for party in self.parties:
            graph = self._graphs[party.id]
            passing = self._passing(party, graph)
            following = found[party.id] = defaultdict(set)
            for step in self._steps[party.id]:
                row = self.row_of[party.id, step].id
                following[row].update(self.row_of[party.id, near].id for near in graph.successors(step, passing))
        return found

    @cached_property
    def _graphs(self) -> dict[str, FlowGraph]:
        from procmap.behaviour import FlowGraph

        return {party.id: FlowGraph(party.process) for party in self.parties}

    def _passing(self, party: Party, graph: FlowGraph) -> frozenset[str]:
        """Return the nodes of a party that are passed over: gateways."""
        return frozenset(graph.nodes) - self._steps[party.id].keys()

    def preceding(self, party: Party, step: Step) -> tuple[Member, ...]:
        """Return the steps of a party that come next before one of its steps, gateways passed over."""
        graph = self._graphs[party.id]
        before = graph.predecessors(step.id, self._passing(party, graph))
        return tuple(Member(process=party.id, step=one) for one in before)

    def only_after(self, party: Party, rows: Set[str]) -> set[str]:
        """Return the rows that a party comes to from these rows alone, directly or by others of them."""
        if not rows:
            return set()
        following = self._following[party.id]
        sources: dict[str, set[str]] = defaultdict(set)
        for row, others in following.items():
            for other in others:
                sources[other].add(row)
        found: set[str] = set()
        waiting = sorted(rows)
        for row in waiting:  # grows while it is read
            for other in sorted(following.get(row, ())):
                if other not in found and other not in rows and sources[other] <= found | rows:
                    found.add(other)
                    waiting.append(other)
        return found

    def beside_the_case(self, party: Party) -> set[str]:
        """Return the rows that a party comes to only from events at the edges of steps that stop nothing."""
        events = {
            self.row_of[party.id, step.id].id
            for step in party.process.steps
            if isinstance(step, Event) and step.attached_to is not None and not step.interrupting
        }
        return self.only_after(party, events)

    @cached_property
    def language(self) -> Language:
        """The language that most labels of all parties are written in."""
        return guess_language(step.name for party in self.parties for step in party.process.steps)

    def spoken(self, party_id: str) -> Language:
        """Return the language that most labels of a party are written in."""
        return self._spoken[party_id]

    @cached_property
    def _spoken(self) -> dict[str, Language]:
        return {party.id: guess_language(step.name for step in party.process.steps) for party in self.parties}

    def same_names(self, kind: NameKind, party: Party, names: Iterable[str]) -> frozenset[int]:
        """Return numbers for names: names that mean the same have the same number, whoever uses them."""
        return frozenset(self._names[kind, party.id, name] for name in names)

    def attached(self, party: Party, steps: Iterable[Step], kind: str) -> list[Attached]:
        """Return the attached values of one kind of steps."""
        index = self._index[party.id]
        found = (value for step in steps for value in index.attached_to(step.id))
        return unique_by_id(value for value in found if getattr(value, "kind", "") == kind)

    def of_process(self, party: Party, kind: str) -> list[Attached]:
        """Return the attached values of one kind that are at no step: those of a party's whole process."""
        steps = self._steps[party.id].keys()
        return [one for one in party.process.attached if one.kind == kind and steps.isdisjoint(one.on)]

    def uses(self, party: Party, kind: str) -> bool:
        """Tell whether a party has attached values of a kind at any step: if so, a step without any tells something."""
        return kind in self._used[party.id]

    @cached_property
    def parts(self) -> Parts:
        """Which steps are surely part of steps of others."""
        links = [(link.a, link.b) for link in self.links if link.relation == "part_of" and link.confidence >= SURE]
        return Parts(self.rows, links, self.row_of, self.step)

    @cached_property
    def made(self) -> dict[str, frozenset[int]]:
        """The numbers of the documents that come out of the steps of each party, by its id."""
        return {
            party.id: self.same_names(
                "document",
                party,
                (name for step in party.process.steps for name in self.facts[party.id].documents_out(step)),
            )
            for party in self.parties
        }

    @cached_property
    def documents(self) -> dict[str, frozenset[int]]:
        """The numbers of all documents that go into or come out of the steps of each party, by its id."""
        found = {}
        for party in self.parties:
            facts = self.facts[party.id]
            names = [n for step in party.process.steps for n in (*facts.documents_in(step), *facts.documents_out(step))]
            found[party.id] = self.same_names("document", party, names)
        return found

    def cites(self, party: Party) -> bool:
        """Tell whether a party cites a legal basis at any step: if so, a step without one tells something."""
        return party.id in self._citing

    @cached_property
    def _citing(self) -> frozenset[str]:
        return frozenset(party.id for party in self.parties if cited_at(party.process.steps))

    def sets_limits(self, party: Party) -> bool:
        """Tell whether a party sets a deadline at any step: if so, a step without one tells something."""
        return party.id in self._limiting

    @cached_property
    def _limiting(self) -> frozenset[str]:
        return frozenset(
            party.id for party in self.parties if any(step.details.deadline is not None for step in party.process.steps)
        )

    @cached_property
    def _used(self) -> dict[str, set[str]]:
        return {
            party.id: {
                value.kind for value in party.process.attached if any(i in self._steps[party.id] for i in value.on)
            }
            for party in self.parties
        }

    @cached_property
    def ranks(self) -> dict[Member, int]:
        """The place of each step in the flow order of its process, from 0."""
        return {
            Member(process=party.id, step=step): rank
            for party in self.parties
            for rank, step in enumerate(flow_order(party.process))
        }

    @cached_property
    def places(self) -> dict[str, Fraction]:
        """How far on in the processes each row stands on average, 0 to 1, by row id."""
        place = {
            member: Fraction(2 * rank + 1, 2 * len(self._steps[member.process])) for member, rank in self.ranks.items()
        }
        return {row.id: sum((place[member] for member in row.steps), Fraction(0)) / len(row.steps) for row in self.rows}


def unique_by_id(values: Iterable[Attached]) -> list[Attached]:
    """Return attached values without repetitions, each at its first place."""
    return list({value.id: value for value in values}.values())


def cited_at(steps: Iterable[Step]) -> list[str]:
    """Return the legal bases of steps and of their deadlines."""
    found: list[str] = []
    for step in steps:
        deadline = step.details.deadline
        found += (*step.details.legal_basis, *((deadline.legal_basis,) if deadline is not None else ()))
    return [citation for citation in found if citation.strip()]


def joined(names: Iterable[str]) -> str:
    """Return names as one text, without repetitions (case and punctuation aside), sorted."""
    return ", ".join(sorted({normalise(name): name for name in sorted(names, reverse=True)}.values()))


def strict_majority(keys: Sequence[object]) -> object | None:
    """Return what more than half of the keys are; None when there is no such key."""
    counted = Counter(keys).most_common(1)
    return counted[0][0] if counted and 2 * counted[0][1] > len(keys) else None
