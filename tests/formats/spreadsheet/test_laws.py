"""The laws of spreadsheets: what is written is read again as it was; what cannot be is told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats import read, read_source, write
from procmap.formats.spreadsheet.columns import LANGUAGES
from procmap.model import Gateway, validate
from tests.formats.spreadsheet.sheets import again, holdable, only
from tests.strategies import processes

SAMPLES = sorted((Path(__file__).parents[3] / "bpmn_samples").glob("*/*.bpmn"))
SHEETS = sorted((Path(__file__).parents[3] / "bpmn_samples").glob("*/*.xlsx"))
UNHEARD = ("spreadsheet-loses-gateways", "spreadsheet-loses-ids")
"""Ids of what has no row: the only thing that is always lost."""


def steps_of(process):
    """Return what stays of a process in a spreadsheet, without order among flows."""
    return {
        "nodes": {node.id: node for node in process.nodes if not isinstance(node, Gateway) or node.name},
        "gateways": Counter(node.type for node in process.nodes if isinstance(node, Gateway)),
        "ways": Counter((flow.name, flow.default) for flow in process.flows),
        "attached": Counter(map(repr, process.attached)),
        "about": (process.id, process.name, process.card, process.documentation, process.properties),
    }


def roles_of(process):
    steps = {node.id for node in process.nodes if not isinstance(node, Gateway)}
    return {(lane.name, frozenset(lane.nodes) & steps) for lane in process.lanes}


@given(holdable(), st.sampled_from(LANGUAGES))
def test_what_a_spreadsheet_holds_comes_back(process, language):
    written = write((process,), "x.xlsx", language=language)
    back = only(read_source(written.content, "x.xlsx"))

    assert {finding.code for finding in written.findings} <= set(UNHEARD)
    assert steps_of(back) == steps_of(process)
    assert roles_of(back) == roles_of(process)
    assert len(back.flows) == len(process.flows)


@given(processes(), st.sampled_from(LANGUAGES))
def test_what_came_back_once_comes_back_the_same(process, language):
    """Whatever a process has: what a spreadsheet has made of it stays as it is from then on."""
    once = again(process, language=language)

    assert again(once, language=language) == once


@given(processes())
def test_what_does_not_come_back_is_told(process):
    """Steps, their names and what is attached to them are as they were where nothing is told of them."""
    written = write((process,), "x.xlsx", language="nn")
    back = only(read_source(written.content, "x.xlsx"))
    told = {element for finding in written.findings for element in finding.elements}

    returned = {node.id: node for node in back.nodes}
    for node in process.nodes:
        assert node.id in told or returned[node.id].name == node.name
    attached = {(value.kind, value.id): value for value in back.attached}
    for value in process.attached:
        assert value.id in told or set(attached[value.kind, value.id].on) & set(returned) == set(value.on) & set(
            returned
        )
    assert {finding.code for finding in validate(back)} <= {finding.code for finding in validate(process)} | ALLOWED


ALLOWED = {"no-condition", "not-connected", "duplicate-attached", "no-such-risk"}


@given(processes(), st.sampled_from(("", "rfc4180")))
def test_csv_holds_the_steps(process, dialect):
    content = write((process,), "x.csv", language="nb", csv_dialect=dialect).content
    back = only(read_source(content, "x.csv"))
    whole = again(process)

    assert [(node.id, node.name, node.type) for node in back.nodes] == [(n.id, n.name, n.type) for n in whole.nodes]
    assert [(flow.source, flow.target, flow.name) for flow in back.flows] == [
        (flow.source, flow.target, flow.name) for flow in whole.flows
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_goes_to_a_spreadsheet_and_back_to_bpmn(path):
    document = read(str(path))
    process = only(document)
    back = again(process)
    as_bpmn = only(read_source(write((back,), "x.bpmn").content, "x.bpmn"))

    for again_ in (back, as_bpmn):
        named = {node.id: node.name for node in process.nodes if node.name}
        assert {node.id: node.name for node in again_.nodes if node.id in named} == named
        assert {value.id for value in process.attached if value.kind != "rosa"} == {
            value.id for value in again_.attached if value.kind != "rosa"
        }


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_a_spreadsheet_of_a_sample_stays_as_it_is(path):
    process = only(read(str(path)))

    assert again(process) == process
    assert [f.code for f in write((process,), "x.xlsx").findings if f.severity != "info"] == []
