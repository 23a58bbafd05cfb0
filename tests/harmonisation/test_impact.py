"""What changes for each organisation: nothing where the common process is its own, and by no order of the parties."""

from __future__ import annotations

import random
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.behaviour import make_reference
from procmap.harmonisation import Harmonisation, harmonise
from procmap.harmonisation.impact_values import ControlImpact, Impact
from procmap.model import Activity, Control, Decisions, Duration, Lane, Process, Step, StepDetails
from procmap.model.decisions import About, Decision
from tests.harmonisation.blocks import Shape, process, shapes, variants

LABELS = list("abcdefg")


def furnished(shape: Shape, roles: str = "desk officer", systems: str = "Acos", first: int = 0) -> Process:
    """Return the process of a shape with lanes, systems, times and controls that follow from the labels."""
    made = process(shape)
    names = roles.split()
    lanes: dict[str, list[str]] = {name: [] for name in names}
    nodes: list = []
    controls = []
    for node in made.nodes:
        if isinstance(node, Activity):
            number = ord(node.name) - ord("a") + first
            lanes[names[number % len(names)]].append(node.id)
            work = Duration(amount=Decimal(10 * number), unit="minutes") if number % 3 else None
            nodes.append(node.replace(details=StepDetails(work_time=work, systems=tuple(systems.split()))))
            if number % 4 == 0:
                controls.append(Control(id=f"c{number}", name=f"Check {node.name}", on=(node.id,)))
        else:
            nodes.append(node)
    held = tuple(Lane(id=f"lane{n}", name=name, nodes=tuple(ids)) for n, (name, ids) in enumerate(lanes.items()))
    return made.replace(nodes=tuple(nodes), lanes=held, attached=tuple(controls))


def harmonised(*parties: Party, decisions: Decisions | None = None) -> Harmonisation:
    return harmonise(parties, align(parties), None, decisions)


def party(organisation: str, shape: Shape, **options: object) -> Party:
    return Party(organisation=organisation, process=furnished(shape, **options))


def step_named(made: Process, name: str) -> Step:
    return next(step for step in made.steps if step.name == name)


def called(made: Process, ids: list[str]) -> list[str]:
    names = {step.id: step.name for step in made.steps}
    return [names[each] for each in ids]


def dropped(party: Party, name: str) -> Decisions:
    reference = make_reference(party.process, step_named(party.process, name).id, party.organisation)
    return Decisions(
        decisions=(Decision(id="d1", about=About(steps=(reference,)), choice="drop", reason="Not needed.", by="group"),)
    )


@given(shapes(LABELS))
def test_a_common_process_that_is_the_own_changes_nothing(shape: Shape) -> None:
    result = harmonised(*(party(name, shape) for name in ("A", "B", "C")))
    assert [impact.process for impact in result.impact] == ["A", "B", "C"]
    for impact in result.impact:
        assert (impact.new, impact.gone, impact.changed, impact.controls.lost, impact.controls.new) == ((),) * 5
        assert _without_ids(impact.before.model_dump()) == _without_ids(impact.after.model_dump())


def _without_ids(figures: dict) -> dict:
    return {**figures, "steps": len(figures["steps"])}


@given(shapes(LABELS).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3)))), st.randoms())
def test_the_order_of_parties_does_not_matter(made: tuple[Shape, ...], rng: random.Random) -> None:
    parties = [party(name, shape, first=n) for n, (name, shape) in enumerate(zip("ABC", made, strict=True))]
    expected = [impact.model_dump_json() for impact in harmonised(*parties).impact]
    rng.shuffle(parties)
    assert [impact.model_dump_json() for impact in harmonised(*parties).impact] == expected


@given(shapes(LABELS).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3)))))
def test_every_common_activity_is_new_or_comes_from_the_party(made: tuple[Shape, ...]) -> None:
    result = harmonised(*(party(name, shape) for name, shape in zip("ABC", made, strict=True)))
    for impact in result.impact:
        mine = {entry.to for entry in result.trace if entry.process == impact.process}
        activities = {step.id for step in result.common.steps if isinstance(step, Activity)}
        assert {new.step for new in impact.new} == activities - mine
        own = [value for value in result.carried if value.process == impact.process]
        assert len(impact.controls.kept) + len(impact.controls.lost) == len(own)


def of(result: Harmonisation, organisation: str) -> Impact:
    return next(impact for impact in result.impact if impact.process == organisation)


def test_new_steps_are_told_open_or_decided() -> None:
    both = ("seq", "a", ("seq", "b", "c"))
    result = harmonised(party("A", both), party("B", both), party("C", ("seq", "a", ("seq", "c", "f"))))
    new = of(result, "C").new
    assert [(called(result.common, [each.step]), each.open, each.on_path) for each in new] == [(["b"], False, True)]
    new = of(result, "A").new
    assert [(called(result.common, [each.step]), each.open, each.on_path) for each in new] == [(["f"], True, False)]
    # Who has the open step goes on doing it until it is decided.
    assert called(result.common, list(of(result, "C").after.steps)) == ["a", "b", "c", "f"]
    assert called(result.common, list(of(result, "A").after.steps)) == ["a", "b", "c"]


def test_what_is_dropped_is_gone() -> None:
    parties = [party("A", ("seq", "a", ("seq", "b", "e"))), party("B", ("seq", "a", "b"))]
    result = harmonised(*parties, decisions=dropped(parties[0], "e"))
    impact = of(result, "A")
    assert [(gone.step, gone.decision) for gone in impact.gone] == [(step_named(parties[0].process, "e").id, "d1")]
    assert len(impact.after.steps) == len(impact.before.steps) - 1
    assert of(result, "B").gone == ()


def test_other_roles_and_systems() -> None:
    shape = ("seq", "a", ("seq", "b", "c"))
    kinds = ("Acos", "Acos", "Elements")
    parties = [party(name, shape, systems=system) for name, system in zip("ABC", kinds, strict=True)]
    changed = of(harmonised(*parties), "C").changed
    assert {(each.field, each.before, each.after, each.change) for each in changed} == {
        ("system", ("Elements",), ("Acos", "Elements"), "beside")
    }
    parties[2] = party("C", shape, roles="archive")
    changed = of(harmonised(*parties), "C").changed
    assert {(each.field, each.before) for each in changed} == {("role", ("archive",))}
    assert {each.after for each in changed} == {("desk",), ("officer",)}


def test_the_same_control_at_the_same_step_is_not_new() -> None:
    shape = ("seq", "a", "b")
    without = party("C", shape)
    without = without.replace(process=without.process.replace(attached=()))
    result = harmonised(party("A", shape), party("B", shape), without)
    assert of(result, "A").controls == ControlImpact(kept=("c0",))
    (new,) = of(result, "C").controls.new
    assert (new.process, new.id, new.open) == ("A", "c0", False)


def test_a_reference_is_no_organisation() -> None:
    shape = ("seq", "a", "b")
    template = party("Template", ("seq", "a", "e")).replace(is_reference=True)
    result = harmonised(template, party("A", shape), party("B", shape))
    assert [impact.process for impact in result.impact] == ["A", "B"]
    assert [each.open for each in of(result, "A").controls.new] == [True]
