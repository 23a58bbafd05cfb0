from __future__ import annotations

from procmap.layout.frames import add_item
from procmap.layout.spots import Reach, Spots, Wish, room_in
from procmap.model import Activity
from tests.layout.laws import overlap
from tests.layout.test_canvas import canvas_of
from tests.layout.test_completing import two_lanes

REACH = Reach(50, 50, 40, 40)


def test_a_free_place_is_taken_as_it_is_wished():
    canvas = canvas_of(two_lanes())
    contents = canvas.homes.contents
    add_item(contents, contents.items["x"].frame, Activity(id="new"))
    canvas.homes.around["new"] = "lower"
    x = canvas.shapes["x"].bounds
    wish = Wish(x.x + 300, x.y + 40)
    spot, wider, higher = Spots(canvas).find("new", REACH, wish, room_in(canvas, "lower"))
    assert (spot.x, spot.y, wider, higher) == (wish.x, wish.y, 0, 0)


def test_what_is_taken_is_not_given_again():
    canvas = canvas_of(two_lanes())
    contents = canvas.homes.contents
    add_item(contents, contents.items["x"].frame, Activity(id="new"))
    canvas.homes.around["new"] = "upper"
    c = canvas.shapes["c"].bounds
    spot, wider, higher = Spots(canvas).find("new", REACH, Wish(c.x + 50, c.y + 40), room_in(canvas, "upper"))
    box = REACH.around(spot.x, spot.y)
    assert not any(overlap(box, canvas.shapes[key].bounds) for key in "abcde")
    assert wider > 0 or higher > 0
