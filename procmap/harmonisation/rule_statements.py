"""What record rules say of documents, in fields or in prose, and whether two of them can both hold.

One rule may speak of several documents (`Tilbod og avslag`) and say several things (`Inngåande brev: blir journalført,
papiret blir teke vare på i eitt år`). Nothing is claimed of what is not read: rules contradict each other only where
both say whether, or how long, the same document is registered or kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from procmap.formats.measure_texts import durations_in
from procmap.language import Language, core
from procmap.language.function_words import AND, NEGATIONS
from procmap.language.said import Token, words_of
from procmap.language.words import word_set, words
from procmap.model import RecordRule

_CLAUSES = re.compile(r"[:;,.](?=\s|$)")
_SHAPES = ("original", "brev", "letter", "skjema", "kopi", "copy")
"""Ends of compounds, and words, that say in what shape a document is: `tilbudsbrev` is the `tilbud` as a letter."""
_HEAD_ENDS = word_set(
    "om på fra frå til for i av ved med etter hos mot från till vid under about on from to in of by with at after"
)
"""Prepositions after which it is told what a document is about, or comes from."""
_PASSIVE = word_set("blir bli vert er skal må ska is are be shall must")
_PRESERVED = re.compile(r"(?:bevar|preserv)\w*|permanently")
_KEPT = re.compile(r"(?:oppbevar|förvar|retain|kept|keep|arkiver|lagr)\w*|vare|vara")
"""What says that a document is kept, not for how long; `vare` of `tas vare på`."""
_DELETED, _REGISTERED = "delete", "register"
_UNITS: dict[str, tuple[int, str]] = {
    "years": (12, "months"), "weeks": (7, "days"), "hours": (60, "minutes"),
}  # fmt: skip
_LONGEST = 500
"""Letters of a rule that are read: a longer one is a text, of which the fields of the rule are the gist."""

_Word = tuple[str, frozenset[str]]
"""The stem of a word of a name, and what the word may mean."""


@dataclass(frozen=True)
class Document:
    """What a rule is about: the words of its name, and those that say more of it (`Klage` `på opptak`)."""

    head: tuple[_Word, ...]
    more: tuple[_Word, ...]

    def is_same(self, other: Document) -> bool:
        """Tell whether two names are for one document: the same heads, and nothing different said of them."""
        if not _alike(self.head, other.head):
            return False
        return not self.more or not other.more or _alike(self.more, other.more)


@dataclass(frozen=True)
class Statement:
    """What a rule says of one document; None where it does not say. `kept` is a number of a unit.

    Documents that are received and sent are not the same; a rule in prose does not say which it is.
    """

    document: Document
    direction: str | None = None
    registration: str | None = None
    disposal: str | None = None
    kept: tuple[Decimal, str] | None = None

    def contradicts(self, other: Statement) -> bool:
        """Tell whether the two say different things of the same document."""
        if self.direction and other.direction and self.direction != other.direction:
            return False
        said = ((self.registration, other.registration), (self.disposal, other.disposal), (self.kept, other.kept))
        return self.document.is_same(other.document) and any(a and b and a != b for a, b in said)


def contradict(some: Sequence[Statement], others: Sequence[Statement]) -> bool:
    """Tell whether what one rule says and what another says, of documents called otherwise, cannot both hold."""
    return any(one.contradicts(other) for one in some for other in others)


def statements(rule: RecordRule, language: Language) -> tuple[Statement, ...]:
    """Return what a rule says, a statement for each document that it names."""
    if len(rule.name) + len(rule.document_type) + len(rule.retention) > _LONGEST:
        return ()
    return tuple(replace(each, direction=rule.direction) for each in _statements(rule, language))


def _statements(rule: RecordRule, language: Language) -> Iterator[Statement]:
    name = rule.name or rule.document_type
    if not (rule.registration or rule.disposal or rule.retention):
        yield from _prose(name, language)
        return
    of_part = tuple(_prose(rule.retention, language))
    kept = None if of_part or rule.disposal == "preserve" else _length(rule.retention)
    for document in _documents(words(name), language):
        yield Statement(document, registration=rule.registration, disposal=rule.disposal, kept=kept)
    yield from of_part


def _prose(text: str, language: Language) -> Iterator[Statement]:
    """Yield what the clauses of a text say; one without a document of its own says more of the last one."""
    about: tuple[Document, ...] = ()
    for clause in _CLAUSES.split(text):
        found = words(clause)
        meant = [_meaning(word, language) for word in found]
        rules = [place for place, word in enumerate(found) if _is_rule(word, meant[place])]
        named = tuple(_documents(_before(found, rules), language))
        about = named or about
        said = _said(clause, found, meant)
        if said is not None:
            yield from (replace(said, document=document) for document in about)


def _before(found: tuple[str, ...], rules: list[int]) -> tuple[str, ...]:
    """Return the words of a clause before those that say what is done with the document."""
    before = found[: rules[0]] if rules else found
    ends = next((place for place, word in enumerate(before) if word in _PASSIVE), len(before))
    return before[:ends]


def _said(clause: str, found: tuple[str, ...], meant: list[frozenset[str]]) -> Statement | None:
    """Return what a clause says, of no document yet; None where it says nothing of registering or keeping."""
    registered = [place for place, concepts in enumerate(meant) if _REGISTERED in concepts]
    preserved = [place for place, word in enumerate(found) if _PRESERVED.fullmatch(word)]
    deleted = [place for place, concepts in enumerate(meant) if _DELETED in concepts]
    if any(_is_denied(place, found) for place in (*preserved, *deleted)):
        return None
    kept = _length(clause) if deleted or any(_KEPT.fullmatch(word) for word in found) else None
    registration = ("no" if _is_denied(registered[0], found) else "yes") if registered else None
    disposal = ("preserve" if preserved else "dispose") if bool(preserved) != bool(deleted) else None
    if registration is None and disposal is None and kept is None:
        return None
    return Statement(Document((), ()), registration=registration, disposal=disposal, kept=kept)


def _is_denied(place: int, found: tuple[str, ...]) -> bool:
    """Tell whether a "not" stands beside a word."""
    return not NEGATIONS.isdisjoint((*found[max(place - 1, 0) : place], *found[place + 1 : place + 2]))


def _is_rule(word: str, concepts: frozenset[str]) -> bool:
    """Tell whether a word says what is done with a document, and no longer which document it is."""
    done = concepts & {_DELETED, _REGISTERED, "archive", "redact", "protect"}
    return bool(done or _PRESERVED.fullmatch(word) or _KEPT.fullmatch(word)) or word.isdigit()


def _documents(found: Iterable[str], language: Language) -> Iterator[Document]:
    """Yield the documents that words name: `tilbod og avslag` are two."""
    listed: list[list[str]] = [[]]
    for word in found:
        if word in AND:
            listed.append([])
        else:
            listed[-1].append(word)
    for named in listed:
        ends = next((place for place, word in enumerate(named) if word in _HEAD_ENDS), len(named))
        head = _shapeless(_told(" ".join(named[:ends]), language), language)
        if head:
            yield Document(head, _told(" ".join(named[ends:]), language))


def _told(text: str, language: Language) -> tuple[_Word, ...]:
    tokens = [token for word in words_of(text, language, core()) for token in word.tokens]
    return tuple((token.stem, token.concepts) for token in tokens if not _is_preposition(token))


def _is_preposition(token: Token) -> bool:
    return token.surface in _HEAD_ENDS


def _shapeless(head: tuple[_Word, ...], language: Language) -> tuple[_Word, ...]:
    """Return the words of a name without those for the shape of the document, unless these are all."""
    kept: list[_Word] = []
    for stem, concepts in head:
        shape = next((shape for shape in _SHAPES if stem.endswith(shape)), "")
        rest = stem.removesuffix(shape)
        if not shape or (rest and concepts):
            kept.append((stem, concepts))
        elif rest:
            kept += _told(rest, language)
    return tuple(kept) or head


def _meaning(word: str, language: Language) -> frozenset[str]:
    return frozenset(
        concept for each in words_of(word, language, core()) for token in each.tokens for concept in token.concepts
    )


def _alike(one: tuple[_Word, ...], other: tuple[_Word, ...]) -> bool:
    """Tell whether each word of one name has one of the other for the same, by stem or meaning."""
    if len(one) != len(other):
        return False
    left = list(other)
    for stem, concepts in one:
        same = next((word for word in left if word[0] == stem or concepts & word[1]), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _length(text: str) -> tuple[Decimal, str] | None:
    """Return the one length of time that a text tells, years as months; None where it tells none or several."""
    found = durations_in(text)
    if len(found) != 1:
        return None
    times, unit = _UNITS.get(found[0].unit, (1, found[0].unit))
    return found[0].amount * times, unit
