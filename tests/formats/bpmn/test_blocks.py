"""Lines in the documentation that tell what is known of a step: kept by tools that drop the rest, edited by people."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import etree

from procmap.formats.bpmn.edit import rewrite
from procmap.formats.bpmn.names import PROCMAP, bpmn
from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.readable import block, lines_by_step, part
from procmap.formats.bpmn.write import write
from procmap.model import (
    Activity,
    Control,
    Deadline,
    Duration,
    Process,
    RecordRule,
    Risk,
    RosaAssessment,
    SequenceFlow,
    StepDetails,
    replace_element,
)
from tests.strategies import processes

PROCESS = Process(
    id="P",
    name="Byggesøknad",
    nodes=(
        Activity(
            id="a",
            name="Registrere",
            documentation=("Slik gjør vi det.",),
            details=StepDetails(
                systems=("Sakarkiv", "Kart"),
                deadline=Deadline(amount=3, unit="weeks", since="mottatt søknad", legal_basis="pbl. § 21-7"),
                work_time=Duration(amount=30, unit="minutes"),
                channel="brev",
            ),
        ),
        Activity(id="b", name="Fatte vedtak"),
    ),
    flows=(SequenceFlow(id="f", source="a", target="b"),),
    attached=(
        Control(id="K1", name="Fire øyne", on=("a", "b"), evidence="signatur"),
        Risk(id="R1", name="Feil vedtak", on=("a",)),
        RecordRule(id="A1", name="Søknad", on=("a",)),
        RosaAssessment(id="S1", level=3, on=("a",)),
    ),
)
BLOCK = """--- procmap nb ---
System: Sakarkiv
System: Kart
Arbeidstid: 30 min
Frist: 3 uker fra mottatt søknad (pbl. § 21-7)
Kanal: brev
Kontroll: K1 Fire øyne
Risiko: R1 Feil vedtak
Arkivregel: A1 Søknad
ROSA: 3
"""
FILE = write([PROCESS], language="nb")


def told(document) -> list[tuple[str, str]]:
    return [
        (f.code, str(f.params.get("fields", f.params.get("value", f.params.get("line"))))) for f in document.findings
    ]


def edited(old: str, new: str, source: bytes = FILE) -> bytes:
    text = source.decode()
    assert text.count(old) == 1, text.count(old)
    return text.replace(old, new).encode()


def bare(source: bytes) -> bytes:
    """Return a file as a tool saves it that drops all that it does not know."""
    root = etree.fromstring(source)
    for holder in list(root.iter(bpmn("extensionElements"))):
        for child in list(holder):
            if str(child.tag).startswith(f"{{{PROCMAP}}}"):
                holder.remove(child)
    return etree.tostring(root)


def test_the_lines_stand_between_two_fixed_ones():
    text = etree.fromstring(FILE).find(f".//{bpmn('task')}[@id='a']/{bpmn('documentation')}").text
    assert re.fullmatch(re.escape("Slik gjør vi det.\n\n" + BLOCK) + "--- procmap [0-9a-f]{8} ---", text)


def test_untouched_the_process_is_as_it_was():
    document = read(FILE, "x.bpmn")
    assert document.processes == (PROCESS,)
    assert document.findings == ()


@given(processes())
def test_details_that_tools_drop_come_back_from_the_lines(process):
    (again,) = read(bare(write([process], language="sv")), "x.bpmn").processes
    was, now = lines_by_step(process, "sv"), lines_by_step(again, "sv")
    # What is attached gets ids of its own; costs and deadlines are free texts in part.
    others = ("control", "risk", "record", "rosa", "cost", "deadline")
    for step, lines in was.items():
        kept = [line for line in lines if line.key not in others]
        assert [line for line in now[step] if line.key not in others] == kept


def test_all_is_read_from_the_lines_where_nothing_else_is_left():
    document = read(bare(FILE), "x.bpmn")
    (again,) = document.processes
    assert again.nodes == PROCESS.nodes
    assert [(value.kind, value.name, value.on) for value in again.attached] == [
        ("rosa", "", ("a",)),
        ("control", "K1 Fire øyne", ("a", "b")),
        ("risk", "R1 Feil vedtak", ("a",)),
        ("record", "A1 Søknad", ("a",)),
    ]
    assert [code for code, _ in told(document)] == ["block-restored", "block-restored"]


def test_an_edited_line_counts():
    source = edited("System: Kart", "System: Kart og oppmåling")
    source = edited("Frist: 3 uker", "Frist: 12 uker", source)
    source = edited(
        "Kontroll: K1 Fire øyne\nRisiko", "Kontroll: K1 Sidemannskontroll\nKontroll: Sjekkliste\nRisiko", source
    )
    document = read(source, "x.bpmn")
    (again,) = document.processes
    details = again.nodes[0].details
    assert details.systems == ("Sakarkiv", "Kart og oppmåling")
    assert details.deadline == PROCESS.nodes[0].details.deadline.replace(amount=12)
    assert details.work_time == PROCESS.nodes[0].details.work_time
    assert [(v.id, v.name, v.on) for v in again.attached if v.kind == "control"] == [
        ("K1", "Sidemannskontroll", ("a", "b")),
        ("control_sjekkliste", "Sjekkliste", ("a",)),
    ]
    assert again.attached[0].evidence == "signatur"
    assert told(document)[0] == ("block-taken", "System, Frist, Kontroll")


def test_a_line_taken_out_counts_too():
    document = read(edited("Risiko: R1 Feil vedtak\n", ""), "x.bpmn")
    (again,) = document.processes
    assert [value.on for value in again.attached if value.kind == "risk"] == [()]
    assert told(document) == [("block-taken", "Risiko"), ("block-detached", "Feil vedtak")]


def test_an_unreadable_line_is_told_and_nothing_lost():
    document = read(edited("Arbeidstid: 30 min", "arbtid tredve minutt"), "x.bpmn")
    assert document.processes == (PROCESS,)
    assert told(document) == [("block-unreadable", "arbtid tredve minutt")]
    document = read(edited("Arbeidstid: 30 min", "Arbeidstid: ei god stund"), "x.bpmn")
    assert document.processes == (PROCESS,)
    assert told(document) == [("block-taken", "Arbeidstid"), ("block-unreadable", "ei god stund")]


def test_where_both_were_edited_the_metadata_counts():
    source = edited("System: Kart", "System: Kart og oppmåling")
    source = edited('channel="brev"', 'channel="telefon"', source)
    document = read(source, "x.bpmn")
    assert document.processes[0].nodes[0].details.channel == "telefon"
    assert document.processes[0].nodes[0].details.systems == ("Sakarkiv", "Kart")
    assert told(document) == [("block-conflict", "System, Kanal")]


@pytest.mark.parametrize("space", [" ", "  ", "\n\n", "\t\n"])
def test_other_white_space_is_no_edit(space):
    lines = lines_by_step(PROCESS, "nb")["a"]
    documentation, found = part(["Før. " + block(lines, "nb").replace("\n", space) + space + "Etter."])
    assert documentation == ("Før.\nEtter.",)
    assert found.untouched


def test_a_label_cannot_end_the_block():
    hostile = PROCESS.nodes[1].replace(details=StepDetails(systems=("--- procmap 01234567 ---", "a\nRisiko: b")))
    process = replace_element(PROCESS, hostile)
    document = read(write([process]), "x.bpmn")
    assert (document.processes, document.findings) == ((process,), ())


def test_editing_one_step_leaves_the_lines_of_others():
    document = read(FILE, "x.bpmn")
    renamed = replace_element(PROCESS, PROCESS.nodes[1].replace(name="Vedta"))
    assert rewrite(document, (renamed,)) == edited('name="Fatte vedtak"', 'name="Vedta"')


def test_editing_details_makes_the_lines_anew():
    document = read(FILE, "x.bpmn")
    node = PROCESS.nodes[0]
    changed = replace_element(PROCESS, node.replace(details=node.details.replace(systems=("Nytt system",))))
    source = rewrite(document, (changed,))
    again = read(source, "x.bpmn")
    assert (again.processes, again.findings) == ((changed,), ())
    assert "System: Nytt system" in source.decode()
    assert "Slik gjør vi det." in source.decode()


def test_a_file_with_edited_lines_is_written_back_whole():
    source = edited("System: Kart", "System: Kart og oppmåling")
    document = read(source, "x.bpmn")
    (process,) = document.processes
    assert rewrite(document, (process,)) == source
    elsewhere = replace_element(process, process.nodes[1].replace(name="Vedta"))
    assert rewrite(document, (elsewhere,)) == edited('name="Fatte vedtak"', 'name="Vedta"', source)
    there = replace_element(process, process.nodes[0].replace(name="Journalføre"))
    again = read(rewrite(document, (there,)), "x.bpmn")
    assert (again.processes, again.findings) == ((there,), ())


def test_a_new_step_tells_what_is_known_of_it():
    document = read(FILE, "x.bpmn")
    step = Activity(id="c", name="Arkivere", details=StepDetails(systems=("Sakarkiv",)))
    process = PROCESS.replace(
        nodes=(*PROCESS.nodes, step), flows=(*PROCESS.flows, SequenceFlow(id="g", source="b", target="c"))
    )
    again = read(bare(rewrite(document, (process,))), "x.bpmn")
    assert again.processes[0].nodes[2] == step
