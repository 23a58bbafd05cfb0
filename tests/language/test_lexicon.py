"""The lexicon: the table that is shipped, layers over it, and what labels say by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.layers import COLUMNS, concepts_of, layer_of_text
from procmap.language.lexicon import core, core_layer, layered
from procmap.language.said import said
from procmap.model import BadInput

HEAD = "id\tkind\tbroader\tcontrast\tnb\tsv\ten\n"


def read_layer(text, source):
    return concepts_of(layer_of_text(text, source), {})


def test_the_shipped_rows_are_whole():
    layer = core_layer()
    ids = {concept.id for concept in layer}
    for concept in layer:
        assert concept.forms, concept.id
        assert not concept.broader or concept.broader in ids, concept.id
        assert set(concept.contrast) <= ids - {concept.id}, concept.id
        assert set(concept.native) <= set(COLUMNS), concept.id
        assert all(form.strip() and not form.startswith("!") for forms in concept.forms.values() for form in forms)


def test_every_row_says_whose_forms_a_native_speaker_must_still_see():
    assert all({"nn", "sv", "da"} <= set(concept.native) for concept in core_layer())


def test_a_layer_adds_forms_and_takes_some_out():
    ground = read_layer(HEAD + "act\taction\t\t\tsende;ekspedere\tskicka\tsend\n", "ground")
    local = read_layer(HEAD + "act\taction\t\t\t!ekspedere;svarute\t\t\nnew\tobject\t\tact\tskjøte\t\tdeed\n", "local")
    lexicon = layered([ground, local])
    assert lexicon.concepts["act"].forms == {"nb": ("sende", "svarute"), "sv": ("skicka",), "en": ("send",)}
    assert lexicon.contrast("act", "new")
    assert lexicon.contrast("new", "act")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("nb\tkind\nx\taction\n", "lexicon-columns"),
        (HEAD + "\taction\t\t\ta\t\t\n", "lexicon-id"),
        (HEAD + "a\taction\t\t\ta\t\t\na\taction\t\t\tb\t\t\n", "lexicon-id"),
        (HEAD + "a\tverb\t\t\ta\t\t\n", "lexicon-kind"),
    ],
)
def test_a_bad_layer_is_told(text, code):
    with pytest.raises(BadInput) as caught:
        read_layer(text, "my.tsv")
    assert caught.value.finding.code == code


@pytest.mark.parametrize(
    ("label", "language", "tokens", "action"),
    [
        ("Registrere søknad i sakssystem", "no", ["registrere", "søknad", "sakssystem"], "register"),
        ("Diarieföra ansökan", "sv", ["diarieföra", "ansökan"], "register"),
        ("Fatte endelig vedtak", "no", ["fatte vedtak", "endelig"], "decide"),
        ("Sende vedtaksbrev", "no", ["sende", "vedtak", "brev"], "send"),
        ("Ta imot byggjesøknad", "no", ["ta imot", "byggjesøknad"], "receive"),
        ("Saksbehandling", "no", ["saksbehandling"], "process"),
        ("CloseCase", "en", ["close", "case"], "close"),
    ],
)
def test_a_label_is_read_by_what_it_means(label, language, tokens, action):
    found = said(label, language, core())
    assert [token.surface for token in found.tokens] == tokens
    assert found.actions[0] == action


def test_a_label_that_says_not_is_known_by_it():
    assert said("Søknaden er ikke komplett", "no", core()).negated
    assert not said("Søknaden er komplett", "no", core()).negated


def test_words_of_neighbouring_languages_are_understood():
    (token,) = said("Sagsbehandling", "no", core()).tokens
    assert "process" in token.concepts


@given(st.text(max_size=60), st.sampled_from(["no", "sv", "da", "en", "de"]))
def test_any_text_is_read(text, language):
    known = core().concepts.keys()
    assert all(token.concepts <= known for token in said(text, language, core()).tokens)


@pytest.mark.parametrize(
    ("language", "word", "has", "lacks"),
    [
        ("no", "søker", "applicant", "apply"),
        ("no", "søkeren", "applicant", "apply"),
        ("no", "faktura", "invoice", "invoice_out"),
        ("no", "fakturaene", "invoice", "invoice_out"),
        ("no", "fakturerer", "invoice_out", "invoice"),
        ("no", "arkivar", "archivist", "archive"),
        ("sv", "sökande", "applicant", "examine"),
        ("sv", "besluta", "decide", "decision"),
        ("sv", "beslut", "decision", "decide"),
        ("en", "application", "application", "applicant"),
        ("en", "applicants", "applicant", "application"),
        ("en", "applications", "application", "applicant"),
        ("en", "inform", "notify", "information_o"),
        ("en", "information", "information_o", "notify"),
    ],
)
def test_how_a_word_is_spelled_comes_before_its_stem(language, word, has, lacks):
    found = core().of_word(word, language)
    assert has in found
    assert lacks not in found


def test_forms_that_are_as_near_to_a_word_all_count():
    layer = read_layer(HEAD + "a\taction\t\t\tsøke\t\t\nb\tobject\t\t\tsøker\t\t\n", "x")
    assert layered([layer]).of_word("søkes", "no") == {"a", "b"}
    assert layered([layer]).of_word("søke", "no") == {"a"}
