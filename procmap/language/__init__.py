"""What a label says: its words, and the stems that make two wordings of the same thing equal."""

from procmap.language.guessing import Language, guess_language
from procmap.language.keys import label_key
from procmap.language.words import normalise, words

__all__ = ["Language", "guess_language", "label_key", "normalise", "words"]
