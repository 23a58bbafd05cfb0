"""What people decided is done, or it is said why not."""

from __future__ import annotations

from typing import Any

from procmap.alignment import Party, align
from procmap.behaviour import References, read_process
from procmap.harmonisation import Harmonisation, harmonise
from procmap.model import Control, Decision, Decisions, Lane
from procmap.model.decisions import About, AttachedReference, NameReference, NamesReference
from tests.harmonisation.blocks import party

A = party("A", ("seq", "a", ("seq", "x", "b")))
B = party("B", ("seq", "a", "b"))
C = party("C", ("seq", "a", ("seq", "y", "b")))


def ref(one: Party, label: str):
    step = next(step.id for step in one.process.steps if step.name == label)
    return References(one.process).make(step, one.organisation, one.variant)


def refs(label: str, *parties: Party):
    return tuple(ref(one, label) for one in parties)


def decided(*decisions: dict[str, Any], parties: tuple[Party, ...] = (A, B, C)) -> Harmonisation:
    made = tuple(Decision(**{"id": f"d{number}", **fields}) for number, fields in enumerate(decisions, start=1))
    return harmonise(parties, align(parties), decisions=Decisions(decisions=made))


def steps(result: Harmonisation) -> list[str]:
    return [step.name for step in result.common.steps]


def relation(result: Harmonisation, one: str, other: str) -> str:
    named = {step.id: step.name for step in result.common.steps}
    (reading,) = read_process(result.common)
    return reading.order(named).relation(one, other)


def fate(result: Harmonisation, one: Party, label: str) -> tuple:
    step = ref(one, label).step
    return next((e.fate, e.to, e.decision) for e in result.trace if (e.process, e.step) == (one.id, step))


def codes(result: Harmonisation) -> list[str]:
    return [finding.code for finding in result.notes]


def test_keep_closes_a_row() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "keep"})
    assert fate(result, A, "x") == ("carried", "step_x", "d1")
    assert [question.question.params["label"] for question in result.open] == ["y"]


def test_drop_retires_by_name_and_reason() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "drop", "reason": "no longer needed"})
    assert "x" not in steps(result)
    assert fate(result, A, "x") == ("retired", None, "d1")
    assert all(law.holds for law in result.invariants)


def test_drop_needs_a_reason() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "drop"})
    assert "x" in steps(result)
    assert codes(result) == ["decision-needs"]


def test_merge_makes_one_step_of_several_rows() -> None:
    both = (*refs("x", A), *refs("y", C))
    result = decided({"about": About(steps=both), "choice": "merge", "text": "check"})
    assert steps(result) == ["start", "a", "check", "b", "end"]
    assert fate(result, A, "x") == fate(result, C, "y") == ("carried", "step_check", "d1")
    assert result.status == "ready"


def test_redesign_gives_a_new_wording() -> None:
    result = decided({"about": About(steps=refs("a", A, B, C)), "choice": "redesign", "text": "begin"})
    assert "begin" in steps(result)
    assert any(entry.field == "label" and entry.value == "begin" for entry in result.proposal)


def test_adopt_takes_the_values_of_one() -> None:
    def with_channel(one: Party, channel: str) -> Party:
        nodes = tuple(
            node.replace(details=node.details.replace(channel=channel)) if node.name == "a" else node
            for node in one.process.nodes
        )
        return one.replace(process=one.process.replace(nodes=nodes))

    parties = (with_channel(A, "post"), with_channel(B, "portal"), with_channel(C, "post"))
    about = About(steps=refs("a", *parties))
    result = decided({"about": about, "choice": "adopt", "from": "B"}, parties=parties)
    assert next(step.details.channel for step in result.common.steps if step.name == "a") == "portal"
    nobody = decided({"about": about, "choice": "adopt", "from": "D"}, parties=parties)
    assert codes(nobody) == ["decision-adopts-nothing"]


def test_local_stays_optional_under_its_condition() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "local", "condition": "only by the sea"})
    (flow,) = (flow for flow in result.common.flows if flow.target == "step_x")
    assert flow.name == "only by the sea"
    assert fate(result, A, "x") == ("carried", "step_x", "d1")


def test_order_is_as_decided() -> None:
    about = About(order=(refs("a", A, B, C), refs("b", A, B, C)))
    keep = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r"}
    for choice, wanted in (("after", ">"), ("parallel", "|"), ("either-or", "x")):
        result = decided({"about": about, "choice": choice}, keep)
        assert relation(result, "a", "b") == wanted
        assert next(law.holds for law in result.invariants if law.name == "soundness")


def test_presence_and_repeat() -> None:
    parties = (B, party("D", ("seq", "a", "b")))
    about = About(presence=refs("b", *parties))
    optional = decided({"about": about, "choice": "optional"}, parties=parties)
    assert any(node.kind == "gateway" for node in optional.common.nodes)
    again = decided({"about": About(repeat=refs("b", *parties)), "choice": "repeated"}, parties=parties)
    named = {step.id: step.name for step in again.common.steps}
    assert read_process(again.common)[0].order(named).repeats("b")


def test_the_newest_counts_and_what_is_replaced_does_not() -> None:
    about = About(steps=refs("x", A))
    drop = {"about": about, "choice": "drop", "reason": "r", "at": "2026-01-02"}
    assert "x" not in steps(decided(drop, {"about": about, "choice": "keep", "at": "2026-01-01"}))
    assert "x" in steps(decided(drop, {"about": about, "choice": "keep", "at": "2026-01-03"}))
    assert "x" in steps(decided(drop, {"about": About(steps=refs("y", C)), "choice": "keep", "replaces": "d1"}))


def test_what_cannot_be_applied_is_told() -> None:
    gone = ref(A, "x").replace(step="no", label="no such step")
    several = About(steps=(*refs("x", A), *refs("y", C)))
    for decision, code in (
        ({"about": About(steps=(gone,)), "choice": "keep"}, "decision-step-not-found"),
        ({"about": several, "choice": "keep"}, "decision-of-several-rows"),
        ({"about": About(steps=refs("x", A)), "choice": "parallel"}, "decision-not-for-this"),
        ({"about": About(steps=refs("x", A)), "choice": "move"}, "decision-needs"),
        ({"about": About(), "choice": "keep"}, "decision-about-nothing"),
    ):
        assert codes(decided(decision)) == [code]


def controlled(one: Party, label: str, **fields: Any) -> Party:
    control = Control(id="c1", name="four eyes", on=(ref(one, label).step,), **fields)
    return one.replace(process=one.process.replace(attached=(control,)))


def test_a_row_that_gained_a_control_is_asked_again() -> None:
    parties = (A, controlled(B, "a"), C)
    result = decided({"about": About(steps=refs("a", A, C)), "choice": "keep"}, parties=parties)
    assert codes(result) == ["decision-row-grown"]


def test_what_hangs_on_a_dropped_step_is_asked_until_it_is_moved_or_retired() -> None:
    parties = (controlled(A, "x"), B, C)
    drop = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r"}
    left = decided(drop, parties=parties)
    assert [value.fate for value in left.carried] == ["open"]
    assert "attached" in {question.kind for question in left.open}
    assert not next(law.holds for law in left.invariants if law.name == "nothing_lost")
    about = About(attached=AttachedReference(kind="control", id="c1", step=ref(A, "x")))
    moved = decided(drop, {"about": about, "choice": "move", "to": ref(B, "b")}, parties=parties)
    assert [(value.fate, value.to, value.decision) for value in moved.carried] == [("moved", "step_b", "d2")]
    retired = decided(drop, {"about": about, "choice": "drop", "reason": "r"}, parties=parties)
    assert [(value.fate, value.to, value.decision) for value in retired.carried] == [("retired", None, "d2")]
    assert all(law.holds for law in moved.invariants + retired.invariants)


def test_names_are_one_when_decided() -> None:
    def with_system(one: Party, name: str) -> Party:
        nodes = tuple(
            node.replace(details=node.details.replace(systems=(name,))) if node.name == "a" else node
            for node in one.process.nodes
        )
        return one.replace(process=one.process.replace(nodes=nodes))

    parties = (with_system(B, "Old"), with_system(party("D", ("seq", "a", "b")), "New"))
    members = (NameReference(organisation="B", name="Old"), NameReference(organisation="D", name="New"))
    about = About(names=NamesReference(kind="system", members=members))
    result = decided({"about": about, "choice": "merge", "text": "Archive"}, parties=parties)
    assert next(step.details.systems for step in result.common.steps if step.name == "a") == ("Archive",)


def test_every_question_can_be_answered_with_its_own_subject_and_proposal() -> None:
    parties = (
        party("A", ("seq", "a", ("and", "b", "c"))), party("B", ("seq", "c", ("xor", "a", "d"))),
        party("C", ("loop", ("skip", "a", "b"), "e")),
    )  # fmt: skip
    made: list[dict[str, Any]] = []
    for _ in range(10):
        result = decided(*made, parties=parties)
        if not result.open:
            break
        made += [{"about": each.about, "choice": each.proposal, "reason": "r"} for each in result.open]
    assert result.status == "ready"
    assert codes(result) == []


def flow(result: Harmonisation) -> dict[str, list[str]]:
    """Return the labels of the steps after each step, gateways passed over."""
    references = References(result.common)
    return {step.name: list(references.make(step.id).after) for step in result.common.steps}


def holds(result: Harmonisation) -> bool:
    return all(law.holds for law in result.invariants)


def test_a_step_is_moved_before_or_behind_another() -> None:
    long = tuple(party(name, ("seq", "a", ("seq", "b", ("seq", "c", "d")))) for name in "AB")
    about = About(steps=refs("a", *long))
    for where, wanted in (
        ((), ["b", "a", "c", "d"]),
        (("before",), ["b", "a", "c", "d"]),
        (("after",), ["b", "c", "a", "d"]),
    ):
        moved = {"about": about, "choice": "move", "to": ref(long[1], "c"), "where": where}
        result = decided(moved, parties=long)
        assert [name for name in steps(result) if name in "abcd"] == wanted
        assert result.status == "ready"
        assert holds(result)
        assert fate(result, long[0], "a") == ("carried", "step_a", "d1")


def test_a_moved_step_goes_into_the_branch_of_the_other() -> None:
    ways = tuple(party(name, ("seq", "a", ("seq", ("xor", "b", "c"), "d"))) for name in "AB")
    result = decided({"about": About(steps=refs("d", *ways)), "choice": "move", "to": ref(ways[0], "b")}, parties=ways)
    assert (relation(result, "d", "b"), relation(result, "d", "c")) == ("<", "x")
    assert holds(result)


def test_a_move_that_leads_nowhere_is_asked_again() -> None:
    long = tuple(party(name, ("seq", "a", ("seq", "b", "c"))) for name in "AB")
    one = {"about": About(steps=refs("a", *long)), "choice": "move", "to": ref(long[0], "b")}
    back = {"about": About(steps=refs("b", *long)), "choice": "move", "to": ref(long[0], "a")}
    drop = {"about": About(steps=refs("b", *long)), "choice": "drop", "reason": "r"}
    itself = {"about": About(steps=refs("a", *long)), "choice": "move", "to": ref(long[0], "a")}
    for made in ((one, back), (one, drop), (itself,)):
        result = decided(*made, parties=long)
        assert "decision-moves-nowhere" in codes(result)
        assert "again-moves-nowhere" in [each.question.code for each in result.open]
        assert holds(result)
    start = {"about": About(steps=refs("start", *long)), "choice": "move", "to": ref(long[0], "c")}
    assert codes(decided(start, parties=long)) == ["decision-cannot-move"]


def test_redesign_adds_new_steps() -> None:
    about = About(steps=refs("a", A, B, C))
    keep = [{"about": About(steps=refs(label, one)), "choice": "keep"} for label, one in (("x", A), ("y", C))]
    for text in ("prepare; a; tell", "prepare\na\ntell"):
        result = decided({"about": about, "choice": "redesign", "text": text}, *keep)
        assert steps(result)[1:4] == ["prepare", "a", "tell"]
        assert fate(result, A, "a")[1] == "step_a"
        assert result.status == "ready"
        assert holds(result)
    entries = [(entry.rows, entry.value) for entry in result.proposal if entry.field == "new_step"]
    (row,) = {rows for rows, _ in entries}
    assert [value for _, value in entries] == ["prepare", "tell"]
    assert row == next(entry.rows for entry in result.proposal if (entry.field, entry.value) == ("label", "a"))
    first = decided({"about": about, "choice": "redesign", "text": "other; more"}, *keep)
    assert fate(first, A, "a")[1] == "step_other"


def test_new_steps_can_be_passed_by_where_the_redesigned_can() -> None:
    result = decided({"about": About(steps=refs("x", A)), "choice": "redesign", "text": "x; z"}, parties=(A, B))
    presence = {"about": About(presence=refs("x", A)), "choice": "optional", "condition": "if needed"}
    skipped = decided(
        {"about": About(steps=refs("x", A)), "choice": "redesign", "text": "x; z"}, presence, parties=(A, B)
    )
    assert "z" in flow(result)["x"]
    assert sorted(flow(skipped)["a"]) == ["b", "x"]
    assert flow(skipped)["x"] == ["z"]


def test_what_is_local_is_told_by_those_who_keep_it() -> None:
    local = {"about": About(steps=refs("a", A, B, C)), "choice": "local", "where": ("B",), "text": "a in B"}
    result = decided(local)
    (step,) = (step for step in result.common.steps if step.name == "a in B")
    assert [(each.name, each.value) for each in step.properties] == [("procmap:local", "B")]
    (way,) = (flow for flow in result.common.flows if flow.target == step.id)
    assert way.name == "B"
    assert codes(decided({**local, "where": ("D",)})) == ["decision-local-nowhere"]


def test_conditions_stand_on_the_ways_that_they_are_about() -> None:
    parties = (B, party("D", ("seq", "a", "b")))
    optional = {"about": About(presence=refs("b", *parties)), "choice": "optional", "condition": "in winter"}
    result = decided(optional, parties=parties)
    assert [way.name for way in result.common.flows if way.target == "step_b"] == ["in winter"]
    again = {"about": About(repeat=refs("b", *parties)), "choice": "repeated", "condition": "until it is right"}
    result = decided(again, parties=parties)
    (way,) = (way for way in result.common.flows if way.name)
    assert way.name == "until it is right"
    assert next(node.type for node in result.common.nodes if node.id == way.source) == "exclusiveGateway"


def test_the_log_keeps_every_decision_with_who_agrees() -> None:
    about = About(steps=refs("x", A))
    old = {"about": about, "choice": "keep", "at": "2026-01-01", "agreed": ("A", "B")}
    new = {"about": about, "choice": "drop", "reason": "r", "at": "2026-02-01", "state": "decided",
           "dissent": ({"organisation": "A", "why": "w"},)}  # fmt: skip
    result = decided(old, new)
    assert [(one.id, one.choice, one.state, one.agreed) for one in result.common.decisions] == [
        ("d1", "keep", "proposed", ("A", "B")), ("d2", "drop", "decided", ()),
    ]  # fmt: skip
    assert result.common.decisions[1].dissent[0].why == "w"


def test_what_hangs_on_a_dropped_step_goes_where_the_decision_says() -> None:
    parties = (controlled(A, "x"), B, C)
    drop = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r", "to": ref(B, "b")}
    result = decided(drop, parties=parties)
    assert [(value.fate, value.to, value.decision) for value in result.carried] == [("moved", "step_b", "d1")]
    assert holds(result)


def test_keeping_what_has_no_place_is_told() -> None:
    parties = (controlled(A, "x"), B, C)
    about = About(attached=AttachedReference(kind="control", id="c1", step=ref(A, "x")))
    drop = {"about": About(steps=refs("x", A)), "choice": "drop", "reason": "r"}
    assert codes(decided(drop, {"about": about, "choice": "keep"}, parties=parties)) == ["decision-kept-nowhere"]


def test_a_key_control_on_a_dropped_step_blocks_until_decided_or_overridden() -> None:
    parties = (controlled(A, "x", key=True), B)
    drop = Decision(id="d1", about=About(steps=refs("x", A)), choice="drop", reason="r")
    aligned = align(parties)
    draft = harmonise(parties, aligned, decisions=Decisions(decisions=(drop,)))
    assert draft.status == "draft"
    assert "attached-open" in [finding.code for finding in draft.blocking]
    ready = harmonise(parties, aligned, decisions=Decisions(decisions=(drop,)), override="The board said so.")
    assert (ready.status, ready.override) == ("ready", "The board said so.")
    assert ready.blocking == draft.blocking
    assert [(one.id, one.reason) for one in ready.common.decisions] == [("d1", "r"), ("override", "The board said so.")]
    about = About(attached=AttachedReference(kind="control", id="c1", step=ref(A, "x")))
    moved = Decision(id="d2", about=about, choice="move", to=ref(B, "b"))
    done = harmonise(parties, aligned, decisions=Decisions(decisions=(drop, moved)), override="not needed")
    assert (done.status, done.override, len(done.common.decisions)) == ("ready", "", 2)


def test_a_decision_that_cannot_be_applied_keeps_the_result_a_draft() -> None:
    wrong = decided({"about": About(steps=refs("a", B)), "choice": "drop"}, parties=(B, party("D", ("seq", "a", "b"))))
    assert codes(wrong) == ["decision-needs"]
    assert [finding.code for finding in wrong.blocking] == ["decisions-not-applied"]


def test_names_that_are_gone_are_asked_until_people_say_so() -> None:
    about = About(names=NamesReference(kind="role", members=(NameReference(organisation="A", name="nobody"),)))
    merge = {"about": about, "choice": "merge", "text": "Somebody"}
    asked = decided(merge)
    (question,) = (each for each in asked.open if each.kind == "names")
    assert question.question.code == "again-names-not-found"
    settled = decided(merge, {"about": question.about, "choice": question.proposal})
    assert "names" not in {each.kind for each in settled.open}


def test_a_newer_decision_on_some_of_the_rows_overtakes_an_older_one() -> None:
    both = (*refs("x", A), *refs("y", C))
    merge = {"about": About(steps=both), "choice": "merge", "text": "check", "at": "2026-01-01"}
    drop = {"about": About(steps=refs("y", C)), "choice": "drop", "reason": "r", "at": "2026-02-01"}
    result = decided(merge, drop)
    assert "y" not in steps(result)
    (question,) = (each for each in result.open if each.question.code == "again-overtaken")
    settled = decided(merge, drop, {"about": question.about, "choice": question.proposal, "at": "2026-03-01"})
    assert (settled.status, codes(settled)) == ("ready", [])
    whole = decided({**drop, "at": "2025-01-01"}, merge)
    assert (steps(whole), codes(whole)) == (["start", "a", "check", "b", "end"], [])


def test_what_is_merged_into_a_row_leaves_the_decision_on_that_row_alone() -> None:
    into = {"about": About(steps=refs("x", A)), "choice": "merge", "to": ref(B, "a")}
    named = {"about": About(steps=refs("a", A, B, C)), "choice": "redesign", "text": "begin"}
    for made in ((into, named), (named, into)):
        result = decided(*made)
        assert "x" not in steps(result)
        assert fate(result, A, "x")[1] == fate(result, B, "a")[1] == "step_begin"


def test_names_that_are_merged_have_the_name_that_was_chosen_or_that_most_have() -> None:
    def with_role(one: Party, name: str) -> Party:
        lane = Lane(id="l", name=name, nodes=tuple(node.id for node in one.process.nodes))
        return one.replace(process=one.process.replace(lanes=(lane,)))

    named = {"B": "Clerk", "D": "Officer", "E": "Clerk"}
    parties = tuple(with_role(party(who, ("seq", "a", "b")), name) for who, name in named.items())
    members = tuple(NameReference(organisation=who, name=name) for who, name in named.items())
    merge = {"about": About(names=NamesReference(kind="role", members=members)), "choice": "merge"}
    for fields, wanted in (({}, "Clerk"), ({"from": "D"}, "Officer"), ({"text": "Desk"}, "Desk")):
        result = decided({**merge, **fields}, parties=parties)
        assert [lane.name for lane in result.common.lanes] == [wanted]
        assert result.status == "ready"


def test_a_control_that_comes_too_late_is_asked_about_until_the_order_is_decided() -> None:
    first = party("A", ("seq", "b", "a"))
    parties = (controlled(first, "b", position="before", guards=(ref(first, "a").step,)), B, C)
    drop = {"about": About(steps=refs("y", C)), "choice": "drop", "reason": "r"}
    result = decided(drop, parties=parties)
    (question,) = result.open
    assert (question.question.code, question.proposal) == ("order-control", "before")
    assert not next(law.holds for law in result.invariants if law.name == "nothing_lost")
    for choice, wanted in (("before", "<"), ("after", ">")):
        settled = decided(drop, {"about": question.about, "choice": choice}, parties=parties)
        assert (settled.open, relation(settled, "b", "a")) == ((), wanted)
        assert all(law.holds for law in settled.invariants)


def test_the_newest_decision_on_presence_counts() -> None:
    parties = (B, party("D", ("seq", "a", "b")))
    about = About(presence=refs("b", *parties))
    both = About(presence=(*refs("a", *parties), *refs("b", *parties)))
    old = {"about": about, "choice": "optional", "at": "2026-01-01"}
    result = decided(old, {"about": both, "choice": "always", "at": "2026-01-02"}, parties=parties)
    assert not any(node.kind == "gateway" for node in result.common.nodes)
