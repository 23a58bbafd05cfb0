from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.xml_head import first_element


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"<pnml>", "pnml"),
        (b"\xef\xbb\xbf <?xml version='1.0'?><!-- <a> --><x:pnml a='b'", "pnml"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "a"),
        ("<pnml>".encode("utf-16"), "pnml"),
        (b"<!-- not closed <a>", ""),
        (b"<a", ""),
        (b"text", ""),
        (b"", ""),
    ],
)
def test_the_first_element(head: bytes, name: str):
    assert first_element(head) == name


@given(st.binary(max_size=200))
def test_never_fails(head: bytes):
    assert isinstance(first_element(head), str)
