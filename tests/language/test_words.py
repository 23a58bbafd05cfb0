import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from procmap.language import normalise, words


def test_words_are_runs_of_letters_and_digits_without_case():
    assert words("Sjekk §§ 21-7, e-post!") == ("sjekk", "21", "7", "e", "post")


def test_a_text_without_letters_or_digits_has_no_words():
    assert words(" - … ? _ ") == ()


def test_soft_hyphens_and_zero_width_characters_do_not_part_words():
    assert words("saks\u00adbehand\u200bler") == ("saksbehandler",)


@given(st.text())
def test_unicode_forms_and_case_make_no_difference(text: str):
    for form in ("NFC", "NFD"):
        assert words(unicodedata.normalize(form, text)) == words(text)
    assert normalise(normalise(text)) == normalise(text)
