"""The content of the report of a harmonisation, in one language: one model, whatever it is written as.

Everything is said already: writers choose how it looks, and say nothing of their own but headings (`sections`). Codes
(`fate`, `kind`, `state` …) stand beside their words, so that writers can mark and filter without reading texts.
"""

from __future__ import annotations

from typing import Literal

from procmap.drawing.export import Sheet
from procmap.harmonisation.values import Status
from procmap.messages import LanguageCode
from procmap.model import Severity
from procmap.model.decisions import Choice, DecisionState, QuestionKind
from procmap.model.value import Value
from procmap.reports.values import MatrixReport, ReportParty, ReportRow

CommonState = Literal["kept", "local", "open", "retired"]
"""What became of a row: it is part of the common process, a variant of some, not decided yet, or taken away."""
FateCode = Literal["carried", "moved", "open", "retired"]
Standing = Literal["counts", "replaced", "not-applied"]
"""Whether a decision counts, a newer one is about the same, or it could not be applied to the steps there are now."""
ParagraphKind = Literal["step", "choice"]
AboutKind = Literal["steps", "order", "presence", "repeat", "names", "attached"]


class Cited(Value):
    """A step of the common process as it is cited: the number of its paragraph, what it is called, its element's id.

    `number` is empty for the process as a whole, for a frame and for a way between steps.
    """

    number: str
    title: str
    element: str

    @property
    def shown(self) -> str:
        """The number and the title as one text."""
        return f"{self.number}. {self.title}" if self.number else self.title


class TitlePage(Value):
    """What the report is about. `date` is a text, empty where none was given; `sources` are in the parties' order.

    `blocking` are the sentences on what keeps the result a draft, or would.
    """

    title: str
    process: str
    parties: tuple[ReportParty, ...]
    sources: tuple[str, ...] = ()
    date: str = ""
    status: Status
    status_text: str
    blocking: tuple[str, ...] = ()


class Figure(Value):
    """A number of the summary: what is counted (its code and in words), and how many."""

    code: str
    label: str
    value: int


class Summary(Value):
    """The report in numbers and a few sentences."""

    sentences: tuple[str, ...]
    figures: tuple[Figure, ...]


class CommonCell(Value):
    """What became of a row: its place in the common process (`to`), who does it there, the decisions about it."""

    state: CommonState
    state_text: str
    to: tuple[Cited, ...] = ()
    role: str = ""
    decisions: tuple[str, ...] = ()


class CommonRow(Value):
    """A row of the matrix with its common step. `row` has the cells of the organisations, in their order."""

    row: ReportRow
    common: CommonCell


class DecisionDissent(Value):
    """An organisation that does not agree, and why."""

    organisation: str
    why: str


class DecisionEntry(Value):
    """A decision as the log has it, in the order in which decisions were made.

    `subject` says what it is about and `resolution` what was chosen, both as texts; `number` counts from 1. `standing`
    tells whether it counts, `why_not` why not. `to` are the common steps that it is about.
    """

    number: int
    id: str
    about: AboutKind
    about_text: str
    subject: str
    choice: Choice
    choice_text: str
    resolution: str
    reason: str
    cause: str
    by: str
    agreed: tuple[str, ...]
    dissent: tuple[DecisionDissent, ...]
    state: DecisionState
    state_text: str
    at: str
    replaces: str
    standing: Standing
    standing_text: str
    why_not: str = ""
    to: tuple[Cited, ...] = ()


class MinutesItem(Value):
    """One item of the minutes: what was dealt with, what was chosen and why, who agreed and who did not.

    `sentences` tell all of it as minutes do; `decision` is the entry of the log.
    """

    number: int
    heading: str
    sentences: tuple[str, ...]
    decision: DecisionEntry


class Meeting(Value):
    """The decisions of one day. `heading` names the day, or says that none is given; `by` are who decided."""

    heading: str
    date: str
    by: tuple[str, ...]
    items: tuple[MinutesItem, ...]


class TraceLine(Value):
    """What became of one step of an organisation. `to` is None where it is in the common process no more.

    `reason` is that of the decision, empty where none was needed.
    """

    party: ReportParty
    step: str
    element: str
    role: str
    fate: FateCode
    fate_text: str
    to: Cited | None
    decision: str
    reason: str


class AttachedLine(Value):
    """What became of a control, a risk, a record rule, a ROSA level or a note of an organisation.

    `was_on` are the labels of the steps it was attached to, `detail` what it asks for, in words. `to` is None where it
    was taken away; `moved`: it stands at another step than those that its own became.
    """

    party: ReportParty
    kind: str
    kind_text: str
    id: str
    name: str
    detail: str
    was_on: tuple[str, ...]
    fate: FateCode
    fate_text: str
    to: Cited | None
    decision: str
    reason: str


class QuestionAnswer(Value):
    """What an organisation does now, in words."""

    party: ReportParty
    answer: str


class OpenQuestion(Value):
    """Something that is still to be decided. `proposal` is what holds until then, empty where nothing is proposed."""

    number: int
    id: str
    kind: QuestionKind
    kind_text: str
    sentence: str
    answers: tuple[QuestionAnswer, ...]
    proposal: str


class ImpactPart(Value):
    """What changes for an organisation in one respect: a heading and a sentence for each change."""

    code: str
    heading: str
    sentences: tuple[str, ...]


class FigurePair(Value):
    """A figure of an organisation before and after, as texts: what it is of (its code and in words)."""

    code: str
    label: str
    before: str
    after: str


class PartyImpact(Value):
    """What the common process changes for one organisation. `summary` is one line, without a full stop.

    The part `typical` tells the `figures` as sentences, for writers that have no table of them.
    """

    party: ReportParty
    summary: str
    figures: tuple[FigurePair, ...] = ()
    parts: tuple[ImpactPart, ...] = ()


class LawLine(Value):
    """A law of the result: what it asks for, whether it holds, and the sentences on what breaks or limits it."""

    name: str
    text: str
    holds: bool
    holds_text: str
    detail: tuple[str, ...] = ()


class NoteLine(Value):
    """Something to know of how the result came about."""

    severity: Severity
    severity_text: str
    sentence: str


class RoutineField(Value):
    """What is told of a step in one respect, such as its systems: the code, what it is called, the texts."""

    code: str
    heading: str
    values: tuple[str, ...]


class RoutineParagraph(Value):
    """One paragraph of the routine: a step, or a choice that follows no single step.

    `number` is `4`, or `4.2` inside a sub-process; `depth` is 0 for the process itself. `kind_text` is what kind of
    work it is. `before` are sentences on when it begins (where it is needed, by an event), `onward` on how the work
    goes on; where that is the next paragraph alone nothing is said. `lead` stands before the ways of `onward` where
    these part: a question, and how many of them are taken. `state` is never `retired`; `state_text` is empty for what
    is kept. `parties` are the letters of the organisations whose steps it comes from.
    """

    number: str
    depth: int
    element: str
    kind: ParagraphKind
    title: str
    kind_text: str
    role: str
    state: CommonState
    state_text: str
    parties: tuple[str, ...]
    description: tuple[str, ...]
    before: tuple[str, ...]
    fields: tuple[RoutineField, ...]
    lead: str
    onward: tuple[str, ...]

    @property
    def cited(self) -> Cited:
        """The paragraph as others cite it."""
        return Cited(number=self.number, title=self.title, element=self.element)


class Routine(Value):
    """The common process as numbered text, in the order of its flow. `facts` are what is known of it as a whole."""

    facts: tuple[RoutineField, ...]
    begins: tuple[str, ...]
    paragraphs: tuple[RoutineParagraph, ...]


class Drawing(Value):
    """The common process as a picture: its SVG, and what stands beside it on paper (its title, its legend)."""

    svg: str
    sheet: Sheet


class HarmonisationReport(Value):
    """The whole report, in one language. Every part is there; parts without content are empty.

    `comparison` is the report of the comparison: its `sections` are the differences, its `agreement` how far any two
    agree. `drawing` is the common process as a picture, for writers that show it on paper; `picture` is that of its
    flow with what it changes (SVG), empty where it has too many steps for a page. `assumptions` are the sentences on
    what the figures of `impact` rest on. Organisations are in the order of their letters everywhere.
    """

    language: LanguageCode
    title: TitlePage
    summary: Summary
    routine: Routine
    matrix: tuple[CommonRow, ...]
    comparison: MatrixReport
    decisions: tuple[DecisionEntry, ...]
    minutes: tuple[Meeting, ...]
    questions: tuple[OpenQuestion, ...]
    impact: tuple[PartyImpact, ...]
    assumptions: tuple[str, ...]
    trace: tuple[TraceLine, ...]
    attachments: tuple[AttachedLine, ...]
    laws: tuple[LawLine, ...]
    notes: tuple[NoteLine, ...]
    picture: str = ""
    drawing: Drawing | None = None

    @property
    def is_draft(self) -> bool:
        """Whether something blocks: then every page of the report says so."""
        return self.title.status == "draft"
