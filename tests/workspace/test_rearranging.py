"""Steps stand where people put them, whatever was said before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Alignment, Member, Row
from procmap.workspace import Derived, Deriver, Project, create_project
from procmap.workspace.history import told
from procmap.workspace.rearranging import Rearranging
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample, with_small


def rows_of(project: Project, service: str) -> tuple[Derived, Alignment]:
    """Return the rows of a service as they are now."""
    derived = Deriver().derived(project, project.state(), service)
    alignment = derived.aligned.alignment
    assert alignment is not None
    return derived, alignment


def row_of(alignment: Alignment, member: Member) -> Row:
    """Return the row that a step stands in."""
    return next(row for row in alignment.rows if member in row.steps)


def test_a_step_is_moved_set_alone_and_back(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    row = next(row for row in before.work if len(row.steps) == 3)
    other = next(one for one in before.work if len(one.steps) == 2 and one != row)
    member = row.steps[0]
    project.do(Rearranging(project.state(), service, derived.aligned.parties).move(member, before.rows, other), LEADER)
    _, after = rows_of(project, service)
    assert set(row_of(after, member).steps) == {member, *other.steps}
    assert set(row_of(after, row.steps[1]).steps) == set(row.steps[1:])
    project.do(Rearranging(project.state(), service, derived.aligned.parties).alone(member), LEADER)
    _, after = rows_of(project, service)
    assert row_of(after, member).steps == (member,)
    back = row_of(after, row.steps[1])
    project.do(Rearranging(project.state(), service, derived.aligned.parties).move(member, after.rows, back), LEADER)
    _, after = rows_of(project, service)
    assert set(row_of(after, member).steps) == set(row.steps)
    assert not [doubt for doubt in after.doubts if doubt.finding.code == "confirmations-contradict"]
    for _ in range(3):
        project.undo(LEADER)
    assert rows_of(project, service)[1].rows == before.rows


def test_rows_are_joined_and_split(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    first, second = [row for row in before.work if len(row.steps) == 1][:2]
    project.do(Rearranging(project.state(), service, derived.aligned.parties).join(first, second), LEADER)
    _, joined = rows_of(project, service)
    one = row_of(joined, first.steps[0])
    assert set(one.steps) == {*first.steps, *second.steps}
    assert one.confidence == 1
    project.do(Rearranging(project.state(), service, derived.aligned.parties).split(one, second.steps), LEADER)
    _, split = rows_of(project, service)
    assert row_of(split, first.steps[0]).steps == first.steps


def test_a_confirmed_row_is_certain(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    row = next(row for row in before.work if 0 < row.confidence < 0.9 and len(row.steps) > 1)
    project.do(Rearranging(project.state(), service, derived.aligned.parties).confirm(row), LEADER)
    _, after = rows_of(project, service)
    assert row_of(after, row.steps[0]) == row.replace(confidence=1)


def test_several_rows_are_confirmed_and_taken_back_in_one_step(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    sure = [row for row in before.work if 0.9 <= row.confidence < 1]
    parts = {member for link in before.links if link.relation == "part_of" for member in (link.a, link.b)}
    sure += [row for row in before.work if len(row.steps) == 1 and row.steps[0] in parts]
    rearranging = Rearranging(project.state(), service, derived.aligned.parties)
    project.do(rearranging.confirm_all(sure, before.links), LEADER)
    assert told(project.history()[0]).startswith(f"{len(sure)} rows confirmed, the first: ")
    _, after = rows_of(project, service)
    confirmed = {row.steps for row in after.rows if row.confidence == 1}
    assert confirmed >= {row.steps for row in sure}
    assert {row.steps for row in after.rows} == {row.steps for row in before.rows}
    project.undo(LEADER)
    assert rows_of(project, service)[1] == before


def test_a_part_is_confirmed_as_a_part_and_stays_one(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    link = next(link for link in before.links if link.relation == "part_of" and len(row_of(before, link.a).steps) == 1)
    row = row_of(before, link.a)
    for _ in range(2):  # to say it again changes nothing
        rearranging = Rearranging(project.state(), service, derived.aligned.parties)
        project.do(rearranging.confirm(row, before.links), LEADER)
        said = [one for one in project.state().confirmations if one.kind == "part_of"]
        assert len({one.steps for one in said}) == len(said) > 0
    assert row_of(rows_of(project, service)[1], link.a).confidence == 1
    assert told(project.history()[0]).startswith("Row confirmed: ")


def test_no_rows_cannot_be_confirmed(project: Project) -> None:
    with pytest.raises(ValueError, match="no rows"):
        Rearranging(project.state(), with_small(project, LEADER).id, ()).confirm_all(())


def test_what_was_said_of_a_row_is_taken_back(project: Project) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    row = next(row for row in before.work if len(row.steps) == 3)
    assert Rearranging(project.state(), service, derived.aligned.parties).take_back(row) is None
    project.do(Rearranging(project.state(), service, derived.aligned.parties).split(row, row.steps[:1]), LEADER)
    _, after = rows_of(project, service)
    rearranging = Rearranging(project.state(), service, derived.aligned.parties)
    back = rearranging.take_back(row_of(after, row.steps[0]))
    assert back is not None
    project.do(back, LEADER)
    assert rows_of(project, service)[1].rows == before.rows


@pytest.mark.parametrize(
    ("how", "sentence"),
    [
        ("alone", "{label} given a row of its own"),
        ("split", "Row split: {label} now has a row of its own"),
        ("join", "Rows made one: {label}"),
    ],
)
def test_history_tells_what_was_done(project: Project, how: str, sentence: str) -> None:
    service = with_sample(project, LEADER).id
    derived, before = rows_of(project, service)
    row, other = [row for row in before.work if len(row.steps) == 3 and row.label][:2]
    rearranging = Rearranging(project.state(), service, derived.aligned.parties)
    done = {
        "alone": lambda: rearranging.alone(row.steps[0]),
        "split": lambda: rearranging.split(row, row.steps[:1]),
        "join": lambda: rearranging.join(row, other),
    }
    command = done[how]()
    project.do(command, LEADER)
    assert told(project.history()[0]) == sentence.format(label=f'"{command.step}"')


@given(data=st.data())
def test_the_last_word_counts(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    place = tmp_path_factory.mktemp("rows") / "p.procmap"
    project = create_project(str(place), "P", LEADER)
    service = with_small(project, LEADER).id
    for _ in range(data.draw(st.integers(1, 3))):
        derived, alignment = rows_of(project, service)
        rearranging = Rearranging(project.state(), service, derived.aligned.parties)
        member = data.draw(st.sampled_from([member for row in alignment.work for member in row.steps]))
        target = data.draw(st.sampled_from(alignment.work))
        if member in target.steps:
            project.do(rearranging.alone(member), LEADER)
            expected, left = {member}, set(target.steps) - {member}
        else:
            project.do(rearranging.move(member, alignment.rows, target), LEADER)
            expected = {member, *target.steps}
            left = set(row_of(alignment, member).steps) - expected
        _, after = rows_of(project, service)
        row = set(row_of(after, member).steps)
        assert expected <= row
        assert not left & row
