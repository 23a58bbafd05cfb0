"""`control`: a control present at a step here and not there, of another kind, or weaker.

A control is weaker where it is so in something and stronger in nothing: detective or corrective instead of preventive,
by hand instead of automatic, no key control, not blocking, or done by the role that does the work it checks. What a
party does not say (of key and blocking: says of none of its controls) is not compared; controls about other things are
other, not weaker. That a step has no control is told only by a party that has controls at its steps at all.
"""

from __future__ import annotations

from collections.abc import Mapping

from procmap.alignment import Party, Row
from procmap.comparison.criteria import related, subject
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference
from procmap.language import label_key
from procmap.language.words import words
from procmap.model import Control, Risk, Step

_ORDERS: dict[str, tuple[str, ...]] = {
    "type": ("corrective", "detective", "preventive"),
    "mode": ("manual", "semi-automatic", "automatic"),
    "key": ("not-key", ""),
    "blocking": ("not-blocking", ""),
    "role": ("same-role", ""),
}
"""What is compared, each from weak to strong, as it is shown where it is weaker."""

_OTHERS = (
    "kolleg", "colleag", "peer", "sidemann", "sideman", "øyne", "øyer", "augo", "ögon", "eyes", "two", "andre", "annen",
    "annan", "another", "second", "person",
)  # fmt: skip
"""How words begin that say that somebody else looks too."""

Strength = Mapping[str, int]
"""How strong the controls of a party at a row are, by what is compared: higher is stronger."""


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the kinds of control at the steps; None for a party that tells of no controls anywhere."""
    if not grid.uses(party, "control"):
        return None
    controls = _controls(grid, party, steps)
    return Told(
        key=frozenset((control.type, control.mode, control.key, control.blocking) for control in controls),
        shown=joined(control.name or control.id for control in controls) or None,
        elements=tuple(control.id for control in controls),
    )


def refine(grid: Grid, row: Row, difference: Difference) -> Difference:
    """Return the difference as `weaker`, where all have controls about the same and those of some are weaker."""
    telling = [party for party in grid.having(row) if grid.uses(party, "control")]
    controls = {party: _controls(grid, party, grid.steps(row, party)) for party in telling}
    strengths = {party.id: _strength(grid, party, grid.steps(row, party), found) for party, found in controls.items()}
    if not all(strengths.values()) or not _about_the_same(grid, controls):
        return difference
    strongest = [one for one, own in strengths.items() if all(_holds(own, other) for other in strengths.values())]
    weaker = [party for party in strengths if party not in strongest]
    if not (strongest and weaker):
        return difference
    best = strengths[strongest[0]]
    values = dict(difference.values)
    for party in weaker:
        points = (_ORDERS[what][rank] for what, rank in strengths[party].items() if rank < best.get(what, rank))
        values[party] = f"{values[party]} ({', '.join(points)})"
    params: dict[str, str | int] = {
        **difference.params,
        "part": "weaker",
        "stronger": ", ".join(strongest),
        "weaker": ", ".join(weaker),
        "values": "; ".join(f"{party}: {values[party]}" for party in strengths),
    }
    return difference.replace(params=params, values=values, marks=tuple(weaker))


def _controls(grid: Grid, party: Party, steps: tuple[Step, ...]) -> list[Control]:
    return [value for value in grid.attached(party, steps, "control") if isinstance(value, Control)]


def _holds(one: Strength, other: Strength) -> bool:
    """Tell whether one is as strong as the other in all that both tell."""
    return all(rank >= other.get(what, rank) for what, rank in one.items())


def _strength(grid: Grid, party: Party, steps: tuple[Step, ...], controls: list[Control]) -> Strength:
    """Return how strong controls are together; what the party does not say is not in it."""
    found: dict[str, int] = {}
    for what, said in (
        ("type", [control.type for control in controls if control.type]),
        ("mode", [control.mode for control in controls if control.mode]),
    ):
        if said:
            found[what] = max(_ORDERS[what].index(one) for one in said)
    of_party = [value for value in party.process.attached if isinstance(value, Control)]
    if controls and any(control.key for control in of_party):
        found["key"] = max(int(control.key) for control in controls)
    if controls and any(control.blocking for control in of_party):
        found["blocking"] = max(int(control.blocking) for control in controls)
    performed = [control for control in controls if control.performer.strip()]
    if performed:
        found["role"] = max(int(not _by_same_role(grid, party, steps, control)) for control in performed)
    return found


def _by_same_role(grid: Grid, party: Party, steps: tuple[Step, ...], control: Control) -> bool:
    """Tell whether the role that performs a control does the step that it is at, and nothing says that it is another.

    Roles are all that is known: in one role colleagues may check each other, and controls mostly say so.
    """
    at = [step for step in steps if step.id in control.on]
    roles = {label_key(role, grid.language) for step in at for role in grid.facts[party.id].roles(step)}
    told = words(f"{control.name} {control.description}")
    return label_key(control.performer, grid.language) in roles and not any(word.startswith(_OTHERS) for word in told)


def _about_the_same(grid: Grid, controls: Mapping[Party, list[Control]]) -> bool:
    subjects = []
    for party, found in controls.items():
        risks = {value.id: value.name for value in party.process.attached if isinstance(value, Risk)}
        texts = [text for one in found for text in (one.name, one.criterion, *(risks.get(r, "") for r in one.risks))]
        subjects.append(subject(texts, grid.spoken(party.id)))
    return all(related(subjects[0], other) for other in subjects[1:])


CONTROL = Aspect("control", tell, refine=refine, attached=True)
