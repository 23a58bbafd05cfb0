"""Parties whose every text is long: names, notes, conditions, roles, documents and controls of any number of letters.

Words are those of the lexicon in a language, or letters at random, or one word of letters without an end. Of one text
there is one in all places (`same`), one for each thing of which every organisation changes some words (`changed`), or
one for each place (`different`). The same seed makes the same parties.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, get_args

from benchmarks.synthetic import parties
from procmap.alignment import Party
from procmap.language.lexicon import core
from procmap.language.words import words
from procmap.model import Activity, Control, Node, Process

Wording = Literal["nb", "sv", "en", "random", "unbroken"]
Sharing = Literal["same", "changed", "different"]
WORDINGS: tuple[Wording, ...] = get_args(Wording)
SHARINGS: tuple[Sharing, ...] = get_args(Sharing)
CHANGED = 0.1
"""The share of the words of a text that an organisation changes."""
LETTERS = string.ascii_lowercase + "æøåäö"
_LEXICON = ("nb", "sv", "en")
_ENDLESS = 100
"""The letters that are put one after the other to a word without an end."""


def long_parties(
    organisations: int, steps: int, letters: int, *, wording: Wording, sharing: Sharing, seed: int
) -> list[Party]:
    """Return organisations' ways of one process of about that many steps, with texts of that many letters."""
    return [
        Party(organisation=party.organisation, process=_worded(party, _Texts(letters, wording, sharing, seed)))
        for party in parties(organisations, steps, seed)
    ]


class _Texts:
    """Texts for the places of one process."""

    def __init__(self, letters: int, wording: Wording, sharing: Sharing, seed: int) -> None:
        self._letters = letters
        self._wording = wording
        self._sharing = sharing
        self._seed = seed
        self._known = _words_in(wording) if wording in _LEXICON else ()
        self._made: dict[str, str] = {}

    def of(self, thing: str, organisation: str) -> str:
        """Return the text for a thing in an organisation."""
        if self._sharing == "same":
            return self._text("same", "")
        if self._sharing == "different":
            return self._text(f"{thing} {organisation}", "")
        return self._text(thing, organisation)

    def _text(self, about: str, changed_by: str) -> str:
        if about not in self._made:
            chance = random.Random(f"{self._seed} {self._wording} {about}")
            changes = random.Random(f"{self._seed} {self._wording} {about} {changed_by}") if changed_by else None
            made = ("" if self._wording == "unbroken" else " ").join(self._words(chance, changes))
            self._made[about] = made[: self._letters]
        return self._made[about]

    def _words(self, chance: random.Random, changes: random.Random | None) -> Iterator[str]:
        length = 0
        while length < self._letters:
            word = self._word(chance)
            if changes is not None and changes.random() < CHANGED:
                word = self._word(changes)
            length += len(word) + 1
            yield word

    def _word(self, chance: random.Random) -> str:
        if self._known:
            return chance.choice(self._known)
        size = _ENDLESS if self._wording == "unbroken" else chance.randint(3, 12)
        return "".join(chance.choices(LETTERS, k=size))


def _words_in(column: str) -> Sequence[str]:
    """Return the words of the shipped lexicon in a column, sorted."""
    forms = (form for concept in core().concepts.values() for form in concept.forms.get(column, ()))
    return sorted({word for form in forms for word in words(form)})


def _worded(party: Party, texts: _Texts) -> Process:
    """Return the process of a party with other texts; what was called the same is called the same."""
    process = party.process

    def text(thing: str) -> str:
        return texts.of(thing, party.organisation) if thing else ""

    return process.replace(
        nodes=tuple(_node(node, text) for node in process.nodes),
        flows=tuple(flow.replace(name=text(flow.name), condition=text(f"{flow.id} if")) for flow in process.flows),
        lanes=tuple(
            lane.replace(name=text(lane.name), documentation=(text(f"{lane.name} notes"),)) for lane in process.lanes
        ),
        attached=tuple(
            one.replace(name=text(one.name), description=text(f"{one.name} notes"), owner=text(one.owner))
            for one in process.attached
            if isinstance(one, Control)
        ),
    )


def _node(node: Node, text: Callable[[str], str]) -> Node:
    named: Node = node.replace(name=text(node.name), documentation=(text(f"{node.name} notes"),) if node.name else ())
    if not isinstance(named, Activity):
        return named
    details = named.details.replace(
        systems=(text(f"{node.name} system"),),
        documents_in=(text(f"{node.name} in"),),
        documents_out=tuple(map(text, named.details.documents_out)),
    )
    return named.replace(details=details)
