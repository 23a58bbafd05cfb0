from __future__ import annotations

from collections import Counter

from procmap.drawing import Mark, Share
from procmap.drawing.figures import Figures
from procmap.layout import place
from procmap.model import Bounds, Pool
from procmap.reports.pictures import Picture
from procmap.reports.pictures.picture import reach
from procmap.reports.pictures.wrapping import SCREEN, line_of, wrapped
from tests.behaviour.builders import process
from tests.reports.pictures.drawn import drawn, elements


def long(steps=60, pool=True):
    told = process(" -> ".join(["s(start)", *(f"n{number}" for number in range(steps)), "e(end)"]) + "; n40 -> n5")
    if pool:
        nodes = tuple(node.replace(pool="p") for node in told.nodes)
        told = told.replace(pools=(Pool(id="p", name="Fjordvik", process="q"),), nodes=nodes)
    return Picture(told, place(told))


def test_a_picture_that_fits_stays_as_it_is():
    short = long(3)
    assert wrapped(short) is short


def test_a_long_picture_is_broken_into_lines_that_a_screen_shows_larger():
    before, after = (reach(picture.diagram) for picture in (long(), wrapped(long())))
    scale = [min(SCREEN[0] / box.width, SCREEN[1] / box.height) for box in (before, after)]
    assert scale[1] > 2 * scale[0]


def test_every_node_is_in_it_once_and_nothing_overlaps():
    picture = wrapped(long())
    painted = Counter(elements(drawn(picture)))
    shapes = [shape for shape in picture.diagram.shapes if not line_of("p", shape.element)]
    assert len(shapes) == 62
    assert all(painted[shape.element] == 1 for shape in shapes)
    for one in shapes:
        for other in shapes:
            a, b = one.bounds, other.bounds
            assert one is other or (
                a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
            )


def test_the_pool_begins_anew_in_every_line_and_holds_its_nodes():
    picture = wrapped(long())
    pools = {shape.element: shape.bounds for shape in picture.diagram.shapes if line_of("p", shape.element)}
    assert len(pools) == len(picture.process.pools) > 1
    assert len({box.width for box in pools.values()}) == 1
    boxes = {shape.element: shape.bounds for shape in picture.diagram.shapes}
    for node in picture.process.nodes:
        around, box = pools[node.pool or ""], boxes[node.id]
        assert around.y <= box.y <= box.y + box.height <= around.y + around.height
        assert around.x <= box.x <= box.x + box.width <= around.x + around.width


def test_flows_go_on_at_the_same_height_and_belong_to_the_same():
    plain = long()
    bold = Mark("n40>n5", pattern="solid")
    cut = wrapped(Picture(plain.process, plain.diagram, marks=(bold,), shares=(Share("n40>n5", (0,), 2),)))
    parts = [flow for flow in cut.process.flows if flow.id.startswith("n40>n5")]
    assert len(parts) > 1
    assert {(flow.source, flow.target) for flow in parts} == {("n40", "n5")}
    assert {share.element for share in cut.shares} == {flow.id for flow in parts}
    assert {mark.element for mark in cut.marks} == {flow.id for flow in parts}
    whole = sum(len(edge.waypoints) for edge in cut.diagram.edges if edge.element.startswith("n40>n5"))
    assert whole >= 2 * len(parts)
    pools = [shape.bounds for shape in cut.diagram.shapes if line_of("p", shape.element)]
    for edge in cut.diagram.edges:
        if edge.element.startswith("n40>n5"):
            tops = {next(at for at, box in enumerate(pools) if box.y <= point.y <= box.y + box.height)
                    for point in edge.waypoints}  # fmt: skip
            assert len(tops) == 1


def test_figures_go_along_with_what_they_stand_at():
    plain = long()
    last = next(shape for shape in plain.diagram.shapes if shape.element == "e").bounds
    figure = Figures().gap(Bounds(x=last.x, y=last.y, width=last.width, height=last.height), "x")
    cut = wrapped(plain.with_figures([figure]))
    moved = next(shape for shape in cut.diagram.shapes if shape.element == "e").bounds
    assert cut.figures[0].box.x - moved.x == figure.box.x - last.x
    assert cut.figures[0].box.y - moved.y == figure.box.y - last.y
    assert "translate" in cut.figures[0].content


def test_without_pools_too():
    picture = wrapped(long(pool=False))
    assert reach(picture.diagram).height > reach(long(pool=False).diagram).height
