from __future__ import annotations

from procmap.model import Activity, Gateway, Origin, Process, SequenceFlow
from procmap.reports.pictures.questions import one_question


def origins(**labels: str) -> tuple[Origin, ...]:
    return tuple(Origin(organisation=who, element=who, label=label) for who, label in labels.items())


def flow(target: str, name: str, **labels: str) -> SequenceFlow:
    return SequenceFlow(id=target, source="g", target=target, name=name, origins=origins(**labels))


def names(question: str, asked: dict[str, str], *flows: SequenceFlow) -> dict[str, str]:
    nodes = (Gateway(id="g", name=question, origins=origins(**asked)), *(Activity(id=each.id) for each in flows))
    told = one_question(Process(id="p", nodes=nodes, flows=flows))
    return {"g": told.nodes[0].name, **{each.id: each.name for each in told.flows}}


def test_the_question_and_its_answers_are_of_one_organisation():
    found = names(
        "Komplett?",
        {"A": "Komplett?", "B": "Mangler noe?", "C": "Mangler noe?"},
        flow("brev", "Ja", A="Nei", B="Ja", C="Ja"),
        flow("vedtak", "Ja", A="Ja", B="Nei", C="Nei"),
    )
    assert found == {"g": "Mangler noe?", "brev": "Ja", "vedtak": "Nei"}


def test_a_way_of_others_alone_has_their_question():
    found = names(
        "Komplett?",
        {"A": "Komplett?", "B": "Mangler noe?"},
        flow("brev", "Ja", A="Nei", B="Ja"),
        flow("vedtak", "Ja", A="Ja"),
        flow("retur", "Nei", B="Nei"),
    )
    assert found == {"g": "Komplett?", "brev": "Nei", "vedtak": "Ja", "retur": "Mangler noe? Nei"}


def test_one_question_stays_as_it_is():
    found = names("OK?", {"A": "OK?", "B": "ok?"}, flow("x", "Ja", A="Ja"), flow("y", "Nei", B="Nei"))
    assert found == {"g": "OK?", "x": "Ja", "y": "Nei"}
