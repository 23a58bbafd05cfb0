from __future__ import annotations

from procmap.drawing.figures import Figures
from procmap.harmonisation import harmonise
from procmap.model import Index, Lane
from procmap.reports.pictures import common
from procmap.reports.pictures.laneless import place_without_lanes, roles
from tests.alignment.parties import party
from tests.behaviour.builders import process
from tests.reports.pictures.drawn import aligned, compared, drawn, texts


def test_every_activity_has_its_role_and_no_lane_is_placed():
    told = process("s(start) -> a -> b -> e(end)").replace(lanes=(Lane(id="l", name="Arkiv", nodes=("s", "a")),))
    diagram = place_without_lanes(told)
    assert {shape.element for shape in diagram.shapes} == {"s", "a", "b", "e"}
    written = "".join(figure.content for figure in roles(told, diagram, Figures()))
    assert written.count("Arkiv") == 1


def many_lanes():
    steps = [f"n{number}" for number in range(24)]
    lanes = {f"Rolle {number}": " ".join(steps[number::8]) for number in range(8)}
    return [party(name, " -> ".join(["s(start)", *steps, "e(end)"]), lanes=lanes) for name in "AB"]


def test_a_common_process_with_many_lanes_has_roles_in_its_steps_instead():
    told = many_lanes()
    picture = common(told, compared(told), harmonise(told, aligned(told)))
    placed = {shape.element for shape in picture.diagram.shapes}
    assert not placed & {lane.id for lane in picture.process.lanes}
    assert texts(drawn(picture)).count("Rolle 3") == 3
    index = Index(picture.process)
    assert all(index.role(step.id) in picture.svg() for step in picture.process.steps)


def test_a_small_one_keeps_its_lanes():
    told = [party(name, "s(start) -> a -> e(end)", lanes={"Arkiv": "s a e"}) for name in "AB"]
    picture = common(told, compared(told), harmonise(told, aligned(told)))
    assert {lane.id for lane in picture.process.lanes} <= {shape.element for shape in picture.diagram.shapes}
