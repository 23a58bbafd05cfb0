import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language import label_key
from procmap.language.guessing import LANGUAGES
from procmap.language.keys import stem
from procmap.language.lexicon import NORDIC
from procmap.language.words import MOST_WORDS


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("no", "Kontrollere søknaden", "Kontrollerer søknad"),
        ("no", "Vurdere nabomerknader", "Vurder nabomerknadene"),
        ("no", "Sende vedtaket til søker", "Sende vedtak til søkeren"),
        ("no", "Sendt vidare", "Sendt videre"),
        ("sv", "Skicka beslut", "Skickar beslutet"),
        ("sv", "Registrera ärende", "Registrerar ärendet"),
        ("sv", "Teckna avtal", "Teckna avtalet"),
        ("da", "Kontrollere ansøgningen", "Kontrollerer ansøgning"),
        ("en", "Check the applications", "Checking an application"),
        ("en", "Inform about the decision", "Inform that decision"),
        ("de", "Antrag prüfen", "Anträge prüfen"),
    ],
)
def test_endings_make_no_difference(language, one, other):
    assert label_key(one, language) == label_key(other, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brev til søker", "Brev fra søker"),
        ("Søknad komplett", "Søknad ikke komplett"),
        ("Godkjenne og avslå", "Godkjenne eller avslå"),
        ("Sende vedtak til arkiv", "Sende arkiv til vedtak"),
        ("Frist 3 uker", "Frist 12 uker"),
        ("Før vedtak", "Etter vedtak"),
        ("Fatte vedtak", "Sende vedtak"),
    ],
)
def test_what_turns_the_meaning_round_counts(one, other):
    assert label_key(one, "no") != label_key(other, "no")


def test_silent_words_are_left_out_unless_there_is_nothing_else():
    assert label_key("Journalføre i arkivet", "no") == label_key("Journalføre arkiv", "no")
    assert label_key("Og", "no") == ("og",)


def test_a_label_without_words_has_no_key():
    assert label_key(" - ", "en") == ()


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_the_same_key_every_time(text, language):
    key = label_key(text, language)
    assert key == label_key(text, language)
    assert all(key)


@pytest.mark.parametrize(
    ("language", "word", "particle"),
    [("no", "oppsigelse", "opp"), ("no", "innsigelse", "inn"), ("no", "foreta", "for"), ("da", "indsigt", "ind"),
     ("da", "underrette", "under")],
)  # fmt: skip
def test_no_word_is_stemmed_to_the_particle_it_begins_with(language, word, particle):
    assert label_key(word, language) != label_key(particle, language)


def test_words_after_those_of_a_label_count_as_they_are_written():
    text = " ".join(["søknad"] * MOST_WORDS)
    assert label_key(f"{text} søknaden", "no") != label_key(f"{text} søknad", "no")
    assert label_key(f"{text} søknaden", "no") == label_key(f"{text.upper()}: Søknaden", "no")


@given(st.sampled_from(NORDIC), st.text("abdefghijklmnoprstuvyæøåäö", min_size=3, max_size=12))
def test_nordic_stems_begin_as_their_words(language, word):
    assert stem(word, language)[:3] == word[:3]
