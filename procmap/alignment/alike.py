"""The matcher of what is said in other words: by meaning first, then by neighbours and place, then as parts."""

from __future__ import annotations

from procmap.alignment.alternatives import SURE_OF_ALTERNATIVES, alternatives
from procmap.alignment.evidence import Evidence
from procmap.alignment.joining import together
from procmap.alignment.pairing import Ground, Pair, pairings
from procmap.alignment.parts import SURE_OF_PART, Part
from procmap.alignment.splitting import SURE_OF_SPLIT, halves
from procmap.alignment.thirds import Key, thirds
from procmap.model import Finding

CERTAIN = 0.92
"""315 of 318 such pairs were right (`benchmarks/alignment.py --confidence`: two sets of the Process Model Matching
Contest 2015, the golden cases, and step lists in pairs of five languages), and 57 of 59 in English."""
LABELS_ALIKE, UNCLEAR = 0.75, 0.4
"""Labels that are alike: 19 of 25 pairs were right; of English ones that others come near, fewer than half."""
BY_PLACE, BY_PLACE_ENGLISH = 0.85, 0.4
"""183 of 199 pairs were right; in English, where nothing but labels and places speaks for them, 37 of 89."""
BY_THIRD = 0.4
"""12 of 25 pairs were right on the nine admission processes, and the one of the golden cases."""
SAME_MEANING_THROUGHOUT = 0.95
CLEARLY_PLACED = 0.4
"""From when on an English label, and from when on a place in another language, is certain."""


def alike(evidence: Evidence) -> None:
    """Join steps whose labels mean much the same, and of the rest those that also stand in much the same place.

    Pairs of steps are looked for in all pairs of parties; a row is made of them where enough of its pairs have been
    found. It gets no second step of a party so. Then all are looked at once more: what has been joined by way of a
    third party is a neighbour to others now, and of two steps that are nearly the same a third party may have a step
    that goes with both. What has no counterpart may be part of a step, and gets a link for it.
    """
    ground = Ground(evidence)
    for several in alternatives(ground):
        params: dict[str, str | int] = {"told": "; ".join(several.documents)}
        why = Finding(code="split-alternatives", severity="info", params=params)
        for step in several.steps:
            evidence.join(several.whole, step, SURE_OF_ALTERNATIVES, why)
    if len(ground.by_party) > 2:
        _Found(ground).join()
    found = _Found(ground, last=True)
    found.join()
    for half in halves(ground):
        why = Finding(code="split-step", severity="info", params={"told": "; ".join(half.circumstances)})
        evidence.join(half.step, half.whole, SURE_OF_SPLIT, why)
    for part in sorted(found.parts):
        evidence.put_in(part.part, part.whole, SURE_OF_PART, Finding(code="said-within", severity="info"))


class _Found:
    """The pairs of steps that are the same, of all pairs of parties, and what is part of what among the rest.

    The last time that all are looked at, what is nearly the same is among them where a third party has a step that goes
    with both; only then is it known what is left and may be a part.
    """

    def __init__(self, ground: Ground, *, last: bool = False) -> None:
        self._evidence = ground.evidence
        self._same: dict[Key, Pair] = {}
        self.parts: list[Part] = []
        nearly: dict[Key, Pair] = {}
        for pairing in pairings(ground):
            self._same |= {_key(pair): pair for pair in pairing.pairs()}
            if last:
                nearly |= {_key(pair): pair for pair in pairing.nearly()}
                self.parts += pairing.parts()
        self._thirds = thirds(ground.evidence, self._same, nearly)
        self._same |= {key: nearly[key] for key in self._thirds}

    def join(self) -> None:
        """Join the groups of what is the same, the surest first."""
        evidence = self._evidence
        sure = {key: BY_THIRD if key in self._thirds else confidence(pair) for key, pair in self._same.items()}
        for one, other in together(evidence, sure):
            first, second = evidence.members(evidence.group(one)), evidence.members(evidence.group(other))
            between = [key for a in first for b in second if (key := (min(a, b), max(a, b))) in sure]
            for key in sorted(between, key=lambda key: (-sure[key], key)):
                evidence.join(*key, sure[key], *self._reasons(key))

    def _reasons(self, key: Key) -> list[Finding]:
        third = self._thirds.get(key)
        if third is None:
            return [_reason(self._same[key])]
        step = self._evidence.steps[third]
        params: dict[str, str | int] = {"party": step.party.id, "label": step.step.name}
        return [_reason(self._same[key]), Finding(code="alike-third", severity="info", params=params)]


def _key(pair: Pair) -> Key:
    return min(pair.one, pair.other), max(pair.one, pair.other)


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
