"""The content of the report of a comparison, in one language: one model, whatever it is written as."""

from __future__ import annotations

from procmap.comparison import Sign
from procmap.messages import LanguageCode
from procmap.model.value import Value


class ReportParty(Value):
    """An organisation: its letter, its place among all (which gives colour and pattern), what is known of it."""

    letter: str
    place: int
    id: str
    name: str
    steps: int
    is_reference: bool


class ReportCell(Value):
    """A cell: who does the step, its words, how many steps, and signs; `wording` are words other than the row's.

    `level` tells the service levels in words where they are others than elsewhere.
    """

    is_there: bool
    roles: str
    words: str
    wording: str
    times: int
    signs: tuple[Sign, ...]
    level: str = ""


class RowField(Value):
    """One thing that organisations tell of a row.

    `values` are in the order of the organisations: what each tells, a dash where it tells that there is none, None
    where it tells nothing. `marked` says where a difference is told of.
    """

    heading: str
    values: tuple[str | None, ...]
    marked: tuple[bool, ...]


class ReportEvidence(Value):
    """Why steps belong together: the pairs (or the sentence on a part), the reason, and how sure it is, in words."""

    pairs: str
    why: str
    sure: str


class ReportCard(Value):
    """What is told of one row beyond its cells; `missing` are the organisations without a step in it."""

    fields: tuple[RowField, ...]
    evidence: tuple[ReportEvidence, ...]
    missing: tuple[str, ...]


class ReportRow(Value):
    """A row of the matrix: `sure` says how sure it is, in words; `state` is confirmed or proposed.

    `conflicts` are the numbers of rows in another order, `differences` those of the differences about the row and
    `classes` their codes. `roles` are places in the roles of the report, `alone` is the letter of the only organisation
    that has the row, `attached` the kinds of what is attached to its steps.
    """

    number: int
    title: str
    state: str
    sure: str
    signs: tuple[Sign, ...]
    conflicts: tuple[int, ...]
    differences: tuple[int, ...]
    classes: tuple[str, ...]
    roles: tuple[int, ...]
    alone: str
    is_open: bool
    attached: tuple[str, ...]
    cells: tuple[ReportCell, ...]
    card: ReportCard


class ReportDifference(Value):
    """A difference as a sentence. `number` counts from 1 in the report; `rows` are numbers of rows.

    `values` are in the order of the organisations: what each tells, None where it does not have it or does not tell.
    """

    number: int
    code: str
    severity: str
    sentence: str
    rows: tuple[int, ...]
    values: tuple[str | None, ...]


class DifferenceSection(Value):
    """The differences of one class."""

    code: str
    heading: str
    differences: tuple[ReportDifference, ...]


class AgreementLine(Value):
    """How far two organisations agree: for each aspect a figure, its share (0 to 1), why."""

    pair: str
    parties: tuple[str, str]
    figures: tuple[str, ...]
    shares: tuple[float | None, ...]
    whys: tuple[str, ...]


class MatrixReport(Value):
    """The report, in one language.

    The parties are in the order of their letters; then what is not sure, the matrix, differences, agreement.
    """

    title: str
    language: LanguageCode
    parties: tuple[ReportParty, ...]
    unsure: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    roles: tuple[str, ...]
    signs: tuple[Sign, ...]
    sections: tuple[DifferenceSection, ...]
    aspects: tuple[str, ...]
    agreement: tuple[AgreementLine, ...]
