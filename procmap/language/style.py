"""The style of a label: how it says what is done.

The styles are those of Mendling, Reijers and Recker (Activity labeling in process modeling, Information Systems 35,
2010) for activities, verb-object and action noun, and beside them states, as events are called, and conditions, as
gateways are.
"""

from __future__ import annotations

from typing import Literal

from procmap.language.function_words import NEGATIONS, SILENT, WITHOUT
from procmap.language.guessing import Language
from procmap.language.lexicon import Lexicon
from procmap.language.said import Token, words_of
from procmap.language.wordforms import TELLING_STATES, begins_with_verb, is_action_noun, is_participle
from procmap.language.words import word_set, words

Style = Literal["verb-object", "action-noun", "state", "condition", "other"]

_ASKING: dict[Language, frozenset[str]] = {
    "no": frozenset(
        [
            "er",
            "har",
            "skal",
            "kan",
            "må",
            "finnes",
            "finst",
            "hvis",
            "viss",
            "dersom",
            "hvem",
            "kven",
            "hva",
            "kva",
            "hvilken",
            "blir",
            "vert",
        ]
    ),
    "sv": word_set("är har ska skall kan måste finns om vem vad vilken blir"),
    "da": word_set("er har skal kan må findes hvis hvem hvad hvilken bliver"),
    "en": frozenset(
        [
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "does",
            "should",
            "can",
            "must",
            "if",
            "whether",
            "who",
            "what",
            "which",
        ]
    ),
    "de": frozenset(
        ["ist", "sind", "hat", "haben", "soll", "kann", "muss", "wenn", "ob", "falls", "wer", "was", "welche"]
    ),
}
"""Words that a question or condition begins with."""
_MARKS: dict[Language, frozenset[str]] = {
    "no": frozenset(("å",)),
    "sv": frozenset(("att",)),
    "da": frozenset(("at",)),
    "en": frozenset(("to",)),
    "de": frozenset(("zu",)),
}
"""The mark of the infinitive."""


def style(label: str, language: Language, lexicon: Lexicon) -> Style:
    """Return how a label says what is done.

    `verb-object` (`motta søknad`, and a verb alone), `action-noun` (`mottak av søknad`, `søknadsbehandling`), `state`
    (`søknad mottatt`), `condition` (`er søknaden komplett?`), else `other`.
    """
    found = words(label)
    if label.rstrip().endswith("?") and found:
        return "condition"
    if found and found[0] in _MARKS[language]:
        found = found[1:]
    if not found:
        return "other"
    if found[0] in _ASKING[language]:
        return "condition"
    tokens = [token for word in words_of(label, language, lexicon) for token in word.tokens]
    first, last = found[0], found[-1]
    if begins_with_verb(found, language, lexicon):
        return "verb-object"
    if _tells_state(found, language, lexicon):
        return "state"
    acting = [token.surface for token in tokens if _acts(token, lexicon)]
    if is_action_noun(first, language, lexicon, acts=first in acting):
        return "action-noun"
    # The last word of a noun phrase is its head, and the last part that of a compound ("søknadsbehandling"). In English
    # it can look like a verb ("application review").
    head = next((token.surface for token in reversed(tokens) if last.endswith(token.surface)), last)
    if (language == "en" and len(found) > 1 and head in acting) or is_action_noun(
        head, language, lexicon, acts=head in acting
    ):
        return "action-noun"
    return "other"


def _acts(token: Token, lexicon: Lexicon) -> bool:
    return any(lexicon.kind(concept) == "action" for concept in token.concepts)


def _tells_state(found: tuple[str, ...], language: Language, lexicon: Lexicon) -> bool:
    telling = [word for word in found if word not in SILENT[language] | NEGATIONS | WITHOUT]
    if any(word in TELLING_STATES[language] for word in found[1:]):
        return True
    ends = (telling or list(found))[-1], (telling or list(found))[0]
    return any(is_participle(word, language, lexicon) for word in ends)
