"""Keys of labels: two labels with the same key say the same in almost the same words."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any

from procmap.language.function_words import SILENT
from procmap.language.guessing import Language
from procmap.language.words import MOST_WORDS, word_set, words

_STEMMERS: dict[Language, tuple[str, str]] = {
    "no": ("norwegian_stemmer", "NorwegianStemmer"),
    "sv": ("swedish_stemmer", "SwedishStemmer"),
    "da": ("danish_stemmer", "DanishStemmer"),
    "en": ("english_stemmer", "EnglishStemmer"),
    "de": ("german_stemmer", "GermanStemmer"),
}
_LOCK = Lock()
_NEUTER = "et"
"""The Swedish ending that the Snowball stemmer lacks: `ärendet`, `beslutet`, `avtalet`."""
_SHORTEST_NEUTER = 5

_PARTICLES = word_set("inn opp for ind und under")
"""What stemming must not leave of longer words: `oppsigelse`, `innsigelse`, `foreta`, `underrette`."""


def label_key(label: str, language: Language) -> tuple[str, ...]:
    """Return the stems of a label's words in their order, silent words left out; empty for a label without words.

    The order counts ("sende vedtak til arkiv" is not "sende arkiv til vedtak"), and so do numbers. A label of silent
    words alone keeps them. Stems are Porter's Snowball stems (https://snowballstem.org), stemmed until nothing
    changes.
    """
    found = words(label)
    silent = SILENT[language]
    telling = tuple(word for word in found if word not in silent)
    stems = tuple(stem(word, language) for word in (telling or found)[:MOST_WORDS])
    text = " ".join((telling or found)[MOST_WORDS:])
    return (*stems, text) if text else stems


@lru_cache(maxsize=50_000)
def stem(word: str, language: Language) -> str:
    """Return what a word has in common with its other forms."""
    # A stemmer works on fields of its own, so that threads must take turns.
    with _LOCK:
        stemmer = _stemmer(language)
        # Stemmed until nothing changes: once would leave "vurdere" with an ending that "vurder" (the imperative) loses.
        while (shorter := str(stemmer.stemWord(word))) != word and len(shorter) < len(word):
            if shorter in _PARTICLES:
                return word
            word = shorter
    if language == "sv" and len(shorter) > _SHORTEST_NEUTER and shorter.endswith(_NEUTER):
        return stem(shorter.removesuffix(_NEUTER), language)
    return shorter


@cache
def _stemmer(language: Language) -> Any:
    """Return a stemmer in Python: `snowballstemmer.stemmer` takes another implementation where one is installed."""
    module, name = _STEMMERS[language]
    return getattr(import_module(f"snowballstemmer.{module}"), name)()
