from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings

from procmap.alignment import Party
from procmap.behaviour import make_reference
from procmap.harmonisation import Harmonisation, harmonise
from procmap.harmonisation.impact_values import ControlImpact, LostControl
from procmap.messages import translator
from procmap.model import Control, Decision, Decisions
from procmap.model.decisions import About
from procmap.reports.pictures import common
from procmap.reports.pictures.changes import gone_rows, step_changes
from procmap.reports.pictures.parties import sides
from tests.alignment.parties import parties, party
from tests.reports.pictures.drawn import HOSTILE, aligned, compared, drawn, elements, texts, titles

EVERYBODY = {"Arkiv": "motta", "Kontor": "vurdere vedtak"}


def three() -> list[Party]:
    return [
        party("Askvik", "s(start) -> motta -> vurdere -> vedtak -> e(end)", lanes=EVERYBODY),
        party("Bjørnes", "s(start) -> motta -> vedtak -> e(end)", lanes={"Arkiv": "motta", "Leder": "vedtak"}),
        party("Dalen", "s(start) -> motta -> vurdere -> vedtak -> e(end)", lanes=EVERYBODY),
    ]


def harmonised(told: list[Party], decisions: Decisions | None = None) -> Harmonisation:
    return harmonise(told, aligned(told), None, decisions)


def dropped(whose: Party, name: str) -> Decisions:
    about = About(steps=(make_reference(whose.process, name, whose.organisation),))
    return Decisions(decisions=(Decision(id="d1", about=about, choice="drop", reason="Ikke nødvendig.", by="gruppen"),))


def picture_of(told: list[Party], decisions: Decisions | None = None, language: str = "en"):
    return common(told, compared(told), harmonised(told, decisions), translator(language))


def test_what_is_new_for_somebody_has_a_sign_and_letters():
    told = titles(drawn(picture_of(three())))
    assert "new for Bjørnes" in told


def test_another_role_and_other_words():
    told = [
        party(name, "s(start) -> motta -> vedtak -> e(end)", names={"vedtak": label}, lanes=lanes)
        for name, label, lanes in (
            ("Askvik", "Fatte vedtak", {"Arkiv": "motta", "Kontor": "vedtak"}),
            ("Bjørnes", "Fatte vedtak", {"Arkiv": "motta", "Kontor": "vedtak"}),
            ("Dalen", "Fatter vedtaket", {"Arkiv": "motta vedtak"}),
        )
    ]
    result = harmonised(told)
    changes = step_changes(result, sides(told, translator("en"), "light"))
    (decided,) = (step for step in result.common.steps if step.name == "Fatte vedtak")
    assert (changes[decided.id].new, changes[decided.id].moved, changes[decided.id].worded) == ([], [2], [2])
    assert {"another role for Dalen", "other words today at Dalen"} <= set(titles(drawn(picture_of(told))))


def test_what_is_not_decided_has_a_question():
    two = three()[:2]
    assert any("not decided" in word for word in titles(drawn(picture_of(two))) + texts(drawn(picture_of(two))))


def test_what_a_decision_took_away_is_a_ghost_behind_what_it_followed():
    told = three()
    decisions = dropped(told[0], "vurdere")
    result = harmonised(told, decisions)
    shown = sides(told, translator("en"), "light")
    (gone,) = gone_rows(result, shown, compared(told))
    assert gone.label == "vurdere"
    assert gone.places == (0, 2)
    before = next(node for node in result.common.nodes if node.id == gone.after)
    assert before.name == "motta"
    picture = picture_of(told, decisions)
    assert "gone:1" in elements(drawn(picture))
    assert not [flow for flow in picture.process.flows if flow.id.startswith("gone")]
    assert "gone for Askvik and Dalen" in picture.svg()


def test_a_control_that_goes_with_it_is_told():
    told = three()
    control = Control(id="k1", name="Fire øyne", on=("vurdere",))
    told[0] = told[0].replace(process=told[0].process.replace(attached=(control,)))
    result = harmonised(told, dropped(told[0], "vurdere"))
    shown = sides(told, translator("en"), "light")
    (kept,) = gone_rows(result, shown, compared(told))
    assert not kept.loses_control
    impact = tuple(
        each.replace(controls=ControlImpact(lost=(LostControl(id="k1"),))) if each.process == "Askvik" else each
        for each in result.impact
    )
    (gone,) = gone_rows(result.replace(impact=impact), shown, compared(told))
    assert gone.loses_control


def test_every_step_of_the_common_process_is_in_it():
    told = three()
    painted = elements(drawn(picture_of(told)))
    for step in harmonised(told).common.steps:
        assert step.id in painted


@pytest.mark.parametrize("language", ["nb", "nn", "sv", "en"])
def test_every_language(language):
    assert translator(language).text("legend-new") in " ".join(texts(drawn(picture_of(three(), language=language))))


def test_the_order_of_the_parties_changes_nothing():
    first = picture_of(three()).svg()
    for other in permutations(three()):
        assert picture_of(list(other)).svg() == first


@settings(max_examples=10)
@given(parties(most=3))
def test_any_parties(told):
    assert drawn(picture_of(told)) is not None


@pytest.mark.parametrize("label", HOSTILE)
def test_hostile_labels(label):
    told = [party(name, "s(start) -> a -> b -> e(end)", names={"a": label}, lanes={label: "a b"}) for name in "AB"]
    assert drawn(picture_of(told)) is not None
