"""What a label says: its words with their meaning, the action first, and whether it is turned round by a "not"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from procmap.language.function_words import AND, LIGHT, NEGATIONS, SILENT
from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.lexicon import NORDIC, Lexicon
from procmap.language.words import words

_CAMEL = re.compile(r"(?<=[a-zæøåäö0-9])(?=[A-ZÆØÅÄÖ])")
_LISTING = re.compile(r"[,&+;]|\w/\w")
_GAP = 2
"""Words that may stand between those of a phrase: `fatte endelig vedtak`."""
_SHORTEST = 3
"""Letters of the shortest part of a compound."""
_LINKS = ("", "s", "e", "er", "es", "n", "en", "ings")
"""What stands between the parts of Nordic compounds."""


@dataclass(frozen=True)
class Token:
    """A word, a part of a compound, or a phrase: its stem, its surface, and the concepts that it may mean."""

    stem: str
    surface: str
    concepts: frozenset[str] = frozenset()
    light: bool = False


@dataclass(frozen=True)
class Said:
    """What a label says.

    `actions`: the concepts of what is done, the main one first; `negated`: it says "not"; `lists`: it says several
    things ("write and sign").
    """

    tokens: tuple[Token, ...]
    actions: tuple[str, ...] = ()
    negated: bool = False
    lists: bool = False


def said(label: str, language: Language, lexicon: Lexicon) -> Said:
    """Return what a label says in a language."""
    return _said(label, language, lexicon)


@lru_cache(maxsize=50_000)
def _said(label: str, language: Language, lexicon: Lexicon) -> Said:
    found = words(_CAMEL.sub(" ", label))
    negated = any(word in NEGATIONS for word in found)
    silent = SILENT[language]
    telling = [word for word in found if word not in silent and word not in NEGATIONS] or list(found)
    tokens = _tokens(telling, language, lexicon)
    lists = bool(_LISTING.search(label)) or any(word in AND for word in found)
    return Said(tuple(tokens), _actions(tokens, lexicon), negated, lists)


def _tokens(found: list[str], language: Language, lexicon: Lexicon) -> list[Token]:
    stems = [stem(word, language) for word in found]
    used: set[int] = set()
    made: list[tuple[int, Token]] = []
    for place, first in enumerate(stems):
        if place in used:
            continue
        phrase = _phrase_at(place, stems, used, language, lexicon)
        if phrase is not None:
            places, concepts = phrase
            used.update(places)
            text = " ".join(found[one] for one in places)
            made.append((place, Token(" ".join(stems[one] for one in places), text, concepts)))
        else:
            used.add(place)
            made += [(place, token) for token in _word(found[place], first, language, lexicon)]
    return [token for _, token in sorted(made, key=lambda item: item[0])]


def _phrase_at(
    place: int, stems: list[str], used: set[int], language: Language, lexicon: Lexicon
) -> tuple[list[int], frozenset[str]] | None:
    for phrase in lexicon.phrases(stems[place], language):
        places = [place]
        for wanted in phrase.rest:
            window = range(places[-1] + 1, min(places[-1] + 2 + _GAP, len(stems)))
            following = next((one for one in window if stems[one] == wanted and one not in used), None)
            if following is None:
                break
            places.append(following)
        else:
            return places, phrase.concepts
    return None


def _word(word: str, its_stem: str, language: Language, lexicon: Lexicon) -> list[Token]:
    """Return a word as a token, a compound as those of its parts."""
    concepts = _meaning(word, its_stem, language, lexicon)
    if concepts:
        return [Token(its_stem, word, concepts, word in LIGHT)]
    parts = _parted(word, language, lexicon) if language != "en" else None
    if parts is None:
        return [Token(its_stem, word, frozenset(), word in LIGHT)]
    return [
        Token(stem(part, language), part, _meaning(part, stem(part, language), language, lexicon), part in LIGHT)
        for part in parts
    ]


def _meaning(word: str, its_stem: str, language: Language, lexicon: Lexicon) -> frozenset[str]:
    found = lexicon.of_stem(its_stem, language)
    if not found and language in NORDIC:
        for other in NORDIC:
            found = found or (lexicon.of_stem(stem(word, other), other) if other != language else found)
    return found


def _parted(word: str, language: Language, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the two parts of a compound: both known, else the last one known; the longest last part wins."""
    half: tuple[str, str] | None = None
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:cut], word[cut:]
        if not _meaning(tail, stem(tail, language), language, lexicon):
            continue
        for link in _LINKS:
            first = head[: len(head) - len(link)] if link and head.endswith(link) else head if not link else ""
            if len(first) >= _SHORTEST and _meaning(first, stem(first, language), language, lexicon):
                return first, tail
        if half is None and len(head) > _SHORTEST:
            half = head.removesuffix("s"), tail
    return half


def _actions(tokens: list[Token], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the actions in the order of the words; a word that can be an action or an object is an action at first."""
    found: dict[str, None] = {}
    for place, token in enumerate(tokens):
        actions = sorted(one for one in token.concepts if lexicon.kind(one) == "action")
        objects = [one for one in token.concepts if lexicon.kind(one) == "object"]
        if actions and (place == 0 or not objects or not found):
            found.update(dict.fromkeys(actions))
    return tuple(found)
