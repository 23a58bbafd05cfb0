"""Projects in which every text that somebody can give is hostile.

Commands are filled by looking at their fields: a new command, or a new field of one, is covered by itself. Only what a
command cites (ids of records, of steps, of scales) stays as it is; else nothing would be found.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from procmap.behaviour import References
from procmap.editing import add_step, new_process
from procmap.formats import read
from procmap.model import (
    BadInput,
    Confirmations,
    Control,
    Decision,
    Decisions,
    Note,
    Process,
    RecordRule,
    Risk,
    RosaAssessment,
    Scale,
    to_json,
)
from procmap.model.attached import ScaleLevel
from procmap.model.card import Indicator
from procmap.model.decisions import About
from procmap.workspace import Person, commands, create_project, values
from procmap.workspace.command import MOST_OF_A_NAME, Command
from procmap.workspace.parties import drawn_process
from tests.workspace.samples import SAMPLES, WAYS

V = TypeVar("V", bound=BaseModel)
Texts = Callable[[str], str]
"""Gives a hostile text for what stood there: the same for the same, so that what belongs together stays together."""

ALL = (
    "<script>window.hit=1</script><img src=x onerror=window.hit=1><img src=//evil.example/a.png>"
    "]]></text></svg><b onclick='window.hit=1'>b</b>"
    "[a](javascript:window.hit=1)[b](https://evil.example)![c](https://evil.example/a.png)"
    " https://evil.example www.evil.example a@evil.example $\\frac{a}{b}$ $$x^2$$ :material/skull: :tada: :red[rød]"
    " :blue-background[b] **fet** `kode` &lt;i&gt; &amp; {name} {{0}} %s %(a)s \\ \" ' \u202egnp.exe\u202c \u2067\u05d0"
    " \x01\x08\x1b[31m\x7f\ufffe \t\r\n# h\n\n- li\n\n1. li\n\n> q\n\n```\nx\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
)
"""What a page, a file or a program could take for more than text."""

FORMULAS = ('=HYPERLINK("http://evil.example","x")', "+1+1", "@SUM(A1)", "-2+3", "\t=1+1", "\r=1+1", "=1+1")
"""What a spreadsheet takes for a formula where a cell begins with it."""

LETTERS = ("=1", "<b", "$x", ":s", "@a", "\u202e\u05d0")
"""What could be taken for more than the letter of an organisation."""

LONG = 100_000

NOT_TEXT = frozenset((
    "id", "service", "process", "organisation", "decision", "cause", "note", "element", "step", "source", "edited",
    "value_id", "replaces", "instead_of", "withdrawn", "confirmations", "scale", "parent", "pool",
    "attached_to", "refers_to", "scope", "lane_set", "node", "nodes", "members", "target", "sources", "on", "guards",
    "source_fingerprint", "from_", "about", "setting", "risks", "next_workshop", "activity", "kind",
))  # fmt: skip
"""Fields that cite something, by an id that a program gave."""

WITH_SOURCE = (RecordRule, Scale, Indicator)
"""Values whose `source` and `target` are texts."""


def hostile(said: str) -> str:
    """Return a hostile text of some lines; those of different texts are different from their first characters on."""
    return f"{FORMULAS[sum(map(ord, said)) % len(FORMULAS)]} {said} {ALL}"


def named(said: str) -> str:
    """Return a hostile text that is as long as the name of an organisation may be."""
    return f"{FORMULAS[sum(map(ord, said)) % len(FORMULAS)]} {said} {ALL}"[:MOST_OF_A_NAME]


def plain(said: str) -> str:
    """Return a text as it is: for projects that only are to have something in every field."""
    return said


def endless(said: str) -> str:
    """Return one word that is longer than any page is wide."""
    return f"{said.split(' ', maxsplit=1)[0]}{'W' * LONG}"[:LONG]


def endless_name(said: str) -> str:
    """Return one word that is as long as the name of an organisation may be."""
    return endless(said)[:MOST_OF_A_NAME]


def filled(value: V, text: Texts) -> V:
    """Return a value with another text in each field that holds one, also in the values within it.

    What a field does not take (a date, a colour) stays as it is.
    """
    made = value
    for name, field in type(value).model_fields.items():
        now = getattr(value, name)
        if name in NOT_TEXT and not isinstance(value, WITH_SOURCE) and not _has_values(now):
            continue
        changed = _other(now, field.annotation, f"{type(value).__name__} {name}", text)
        if changed != now:
            try:
                made = made.replace(**{name: changed})
            except ValidationError:
                continue
    return made


def _has_values(now: Any) -> bool:
    return isinstance(now, BaseModel) or (isinstance(now, tuple) and any(isinstance(each, BaseModel) for each in now))


def _other(now: Any, annotation: Any, field: str, text: Texts) -> Any:
    """Return what stands in a field instead of `now`; an empty text gets one that tells the field."""
    if isinstance(now, str):
        return text(now or field) if str in _kinds(annotation) else now
    if isinstance(now, values.StepReference):
        return now
    if isinstance(now, BaseModel):
        return filled(now, text)
    if isinstance(now, tuple):
        inner = [each for each in get_args(annotation) if each is not Ellipsis]
        if not now and inner == [str]:
            return (text(field),)
        return tuple(_other(each, inner[0] if inner else None, field, text) for each in now)
    return now


def _kinds(annotation: Any) -> Iterator[Any]:
    """Yield what an annotation allows; choices of words are not texts."""
    if get_origin(annotation) in (Union, types.UnionType):
        for each in get_args(annotation):
            yield from _kinds(each)
    elif hasattr(annotation, "__metadata__"):
        yield from _kinds(annotation.__origin__)
    else:
        yield annotation


def small_processes() -> list[Process]:
    """Return three short processes: with texts as long as they may be, more steps are no other test."""
    made = []
    for organisation, labels in WAYS.items():
        process, last = new_process("Byggesøknad", organisation), "Start_1"
        for label in labels[:2]:
            process, last = add_step(process, label, after=last)
        made.append(process)
    return made


class HostileProject:
    """A project, and what gives commands of every kind on it."""

    def __init__(self, location: str, text: Texts = hostile, name: Texts = named) -> None:
        self.text, self.name = text, name
        self.refused: list[tuple[type[Command], BadInput]] = []
        self.by = Person(name=name("Kari"), role="facilitator")
        self.project = create_project(location, name("Ny kommune"), self.by)
        self.do(commands.AddService(called="Søknad"))
        rich = read(str(SAMPLES / "byggesoknad" / "fjordvik.bpmn")).processes[0]
        processes = [*([] if text is endless else [rich]), *small_processes()]
        self._processes = [filled(process, text) for process in processes[:3]]
        self.do(self.import_processes())

    def do(self, command: Command, *, fill: bool = True) -> bool:
        """Carry out a command with hostile texts; with names where texts are too long. Return whether it was done."""
        for given in (filled(command, text) for text in (self.text, self.name)) if fill else (command,):
            try:
                self.project.do(given, self.by)
            except BadInput as error:
                self.refused.append((type(command), error))
            else:
                return True
        return False

    @property
    def service(self) -> str:
        return self.project.state().services[0].id

    def import_processes(self) -> Command:
        brought = [
            commands.Incoming(
                organisation=self.name(f"{number}-kommune"),
                source_name=self.name("fil.json"),
                source=to_json((process,)).encode(),
                element=process.id,
            )
            for number, process in enumerate(self._processes)
        ]
        return commands.ImportProcesses(service=self.service, incoming=tuple(brought))

    def prototypes(self) -> dict[type[Command], Callable[[], Command]]:
        """Return what makes a command of each kind that could be carried out now."""
        c = commands
        return {
            c.AddService: lambda: c.AddService(called="Tjeneste"),
            c.AddOrganisation: lambda: c.AddOrganisation(called="Fylket", letter="F"),
            c.AddFiles: lambda: c.AddFiles(service="Filer", incoming=(self._incoming(0, "Fra fil"),)),
            c.ImportProcesses: lambda: c.ImportProcesses(
                service=self.service, incoming=(self._incoming(1, "Ny", variant="Digital"),)
            ),
            c.ReplaceSource: lambda: c.ReplaceSource(process=self._entry, incoming=self._incoming(0, "x")),
            c.EditProcess: lambda: c.EditProcess(
                process=self._entry, before=self._drawn, now=self._drawn.replace(name=self.text("Nytt")), step="Steg"
            ),
            c.MoveProcess: lambda: c.MoveProcess(
                process=self._entry, organisation=self.name("Flyttet"), variant="Papir"
            ),
            c.ChangeService: lambda: c.ChangeService(service=self._state.services[0]),
            c.ChangeOrganisation: lambda: c.ChangeOrganisation(organisation=self._state.organisations[-1]),
            c.ChangeOrganisations: lambda: c.ChangeOrganisations(organisations=self._state.organisations),
            c.Confirm: lambda: c.Confirm(service=self.service, kind="alone", steps=self._steps[-1:]),
            c.Rearrange: lambda: c.Rearrange(
                service=self.service,
                step="Steg",
                made=(c.Confirm(service=self.service, kind="alone", steps=self._steps[-2:-1]),),
            ),
            c.Withdraw: lambda: c.Withdraw(confirmations=(self._state.confirmations[0].id,)),
            c.TakeConfirmations: lambda: c.TakeConfirmations(
                service=self.service, confirmations=Confirmations(alone=self._steps[-3:-2])
            ),
            c.Decide: lambda: c.Decide(service=self.service, decisions=(self._decision(0), self._decision(1))),
            c.TakeDecisions: lambda: c.TakeDecisions(
                service=self.service, decisions=Decisions(decisions=(self._decision(2),))
            ),
            c.Sign: lambda: c.Sign(
                decision=self._state.decisions[-1].id, organisation=self._state.organisations[0].id, agrees=False
            ),
            c.CallReady: lambda: c.CallReady(service=self.service, reason="Haster"),
            c.ChangeSetting: lambda: c.ChangeSetting(setting="name", value="Prosjektet"),
            c.SetScale: lambda: c.SetScale(
                scale=Scale(id="skala", name="Skala", levels=(ScaleLevel(value="1", name="Lav", colour="#2e7d32"),))
            ),
            c.AddNote: lambda: c.AddNote(service=self.service, text="Notat", steps=self._steps[:1]),
            c.ChangeNote: lambda: c.ChangeNote(note=self._state.notes[0]),
            c.RemoveNote: lambda: c.RemoveNote(note=self._state.notes[0].id),
            c.GiveCause: lambda: c.GiveCause(service=self.service, steps=self._steps[:1], kind="law"),
            c.RemoveCause: lambda: c.RemoveCause(cause=self._state.causes[0].id),
            c.SetAttached: lambda: self.attached()[0],
            c.RemoveAttached: lambda: c.RemoveAttached(process=self._entry.id, kind="control", value_id="k-ny"),
            c.RemoveOrganisation: lambda: c.RemoveOrganisation(organisation=self._unused),
            c.RemoveProcess: lambda: c.RemoveProcess(process=self._state.processes[-1].id),
            c.RemoveService: lambda: c.RemoveService(service=self._state.services[-1].id),
        }

    def attached(self) -> list[Command]:
        """Return commands that attach a new value of each kind to a step."""
        made = (Control(id="k-ny"), Risk(id="r-ny"), RosaAssessment(id="s-ny"), RecordRule(id="d-ny"), Note(id="n-ny"))
        return [
            commands.SetAttached(process=self._entry.id, value=value, step=self._steps[number % len(self._steps)])
            for number, value in enumerate(made)
        ]

    def fill(self) -> None:
        """Do everything that adds or changes something, and keep a state of a hostile name."""
        for kind, make in self.prototypes().items():
            if not kind.__name__.startswith(("Remove", "Withdraw", "AddFiles", "TakeConfirmations")):
                self.do(make())
        for each in self.attached():
            self.do(each)
        for note in ("note", "problem", "idea"):
            self.do(commands.AddNote(service=self.service, text=f"Om {note}", kind=note, steps=self._steps[:1]))
        marked = [
            one.replace(letter=letter, is_reference=letter == LETTERS[-1])
            for one, letter in zip(self._state.organisations, LETTERS, strict=False)
        ]
        self.do(commands.ChangeOrganisations(organisations=tuple(marked)), fill=False)
        self.project.snapshot(self.name("Stand"), self.by)

    @property
    def _state(self) -> Any:
        return self.project.state()

    @property
    def _entry(self) -> Any:
        return self._state.processes[0]

    @property
    def _drawn(self) -> Process:
        return drawn_process(self.project, self._entry)

    @property
    def _steps(self) -> tuple[values.StepReference, ...]:
        made = References(self._drawn)
        owner = self._state.organisation(self._entry.organisation).name
        return tuple(made.make(step.id, owner) for step in self._drawn.steps)

    @property
    def _unused(self) -> str:
        used = {one.organisation for one in self._state.processes}
        return next(one.id for one in self._state.organisations if one.id not in used)

    def _decision(self, number: int) -> Decision:
        return Decision(id="", about=About(steps=self._steps[number : number + 1]), choice="keep")

    def _incoming(self, number: int, organisation: str, variant: str = "") -> commands.Incoming:
        process = self._processes[number]
        source = to_json((process,)).encode()
        return commands.Incoming(
            organisation=self.name(organisation),
            variant=variant,
            source_name="fil.json",
            source=source,
            element=process.id,
        )
