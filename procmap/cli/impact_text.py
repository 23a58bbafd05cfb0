"""What a common process changes for each organisation, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from procmap.messages import Translator

if TYPE_CHECKING:
    from procmap.answers.harmonise import HarmoniseAnswer
    from procmap.harmonisation.impact_values import Impact


def impact_lines(answer: HarmoniseAnswer, say: Translator) -> Iterator[str]:
    """Yield what changes for each organisation, and what is assumed of a typical case; the steps stand in the JSON."""
    if answer.impact is None:
        return
    yield ""
    yield say.text("heading-impact")
    for impact in answer.impact.processes:
        yield f"  {impact.process}: {_steps(impact, say)}"
        yield f"    {_of_path('impact-activities', len(impact.before.steps), len(impact.after.steps), say)}"
        yield f"    {_of_path('impact-handoffs', impact.before.handoffs, impact.after.handoffs, say)}"
        yield from _times(impact, say)
        yield from _controls(impact, say)
    yield from (f"  {assumed.text}" for assumed in answer.impact.assumptions)


def _steps(impact: Impact, say: Translator) -> str:
    counts = {
        "new": sum(1 for new in impact.new if not new.open),
        "undecided": sum(1 for new in impact.new if new.open),
        "gone": len(impact.gone),
        "role": sum(1 for each in impact.changed if (each.field, each.change) == ("role", "moved")),
        "system": sum(1 for each in impact.changed if (each.field, each.change) == ("system", "moved")),
        "name": sum(1 for each in impact.changed if each.change == "perhaps_name"),
        "beside": sum(1 for each in impact.changed if each.change == "beside"),
    }
    told = [say.text(f"impact-{kind}", count=count) for kind, count in counts.items() if count]
    return ", ".join(told) or say.text("impact-nothing")


def _of_path(code: str, before: int, after: int, say: Translator) -> str:
    return say.text(code, before=before, after=after)


def _times(impact: Impact, say: Translator) -> Iterator[str]:
    """Yield work time and lead time, each where somebody tells of it."""
    from procmap.reports.durations import time_taken

    before, after = impact.before, impact.after
    for code, one, other in (
        ("impact-work-time", before.work_time, after.work_time),
        ("impact-lead-time", before.lead_time, after.lead_time),
    ):
        if one.known or other.known:
            yield f"    {say.text(code, before=time_taken(one, say), after=time_taken(other, say))}"


def _controls(impact: Impact, say: Translator) -> Iterator[str]:
    controls = impact.controls
    kept, lost, new = len(controls.kept), len(controls.lost), len(controls.new)
    if kept + lost + new:
        yield f"    {say.text('impact-controls', before=kept + lost, after=kept + new, new=new, lost=lost)}"
