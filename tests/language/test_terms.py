from importlib import resources

import pytest

from procmap.language.guessing import LANGUAGES
from procmap.language.terms import is_term, terms


@pytest.mark.parametrize(
    ("word", "language"),
    [
        ("ekspedering", "no"),
        ("avviser", "no"),
        ("delegasjonsvedtak", "no"),
        ("kungöra", "sv"),
        ("representations", "en"),
    ],
)
def test_terms_are_known_in_any_form_and_at_the_end_of_compounds(word, language):
    assert is_term(word, language)


@pytest.mark.parametrize(
    ("word", "language"), [("sende", "no"), ("kontrollera", "sv"), ("check", "en"), ("Brief", "de")]
)
def test_common_words_are_no_terms(word, language):
    assert not is_term(word, language)


def test_the_table_names_each_word_once_in_known_languages():
    text = (resources.files("procmap.language") / "data" / "terms.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {3}
    listed = [(language, word) for language, _, said in rows for word in said.split()]
    assert {language for language, _ in listed} <= set(LANGUAGES)
    assert [one for one in listed if listed.count(one) > 1] == []
    assert set(terms()) == {language for language, _ in listed}


def test_a_word_of_100000_letters_is_looked_through_at_its_end_only():
    assert is_term("x" * 100_000 + "vedtak", "no")
    assert not is_term("x" * 100_000, "no")
