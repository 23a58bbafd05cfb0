"""Questions lead to decisions on every row, and the decisions to a common process."""

from __future__ import annotations

from procmap.alignment import Party
from procmap.model import Process
from procmap.workspace import Deriver, Project
from procmap.workspace.commands import ChangeOrganisation, Decide
from procmap.workspace.deciding import Asked, Deciding, way_keys
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


def test_the_key_of_a_way_is_the_letter_of_its_organisation_else_the_next_that_is_free() -> None:
    def keys(*own: str, reference: str = "") -> dict[str, str]:
        parties = [
            Party(organisation=name, process=Process(id="p"), letter=letter, is_reference=name == reference)
            for name, letter in zip(("Fjord", "Nord", "Sol", "Topp"), own, strict=False)
        ]
        return way_keys(parties)

    assert keys("", "", "") == {"Fjord": "A", "Nord": "B", "Sol": "C"}
    assert keys("", "n", "S") == {"Fjord": "A", "Nord": "N", "Sol": "S"}
    assert keys("5", "A", "") == {"Fjord": "B", "Nord": "A", "Sol": "C"}  # digits are other choices
    assert keys("Ø", "S", "s", reference="Nord") == {"Fjord": "Ø", "Sol": "C"}
    assert keys("C", "C", "A") == {"Fjord": "B", "Nord": "C", "Sol": "A"}  # C1 and C2 are no keys


def test_a_letter_that_people_have_given_is_the_key(project: Project) -> None:
    service = with_small(project, LEADER).id
    south = next(one for one in project.state().organisations if one.name == "Sør")
    project.do(ChangeOrganisation(organisation=south.replace(letter="S")), LEADER)
    now = deciding(project, service)
    asked = now.about(next(row for row in now.rows if len(row.steps) == 3))
    assert {option.key: option.organisation for option in asked.options if option.organisation} == {
        "A": "Midt", "B": "Nord", "S": "Sør",
    }  # fmt: skip


def test_a_decision_says_all_that_its_choice_can_and_nothing_else(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    asked, other = (now.about(row) for row in now.rows[1:3])
    to = now.reference(other.rows[0])
    options = {option.choice: option for option in asked.options if not option.party}
    assert [(choice, option.key) for choice, option in options.items()][-1] == ("move", "6")
    everything = {"text": "Ny", "condition": "på papir", "where": ("Nord",), "to": to}
    said = {choice: now.decision(asked, option, **everything) for choice, option in options.items()}
    assert {choice: {field for field in everything if getattr(one, field)} for choice, one in said.items()} == {
        "merge": {"text", "to"}, "redesign": {"text"}, "local": {"text", "condition", "where"}, "drop": {"to"},
        "move": {"text", "to", "where"},
    }  # fmt: skip


def test_a_step_is_moved_and_another_stays_where_and_when_it_is_said(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    row, anchor, local = (now.rows[place] for place in (-2, 1, 2))
    move = next(option for option in now.about(row).options if option.choice == "move")
    made = now.decision(now.about(row), move, to=now.reference(anchor.id), where=("after",))
    stay = next(option for option in now.about(local).options if option.choice == "local")
    kept = now.decision(now.about(local), stay, condition="på papir", where=("Nord",))
    project.do(Decide(service=service, decisions=(made, kept)), LEADER)
    now = deciding(project, service)
    assert now.row_of(made.to) == anchor.id
    assert now.row_of(None) == ""
    result = Deriver().derived(project, project.state(), service).harmonised.result
    assert result is not None
    assert "på papir" in {flow.name for flow in result.common.flows}
    to = {(entry.process, entry.step): entry.to for entry in result.trace}
    ends = {to[member.process, member.step] for member in row.steps}
    starts = {to[member.process, member.step] for member in anchor.steps}
    assert any(flow.source in starts and flow.target in ends for flow in result.common.flows)


def test_what_is_decided_again_replaces_what_was(project: Project) -> None:
    service = with_small(project, LEADER).id
    now = deciding(project, service)
    row = next(row for row in now.rows if len(row.steps) == 3)
    now = answer(project, service, now, now.about(row), "A")
    now = answer(project, service, now, now.about(row), "4", reason="Gjøres ikke lenger")
    decision = now.decision_on(row.id)
    assert decision is not None
    assert (decision.choice, decision.replaces) == ("drop", "B1")
