from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.layout.channels import Net, assign_tracks

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=30)


def net(low: int, high: int, near=(), far=()) -> Net:
    made = Net(vertical=True, near=set(near), far=set(far))
    made.span(low, high)
    return made


@given(SPANS)
def test_nets_on_one_track_do_not_touch(spans):
    nets = [net(*span) for span in spans]
    count = assign_tracks(nets)
    assert all(0 <= one.track < count for one in nets)
    for place, one in enumerate(nets):
        for other in nets[place + 1 :]:
            assert one.track != other.track or one.high < other.low or other.high < one.low


@given(SPANS)
def test_no_more_tracks_than_nets_at_the_busiest_place(spans):
    nets = [net(*span) for span in spans]
    busiest = max((sum(low <= at <= high for low, high in spans) for at in range(31)), default=0)
    assert assign_tracks(nets) == busiest


def test_a_stub_from_the_near_side_comes_first():
    leaving, entering = net(1, 5, near=[0]), net(1, 7, far=[0])
    assign_tracks([entering, leaving])
    assert leaving.track < entering.track


def test_constraints_in_a_ring_are_survived():
    nets = [net(1, 5, near=[0], far=[2]), net(1, 5, near=[2], far=[0])]
    assert assign_tracks(nets) == 2


def test_nothing():
    assert assign_tracks([]) == 0
