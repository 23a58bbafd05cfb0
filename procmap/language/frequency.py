"""How common words are in labels of office work, whatever models are at hand.

Two models alone say little of which words are common: in them "søknad" can be as rare as "takoverbygg". The ground is a
table of label words: how many labels of the shipped samples have each (`label_words.tsv`, made by
`benchmarks/label_words.py`), and how many of 1,000 labels of any service do, as judged by hand (`common_words.tsv`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from procmap.language.guessing import Language
from procmap.language.keys import stem

JUDGED = 1_000
"""The labels that the judged counts stand for."""


class Background(NamedTuple):
    """How many labels of a language were counted or judged, and how many of them have each stem."""

    labels: int
    having: Counter[str]


def rarity(stem: str, language: Language) -> float:
    """Return how much a word tells by how rare it is in labels of any service: 1 for one that is in none, towards 0.

    The inverse document frequency ln((N + 1) / (df + 0.5)) over the greatest that it can be (Spärck Jones 1972,
    smoothed by a half as Robertson and Spärck Jones did in 1976). `stem` is one of `procmap.language.keys.stem`.
    """
    return idf(document_frequency(stem, language), labels(language)) / idf(0, labels(language))


def idf(having: float, of: float) -> float:
    """Return ln((N + 1) / (df + 0.5)) of `having` labels among `of`."""
    return math.log((of + 1) / (having + 0.5))


def document_frequency(stem: str, language: Language) -> int:
    """Return how many labels of the background have a stem: add it to those of the models at hand, out of `labels`."""
    return background(language).having[stem]


def labels(language: Language) -> int:
    """Return how many labels the background of a language stands for."""
    return background(language).labels


@cache
def background(language: Language) -> Background:
    """Return the counts of a language by stems; the words of one stem count together, no more than there are labels."""
    total = JUDGED
    having: Counter[str] = Counter()
    for word, count in _words("label_words.tsv", language):
        if word == _ALL:
            total += count
        else:
            having[stem(word, language)] += count
    judged: Counter[str] = Counter()
    for word, count in _words("common_words.tsv", language):
        # Words of one stem ("mottatt", "motta") were each judged with the others in mind: the highest counts.
        key = stem(word, language)
        judged[key] = max(judged[key], count)
    having.update(judged)
    return Background(total, Counter({key: min(count, total) for key, count in having.items()}))


_ALL = "*"
"""Stands in the table for all labels of a language."""


def _words(name: str, language: Language) -> Iterator[tuple[str, int]]:
    """Yield the words of a language in a table, and the count of their row."""
    text = (resources.files("procmap.language") / "data" / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            its_language, count, words = line.split("\t")
            if its_language == language:
                yield from ((word, int(count)) for word in words.split())
