"""What a label says: its words, and the stems that make two wordings of the same thing equal; what words mean."""

from procmap.language.guessing import Language, guess_language
from procmap.language.keys import label_key
from procmap.language.lexicon import Lexicon, core, layered, layered_over
from procmap.language.words import normalise, words

__all__ = [
    "Language", "Lexicon", "core", "guess_language", "label_key", "layered", "layered_over", "normalise", "words",
]  # fmt: skip
