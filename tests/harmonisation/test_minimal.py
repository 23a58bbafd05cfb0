"""A common process has no gateway, skip, repeat or relation that nobody needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.harmonisation import harmonise
from procmap.model import Gateway, SequenceFlow
from tests.cases.gold import FOLDERS, Case
from tests.harmonisation.blocks import Shape, party, shapes, variants
from tests.harmonisation.minimal import Needless, needless
from tests.harmonisation.test_real import NAMES, municipalities


def not_asked(parties: list[Party]) -> list[Needless]:
    """Return what nobody needs and no question asks about."""
    result = harmonise(parties, align(parties))
    labels = {node.id: node.name or node.id for node in result.common.nodes}
    asked = [
        {str(question.question.params.get(side, "")) for side in ("first", "second", "labels")}
        for question in result.open
        if question.kind in ("order", "optional")
    ]
    return [
        each
        for each in needless(parties, result)
        if each.kind != "open relation"
        and not any(all(any(labels[one] in side for side in sides) for one in each.elements) for sides in asked)
    ]


@given(shapes(list("abcdef")).flatmap(lambda shape: st.tuples(*(variants(shape) for _ in range(3)))))
def test_variants(made: tuple[Shape, ...]) -> None:
    assert not_asked([party(name, shape) for name, shape in zip("ABC", made, strict=True)]) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_cases(folder: Path) -> None:
    assert not_asked(list(Case(folder).parties)) == []


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_municipalities(shared: Path, name: str) -> None:
    parties = municipalities(shared, name)
    found = needless(parties, harmonise(parties, align(parties)))
    assert [each for each in found if each.kind != "open relation"] == []


def test_what_nobody_needs_is_found() -> None:
    parties = [party("A", ("seq", "a", "b"))]
    result = harmonise(parties, align(parties))
    common = result.common
    flow = next(flow for flow in common.flows if flow.target == "step_b")
    way = {"origins": flow.origins}
    skipping = common.replace(
        nodes=(*common.nodes, Gateway(id="x", **way), Gateway(id="y", **way)),
        flows=(
            *(one for one in common.flows if "step_b" not in (one.source, one.target)),
            SequenceFlow(id="1", source="step_a", target="x", **way), SequenceFlow(id="2", source="x", target="step_b"),
            SequenceFlow(id="3", source="x", target="y"), SequenceFlow(id="4", source="step_b", target="y"),
            SequenceFlow(id="5", source="y", target="step_end"),
        ),
    )  # fmt: skip
    assert {each.kind for each in needless(parties, result.replace(common=skipping))} == {"skip"}
    turned = common.replace(nodes=tuple(
        node.replace(origins=(node.origins[0].replace(element={"a": "n3", "b": "n2"}.get(node.name, "n1")),))
        if node.name in ("a", "b") else node for node in common.nodes
    ))  # fmt: skip
    assert "relation" in {each.kind for each in needless(parties, result.replace(common=turned))}
