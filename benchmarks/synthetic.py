"""One service of many organisations, made at random: a process and copies of it that each organisation has changed.

The process has lines, choices, parallel ways and loops; its steps have roles, deadlines, documents and controls. Each
copy says the same in other words, lacks steps, has steps of its own, and does some in another order. The same seed
makes the same parties.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from procmap.alignment import Party
from procmap.model import (
    Activity,
    AttachedValue,
    Control,
    Deadline,
    Event,
    Gateway,
    Lane,
    Node,
    Process,
    ProcessCard,
    SequenceFlow,
    StepDetails,
)

ACTIONS = (
    ("Motta", "Ta imot"), ("Registrere", "Føre inn"), ("Kontrollere", "Sjekke"), ("Vurdere", "Ta stilling til"),
    ("Sende", "Oversende"), ("Arkivere", "Legge i arkivet"), ("Godkjenne", "Gi godkjenning av"),
    ("Innhente", "Be om"), ("Utarbeide", "Lage"), ("Signere", "Skrive under"), ("Publisere", "Kunngjøre"),
    ("Beregne", "Regne ut"), ("Fordele", "Tildele"), ("Avslutte", "Lukke"), ("Oppdatere", "Endre"),
    ("Bestille", "Rekvirere"), ("Planlegge", "Sette opp plan for"), ("Følge opp", "Purre på"),
    ("Drøfte", "Gå gjennom"), ("Kvalitetssikre", "Sikre kvaliteten av"),
)  # fmt: skip
THINGS = (
    ("søknad", "søknaden"), ("vedlegg", "bilag"), ("faktura", "regning"), ("vedtak", "vedtaksbrev"),
    ("kontrakt", "avtale"), ("gebyr", "avgift"), ("tegning", "plantegning"), ("uttalelse", "høringssvar"),
    ("klage", "klagesak"), ("melding", "varsel"), ("møte", "samtale"), ("rapport", "sluttrapport"),
    ("refusjon", "tilbakebetaling"), ("tilbud", "anbud"), ("journalpost", "dokument i journalen"),
    ("befaring", "tilsyn på stedet"), ("budsjett", "økonomiplan"), ("nøkkel", "adgangskort"),
    ("protokoll", "referat"), ("nabovarsel", "varsel til naboer"),
)  # fmt: skip
ROLES = (("Saksbehandler", "Rådgiver"), ("Arkiv", "Dokumentsenter"), ("Leder", "Enhetsleder"), ("Jurist", "Jurist"))
DROPPED, SWAPPED, ADDED, REWORDED = 0.1, 0.05, 0.05, 0.4
"""The shares of steps that a copy lacks, does in another order, has of its own, and calls otherwise."""

Shape = Literal["line", "choice", "parallel", "loop"]


@dataclass(frozen=True)
class Work:
    """A piece of work: the places of its words in ACTIONS and THINGS and of its role in ROLES, and days to its end."""

    action: int
    thing: int
    role: int
    days: int | None
    is_controlled: bool
    nth: int = 0


@dataclass(frozen=True)
class Block:
    """Some work, one after the other, or in two ways (halves), or with a way back."""

    shape: Shape
    works: tuple[Work, ...]


def parties(organisations: int, steps: int, seed: int) -> list[Party]:
    """Return that many organisations' ways of one process of about that many steps."""
    blocks = _original(steps, random.Random(f"{seed} process {steps}"))
    return [
        _party(f"Kommune {number:02}", blocks, random.Random(f"{seed} copy {steps} {number}"))
        for number in range(organisations)
    ]


def _original(steps: int, chance: random.Random) -> list[Block]:
    every = [(action, thing) for action in range(len(ACTIONS)) for thing in range(len(THINGS))]
    chosen = [every[number % len(every)] for number in chance.sample(range(max(steps, len(every))), steps)]
    works = [_work(words, chance, nth=number // len(every)) for number, words in enumerate(chosen)]
    blocks = []
    shapes: tuple[Shape, ...] = ("line", "choice", "line", "parallel", "line", "loop")
    while works:
        shape = shapes[len(blocks) % len(shapes)]
        size = chance.randint(2, 4)
        blocks.append(Block(shape, tuple(works[:size])))
        works = works[size:]
    return blocks


def _work(words: tuple[int, int], chance: random.Random, nth: int = 0) -> Work:
    days = chance.choice((None, None, None, 3, 14, 30))
    return Work(*words, chance.randrange(len(ROLES)), days, chance.random() < 0.1, nth)


def _changed(blocks: Iterable[Block], chance: random.Random) -> list[Block]:
    """Return blocks as one organisation has them."""
    changed = []
    for block in blocks:
        works = [work for work in block.works if chance.random() >= DROPPED]
        for place in range(len(works) - 1):
            if chance.random() < SWAPPED:
                works[place], works[place + 1] = works[place + 1], works[place]
        for _ in block.works:
            if chance.random() < ADDED:
                words = (chance.randrange(len(ACTIONS)), chance.randrange(len(THINGS)))
                works.insert(chance.randint(0, len(works)), _work(words, chance))
        works = [replace(work, days=chance.choice((7, 21))) if chance.random() < ADDED else work for work in works]
        if works:
            changed.append(Block(block.shape, tuple(works)))
    return changed


def _party(organisation: str, blocks: Iterable[Block], chance: random.Random) -> Party:
    drawing = _Drawing(chance)
    for block in _changed(blocks, chance):
        drawing.add(block)
    card = ProcessCard(organisation=organisation)
    return Party(organisation=organisation, process=drawing.process(card))


class _Drawing:
    """A process that grows at its end."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._nodes: list[Node] = [Event(id="start", type="startEvent")]
        self._flows: list[SequenceFlow] = []
        self._lanes: dict[int, list[str]] = {}
        self._attached: list[AttachedValue] = []
        self._roles = [chance.choice(names) for names in ROLES]
        self._last = "start"

    def add(self, block: Block) -> None:
        """Put a block at the end."""
        half = len(block.works) // 2
        if block.shape == "loop":
            entry = self._gateway("exclusiveGateway")
            self._flow(self._last, entry)
            self._last = self._line(block.works, entry)
            leave = self._gateway("exclusiveGateway", "Er alt i orden?")
            self._flow(self._last, leave)
            self._flow(leave, entry, "Nei")
            self._last = leave
        elif block.shape == "line" or not half:
            self._last = self._line(block.works, self._last)
        else:
            kind = "exclusiveGateway" if block.shape == "choice" else "parallelGateway"
            split = self._gateway(kind, "Er saken komplett?" if block.shape == "choice" else "")
            self._flow(self._last, split)
            ends = [self._line(works, split) for works in (block.works[:half], block.works[half:])]
            join = self._gateway(kind)
            for end in ends:
                self._flow(end, join)
            self._last = join

    def process(self, card: ProcessCard) -> Process:
        """Return what was drawn, with an end."""
        self._nodes.append(Event(id="end", type="endEvent"))
        self._flow(self._last, "end")
        lanes = tuple(
            Lane(id=f"lane{role}", name=self._roles[role], nodes=tuple(held)) for role, held in self._lanes.items()
        )
        return Process(
            id="process",
            name="Tjeneste",
            card=card,
            nodes=tuple(self._nodes),
            flows=tuple(self._flows),
            lanes=lanes,
            attached=tuple(self._attached),
        )

    def _line(self, works: Iterable[Work], source: str) -> str:
        for work in works:
            step = self._step(work)
            self._flow(source, step)
            source = step
        return source

    def _step(self, work: Work) -> str:
        words = (ACTIONS[work.action], THINGS[work.thing])
        action, thing = (self._chance.choice(said) if self._chance.random() < REWORDED else said[0] for said in words)
        deadline = None if work.days is None else Deadline(amount=Decimal(work.days), unit="days")
        details = StepDetails(deadline=deadline, documents_out=(thing,) if work.is_controlled else ())
        step = f"step{len(self._nodes)}"
        name = f"{action} {thing}" + (f" del {work.nth + 1}" if work.nth else "")
        self._nodes.append(Activity(id=step, name=name, details=details))
        self._lanes.setdefault(work.role, []).append(step)
        if work.is_controlled:
            owner = self._roles[work.role]
            self._attached.append(Control(id=f"control-{step}", name=f"Kontroll av {thing}", on=(step,), owner=owner))
        return step

    def _gateway(self, kind: Literal["exclusiveGateway", "parallelGateway"], name: str = "") -> str:
        gateway = f"gateway{len(self._nodes)}"
        self._nodes.append(Gateway(id=gateway, name=name, type=kind))
        return gateway

    def _flow(self, source: str, target: str, name: str = "") -> None:
        self._flows.append(SequenceFlow(id=f"flow{len(self._flows)}", source=source, target=target, name=name))
