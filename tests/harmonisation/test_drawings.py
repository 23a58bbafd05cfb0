"""The laws on processes that are not made of blocks: copies give the process, variants keep what all agree on."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import Party, align
from procmap.behaviour import read_process
from procmap.harmonisation import harmonise
from procmap.harmonisation.blocks import block_relations
from procmap.harmonisation.composing import compose
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.moving import without
from procmap.harmonisation.rows import Rows
from procmap.harmonisation.sources import sources_of
from procmap.harmonisation.tree import rows_of
from procmap.model import validate
from procmap.soundness import soundness
from tests.harmonisation.drawings import Part, drawings, process
from tests.harmonisation.test_harmonising import behaviour

ANY = st.integers(2, 8).flatmap(lambda size: drawings(tuple("abcdefgh"[:size])))


@pytest.mark.parametrize("copies", [1, 2, 10])
@given(drawn=ANY)
def test_copies_give_the_process(copies: int, drawn: Part) -> None:
    one = process(drawn)
    assert soundness(one).verdict == "sound"
    parties = [Party(organisation=f"Copy {number}", process=one) for number in range(copies)]
    result = harmonise(parties, align(parties))
    assert behaviour(result.common) == behaviour(one)
    assert all(law.holds for law in result.invariants)
    assert result.open == ()


@st.composite
def alike(draw: st.DrawFn) -> list[Part]:
    """Return three drawings of nearly the same labels in nearly the same order."""
    drawn = []
    for _ in range(3):
        labels = draw(st.lists(st.sampled_from("abcdefg"), min_size=5, max_size=7, unique=True).map(sorted))
        place = draw(st.integers(0, len(labels) - 2))
        if draw(st.booleans()):
            labels[place], labels[place + 1] = labels[place + 1], labels[place]
        drawn.append(draw(drawings(tuple(labels))))
    return drawn


@given(alike())
def test_variants_keep_the_laws(drawn: list[Part]) -> None:
    parties = [Party(organisation=name, process=process(one)) for name, one in zip("ABC", drawn, strict=True)]
    result = harmonise(parties, align(parties))
    holds = {law.name: law.holds for law in result.invariants}
    assert holds["soundness"], result.verdict
    assert all(holds[name] for name in ("accounting", "derivability", "nothing_lost"))
    assert holds["unanimity"] or any(question.question.code == "order-agreed-broken" for question in result.open)
    assert not [finding for finding in validate(result.common) if finding.code != "no-condition"]
    turned = parties[::-1]
    assert harmonise(turned, align(turned)).model_dump_json() == result.model_dump_json()


@given(ANY, st.data())
def test_graphs_tell_what_the_states_tell_and_lose_only_what_is_taken_out(drawn: Part, data: st.DataObject) -> None:
    party = Party(organisation="A", process=process(drawn))
    alignment, sources, rulings = align([party]), sources_of([party]), Rulings()
    rows = Rows(alignment, sources, rulings, None)
    tree = compose(None, rows, sources, rulings).tree
    (reading,) = read_process(party.process)
    order = reading.order({step.id: rows.of_step["A", step.id].id for step in party.process.steps})
    found = block_relations(tree, ())
    circles = [row for row in order.rows if order.repeats(row)]
    for a, b in combinations(order.rows, 2):
        if not {a, b} <= set(circles):  # one pass through a loop with several entries has no order of its own
            relation = found.get((a, b))
            assert (relation or found[b, a]) == (order.relation(a, b) if relation else order.relation(b, a))
    gone = set(data.draw(st.lists(st.sampled_from(order.rows), max_size=3)))
    left = without(tree, gone)
    assert set(rows_of(left)) == set(order.rows) - gone
    staying = block_relations(left, ())
    assert staying == {pair: relation for pair, relation in found.items() if not gone & set(pair)}
