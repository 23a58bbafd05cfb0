"""Bytes to text and back: the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.encoding import decode_xml
from procmap.model import BadInput

TEXT = "<a>søknad ÆØÅ</a>"


@pytest.mark.parametrize(
    ("source", "text", "findings"),
    [
        (TEXT.encode(), TEXT, 0),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, 0),
        (TEXT.encode("utf-16"), TEXT, 0),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, 0),
        (TEXT.encode("utf-16-le"), TEXT, 0),
        (TEXT.encode("utf-16-be"), TEXT, 0),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), TEXT, 0),
        (TEXT.encode("cp1252"), TEXT, 1),
        (b"<?xml version='1.0' encoding='latin-1'?>" + TEXT.encode("latin-1"), None, 0),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>\x93x\x94', None, 1),
        (b'<?xml version="1.0" encoding="UTF-16"?>' + TEXT.encode(), None, 1),
        (b'<?xml version="1.0" encoding="utf-8"?><a>\x81\x8d\x8f\x90\x9d\xe5</a>', None, 1),
    ],
)
def test_decoding_and_encoding_again_gives_the_same_bytes(source, text, findings):
    decoded = decode_xml(source, "file")

    assert decoded.encode(decoded.text) == source
    assert len(decoded.findings) == findings
    assert text in (None, decoded.text)


@given(st.binary(max_size=40))
def test_any_bytes_are_decoded_to_be_encoded_again_or_refused(source):
    try:
        decoded = decode_xml(source, "file")
    except BadInput:
        return
    assert decoded.encode(decoded.text) == source


def test_characters_that_the_encoding_lacks_become_references():
    decoded = decode_xml(b"<?xml version='1.0' encoding='windows-1252'?><a/>", "file")

    assert decoded.encode("<a>受</a>") == b"<a>&#21463;</a>"
