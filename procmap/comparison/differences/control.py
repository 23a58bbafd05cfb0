"""`control`: a control present at a step here and not there, of another kind, or weaker.

A control is weaker where it is so in something and stronger in nothing: detective or corrective instead of preventive,
by hand instead of automatic, no key control, not blocking, or done by the role that does the work it checks. What a
party does not say (of key and blocking: says of none of its controls) is not compared; controls about other things are
other, not weaker. That a step has no control is told only by a party that has controls at its steps at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from procmap.alignment import Party, Row
from procmap.comparison.criteria import related, subject
from procmap.comparison.differences.aspect import Aspect, Told, told_apart
from procmap.comparison.grid import Grid, joined
from procmap.comparison.values import Difference, Place
from procmap.language import label_key
from procmap.language.said import Token
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
    return _told(_controls(grid, party, steps))


def _told(controls: Sequence[Control]) -> Told:
    return Told(
        key=frozenset((control.type, control.mode, control.key, control.blocking) for control in controls),
        shown=joined(control.name or control.id for control in controls) or None,
        elements=tuple(control.id for control in controls),
    )


def beside_the_whole(grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return the controls at a row; for who has none there, those of its whole process that guard against the same.

    Such a control is of the same type as one at the row (a list looked through afterwards does not stand for a check
    before), and treats a risk about the same; or it is about the same as another such control of a whole process.
    """
    guarded = {
        (control.type, about)
        for party, one in told.items()
        for control in _cited(grid, party, one)
        for about in _risks(grid, party, control)
    }
    found = {party: _of_whole(grid, party, guarded, _risks) for party, one in told.items() if not one.elements}
    like = {
        (control.type, about)
        for party, controls in found.items()
        for control in controls
        for about in _named(grid, party, control)
    }
    found = {party: controls or _of_whole(grid, party, like, _named) for party, controls in found.items()}
    return {party: _told(found[party]) if found.get(party) else one for party, one in told.items()}


def of_process(grid: Grid, told: Iterable[Difference]) -> Iterator[Difference]:
    """Yield a difference where parties guard the process as a whole otherwise: by a control that is at no step.

    What `told` tells at a row already, beside the controls of others, is not told again; nor is a party asked that has
    no controls anywhere. Other than at a step, how often the control is done counts: that is what it consists of.
    Between variants of one organisation `structure` tells it.
    """
    if len({party.organisation for party in grid.parties}) < 2:
        return
    known = {(place.process, place.id) for one in told if one.code == "control" for place in one.elements}
    having: dict[str, Told] = {}
    for party in grid.parties:
        controls = [one for one in grid.of_process(party, "control") if isinstance(one, Control)]
        left = [one for one in controls if (party.id, one.id) not in known]
        if left or (grid.uses(party, "control") and not controls):
            having[party.id] = Told(
                key=frozenset((one.type, one.mode, one.frequency) for one in left),
                shown=joined(one.name or one.id for one in left) or None,
                elements=tuple(one.id for one in left),
            )
    if len({one.key for one in having.values()}) > 1:
        yield told_apart(
            grid,
            "control",
            "process",
            rows=(),
            told=having,
            elements=tuple(
                Place(process=party, id=element) for party, one in having.items() for element in one.elements
            ),
            params={},
        )


def _cited(grid: Grid, party_id: str, told: Told) -> list[Control]:
    attached = grid.party(party_id).process.attached
    return [one for one in attached if isinstance(one, Control) and one.id in told.elements]


_About = Callable[[Grid, str, Control], list[frozenset[Token]]]
"""What a control of a party is about, as words."""


def _risks(grid: Grid, party_id: str, control: Control) -> list[frozenset[Token]]:
    party = grid.party(party_id)
    risks = [one for one in party.process.attached if isinstance(one, Risk) and one.id in control.risks]
    return [subject([risk.name], grid.spoken(party_id)) for risk in risks]


def _named(grid: Grid, party_id: str, control: Control) -> list[frozenset[Token]]:
    return [subject([control.name], grid.spoken(party_id))]


def _of_whole(
    grid: Grid, party_id: str, guarded: Set[tuple[str | None, frozenset[Token]]], about: _About
) -> list[Control]:
    """Return the controls of a party's whole process that are of a type and about something that is guarded."""
    return [
        control
        for control in grid.of_process(grid.party(party_id), "control")
        if isinstance(control, Control)
        and any(
            control.type == kind and related(own, other)
            for own in about(grid, party_id, control)
            for kind, other in guarded
        )
    ]


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


CONTROL = Aspect("control", tell, refine=refine, attached=True, side_by_side=beside_the_whole)
