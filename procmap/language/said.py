"""What a label says: its words with their meaning, the action first, and whether it is turned round by a "not"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from procmap.language.function_words import ACTORS, AND, LIGHT, LIGHT_ACTIONS, NEGATIONS, SILENT, WITHOUT, is_stop_word
from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.layers import Kind
from procmap.language.lexicon import NORDIC, Lexicon, Phrase
from procmap.language.wordforms import (
    begins_with_verb,
    imperative_of,
    infinitive_of,
    is_participle,
    is_passive,
    is_verb,
)
from procmap.language.words import beginning, words

_CAMEL = re.compile(r"(?<=[a-zæøåäö0-9])(?=[A-ZÆØÅÄÖ])")
_LISTING = re.compile(r"[,&+;]|\w/\w")
_GAP = 2
"""Words that may stand between those of a phrase: `fatte endelig vedtak`."""
_SILENT_GAP = 4
_SHORTEST, _LONGEST = 3, 60
"""Letters of the shortest part of a compound, and of the longest word that is taken for one."""
_SHORTEST_ALONE = 4
"""Letters of the shortest last part that is known beside an unknown one: `kompakt` has nothing to do with `akt`."""
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
class Word:
    """A word or phrase of a label, and its tokens: those of its parts where it is a compound."""

    surface: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Said:
    """What a label says.

    `actions` and `objects`: the concepts of what is done and to what, the main ones first; `action` and `object`: all
    that the main one of each may mean; `negated`: it says "not"; `lists`: it says several things ("write and sign");
    `lacking`: the stems of what it says is not there ("without an answer").
    """

    tokens: tuple[Token, ...]
    actions: tuple[str, ...] = ()
    negated: bool = False
    objects: tuple[str, ...] = ()
    action: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    lists: bool = False
    lacking: frozenset[str] = frozenset()


def said(label: str, language: Language, lexicon: Lexicon) -> Said:
    """Return what a label says in a language: `mottak av søknad` and `motta søknad` have one action and object.

    Of a text with more words than a label has (`MOST_WORDS`) it is what the beginning says.
    """
    spaced = _CAMEL.sub(" ", label)
    begun = beginning(spaced)
    return _said(label if begun is spaced else begun, language, lexicon)


def words_of(label: str, language: Language, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return the words and phrases of a label that tell something, in their order; of silent words alone, all."""
    found = words(_CAMEL.sub(" ", label))
    passed = frozenset(place for place, word in enumerate(found) if word in SILENT[language] | NEGATIONS | WITHOUT)
    return tuple(_words(found, passed if len(passed) < len(found) else frozenset(), language, lexicon))


@lru_cache(maxsize=50_000)
def _said(label: str, language: Language, lexicon: Lexicon) -> Said:
    found = _actor_made_light(words_of(label, language, lexicon), language, lexicon)
    negated = any(word in NEGATIONS for word in words(_CAMEL.sub(" ", label)))
    actions = _actions(found, language, lexicon)
    main = actions[0] if actions else None
    # A phrase can name the action and its object at once: "order received".
    objects = [token for word in found for token in reversed(word.tokens) if token != main or " " in token.surface]
    if objects and _is_actor(objects[0]) and objects[0].light:
        objects = [*objects[1:], objects[0]]
    by_token = [of for token in objects if (of := _of_kind(token, "object", lexicon))]
    return Said(
        tokens=tuple(token for word in found for token in word.tokens),
        actions=tuple(dict.fromkeys(one for token in actions for one in _of_kind(token, "action", lexicon))),
        negated=negated,
        objects=tuple(dict.fromkeys(one for of in by_token for one in of)),
        action=frozenset(_of_kind(main, "action", lexicon)) if main is not None else frozenset(),
        object=frozenset(by_token[0]) if by_token else frozenset(),
        lists=bool(_LISTING.search(label)) or any(word in AND for word in words(label)),
        lacking=_lacking(words(label), language),
    )


def _lacking(found: tuple[str, ...], language: Language) -> frozenset[str]:
    telling = [word for word in found if word not in SILENT[language]]
    return frozenset(stem(word, language) for before, word in pairwise(telling) if before in WITHOUT)


def _actor_made_light(found: tuple[Word, ...], language: Language, lexicon: Lexicon) -> tuple[Word, ...]:
    """Return words with the first made light where it only says who acts: `saksbehandler fatter vedtak`."""
    if len(found) < 2 or len(found[0].tokens) > 1 or not _is_actor(actor := found[0].tokens[0]):
        return found
    verb = found[1].surface.partition(" ")[0]
    if not is_verb(verb, language, lexicon) or _is_done(verb, language, lexicon):
        return found
    return (Word(found[0].surface, (replace(actor, light=True),)), *found[1:])


def _is_actor(token: Token) -> bool:
    return bool(token.concepts) and token.concepts <= ACTORS


def _is_done(word: str, language: Language, lexicon: Lexicon) -> bool:
    return is_participle(word, language, lexicon) or is_passive(word, language, lexicon)


def _of_kind(token: Token, kind: Kind, lexicon: Lexicon) -> list[str]:
    return sorted(one for one in token.concepts if lexicon.kind(one) == kind)


@dataclass(frozen=True)
class _Line:
    """The stems of a label's words, the places that only stand in phrases (`be om`), and those that are used up."""

    stems: tuple[str, ...]
    passed: frozenset[int]
    used: set[int]

    def following(self, wanted: str, start: int) -> int | None:
        """Return where a stem stands with no more than _GAP telling words, and _SILENT_GAP silent ones, before it."""
        gap = 0
        for place in range(start, min(start + _GAP + _SILENT_GAP + 1, len(self.stems))):
            if self.stems[place] == wanted and place not in self.used:
                return place
            gap += place not in self.passed
            if gap > _GAP:
                break
        return None


def _words(found: tuple[str, ...], passed: frozenset[int], language: Language, lexicon: Lexicon) -> list[Word]:
    line = _Line(tuple(stem(word, language) for word in found), passed, set())
    made: list[Word] = []
    orders = _orders(found, language, lexicon)
    for place, first in enumerate(line.stems):
        if place in line.used:
            continue
        phrase = _phrase_at(place, line, lexicon.phrases(first, language))
        if phrase is not None:
            places, concepts = phrase
            line.used.update(places)
            text = " ".join(found[one] for one in places)
            made.append(Word(text, (_token(text, " ".join(line.stems[one] for one in places), concepts),)))
        elif place not in passed:
            tokens = _word(found[place], first, language, lexicon)
            if place in orders:
                tokens = [_ordered(found[place], first, tokens, language, lexicon)]
            made.append(Word(found[place], tuple(tokens)))
    return made


def _orders(found: tuple[str, ...], language: Language, lexicon: Lexicon) -> list[int]:
    """Return the places of words that say what to do: an imperative at first, and those after an "and" then."""
    if len(found) < 2 or not begins_with_verb(found, language, lexicon):
        return []
    places = [0, *(place for place, word in enumerate(found) if place and found[place - 1] in AND)]
    return [place for place in places if imperative_of(found[place], language, lexicon) is not None]


def _ordered(word: str, its_stem: str, tokens: list[Token], language: Language, lexicon: Lexicon) -> Token:
    """Return an imperative as a token that means its verb too, where there is a noun of the same spelling.

    `skriv`, `rett`, `kontakt`: it stays what else it may be, since `vedlegg til søknad` begins like one.
    """
    verb = lexicon.of_word(imperative_of(word, language, lexicon) or "", language)
    actions = {concept for concept in verb if lexicon.kind(concept) == "action"}
    known = frozenset(concept for token in tokens for concept in token.concepts) if len(tokens) == 1 else frozenset()
    return _token(word, its_stem, known | actions)


def _phrase_at(place: int, line: _Line, phrases: tuple[Phrase, ...]) -> tuple[list[int], frozenset[str]] | None:
    for phrase in phrases:
        places = [place]
        for wanted in phrase.rest:
            following = line.following(wanted, places[-1] + 1)
            if following is None:
                break
            places.append(following)
        else:
            return places, phrase.concepts
    return None


def _word(word: str, its_stem: str, language: Language, lexicon: Lexicon) -> list[Token]:
    """Return a word as a token, a compound as those of its parts."""
    concepts = _meaning(word, language, lexicon)
    if concepts:
        return [_token(word, its_stem, concepts)]
    parts = _parted(word, language, lexicon) if language != "en" else None
    if parts is None:
        return [_token(word, its_stem, concepts)]
    return [_token(part, stem(part, language), _meaning(part, language, lexicon)) for part in parts]


def _token(surface: str, its_stem: str, concepts: frozenset[str]) -> Token:
    token = Token(its_stem, surface, concepts, surface in LIGHT)
    return replace(token, light=True) if _is_light_action(token) else token


def _meaning(word: str, language: Language, lexicon: Lexicon) -> frozenset[str]:
    if is_stop_word(word, language):
        return frozenset()  # "etter" has the stem of "ettersende"
    found = lexicon.of_word(word, language)
    if not found and (infinitive := infinitive_of(word, language, lexicon)) is not None:
        found = lexicon.of_word(infinitive, language)
    if not found and language in NORDIC and len(word) > _SHORTEST:  # short words are too easily others' stems
        for other in NORDIC:
            found = found or (lexicon.of_word(word, other) if other != language else found)
    return found


def _parted(word: str, language: Language, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the two parts of a compound: both known, else the last one known; the longest last part wins."""
    if len(word) > _LONGEST:
        return None
    half: tuple[str, str] | None = None
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:cut], word[cut:]
        if not _meaning(tail, language, lexicon):
            continue
        for link in _LINKS:
            first = head[: len(head) - len(link)] if link and head.endswith(link) else head if not link else ""
            if len(first) >= _SHORTEST and _meaning(first, language, lexicon):
                return first, tail
        if half is None and len(head) > _SHORTEST and len(tail) >= _SHORTEST_ALONE:
            half = head.removesuffix("s"), tail
    return half


def _actions(found: tuple[Word, ...], language: Language, lexicon: Lexicon) -> list[Token]:
    """Return the tokens that tell an action, the main one first.

    A word that can be an action or an object is an action only at first, or after a verb that tells little
    (`gjennomføre høring`), which comes last. Of a compound the last part comes first
    (`klagebehandling`); of a label that tells a state, what was or is done (`svar mottatt`, `svar sendes`).
    """
    tokens = [token for word in found for token in reversed(word.tokens)]
    acting: list[Token] = []
    for place, token in enumerate(tokens):
        actions, objects = _of_kind(token, "action", lexicon), _of_kind(token, "object", lexicon)
        if actions and (place == 0 or not objects or all(map(_is_light_action, acting))):
            acting.append(token)
    done = _done(acting, language, lexicon)
    if done is not None and not begins_with_verb([token.surface for token in tokens], language, lexicon):
        acting = [done, *(token for token in acting if token != done)]
    return sorted(acting, key=_is_light_action)


def _is_light_action(token: Token) -> bool:
    return bool(token.concepts) and token.concepts <= LIGHT_ACTIONS


def _done(acting: Sequence[Token], language: Language, lexicon: Lexicon) -> Token | None:
    """Return the last action that says what was done, else the first that says what is; none after `sendes og …`."""
    for token in reversed(acting[1:]):
        if is_participle(token.surface, language, lexicon):
            return token
    if not acting or is_passive(acting[0].surface, language, lexicon):
        return None
    return next((token for token in acting[1:] if is_passive(token.surface, language, lexicon)), None)
