from __future__ import annotations

from procmap.harmonisation import aligned_union
from procmap.model import Gateway
from procmap.reports.pictures.gathering import gathered
from tests.alignment.parties import party
from tests.reports.pictures.drawn import aligned

SPLIT = "s(start) -> a -> x(xor); x -> {first} -> j(xor) -> e(end); x -> {second} -> j"


def union(*texts):
    made = [party(name, text) for name, text in zip("ABC", texts, strict=False)]
    return aligned_union(made, aligned(made))


def gateways(process):
    return [node for node in process.nodes if isinstance(node, Gateway)]


def test_gateways_after_the_same_step_are_one():
    told = union(SPLIT.format(first="b", second="c"), SPLIT.format(first="b", second="d"))
    assert len(gateways(told)) == 4
    drawn = gathered(told)
    assert len(gateways(drawn)) == 2
    assert {len(node.origins) for node in gateways(drawn)} == {2}
    assert len({(flow.source, flow.target) for flow in drawn.flows}) == len(drawn.flows)


def test_other_kinds_and_gateways_of_one_organisation_stay_apart():
    other = SPLIT.replace("x(xor)", "x(and)").replace("j(xor)", "j(and)")
    told = union(SPLIT.format(first="b", second="c"), other.format(first="b", second="d"))
    assert len(gateways(gathered(told))) == 4


def test_nothing_is_lost():
    told = union(SPLIT.format(first="b", second="c"), SPLIT.format(first="b", second="d"))
    drawn = gathered(told)

    def origins(items):
        return sorted((origin.organisation, origin.element) for item in items for origin in item.origins)

    assert origins(drawn.nodes) == origins(told.nodes)
    assert origins(drawn.flows) == origins(told.flows)
