"""The sheet in which people confirm, split or merge the rows of an alignment: prefilled, and read by `--confirm`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from procmap.alignment import Link, Member, Row
from procmap.behaviour import References
from procmap.comparison.grid import Grid
from procmap.formats.people import ANSWERS, CONFIRMATIONS, confirmation_line, confirmation_lines
from procmap.messages import Translator
from procmap.model import Confirmations, StepReference
from procmap.reports.read_back import sheet_to_fill_in
from procmap.reports.workbook import Sheet


def confirmation_sheet(grid: Grid, confirmations: Confirmations, say: Translator) -> Sheet:
    """Return the rows of an alignment as a sheet to fill in. `confirmations` are there with their answers.

    The group of a row has its number. Raises BadInput when a text is longer than a cell can be.
    """
    lines = list(_Filling(grid, confirmations, say).lines())
    words = tuple(ANSWERS.word(value, say.language) for value in ANSWERS.values)
    choices = {(line, "answer"): words for line in range(len(lines))}
    explained = {key: say.text(f"fill-in-{key}") for key in ("group", "answer")}
    return sheet_to_fill_in(CONFIRMATIONS, lines, say, choices=choices, explained=explained, wide=("why",))


class _Filling:
    def __init__(self, grid: Grid, confirmations: Confirmations, say: Translator) -> None:
        self.grid, self.confirmations, self.say = grid, confirmations, say
        self.rows = [*(r for r in grid.rows if not r.is_state), *(r for r in grid.rows if r.is_state)]
        self.number = {row.id: number for number, row in enumerate(grid.rows, start=1)}
        self.party = {party.id: party for party in grid.parties}
        self.references = {party.id: References(party.process) for party in grid.parties}
        self.known = {(party.organisation, party.variant): party.id for party in grid.parties}
        self.links: dict[tuple[str, str], list[Link]] = {}
        for link in grid.links:
            for member in (link.a, link.b):
                self.links.setdefault((member.process, member.step), []).append(link)

    def lines(self) -> Iterator[dict[str, str]]:
        """Yield the lines: row by row, then what was confirmed of others, then steps that may be parts."""
        of_row: dict[str, tuple[StepReference, ...]] = {}
        answered: set[tuple[str, str]] = set()
        alone: dict[tuple[str, str], StepReference] = {}
        more: list[tuple[StepReference, ...]] = []
        for together in self.confirmations.same:
            found = [member for member in map(self._member, together) if member is not None]
            first = self.grid.row_of[found[0]].id if found else ""
            if len(together) > 1 and first and first not in of_row:
                of_row[first] = together
                answered.update(found)
            else:
                more.append(together)
        lost: list[StepReference] = []
        for reference in self.confirmations.alone:
            member = self._member(reference)
            if member is None or member in alone or member in answered:
                lost.append(reference)
            else:
                alone[member] = reference
        for row in self.rows:
            yield from self._row(row, of_row.get(row.id, ()), answered, alone)
        rest = self.confirmations.replace(same=tuple(more), alone=tuple(lost))
        last = shift = len(self.rows)
        for line in confirmation_lines(rest, self.say.language):
            last = shift + int(line["group"])
            yield {**line, "group": str(last)}
        yield from self._parts(last)

    def _member(self, reference: StepReference) -> tuple[str, str] | None:
        party = self.known.get((reference.organisation, reference.variant))
        step = self.references[party].resolve(reference) if party is not None else None
        return (party, step) if party is not None and step is not None else None

    def _row(
        self,
        row: Row,
        confirmed: tuple[StepReference, ...],
        answered: set[tuple[str, str]],
        alone: Mapping[tuple[str, str], StepReference],
    ) -> Iterator[dict[str, str]]:
        group = str(self.number[row.id])
        for reference in confirmed:
            cited = self._member(reference)
            more = self._more(row, Member(process=cited[0], step=cited[1])) if cited else {}
            yield confirmation_line(group, "same", reference, self.say.language, more)
        for member in row.steps:
            key = (member.process, member.step)
            if key not in answered:
                reference = alone.get(key) or self._reference(member)
                answer = "alone" if key in alone else ""
                yield confirmation_line(group, answer, reference, self.say.language, self._more(row, member))

    def _reference(self, member: Member) -> StepReference:
        party = self.party[member.process]
        return self.references[member.process].make(member.step, party.organisation, party.variant)

    def _more(self, row: Row, member: Member, proposal: str = "") -> dict[str, str]:
        """Return what people should know of a step: who does it, what is proposed, how sure that is and why."""
        of_row = {(each.process, each.step) for each in row.steps}
        said = [
            link
            for link in self.links.get((member.process, member.step), ())
            if link.relation == "same" and {(link.a.process, link.a.step), (link.b.process, link.b.step)} <= of_row
        ]
        best = max(said, key=lambda link: link.confidence, default=None)
        why = " ".join(self.say.sentence(finding) for finding in best.why) if best else ""
        proposal = proposal or ("same" if len(row.steps) > 1 else "alone")
        return {
            "proposal": ANSWERS.word(proposal, self.say.language),
            "role": "; ".join(self.grid.facts[member.process].roles(self.grid.step(member))),
            "sure": str(round(100 * row.confidence)),
            "why": why,
        }

    def _parts(self, last: int) -> Iterator[dict[str, str]]:
        """Yield a group for each step that may be a part of another and that nobody confirmed as such."""
        known = {(self._member(entry.part), self._member(entry.whole)) for entry in self.confirmations.part_of}
        for link in self.grid.links:
            ends = ((link.a.process, link.a.step), (link.b.process, link.b.step))
            if link.relation == "part_of" and ends not in known:
                last += 1
                for member, proposal in ((link.a, "part"), (link.b, "whole")):
                    more = self._more(self.grid.row_of[member.process, member.step], member, proposal)
                    more["sure"] = str(round(100 * link.confidence))
                    more["why"] = " ".join(self.say.sentence(finding) for finding in link.why)
                    yield confirmation_line(str(last), "", self._reference(member), self.say.language, more)
