from procmap.alignment import align
from procmap.comparison.covering import Covering
from procmap.comparison.grid import Grid
from procmap.comparison.values import Difference, Place
from tests.alignment.parties import party

PARTIES = [party("A", "a -> b", variant=variant) for variant in ("1", "2")]
STEPS = {each.id: each.process.nodes[0] for each in PARTIES}
FLOWS = {each.id: each.process.flows[0] for each in PARTIES}


def difference(code, rows, **values):
    told = {f"A/{number}": shown for number, shown in (("1", values.get("one")), ("2", values.get("two")))}
    return Difference(code=code, severity="note", rows=rows, values=told, elements=(Place(process="A/1", id="a"),))


def covering(*told):
    return Covering(Grid(PARTIES, align(PARTIES)), told)


def test_a_trait_is_told_by_a_class_about_the_same_row():
    found = covering(difference("role", ("r",), one="Arkiv", two="Leder"))
    assert found.trait("lane", STEPS, ("r",), ()) == 0
    assert found.trait("type", STEPS, ("r",), ()) is None
    assert found.trait("lane", STEPS, ("other",), ()) is None


def test_a_difference_in_which_they_do_not_differ_tells_nothing_of_them():
    found = covering(difference("role", ("r",), one="Arkiv", two="Arkiv"))
    assert found.trait("lane", STEPS, ("r",), ()) is None


def test_what_an_element_is_called_is_told_by_a_class_for_its_kind():
    found = covering(difference("condition", ("r",), one="Ja", two="Nei"))
    assert found.trait("name", FLOWS, ("r",), ()) == 0
    assert found.trait("name", STEPS, ("r",), ()) is None


def test_a_part_of_a_class_tells_only_what_it_is_about():
    channel = difference("trigger", ("r",), one="Brev", two="Altinn").replace(params={"part": "channel"})
    assert covering(channel).trait("triggers", STEPS, ("r",), ()) is None
    start = channel.replace(params={"part": "start"})
    assert covering(start).trait("triggers", STEPS, ("r",), ()) == 0


def test_a_role_is_a_lane_where_it_has_its_name():
    found = covering(difference("role", ("r",), one="Arkiv, Leder", two="Post"))
    assert found.role({"A/1": "Arkiv", "A/2": "Post"}, ("A/1", "A/2")) == 0
    assert found.role({"A/2": "Post"}, ("A/1", "A/2")) == 0
    assert found.role({"A/2": "Arkiv"}, ("A/1", "A/2")) is None


def test_what_is_cited_further_comes_after_what_was():
    found = covering(difference("role", ("r",), one="Arkiv", two="Leder"))
    found.cite(0, [Place(process="A/2", id="lane"), Place(process="A/1", id="a")])
    (told,) = found.differences()
    assert told.elements == (Place(process="A/1", id="a"), Place(process="A/2", id="lane"))
