"""Archives keep limits before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.zip_input import MAX_ENTRIES, OLE, open_zip
from procmap.model import BadInput


def archive(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def refused(source: bytes) -> str:
    with pytest.raises(BadInput) as raised:
        open_zip(source, "x")
    return raised.value.finding.code


def test_an_archive_is_a_mapping_of_its_parts():
    opened = open_zip(archive({"a.xml": b"<a/>", "b/c.bin": b"12"}), "x")

    assert list(opened) == ["a.xml", "b/c.bin"]
    assert (opened["b/c.bin"], len(opened), "b/" in opened, "a.xml" in opened) == (b"12", 2, False, True)
    assert not opened.has_macros()
    with pytest.raises(KeyError):
        opened.read("no")
    with pytest.raises(BadInput, match="too-large"):
        opened.read("a.xml", 3)


def test_macros_are_told():
    assert open_zip(archive({"word/vbaProject.bin": b"x"}), "x").has_macros()


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"hello", "not-zip"),
        (b"PK\x03\x04" + b"\x00" * 100, "not-zip"),
        (OLE + b"\x00" * 100, "office-old"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "office-password"),
        (archive({f"{n}": b"" for n in range(MAX_ENTRIES + 1)}), "zip-too-many-entries"),
        (archive({"a": b" " * 50_000_000}), "zip-bomb"),
        (archive({f"{n}": b" " * 9_000_000 for n in range(10)}), "zip-bomb"),
        (archive({"a.xml": b'<?xml version="1.0"?><!DOCTYPE a><a/>'}), "doctype"),
        (archive({"a.rels": '<!DOCTYPE a><a/>'.encode("utf-16")}), "doctype"),
    ],
)  # fmt: skip
def test_what_is_refused(source, code):
    assert refused(source) == code


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("a", b"1")
        made.writestr("a", b"2")

    assert refused(out.getvalue()) == "zip-damaged"


def test_a_damaged_part_is_told():
    source = bytearray(archive({"a.bin": b"hello world" * 10}, zipfile.ZIP_STORED))
    source[source.index(b"world")] ^= 1
    opened = open_zip(bytes(source), "x")

    with pytest.raises(BadInput, match="zip-damaged"):
        opened["a.bin"]


@given(st.binary(max_size=300), st.integers(0, 200))
def test_no_bytes_fail_otherwise(noise, place):
    good = archive({"a.xml": b"<a/>", "b.bin": b"x" * 50})
    for source in (noise, good[:place] + noise, good[:place] + noise + good[place:]):
        try:
            opened = open_zip(source, "x")
            for name in opened:
                opened[name]
        except BadInput:
            pass
