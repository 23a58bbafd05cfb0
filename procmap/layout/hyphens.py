"""Where a word that is too long for a line can be divided: at a joint of a compound, else between syllables.

Norwegian and Swedish compounds are joined by an s after certain endings (behandlings-frist, sikkerhets-tiltak). Else
the consonants between two vowels are divided so that the part that goes to the next line begins as words can begin,
which is what the spelling rules of both languages ask for where they do not know the parts of a word.
"""

from __future__ import annotations

SHORTEST = 3
"""Letters that at least stand on each side of a hyphen."""
_VOWELS = frozenset("aeiouyæøåäöüéèêáàâóòôíìîúùû")
_JOINTS = ("ings", "skaps", "hets", "sjons", "tions", "nads", "doms", "elses", "ments", "sels", "tets", "saks", "gangs")
_ONSETS = frozenset((
    "bj", "bl", "br", "ch", "dj", "dr", "dv", "fj", "fl", "fn", "fr", "gj", "gl", "gn", "gr", "hj", "hv", "kj",
    "kl", "kn", "kr", "kv", "lj", "mj", "nj", "pj", "pl", "pr", "ps", "qu", "sch", "sh", "sj", "sk", "skj", "skr",
    "skv", "sl", "sm", "sn", "sp", "spj", "spl", "spr", "st", "stj", "str", "sv", "th", "tj", "tr", "tv", "vr",
    "wr",
))  # fmt: skip
"""The groups of consonants with which words begin."""
_LONGEST_ONSET = 3


def hyphen_place(word: str, most: int) -> int:
    """Return after how many letters, at most `most`, a word is best divided by a hyphen; 0 where there is no place.

    A joint is taken where it leaves at least half of what there is room for.
    """
    small = word.lower()
    most = min(most, len(word) - SHORTEST)
    if len(small) != len(word) or most < SHORTEST or not word.isalpha():
        return 0
    for at in range(most, max(most // 2, SHORTEST) - 1, -1):
        if small.endswith(_JOINTS, 0, at) and _VOWELS.intersection(small[at:]):
            return at
    return next((at for at in range(most, SHORTEST - 1, -1) if _is_between_syllables(small, at)), 0)


def _is_between_syllables(word: str, at: int) -> bool:
    """Tell whether a word, in small letters, has a vowel before a place, and the longest possible onset after it."""
    onset = 0
    while at + onset < len(word) and word[at + onset] not in _VOWELS:
        onset += 1
    if onset == 0 or at + onset == len(word) or onset > _LONGEST_ONSET:
        return False
    if onset > 1 and word[at : at + onset] not in _ONSETS:
        return False
    before = word[at - 1]
    if before in _VOWELS:
        return True
    return word[at - 1 : at + onset] not in _ONSETS and any(letter in _VOWELS for letter in word[:at])
