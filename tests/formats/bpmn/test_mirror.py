"""What is known of steps as properties of Camunda."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from procmap.formats.bpmn.edit import rewrite
from procmap.formats.bpmn.mirror import CAMUNDA, ZEEBE
from procmap.formats.bpmn.names import bpmn
from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.write import write
from procmap.model import StepDetails, replace_element
from tests.formats.bpmn.test_blocks import PROCESS, bare
from tests.formats.bpmn.test_write import schema_errors
from tests.strategies import processes

PLATFORMS = pytest.mark.parametrize(("platform", "namespace"), [("camunda7", CAMUNDA), ("camunda8", ZEEBE)])


def pairs(source: bytes, namespace: str, step: str = "a") -> list[tuple[str, str]]:
    found = etree.fromstring(source).findall(
        f".//*[@id='{step}']/{bpmn('extensionElements')}/{{{namespace}}}properties"
    )
    assert len(found) < 2
    return [(part.get("name"), part.get("value")) for each in found for part in each]


@PLATFORMS
def test_a_new_file_has_them(platform, namespace):
    source = write([PROCESS], language="nb", platform=platform)
    assert pairs(source, namespace) == [
        ("procmap.system", "Sakarkiv"),
        ("procmap.system.2", "Kart"),
        ("procmap.work_time", "30 min"),
        ("procmap.deadline", "3 uker fra mottatt søknad (pbl. § 21-7)"),
        ("procmap.channel", "brev"),
        ("procmap.control", "K1 Fire øyne"),
        ("procmap.risk", "R1 Feil vedtak"),
        ("procmap.record", "A1 Søknad"),
        ("procmap.rosa", "3"),
    ]
    assert b"executionPlatform=" in source
    assert read(source, "x.bpmn").processes == (PROCESS,)


@given(processes(), st.sampled_from(("camunda7", "camunda8")))
def test_files_with_them_are_valid_and_read_as_before(process, platform):
    source = write([process], platform=platform)
    assert schema_errors(source) == schema_errors(write([process]))
    assert read(source, "x.bpmn").processes == read(write([process]), "x.bpmn").processes


@PLATFORMS
def test_they_are_put_into_a_file_that_is_there(platform, namespace):
    document = read(write([PROCESS]), "x.bpmn")
    source = rewrite(document, document.processes, "sv", platform)
    assert ("procmap.work_time", "30 min") in pairs(source, namespace)
    assert ("procmap.control", "K1 Fire øyne") in pairs(source, namespace, "b")
    again = read(source, "x.bpmn")
    assert again.processes == (PROCESS,)
    assert rewrite(again, again.processes, "sv", platform) == source


@PLATFORMS
def test_they_follow_edits_and_leave_what_others_wrote(platform, namespace):
    source = write([PROCESS], platform=platform).decode()
    prefix = {"camunda7": "camunda", "camunda8": "zeebe"}[platform]
    own = f'<{prefix}:property name="eier" value="Ola"/>'
    end = f"</{prefix}:properties>"
    document = read(source.replace(end, own + end).encode(), "x.bpmn")
    changed = replace_element(PROCESS, PROCESS.nodes[0].replace(details=StepDetails(systems=("Nytt",))))
    after = rewrite(document, (changed,))
    assert pairs(after, namespace)[:1] == [("procmap.system", "Nytt")]
    assert ("eier", "Ola") in pairs(after, namespace)
    assert not [name for name, _ in pairs(after, namespace) if name == "procmap.channel"]
    emptied = replace_element(changed.replace(attached=()), PROCESS.nodes[0].replace(details=StepDetails()))
    assert pairs(rewrite(document, (emptied,)), namespace) == [("eier", "Ola")]


@pytest.mark.parametrize("platform", ["camunda7", "camunda8"])
def test_they_are_read_where_nothing_else_is_left(platform):
    root = etree.fromstring(bare(write([PROCESS], platform=platform)))
    for text in list(root.iter(bpmn("documentation"))):
        text.getparent().remove(text)
    document = read(etree.tostring(root), "x.bpmn")
    assert document.processes[0].nodes[0].details == PROCESS.nodes[0].details
    assert [finding.code for finding in document.findings] == ["block-restored", "block-restored"]


def test_mirrored_values_are_text():
    hostile = replace_element(PROCESS, PROCESS.nodes[0].replace(details=StepDetails(systems=('<a b="c">&\x07',))))
    source = write([hostile], platform="camunda8")
    assert pairs(source, ZEEBE)[0] == ("procmap.system", '<a b="c">&\ufffd')
