"""What a common process changes for an organisation, in words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from procmap.harmonisation.impact_values import Impact, PathFigures, TimeTaken
from procmap.messages import Translator
from procmap.model import Duration

ASSUMPTIONS = ("impact-way-assumed", "impact-common-way-assumed", "impact-times-assumed")
"""The texts on what is assumed of a typical case."""


class ImpactFigure(NamedTuple):
    """A figure before and after, as texts; `code` is what its sentence is called too."""

    code: str
    before: str
    after: str


def impact_summary(impact: Impact, say: Translator) -> str:
    """Return how many steps are new, go, or are done by others or elsewhere, in one line."""
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


def impact_figures(impact: Impact, say: Translator) -> Iterator[ImpactFigure]:
    """Yield the figures of a typical case and of the controls.

    Handoffs and times are told where some activity has a role or a time, today or later.
    """
    before, after, controls = impact.before, impact.after, impact.controls
    yield ImpactFigure("activities", say.number(len(before.steps)), say.number(len(after.steps)))
    if before.roles_known or after.roles_known:
        yield ImpactFigure("handoffs", _handoffs(before, say), _handoffs(after, say))
    for code, one, other in (
        ("work-time", before.work_time, after.work_time),
        ("lead-time", before.lead_time, after.lead_time),
    ):
        if one.known or other.known:
            yield ImpactFigure(code, _time_taken(one, say), _time_taken(other, say))
    kept, lost, new = len(controls.kept), len(controls.lost), len(controls.new)
    if kept + lost + new:
        yield ImpactFigure("controls", say.number(kept + lost), say.number(kept + new))


def figure_sentence(figure: ImpactFigure, say: Translator) -> str:
    """Return a figure before and after as a sentence."""
    return say.text(f"impact-{figure.code}", before=figure.before, after=figure.after)


def _handoffs(figures: PathFigures, say: Translator) -> str:
    """Return how many handoffs are known, and how many activities have a role where not all do."""
    count = len(figures.steps)
    if not figures.roles_known:
        return say.text("impact-no-roles", count=count)
    if figures.roles_known < count:
        number = say.number(figures.handoffs)
        return say.text("impact-some-roles", handoffs=number, known=figures.roles_known, count=count)
    return say.number(figures.handoffs)


def _time_taken(time: TimeTaken, say: Translator) -> str:
    """Return how long a typical case takes, and how many of its steps tell how long they take."""
    if not time.known:
        return say.text("impact-unknown", count=time.of)
    return say.text("impact-known", time=_durations(time.total, say), known=time.known, count=time.of)


def _durations(lengths: Iterable[Duration], say: Translator) -> str:
    """Return lengths of time that stand beside each other: `2 hours and 30 minutes`."""
    told = [
        say.text(f"duration-{each.unit}", amount=say.number(each.amount), count=1 if each.amount == 1 else 2)
        for each in lengths
    ]
    return say.joined(told) or say.text("duration-minutes", amount=say.number(0), count=2)
