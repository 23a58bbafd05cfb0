"""What follows from a project is what the commands give for the same files and the same words of people."""

from __future__ import annotations

from procmap.answers.comparison_files import comparison_content
from procmap.answers.harmonise import harmonise_answer, harmonise_files
from procmap.answers.pictures import picture_of
from procmap.answers.reporting import make_reports
from procmap.behaviour import References
from procmap.model import Decision
from procmap.workspace import Deriver, Project
from procmap.workspace.commands import AddNote, ChangeService, Confirm, Decide, Sign
from tests.workspace.conftest import LEADER
from tests.workspace.samples import SAMPLES, with_sample


def test_a_service_gives_what_its_files_give(any_project: Project) -> None:
    service = with_sample(any_project, LEADER)
    files = sorted(str(path) for path in (SAMPLES / "byggesoknad").glob("*.bpmn"))
    ours = harmonise_answer(Deriver().derived(any_project, any_project.state(), service.id).harmonised)
    theirs = harmonise_answer(harmonise_files(files))
    assert ours.rows == theirs.rows
    assert ours.differences == theirs.differences
    assert theirs.common is not None
    assert ours.common == theirs.common.replace(name=service.name)
    assert ours.open == theirs.open


def test_what_does_not_matter_computes_nothing_anew(any_project: Project) -> None:
    service = with_sample(any_project, LEADER)
    deriver = Deriver()
    first = deriver.derived(any_project, any_project.state(), service.id)
    any_project.do(AddNote(service=service.id, text="Husk fristen"), LEADER)
    assert deriver.derived(any_project, any_project.state(), service.id) is first
    step = first.aligned.parties[0].process.steps[2]
    reference = References(first.aligned.parties[0].process).make(step.id)
    any_project.do(Confirm(service=service.id, kind="alone", steps=(reference,)), LEADER)
    assert deriver.derived(any_project, any_project.state(), service.id) is not first


def test_a_sign_off_is_part_of_its_decision(any_project: Project) -> None:
    service = with_sample(any_project, LEADER)
    derived = Deriver().derived(any_project, any_project.state(), service.id)
    result = derived.harmonised.result
    assert result is not None
    about = result.open[0].about
    any_project.do(Decide(service=service.id, decisions=(Decision(id="", about=about, choice="keep"),)), LEADER)
    entry = any_project.state().decisions[0]
    north, south = any_project.state().organisations[:2]
    any_project.do(Sign(decision=entry.id, organisation=south.id, agrees=True), LEADER)
    any_project.do(Sign(decision=entry.id, organisation=north.id, agrees=False, why="For få folk"), LEADER)
    decision = any_project.state().decisions_of(service.id).decisions[0]
    assert (decision.id, decision.agreed) == ("B1", (south.name,))
    assert [(one.organisation, one.why) for one in decision.dissent] == [(north.name, "For få folk")]


def test_who_agrees_computes_nothing_anew(project: Project) -> None:
    service = with_sample(project, LEADER)
    deriver = Deriver()
    result = deriver.derived(project, project.state(), service.id).harmonised.result
    assert result is not None
    about = result.open[0].about
    project.do(Decide(service=service.id, decisions=(Decision(id="", about=about, choice="keep"),)), LEADER)
    before = deriver.derived(project, project.state(), service.id)
    entry = project.state().decisions[0]
    for owner in project.state().organisations:
        project.do(Sign(decision=entry.id, organisation=owner.id, agrees=True), LEADER)
        after = deriver.derived(project, project.state(), service.id)
        assert after is not before
        assert (after.unsigned, after.key != before.key) == (before.unsigned, True)
        assert after.harmonised.result is before.harmonised.result
        assert after.comparison is before.comparison
        assert after.inputs.decisions.decisions[0].agreed[-1] == owner.name


def test_a_decision_that_leaves_the_rows_as_they_are_compares_nothing_anew(project: Project) -> None:
    service = with_sample(project, LEADER)
    deriver = Deriver()
    before = deriver.derived(project, project.state(), service.id)
    result = before.harmonised.result
    assert result is not None
    compared = before.comparison
    decision = Decision(id="", about=result.open[0].about, choice="keep")
    project.do(Decide(service=service.id, decisions=(decision,)), LEADER)
    after = deriver.derived(project, project.state(), service.id)
    assert after.key != before.key
    assert after.comparison is compared
    assert after.compared == before.key
    assert after.harmonised.result != result
    anew = Deriver().derived(project, project.state(), service.id)
    assert anew.harmonised.result == after.harmonised.result
    assert anew.comparison == after.comparison
    step = after.parties[0].process.steps[2]
    said = Confirm(service=service.id, kind="alone", steps=(References(after.parties[0].process).make(step.id),))
    project.do(said, LEADER)
    other = deriver.derived(project, project.state(), service.id)
    assert other.compared == other.key


def test_reports_and_the_common_process_are_called_as_the_service_whatever_files_say(project: Project) -> None:
    service = with_sample(project, LEADER)
    project.do(ChangeService(service=service.replace(name="Byggesak  i nye Fjordnes")), LEADER)
    harmonised = Deriver().derived(project, project.state(), service.id).harmonised
    called = "Byggesak i nye Fjordnes"
    result, comparison = harmonised.result, harmonised.comparison
    assert result is not None
    assert comparison is not None
    assert (result.common.name, result.common.card.name) == (called, called)
    assert not any(entry.field == "name" and not entry.rows for entry in result.proposal)
    of_process = [pool.process_name for pool in result.common.pools if pool.process is not None]
    assert called in of_process
    ((_, report),) = make_reports(harmonised, ["r.html"])
    assert f"<title>One common process: {called}</title>" in report.decode("utf-8")
    for ending in ("html", "svg", "text"):
        content = comparison_content(harmonised.aligned, comparison, ending).decode("utf-8")
        assert called in content
    picture = picture_of(harmonised.aligned, comparison, "overlay")
    assert picture.process.name.startswith(f"{called}: ")
