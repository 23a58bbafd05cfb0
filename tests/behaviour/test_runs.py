from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from procmap.behaviour import always, can_skip, certain, implications, read_process, remaining, without
from tests.behaviour.blocks import blocks, drawn, leaves, occurrences
from tests.behaviour.builders import process

EVERY_KIND = ("seq", "xor", "and", "or", "loop")


def seen_of(block):
    (reading,) = read_process(drawn(block))
    return reading.view({leaf: leaf for leaf in leaves(block)})


@given(blocks(EVERY_KIND, leaves=6), st.data())
def test_skips_and_implications_are_those_of_the_runs(block, data):
    seen = seen_of(block)
    runs = occurrences(block)
    steps = leaves(block)
    assert set(always(seen)) == {step for step in steps if all(step in run for run in runs)}
    implied = implications(seen)
    for one in steps:
        assert set(without(seen, one)) == {other for run in runs if one not in run for other in run}
        assert set(implied[one]) == {o for o in steps if o != one and all(o in run for run in runs if one in run)}
    within = set(data.draw(st.lists(st.sampled_from(steps), min_size=1)))
    skipped = set(data.draw(st.lists(st.sampled_from(sorted(within)), min_size=1)))
    expected = any(run & (within - skipped) and not run & skipped for run in runs)
    assert can_skip(seen, skipped, within) == expected


@given(blocks(EVERY_KIND, leaves=6), st.data())
def test_what_is_left_of_runs_that_do_something_wanted(block, data):
    seen = seen_of(block)
    some = st.lists(st.sampled_from(leaves(block)), min_size=1)
    avoided, wanted = set(data.draw(some)), set(data.draw(some))
    runs = [run for run in occurrences(block) if not run & avoided and run & wanted]
    assert set(seen.names(remaining(seen, seen.mask(avoided), seen.mask(wanted)))) == set().union(*runs)


def test_a_row_implies_itself():
    (reading,) = read_process(process("s(start) -> x(xor) -> a, b -> y(xor) -> c -> e(end)"))
    seen = reading.view({step: step for step in "abc"})
    assert [seen.names(mask) for mask in certain(seen).implied] == [("a", "c"), ("b", "c"), ("c",)]
