"""The card of a row: what each organisation does there, what differs, and why the steps were linked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from procmap.alignment import Link, Member, Row
from procmap.comparison import Difference
from procmap.comparison.grid import Grid
from procmap.messages import Translator
from procmap.reports.row_values import row_fields
from procmap.reports.values import ReportCard, ReportEvidence


class Links:
    """The links of an alignment by the rows of their steps."""

    def __init__(self, grid: Grid) -> None:
        self._by_row: dict[str, list[Link]] = defaultdict(list)
        for link in grid.links:
            rows = (grid.row_of[member.process, member.step].id for member in (link.a, link.b))
            for row in dict.fromkeys(rows):
                self._by_row[row].append(link)

    def of_row(self, row: Row) -> list[Link]:
        """Return the links that a step of a row has."""
        return self._by_row.get(row.id, [])


def card(
    grid: Grid,
    row: Row,
    differences: Iterable[Difference],
    links: Iterable[Link],
    *,
    letters: Mapping[str, str],
    say: Translator,
) -> ReportCard:
    """Return the card of a row; `letters` say what organisations are called in pictures."""
    having = {party.id for party in grid.having(row)}
    return ReportCard(
        fields=row_fields(grid, row, differences, say),
        evidence=tuple(evidence(grid, links, letters, say)),
        missing=tuple(party.id for party in grid.parties if party.id not in having),
    )


def evidence(
    grid: Grid, links: Iterable[Link], letters: Mapping[str, str], say: Translator
) -> Iterable[ReportEvidence]:
    """Yield what speaks for a row; pairs that are linked for the same reason are told together.

    `letters` say what organisations are called in pictures.
    """
    together: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        why = " ".join(say.sentence(finding) for finding in link.why)
        sure = say.text("row-sure", percent=round(100 * link.confidence))
        if link.relation == "part_of":
            part = say.text(
                "card-part-of",
                part=_label(grid, link.a, say),
                party=link.a.process,
                whole=_label(grid, link.b, say),
                other=link.b.process,
            )
            yield ReportEvidence(pairs=part, why=why, sure=sure)
        else:
            together[why, sure].append(link)
    for (why, sure), found in together.items():
        members = dict.fromkeys(member for link in found for member in (link.a, link.b))
        several = {process for process, times in Counter(one.process for one in members).items() if times > 1}

        def called(member: Member, several: set[str] = several) -> str:
            letter = letters[member.process]
            return f"{letter} {_label(grid, member, say)}" if member.process in several else letter

        pairs = ", ".join(dict.fromkeys(f"{called(link.a)} \u2013 {called(link.b)}" for link in found))
        yield ReportEvidence(pairs=pairs, why=why, sure=sure)


def _label(grid: Grid, member: Member, say: Translator) -> str:
    step = grid.step(member)
    return say.quoted(" ".join(step.name.split())) if step.name.strip() else say.word("element", step.type)
