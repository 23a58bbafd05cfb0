"""What decisions are about and what was chosen, in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from procmap.messages import Translator
from procmap.model import Decision, StepReference, unique
from procmap.reports.harmonisation.values import AboutKind


def about_kind(decision: Decision) -> AboutKind:
    """Return what kind of thing a decision is about."""
    about = decision.about
    kinds: tuple[AboutKind, ...] = ("order", "presence", "repeat", "names", "attached")
    return next((kind for kind in kinds if getattr(about, kind) is not None), "steps")


def cited_steps(decision: Decision) -> tuple[StepReference, ...]:
    """Return the steps that a decision cites, each once."""
    about = decision.about
    found = [*(about.steps or ()), *(about.presence or ()), *(about.repeat or ())]
    found += [reference for side in about.order or () for reference in side]
    if about.attached is not None and about.attached.step is not None:
        found.append(about.attached.step)
    return tuple(unique(found))


Called = Callable[[StepReference], str]
"""Gives what a cited step is called now."""


def subject(decision: Decision, name_of: str, called: Called, say: Translator) -> str:
    """Return what a decision is about. `name_of`: what the attached value is called, empty where it has no name.

    A decision about steps tells how each organisation calls them; any other how they are called now.
    """
    about = decision.about
    if about.order is not None:
        first, second = (_labels(map(called, side), say) for side in about.order)
        return say.text("decision-about-order", first=first, second=second)
    if about.names is not None:
        names = unique(member.name for member in about.names.members)
        return say.joined([say.quoted(name) for name in names])
    if about.attached is not None:
        label = about.attached.step.label if about.attached.step is not None else ""
        organisation = about.attached.step.organisation if about.attached.step is not None else ""
        code = "decision-about-attached" if name_of else "decision-about-attached-unnamed"
        params = {"kind": about.attached.kind, **({"name": say.quoted(name_of)} if name_of else {})}
        return say.text(f"{code}-at", label=label, party=organisation, **params) if label else say.text(code, **params)
    if about.steps is not None:
        return _labels((reference.label for reference in about.steps), say)
    return _labels(map(called, about.presence or about.repeat or ()), say)


def resolution(decision: Decision, called: Called, say: Translator) -> str:
    """Return what was chosen, as a sentence or two."""
    kind, form = about_kind(decision), _form(decision)
    first, second = (_labels(map(called, side), say) for side in decision.about.order or ((), ()))
    if form in _RESOLVED[kind]:
        said = say.text(
            f"resolved-{kind}-{form}",
            party=decision.from_,
            text=_labels(filter(None, map(str.strip, _PARTS.split(decision.text))), say),
            parties=decision.where,
            to=say.quoted(called(decision.to)) if decision.to is not None else "",
            first=first,
            second=second,
        )
    else:
        said = say.text("resolved-other", choice=say.word("choice", decision.choice))
    more = []
    if decision.text and kind == "steps" and decision.choice in ("keep", "adopt", "local", "move"):
        more.append(say.text("resolved-called", text=say.quoted(decision.text)))
    if decision.condition:
        more.append(say.text("resolved-when", condition=decision.condition.removesuffix(".")))
    return " ".join((said, *more))


_PARTS = re.compile(r"[;\n]")
"""What stands between the names of several new steps."""
_RESOLVED: Mapping[AboutKind, tuple[str, ...]] = {
    "steps": (
        "keep", "adopt", "merge", "merge-plain", "redesign", "local", "local-plain", "drop", "drop-to", "move-before",
        "move-after",
    ),
    "order": ("before", "after", "parallel", "either-or"),
    "presence": ("always", "optional"),
    "repeat": ("once", "repeated"),
    "names": ("keep", "adopt", "merge", "merge-plain", "redesign"),
    "attached": ("keep", "adopt", "move", "drop"),
}  # fmt: skip
"""The choices that there is a sentence for, by what they are about; others are no answer to it."""


def _form(decision: Decision) -> str:
    """Return a choice with what tells its sentence; empty where what it needs is missing."""
    kind, choice = about_kind(decision), decision.choice
    if kind == "steps" and choice == "move" and decision.to is not None:
        return "move-after" if decision.where == ("after",) else "move-before"
    if kind == "steps" and choice == "drop" and decision.to is not None:
        return "drop-to"
    needed = {"adopt": decision.from_, "redesign": decision.text, "merge": decision.text, "local": decision.where}
    if kind in ("steps", "names") and not needed.get(choice, "-"):
        return f"{choice}-plain"
    return "" if kind == "attached" and choice == "move" and decision.to is None else choice


def _labels(labels: Iterable[str], say: Translator) -> str:
    told = unique(" ".join(label.split()) for label in labels)
    return say.joined([say.quoted(label) if label else say.text("row-unnamed") for label in told])
