"""Spreadsheets made for tests: by hand as rows of texts, and processes that a spreadsheet holds whole."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from procmap.formats import Document, read_source, write
from procmap.model import (
    Activity,
    Control,
    Deadline,
    Duration,
    Event,
    Gateway,
    Lane,
    Note,
    Process,
    ProcessCard,
    Property,
    RecordRule,
    Responsibility,
    Risk,
    RosaAssessment,
    SequenceFlow,
    StepDetails,
    Trigger,
)

Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows], change=None) -> bytes:
    """Return a workbook of sheets given as rows; `change` gets the openpyxl workbook before it is saved."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def steps(text: str) -> list[list[str]]:
    """Return the rows of a table written as lines with `|` between cells."""
    return [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]


def read_steps(text: str, name: str = "steg.xlsx", **more: Rows) -> Document:
    """Return what a workbook holds whose sheet of steps is written as lines."""
    return read_source(workbook({"Steg": steps(text), **more}), name)


def only(document: Document) -> Process:
    """Return the only process of a file."""
    (process,) = document.processes
    return process


def again(process: Process, target: str = "x.xlsx", language: str = "nb") -> Process:
    """Return a process as it is read from the spreadsheet that is written of it."""
    return only(read_source(write((process,), target, language=language).content, target))


def ways(process: Process) -> list[str]:
    """Return the flows of a process as texts: `a > b [condition]`, with * for the default."""
    return [
        f"{flow.source} > {flow.target}"
        + (f" [{flow.name}{'*' if flow.default else ''}]" if flow.name or flow.default else "")
        for flow in process.flows
    ]


def types(process: Process) -> dict[str, str]:
    """Return the types of nodes by their ids."""
    return {node.id: node.type for node in process.nodes}


def codes(document: Document, *severities: str) -> list[str]:
    """Return the codes of a file's findings, of some severities or all."""
    return [finding.code for finding in document.findings if not severities or finding.severity in severities]


WORDS = st.sampled_from(
    (
        "Motta søknad",
        "Registrere",
        "=1+1",
        "a; b",
        '"sitat"',
        "linje 1\nlinje 2",
        "søknad 受付 🙂",
        "-",
        "'x",
        "x" * 200,
        "3 uker",
    )
)
_SHORT = st.sampled_from(("ja", "nei", "mer enn 3", "under 500 000 kr; over", "=ja"))
_UNITS = ("minutes", "hours", "days", "working-days", "weeks", "months", "years")
_TIMES = st.none() | st.builds(Duration, amount=st.decimals(0, 1000, places=1), unit=st.sampled_from(_UNITS))
_DEADLINES = st.none() | st.sampled_from(
    (
        Deadline(amount="3", unit="weeks", since="mottatt søknad", legal_basis="fvl. § 11 a"),
        Deadline(amount="12.5", unit="days"),
        Deadline(text="straks"),
        Deadline(text="1. april", legal_basis="opplæringslova § 2"),
    )
)
_LISTS = st.lists(WORDS, max_size=3, unique=True).map(tuple)
_DETAILS = st.builds(
    StepDetails,
    responsible=st.lists(
        st.builds(Responsibility, role=WORDS, letter=st.sampled_from(("responsible", "accountable", "informed"))),
        max_size=2,
    ).map(tuple),
    systems=_LISTS,
    documents_in=_LISTS,
    documents_out=_LISTS,
    legal_basis=_LISTS,
    work_time=_TIMES,
    lead_time=_TIMES,
    deadline=_DEADLINES,
    channel=st.sampled_from(("", "Altinn", "post")),
)
_TYPES = ("task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "scriptTask")


class _Growing:
    """A block-structured process in the making: what leads on is joined as it was parted."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.nodes: list = []
        self.flows: list[SequenceFlow] = []

    def id(self, stem: str) -> str:
        return f"{stem}{len(self.nodes)}"

    def flow(self, source: str, target: str, name: str = "", *, default: bool = False) -> None:
        self.flows.append(
            SequenceFlow(id=f"f{len(self.flows)}", source=source, target=target, name=name, default=default)
        )

    def task(self) -> str:
        draw = self.draw
        task = Activity(
            id=self.id("T"),
            name=draw(WORDS),
            type=draw(st.sampled_from(_TYPES)),
            details=draw(_DETAILS),
            documentation=draw(st.lists(WORDS, max_size=1).map(tuple)),
            properties=draw(st.lists(st.builds(Property, name=WORDS, value=WORDS), max_size=1).map(tuple)),
        )
        self.nodes.append(task)
        return task.id

    def gateway(self, kind: str) -> str:
        gateway = Gateway(id=self.id("G"), type=kind, name=self.draw(st.sampled_from(("", "", "Godkjent?"))))
        self.nodes.append(gateway)
        return gateway.id

    def block(self, depth: int) -> tuple[str, str]:
        """Add a block; return where it begins and ends."""
        kind = (
            self.draw(st.sampled_from(("task", "task", "sequence", "choice", "parallel", "loop"))) if depth else "task"
        )
        if kind == "task":
            task = self.task()
            return task, task
        if kind == "sequence":
            first, middle = self.block(depth - 1)
            after, last = self.block(depth - 1)
            self.flow(middle, after)
            return first, last
        if kind == "loop":
            join = self.gateway("exclusiveGateway")
            first, last = self.block(depth - 1)
            split = self.gateway("exclusiveGateway")
            self.flow(join, first)
            self.flow(last, split)
            self.flow(split, join, "om igjen")
            after = self.task()
            self.flow(split, after, "videre", default=True)
            return join, after
        gateway = "exclusiveGateway" if kind == "choice" else "parallelGateway"
        before = self.task()
        split = self.gateway(gateway)
        self.flow(before, split)
        ends = []
        names = self.draw(st.lists(_SHORT, min_size=2, max_size=3, unique=True))
        for place, name in enumerate(names):
            first, last = self.block(depth - 1)
            self.flow(split, first, name if kind == "choice" else "", default=kind == "choice" and place == 1)
            ends.append(last)
        join = self.gateway(gateway)
        for end in ends:
            self.flow(end, join)
        after = self.task()
        self.flow(join, after)
        return before, after


@st.composite
def holdable(draw: st.DrawFn) -> Process:
    """Return a process that a spreadsheet holds whole, but for the ids of flows and of gateways without a name."""
    growing = _Growing(draw)
    trigger = draw(
        st.sampled_from(
            ((), (Trigger(type="message", name="Søknad"),), (Trigger(type="timer", time="P3W", time_kind="duration"),))
        )
    )
    growing.nodes.append(Event(id="Start", name=draw(WORDS), type="startEvent", triggers=trigger))
    first, last = growing.block(draw(st.integers(0, 3)))
    growing.flow("Start", first)
    growing.nodes.append(Event(id="End", name=draw(st.sampled_from(("", "Ferdig"))), type="endEvent"))
    growing.flow(last, "End")
    tasks = [node.id for node in growing.nodes if isinstance(node, Activity)]
    if draw(st.booleans()):
        late = Event(
            id="Late",
            name="Frist ute",
            type="boundaryEvent",
            attached_to=tasks[0],
            interrupting=draw(st.booleans()),
            triggers=(Trigger(type="timer", time="P21D", time_kind="duration"),),
        )
        growing.nodes += [late, Event(id="End_late", type="endEvent")]
        growing.flow("Late", "End_late")
    some = st.lists(st.sampled_from(tasks), max_size=2, unique=True).map(lambda ids: tuple(sorted(ids)))
    risk = Risk(id="R-1", name=draw(WORDS), on=draw(some), cause=draw(WORDS), likelihood="2", impact="4", scale="")
    control = Control(
        id="K-1", name=draw(WORDS), on=draw(some), type="preventive", mode="manual", key=draw(st.booleans()),
        risks=draw(st.sampled_from(((), ("R-1",)))), position="before", guards=draw(some), blocking=True,
        legal_basis=draw(_LISTS),
    )  # fmt: skip
    rule = RecordRule(
        id="A-1", name=draw(WORDS), on=draw(some), disposal="dispose", direction="received", retention="10 år"
    )
    note = Note(id="M-1", name=draw(WORDS), on=draw(some), about="idea", text=draw(WORDS), by="saksbehandler")
    rosa = RosaAssessment(id=f"rosa_{tasks[-1]}", on=(tasks[-1],), level=draw(st.integers(1, 8)), reason=draw(WORDS))
    lanes = []
    for place, role in enumerate(("Saksbehandler", "Arkiv; post")):
        members = tuple(task for at, task in enumerate(tasks) if at % 2 == place)
        if members:
            lanes.append(Lane(id=f"L{place}", name=role, nodes=members))
    card = ProcessCard(
        name="Byggesøknad",
        organisation=draw(st.sampled_from(("", "Fjordvik"))),
        kind="support",
        volume_per_year=420,
        systems=draw(_LISTS),
    )
    return Process(
        id="P", name="Byggesøknad", card=card, nodes=tuple(growing.nodes), flows=tuple(growing.flows),
        lanes=tuple(lanes), attached=(risk, control, rule, note, rosa),
        documentation=draw(st.lists(WORDS, max_size=1).map(tuple)),
    )  # fmt: skip
