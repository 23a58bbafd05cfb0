"""Edits do what their names say, lose nothing, and leave a process that is as sound as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.editing import (
    Way,
    add_branch,
    add_end,
    add_step,
    change_step,
    loop_back,
    merge_steps,
    move_step,
    new_process,
    outline,
    remove_step,
    rename,
    set_role,
    split_step,
)
from procmap.formats import read, read_source, write
from procmap.model import Activity, BadInput, Control, Process, validate
from procmap.model.index import Index
from procmap.soundness import soundness

SAMPLES = Path(__file__).resolve().parents[2] / "bpmn_samples"


def typed(*labels: str) -> tuple[Process, tuple[str, ...]]:
    """Return a process as somebody types it, one step after the other, and the ids of its steps."""
    process = new_process("Byggesøknad", "Nord")
    ids: list[str] = []
    for label in labels:
        process, made = add_step(process, label, after=ids[-1] if ids else "Start_1")
        ids.append(made)
    return process, tuple(ids)


def labels(process: Process) -> list[str]:
    """Return the labels of the list of steps that have one."""
    return [line.label for line in outline(process) if line.label]


def test_what_is_typed_stands_in_its_order() -> None:
    process, _ = typed("Motta søknad", "Kontrollere vedlegg", "Fatte vedtak")
    assert labels(process) == ["Motta søknad", "Kontrollere vedlegg", "Fatte vedtak"]
    assert soundness(process).verdict == "sound"


def test_a_step_stands_after_the_one_that_is_named_or_first() -> None:
    process, ids = typed("A", "C")
    process, _ = add_step(process, "B", after=ids[0])
    process, _ = add_step(process, "Z")
    process, _ = add_step(process, "D", after="End_1")
    assert labels(process) == ["Z", "A", "B", "C", "D"]


def test_a_step_has_the_role_of_the_one_beside_it_or_its_own() -> None:
    process, ids = typed("A")
    process = set_role(process, ids[0], "Saksbehandler")
    process, second = add_step(process, "B", after=ids[0])
    process, third = add_step(process, "C", after=second, role="Leder")
    index = Index(process)
    assert [index.role(key) for key in (ids[0], second, third)] == ["Saksbehandler", "Saksbehandler", "Leder"]
    process = set_role(process, third, "Saksbehandler")
    assert [lane.name for lane in process.lanes] == ["Saksbehandler"]


def test_a_step_is_moved() -> None:
    process, ids = typed("A", "B", "C")
    assert labels(move_step(process, ids[2], after=ids[0])) == ["A", "C", "B"]
    assert labels(move_step(process, ids[2], after=None)) == ["C", "A", "B"]
    assert labels(move_step(process, ids[0], after="End_1")) == ["B", "C", "A"]
    assert move_step(process, ids[1], after=ids[0]) == process


def test_a_step_is_taken_away_and_what_was_attached_stays_with_the_process() -> None:
    process, ids = typed("A", "B")
    process = process.replace(attached=(Control(id="K1", name="To øyne", on=(ids[1],)),))
    left = remove_step(process, ids[1])
    assert labels(left) == ["A"]
    assert [(value.id, value.on) for value in left.attached] == [("K1", ())]
    assert soundness(left).verdict == "sound"


def test_a_step_becomes_several_and_several_one() -> None:
    process, ids = typed("A", "B", "C")
    process = process.replace(attached=(Control(id="K1", on=(ids[2],)),))
    split, made = split_step(process, ids[1], ["B1", "B2", "B3"])
    assert labels(split) == ["A", "B1", "B2", "B3", "C"]
    assert made[0] == ids[1]
    merged = merge_steps(split, (*made, ids[2]), "Alt")
    assert labels(merged) == ["A", "Alt"]
    assert merged.attached[0].on == (ids[1],)
    assert soundness(merged).verdict == "sound"


@pytest.mark.parametrize("kind", ["either-or", "together", "one-or-more"])
def test_ways_part_and_meet_again(kind: str) -> None:
    process, ids = typed("A", "D")
    process, made = add_branch(
        process, ids[0], [Way(condition="ja", steps=("B",)), Way(condition="nei", steps=("C", "C2"))], kind, "Komplett?"
    )
    assert sorted(labels(process)) == ["A", "B", "C", "C2", "D"]
    assert soundness(process).verdict == "sound"
    lines = {line.label: line for line in outline(process)}
    assert sorted(lines["A"].next) == ["B", "C"]
    assert lines["B"].when == (() if kind == "together" else ("ja",))
    without = remove_step(process, made[0])
    assert soundness(without).verdict == "sound"


def test_a_way_without_steps_goes_straight_on() -> None:
    process, ids = typed("A", "C")
    process, made = add_branch(process, ids[0], [Way(condition="mangler", steps=("B",)), Way(condition="komplett")])
    assert soundness(process).verdict == "sound"
    # Nothing is left to choose when its step goes: the gateways go too.
    gone = remove_step(process, made[0])
    assert labels(gone) == ["A", "C"]
    assert soundness(gone).verdict == "sound"


def test_a_way_leads_back() -> None:
    process, ids = typed("A", "B", "C")
    process = loop_back(process, ids[1], ids[0], "mangler", "komplett")
    assert soundness(process).verdict == "sound"
    assert set(next(line for line in outline(process) if line.id == ids[1]).next) == {"A", "C"}
    with pytest.raises(BadInput, match="no-way-back"):
        loop_back(process, ids[1], "Start_1")


def test_an_end_is_added_where_the_work_stops() -> None:
    process, ids = typed("A")
    process = remove_step(process, "End_1")
    assert [line.type for line in outline(add_end(process, ids[0], "Ferdig"))] == ["startEvent", "task", "endEvent"]
    with pytest.raises(BadInput, match="goes-on"):
        add_end(typed("A")[0], ids[0])


def test_fields_of_a_step_are_changed() -> None:
    process, ids = typed("A")
    process = change_step(process, ids[0], type="userTask", systems=("ArkivSak",))
    step = next(node for node in process.nodes if node.id == ids[0])
    assert isinstance(step, Activity)
    assert (step.type, step.details.systems) == ("userTask", ("ArkivSak",))
    assert labels(rename(process, ids[0], " Ny\nlabel ")) == ["Ny label"]


def _sources() -> list[Path]:
    return sorted(path for path in SAMPLES.rglob("*") if path.suffix in {".bpmn", ".xlsx", ".docx"})


@given(source=st.sampled_from(_sources()), data=st.data())
def test_edits_lose_nothing_and_what_is_written_is_read_again(source: Path, data: st.DataObject) -> None:
    process = read(str(source)).processes[0]
    attached = {(value.kind, value.id) for value in process.attached}
    steps = [node.id for node in process.nodes if isinstance(node, Activity)]
    for _ in range(data.draw(st.integers(1, 4))):
        first, second = data.draw(st.sampled_from(steps)), data.draw(st.sampled_from(steps))
        edit = data.draw(st.sampled_from(("add", "move", "remove", "split", "merge", "branch", "role", "back")))
        was = {node.id for node in process.nodes if isinstance(node, Activity)}
        gone: set[str] = set()
        try:
            if edit == "add":
                process, _made = add_step(process, "Ny", after=first)
            elif edit == "move":
                process = move_step(process, first, after=second)
            elif edit == "remove":
                process, gone = remove_step(process, first), {first}
            elif edit == "split":
                process, _ids = split_step(process, first, ["En", "To"])
            elif edit == "merge":
                process, gone = merge_steps(process, (first, second)), {second}
            elif edit == "branch":
                process, _ids = add_branch(process, first, [Way(condition="ja", steps=("X",)), Way(condition="nei")])
            elif edit == "role":
                process = set_role(process, first, "Ny rolle")
            else:
                process = loop_back(process, first, second, "igjen")
        except BadInput:
            continue
        now = {node.id for node in process.nodes if isinstance(node, Activity)}
        assert was - now <= gone
        steps = [each for each in steps if each in now]
        assert {(value.kind, value.id) for value in process.attached} == attached
        assert not [finding for finding in validate(process) if finding.severity == "blocking"]
        if not steps:
            break
    again = read_source(write((process,), "x.bpmn").content, "x.bpmn").processes[0]
    assert {node.id for node in again.nodes} == {node.id for node in process.nodes}


@given(source=st.sampled_from(_sources()), data=st.data())
def test_a_sound_process_stays_sound_where_steps_come_and_move_in_their_branch(
    source: Path, data: st.DataObject
) -> None:
    process = read(str(source)).processes[0]
    before = soundness(process).verdict
    steps = [node.id for node in process.nodes if isinstance(node, Activity)]
    first = data.draw(st.sampled_from(steps))
    edit = data.draw(st.sampled_from(("add", "split", "branch", "rename", "role")))
    if edit == "add":
        process, _ = add_step(process, "Ny", after=first)
    elif edit == "split":
        process, _ = split_step(process, first, ["En", "To", "Tre"])
    elif edit == "branch":
        process, _ = add_branch(process, first, [Way(condition="ja", steps=("X",)), Way(condition="nei")])
    elif edit == "rename":
        process = rename(process, first, "Annet navn")
    else:
        process = set_role(process, first, "Ny rolle")
    assert soundness(process).verdict == before
