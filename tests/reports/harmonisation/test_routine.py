import re

from hypothesis import given
from hypothesis import strategies as st

from procmap.behaviour import FlowGraph
from procmap.messages import ENGLISH
from procmap.model import Event, Gateway, Group, Loop, MessageFlow, Pool, Process, Property, Step, Trigger
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.routine import routine
from tests.behaviour import builders
from tests.harmonisation import blocks
from tests.strategies import processes

_TOLD = re.compile(r'[Gg]o (?:on|back) to ([\d.]+) "')


def process(text: str, inside: dict[str, str] | None = None, **changes: dict) -> Process:
    """Return the process that a text draws; gateways have no name unless one is given."""
    drawn = builders.process(text, inside, **changes)
    return drawn.replace(
        nodes=tuple(
            node.replace(name=changes.get(node.id, {}).get("name", "")) if isinstance(node, Gateway) else node
            for node in drawn.nodes
        )
    )


def told(drawn: Process) -> dict[str, list[str]]:
    """Return what a routine says of each paragraph, by its number and title."""
    return {
        one.cited.shown: [*one.before, *filter(None, [one.lead]), *one.onward]
        for one in routine(Paragraphs(drawn, ENGLISH), {}, ENGLISH).paragraphs
    }


def test_what_simply_follows_is_not_told():
    assert told(process("a -> b -> e(end)", e={"name": ""})) == {"1. a": [], "2. b": ["Then the process ends."]}


def test_a_choice_after_a_step_is_told_at_the_step():
    drawn = process(
        "a -> x(xor) -> b -> y(xor) -> d; x -> c -> y",
        x={"name": "Complete?"},
        **{"x>b": {"name": "yes"}, "x>c": {"condition": "no"}},
    )
    assert told(drawn) == {
        "1. a": ["Complete? Only one of these:", 'yes: go on to 2 "b".', 'no: go on to 3 "c".'],
        "2. b": ['Go on to 4 "d".'],
        "3. c": [],
        "4. d": ["The process ends here."],
    }


def test_the_way_that_is_taken_when_no_other_is_says_so():
    drawn = process("a -> x(xor) -> b, c -> y(xor) -> d", **{"x>b": {"name": "dear"}, "x>c": {"default": True}})
    assert told(drawn)["1. a"][1:] == ['dear: go on to 2 "b".', 'Otherwise: go on to 3 "c".']


def test_work_at_the_same_time_says_what_to_wait_for():
    assert told(process("a -> x(and) -> b, c -> y(and) -> d")) == {
        "1. a": ["All of these, at the same time or in any order:", 'Go on to 2 "b".', 'Go on to 3 "c".'],
        "2. b": ['Go on to 4 "d" when 3 "c" is done too.'],
        "3. c": ['Go on to 4 "d" when 2 "b" is done too.'],
        "4. d": ["The process ends here."],
    }


def test_what_need_not_have_been_begun_is_waited_for_only_then():
    drawn = process("a -> x(or) -> b, c -> y(or) -> d", **{"x>b": {"name": "one"}, "x>c": {"name": "two"}})
    assert told(drawn)["2. b"] == ['Go on to 4 "d". If 3 "c" was begun, wait until it is done.']


def test_a_loop_leads_back():
    drawn = process("a -> j(xor) -> b -> x(xor) -> c; x -> j")
    assert told(drawn)["2. b"] == ['Where it is needed, go back to 2 "b".']


def test_a_part_that_can_be_left_out_says_so_where_it_begins():
    drawn = process("a -> x(xor) -> b -> c -> y(xor) -> d; x -> y")
    assert told(drawn) == {
        "1. a": [],
        "2. b": ['2 "b" to 3 "c" are done only where they are needed.'],
        "3. c": [],
        "4. d": ["The process ends here."],
    }


def test_a_step_of_one_organisation_alone_says_whose_it_is_and_no_more():
    mark = (Property(name="procmap:open", value="Nordås"),)
    drawn = process("a -> x(xor) -> b -> y(xor) -> c; x -> y", b={"properties": mark}, **{"x>b": {"name": "Nordås"}})
    one = routine(Paragraphs(drawn, ENGLISH), {}, ENGLISH).paragraphs[1]
    assert one.state == "open"
    assert one.state_text == "Not decided yet. Until it is, this is a step at Nordås only."
    assert one.before == ()


def test_when_a_part_is_needed_is_told_where_it_begins():
    drawn = process("a -> x(xor) -> b -> y(xor) -> c; x -> y", **{"x>b": {"name": "if granted"}})
    assert told(drawn)["2. b"] == ["This is done only where it is needed. Condition: if granted."]


def test_the_condition_of_a_local_variant_is_told():
    mark = (Property(name="procmap:local", value="Nordås"),)
    drawn = process("a -> x(xor) -> b -> y(xor) -> c; x -> y", b={"properties": mark}, **{"x>b": {"name": "on paper"}})
    one = routine(Paragraphs(drawn, ENGLISH), {}, ENGLISH).paragraphs[1]
    assert one.before == ("This is done only where it is needed. Condition: on paper.",)


def test_a_choice_that_follows_no_single_step_is_a_paragraph():
    drawn = process("a -> x(xor) -> b -> y(xor) -> z(and) -> d, e; x -> c -> y", x={"name": "Which?"})
    assert list(told(drawn)) == ["1. a", "2. b", "3. c", "4. At the same time", "5. d", "6. e"]


def test_what_can_happen_meanwhile_says_what_it_stops():
    drawn = process("a -> b; t(boundary) -> c", t={"attached_to": "a", "triggers": (Trigger(type="timer"),)})
    assert told(drawn)["3. t"] == ['This can happen while 1 "a" is being done, and stops that step.']


def test_one_of_several_ways_at_the_same_time_does_not_end_the_process():
    drawn = process("a -> x(and) -> b, c; c -> e(end)", e={"name": ""})
    assert told(drawn)["2. b"] == ["This way ends here."]
    assert told(drawn)["3. c"] == ["Then this way ends."]
    joined = process("a -> x(and) -> b, c -> y(and) -> d -> e(end)", e={"name": ""})
    assert told(joined)["4. d"] == ["Then the process ends."]


def test_steps_of_a_sub_process_are_numbered_inside_it():
    drawn = process("a -> s(sub) -> d; b -> c", inside={"b": "s", "c": "s"})
    assert told(drawn) == {
        "1. a": [],
        "2. s": [],
        "2.1. b": [],
        "2.2. c": ['2 "s" ends here.'],
        "3. d": ["The process ends here."],
    }


def test_a_step_tells_all_that_is_known_of_it():
    drawn = process("a -> b", a={"loop": Loop(type="parallel", cardinality="each neighbour")}).replace(
        pools=(Pool(id="p1", name="Applicant"),),
        message_flows=(MessageFlow(id="m1", name="Letter", source="a", target="p1"),),
        groups=(Group(id="g1", name="Assessment", members=("a",)),),
    )
    first = routine(Paragraphs(drawn, ENGLISH), {}, ENGLISH).paragraphs[0]
    fields = {each.heading: each.values for each in first.fields}
    assert fields == {
        "Messages": ('"Letter" to Applicant',),
        "How often": ("Once for each, at the same time (each neighbour)",),
        "Part of": ("Assessment",),
    }


def ways(drawn: Process) -> dict[str, set[str]]:
    """Return to which paragraphs each paragraph leads, as the sentences say, by ids of nodes."""
    paragraphs = Paragraphs(drawn, ENGLISH)
    node_of = {number: node for node, number in paragraphs.number.items()}
    found = {}
    for one in routine(paragraphs, {}, ENGLISH).paragraphs:
        cited = {node_of[number] for sentence in one.onward for number in _TOLD.findall(sentence)}
        is_last = any("end" in sentence for sentence in one.onward)
        follows = paragraphs.follows(one.element)
        only_back = one.onward and all("Where it is needed" in sentence for sentence in one.onward)
        if (not one.onward or only_back) and follows is not None and not is_last:
            cited.add(follows)
        found[one.element] = cited
    for skip in paragraphs.skips.values():  # what leads to the part leads to what is after it as well
        inside = sorted((n for n in skip.nodes if n in found), key=paragraphs.order.index)
        beyond = set().union(*(found[n] for n in inside)) - set(inside)
        for node, after in found.items():
            if node not in inside and inside[0] in after:
                after.update(beyond)
    return found


@given(blocks.shapes(list("abcdef")))
def test_the_routine_leads_where_the_process_does(shape):
    """Gateways passed over, a routine says of every step all that can come next, and nothing else."""
    drawn = blocks.process(shape)
    graph, told_ways = FlowGraph(drawn), ways(drawn)
    steps = {step.id for step in drawn.steps}

    def next_steps(node: str) -> set[str]:
        found, pending, seen = set(), [*told_ways[node]], set()
        while pending:
            near = pending.pop()
            if near not in seen:
                seen.add(near)
                found |= {near} & steps
                pending += [] if near in steps else told_ways[near]
        return found

    for step in steps:
        assert next_steps(step) == set(graph.successors(step)), drawn.flows


@given(processes())
def test_every_process_has_a_routine_with_each_step_once(drawn):
    paragraphs = Paragraphs(drawn, ENGLISH)
    told = routine(paragraphs, {}, ENGLISH)
    elements = [one.element for one in told.paragraphs]
    assert len(set(elements)) == len(elements)
    assert len({one.number for one in told.paragraphs}) == len(elements)
    silent = {
        step.id
        for step in drawn.steps
        if isinstance(step, Event) and step.type in ("startEvent", "endEvent") and not step.name.strip()
    }
    assert {step.id for step in drawn.steps} - silent <= set(elements)
    assert all(isinstance(node, Step | Gateway) for node in drawn.nodes if node.id in set(elements))


@given(blocks.shapes(list("abcde")), st.text("xyz", min_size=1, max_size=3))
def test_ids_have_no_say(shape, prefix):
    there, back = (
        [(one.number, one.title, one.before, one.lead, one.onward) for one in made.paragraphs]
        for made in (
            routine(Paragraphs(blocks.process(shape, prefix=each), ENGLISH), {}, ENGLISH) for each in ("", prefix)
        )
    )
    assert there == back
