"""Files in and out: whole or not at all."""

from __future__ import annotations

import io
import os
import sys

import pytest

from procmap.formats import files
from procmap.formats.files import read_bytes, write_bytes
from procmap.model import BadInput


def _code(call, *arguments, **named) -> str:
    with pytest.raises(BadInput) as refused:
        call(*arguments, **named)
    return refused.value.finding.code


def test_what_was_written_is_read(tmp_path):
    target = str(tmp_path / "søknad.bpmn")
    write_bytes(target, b"\x00\xff\r\n")

    assert read_bytes(target) == b"\x00\xff\r\n"
    assert [path.name for path in tmp_path.iterdir()] == ["søknad.bpmn"]


def test_reading_what_cannot_be_read(tmp_path, monkeypatch):
    assert _code(read_bytes, str(tmp_path)) == "is-folder"
    assert _code(read_bytes, str(tmp_path / "none")) == "no-such-file"
    assert _code(read_bytes, "a\x00b") == "cannot-open"
    (tmp_path / "large").write_bytes(b"12345")
    monkeypatch.setattr(files, "MAX_BYTES", 4)
    assert _code(read_bytes, str(tmp_path / "large")) == "too-large"


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"<a/>")))

    assert read_bytes("-") == b"<a/>"


def test_nothing_is_overwritten_unless_asked(tmp_path):
    target = tmp_path / "out"
    target.write_bytes(b"old")

    assert _code(write_bytes, str(target), b"new") == "output-exists"
    assert target.read_bytes() == b"old"
    write_bytes(str(target), b"new", force=True)
    assert target.read_bytes() == b"new"


def test_writing_where_one_cannot(tmp_path):
    assert _code(write_bytes, str(tmp_path), b"") == "target-is-folder"
    assert _code(write_bytes, str(tmp_path / "none" / "out"), b"") == "no-such-folder"


@pytest.mark.parametrize(("number", "code"), [(28, "disk-full"), (5, "cannot-write")])
def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, number, code):
    target = tmp_path / "out"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    assert _code(write_bytes, str(target), b"new", force=True) == code
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("out", b"old")]
