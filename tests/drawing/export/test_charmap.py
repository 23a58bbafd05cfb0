from importlib import import_module

import pytest

from procmap.drawing.export.charmap import characters
from procmap.drawing.export.fonts import faces


def test_letters_of_the_languages_are_found():
    found = characters(faces()["FiraGO_Regular"])
    assert {ord(each) for each in "aåäöæøéßЖΩ§«»…→≥"} <= found
    assert ord("漢") not in found


def test_characters_beyond_the_basic_plane_are_found():
    font = import_module("pymupdf_fonts.NotoSansSymbols2_Regular").fontbuffer
    assert 0x1F5C0 in characters(font)


def test_what_is_no_font_is_refused():
    with pytest.raises(ValueError, match="no table"):
        characters(b"\0\1\0\0" + bytes(40))
