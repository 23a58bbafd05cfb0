from __future__ import annotations

import pytest
from lxml import etree

from procmap.drawing import icons
from procmap.drawing.nodes import activity, event, gateway, outer_label_box
from procmap.drawing.theme import LIGHT, THICK
from procmap.model import Activity, Bounds, Event, Gateway, Loop, Shape, Trigger

TASK = Shape(element="a", bounds=Bounds(x=0, y=0, width=100, height=80))
EVENT = Shape(element="e", bounds=Bounds(x=0, y=0, width=36, height=36))
GATEWAY = Shape(element="g", bounds=Bounds(x=0, y=0, width=50, height=50))


def circles(svg: str) -> list[dict[str, str]]:
    return [dict(circle.attrib) for circle in etree.fromstring(f"<g>{svg}</g>").iter("circle")]


@pytest.mark.parametrize("kind", icons.TASK_TYPES)
def test_a_task_shows_its_type(kind):
    assert icons.TASK_TYPES[kind](LIGHT) in activity(Activity(id="a", type=kind), TASK, LIGHT, expanded=False)


@pytest.mark.parametrize(
    ("node", "marker"),
    [
        (Activity(id="a", loop=Loop(type="standard")), "standard"),
        (Activity(id="a", loop=Loop(type="parallel")), "parallel"),
        (Activity(id="a", loop=Loop(type="sequential")), "sequential"),
        (Activity(id="a", type="subProcess"), "collapsed"),
        (Activity(id="a", type="adHocSubProcess"), "adHoc"),
        (Activity(id="a", for_compensation=True), "compensation"),
    ],
)
def test_markers(node, marker):
    assert icons.MARKERS[marker](LIGHT) in activity(node, TASK, LIGHT, expanded=False)


def test_an_expanded_subprocess_has_no_plus_and_its_name_on_top():
    drawn = activity(Activity(id="a", type="subProcess", name="Behandle"), TASK, LIGHT, expanded=True)
    assert icons.MARKERS["collapsed"](LIGHT) not in drawn
    assert float(etree.fromstring(f"<g>{drawn}</g>").find(".//tspan").get("y")) < 20


def test_outlines_of_activities():
    assert f'stroke-width="{THICK}"' in activity(Activity(id="a", type="callActivity"), TASK, LIGHT, expanded=False)
    assert activity(Activity(id="a", type="transaction"), TASK, LIGHT, expanded=False).count("<rect") == 2
    assert "stroke-dasharray" in activity(
        Activity(id="a", type="subProcess", triggered_by_event=True), TASK, LIGHT, expanded=False
    )


def test_events_start_thin_end_thick_and_are_double_in_between():
    start, end, caught = (
        circles(event(Event(id="e", type=kind), EVENT, LIGHT))
        for kind in ("startEvent", "endEvent", "intermediateCatchEvent")
    )
    assert len(start) == len(end) == 1
    assert len(caught) == 2
    assert float(end[0]["stroke-width"]) > 2 * float(start[0]["stroke-width"])


def test_what_does_not_interrupt_is_dashed():
    boundary = Event(id="e", type="boundaryEvent", interrupting=False)
    assert all("stroke-dasharray" in circle for circle in circles(event(boundary, EVENT, LIGHT)))
    assert all(
        "stroke-dasharray" not in circle for circle in circles(event(Event(id="e", type="boundaryEvent"), EVENT, LIGHT))
    )


def test_triggers_are_dark_when_thrown():
    message = (Trigger(type="message"),)
    assert icons.envelope(LIGHT, LIGHT.ink) in event(Event(id="e", type="endEvent", triggers=message), EVENT, LIGHT)
    assert icons.envelope(LIGHT, LIGHT.paper) in event(Event(id="e", type="startEvent", triggers=message), EVENT, LIGHT)
    two = (*message, Trigger(type="timer"))
    assert icons.trigger("multiple", LIGHT, filled=False) in event(
        Event(id="e", type="startEvent", triggers=two), EVENT, LIGHT
    )
    both = Event(id="e", type="startEvent", triggers=two, parallel_multiple=True)
    assert icons.trigger("parallel", LIGHT, filled=False) in event(both, EVENT, LIGHT)


@pytest.mark.parametrize("kind", icons.GATEWAYS)
def test_a_gateway_shows_its_sign(kind):
    assert icons.GATEWAYS[kind](LIGHT) in gateway(Gateway(id="g", type=kind), GATEWAY, LIGHT)


def test_gateways_that_wait_for_events():
    waiting = Gateway(id="g", type="eventBasedGateway")
    assert len(circles(gateway(waiting, GATEWAY, LIGHT))) == 2
    assert len(circles(gateway(waiting.replace(instantiates=True), GATEWAY, LIGHT))) == 1
    drawn = gateway(waiting.replace(instantiates=True, parallel_events=True), GATEWAY, LIGHT)
    assert icons.trigger("parallel", LIGHT, filled=False) in drawn


def test_a_long_word_gets_smaller_type_before_it_is_split():
    drawn = activity(Activity(id="a", name="Nabomerknader"), TASK, LIGHT, expanded=False)
    assert 'font-size="11"' in drawn
    assert "Nabomerknader" in drawn


def test_labels_outside():
    assert outer_label_box(" ", EVENT, above=False) is None
    assert outer_label_box("Slutt", EVENT, above=False).y > 36
    assert outer_label_box("Komplett?", GATEWAY, above=True).y < 0
    given = EVENT.replace(label=Bounds(x=200, y=50, width=10, height=5))
    box = outer_label_box("Mottatt", given, above=False)
    assert (box.x + box.width / 2, box.y) == (205, 50)


def test_the_name_of_a_low_activity_stays_clear_of_the_picture_of_its_type():
    low = Shape(element="a", bounds=Bounds(x=0, y=0, width=90, height=46))
    middle = {
        name: float(etree.fromstring(f"<g>{activity(node, low, LIGHT, expanded=False)}</g>").find(".//tspan").get("x"))
        for name in ("Brukeroppgave 2", "Svar")
        for node in [Activity(id="a", type="userTask", name=name)]
    }
    assert middle["Svar"] == 45
    assert middle["Brukeroppgave 2"] > 45


def test_a_closed_event_sub_process_shows_what_starts_it():
    node = Activity(id="a", type="subProcess", triggered_by_event=True)
    start = Event(id="e", type="startEvent", interrupting=False, triggers=(Trigger(type="timer"),))
    drawn = activity(node, TASK, LIGHT, expanded=False, start=start)
    assert 'data-icon="timer"' in drawn
    assert [circle.get("stroke-dasharray") for circle in circles(drawn)] == ["3 2"]
    assert "timer" not in activity(node, TASK, LIGHT, expanded=True, start=start)
    assert "timer" not in activity(node.replace(triggered_by_event=False), TASK, LIGHT, expanded=False, start=start)


def test_an_exclusive_gateway_without_its_x():
    plain = Gateway(id="g")
    assert "data-icon" in gateway(plain, GATEWAY, LIGHT)
    assert "data-icon" not in gateway(plain, GATEWAY.replace(marker_visible=False), LIGHT)


def test_a_label_above_its_shape_grows_upwards():
    given = EVENT.replace(label=Bounds(x=-20, y=-16, width=60, height=14))
    box = outer_label_box("Søknaden er ferdig behandlet", given, above=False)
    assert box.height > 14
    assert box.y + box.height == -2
