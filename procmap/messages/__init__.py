"""What procmap says, in every language that it speaks: findings as sentences, and the texts of pages and commands.

A text is a code with parameters. A `Translator` says it in one language; it is handed down, and there is no language of
the whole program.
"""

from procmap.messages.languages import LANGUAGES, LanguageCode, language_of, language_of_environment
from procmap.messages.translator import ENGLISH, Translator, sentence, translator

__all__ = [
    "ENGLISH",
    "LANGUAGES",
    "LanguageCode",
    "Translator",
    "language_of",
    "language_of_environment",
    "sentence",
    "translator",
]
