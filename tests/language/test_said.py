"""What is done and to what, whatever the form of the words."""

from __future__ import annotations

import pytest

from procmap.language.lexicon import core
from procmap.language.said import said, words_of
from procmap.language.words import MOST_WORDS


@pytest.mark.parametrize(
    ("language", "labels", "action", "thing"),
    [
        ("no", ["Motta søknad", "Mottak av søknad", "Søknad mottatt", "Søknad motteken", "Søknadsmottak"],
         "receive", "application"),
        ("no", ["Betale faktura", "Fakturaen er betalt", "Betaling av faktura"], "pay", "invoice"),
        ("no", ["Registrere klagen", "Klage registrert", "Klageregistrering"], "register", "complaint"),
        ("sv", ["Ta emot ansökan", "Ansökan inkommen", "Mottagning av ansökan"], "receive", "application"),
        ("da", ["Modtage ansøgning", "Ansøgning modtaget"], "receive", "application"),
        ("no", ["Sende faktura", "Utstede faktura til søker", "Sende regning"], "invoice_out", "invoice"),
        ("en", ["Receive order", "Order received", "Receipt of order"], "receive", "purchase_order"),
    ],
)  # fmt: skip
def test_noun_forms_say_the_same_as_verbs(language, labels, action, thing):
    for label in labels:
        found = said(label, language, core())
        assert action in found.action, label
        assert thing in found.object, label
        assert found.actions[0] in found.action
        assert found.objects[0] in found.object


def test_the_last_part_of_a_compound_is_what_it_is_about():
    found = said("Sende vedtaksbrev", "no", core())
    assert found.object == {"letter"}
    assert "decision" in found.objects


def test_a_phrase_can_hold_silent_words():
    (first, *_) = words_of("Be søker om dokumentasjon", "no", core())
    assert first.surface == "be om"
    assert first.tokens[0].concepts == {"request_info"}


def test_a_phrase_can_stand_open_for_two_words():
    surfaces = [word.surface for word in words_of("Fatte et nytt og endelig vedtak", "no", core())]
    assert surfaces[0] == "fatte vedtak"
    assert said("Fatte helt nytt endelig vedtak", "no", core()).tokens[0].surface == "fatte"


@pytest.mark.parametrize(
    ("language", "label", "action"),
    [
        ("no", "Svar sendes", "send"),
        ("no", "Varsel sendes til naboer", "send"),
        ("no", "Svar er sendt", "send"),
        ("no", "Melding registrerast", "register"),
        ("no", "Godkjennes og sendes", "approve"),
        ("no", "Varsle at svar sendes", "notify"),
        ("sv", "Beslut skickas", "send"),
        ("sv", "Remiss skickas till grannar", "send"),
        ("en", "Request approved", "approve"),
    ],
)
def test_a_noun_before_what_is_done_to_it_is_no_action(language, label, action):
    assert said(label, language, core()).actions[0] == action


@pytest.mark.parametrize(
    ("language", "label", "action"),
    [
        ("no", "Gjennomføre høring", "consult"),
        ("no", "Kontroll gjennomføres", "check"),
        ("no", "Utføre kontroll", "check"),
        ("sv", "Genomföra samråd", "consult"),
        ("en", "Carry out inspection", "inspect"),
        ("en", "Conduct interview", "interview"),
        ("en", "Conduct", "carry_out"),
    ],
)
def test_a_verb_that_tells_little_comes_last(language, label, action):
    found = said(label, language, core())
    assert found.actions[0] == action
    assert all(token.light == (token.concepts == {"carry_out"}) for token in found.tokens)


@pytest.mark.parametrize(
    ("language", "label", "is_light"),
    [
        ("no", "Saksbehandler fatter vedtak", True),
        ("sv", "Nämnden beslutar om bygglov", True),
        ("en", "Panel hears and decides", True),
        ("no", "Saksbehandler kontaktes", False),
        ("no", "Saksbehandler oppnevnt", False),
        ("en", "Manager approval", False),
        ("no", "Utvalgsmøte", False),
        ("no", "Saksbehandler", False),
    ],
)
def test_who_acts_is_light_before_a_verb(language, label, is_light):
    found = said(label, language, core())
    assert found.tokens[0].light == is_light
    if is_light and len(found.objects) > 1:
        assert found.objects[0] not in found.tokens[0].concepts


@pytest.mark.parametrize("word", ["Kompakt", "Stikkord", "Ordakt", "Sekstall"])
def test_a_short_word_at_the_end_makes_no_compound_of_an_unknown_one(word):
    (token,) = said(word, "no", core()).tokens
    assert token.concepts == frozenset()


def test_a_compound_is_known_by_both_parts_or_by_a_longer_last_one():
    assert [token.surface for token in said("Tilsynssak", "no", core()).tokens] == ["tilsyns", "sak"]
    assert [token.surface for token in said("Takskjeggbrev", "no", core()).tokens] == ["takskjegg", "brev"]


@pytest.mark.parametrize(
    ("language", "label", "action"),
    [
        ("no", "Skriv vedtak", "write"),
        ("no", "Rett feil", "correct"),
        ("no", "Kontakt søker", "notify"),
        ("no", "Avstem konto", "reconcile"),
        ("da", "Kontakt borgeren", "notify"),
    ],
)
def test_an_imperative_that_is_spelled_like_a_noun_is_a_verb(language, label, action):
    assert said(label, language, core()).action == {action}


def test_the_imperative_after_and_is_a_verb_too():
    assert "write" in words_of("Velg leverandør og skriv protokoll", "no", core())[2].tokens[0].concepts
    assert "write" not in words_of("Vedtak og skriv", "no", core())[1].tokens[0].concepts


@pytest.mark.parametrize("label", ["Vedlegg mottatt", "Skriv er sendt", "Skriv"])
def test_a_noun_that_begins_a_label_is_a_noun(label):
    assert said(label, "no", core()).action <= {"receive", "send"}


@pytest.mark.parametrize(
    ("language", "label", "other"),
    [("no", "Ledige plasser", "manager"), ("sv", "Ärendet avskrivet", "build"), ("sv", "Laga kraft", "rule"),
     ("en", "Public register", "publish"), ("en", "Summary of licence", "prepare")],
)  # fmt: skip
def test_a_word_means_no_other_with_its_stem(language, label, other):
    found = said(label, language, core())
    assert other not in {concept for token in found.tokens for concept in token.concepts}


def test_of_a_text_the_beginning_is_what_it_says():
    begun = "Motta søknad " + "x " * (MOST_WORDS - 2)
    assert said(f"{begun} ikke og vedtak" * 50, "no", core()) == said(begun, "no", core())
