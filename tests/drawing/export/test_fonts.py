import builtins
import unicodedata

import pytest
from hypothesis import given

from procmap.drawing.export import fonts
from procmap.drawing.export.fonts import SUBSTITUTE, printable, repertoire, unprintable
from procmap.model import BadInput
from tests.drawing.strategies import TEXTS


def test_nordic_text_stays_as_it_is():
    text = "Søknad «A» – ærlig, på nätet: ≥ 50 % § 21-2 Č š đ ŋ ž € ½ → ≠ • Київ"  # noqa: RUF001 - as people write
    assert printable(text) == text
    assert unprintable(text) == 0


def test_letters_with_their_marks_apart_are_put_together():
    assert printable(unicodedata.normalize("NFD", "Åse på café")) == "Åse på café"


@pytest.mark.parametrize("text", ["受付", "مرحبا", "שלום", "😀", "\ue000"])
def test_what_no_font_has_is_seen_to_be_missing(text):
    assert set(printable(text)) == {SUBSTITUTE}
    assert unprintable(f"a {text} b") == len(text)


def test_what_is_never_seen_is_left_out():
    assert printable("a\u00ad\u200b\u202e\ufe0f\x00b") == "ab"


def test_blanks_of_all_kinds_are_blanks_and_lines_stay():
    assert printable("a\tb\u2003c\u2028d\ne") == "a b c d\ne"


@given(TEXTS)
def test_only_characters_of_the_fonts_are_left(text):
    shown = printable(text)
    assert set(shown) <= repertoire() | {"\n"}
    assert printable(shown) == shown


@pytest.mark.parametrize("package", ["typst", "pymupdf_fonts"])
def test_who_has_not_installed_the_packages_is_told_what_to_do(monkeypatch, package):
    fonts.faces.cache_clear()
    fonts.typefaces.cache_clear()
    real = builtins.__import__

    def refuse(name, *rest):
        if name.split(".")[0] == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", refuse)
    monkeypatch.setattr("importlib.import_module", lambda name: refuse(name) if package == "pymupdf_fonts" else real)
    with pytest.raises(BadInput) as told:
        fonts.typefaces()
    assert told.value.finding.code == "pdf-not-installed"
    assert "pymupdf-fonts" in str(told.value.finding.params["command"])
    fonts.faces.cache_clear()
    fonts.typefaces.cache_clear()
