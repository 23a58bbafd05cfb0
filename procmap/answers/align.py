"""`align`: which steps of several organisations belong together, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from procmap.alignment import Alignment, Doubt, Member, NameGroup, Party, Row, align
from procmap.alignment.values import Relation
from procmap.answers.people import read_confirmations, read_decisions
from procmap.answers.picking import Picked, pick
from procmap.answers.shapes import Answer, ProcessAnswer, UnreadFile, tell
from procmap.formats.lexicon import read_layers
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Confirmations, Decisions, Severity
from procmap.model.value import Value


class LinkAnswer(Value):
    """Evidence on two steps: `a` is the same as `b`, or part of it; `why` in sentences."""

    a: Member
    b: Member
    relation: Relation
    confidence: float
    why: tuple[str, ...]


class StepPlace(Value):
    """An element of a process: the id of the process in the answer, and its own."""

    process: str
    id: str


class DoubtAnswer(Value):
    """Something that is not sure, and the steps it is about."""

    code: str
    severity: Severity
    params: dict[str, str | int]
    text: str
    elements: tuple[StepPlace, ...]


class AlignAnswer(Answer):
    """Which steps belong together. Rows are the result, links the evidence.

    `states` are rows of events that only tell a state, as those of event-driven process chains do: they stand together
    when they have the same words, which says nothing of the work. `unread`: what could not be used.
    """

    processes: tuple[ProcessAnswer, ...] = ()
    rows: tuple[Row, ...] = ()
    states: tuple[Row, ...] = ()
    links: tuple[LinkAnswer, ...] = ()
    names: tuple[NameGroup, ...] = ()
    doubts: tuple[DoubtAnswer, ...] = ()
    unread: tuple[UnreadFile, ...] = ()


@dataclass(frozen=True)
class Aligned:
    """The parties that were picked and their alignment; none when something could not be used.

    `decisions` are those that were read with them: what they say of names counts in the alignment. `confirmations` are
    what people said of it.
    """

    picked: Picked
    alignment: Alignment | None
    decisions: Decisions | None = None
    confirmations: Confirmations | None = None

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties, sorted by id."""
        return self.picked.parties


def align_files(
    names: Sequence[str],
    *,
    process: str = "",
    confirm: str = "",
    decisions: str = "",
    references: Sequence[str] = (),
    lexicon: Sequence[str] = (),
    say: Translator = ENGLISH,
    versions_of: str = "",
    most_steps: int | None = None,
) -> Aligned:
    """Return the alignment of the processes that `names` cite (see `procmap.answers.picking`, also for `versions_of`).

    `confirm` is a file of confirmations, `decisions` one of decisions, of which those on names are used here, `lexicon`
    are files of layers over the shipped lexicon. Where anything cannot be used nothing is aligned: an answer that lacks
    an organisation would mislead.

    Raises procmap.model.BadInput before anything is aligned when they have more than `most_steps` in all.
    """
    picked = pick(names, process, references, say, versions_of)
    if most_steps is not None:
        check_steps(picked.parties, most_steps)
    confirmations, decided, known = None, None, None
    try:
        confirmations = read_confirmations(confirm) if confirm else None
    except BadInput as error:
        picked = _without(picked, confirm, error, say)
    try:
        decided = read_decisions(decisions) if decisions else None
    except BadInput as error:
        picked = _without(picked, decisions, error, say)
    try:
        known = read_layers(lexicon) if lexicon else None
    except BadInput as error:
        picked = _without(picked, str(error.finding.params.get("source", "")), error, say)
    if picked.unread:
        return Aligned(picked, None)
    return Aligned(picked, align(picked.parties, confirmations, decided, lexicon=known), decided, confirmations)


def check_steps(parties: Sequence[Party], most: int) -> None:
    """Refuse parties with more than so many steps in all. Raises procmap.model.BadInput."""
    steps = sum(len(party.process.steps) for party in parties)
    if steps > most:
        raise BadInput("draw-too-many-steps", steps=steps, most=most)


def _without(picked: Picked, source: str, error: BadInput, say: Translator) -> Picked:
    unread = UnreadFile(source=source, error=tell(error.finding, say=say))
    return Picked(picked.parties, picked.sources, (*picked.unread, unread))


def align_answer(aligned: Aligned, say: Translator = ENGLISH) -> AlignAnswer:
    """Return an alignment as an answer."""
    alignment = aligned.alignment or Alignment()
    return AlignAnswer(
        processes=aligned.picked.processes,
        rows=alignment.work,
        states=alignment.states,
        links=links_of(alignment, say),
        names=alignment.names,
        doubts=tuple(doubt_answer(doubt, say) for doubt in alignment.doubts),
        unread=aligned.picked.unread,
    )


def links_of(alignment: Alignment, say: Translator = ENGLISH) -> tuple[LinkAnswer, ...]:
    """Return the links of an alignment with their reasons as sentences."""
    return tuple(
        LinkAnswer(
            a=link.a,
            b=link.b,
            relation=link.relation,
            confidence=link.confidence,
            why=tuple(say.sentence(finding) for finding in link.why),
        )
        for link in alignment.links
    )


def doubt_answer(doubt: Doubt, say: Translator = ENGLISH) -> DoubtAnswer:
    """Return a doubt with its sentence."""
    return DoubtAnswer(
        code=doubt.finding.code,
        severity=doubt.finding.severity,
        params=doubt.finding.params,
        text=say.sentence(doubt.finding),
        elements=tuple(StepPlace(process=member.process, id=member.step) for member in doubt.steps),
    )
