"""The sheets of a workbook that tells an alignment: its rows, and why steps belong together."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.alignment import Alignment, Member, Party, Row
from procmap.comparison.grid import Grid
from procmap.messages import ENGLISH, Translator
from procmap.model import Confirmations
from procmap.reports.confirmation_sheet import confirmation_sheet
from procmap.reports.letters import letters_of
from procmap.reports.sheets import about_sheet, sheet_name, unsure_sheet
from procmap.reports.workbook import Content, Sheet, workbook


def alignment_workbook(
    parties: Sequence[Party],
    alignment: Alignment,
    sources: Sequence[str],
    say: Translator = ENGLISH,
    confirmations: Confirmations | None = None,
) -> bytes:
    """Return an alignment as an XLSX file, with a sheet in which people confirm it.

    `sources` are the names of the sources in the order of the parties' ids, `confirmations` what was confirmed already.
    Raises BadInput when a text to be read again is longer than a cell can be.
    """
    grid = Grid(parties, alignment)
    sheets = [_rows(grid, say), confirmation_sheet(grid, confirmations or Confirmations(), say), _links(grid, say)]
    doubts = [say.sentence(doubt.finding) for doubt in alignment.doubts]
    if doubts:
        sheets.append(unsure_sheet(doubts, say))
    ids = [party.id for party in grid.parties]
    keys = ["rows", "confirmations", "links", *(["unsure"] if doubts else [])]
    facts: list[tuple[str, Content]] = [(say.text("column-rows"), len(alignment.rows))]
    title = say.text("page-title", parties=ids)
    return workbook([*sheets, about_sheet(title, keys, parties=ids, sources=sources, facts=facts, say=say)])


def _rows(grid: Grid, say: Translator) -> Sheet:
    letters = letters_of(grid.parties)
    named = [f"{letters[place]} {party.id}" for place, party in enumerate(grid.parties)]
    headings = (say.text("column-row"), say.text("column-step"), say.text("column-sure-percent"), *named)
    lines = tuple(
        (
            number,
            row.label or say.text("row-unnamed"),
            round(100 * row.confidence),
            *(_steps(grid, row, party, say) for party in grid.parties),
        )
        for number, row in enumerate(grid.rows, start=1)
    )
    return Sheet(sheet_name("rows", say), headings, lines, fixed=2, strong=1)


def _steps(grid: Grid, row: Row, party: Party, say: Translator) -> Content:
    """Return the steps of a party in a row with who does them, each on a line of its own."""
    facts = grid.facts[party.id]
    shown = []
    for step in grid.steps(row, party):
        roles = " / ".join(facts.roles(step))
        name = " ".join(step.name.split()) or say.word("element", step.type)
        shown.append(f"{name} ({roles})" if roles else name)
    return "\n".join(shown) or None


def _links(grid: Grid, say: Translator) -> Sheet:
    number = {row.id: place for place, row in enumerate(grid.rows, start=1)}
    codes = ("row", "organisation", "first", "other", "second", "sure", "why")

    def called(member: Member) -> str:
        step = grid.step(member)
        return " ".join(step.name.split()) or say.word("element", step.type)

    lines = []
    for link in grid.links:
        why = " ".join(say.sentence(finding) for finding in link.why)
        if link.relation == "part_of":
            why = say.text("link-part-of", why=why)
        row = number[grid.row_of[link.a.process, link.a.step].id]
        sure = round(100 * link.confidence)
        lines.append((row, link.a.process, called(link.a), link.b.process, called(link.b), sure, why))
    headings = tuple(say.text("column-sure-percent" if code == "sure" else f"column-{code}") for code in codes)
    return Sheet(sheet_name("links", say), headings, tuple(sorted(lines)), wide=(codes.index("why"),))
