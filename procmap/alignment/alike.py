"""The matcher of what is said in other words: by meaning first, then by neighbours and place, then as parts."""

from __future__ import annotations

from procmap.alignment.evidence import Evidence
from procmap.alignment.joining import together
from procmap.alignment.pairing import Pair, pairings
from procmap.alignment.parts import SURE_OF_PART, Part
from procmap.model import Finding

CERTAIN = 0.92
"""314 of 317 such pairs were right (`benchmarks/alignment.py --confidence`: two sets of the Process Model Matching
Contest 2015, the golden cases, and step lists in pairs of five languages), and 55 of 57 in English."""
LABELS_ALIKE, UNCLEAR = 0.75, 0.4
"""Labels that are alike: 19 of 25 pairs were right; of English ones that others come near, fewer than half."""
BY_PLACE, BY_PLACE_ENGLISH = 0.85, 0.4
"""185 of 203 pairs were right; in English, where nothing but labels and places speaks for them, 35 of 90."""
SAME_MEANING_THROUGHOUT = 0.95
CLEARLY_PLACED = 0.4
"""From when on an English label, and from when on a place in another language, is certain."""


def alike(evidence: Evidence) -> None:
    """Join steps whose labels mean much the same, and of the rest those that also stand in much the same place.

    Pairs of steps are looked for in all pairs of parties; a row is made of them where enough of its pairs have been
    found. It gets no second step of a party so. What has no counterpart may be part of a step, and gets a link for it.
    """
    found: dict[tuple[int, int], Pair] = {}
    parts: list[Part] = []
    for pairing in pairings(evidence):
        found |= {(min(pair.one, pair.other), max(pair.one, pair.other)): pair for pair in pairing.pairs()}
        parts += pairing.parts()
    for one, other in together(evidence, {key: confidence(pair) for key, pair in found.items()}):
        first, second = evidence.members(evidence.group(one)), evidence.members(evidence.group(other))
        between = [key for a in first for b in second if (key := (min(a, b), max(a, b))) in found]
        for key in sorted(between, key=lambda key: (-confidence(found[key]), key)):
            evidence.join(*key, confidence(found[key]), _reason(found[key]))
    for part in sorted(parts):
        evidence.put_in(part.part, part.whole, SURE_OF_PART, Finding(code="said-within", severity="info"))


def confidence(pair: Pair) -> float:
    """Return how sure a pair is: the share of right ones among such pairs in golds (docs/alignment.md)."""
    if pair.language == "en" and not pair.circumstances:
        if pair.by_label:
            return CERTAIN if pair.score >= SAME_MEANING_THROUGHOUT else LABELS_ALIKE if pair.is_clear else UNCLEAR
        return BY_PLACE_ENGLISH
    if pair.is_clear and (pair.by_label or pair.score >= CLEARLY_PLACED):
        return CERTAIN
    return LABELS_ALIKE if pair.by_label else BY_PLACE


def _reason(pair: Pair) -> Finding:
    words = "; ".join(f"{one} = {other}" for one, other in pair.words)
    told = "; ".join(pair.circumstances)
    code = ("alike-words" if pair.by_label else "alike-place") if words else "alike-related"
    if told and not pair.by_label:
        return Finding(code=f"{code}-told", severity="info", params={"words": words, "told": told})
    return Finding(code=code, severity="info", params={"words": words})
