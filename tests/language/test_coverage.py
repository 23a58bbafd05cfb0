"""How many words of labels the lexicon knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language.coverage import column_of, coverage, unknown_words
from procmap.language.guessing import LANGUAGES
from procmap.language.layers import COLUMNS, layer_of_text
from procmap.language.lexicon import core, layered_over


def test_words_are_counted_wholly_in_part_or_not():
    found = coverage(["Motta søknad om takskjeggbrev", "Brev 3 om xyzzy, ikke til X"], "no", core())
    assert (found.words, found.known, found.partly) == (5, 3, 1)
    assert found.share == pytest.approx(0.6)
    words = unknown_words(found, "no", "nb", core())
    assert [(word.word, word.partly) for word in words] == [("takskjeggbrev", True), ("xyzzy", False)]


def test_forms_of_one_word_are_one_and_the_most_frequent_is_shown():
    labels = ["Måle takskjegget", "Takskjegget målt", "Sende takskjegg i posten", "Takskjegget"]
    words = unknown_words(coverage(labels, "no", core()), "no", "nb", core())
    word = next(one for one in words if "skjegg" in one.word)
    assert (word.word, word.labels, word.label) == ("takskjegget", 4, "Takskjegget")


def test_a_slip_of_the_pen_is_shown_with_what_it_is_like():
    (word,) = unknown_words(coverage(["Søkand"], "no", core()), "no", "nb", core())
    assert word.near == ""
    (word,) = unknown_words(coverage(["Dokumentsjon"], "no", core()), "no", "nb", core())
    assert word.near == "dokumentasjon"


def test_a_layer_makes_words_known():
    label = ["Svarute takskjegg"]
    assert coverage(label, "no", core()).known == 0
    local = layered_over(core(), [layer_of_text("id\tkind\tnb\nsend\t\tsvarute\nroof\tobject\ttakskjegg\n", "x")])
    assert coverage(label, "no", local).share == 1


def test_no_words_are_all_known():
    assert coverage([], "no", core()).share == 1


@pytest.mark.parametrize(
    ("labels", "language", "column"),
    [
        (["Saka er ikkje komplett", "Svar frå søkjar"], "no", "nn"),
        (["Saken er ikke komplett", "Svar fra søker"], "no", "nb"),
        (["Svar"], "no", "nb"),
        (["Svar"], "sv", "sv"),
    ],
)
def test_bokmaal_and_nynorsk_are_told_apart(labels, language, column):
    assert column_of(labels, language) == column
    assert COLUMNS[column] == language


@given(st.lists(st.text(max_size=30), max_size=6), st.sampled_from(LANGUAGES))
def test_the_unknown_are_what_is_not_known(labels, language):
    found = coverage(labels, language, core())
    words = unknown_words(found, language, column_of(labels, language), core())
    assert sum(word.labels for word in words) == found.words - found.known
    assert 0 <= found.partly <= found.words - found.known
    assert [word.labels for word in words] == sorted((word.labels for word in words), reverse=True)
