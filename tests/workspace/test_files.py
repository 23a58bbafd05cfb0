"""Files that people hand in: processes, confirmations, decisions; each is one step of the history."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.answers.harmonise import questions_file
from procmap.answers.people import read_confirmations, read_decisions
from procmap.model import BadInput, Decision, Decisions, StepReference
from procmap.model.decisions import About
from procmap.workspace import Deriver, Project
from procmap.workspace.adding import add_files
from procmap.workspace.commands import Sign, TakeConfirmations, TakeDecisions
from tests.workspace.conftest import LEADER
from tests.workspace.samples import SAMPLES, with_sample

FILES = [str(SAMPLES / "byggesoknad" / f"{name}.bpmn") for name in ("fjordvik", "nordas", "solhaug")]
CONFIRMED = str(SAMPLES / "byggesoknad" / "confirmations.json")


def test_a_new_service_is_called_as_the_process_and_the_next_file_joins_it(project: Project):
    first = add_files(project, FILES[:1], LEADER)
    assert (first.service, first.is_new, len(first.added)) == ("Byggesøknad, ett trinn", True, 1)
    second = add_files(project, FILES[1:], LEADER)
    assert (second.service, second.is_new) == ("Byggesøknad, ett trinn", False)
    assert [one.name for one in project.state().services] == ["Byggesøknad, ett trinn"]


def test_one_step_undoes_all_that_was_added(project: Project):
    before = project.state().replace(version=0)
    add_files(project, FILES, LEADER, service="Plan og bygg")
    project.undo(LEADER)
    assert project.state().replace(version=0) == before


def test_organisations_and_variants_are_named_before_the_file(project: Project):
    add_files(project, [f"Vik/sommer={FILES[0]}", f"Vik/vinter={FILES[1]}", f"Mal={FILES[2]}"], LEADER)
    state = project.state()
    assert [(state.organisation(one.organisation).name, one.variant) for one in state.processes] == [
        ("Vik", "sommer"), ("Vik", "vinter"), ("Mal", ""),
    ]  # fmt: skip


def test_what_is_there_is_replaced_only_when_it_is_said(project: Project):
    add_files(project, FILES, LEADER)
    with pytest.raises(BadInput, match="process-there-already"):
        add_files(project, [f"Nordås={FILES[0]}"], LEADER)
    answer = add_files(project, [f"Nordås={FILES[0]}"], LEADER, replaces=True)
    assert [one.anew for one in answer.added] == [True]
    assert [one.source_name for one in project.state().processes] == ["fjordvik.bpmn", "fjordvik.bpmn", "solhaug.bpmn"]


def test_a_reference_stands_beside_the_others(project: Project):
    add_files(project, FILES[:2], LEADER)
    add_files(project, FILES[2:], LEADER, are_references=True)
    assert [one.is_reference for one in project.state().organisations] == [False, False, True]


def test_nothing_is_added_where_one_file_cannot_be_used(project: Project):
    version = project.version
    answer = add_files(project, [*FILES, "gone.bpmn", f"Nordås={FILES[0]}"], LEADER)
    assert {one.error.code for one in answer.unread} >= {"no-such-file"}
    answer = add_files(project, [FILES[1], f"Nordås={FILES[0]}"], LEADER)
    assert {one.error.code for one in answer.unread} == {"equal-organisations"}
    assert project.version == version


def test_of_several_services_one_must_be_named(project: Project):
    add_files(project, FILES[:1], LEADER, service="A")
    add_files(project, FILES[1:2], LEADER, service="B")
    with pytest.raises(BadInput, match="several-services"):
        add_files(project, FILES[2:], LEADER)


def test_persons_in_a_file_are_warned_of(project: Project, tmp_path: Path):
    file = tmp_path / "vik.txt"
    file.write_text("1. Ring Kari Nordmann\n2. Sjekk 01018750186\n3. Arkiver saken\n", "utf-8")
    answer = add_files(project, [str(file)], LEADER)
    assert "person-name" in {finding.code for one in answer.added for finding in one.warnings}


def test_confirmations_are_taken_once(project: Project):
    service = with_sample(project, LEADER).id
    said = read_confirmations(CONFIRMED)
    project.do(TakeConfirmations(service=service, confirmations=said), LEADER)
    version = project.version
    assert project.state().confirmations_of(service) == said
    project.do(TakeConfirmations(service=service, confirmations=said), LEADER)
    assert project.version == version
    fewer = said.replace(same=said.same[:3])
    project.do(TakeConfirmations(service=service, confirmations=fewer, replaces=True), LEADER)
    assert project.state().confirmations_of(service) == fewer
    project.undo(LEADER)
    assert project.state().confirmations_of(service) == said


def test_decisions_come_back_from_the_file_of_questions_and_only_new_ones_are_taken(project: Project, tmp_path: Path):
    service = with_sample(project, LEADER).id
    derived = Deriver().derived(project, project.state(), service)
    assert derived.harmonised.result is not None
    about = derived.harmonised.result.open[0].about
    first = Decision(id="B1", about=about, choice="keep", reason="Alle trenger det")
    project.do(TakeDecisions(service=service, decisions=Decisions(decisions=(first,))), LEADER)
    entry = project.state().decisions[0]
    owner = project.state().organisations[0]
    project.do(Sign(decision=entry.id, organisation=owner.id, agrees=True), LEADER)
    version = project.version
    for ending in ("json", "xlsx"):
        file = tmp_path / f"open.{ending}"
        file.write_bytes(questions_file(Deriver().derived(project, project.state(), service).harmonised, str(file)))
        project.do(TakeDecisions(service=service, decisions=read_decisions(str(file))), LEADER)
        assert project.version == version, ending


def test_what_is_decided_otherwise_is_a_newer_decision(project: Project):
    service = with_sample(project, LEADER).id
    about = About(steps=(StepReference(organisation="Fjordvik", label="Motta søknad"),))
    first = Decision(id="B1", about=about, choice="keep")
    other = Decision(id="B1", about=about, choice="drop", reason="Gjøres av systemet")
    for decisions in ((first,), (other,), (other,), (first,)):
        project.do(TakeDecisions(service=service, decisions=Decisions(decisions=decisions)), LEADER)
    kept = project.state().decisions_of(service).decisions
    assert [(one.id, one.choice, one.replaces) for one in kept] == [("B1", "keep", ""), ("B2", "drop", "B1")]
