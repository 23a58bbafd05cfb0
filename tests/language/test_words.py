import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from procmap.language import normalise, words
from procmap.language.words import beginning


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


@given(st.text(), st.integers(1, 5))
def test_the_beginning_of_a_text_has_its_first_words(text: str, most: int):
    assert words(beginning(text, most)) == words(text)[:most]


def test_a_label_is_its_own_beginning():
    label = " Motta  søknad\u00ad! "
    assert beginning(label) == label
