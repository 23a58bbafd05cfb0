"""How common words are: the tables that are shipped, and what is made of them."""

from __future__ import annotations

from collections import Counter
from importlib import resources, util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procmap.language import words
from procmap.language.frequency import JUDGED, document_frequency, idf, labels, rarity
from procmap.language.guessing import LANGUAGES
from procmap.language.keys import stem

CLASSES = {4, 10, 25, 60}


def rows(name):
    text = (resources.files("procmap.language") / "data" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def test_every_judged_row_is_clean():
    found = Counter()
    for language, count, listed in rows("common_words.tsv"):
        assert language in LANGUAGES
        assert int(count) in CLASSES
        assert all(words(word) == (word,) for word in listed.split())
        found.update((language, word) for word in listed.split())
    assert [word for word, times in found.items() if times > 1] == []


def test_the_counted_table_is_what_the_samples_hold(root):
    script = root / "benchmarks" / "label_words.py"
    spec = util.spec_from_file_location("label_words", script)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written = (resources.files("procmap.language") / "data" / "label_words.tsv").read_text("utf-8")
    assert written == module.table(), f"run python benchmarks/{script.name} > procmap/language/data/label_words.tsv"


@pytest.mark.parametrize(
    ("language", "common", "rare"),
    [
        ("no", "søknad", "takoverbygg"),
        ("no", "sende", "gebyr"),
        ("no", "handsame", "skjenkeløyve"),
        ("sv", "ansökan", "granne"),
        ("da", "ansøgning", "nabo"),
        ("en", "send", "hearing"),
        ("de", "antrag", "frist"),
    ],
)
def test_common_words_tell_less(language, common, rare):
    assert rarity(stem(common, language), language) < rarity(stem(rare, language), language)


def test_forms_of_a_word_count_as_one():
    assert rarity(stem("søknaden", "no"), "no") == rarity(stem("søknad", "no"), "no")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_no_label_has_tells_most(language):
    assert rarity("xyzzy", language) == 1
    assert document_frequency("xyzzy", language) == 0
    assert labels(language) >= JUDGED


@given(st.text(), st.sampled_from(LANGUAGES))
def test_rarity_is_between_nought_and_one(word, language):
    assert 0 < rarity(word, language) <= 1


@given(st.integers(1, 10_000), st.data())
def test_what_more_labels_have_tells_less(of, data):
    fewer = data.draw(st.integers(0, of - 1))
    assert idf(fewer, of) > idf(fewer + 1, of) > 0
