from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout import place
from procmap.layout.canvas import Canvas, is_orthogonal
from procmap.layout.homes import homes_of
from procmap.layout.linking import ends_of
from procmap.layout.links import links_of
from procmap.model import Process
from tests.layout.laws import Drawing, nothing_overlaps
from tests.layout.strategies import processes
from tests.layout.test_completing import two_lanes


def canvas_of(process: Process) -> Canvas:
    homes = homes_of(process)
    plain, other = links_of(process, homes.contents)
    groups = {group.id for group in process.groups if group.id not in homes.contents.items}
    canvas = Canvas(homes, groups, ends_of([*plain, *other]))
    diagram = place(process)
    canvas.shapes.update((shape.element, shape) for shape in diagram.shapes)
    canvas.edges.update((edge.element, edge) for edge in diagram.edges)
    return canvas


@given(processes(), st.data())
def test_room_is_made_without_an_overlap_or_a_slope(process: Process, data: st.DataObject):
    canvas = canvas_of(process)
    frames = [key for key in canvas.shapes if canvas.is_container(key) and key not in {g.id for g in process.groups}]
    if not frames:
        return
    holder = data.draw(st.sampled_from(frames))
    before = canvas.shapes[holder].bounds
    canvas.make_room(holder, data.draw(st.sampled_from([0, 70])), data.draw(st.sampled_from([0, 50])))
    after = canvas.shapes[holder].bounds
    assert (after.x, after.y) == (before.x, before.y)
    assert after.width >= before.width
    assert after.height >= before.height
    drawing = Drawing(process, place(process).replace(shapes=tuple(canvas.shapes.values()), edges=()))
    assert nothing_overlaps(drawing) == []
    assert all(is_orthogonal(edge.waypoints) for edge in canvas.edges.values())


def test_a_lane_that_grows_moves_what_is_below_it_and_nothing_else():
    canvas = canvas_of(two_lanes())
    before = {key: shape.bounds for key, shape in canvas.shapes.items()}
    canvas.make_room("upper", 0, 40)
    after = {key: shape.bounds for key, shape in canvas.shapes.items()}
    assert {key for key in before if before[key] != after[key]} == {"pool", "upper", "lower", "x"}
    assert after["x"].y - before["x"].y == after["lower"].y - before["lower"].y == 40
    assert after["pool"].height - before["pool"].height == after["upper"].height - before["upper"].height == 40


def test_a_lane_that_gets_wider_takes_the_others_along():
    canvas = canvas_of(two_lanes())
    canvas.make_room("upper", 30, 0)
    assert (
        len({canvas.shapes[key].bounds.x + canvas.shapes[key].bounds.width for key in ("pool", "upper", "lower")}) == 1
    )
