"""What things are called in the common process: names that mean the same, and ids made of labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from procmap.alignment import Alignment, NameMember
from procmap.harmonisation.decisions import Rulings
from procmap.harmonisation.sources import Source
from procmap.language import guess_language, label_key

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ð": "d", "þ": "th", "ß": "ss", "đ": "d"})
_LONGEST = 40


_BY_WORDS = frozenset(("decided", "same-stems", "same-meaning"))
"""Why names are taken for the same, where nobody needs to be asked."""


class Names:
    """The common name of a role, system or document of a party: decided, else that of its group in the alignment.

    Names that only stand at the same steps may be of two roles or systems: they keep what they are called, and people
    are asked.
    """

    def __init__(self, alignment: Alignment, sources: Sequence[Source], rulings: Rulings) -> None:
        organisation = {source.id: source.party.organisation for source in sources}
        self._labels: dict[tuple[str, str, str], str] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._rulings, self._organisation = rulings, organisation
        self.language = guess_language(step.name for source in sources for step in source.steps.values())
        for group in alignment.names:
            by_words = _BY_WORDS.issuperset(group.why)
            for member in group.members:
                same = group.members if by_words else self._of_stems(group.members, member.name)
                label = group.label if by_words else most_common((organisation[one.process], one.name) for one in same)
                ruled = rulings.names.get((group.kind, organisation.get(member.process, ""), member.name))
                self._labels[group.kind, member.process, member.name] = ruled or label

    def common(self, kind: str, party: str, name: str) -> str:
        """Return the common name of a name."""
        ruled = self._rulings.names.get((kind, self._organisation.get(party, ""), name))
        return ruled or self._labels.get((kind, party, name), name)

    def _of_stems(self, members: Iterable[NameMember], name: str) -> list[NameMember]:
        return [member for member in members if self.key(member.name) == self.key(name)]

    def kept_apart(self, kind: str, group: Iterable[tuple[str, str]]) -> bool:
        """Tell whether it was decided that names (by party) are not the same."""
        cited = {(self._organisation.get(party, ""), name) for party, name in group}
        return kind == "role" and any(len(cited & apart) > 1 for apart in self._rulings.names_apart)

    def key(self, text: str) -> tuple[str, ...]:
        """Return what two wordings of the same have in common."""
        if text not in self._keys:
            self._keys[text] = label_key(text, self.language) or (text,)
        return self._keys[text]


class Ids:
    """Gives out ids that are unique, made of a kind and a label, and the same for the same labels in the same order."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def give(self, kind: str, label: str = "") -> str:
        """Return an id that was not given before."""
        stem = f"{kind}_{slug(label)}" if slug(label) else kind
        made, number = stem, 2
        while made in self._taken:
            made, number = f"{stem}_{number}", number + 1
        self._taken.add(made)
        return made


def slug(label: str) -> str:
    """Return a label as small letters a to z, digits and underscores; shortened, and empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", label.casefold().translate(_LETTERS))
    words = re.findall("[a-z0-9]+", plain)
    return "_".join(words)[:_LONGEST].strip("_")


def most_common(named: Iterable[tuple[str, str]]) -> str:
    """Return the text of most organisations, then the shortest, then the first by code points; empty for none.

    `named`: organisations and texts.
    """
    used: dict[str, set[str]] = {}
    for organisation, text in named:
        wording = " ".join(text.split())
        if wording:
            used.setdefault(wording, set()).add(organisation)
    return min(used, key=lambda wording: (-len(used[wording]), len(wording), wording), default="")
