"""How many of the words of labels the lexicon knows, and which it does not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from procmap.language.function_words import DIRECTIONS, TELLING
from procmap.language.guessing import Language
from procmap.language.keys import stem
from procmap.language.layers import COLUMNS
from procmap.language.lexicon import Lexicon
from procmap.language.said import Word, words_of
from procmap.language.spelling import spelled_alike
from procmap.language.words import word_set, words

NEAR = 300
"""The most unknown words for which one that is spelled nearly the same is sought."""
_NYNORSK = word_set("ikkje frå eit dei vert kva kven søkjar eigar leiar saka sakshandsamar meir berre")
_BOKMAAL = word_set("ikke fra et de blir hva hvem søker eier leder saken saksbehandler mer bare")


@dataclass(frozen=True)
class UnknownWord:
    """A word that the lexicon lacks, or of which it knows only a part: in the form that most labels have.

    `labels`: how many have it, `label`: one of them; `near`: a form of the lexicon that is spelled nearly the same.
    """

    word: str
    column: str
    labels: int
    label: str
    partly: bool
    near: str = ""


@dataclass
class Coverage:
    """Words counted: those that tell something, those that are known, and compounds of which one part is known."""

    words: int = 0
    known: int = 0
    partly: int = 0
    unknown: dict[str, _Counted] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share of the words that are known wholly, 0 to 1; 1 where there are none."""
        return self.known / self.words if self.words else 1.0


@dataclass
class _Counted:
    """The labels that have a word of one stem, by its forms."""

    forms: Counter[str] = field(default_factory=Counter)
    label: str = ""
    partly: bool = False


def coverage(labels: Iterable[str], language: Language, lexicon: Lexicon) -> Coverage:
    """Return how many words of labels in a language a lexicon knows; numbers, letters and stop words are no words."""
    found = Coverage()
    for label in labels:
        for word in words_of(label, language, lexicon):
            if not _tells(word, language):
                continue
            known = [bool(token.concepts) for token in word.tokens]
            found.words += 1
            found.known += all(known)
            found.partly += any(known) and not all(known)
            if not all(known):
                counted = found.unknown.setdefault(stem(word.surface, language), _Counted(partly=any(known)))
                counted.forms[word.surface] += 1
                counted.label = min(filter(None, (counted.label, label)), key=lambda text: (len(text), text))
    return found


def _tells(word: Word, language: Language) -> bool:
    """Tell whether a word counts: no number, no single letter, no function word."""
    text = word.surface
    return len(text) > 1 and not text[0].isdigit() and text not in TELLING[language] and text not in DIRECTIONS


def unknown_words(found: Coverage, language: Language, column: str, lexicon: Lexicon) -> list[UnknownWord]:
    """Return the unknown words, the most frequent first."""
    counted = sorted(found.unknown.values(), key=lambda one: (-one.forms.total(), min(one.forms)))
    known = _forms_by_letter(language, lexicon)
    made = []
    for place, one in enumerate(counted):
        word = min(one.forms, key=lambda form: (-one.forms[form], form))
        near = _nearest(word, known[word[0]]) if place < NEAR else ""
        made.append(UnknownWord(word, column, one.forms.total(), one.label, one.partly, near))
    return made


def _forms_by_letter(language: Language, lexicon: Lexicon) -> dict[str, list[str]]:
    """Return the single words that are forms of a language, by their first letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for concept in lexicon.concepts.values():
        for column, forms in concept.forms.items():
            for form in forms:
                if COLUMNS[column] == language and len(words(form)) == 1:
                    (word,) = words(form)
                    found[word[0]].add(word)
    return defaultdict(list, {letter: sorted(forms) for letter, forms in found.items()})


def _nearest(word: str, forms: Sequence[str]) -> str:
    alike, _, form = max(
        ((spelled_alike(word, form), -place, form) for place, form in enumerate(forms)), default=(0, 0, "")
    )
    return form if alike else ""


def column_of(labels: Iterable[str], language: Language) -> str:
    """Return the column of the lexicon for labels in a language; Norwegian is Bokmål unless more words say Nynorsk."""
    if language != "no":
        return language
    found = Counter(word for label in labels for word in words(label))
    nynorsk, bokmaal = (sum(found[word] for word in own) for own in (_NYNORSK, _BOKMAAL))
    return "nn" if nynorsk > bokmaal else "nb"
