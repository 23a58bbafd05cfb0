"""A way is seen before it is chosen: what would follow is what follows, is computed once, and nothing of it is kept."""

from __future__ import annotations

import pytest

from procmap.model import BadInput
from procmap.workspace import Deriver, Project
from procmap.workspace.agenda import Agenda
from procmap.workspace.commands import Decide
from procmap.workspace.looking import state_with
from tests.workspace.conftest import LEADER
from tests.workspace.samples import with_small


def test_what_is_seen_is_what_follows_when_it_is_decided_and_costs_nothing_more(project: Project) -> None:
    service = with_small(project, LEADER).id
    deriver, state, entries = Deriver(), project.state(), len(project.history())
    now = Agenda(deriver.derived(project, state, service))
    asked = now.deciding.undecided[0]
    made = now.deciding.decision(asked, asked.options[-2], reason="Gj\u00f8res ikke lenger")
    seen = deriver.derived(project, state_with(state, service, [made]), service)
    assert seen is not deriver.derived(project, state, service)
    assert project.state() is state
    assert len(project.history()) == entries
    project.do(Decide(service=service, decisions=(made,)), LEADER)
    assert deriver.derived(project, project.state(), service) is seen


def test_decisions_are_numbered_as_they_would_be(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = Agenda(Deriver().derived(project, project.state(), service))
    first, second = now.proposals(now.deciding.undecided[:2])
    project.do(Decide(service=service, decisions=(first,)), LEADER)
    seen = state_with(project.state(), service, [second, second])
    assert [(one.place, one.decision.id) for one in seen.decisions] == [(1, "B1"), (2, "B2"), (3, "B3")]
    with pytest.raises(BadInput, match="decision-id-taken"):
        state_with(project.state(), service, [second.replace(id="B1")])
