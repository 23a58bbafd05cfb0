"""procmap's extension elements: no field is lost, and the page about them names them all and no other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.bpmn.metadata import REGISTER, fields_of
from procmap.formats.bpmn.read import read
from procmap.formats.bpmn.write import write
from procmap.model import Activity, Origin, Process, ProcessCard, Property, Scale, StepDetails
from tests.canonical import canonical
from tests.conftest import ROOT
from tests.strategies import values

CODED = (ProcessCard, StepDetails, Property, Origin, Scale, *REGISTER.values())


def _with(value) -> Process:
    """Return a small process that holds a value where it belongs."""
    step = {StepDetails: "details", Property: "properties", Origin: "origins"}
    content = value if isinstance(value, StepDetails) else (value,)
    fields = {step[type(value)]: content} if type(value) in step else {}
    process = Process(id="P", name="P", nodes=(Activity(id="T", name="T", **fields),))
    if isinstance(value, ProcessCard):
        return process.replace(card=value)
    if isinstance(value, Scale):
        return process.replace(scales=(value,))
    return process if fields else process.replace(attached=(value,))


@pytest.mark.parametrize("cls", CODED, ids=lambda cls: cls.__name__)
def test_every_field_is_read_as_it_was_written(cls):
    given_ = {name: st.just(("T",)) for name in ("on", "guards") if name in cls.model_fields}
    given_ |= {"name": st.just("P")} if cls is ProcessCard else {}

    @given(values(cls, **given_))
    def check(value) -> None:
        process = _with(value)
        document = read(write([process]), "new.bpmn")
        assert [canonical(again) for again in document.processes] == [canonical(process)]
        assert [finding.code for finding in document.findings] == []

    check()


def _written_names() -> set[str]:
    names = {"process", "step", "attached", "property", "origin", "scale", "decision", *REGISTER}
    waiting = list(CODED)
    while waiting:
        for name, (_, _, inner) in fields_of(waiting.pop()).items():
            names.add(name)
            if inner is not None:
                waiting.append(inner)
    return names


def test_the_page_names_every_name_in_the_file_and_no_other():
    page = (ROOT / "docs" / "bpmn-metadata.md").read_text(encoding="utf-8").partition("## Lines in")[0]
    choices = {choice for cls in _classes() for choice in _choices(cls)}
    others = {
        "procmap", "definitions", "lowerCamelCase", "collaboration", "process", "extensionElements", "true", "kind",
        "2025-01-31", "sha256:…", 'position="before"', "<procmap:guards>Task_9</procmap:guards>", "Task_9",
    }  # fmt: skip
    named = {name.removeprefix("procmap:") for name in re.findall(r"`([^`]+)`", page)}

    assert _written_names() - named == set()
    assert named - _written_names() - choices - others == set()


def _classes() -> list[type]:
    found = list(CODED)
    for cls in found:
        found += [inner for _, _, inner in fields_of(cls).values() if inner is not None and inner not in found]
    return found


def _choices(cls: type) -> list[str]:
    return re.findall(r"'([^']+)'", " ".join(str(info.annotation) for info in cls.model_fields.values()))
