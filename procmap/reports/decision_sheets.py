"""The workbook in which people answer what is open in a common process: read by `--decisions`."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.alignment import Party
from procmap.behaviour import References
from procmap.formats.people import ABOUT, CHOICES, CHOICES_OF, CITED, DECISIONS, STATES, decision_lines
from procmap.messages import ENGLISH, Translator
from procmap.model import Decisions
from procmap.reports.read_back import sheet_to_fill_in
from procmap.reports.sheets import about_sheet
from procmap.reports.workbook import Content, workbook


def decision_workbook(
    parties: Sequence[Party], decisions: Decisions, sources: Sequence[str], say: Translator = ENGLISH
) -> bytes:
    """Return decisions and open questions as an XLSX file, with the steps of all parties, which decisions can cite.

    `sources` are the names of the sources in the order of the parties' ids. Raises BadInput when a text is longer than
    a cell can be.
    """
    ordered = sorted(parties, key=lambda party: party.id)
    known = []
    for party in ordered:
        references = References(party.process)
        known += [references.make(step.id, party.organisation, party.variant) for step in party.process.steps]
    lines, cited = decision_lines(decisions, say.language, known)
    states = tuple(STATES.word(state, say.language) for state in STATES.values)
    choices = {}
    for number, line in enumerate(lines):
        about = ABOUT.value(line["about"]) or ""
        choices[number, "choice"] = tuple(CHOICES.word(choice, say.language) for choice in CHOICES_OF[about])
        choices[number, "state"] = states
    explained = {key: say.text(f"fill-in-{key}") for key in ("choice", "to", "dissent", "steps")}
    sheets = [
        sheet_to_fill_in(DECISIONS, lines, say, choices=choices, explained=explained, wide=("question", "today")),
        sheet_to_fill_in(CITED, cited, say, choices={}, explained={}),
    ]
    facts: list[tuple[str, Content]] = [(say.text("heading-open"), len(decisions.open))]
    ids = [party.id for party in ordered]
    title = say.text("page-title", parties=ids)
    keys = (DECISIONS.key, CITED.key)
    return workbook([*sheets, about_sheet(title, keys, parties=ids, sources=sources, facts=facts, say=say)])
