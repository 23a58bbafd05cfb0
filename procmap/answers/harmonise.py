"""`harmonise`: one common process, where everything went, and what is still to be decided."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from pydantic import Field

from procmap.alignment import Member
from procmap.answers.align import Aligned, align_files
from procmap.answers.check import SoundnessAnswer
from procmap.answers.compare import CompareAnswer, compare_aligned, compare_answer
from procmap.answers.shapes import FindingAnswer, ProcessAnswer, describe, names_of, tell
from procmap.comparison import Comparison
from procmap.formats import write, write_bytes
from procmap.formats.document import Platform, Written
from procmap.harmonisation import Harmonisation, aligned_union, harmonise
from procmap.harmonisation.impact_values import Impact
from procmap.harmonisation.values import (
    ElementFate,
    ElementFateWord,
    OtherValue,
    ProposalEntry,
    Status,
    StepFate,
    TraceEntry,
)
from procmap.messages import ENGLISH, LanguageCode, Translator
from procmap.model import BadInput, Confirmations, Decisions, Fate, Finding
from procmap.model.decisions import OpenQuestion
from procmap.model.value import Value

COMMON = "common"
QUESTION_FILES = (".xlsx", ".json")
"""What the files that people answer questions in end with."""


class TraceAnswer(Value):
    """What became of a source step: `to` is an element of the common process, null only with a decision."""

    from_: Member = Field(alias="from")
    fate: StepFate
    to: str | None
    decision: str | None


class ProposalAnswer(Value):
    """A value proposed for a field of a common step, the parties that have it, and why it was chosen.

    Without rows it is a field of the process. `others` are the values that were not taken, and who has them.
    """

    rows: tuple[str, ...]
    field: str
    value: str
    from_: tuple[str, ...] = Field(alias="from")
    others: tuple[OtherValue, ...] = ()
    why: str


class ElementFateAnswer(Value):
    """What became of an element of a process that is no step; `kind` is its name in BPMN.

    `why` says why it was left out, or what it says that the common process does not.
    """

    process: str
    element: str
    kind: str
    fate: ElementFateWord
    to: str | None
    decision: str | None
    why: tuple[str, ...] = ()


class InvariantAnswer(Value):
    """A law of the result: whether it holds, and what breaks it."""

    name: str
    holds: bool
    detail: str


class AssumptionAnswer(Value):
    """Something that figures rest on."""

    code: str
    text: str


class ImpactAnswer(Value):
    """What changes for each organisation, and what is assumed of a typical case and its times."""

    assumptions: tuple[AssumptionAnswer, ...]
    processes: tuple[Impact, ...]


class HarmoniseAnswer(CompareAnswer):
    """The common process with the trace of every source step, the fate of all that is attached, and what is open."""

    common: ProcessAnswer | None = None
    trace: tuple[TraceAnswer, ...] = ()
    carried: tuple[Fate, ...] = ()
    elements: tuple[ElementFateAnswer, ...] = ()
    proposal: tuple[ProposalAnswer, ...] = ()
    invariants: tuple[InvariantAnswer, ...] = ()
    soundness: SoundnessAnswer | None = None
    open: tuple[OpenQuestion, ...] = ()
    notes: tuple[FindingAnswer, ...] = ()
    impact: ImpactAnswer | None = None
    status: Status = "draft"
    blocking: tuple[FindingAnswer, ...] = ()
    override: str = ""


@dataclass(frozen=True)
class Harmonised:
    """What was aligned, compared and harmonised; the last two are None when something could not be used."""

    aligned: Aligned
    comparison: Comparison | None
    result: Harmonisation | None


def harmonise_files(
    names: Sequence[str],
    *,
    process: str = "",
    confirm: str = "",
    decisions: str = "",
    references: Sequence[str] = (),
    lexicon: Sequence[str] = (),
    keep: int | None = None,
    override: str = "",
    say: Translator = ENGLISH,
) -> Harmonised:
    """Return the common process of those that `names` cite (see `procmap.answers.picking`).

    `confirm` and `decisions` are files of what people said, `lexicon` those of layers over the shipped lexicon; `keep`
    is in how many organisations a row must be to be kept without a decision, `override` why the result is ready
    although something blocks. Where anything cannot be used nothing is composed.
    """
    aligned = align_files(
        names, process=process, confirm=confirm, decisions=decisions, references=references, lexicon=lexicon, say=say
    )
    comparison = compare_aligned(aligned)
    if aligned.alignment is None or comparison is None:
        return Harmonised(aligned, None, None)
    result = harmonise(aligned.parties, aligned.alignment, keep, aligned.decisions, override)
    return Harmonised(aligned, comparison, result)


def write_common(
    result: Harmonisation,
    target: str,
    *,
    force: bool = False,
    language: LanguageCode = "en",
    mirror: Platform | None = None,
) -> tuple[Finding, ...]:
    """Write the common process in the format that the name `target` ends with; return what should be known of it.

    `language`: of lines that people read in it; `mirror`: the tool whose properties are to tell the same.

    Raises procmap.model.BadInput when the format is not known or the file cannot be written.
    """
    written = common_content(result, target, language=language, mirror=mirror)
    write_bytes(target, written.content, force=force)
    return written.findings


def common_content(
    result: Harmonisation, target: str, *, language: LanguageCode = "en", mirror: Platform | None = None
) -> Written:
    """Return the common process as the content of the file `target`, as `write_common` writes it. Raises BadInput."""
    return write((result.common,), target, language=language, platform=mirror)


def write_union(harmonised: Harmonised, target: str, *, force: bool = False, language: LanguageCode = "en") -> None:
    """Write the aligned union, from which each source can be derived back, in the format of the name `target`.

    Raises procmap.model.BadInput when the format is not known or the file cannot be written.
    """
    content = union_content(harmonised, target, language=language)
    if content:
        write_bytes(target, content, force=force)


def union_content(harmonised: Harmonised, target: str, *, language: LanguageCode = "en") -> bytes:
    """Return the aligned union as the content of a file, empty where nothing was aligned. Raises BadInput."""
    if harmonised.aligned.alignment is None:
        return b""
    union = aligned_union(harmonised.aligned.parties, harmonised.aligned.alignment)
    return write((union,), target, language=language).content


def harmonise_answer(harmonised: Harmonised, target: str = "", say: Translator = ENGLISH) -> HarmoniseAnswer:
    """Return a harmonisation as an answer; `target` is the file that the common process was written to."""
    compared = compare_answer(harmonised.aligned, harmonised.comparison, say)
    base = {field: getattr(compared, field) for field in CompareAnswer.model_fields}
    from procmap.reports.impact_words import ASSUMPTIONS

    result = harmonised.result
    if result is None:
        return HarmoniseAnswer(**base)
    names = names_of([result.common])
    return HarmoniseAnswer(
        **base,
        common=describe(result.common, COMMON, target, result.common.card.organisation),
        trace=tuple(_trace(entry) for entry in result.trace),
        carried=result.carried,
        elements=tuple(_element(entry, say) for entry in result.elements),
        proposal=tuple(_proposal(entry, say) for entry in result.proposal),
        invariants=tuple(
            InvariantAnswer(name=law.name, holds=law.holds, detail=_sentences(law.detail, say))
            for law in result.invariants
        ),
        soundness=SoundnessAnswer(
            verdict=result.verdict.verdict, path=result.verdict.path, text=_sentences(result.verdict.findings, say)
        ),
        open=open_questions(result, say),
        notes=tuple(tell(finding, names, say) for finding in result.notes),
        impact=ImpactAnswer(
            assumptions=tuple(AssumptionAnswer(code=code, text=say.text(code)) for code in ASSUMPTIONS),
            processes=result.impact,
        ),
        status=result.status,
        blocking=tuple(tell(finding, names, say) for finding in result.blocking),
        override=result.override,
    )


def open_questions(result: Harmonisation, say: Translator = ENGLISH) -> tuple[OpenQuestion, ...]:
    """Return what is still to be decided, with the questions as sentences."""
    return tuple(
        OpenQuestion(
            id=asked.id,
            kind=asked.kind,
            question=say.sentence(asked.question),
            about=asked.about,
            proposal=asked.proposal,
            answers=asked.answers,
        )
        for asked in result.open
    )


def questions_file(harmonised: Harmonised, target: str, say: Translator = ENGLISH) -> bytes:
    """Return a file of decisions to fill in: those that were given, and every open question with its proposal.

    It is a workbook or JSON, as the name `target` ends with (`.xlsx`, `.json`), and can be given to `--decisions`
    again; empty where nothing was composed. Raises procmap.model.BadInput for any other ending.
    """
    if PurePath(target).suffix.lower() not in QUESTION_FILES:
        raise BadInput("unknown-target", target=target, known=", ".join(QUESTION_FILES))
    if harmonised.result is None:
        return b""
    given = harmonised.aligned.decisions or Decisions()
    decisions = given.replace(open=open_questions(harmonised.result, say))
    if PurePath(target).suffix.lower() == ".xlsx":
        from procmap.reports import decision_workbook

        picked = harmonised.aligned.picked
        return decision_workbook(picked.parties, decisions, picked.sources, say)
    return people_json(decisions)


def people_json(said: Decisions | Confirmations) -> bytes:
    """Return what people said as JSON, which `--decisions` or `--confirm` reads again."""
    told = said.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    whole = json.dumps({"procmap": said.procmap, **told}, ensure_ascii=False, indent=1)
    return f"{whole}\n".encode("utf-8", "replace")


def _trace(entry: TraceEntry) -> TraceAnswer:
    step = Member(process=entry.process, step=entry.step)
    return TraceAnswer(from_=step, fate=entry.fate, to=entry.to, decision=entry.decision)


def _proposal(entry: ProposalEntry, say: Translator) -> ProposalAnswer:
    return ProposalAnswer(
        rows=entry.rows,
        field=entry.field,
        value=entry.value,
        from_=entry.from_,
        others=entry.others,
        why=say.sentence(entry.why),
    )


def _element(entry: ElementFate, say: Translator) -> ElementFateAnswer:
    return ElementFateAnswer(
        process=entry.process,
        element=entry.element,
        kind=entry.kind,
        fate=entry.fate,
        to=entry.to,
        decision=entry.decision,
        why=tuple(say.sentence(finding) for finding in entry.why),
    )


def _sentences(findings: Sequence[Finding], say: Translator) -> str:
    return " ".join(say.sentence(finding) for finding in findings)
