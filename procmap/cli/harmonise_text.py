"""A harmonisation as text: the common process, the laws, what is open and where everything went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from procmap.cli.impact_text import impact_lines
from procmap.messages import ENGLISH, Translator
from procmap.reports.text import plain

if TYPE_CHECKING:
    from procmap.answers.harmonise import HarmoniseAnswer

_DETAIL = 240
"""How much of what breaks a law is shown, in characters."""


def harmonise_text(answer: HarmoniseAnswer, say: Translator = ENGLISH, questions: int | None = None) -> str:
    """Return what came out as lines: all of it, or in short with the first few `questions`."""
    if answer.common is None or answer.soundness is None:
        return ""
    common = answer.common
    sizes = (
        say.text("count-steps", count=len(common.steps)),
        say.text("count-gateways", count=len(common.gateways)),
        say.text("count-roles", count=len({step.role for step in common.steps if step.role})),
    )
    steps, attached, elements = len(answer.trace), len(answer.carried), len(answer.elements)
    lines = [
        say.text("common-written", target=common.source, name=common.name, sizes=", ".join(sizes)),
        *_state(answer, say),
        "",
        say.text("heading-fates"),
        f"  {say.text('count-steps', count=steps)}: {_counts((entry.fate for entry in answer.trace), say)}",
        f"  {say.text('count-attached', count=attached)}: {_counts((entry.fate for entry in answer.carried), say)}",
        f"  {say.text('count-elements', count=elements)}: {_counts((entry.fate for entry in answer.elements), say)}",
        "",
        say.text("heading-laws"),
        *_laws(answer, say),
        *_open(answer, questions, say),
        *impact_lines(answer, say, figures=questions is None),
    ]
    return "".join(f"{line}\n" for line in lines)


def _state(answer: HarmoniseAnswer, say: Translator) -> Iterator[str]:
    if answer.status == "ready":
        told = say.text("common-overridden", reason=answer.override) if answer.override else say.text("common-ready")
        yield f"  {plain(told)}"
    else:
        yield f"  {say.text('common-draft', count=len(answer.open))}"
    for finding in answer.blocking:
        yield f"  {say.word('severity', finding.severity)}: {finding.text}"
    for finding in answer.notes:
        if finding.severity in ("warning", "blocking"):
            yield f"  {say.word('severity', finding.severity)}: {finding.text}"


def _laws(answer: HarmoniseAnswer, say: Translator) -> Iterator[str]:
    yes, no = say.text("holds-yes"), say.text("holds-no")
    width = max(len(yes), len(no))
    for law in answer.invariants:
        detail = f": {_cut(law.detail, say)}" if law.detail and not law.holds else ""
        yield f"  {(yes if law.holds else no).ljust(width)} {say.word('law', law.name)}{detail}"


def _cut(detail: str, say: Translator) -> str:
    """Return the first sentences of a detail, whole words only."""
    return detail if len(detail) <= _DETAIL else f"{detail[:_DETAIL].rsplit(' ', 1)[0]} {say.text('cut-off')}"


def _open(answer: HarmoniseAnswer, shown: int | None, say: Translator) -> Iterator[str]:
    from procmap.reports.telling import answer_in_words

    if not answer.open:
        return
    yield ""
    yield say.text("heading-open")
    for question in answer.open[:shown]:
        yield f"  ? {question.question}"
        told = [f"{who}: {answer_in_words(question.kind, what, say)}" for who, what in question.answers.items() if what]
        if len(told) > 1:
            yield f"    {'; '.join(told)}"
    if shown is not None and len(answer.open) > shown:
        yield f"  {say.text('more-open', count=len(answer.open) - shown)}"


def _counts(fates: Iterable[str], say: Translator) -> str:
    counted = Counter(fates)
    order = ("carried", "moved", "open", "retired", "left_out")
    told = ", ".join(say.text(f"fate-{fate}", count=counted[fate]) for fate in order if counted[fate])
    return told or say.text("fate-none")
