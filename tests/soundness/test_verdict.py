from __future__ import annotations

import pytest
import rust_bpmn_analyzer_bindings as analyser
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.soundness_agreement import PROPERTIES, as_xml
from benchmarks.token_game import TokenGame, Unplayable
from benchmarks.verdicts import relations
from procmap.formats import read
from procmap.model import Activity, Process, SequenceFlow
from procmap.soundness import soundness
from tests.behaviour.blocks import blocks, drawn
from tests.behaviour.builders import process
from tests.behaviour.test_faults import swapped


@given(blocks(("seq", "xor", "and", "or", "loop")))
def test_a_block_structured_process_is_sound(block):
    assert soundness(drawn(block)).verdict == "sound"


@given(blocks(("seq", "xor", "and"), leaves=6), st.integers(0, 10_000))
def test_an_acyclic_process_is_judged_as_rust_bpmn_analyzer_does(block, seed):
    broken = drawn(block).replace(nodes=swapped(drawn(block), seed).nodes)
    theirs = all(getattr(analyser, f"analyze_{name}")(as_xml(broken)).fulfilled for name in PROPERTIES)
    assert soundness(broken).verdict == ("sound" if theirs else "unsound")


@given(blocks(("seq", "xor", "and", "or", "loop"), leaves=6), st.integers(0, 10_000))
def test_verdicts_and_relations_are_those_of_a_plain_token_game(block, seed):
    for one in (drawn(block), drawn(block).replace(nodes=swapped(drawn(block), seed).nodes)):
        try:
            game = TokenGame(one, 500)
        except Unplayable:
            continue
        assert soundness(one).verdict == ("unsound" if game.faults else "sound")
        if not game.faults:
            assert not relations(one, game)[False]


def test_the_same_process_gets_the_same_verdict():
    broken = process("s(start) -> a -> x(xor) -> b, c -> y(and) -> e(end)")
    assert soundness(broken) == soundness(broken)


def test_a_deadlock_can_be_told_in_words():
    names = {"a": {"name": "Motta søknad"}, "b": {"name": "Sjekk"}, "c": {"name": "Avslå"}}
    verdict = soundness(process("s(start) -> a -> x(xor) -> b, c -> y(and) -> e(end)", **names, s={"name": ""}))
    assert verdict.verdict == "unsound"
    assert verdict.path == ("s", "a", "x", "b")
    deadlock, dead = verdict.findings
    assert (deadlock.code, deadlock.elements) == ("unsound-deadlock", ("y",))
    assert deadlock.params == {
        "after": "Motta søknad → Sjekk", "last": "Sjekk", "at": "y", "has": "Sjekk", "waits_for": "Avslå",
    }  # fmt: skip
    assert (dead.code, dead.params["steps"]) == ("unsound-dead", "e")


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("s(start) -> x(and) -> a, b -> y(xor) -> c -> e(end)", "unsound-unsafe", "c"),
        ("s(start) -> x(and) -> a, b -> e(end)", "unsound-ends-twice", "e"),
    ],
)
def test_two_tokens_where_one_may_be_are_told_with_the_place(text, code, at):
    (finding,) = soundness(process(text)).findings
    assert (finding.code, finding.params["at"]) == (code, at)


def test_a_loop_without_a_way_out_is_told_with_its_steps():
    (finding,) = soundness(process("s(start) -> a -> j(xor) -> b -> c -> j")).findings
    assert finding.code == "unsound-livelock"
    assert finding.params["steps"] == "s, a, b, c"


def test_starts_that_must_start_together_do():
    verdict = soundness(process("a(start) -> k -> y(and) -> e(end); b(start) -> y"))
    assert verdict.verdict == "sound"
    assert [note.code for note in verdict.notes] == ["several-starts"]


def test_the_pools_are_judged_one_by_one():
    drawing = process("s(start) -> a -> e(end); t(start) -> b -> c -> b")
    nodes = tuple(node.replace(pool="q" if node.id in "tbc" else "p") for node in drawing.nodes)
    verdict = soundness(drawing.replace(nodes=nodes))
    assert (verdict.verdict, [finding.code for finding in verdict.findings]) == ("unsound", ["unsound-livelock"])


def test_an_empty_process_is_sound():
    assert soundness(Process(id="p")).verdict == "sound"


def parallel(count: int, join: str = "and") -> Process:
    return process(f"s(start) -> x(and) -> {', '.join(f't{n}' for n in range(count))} -> y({join}) -> e(end)")


def test_many_states_are_decided_by_reduction():
    verdict = soundness(parallel(40))
    assert (verdict.verdict, verdict.states < 5_000) == ("sound", True)


def test_a_fault_beside_many_states_is_found_in_what_reduction_leaves():
    wide = parallel(30)
    flows = tuple(flow for flow in wide.flows if flow.target != "e")
    rest = process("y(and) -> u(xor) -> v, w -> z(and) -> e(end)")
    nodes = (*(node for node in wide.nodes if node.id != "e"), *(node for node in rest.nodes if node.id != "y"))
    verdict = soundness(wide.replace(nodes=nodes, flows=(*flows, *rest.flows)), cap=3_000)
    assert verdict.verdict == "unsound"
    assert verdict.findings[0].code == "unsound-stops"  # what the join waits for is not known in what is left
    assert set(verdict.path) <= {node.id for node in nodes}


def test_what_is_too_large_is_not_decided_and_said_so():
    boundary = parallel(16)
    timer = process("t0 -> q; k(boundary) -> m", k={"attached_to": "t0", "interrupting": False}).nodes[2:]
    flow = SequenceFlow(id="k>m", source="k", target="m")
    verdict = soundness(boundary.replace(nodes=(*boundary.nodes, *timer), flows=(*boundary.flows, flow)), cap=2_000)
    assert verdict.verdict == "undecided"
    (finding,) = verdict.findings
    assert (finding.code, finding.params["process"]) == ("soundness-undecided", "p")


def test_many_nodes_deep_or_long_are_judged():
    size = 20_000
    deep = (Activity(id=f"n{n}", type="subProcess", parent=f"n{n - 1}" if n else None) for n in range(size))
    assert soundness(Process(id="p", nodes=tuple(deep))).verdict == "sound"
    flows = (SequenceFlow(id=f"f{n}", source=f"n{n}", target=f"n{n + 1}") for n in range(size - 1))
    long = tuple(Activity(id=f"n{n}") for n in range(size))
    assert soundness(Process(id="p", nodes=long, flows=tuple(flows))).verdict == "sound"


@pytest.mark.shared
def test_eight_of_eighty_municipal_processes_are_unsound(shared):
    (file,) = (shared / "data/municipalities").glob("*.epml")
    verdicts = [soundness(one).verdict for one in read(str(file)).processes]
    assert (verdicts.count("sound"), verdicts.count("unsound")) == (72, 8)


def test_of_a_node_with_very_many_ways_only_some_combinations_are_tried():
    wide = ", ".join(f"t{n}" for n in range(18))
    stuck = soundness(process(f"s(start) -> x(or) -> {wide} -> y(and) -> e(end)"))
    assert (stuck.verdict, stuck.findings[0].code) == ("unsound", "unsound-deadlock")
    assert soundness(process(f"s(start) -> x(or) -> {wide} -> e(end)")).verdict != "sound"
