"""`wording`: other words for the same step, where they may be understood otherwise or a term is to be agreed.

Told are words of which one has a fixed meaning (`procmap.language.terms`), pairs of words that recur, and "or" against
"and". Passed over are all other words for the same, ends and timers, endings, spelling, Bokmål against Nynorsk,
articles, the order of words, a compound against its parts, that something is received, and the names of a party's own
systems and roles, which are told as such. A term that several rows have is told once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import permutations

from procmap.alignment import Party
from procmap.comparison.differences.aspect import Aspect, Told
from procmap.comparison.differences.partly_corresponding import has_other_content
from procmap.comparison.grid import Grid
from procmap.language import Language, label_key, normalise
from procmap.language.function_words import AND, DIRECTIONS, OR, SILENT
from procmap.language.keys import stem
from procmap.language.same_words import same_word
from procmap.language.terms import is_term
from procmap.language.words import words
from procmap.model import Event, Step

MOST_WORDS = 40
"""A label with more words is a text: then whole labels are compared, by their stems."""
SHORTEST_PART = 3
"""Letters of the shortest part of a compound …"""
LONGEST_LINK = 2
"""… and of what stands between its parts: klag-e-behandling, delegation-s-beslut."""
_WORD = re.compile(r"[^\W_]+")
_HELPING = frozenset(("skal", "ska", "har"))
"""Verbs that only help another: what shall be planned is planned."""
_RECEIVED = re.compile(
    r"\b(?:(?:kommer|kjem|kom|komen|kommet|kome|kommit|kommen|ta|tar|tek|tas|få|får) (?:inn|imot|in|emot)"
    r"|mottas?|mottatt|mottar|mottak|motteke|innkommet|innkomen|inkommen|inkommet|inkommit|mottagen|mottaget|received?)\b"
)
"""The ways of saying that something is received, in the forms that labels have (the verbs are irregular ones)."""


@dataclass(frozen=True)
class _Label:
    """A label of a party: its words, and where they stand in it. `telling`: the places of those that can be terms."""

    party: str
    text: str
    language: Language
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    telling: tuple[int, ...]


@dataclass(frozen=True)
class _Words:
    """The stems of what a party says, and of those with a fixed meaning; `agreed`: it is to be agreed in this row."""

    stems: tuple[str, ...]
    fixed: frozenset[str] = field(compare=False)
    agreed: bool = field(compare=False)


def tell(grid: Grid, party: Party, steps: tuple[Step, ...]) -> Told | None:
    """Return the words of the label; None where there is none, or several: that is `split_merged`."""
    if len({label_key(step.name, grid.language) for step in steps}) > 1 or not all(step.name.strip() for step in steps):
        return None
    if any(isinstance(step, Event) and _only_names_a_state(step) for step in steps):
        return None
    if has_other_content(grid, grid.row_of[party.id, steps[0].id]):
        return None
    text = min(" ".join(step.name.split()) for step in steps)
    names = {
        name for step in steps for name in (*grid.facts[party.id].systems(step), *grid.facts[party.id].roles(step))
    }
    if any(isinstance(step, Event) and any(trigger.time for trigger in step.triggers) for step in steps):
        names.update(word for word in words(text) if word.isdecimal())
    return Told(key=(text, tuple(sorted(names))), shown=text)


def side_by_side(grid: Grid, told: dict[str, Told]) -> dict[str, Told]:
    """Return the words that not all parties have, as the term of each; equal keys where these are the same.

    Where the words of one party are all in the others', the whole labels are shown: what is added says something else.
    """
    labels = [_label(grid, party, *one.key) for party, one in told.items()]  # type: ignore[misc]
    if any(len(label.words) > MOST_WORDS for label in labels):
        return {label.party: Told(label_key(label.text, label.language), label.text) for label in labels}
    # Of labels that say the same one is enough to look at: there can be fifty parties.
    others = list({(label.language, tuple(label.words[i] for i in label.telling)): label for label in labels}.values())
    own = {label.party: _own(label, others) for label in labels}
    if not _differ(labels, own):
        return {party: replace(one, key=()) for party, one in told.items()}
    fixed = {label.party: _fixed(label, own[label.party], labels) for label in labels}
    agreed = any(fixed.values()) or _turned_round(labels, own)
    terms = {label.party: _term(label, own[label.party]) for label in labels}
    if not all(terms.values()):
        own = {label.party: label.telling for label in labels}
        terms = {label.party: label.text for label in labels}
    keys = {label.party: _Words(_key(label, own[label.party], labels), fixed[label.party], agreed) for label in labels}
    # A part of a label is shown in one form for all that have it; a whole label as it is written.
    form = {keys[label.party]: terms[label.party] for label in reversed(labels)}
    return {
        label.party: Told(
            keys[label.party], label.text if terms[label.party] == label.text else form[keys[label.party]]
        )
        for label in labels
    }


def _only_names_a_state(event: Event) -> bool:
    """Tell whether an event is an end, which is what steps have brought about, or waits for a point in time."""
    return event.type == "endEvent" or any(trigger.type == "timer" for trigger in event.triggers)


def _worth(rows: Sequence[Mapping[str, Told]]) -> bool:
    """Tell whether words are to be agreed: they recur, or somebody has one with a fixed meaning."""
    return len(rows) > 1 or any(not isinstance(one.key, _Words) or one.key.agreed for one in rows[0].values())


def _term_of(key: Hashable) -> Hashable:
    """Return what is to be agreed: who has which term, else the pair of words. The other words for a term may vary."""
    return key.fixed if isinstance(key, _Words) and key.agreed else key


def _fixed(label: _Label, own: Sequence[int], labels: Sequence[_Label]) -> frozenset[str]:
    """Return the stems of a label's own words that have a fixed meaning, and for which others say something else.

    What "and" joins to a word that all have is more work, and a compound says more than its last part alone.
    """
    found = []
    for place in own:
        word = label.words[place]
        if (
            is_term(word, label.language)
            and not _more_work(label, place, own)
            and any(not _has(one, word, label) and not _has_last_part(one, word, label.language) for one in labels)
        ):
            found.append(stem(word, label.language))
    return frozenset(found)


def _more_work(label: _Label, place: int, own: Sequence[int]) -> bool:
    """Tell whether "and" stands between a word and one that all labels have, with no such word on its own side."""
    telling = label.telling
    joints = [at for at, word in enumerate(label.words) if word in AND]
    start = max((at for at in joints if at < place), default=-1)
    end = min((at for at in joints if at > place), default=len(label.words))
    if any(start < at < end and at not in own for at in telling):
        return False
    number = telling.index(place)
    for neighbour in (*telling[max(number - 1, 0) : number], *telling[number + 1 : number + 2]):
        between = label.words[min(place, neighbour) + 1 : max(place, neighbour)]
        if neighbour not in own and not AND.isdisjoint(between):
            return True
    return False


def _has_last_part(label: _Label, word: str, language: Language) -> bool:
    key = stem(word, language)
    stems = (stem(label.words[place], label.language) for place in label.telling)
    return any(len(one) >= SHORTEST_PART and one != key and key.endswith(one) for one in stems)


def _turned_round(labels: Sequence[_Label], own: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether nothing but small words turn the meaning round: other directions, or "or" instead of "and"."""
    said = [{label.words[place] for place in own[label.party]} for label in labels]
    if sum(bool(one) for one in said) > 1 and all(one <= DIRECTIONS for one in said):
        return True
    either = [not OR.isdisjoint(label.words) for label in labels]
    both = [not AND.isdisjoint(label.words) and not one for label, one in zip(labels, either, strict=True)]
    return any(either) and any(both)


def _label(grid: Grid, party: str, text: str, names: Iterable[str]) -> _Label:
    language = grid.spoken(party)
    text = unicodedata.normalize("NFC", text)
    spans = tuple(found.span() for found in _WORD.finditer(text))
    found = tuple(text[start:end].casefold() for start, end in spans)
    said = " ".join(found)
    passed = {word for name in names if f" {normalise(name)} " in f" {said} " for word in words(name)}
    passed.update(word for phrase in _RECEIVED.findall(said) for word in phrase.split())
    silent = SILENT[language] | _HELPING | passed
    telling = tuple(place for place, word in enumerate(found) if word not in silent)
    return _Label(party, text, language, found, spans, telling)


def _own(label: _Label, labels: Sequence[_Label]) -> tuple[int, ...]:
    """Return the places of the words of a label that some other label does not have."""
    return tuple(
        place for place in label.telling if not all(_has(other, label.words[place], label) for other in labels)
    )


def _has(label: _Label, word: str, of: _Label) -> bool:
    """Tell whether a label has a word `of` another, or both say it once as a compound and once as its two parts."""
    here = [label.words[place] for place in label.telling]
    there = [of.words[place] for place in of.telling]
    return (
        any(same_word(word, other, of.language, label.language) for other in here)
        or any(_composed(word, *parts, of.language, label.language) for parts in permutations(here, 2))
        or any(
            _composed(compound, *parts, label.language, of.language)
            for other in there
            if other != word
            for parts in ((word, other), (other, word))
            for compound in here
        )
    )


@lru_cache(maxsize=50_000)
def _composed(compound: str, first: str, second: str, of_compound: Language, of_parts: Language) -> bool:
    """Tell whether a word is made of two others ("klagebehandling" of "klage" and "behandle")."""
    beginning = stem(first, of_parts)
    if len(beginning) < SHORTEST_PART or not compound.startswith(beginning):
        return False
    tails = (compound[len(beginning) + link :] for link in range(LONGEST_LINK + 1))
    return any(len(tail) >= SHORTEST_PART and same_word(tail, second, of_compound, of_parts) for tail in tails)


def _differ(labels: Sequence[_Label], own: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether some have words that others do not; a preposition more on one side says nothing."""
    found = [{label.words[place] for place in own[label.party]} for label in labels]
    return any(one - DIRECTIONS for one in found) or sum(bool(one) for one in found) > 1


def _term(label: _Label, own: Sequence[int]) -> str:
    """Return the words of a label as they stand there; none where other words stand between them.

    None either beside an "and": what it joins is more work, not another word for the same.
    """
    if not own or set(range(own[0], own[-1] + 1)).intersection(label.telling) != set(own):
        return ""
    if len(own) == len(label.telling):
        return label.text
    if AND.intersection((*label.words[: own[0]][-1:], *label.words[own[-1] + 1 :][:1])):
        return ""
    return label.text[label.spans[own[0]][0] : label.spans[own[-1]][1]]


def _key(label: _Label, own: Sequence[int], labels: Sequence[_Label]) -> tuple[str, ...]:
    """Return stems for the words of a label: for the same word in several labels, that of the first."""
    return tuple(sorted(_stem_of_first(label, place, labels) for place in own))


def _stem_of_first(label: _Label, place: int, labels: Sequence[_Label]) -> str:
    word = label.words[place]
    for other in labels:
        for one in other.telling:
            if same_word(word, other.words[one], label.language, other.language):
                return stem(other.words[one], other.language)
    return stem(word, label.language)


WORDING = Aspect("wording", tell, recurs=True, side_by_side=side_by_side, worth=_worth, phenomenon=_term_of)
