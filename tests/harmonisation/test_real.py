"""Ten municipalities, eight processes; exercises drawn by students; the shipped sample."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from procmap.alignment import Party, align
from procmap.formats import read, read_source, write
from procmap.harmonisation import Harmonisation, harmonise
from procmap.messages import sentence
from procmap.model import Process, validate

LAWS = ("unanimity", "accounting", "nothing_lost", "derivability", "soundness")
NAMES = ("GBA1", "GBA2", "GBA3", "MOR", "WABO1", "WABO2", "WMO", "WOZ")


@cache
def chains(folder: Path) -> dict[str, Process]:
    return {one.id: one for one in read(str(folder / "coselog-ten-municipalities.epml")).processes}


def municipalities(shared: Path, name: str) -> list[Party]:
    folder = shared / "data" / "municipalities"
    with (folder / "index.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Party(organisation=row["municipality"], process=chains(folder)[row["epcId"]])
        for row in rows
        if row["process"] == name
    ]


def holds_what_it_must(result: Harmonisation, parties: list[Party], *, unanimous: bool = True) -> None:
    """All laws hold; where votes on kept rows need not have a structure, unanimity may be broken if that is asked."""
    holds = {law.name: law.holds for law in result.invariants}
    assert list(holds) == list(LAWS)
    assert all(holds[name] for name in LAWS if unanimous or name != "unanimity")
    asked = {question.question.code for question in result.open}
    (unanimity,) = (law for law in result.invariants if law.name == "unanimity")
    told = {finding.code for finding in unanimity.detail} - {"law-judged-by-blocks"}
    passed = {"unanimity-open", "unanimity-contradiction", "law-more"}
    assert told <= (passed if unanimous else passed | {"unanimity-broken"})
    assert bool(told) == ("order-agreed-broken" in asked)
    traced = sorted((entry.process, entry.step) for entry in result.trace)
    assert traced == sorted((one.id, step.id) for one in parties for step in one.process.steps)
    assert {finding.code for finding in validate(result.common)} <= {"no-condition", "no-name"}
    for finding in (*result.notes, *result.blocking, *(question.question for question in result.open)):
        assert sentence(finding)
    for entry in result.proposal:
        assert sentence(entry.why)


def is_written_and_read(common: Process) -> None:
    document = read_source(write((common,), "common.bpmn").content, "common.bpmn")
    assert document.findings == ()
    (again,) = document.processes
    assert [node.id for node in again.nodes] == [node.id for node in common.nodes]
    assert len(again.flows) == len(common.flows)


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_ten_municipalities(shared: Path, name: str) -> None:
    parties = municipalities(shared, name)
    result = harmonise(parties, align(parties))
    holds_what_it_must(result, parties)
    is_written_and_read(result.common)
    turned = parties[::-1]
    assert harmonise(turned, align(turned)).model_dump_json() == result.model_dump_json()


@pytest.mark.shared
@pytest.mark.parametrize("name", NAMES)
def test_ten_copies_of_a_municipality(shared: Path, name: str) -> None:
    one = municipalities(shared, name)[0].process
    parties = [Party(organisation=f"M{number}", process=one) for number in range(10)]
    result = harmonise(parties, align(parties))
    alone = harmonise(parties[:1], align(parties[:1]))
    assert [(node.id, node.kind) for node in result.common.nodes] == [(n.id, n.kind) for n in alone.common.nodes]
    assert [(flow.source, flow.target) for flow in result.common.flows] == [
        (flow.source, flow.target) for flow in alone.common.flows
    ]


@pytest.mark.shared
@pytest.mark.parametrize("exercise", ["ex00", "ex01", "ex02", "ex03", "ex04", "ex05"])
def test_exercises_by_threes(shared: Path, exercise: str) -> None:
    files = sorted((shared / "data" / "variants" / "hdbpmn" / exercise).rglob("*.bpmn"))[:12]
    for place in range(0, len(files) - 2, 3):
        documents = [(file.stem, read(str(file))) for file in files[place : place + 3]]
        parties = [Party(organisation=name, process=one.processes[0]) for name, one in documents if one.processes]
        result = harmonise(parties, align(parties))
        holds_what_it_must(result, parties, unanimous=False)
        is_written_and_read(result.common)


def test_the_sample(root: Path) -> None:
    files = sorted((root / "bpmn_samples" / "byggesoknad").glob("*.bpmn"))
    processes = [read(str(file)).processes[0] for file in files]
    parties = [Party(organisation=one.card.organisation, process=one) for one in processes]
    result = harmonise(parties, align(parties))
    holds_what_it_must(result, parties)
    is_written_and_read(result.common)
    assert result.common.card.state == "common"
    # Two rules for one letter contradict each other: both are there, and it is asked which holds.
    assert [fate.id for fate in result.carried if fate.fate != "carried"] == ["Record_F2", "N-A2"]
    assert len(result.common.attached) == len(result.carried) == sum(len(one.attached) for one in processes)
