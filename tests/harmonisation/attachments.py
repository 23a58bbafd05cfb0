"""Sets of parties made at random, with values attached to their steps, flows, gateways and the whole."""

from __future__ import annotations

from hypothesis import strategies as st

from procmap.alignment import Party
from procmap.model import Control, Note, Process, RecordRule, Risk
from procmap.model.attached import RosaAssessment
from tests.harmonisation.blocks import Shape, process, shapes, variants
from tests.strategies import values

KINDS = (Control, Risk, RecordRule, RosaAssessment, Note)


@st.composite
def parties(draw: st.DrawFn, labels: str = "abcdef", most: int = 4) -> list[Party]:
    """Return two to `most` organisations' variants of one shape, each with some values attached."""
    shape: Shape = draw(shapes(list(labels)))
    names = "ABCDEFGHIJ"[: draw(st.integers(2, most))]
    return [Party(organisation=name, process=draw(attached(process(draw(variants(shape)))))) for name in names]


@st.composite
def attached(draw: st.DrawFn, one: Process) -> Process:
    """Return a process with up to four values, some of one id, that are on and guard any of its elements."""
    elements = st.lists(st.sampled_from([element.id for element in one.elements()]), max_size=2, unique=True).map(tuple)
    made = [
        draw(
            values(draw(st.sampled_from(KINDS)), id=st.sampled_from(("v1", "v2", "v 3")), on=elements, guards=elements)
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    return one.replace(attached=tuple(made))
