import re

from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.drawing import Mark, draw
from procmap.drawing.export import size_of, to_png
from procmap.drawing.export.cropping import crops
from procmap.layout import place
from procmap.model import Bounds
from tests.layout.strategies import processes


def cropped(svg, part):
    (made,) = crops(svg, [part])
    return made


def window(svg, part):
    """Return a drawing of which only a part is seen."""
    left, top = map(float, re.search(r'viewBox="(\S+) (\S+)', svg).groups())
    view = f'viewBox="{left + part.x} {top + part.y} {part.width} {part.height}"'
    return re.sub(r'viewBox="[^"]*"', view, svg, count=1)


@settings(max_examples=40)
@given(processes(), st.floats(0, 1), st.floats(0, 1), st.floats(40, 400))
def test_what_is_seen_stays_as_it_is(process, across, down, side):
    marks = [Mark(node.id, sign="control", pattern="dashed", letter="A", text="x") for node in process.nodes[::2]]
    svg = draw(process, place(process), marks)
    width, height = size_of(svg)
    part = Bounds(x=across * width, y=down * height, width=side, height=side)
    assert to_png(window(cropped(svg, part), part), scale=1) == to_png(window(svg, part), scale=1)


def test_what_lies_far_away_is_left_out():
    far = '<g data-element="a"><rect x="5000" y="0" width="100" height="80"/></g>'
    line = '<g data-element="f"><path d="M10 10L90 10Q99 10 99 20L4000 20"/></g>'
    unknown = '<g transform="translate(9000 0)"><rect x="0" y="0" width="9" height="9"/></g>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9999 99">{far}{line}{unknown}</svg>'
    left = cropped(svg, Bounds(x=0, y=0, width=100, height=100))
    assert 'data-element="a"' not in left
    assert 'data-element="f"' in left
    assert "translate(9000 0)" in left
