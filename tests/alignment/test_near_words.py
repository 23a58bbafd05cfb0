"""Words that are like another are found without comparing all."""

from __future__ import annotations

import random
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment import near_words
from procmap.alignment.likeness import Likeness, label_of_text
from procmap.alignment.near_words import NearWords, same
from procmap.language.lexicon import core
from procmap.language.said import said

OFFICE = (
    "Motta søknad", "Registrere søknaden", "Søknadsbehandling", "Fatte endelig vedtak", "Fatte vedtaket", "klager",
    "registere klagen", "kontrollere 14 dager", "kontroll", "Be om mer dokumentasjon", "dokumentasjonen",
    "dokumentajson", "sak", "sal", "saker",
)  # fmt: skip
LABELS = st.lists(st.sampled_from(OFFICE) | st.text("abcdeø ", min_size=1, max_size=25), min_size=1, max_size=6)
LANGUAGES = st.sampled_from(("no", "sv", "en"))


def words_of(labels, language):
    return [(token, language) for label in labels for token in said(label, language, core()).tokens]


@given(LABELS, LANGUAGES, LABELS, LANGUAGES)
def test_what_is_found_is_what_comparing_all_finds(ones, language, others, other_language):
    near = NearWords((*words_of(ones, language), *words_of(others, other_language)), core())
    for number, (token, its_language) in enumerate(near.words):
        alike = {
            other: found
            for other, (word, of) in enumerate(near.words)
            if (found := same(token, word, its_language, of, core()))
        }
        assert near.near(number) == alike


@given(LABELS, LANGUAGES, LABELS, LANGUAGES)
def test_labels_are_covered_as_by_the_best_counterpart_of_every_word(ones, language, others, other_language):
    one, other = label_of_text(" ".join(ones), language), label_of_text(" ".join(others), other_language)
    likeness = Likeness({0: one, 1: other}, side={0: "A", 1: "B"})
    total = sum(likeness._told[0])
    best = [max((same(a, b, language, other_language, core()) for b in other.tokens), default=0.0) for a in one.tokens]
    covered = 0.0
    for weight, alike in zip(likeness._told[0], best, strict=True):
        covered += weight * alike
    assert likeness.covered(0, 1) == (covered / total if total else 0.0)
    assert likeness.alike(0, 1) == likeness.alike(1, 0)


def test_long_labels_cost_few_comparisons_of_words():
    chance = random.Random(1)
    texts = ["".join(chance.choices("abdefgiklmnoprstuv    ", k=1_000)) for _ in range(20)]
    labels = {number: label_of_text(text, "no") for number, text in enumerate(texts)}
    words = {token.surface for label in labels.values() for token in label.tokens}
    with patch.object(near_words, "same", wraps=same) as compared:
        likeness = Likeness(labels, side={number: number % 2 for number in labels})
        assert all(0 <= likeness.alike(one, other) <= 1 for one in range(0, 20, 2) for other in range(1, 20, 2))
    assert compared.call_count < len(words) ** 2 / 20
