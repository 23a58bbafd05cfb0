from procmap.alignment import align
from procmap.comparison import compare
from procmap.model import DataAssociation, DataItem, Gateway, MessageFlow, Pool, Property
from tests.alignment.parties import party
from tests.comparison.differences.lines import told

LINE = "s(start) -> a -> b -> e(end)"


def version(variant: str, text: str = LINE, organisation: str = "A", **fields):
    return party(organisation, text, variant=variant, **fields)


def test_a_gateway_that_is_only_here():
    (difference,) = told("structure", version("1"), version("2", "s(start) -> a -> x(xor) -> b -> e(end)"))
    assert difference.params["part"] == "only"
    assert difference.params["kind"] == "exclusiveGateway"
    assert difference.values == {"A/1": None, "A/2": "x"}
    # The flows of the gateway come with it.
    assert {"x", "a>x", "x>b", "a>b"} == {place.id for place in difference.elements}


def test_between_organisations_nothing_of_the_drawing_is_told():
    other = version("2", "s(start) -> a -> x(xor) -> b -> e(end)", organisation="B")
    assert told("structure", version("1"), other) == []


def test_variants_are_told_apart_beside_another_organisation():
    some = version("1"), version("2", "s(start) -> a -> x(xor) -> b -> e(end)"), version("", organisation="B")
    (difference,) = told("structure", *some)
    assert difference.values == {"A/1": None, "A/2": "x", "B": None}
    assert difference.marks == ("A/2",)


def test_the_flows_of_a_new_step_are_told_with_the_step():
    some = version("1"), version("2", "s(start) -> a -> x -> b -> e(end)")
    comparison = compare(some, align(some))
    assert [difference.code for difference in comparison.differences] == ["step_missing"]
    flows = {flow.id for flow in some[1].process.flows if "x" in (flow.source, flow.target)}
    assert flows <= {place.id for place in comparison.differences[0].elements}


def test_a_flow_to_another_step():
    text = "s(start) -> a; s -> b; s -> c; a -> e(end)"
    old, new = version("1", text), version("2", text)
    (first, second, third, last) = new.process.flows
    moved = new.replace(process=new.process.replace(flows=(first, second, third, last.replace(source="b"))))
    (difference,) = told("structure", old, moved)
    assert difference.params["trait"] == "ends"


def test_a_step_put_into_a_flow_that_was_drawn_anew_is_one_difference():
    some = version("1"), version("2", "s(start) -> a -> x -> y -> b -> e(end)")
    comparison = compare(some, align(some))
    assert [difference.code for difference in comparison.differences] == ["step_missing"]
    assert comparison.differences[0].params["labels"] == '"x", "y"'
    cited = {(place.process, place.id) for difference in comparison.differences for place in difference.elements}
    assert {("A/1", "a>b"), ("A/2", "a>x"), ("A/2", "x>y"), ("A/2", "y>b")} <= cited


def test_another_kind_of_gateway():
    old = version("1", "s(start) -> a -> x(xor) -> b -> e(end)")
    (difference,) = told("structure", old, version("2", "s(start) -> a -> x(and) -> b -> e(end)"))
    assert difference.params["trait"] == "type"
    assert difference.values == {"A/1": "exclusiveGateway", "A/2": "parallelGateway"}


def test_what_a_class_with_a_name_tells_is_not_told_again():
    old, new = version("1", lanes={"Arkiv": "a b"}), version("2", lanes={"Arkiv": "a", "Leder": "b"})
    assert told("structure", old, new) == []
    assert len(told("role", old, new)) == 1


def test_data_that_comes_where_there_was_none():
    items = DataItem(id="d", name="Kvittering"), DataItem(id="d2", name="Kart")
    link = DataAssociation(id="l", type="output", node="a", target="d")
    (one, two) = told("structure", version("1"), version("2", data=items, data_associations=(link,)))
    assert {one.params["label"], two.params["label"]} == {"Kvittering", "Kart"}
    assert {"d", "l"} in [{place.id for place in each.elements} for each in (one, two)]


def test_pools_and_what_tools_keep():
    pool = Pool(id="P", name="Søker")
    (difference,) = told("structure", version("1"), version("2", pools=(pool,)))
    assert difference.params["kind"] == "participant"
    extra = {"unmodelled": (("a", (Property(name="tool:key", value="1"),)),)}
    (difference,) = told("structure", version("1"), version("2").replace(**extra))
    assert (difference.params["part"], difference.params["fields"]) == ("beyond", "tool:key")
    assert difference.severity == "info"


def test_a_mark_and_a_name_in_other_letters():
    new = version("2", names={"a": "A"}, changes={"a": {"for_compensation": True}})
    found = told("structure", version("1"), new)
    assert {difference.params["trait"] for difference in found} == {"for_compensation", "name"}


def test_what_was_drawn_anew_has_another_id_and_is_the_same():
    new = version("2", "s(start) -> a -> x(xor) -> b -> e(end)")
    nodes = tuple(node.replace(id="y") if isinstance(node, Gateway) else node for node in new.process.nodes)
    flows = tuple(
        flow.replace(
            source="y" if flow.source == "x" else flow.source, target="y" if flow.target == "x" else flow.target
        )
        for flow in new.process.flows
    )
    anew = new.replace(process=new.process.replace(nodes=nodes, flows=flows))
    (difference,) = told("structure", version("1", "s(start) -> a -> x(xor) -> b -> e(end)"), anew)
    assert difference.params["part"] == "redrawn"
    assert {place.id for place in difference.elements} == {"x", "y"}


def test_another_id_of_the_process_is_told_whatever_else_has_one():
    def own(version, *ids):
        return version.replace(unmodelled=tuple((each, (Property(name="id", value=own),)) for each, own in ids))

    old, new = version("1"), version("2")
    (difference,) = told("structure", own(old, (old.process.id, "A1")), own(new, (new.process.id, "A2")))
    assert (difference.params["part"], difference.severity, difference.rows) == ("id", "info", ())
    assert difference.values == {"A/1": "A1", "A/2": "A2"}
    assert told("structure", own(old, (old.process.id, "A1")), new) == []  # a file that gives none
    assert told("structure", own(old, (old.process.id, "A1")), own(new, (new.process.id, "A1"))) == []


def test_another_id_of_the_process_of_a_participant():
    def pooled(variant, of_whole, of_pool):
        made = version(variant, pools=(Pool(id="P", name="Kommunen", process=of_pool),))
        ids = {made.process.id: of_whole, of_pool: of_pool}
        return made.replace(unmodelled=tuple((each, (Property(name="id", value=own),)) for each, own in ids.items()))

    (difference,) = told("structure", pooled("1", "S", "Q1"), pooled("2", "S", "Q2"))
    assert difference.values == {"A/1": "Q1", "A/2": "Q2"}
    assert {place.id for place in difference.elements} == {"P"}
    # With the first participant comes a collaboration: its id is not compared with that of the process.
    (difference,) = told("structure", version("1"), pooled("2", "S", "Q2"))
    assert difference.params["part"] == "only"


def test_three_versions():
    gated = "s(start) -> a -> x(xor) -> b -> e(end)"
    (difference,) = told("structure", version("1"), version("2", gated), version("3", gated))
    assert difference.params["having"] == "A/2, A/3"
    assert difference.marks == ("A/1",)


def test_another_order_does_not_hide_another_kind_of_step():
    old = version("1", "s(start) -> a -> b -> c -> e(end)")
    new = version("2", "s(start) -> b -> a -> c -> e(end)", changes={"b": {"type": "userTask"}})
    assert len(told("order", old, new)) == 1
    (difference,) = told("structure", old, new)
    assert (difference.params["trait"], difference.values) == ("type", {"A/1": "task", "A/2": "userTask"})


def test_what_comes_of_an_event_at_another_step_is_told_with_it():
    text = "t(start) -> a -> b -> c -> e(end); s(start) -> d -> f(end)"
    at = [
        version(step, text, changes={"s": {"type": "boundaryEvent", "attached_to": step, "interrupting": False}})
        for step in "ac"
    ]
    (difference,) = compare(at, align(at)).differences
    assert difference.params["trait"] == "attached_to"
    assert {"s", "d"} <= {place.id for place in difference.elements}
    # What moves without the event is told besides.
    moved = at[1].replace(process=version("c", text.replace("a -> b", "b -> a")).process)
    moved = at[1].replace(process=at[1].process.replace(flows=moved.process.flows))
    codes = [difference.code for difference in compare([at[0], moved], align([at[0], moved])).differences]
    assert codes.count("order") == 1


def test_whether_an_event_interrupts_is_told_once():
    hosted = {"s": {"type": "boundaryEvent", "attached_to": "a"}}
    text = "t(start) -> a -> b -> e(end); s(start) -> c -> f(end)"
    beside = {"s": {**hosted["s"], "interrupting": False}}
    old, new = version("1", text, changes=hosted), version("2", text, changes=beside)
    assert len(told("partly_corresponding", old, new)) == 1
    assert told("structure", old, new) == []


def test_a_message_does_not_hide_a_flow_to_another_step():
    text = "s(start) -> a; s -> b; a -> e(end)"
    pools = (Pool(id="P"),)
    old = version("1", text, pools=pools, message_flows=(MessageFlow(id="m", source="a", target="P"),))
    new = version("2", text, pools=pools, message_flows=(MessageFlow(id="m", source="b", target="P"),))
    assert {difference.values["A/2"] for difference in told("participant_message", old, new)} == {None, "message"}
    assert told("structure", old, new) == []
    (first, second, last) = new.process.flows
    moved = new.replace(process=new.process.replace(flows=(first, second, last.replace(source="b"))))
    (difference,) = told("structure", old, moved)
    assert (difference.params["kind"], difference.params["trait"]) == ("sequenceFlow", "ends")


def test_an_end_that_is_gone_is_told_once():
    old, new = version("1", "s(start) -> a -> x(xor) -> e(end); x -> f(end)"), version("2", "s(start) -> a -> e(end)")
    (difference,) = told("trigger", old, new)
    assert ("A/1", "f") in {(place.process, place.id) for place in difference.elements}
    assert not [one for one in told("structure", old, new) if one.params["kind"] == "endEvent"]
