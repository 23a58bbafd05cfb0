import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.same_words import same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("søknad", "søknaden"), ("høring", "høyring"), ("registrere", "registrering"), ("søker", "søkjar"),
        ("saksbehandler", "sakshandsamar"), ("enhetsleder", "einingsleiar"), ("bestiller", "bestillar"),
        ("saksbehandleren", "sakshandsamaren"),
    ],
)  # fmt: skip
def test_endings_spellings_and_nynorsk_are_the_same_word(one, other):
    assert same_word(one, other, "no", "no")
    assert same_word(other, one, "no", "no")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("søknad", "melding"), ("registrere", "journalføre"), ("sende", "ekspedere"), ("melding", "henvendelse"),
        ("enhetsleder", "avdelingsleiar"), ("leder", "leser"), ("vedtak", "vedtaksbrev"), ("2024", "2025"),
    ],
)  # fmt: skip
def test_synonyms_and_other_words_are_two(one, other):
    assert not same_word(one, other, "no", "no")
    assert not same_word(other, one, "no", "no")


def test_words_of_two_languages_are_one_where_they_mean_the_same():
    assert same_word("søknad", "ansökan", "no", "sv")
    assert same_word("saksbehandler", "handläggare", "no", "sv")
    assert not same_word("registrera", "diarieföra", "sv", "sv")


@given(st.text("abcdeø", min_size=1), st.text("abcdeø", min_size=1))
def test_which_comes_first_has_no_say(one, other):
    assert same_word(one, other, "no", "no") == same_word(other, one, "no", "no")
    assert same_word(one, one, "no", "no")
