"""The agenda: every question in the order of the work, what comes next, and what can be answered together."""

from __future__ import annotations

import pytest

from procmap.model import BadInput
from procmap.model.decisions import Decision
from procmap.workspace import Deriver, Project
from procmap.workspace.agenda import Agenda, proposed
from procmap.workspace.commands import AddService, Decide
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample, with_small, with_states


def agenda(project: Project, service: str) -> Agenda:
    return Agenda(Deriver().derived(project, project.state(), service))


def decide(project: Project, service: str, *decisions: Decision) -> Agenda:
    project.do(Decide(service=service, decisions=decisions), LEADER)
    return agenda(project, service)


def test_every_question_is_there_once_and_in_the_order_of_the_work(project: Project) -> None:
    found = agenda(project, with_sample(project, LEADER).id)
    ids = [item.asked.id for item in found.items]
    assert len(set(ids)) == len(ids)
    assert {each.id for each in found.deciding.questions} == set(ids)
    order = [row.id for row in found.deciding.rows]
    places = [order.index(item.asked.rows[0]) for item in found.items if item.asked.rows]
    assert places == sorted(places)


def test_blocks_are_rows_that_follow_each_other_and_hold_every_row_once(project: Project) -> None:
    found = agenda(project, with_sample(project, LEADER).id)
    assert [row for block in found.blocks for row in block.rows] == [row.id for row in found.deciding.rows]
    assert all(one.role != other.role for one, other in zip(found.blocks, found.blocks[1:], strict=False))


def test_what_comes_next_is_every_open_question_once_round(project: Project) -> None:
    found = agenda(project, with_small(project, LEADER).id)
    waiting = [each.id for each in found.deciding.questions]
    seen = [waiting[0]]
    for _ in waiting[1:]:
        seen.append(found.after(seen[-1]))
    assert seen == waiting
    assert found.after(waiting[-1]) == waiting[0]


def test_a_question_that_is_gone_leads_to_its_row_else_to_what_is_open(project: Project) -> None:
    found = agenda(project, with_small(project, LEADER).id)
    row = found.deciding.undecided[-1].rows[0]
    on_row, first = found.find("gone", row), found.find("gone")
    assert on_row is not None
    assert on_row.asked.rows == (row,)
    assert first is not None
    assert first.asked.id == found.deciding.questions[0].id


def test_what_is_the_same_everywhere_is_accepted_and_undone_as_one_step(project: Project) -> None:
    service = with_small(project, LEADER).id
    found = agenda(project, service)
    same = found.same_everywhere
    assert same
    steps = {row.id: row.steps for row in found.deciding.rows}
    assert all({member.process for member in steps[each.rows[0]]} == {"Midt", "Nord", "Sør"} for each in same)
    now = decide(project, service, *found.proposals(same, by="Prosjektleder", at="2026-11-22"))
    assert now.deciding.progress()[0] == len(same)
    assert now.same_everywhere == ()
    decisions = [now.deciding.decision_on(each.rows[0]) for each in same]
    assert [decision.by for decision in decisions if decision] == ["Prosjektleder"] * len(same)
    project.undo(LEADER)
    assert agenda(project, service).deciding.progress()[0] == 0


def test_what_is_decided_stays_on_the_agenda_and_can_be_decided_anew(project: Project) -> None:
    service = with_sample(project, LEADER).id
    found = agenda(project, service)
    order = next(each for each in found.deciding.open if each.kind == "order")
    option = next(option for option in order.options if option.choice == "before" and option.key == "1")
    now = decide(project, service, found.deciding.decision(order, option))
    item = next(item for item in now.items if item.asked.decided == "B1")
    assert (item.state, item.asked.kind, item.asked.id) == ("decided", "order", "decision-B1")
    again = next(option for option in item.asked.options if option.choice == "after")
    now = decide(project, service, now.deciding.decision(item.asked, again))
    assert [item.asked.decided for item in now.items if item.asked.kind == "order" and item.asked.decided] == ["B2"]


def test_what_tells_a_state_is_in_no_row_and_can_be_decided_and_decided_anew(project: Project) -> None:
    service = with_states(project, LEADER).id
    found = agenda(project, service)
    (asked,) = found.deciding.open
    assert (asked.kind, asked.rows) == ("row", ())
    option = proposed(asked)
    assert option is not None
    after = decide(project, service, found.deciding.decision(asked, option))
    assert after.deciding.open == ()
    last = after.items[-1]
    assert (last.state, last.asked.rows, last.asked.about) == ("decided", (), asked.about)
    drop = next(option for option in last.asked.options if option.choice == "drop")
    again = decide(project, service, after.deciding.decision(last.asked, drop, reason="Nobody needs it."))
    assert [one.decision.choice for one in project.state().decisions] == ["local", "drop"]
    assert again.deciding.open == ()


def test_the_impact_of_a_question_is_that_of_its_steps(project: Project) -> None:
    found = agenda(project, with_sample(project, LEADER).id)
    whole = {impact.process: impact for impact in found.result.impact}
    new: set[tuple[str, str]] = set()
    for row in found.deciding.rows:
        for impact in found.impact_of(found.deciding.about(row)).impact:
            assert set(impact.new) <= set(whole[impact.process].new)
            assert set(impact.gone) <= set(whole[impact.process].gone)
            assert set(impact.changed) <= set(whole[impact.process].changed)
            new |= {(impact.process, each.step) for each in impact.new}
    assert new == {(own, each.step) for own, impact in whole.items() for each in impact.new}


def test_a_control_that_is_taken_away_counts_as_lost(project: Project) -> None:
    service = with_sample(project, LEADER).id
    found = agenda(project, service)
    assert found.controls_lost == 0
    with_control = {
        (party.id, element)
        for party in found.deciding.parties
        for value in party.process.attached
        if value.kind == "control"
        for element in value.on
    }
    row = next(
        row for row in found.deciding.rows if any((each.process, each.step) in with_control for each in row.steps)
    )
    asked = found.deciding.about(row)
    drop = next(option for option in asked.options if option.choice == "drop")
    assert decide(project, service, found.deciding.decision(asked, drop, reason="Trengs ikke")).controls_lost > 0


def test_a_service_without_processes_has_no_agenda(project: Project) -> None:
    project.do(AddService(called="Ny"), LEADER)
    with pytest.raises(BadInput, match="service-too-few"):
        agenda(project, project.state().services[0].id)


def test_where_nothing_is_proposed_nothing_is_taken(project: Project) -> None:
    found = agenda(project, with_small(project, LEADER).id)
    asked = found.deciding.questions[0].replace(proposal="")
    assert proposed(asked) is None
    assert found.proposals((asked,)) == ()
