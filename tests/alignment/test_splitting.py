"""What one does in one step, and another in two, one directly after the other."""

from __future__ import annotations

import pytest

from procmap.alignment import align
from procmap.alignment.evidence import Evidence
from procmap.alignment.pairing import Ground
from procmap.alignment.splitting import halves
from tests.alignment.parties import party

LAW, PERMIT = "alkoholloven § 1-4", "Bevillingsbrev"


def _result(law: str = LAW, document: str = PERMIT):
    return {"details": {"legal_basis": (law,), "documents_out": (document,)}}


def at_once(organisation: str = "A"):
    names = {"a": "Behandle søknad", "x": "Sende bevilling", "b": "Føre tilsyn"}
    return party(organisation, "a -> x -> b", names=names, changes={"x": _result()})


def in_two(text: str = "a -> w -> x -> b", **first):
    names = {
        "a": "Behandle søknad",
        "w": "Føre i pennen og signere",
        "x": "Sende bevilling",
        "b": "Føre tilsyn",
        "c": "Vente",
    }
    return party("B", text, names=names, changes={"w": _result(**first)})


def found(*parties):
    evidence = Evidence(list(parties))
    for step in ("a", "x", "b"):
        first, *others = [number for number, placed in enumerate(evidence.steps) if placed.step.id == step]
        for other in others:
            evidence.join(first, other, 0.95)
    return [
        (evidence.steps[half.step].step.id, evidence.steps[half.whole].step.id, half.circumstances)
        for half in halves(Ground(evidence))
    ]


def test_the_step_before_with_the_same_law_and_result_is_the_first_half():
    assert found(at_once(), in_two()) == [("w", "x", (LAW, PERMIT))]
    assert found(at_once(), in_two("a -> x -> w -> b")) == [("w", "x", (LAW, PERMIT))]
    (row,) = [row for row in align([at_once(), in_two()]).rows if any(m.step == "x" for m in row.steps)]
    assert {(m.process, m.step) for m in row.steps} == {("A", "x"), ("B", "w"), ("B", "x")}
    (link,) = [link for link in align([at_once(), in_two()]).links if "w" in (link.a.step, link.b.step)]
    assert (link.relation, link.why[0].code) == ("same", "split-step")


@pytest.mark.parametrize(
    "parties",
    [
        pytest.param((at_once(), in_two(law="forvaltningsloven § 27")), id="another law"),
        pytest.param((at_once(), in_two(document="Kvittering")), id="another document"),
        pytest.param((at_once(), in_two("a -> w -> c -> x -> b")), id="a step between"),
        pytest.param((at_once(), at_once("B")), id="nothing left"),
    ],
)
def test_no_half_of_it(parties):
    assert not found(*parties)


def test_half_of_the_others_are_enough():
    silent = party("C", "a -> x -> b", names={"a": "Behandle søknad", "x": "Sende bevilling", "b": "Føre tilsyn"})
    assert found(at_once(), in_two(), silent)
    assert not found(at_once(), in_two(), silent, silent.replace(organisation="D"))


def test_what_has_a_counterpart_anywhere_is_no_half():
    evidence = Evidence([at_once(), in_two(), in_two().replace(organisation="C")])
    at = {(placed.party.id, placed.step.id): number for number, placed in enumerate(evidence.steps)}
    evidence.join(at["A", "x"], at["B", "x"], 0.95)
    assert halves(Ground(evidence))
    evidence.join(at["B", "w"], at["C", "w"], 0.95)
    assert not halves(Ground(evidence))


def test_what_people_keep_apart_or_alone_stays_so():
    for kept in ("alone", "apart"):
        evidence = Evidence([at_once(), in_two()])
        at = {(placed.party.id, placed.step.id): number for number, placed in enumerate(evidence.steps)}
        evidence.join(at["A", "x"], at["B", "x"], 0.95)
        if kept == "alone":
            evidence.keep_alone(at["B", "w"])
        else:
            evidence.keep_apart(at["B", "w"], at["A", "x"])
        assert not halves(Ground(evidence))
