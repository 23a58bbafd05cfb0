from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import etree

from procmap.drawing import Mark, draw
from procmap.drawing.words import Words, kind_of
from procmap.layout import place
from procmap.messages import translator
from procmap.model import (
    Activity,
    Annotation,
    Association,
    DataAssociation,
    DataItem,
    Event,
    Gateway,
    Lane,
    Loop,
    MessageFlow,
    Pool,
    Process,
    SequenceFlow,
    Trigger,
)

PROCESS = Process(
    id="p",
    name="Byggesøknad",
    pools=(Pool(id="k", name="Fjordvik kommune", process="q"), Pool(id="s", name="Søker", multiple=True)),
    lanes=(Lane(id="l", name="Saksbehandler", pool="k", nodes=("start", "check", "ask", "g", "end", "late")),),
    nodes=(
        Event(id="start", type="startEvent", name="Mottatt", triggers=(Trigger(type="message"),), pool="k"),
        Activity(id="check", type="userTask", name="Kontrollere vedlegg", pool="k"),
        Gateway(id="g", name="Komplett?", pool="k"),
        Activity(id="ask", type="sendTask", name="Be om mer", loop=Loop(type="standard"), pool="k"),
        Event(id="late", type="boundaryEvent", attached_to="check", interrupting=False,
              triggers=(Trigger(type="timer"),), pool="k"),
        Event(id="end", type="endEvent", pool="k"),
    ),
    flows=tuple(
        SequenceFlow(id=f"{source}-{target}", source=source, target=target, name=name, pool="k")
        for source, target, name in (
            ("start", "check", ""), ("check", "g", ""), ("g", "end", "Ja"), ("g", "ask", "Nei"), ("ask", "check", ""),
        )
    ),
    message_flows=(MessageFlow(id="m", source="s", target="start", message="Søknad"),
                   MessageFlow(id="n", source="ask", target="s")),
    data=(DataItem(id="d", name="Vedtak", state="utkast"), DataItem(id="store", type="dataStore", name="Arkivet")),
    data_associations=(DataAssociation(id="i", type="input", node="check", sources=("d",)),
                       DataAssociation(id="o", type="output", node="check", target="store")),
    annotations=(Annotation(id="t", text="Innen tre uker"),),
    associations=(Association(id="at", source="t", target="check"),),
)  # fmt: skip


def labels(process: Process, marks: Sequence[Mark] = (), language: str = "en") -> list[str]:
    root = etree.fromstring(draw(process, place(process), marks, language=language).encode())
    return [group.get("aria-label") for group in root.iter("{*}g") if group.get("role")]


def test_everything_in_words_from_start_to_end():
    assert labels(PROCESS) == [
        "Participant: Fjordvik kommune; lanes: Saksbehandler",
        'Start event (message): Mottatt, Saksbehandler; receives "Søknad" from "Søker"',
        'User task: Kontrollere vedlegg, Saksbehandler; uses "Vedtak [utkast]"; keeps data in "Arkivet"',
        'Boundary event (timer, does not interrupt), Saksbehandler, on "Kontrollere vedlegg"',
        'Exclusive gateway: Komplett?, Saksbehandler; goes on to end event (Ja), "Be om mer" (Nei)',
        "End event, Saksbehandler",
        'Send task (repeated while a condition holds): Be om mer, Saksbehandler; goes on to "Kontrollere vedlegg"; '
        'sends a message to "Søker"',
        'Participant (several): Søker; sends "Søknad" to "Mottatt"; receives a message from "Be om mer"',
        "Data object: Vedtak [utkast]",
        "Data store: Arkivet",
        'Text annotation: Innen tre uker; about "Kontrollere vedlegg"',
    ]


def test_badges_are_told_after_the_role():
    marks = [
        Mark("check", "control"),
        Mark("check", "differs", text="annet system"),
        Mark("check", "level", letter="4"),
    ]
    told = next(label for label in labels(PROCESS, marks, "nb") if "Kontrollere" in label)
    assert told.startswith(
        "Brukeroppgave: Kontrollere vedlegg, Saksbehandler; kontrollpunkt; annet system; servicenivå (ROSA) 4; "
    )


def test_what_is_marked_on_lines_and_lanes_is_told_at_nodes_and_pools():
    marks = [Mark("check-g", "order"), Mark("g-end", "only"), Mark("m", "timing"), Mark("l", "differs")]
    told = "\n".join(labels(PROCESS, marks))
    assert 'goes on to "Komplett?" (other order)' in told
    assert "goes on to end event (Ja, only in some)" in told
    assert 'receives "Søknad" from "Søker" (timing differs)' in told
    assert "lanes: Saksbehandler (something differs)" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The drawing shows 2 pools, 1 lane, 5 steps and 1 gateway."),
        ("nb", "Tegningen viser 2 bassenger, 1 bane, 5 steg og 1 port."),
        ("nn", "Teikninga viser 2 basseng, 1 bane, 5 steg og 1 port."),
        ("sv", "Ritningen visar 2 pooler, 1 bana, 5 steg och 1 grind."),
        ("de", "The drawing shows 2 pools, 1 lane, 5 steps and 1 gateway."),
    ],
)
def test_the_description_says_how_much_is_shown(language, said):
    root = etree.fromstring(draw(PROCESS, place(PROCESS), language=language).encode())
    assert root[1].tag.endswith("desc")
    assert root[1].text == said


def test_long_names_are_cited_short_and_told_whole():
    name = "Kontrollere " * 40
    process = Process(
        id="p",
        nodes=(Gateway(id="g"), Activity(id="a", name=name), Activity(id="b")),
        flows=(SequenceFlow(id="f", source="g", target="a"), SequenceFlow(id="h", source="g", target="b")),
    )
    gateway, *others = labels(process)
    assert len(gateway) < 200
    assert f"Task: {name.strip()}" in others


def test_kinds_are_named_as_bpmn_names_them():
    kinds = {element.id: kind_of(element) for element in PROCESS.elements()}
    assert kinds["m"] == "messageFlow"
    assert kinds["i"] == "dataInputAssociation"
    assert kinds["t"] == "textAnnotation"
    assert kinds["k"] == "participant"


def test_an_empty_drawing_says_so():
    assert Words(Process(id="p"), {}, translator("nb")).description() == "Tegningen er tom."
