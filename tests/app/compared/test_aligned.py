"""What is told of rows: how sure they are in words, what changes by itself, and keys of steps."""

from __future__ import annotations

import pytest

from procmap.alignment import Member
from procmap.app.compared.aligned import AlignedRows, RowChoice, changed_by_themselves, how_sure, key_of
from procmap.workspace import Deriver, Person, create_project
from procmap.workspace.rearranging import Rearranging
from tests.workspace.samples import with_small

LEADER = Person(name="Kari", role="facilitator")


@pytest.mark.parametrize(
    ("confidence", "word"),
    [(1, "sure"), (0.9, "sure"), (0.89, "likely"), (0.75, "likely"), (0.74, "unsure"), (0, "unsure")],
)
def test_confidence_is_a_word(confidence, word):
    assert how_sure(confidence) == word


def test_no_two_steps_have_the_same_key():
    members = [Member(process=party, step=step) for party, step in (("A", "B:c"), ("A:B", "c"), ("A", "B"))]
    assert len({key_of(member) for member in members}) == 3


def test_what_changes_is_told_but_for_what_people_moved(tmp_path):
    project = create_project(str(tmp_path / "p.procmap"), "P", LEADER)
    service = with_small(project, LEADER).id
    derived = Deriver().derived(project, project.state(), service)
    before = AlignedRows(derived)
    assert changed_by_themselves(before, before, ()) == ()
    first, second = (one.row for one in before.rows[-2:])
    project.do(Rearranging(project.state(), service, before.parties).join(first, second), LEADER)
    after = AlignedRows(Deriver().derived(project, project.state(), service))
    assert set(changed_by_themselves(before, after, ())) == {*first.steps, *second.steps}
    assert changed_by_themselves(before, after, (*first.steps, *second.steps)) == ()
    assert [one.row.steps for one in after.chosen(RowChoice(unconfirmed=True))] == [
        one.row.steps for one in after.rows if one.row.confidence < 1
    ]
