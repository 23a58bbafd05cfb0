"""Questions lead to decisions on every row, and the decisions to a common process."""

from __future__ import annotations

from procmap.workspace import Deriver, Project
from procmap.workspace.commands import Decide
from procmap.workspace.deciding import Asked, Deciding
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_sample, with_small


def deciding(project: Project, service: str) -> Deciding:
    """Return the questions of a service as they are now."""
    return Deciding(Deriver().derived(project, project.state(), service))


def answer(project: Project, service: str, now: Deciding, asked: Asked, key: str, **more: str) -> Deciding:
    """Answer a question, and return the questions that there are then."""
    option = next(option for option in asked.options if option.key == key)
    project.do(Decide(service=service, decisions=(now.decision(asked, option, **more),)), LEADER)
    return deciding(project, service)


def test_open_questions_come_in_the_order_of_the_work(project: Project) -> None:
    service = with_sample(project, LEADER).id
    now = deciding(project, service)
    places = [min(map([row.id for row in now.rows].index, asked.rows)) for asked in now.open if asked.rows]
    assert places == sorted(places)
    assert now.progress() == (0, len(now.rows))
    assert {now.state(row) for asked in now.open for row in asked.rows} == {"open"}


def test_every_row_can_be_decided_by_the_proposals(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    for _ in range(100):
        if not now.questions:
            break
        asked = now.questions[0]
        now = answer(project, service, now, asked, asked.proposal or asked.options[-1].key)
    assert now.questions == ()
    assert now.progress() == (len(now.rows), len(now.rows))
    result = Deriver().derived(project, project.state(), service).harmonised.result
    assert result is not None
    assert (result.status, result.verdict.verdict) == ("ready", "sound")


def test_a_letter_takes_the_way_of_its_organisation(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    row = next(row for row in now.rows if len(row.steps) == 3)
    asked = now.about(row)
    keys = {option.key: option.organisation for option in asked.options if option.organisation}
    assert keys == {"A": "Midt", "B": "Nord", "C": "Sør"}
    now = answer(project, service, now, asked, "B", reason="De har prøvd det lengst")
    decision = now.decision_on(row.id)
    assert decision is not None
    assert (decision.choice, decision.from_, decision.reason) == ("adopt", "Nord", "De har prøvd det lengst")
    assert now.state(row.id) == "decided"


def test_what_is_decided_again_replaces_what_was(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    row = next(row for row in now.rows if len(row.steps) == 3)
    now = answer(project, service, now, now.about(row), "A")
    now = answer(project, service, now, now.about(row), "4", reason="Gjøres ikke lenger")
    decision = now.decision_on(row.id)
    assert decision is not None
    assert (decision.choice, decision.replaces) == ("drop", "B1")
