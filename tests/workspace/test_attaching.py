"""Who has what at which row, and what lacks."""

from __future__ import annotations

from typing import get_args

import pytest

from procmap.model import Control, Risk, RosaAssessment
from procmap.workspace import Deriver, Project
from procmap.workspace.attaching import WHOLE, AttachedKind, Attaching, entry_of, new_value_id
from procmap.workspace.commands import RemoveAttached, ReplaceSource, SetAttached
from procmap.workspace.parties import with_attached
from tests.workspace.conftest import LEADER
from tests.workspace.samples import SAMPLES, incoming, with_sample

KINDS: tuple[AttachedKind, ...] = get_args(AttachedKind)


def attaching_of(project: Project) -> Attaching:
    state = project.state()
    return Attaching(Deriver().derived(project, state, state.services[0].id))


@pytest.mark.parametrize("sample", ["byggesoknad", "anskaffelse", "journalforing"])
def test_every_value_stands_in_the_table_of_its_kind(project: Project, sample: str):
    with_sample(project, LEADER, sample)
    attaching = attaching_of(project)
    for kind in KINDS:
        lines = attaching.lines(kind)
        assert [line.number for line in lines] == list(range(1, len(lines) + 1))
        assert lines[-1].row == WHOLE
        for place, party in enumerate(attaching.parties):
            shown = {value.id for line in lines for value in line.cells[place].values}
            assert shown == {value.id for value in party.process.attached if value.kind == kind}


def test_a_cell_says_how_it_stands_to_the_others(project: Project):
    with_sample(project, LEADER)
    for line in attaching_of(project).lines("control"):
        states = [cell.state for cell in line.cells]
        having = sum(bool(cell.values) for cell in line.cells)
        if line.row == WHOLE:
            continue
        assert ("missing" in states) <= (having > 0)
        assert ("only" in states) == (having == 1)
        for cell in line.cells:
            assert bool(cell.values) == (cell.state in ("present", "only", "other"))
    with_states = {cell.state for line in attaching_of(project).lines("rosa") for cell in line.cells}
    assert {"present", "other", "no-step"} <= with_states


def test_what_is_carried_over_stands_at_its_row_of_the_common_process(project: Project):
    with_sample(project, LEADER)
    lines = attaching_of(project).lines("control")
    carried = [line for line in lines if line.common.values]
    assert carried
    for line in carried[:-1]:
        assert any(cell.values for cell in line.cells)


def test_what_is_set_outlives_a_new_import_and_what_is_taken_away_stays_away(project: Project):
    service = with_sample(project, LEADER)
    attaching = attaching_of(project)
    party = attaching.parties[0]
    entry = entry_of(project.state(), service.id, party)
    line = next(line for line in attaching.lines("control") if line.row and line.cells[0].state == "nothing")
    step = attaching.step_at(party, line.row)
    reference = attaching.reference(party, step)
    value = Control(id=new_value_id(party.process, "control", "Fire øyne"), name="Fire øyne")
    assert value.id not in {each.id for each in party.process.attached}
    project.do(SetAttached(process=entry.id, value=value, step=reference), LEADER)
    path = SAMPLES / "byggesoknad" / "fjordvik.bpmn"
    anew = incoming(path).replace(source=path.read_bytes() + b"\n", source_name="ny.bpmn")
    project.do(ReplaceSource(process=entry_of(project.state(), service.id, party), incoming=anew), LEADER)
    again = next(each for each in attaching_of(project).lines("control") if each.number == line.number)
    assert [each.id for each in again.cells[0].values] == [value.id]
    assert again.cells[0].state == "only"
    project.do(RemoveAttached(process=entry.id, kind="control", value_id=value.id), LEADER)
    gone = next(each for each in attaching_of(project).lines("control") if each.number == line.number)
    assert not gone.cells[0].values


def test_risks_without_a_control_and_values_at_no_step_are_found(project: Project):
    service = with_sample(project, LEADER)
    attaching = attaching_of(project)
    assert {risk.name for risk, _ in attaching.untreated()} == {"Feil i vedtaket"}
    party = attaching.parties[0]
    entry = entry_of(project.state(), service.id, party)
    project.do(SetAttached(process=entry.id, value=Risk(id="r99", name="Brann")), LEADER)
    project.do(SetAttached(process=entry.id, value=Control(id="k99", name="Vakt", risks=("r99",), key=True)), LEADER)
    attaching = attaching_of(project)
    assert "r99" not in {risk.id for risk, _ in attaching.untreated()}
    assert "r99" in {risk.id for risk, _ in attaching.loose("risk")}
    assert "k99" in {control.id for control, _ in attaching.key_controls()}
    assert attaching.lines("risk")[-1].cells[0].values


def test_what_is_not_decided_is_told(project: Project):
    with_sample(project, LEADER)
    fates = attaching_of(project).fates("record")
    assert len(fates) == 2
    assert {fate.fate for fate, _, _ in fates} == {"open"}
    for fate, value, party in fates:
        assert (fate.id, fate.process) == (value.id, party.id)


def test_a_value_on_what_is_no_step_stays_there_when_it_is_changed(project: Project):
    """A value can be attached to a document; no reference cites it."""
    service = with_sample(project, LEADER)
    attaching = attaching_of(project)
    party = attaching.parties[0]
    entry = entry_of(project.state(), service.id, party)
    steps = {step.id for step in party.process.steps}
    lane = next(element.id for element in party.process.elements() if element.id not in steps)
    value = RosaAssessment(id="rosa-1", on=(lane,), level=3)
    process = party.process.replace(attached=(value,))
    project.do(SetAttached(process=entry.id, value=value.replace(level=4)), LEADER)
    changed = [one for one in project.state().attached if one.process == entry.id]
    assert with_attached(process, changed).attached == (value.replace(level=4),)
