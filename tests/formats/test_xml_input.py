"""The entrance for XML: what is refused, and what is overlooked with a finding."""

from __future__ import annotations

import pytest

from procmap.formats import xml_input
from procmap.formats.xml_input import MAX_ATTRIBUTES, MAX_DEPTH, parse
from procmap.model import BadInput


def _refused(source: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        parse(source, "file")
    return refused.value.finding.code


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"<a>", "not-xml"),
        (b"<a></b>", "not-xml"),
        (b"<a b=1/>", "not-xml"),
        (b"<a/><b/>", "not-xml"),
        (b"<a>&nbsp;</a>", "not-xml"),
        (b"text", "not-xml"),
        (b"<!DOCTYPE a><a/>", "doctype"),
        (b"<?xml version='1.0'?><!-- x --><?y z?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "doctype"),
        (b'<?xml version="1.0" encoding="martian"?><a/>', "encoding-unknown"),
        (b'<?xml version="1.0" encoding="base64"?><a/>', "encoding-unknown"),
        (b'<?xml version="1.0" encoding="undefined"?><a/>', "encoding-unknown"),
        (b'<?xml version="1.0" encoding="rot13"?><a/>', "encoding-unknown"),
        (b"<a>" * (MAX_DEPTH + 1) + b"</a>" * (MAX_DEPTH + 1), "too-deep"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "too-deep"),
        (b"<a " + b" ".join(b'a%d=""' % n for n in range(MAX_ATTRIBUTES + 1)) + b"/>", "too-many-attributes"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_refused(source, code):
    assert _refused(source) == code


def test_limits_on_size(monkeypatch):
    monkeypatch.setattr(xml_input, "MAX_BYTES", 10)
    assert _refused(b"<a>12345678</a>") == "too-large"
    monkeypatch.setattr(xml_input, "MAX_BYTES", 1000)
    monkeypatch.setattr(xml_input, "MAX_ELEMENTS", 3)
    assert _refused(b"<a><b/><b/><b/></a>") == "too-many-elements"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"<a xmlns:p='not a uri'><p:b/></a>", "namespace-not-uri"),
        (b"<a><p:b/></a>", "undeclared-prefix"),
        (b"<a>x\x0by</a>", "invalid-character"),
        (b"<a>&#11;</a>", "invalid-character"),
        (b"<a>\xe5</a>", "wrong-encoding"),
    ],
)
def test_overlooked_and_told(source, code):
    parsed = parse(source, "file")

    assert [finding.code for finding in parsed.findings] == [code]
    assert parsed.text.encode(parsed.text.text) == source


def test_a_comment_that_speaks_of_a_doctype_is_none():
    assert parse(b"<!-- <!DOCTYPE a> --><a/>", "file").root.tag == "a"
