"""A harmonisation as text: the common process, the laws, what is open and where everything went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.cli.text import count

if TYPE_CHECKING:
    from procmap.answers.harmonise import HarmoniseAnswer

_QUESTIONS = 12
_DETAIL = 240
"""How much of what breaks a law is shown, in characters."""
_LAWS = {
    "unanimity": "what all agree on holds",
    "accounting": "every step has one fate",
    "nothing_lost": "nothing attached is lost",
    "derivability": "each process can be derived back",
    "soundness": "it can run to its end",
}


def harmonise_text(answer: HarmoniseAnswer, questions: int = _QUESTIONS) -> str:
    """Return what came out as lines; beyond the first few `questions`, they stand in the JSON."""
    if answer.common is None or answer.soundness is None:
        return ""
    lines = [
        f'{answer.common.source}: "{answer.common.name}", '
        f"{count(len(answer.common.steps), 'step')}, {count(len(answer.common.gateways), 'gateway')}, "
        f"{count(len({step.role for step in answer.common.steps if step.role}), 'role')}",
        *_state(answer),
        "",
        "Where everything went",
        f"  {count(len(answer.trace), 'step')}: {_counts(entry.fate for entry in answer.trace)}",
        f"  {count(len(answer.carried), 'attached value')}: {_counts(entry.fate for entry in answer.carried)}",
        "",
        "What holds",
        *(
            f"  {'yes' if law.holds else 'NO '} {_LAWS[law.name]}{f': {_cut(law.detail)}' if law.detail else ''}"
            for law in answer.invariants
        ),
        *_open(answer, questions),
    ]
    return "".join(f"{line}\n" for line in lines)


def _state(answer: HarmoniseAnswer) -> Iterator[str]:
    if answer.status == "ready":
        yield "  ready"
        return
    yield f"  a draft: {count(len(answer.open), 'question')} to decide"
    for finding in answer.blocking:
        yield f"  blocking: {finding.text}"
    for finding in answer.notes:
        if finding.severity in ("warning", "blocking"):
            yield f"  {finding.severity}: {finding.text}"


def _cut(detail: str) -> str:
    """Return the first sentences of a detail, whole words only."""
    return detail if len(detail) <= _DETAIL else f"{detail[:_DETAIL].rsplit(' ', 1)[0]} … (--format json shows all)"


def _open(answer: HarmoniseAnswer, shown: int) -> Iterator[str]:
    if not answer.open:
        return
    yield ""
    yield "To decide"
    for question in answer.open[:shown]:
        yield f"  ? {question.question}"
        told = [f"{who}: {what}" for who, what in question.answers.items() if what]
        if len(told) > 1:
            yield f"    {'; '.join(told)}"
    if len(answer.open) > shown:
        yield f"  … and {len(answer.open) - shown} more (--format json shows all)"


def _counts(fates: Iterator[str]) -> str:
    counted = Counter(fates)
    order = ("carried", "moved", "open", "retired")
    return ", ".join(f"{counted[fate]} {fate}" for fate in order if counted[fate]) or "none"
