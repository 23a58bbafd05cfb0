"""What becomes of events, sub-processes, conditions, roles, messages and attached values."""

from __future__ import annotations

from procmap.alignment import Party, align
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import (
    Control,
    Lane,
    MessageFlow,
    Pool,
    Process,
    Property,
    Risk,
    StepDetails,
    Trigger,
    replace_element,
)
from procmap.soundness import soundness
from tests.behaviour.builders import process


def harmonised(*processes: Process, **options: object) -> Harmonisation:
    parties = [Party(organisation=name, process=one) for name, one in zip("ABCDE", processes, strict=False)]
    return harmonise(parties, align(parties), **options)


def copies(one: Process) -> Harmonisation:
    result = harmonised(one, one, one)
    assert (result.open, result.blocking) == ((), ())
    assert all(law.holds for law in result.invariants)
    assert len(result.common.nodes) <= len(one.nodes)
    return result


def kinds(result: Harmonisation) -> dict[str, str]:
    return {step.name: step.type for step in result.common.steps}


def test_copies_with_early_end_and_several_starts() -> None:
    one = process("s(start) -> j(xor) -> a -> x(xor) -> b -> e(end); t(start) -> j; x -> f(end)")
    result = copies(one)
    found = kinds(result)
    assert {found[name] for name in "st"} == {"startEvent"}
    assert {found[name] for name in "ef"} == {"endEvent"}


def test_copies_with_a_sub_process() -> None:
    inside = dict.fromkeys(("s2", "b", "c", "e2"), "p")
    one = process("s(start) -> a -> p(sub) -> e(end); s2(start) -> b -> c -> e2(end)", inside)
    result = copies(one)
    parents = {step.name: step.parent for step in result.common.steps}
    assert parents["b"] == parents["s2"] == "step_p"
    assert parents["a"] is None


def test_copies_with_boundary_events() -> None:
    one = process(
        "s(start) -> a -> b -> e(end); late(boundary) -> c -> f(end); note(boundary) -> d -> g(end)",
        late={"attached_to": "a"}, note={"attached_to": "b", "interrupting": False},
    )  # fmt: skip
    result = copies(one)
    hosts = {step.name: step.attached_to for step in result.common.steps if step.kind == "event" and step.attached_to}
    assert hosts == {"late": "step_a", "note": "step_b"}


def test_copies_that_wait_for_an_event_leave_a_loop_early() -> None:
    one = process(
        "s(start) -> j(xor) -> a -> x(xor) -> b -> r(race) -> got(catch) -> j\n"
        "r -> late(catch) -> f(end); x -> c -> d -> e(end)",
        got={"triggers": (Trigger(type="message"),)}, late={"triggers": (Trigger(type="timer"),)},
    )  # fmt: skip
    result = copies(one)
    assert [node.type for node in result.common.nodes if node.kind == "gateway"].count("eventBasedGateway") == 1


def test_a_sub_process_of_one_is_a_frame_around_its_steps() -> None:
    inside = dict.fromkeys(("s2", "b", "e2"), "p")
    one = process(
        "s(start) -> a -> p(sub) -> e(end); s2(start) -> b -> e2(end)", inside, s2={"name": ""}, e2={"name": ""}
    )
    flat = process("s(start) -> a -> b -> e(end)")
    result = harmonised(one, flat, flat)
    (frame,) = result.common.groups
    assert frame.members == ("step_b",)
    to = {entry.step: entry.to for entry in result.trace if entry.process == "A"}
    assert to["p"] == frame.id
    assert to["s2"] in {flow.id for flow in result.common.flows}
    assert [question.question.code for question in result.open] == ["open-frame"]
    assert next(law.holds for law in result.invariants if law.name == "accounting")


def test_condition_events_become_texts_of_the_branches() -> None:
    one = process("s(start) -> x(xor) -> yes(throw) -> a -> y(xor) -> e(end); x -> no(throw) -> y")
    one = one.replace(properties=(Property(name="notation", value="EPC"),))
    result = copies(one)
    names = {flow.name: flow for flow in result.common.flows}
    assert names["yes"].target == "step_a"
    to = {entry.step: entry.to for entry in result.trace if entry.process == "A"}
    assert (to["yes"], to["no"]) == (names["yes"].id, names["no"].id)


def test_question_and_answers_of_a_split_come_from_the_same_parties() -> None:
    text = "s(start) -> a -> x(xor) -> b -> y(xor) -> e(end); x -> y"
    ask = process(text, x={"name": "complete?"}, **{"x>b": {"name": "no"}, "x>y": {"name": "yes"}})
    other = process(text, x={"name": "missing?"}, **{"x>b": {"name": "yes"}, "x>y": {"name": "no"}})
    result = harmonised(ask, other, other)
    named = {flow.target: flow.name for flow in result.common.flows if flow.name}
    assert named["step_b"] == "yes"
    assert "missing?" in {node.name for node in result.common.nodes}


def test_roles_are_lanes_and_asked_where_names_differ() -> None:
    def laned(role: str) -> Process:
        one = process("s(start) -> a -> b -> e(end)")
        nodes = tuple(node.id for node in one.nodes)
        return one.replace(lanes=(Lane(id="lane", name=role, nodes=nodes),))

    result = harmonised(laned("clerk"), laned("clerk"), laned("treasurer"))
    assert [lane.name for lane in result.common.lanes] == ["clerk"]
    assert set(result.common.lanes[0].nodes) == {node.id for node in result.common.nodes}
    assert [question.kind for question in result.open] == ["names"]


def test_a_start_or_an_end_that_many_place_elsewhere_is_with_the_step_beside_it() -> None:
    def laned(**roles: str) -> Process:
        one = process("s(start) -> a -> b -> c -> e(end)")
        names = sorted(set(roles.values()))
        lanes = (Lane(id=name, name=name, nodes=tuple(key for key in roles if roles[key] == name)) for name in names)
        return one.replace(lanes=tuple(lanes))

    clerk = laned(s="clerk", a="clerk", b="clerk", c="clerk", e="clerk")
    boss = laned(s="boss", a="boss", b="clerk", c="boss", e="boss")
    mixed = laned(a="boss", b="clerk", c="boss")
    result = harmonised(clerk, boss, mixed)
    lanes = {
        lane.name: {node.name for node in result.common.nodes if node.id in lane.nodes} for lane in result.common.lanes
    }
    assert lanes == {"boss": {"s", "a", "c", "e"}, "clerk": {"b"}}


def test_messages_go_along_with_their_steps() -> None:
    def sending(partner: str) -> Process:
        one = process("s(start) -> a -> b -> e(end)")
        nodes = tuple(node.replace(pool="own") for node in one.nodes)
        flows = tuple(flow.replace(pool="own") for flow in one.flows)
        pools = (Pool(id="own", name="town", process="x"), Pool(id="out", name=partner))
        messages = (MessageFlow(id="m", name="letter", source="a", target="out"),)
        return one.replace(nodes=nodes, flows=flows, pools=pools, message_flows=messages)

    result = harmonised(sending("Applicant"), sending("applicant"), sending("Citizen"))
    assert [pool.name for pool in result.common.pools[1:]] == ["Applicant", "Citizen"]
    assert [(m.source, m.name) for m in result.common.message_flows] == [("step_a", "letter")] * 2
    assert soundness(result.common).verdict == "sound"


def test_attached_values_are_carried_and_controls_stay_before_what_they_guard() -> None:
    risk = Risk(id="r", on=("b",))
    control = Control(id="c", on=("a",), position="before", guards=("b",), blocking=True, risks=("r",))
    one = process("s(start) -> a -> b -> e(end)").replace(attached=(risk, control))
    other = process("s(start) -> b -> a -> e(end)")
    kept = harmonised(one, one, other)
    made = {value.id: value for value in kept.common.attached}
    assert (made["a_c"].on, made["a_c"].guards, made["a_c"].risks) == (("step_a",), ("step_b",), ("a_r",))
    assert [(fate.process, fate.id, fate.fate, fate.to) for fate in kept.carried][:2] == [
        ("A", "r", "carried", "step_b"), ("A", "c", "carried", "step_a"),
    ]  # fmt: skip
    assert next(law.holds for law in kept.invariants if law.name == "nothing_lost")
    lost = harmonised(one, other, other)
    assert "control-displaced" in [finding.code for finding in lost.blocking]


def test_values_of_steps_are_proposed_with_where_they_come_from() -> None:
    def channel(name: str, basis: str) -> Process:
        one = process("s(start) -> a -> e(end)")
        node = next(node for node in one.nodes if node.id == "a")
        return replace_element(one, node.replace(details=StepDetails(channel=name, legal_basis=(basis,))))

    result = harmonised(channel("post", "1"), channel("portal", "1"), channel("portal", "2"))
    (step,) = (step for step in result.common.steps if step.name == "a")
    assert (step.details.channel, step.details.legal_basis) == ("portal", ("1", "2"))
    said = {(entry.field, entry.value): (entry.from_, entry.why.code) for entry in result.proposal}
    assert said["channel", "portal"] == (("B", "C"), "proposal-majority")
    assert said["legal_basis", "2"] == (("C",), "proposal-union")


def test_an_unsound_source_has_half_a_vote_and_is_named() -> None:
    stuck = process("s(start) -> x(xor) -> a, b -> y(and) -> e(end)")
    result = harmonised(stuck, process("s(start) -> x(xor) -> a, b -> y(xor) -> e(end)"))
    assert [finding.code for finding in result.notes] == ["source-repaired"]
    assert result.verdict.verdict == "sound"


def test_hostile_labels_give_plain_ids() -> None:
    names = ("<a>&\"'", "æøå ÆØÅ", "日本", "", "a" * 5000, "\u202e\u0000x")
    one = process(
        "s(start) -> a -> b -> c -> d -> f -> g -> e(end)",
        **{node: {"name": name} for node, name in zip("abcdfg", names, strict=True)},
    )
    result = harmonised(one, one)
    ids = [element.id for element in result.common.elements()]
    assert len(set(ids)) == len(ids)
    assert all(element_id.replace("_", "").isascii() and len(element_id) < 60 for element_id in ids)


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    depth = 150
    chain = "s(start) -> " + " -> ".join(f"x{n}(xor) -> a{n}" for n in range(depth)) + " -> m -> "
    chain += " -> ".join(f"y{n}(xor)" for n in reversed(range(depth))) + " -> e(end)"
    skips = "; ".join(f"x{n} -> y{n}" for n in range(depth))
    one = process(f"{chain}; {skips}")
    result = harmonised(one, one)
    assert result.verdict.verdict == "sound"
