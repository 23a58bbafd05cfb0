import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language import guess_language


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("no", ["Motta søknad", "Sende vedtak til søker", "Kontrollere at søknaden er komplett"]),
        ("no", ["Ta imot søknad", "Sjå etter manglar", "Skriv vedtak frå mal"]),
        ("sv", ["Ta emot ansökan", "Skicka beslut till sökanden", "Avsluta ärendet"]),
        ("da", ["Modtag ansøgning", "Send afgørelse efter høring", "Afslut sagen uden svar"]),
        ("en", ["Receive application", "Check the documents", "Send decision to applicant"]),
        ("de", ["Antrag annehmen", "Prüfung der Unterlagen", "Bescheid an den Antragsteller senden"]),
    ],
)
def test_languages_are_told_apart_by_function_words_and_letters(language, labels):
    assert guess_language(labels) == language


def test_with_nothing_to_go_by_it_is_the_first():
    assert guess_language([]) == "no"


@given(st.lists(st.text()).flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_the_order_of_labels_has_no_say(pair):
    assert guess_language(pair[0]) == guess_language(pair[1])
