"""Nothing is lost without a word: what sources hold is in the common process, or the result tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.formats import read, read_source, write
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Decisions,
    Group,
    Lane,
    MessageFlow,
    Pool,
    Process,
    ProcessCard,
    Trigger,
)
from procmap.model.card import Indicator
from tests.behaviour.builders import process
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.blocks import Shape, party, shapes, variants
from tests.harmonisation.kept import Kept
from tests.harmonisation.test_real import is_written_and_read


def composed(*processes: Process) -> Harmonisation:
    parties = [Party(organisation=name, process=one) for name, one in zip("ABC", processes, strict=False)]
    return judged(parties)


def judged(parties: list[Party], decisions: Decisions | None = None) -> Harmonisation:
    """Return the result, in which nothing is lost and everything says where it comes from."""
    alignment = align(parties)
    result = harmonise(parties, alignment, None, decisions)
    kept = Kept(parties, alignment, result, decisions)
    assert [(name, thing) for name, thing, outcome in kept.outcomes() if outcome == "lost"] == []
    common = result.common
    for element in (*common.nodes, *common.flows, *common.lanes, *common.data, *common.message_flows):
        assert element.origins, element
    others = {(one.id, each.id) for one in parties for each in one.process.elements()} - {
        (one.id, step.id) for one in parties for step in one.process.steps
    }
    assert sorted((fate.process, fate.element) for fate in result.elements) == sorted(others)
    assert all(fate.to is not None for fate in result.elements if fate.fate == "carried")
    assert all(fate.why for fate in result.elements if fate.fate == "left_out")
    return result


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_cases(folder: Path) -> None:
    case = Case(folder)
    judged(list(case.parties))
    judged(list(case.parties), Decisions.model_validate(case.load("decisions.json")))


@pytest.mark.shared
def test_files_of_other_tools(shared: Path) -> None:
    for path in sorted((shared / "data" / "interop" / "Reference").glob("*.bpmn")):
        for one in read(str(path)).processes:
            if one.nodes:
                common = judged([Party(organisation="A", process=one)]).common
                document = read_source(write((common,), "common.bpmn").content, "common.bpmn")
                assert document.findings == ()
                assert {node.id for found in document.processes for node in found.nodes} == {
                    node.id for node in common.nodes
                }


@given(shapes(list("abcdef")).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3)))))
def test_variants(made: tuple[Shape, ...]) -> None:
    judged([party(name, shape) for name, shape in zip("ABC", made, strict=True)])


def test_origins_survive_writing() -> None:
    result = judged(list(Case(FOLDERS[0]).parties))
    (again,) = read_source(write((result.common,), "common.bpmn").content, "common.bpmn").processes
    for field in ("nodes", "flows", "lanes", "data", "message_flows", "groups"):
        told = {element.id: set(element.origins) for element in getattr(again, field)}
        assert told == {element.id: set(element.origins) for element in getattr(result.common, field)}, field


def test_a_flow_comes_from_the_flow_that_joins_the_same_steps() -> None:
    one = process("s(start) -> a -> x(xor) -> b -> y(xor) -> e(end); x -> y")
    other = process("s(start) -> a -> b -> e(end)")
    common = composed(one, one, other).common
    (flow,) = (flow for flow in common.flows if flow.target == "step_b")
    told = {origin.organisation: origin.element for origin in flow.origins}
    assert told["A"] == told["B"] == next(flow.id for flow in one.flows if flow.target == "b")
    gateways = [node for node in common.nodes if node.kind == "gateway"]
    assert {origin.element for node in gateways for origin in node.origins} == {"x", "y"}


def test_what_is_not_taken_is_told() -> None:
    text = "s(start) -> a -> x(xor) -> b -> y(xor) -> e(end); x -> y"
    rich = process(text, x={"name": "big?"}, **{"x>b": {"name": "yes", "condition": "size > 3"}})
    other = process(text, x={"name": "large?"}, **{"x>b": {"name": "yes", "condition": "size > 4"}})
    result = composed(rich, other, other)
    told = {(finding.code, finding.params["value"]) for fate in result.elements for finding in fate.why}
    assert told == {("not-taken-name", "big?"), ("not-taken-condition", "size > 3")}
    triggers = [process("s(start) -> a -> e(end)", s={"triggers": (Trigger(type="timer", time=day),)}) for day in "122"]
    (entry,) = (entry for entry in composed(*triggers).proposal if entry.field == "trigger")
    assert [(other.from_, "1" in other.value) for other in entry.others] == [(("A",), True)]


def test_documents_stay_at_their_steps() -> None:
    def drawn(state: str, name: str = "Draft") -> Process:
        one = process("s(start) -> a -> b -> e(end)")
        data = (
            DataItem(id="d", name=name),
            DataItem(id="r", type="dataObjectReference", refers_to="d", state=state),
        )
        lines = (
            DataAssociation(id="out", type="output", node="a", target="r"),
            DataAssociation(id="in", type="input", node="b", sources=("r",)),
        )
        return one.replace(data=data, data_associations=lines)

    common = composed(drawn("new"), drawn("new", "draft"), drawn("signed")).common
    shown = [(item.type, item.state, len(item.origins)) for item in common.data]
    assert shown == [("dataObject", "", 3), ("dataObjectReference", "new", 2), ("dataObjectReference", "signed", 1)]
    assert [(line.type, line.node, len(line.origins)) for line in common.data_associations] == [
        ("output", "step_a", 2), ("input", "step_b", 2), ("output", "step_a", 1), ("input", "step_b", 1),
    ]  # fmt: skip


def test_groups_and_texts_go_along() -> None:
    one = process("s(start) -> a -> b -> e(end)").replace(
        groups=(Group(id="g", name="Intake", members=("a", "b"), documentation=("why",)),),
        annotations=(Annotation(id="t", text="ask first"),),
        associations=(Association(id="l", source="b", target="t"),),
    )
    common = composed(one, one).common
    (group,), (text,), (line,) = common.groups, common.annotations, common.associations
    assert (group.name, group.members, group.documentation) == ("Intake", ("step_a", "step_b"), ("why",))
    assert (line.source, line.target, len(line.origins)) == ("step_b", text.id, 2)


def test_lanes_inside_lanes() -> None:
    one = process("s(start) -> a -> b -> e(end)").replace(
        lanes=(
            Lane(id="o", name="Office"), Lane(id="c", name="Clerk", parent="o", nodes=("s", "a")),
            Lane(id="m", name="Manager", parent="o", nodes=("b", "e")),
        ),
    )  # fmt: skip
    common = composed(one, one).common
    assert [(lane.name, lane.parent) for lane in common.lanes] == [
        ("Office", None), ("Clerk", "lane_office"), ("Manager", "lane_office"),
    ]  # fmt: skip
    assert common.lanes[1].nodes == ("step_s", "step_a")


def with_pools(*, citizen: bool) -> Process:
    """Return a process of an office, with what the citizen does drawn out, or as a black box."""
    one = process("s(start) -> a -> b -> e(end)")
    nodes = tuple(node.replace(pool="office") for node in one.nodes)
    flows = tuple(flow.replace(pool="office") for flow in one.flows)
    if citizen:
        own = process("s2(start) -> apply -> wait -> e2(end)")
        nodes += tuple(node.replace(pool="citizen") for node in own.nodes)
        flows += tuple(flow.replace(id=f"c{flow.id}", pool="citizen") for flow in own.flows)
    pools = (Pool(id="office", name="Town", process="p"), Pool(id="citizen", name="Citizen"))
    sent = MessageFlow(id="m", name="application", source="apply" if citizen else "citizen", target="a")
    return one.replace(nodes=nodes, flows=flows, pools=pools, message_flows=(sent,))


def test_pools_that_are_drawn_out_stay_participants() -> None:
    result = composed(with_pools(citizen=True), with_pools(citizen=True))
    common = result.common
    assert [pool.name for pool in common.pools[1:]] == ["Citizen"]
    assert {node.name for node in common.nodes if node.pool == common.pools[1].id} == {"s2", "apply", "wait", "e2"}
    assert [(one.source, one.target) for one in common.message_flows] == [("step_apply", "step_a")]
    assert (result.verdict.verdict, result.open) == ("sound", ())
    assert all(law.holds for law in result.invariants)
    is_written_and_read(common)


def test_a_black_box_of_others_is_the_participant_that_some_draw_out() -> None:
    common = composed(with_pools(citizen=True), with_pools(citizen=True), with_pools(citizen=False)).common
    assert [pool.name for pool in common.pools[1:]] == ["Citizen"]
    citizen = common.pools[1]
    assert {origin.organisation for origin in citizen.origins} == {"A", "B", "C"}
    assert {one.source for one in common.message_flows} == {citizen.id, "step_apply"}


def test_a_pool_that_most_draw_as_a_lane_is_a_role() -> None:
    alone = process("s(start) -> a -> b -> e(end)")
    split = process("s(start) -> a -> e(end)")
    nodes = tuple(node.replace(pool="office") for node in split.nodes)
    archive = Activity(id="b", name="b", pool="archive")
    pools = (Pool(id="office", name="Town", process="p"), Pool(id="archive", name="Archive", process="q"))
    flows = tuple(flow.replace(pool="office") for flow in split.flows)
    apart = split.replace(nodes=(*nodes, archive), flows=flows, pools=pools)
    result = composed(alone, alone, apart)
    assert {node.pool for node in result.common.nodes} == {"pool_common"}
    assert "source-of-several-pools" in {note.code for note in result.notes}
    assert [lane.name for lane in result.common.lanes] == ["Archive"]


def test_event_sub_processes_stand_beside_the_flow() -> None:
    inside = dict.fromkeys(("s2", "b", "e2"), "p")
    one = process(
        "s(start) -> a -> e(end); p(sub); s2(start) -> b -> e2(end)", inside, p={"triggered_by_event": True},
        s2={"triggers": (Trigger(type="message"),), "interrupting": False},
    )  # fmt: skip
    flat = process("s(start) -> a -> e(end)")
    for result in (composed(one, one), composed(one, flat, flat)):
        aside = next(step for step in result.common.steps if step.name == "p")
        assert isinstance(aside, Activity)
        assert aside.triggered_by_event
        assert not any(aside.id in (flow.source, flow.target) for flow in result.common.flows)
        assert {step.name for step in result.common.steps if step.parent == aside.id} == {"s2", "b", "e2"}
        assert result.verdict.verdict == "sound"


def test_no_flow_is_drawn_between_the_ends_of_a_link() -> None:
    link = {"triggers": (Trigger(type="link", name="on"),)}
    one = process("s(start) -> a -> out(throw); in(catch) -> b -> e(end)", **{"out": link, "in": link})
    result = composed(one, one)
    assert ("step_out", "step_in") not in {(flow.source, flow.target) for flow in result.common.flows}
    assert (result.verdict.verdict, result.open) == ("sound", ())


def test_compensation_stands_beside_the_flow() -> None:
    one = process(
        "s(start) -> a -> e(end); back(boundary); undo(task)",
        back={"attached_to": "a", "triggers": (Trigger(type="compensate"),)}, undo={"for_compensation": True},
    ).replace(associations=(Association(id="l", source="back", target="undo", direction="one"),))  # fmt: skip
    common = composed(one, one).common
    back = next(step for step in common.steps if step.name == "back")
    assert (back.type, back.attached_to) == ("boundaryEvent", "step_a")
    assert [(line.source, line.target, line.direction) for line in common.associations] == [
        ("step_back", "step_undo", "one"),
    ]
    assert len(common.flows) == 2


def test_the_card_keeps_what_can_be_kept_and_tells_the_rest() -> None:
    one = process("s(start) -> a -> e(end)")
    cards = [
        ProcessCard(owner="Planning", sensitivity="open", version="3", legal_basis=("1",)),
        ProcessCard(owner="Planning", sensitivity="restricted", volume_per_year=40, legal_basis=("2",)),
        ProcessCard(owner="Building", indicators=(Indicator(name="days"),)),
    ]
    result = composed(*(one.replace(card=card) for card in cards))
    card = result.common.card
    assert (card.owner, card.sensitivity, card.legal_basis) == ("Planning", "restricted", ("1", "2"))
    assert (card.version, card.volume_per_year, [each.name for each in card.indicators]) == ("", None, ["days"])
    told = {entry.field: [(other.value, other.from_) for other in entry.others] for entry in result.proposal}
    assert (told["version"], told["volume_per_year"]) == ([("3", ("A",))], [("40", ("B",))])
    assert (told["owner"], told["sensitivity"]) == ([("Building", ("C",))], [("open", ("A",))])
