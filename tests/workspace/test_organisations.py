"""Names, letters and places of organisations are changed together, and undone together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.model import BadInput
from procmap.workspace import Project
from procmap.workspace.commands import AddOrganisation, ChangeOrganisation, ChangeOrganisations
from procmap.workspace.commands.organisations import placed
from procmap.workspace.values import Organisation
from tests.workspace.conftest import LEADER


def three(project: Project) -> tuple[Organisation, ...]:
    for name in ("Nord", "Midt", "Sør"):
        project.do(AddOrganisation(called=name), LEADER)
    return tuple(sorted(project.state().organisations, key=lambda one: one.place))


def test_names_go_round_and_undo_brings_them_back(any_project: Project) -> None:
    first, second, third = three(any_project)
    before = any_project.state().organisations
    made = (first.replace(name="Midt"), second.replace(name="Sør"), third.replace(name="Nord", letter=" N "))
    any_project.do(ChangeOrganisations(organisations=made), LEADER)
    after = {one.id: (one.name, one.letter) for one in any_project.state().organisations}
    assert [after[one.id] for one in (first, second, third)] == [("Midt", ""), ("Sør", ""), ("Nord", "N")]
    any_project.undo(LEADER)
    assert any_project.state().organisations == before
    any_project.redo(LEADER)
    assert {one.id: (one.name, one.letter) for one in any_project.state().organisations} == after
    assert any_project.misfits() == ()


def test_what_is_the_same_as_before_leaves_no_entry(project: Project) -> None:
    version = len(project.history()) + 3
    project.do(ChangeOrganisations(organisations=three(project)), LEADER)
    assert len(project.history()) == version


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "midt"}, "name-taken"),
        ({"name": "  "}, "name-empty"),
        ({"letter": "m"}, "letter-taken"),
        ({"letter": "ABC"}, "letter-too-long"),
    ],
)
def test_two_of_one_name_or_letter_are_refused(project: Project, change: dict[str, str], code: str) -> None:
    first, second, _ = three(project)
    project.do(ChangeOrganisation(organisation=second.replace(letter="M")), LEADER)
    before = project.state()
    with pytest.raises(BadInput) as told:
        project.do(ChangeOrganisations(organisations=(first.replace(**change),)), LEADER)
    assert told.value.finding.code == code
    assert project.state() == before


def test_who_changed_it_meanwhile_is_not_overwritten(project: Project) -> None:
    first, _, _ = three(project)
    project.do(ChangeOrganisation(organisation=first.replace(letter="X")), LEADER)
    with pytest.raises(BadInput) as told:
        project.do(ChangeOrganisations(organisations=(first.replace(letter="Y"),)), LEADER)
    assert told.value.finding.code == "record-changed"


@given(st.integers(1, 6), st.data())
def test_one_that_is_put_elsewhere_stands_there_and_the_others_keep_their_order(
    count: int, data: st.DataObject
) -> None:
    given_order = [Organisation(id=str(number), name=str(number), place=number) for number in range(1, count + 1)]
    moved, to = data.draw(st.integers(1, count)), data.draw(st.integers(1, count))
    asked = [one.replace(place=to) if one.place == moved else one for one in given_order]
    made = placed(asked)
    assert [one.place for one in made] == list(range(1, count + 1))
    assert made[to - 1].id == str(moved)
    assert [one.id for one in made if one.id != str(moved)] == [one.id for one in given_order if one.place != moved]
