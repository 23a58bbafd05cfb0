"""Matchers: each looks at what is not yet grouped and joins what it is sure enough of. The surest come first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence

from procmap.alignment.alike import alike
from procmap.alignment.evidence import Evidence
from procmap.alignment.same_element import same_element, same_element_and_words, same_place
from procmap.alignment.values import Doubt
from procmap.model import Event, Finding

Matcher = Callable[[Evidence], None]

SAME_WORDS = 0.95
"""79 of 84 pairs were right on the nine admission processes of the Process Model Matching Contest 2015."""
SAME_STEMS = 0.9
"""All 7 pairs were right there: too few to trust them more than equal words."""
SAME_PLACE = 0.8
NTH = 0.7
UNEQUAL_TIMES = 0.6
"""21 of 29 pairs were right there. The two above are estimates: the set has no such pairs."""


UNNAMED = frozenset(("only-startEvent", "only-endEvent"))
"""Why events without a label stand in one row: it is no evidence that they are the same."""


def same_words(evidence: Evidence) -> None:
    """Join steps whose labels have the same words in the same order."""
    _match_by_key(
        evidence,
        range(len(evidence.steps)),
        key=lambda number: evidence.steps[number].words,
        confidence=SAME_WORDS,
        code="same-words",
    )


def same_stems(evidence: Evidence) -> None:
    """Join steps whose labels have the same stems, in the language of either.

    A language that neither is written in has no say, so that what a further organisation writes changes nothing.
    """
    for language in evidence.languages:
        keys = [evidence.key(number, language) for number in range(len(evidence.steps))]
        written = {key for key, step in zip(keys, evidence.steps, strict=True) if step.language == language}
        numbers = [number for number, key in enumerate(keys) if key in written]
        _match_by_key(evidence, numbers, key=keys.__getitem__, confidence=SAME_STEMS, code="same-stems")


def only_unnamed(evidence: Evidence) -> None:
    """Join start events (and end events) without labels where each is the only one of its kind in its process."""
    for kind in ("startEvent", "endEvent"):
        found: dict[str, list[int]] = defaultdict(list)
        for number, placed in enumerate(evidence.steps):
            if isinstance(placed.step, Event) and placed.step.type == kind and placed.step.parent is None:
                found[placed.party.id].append(number)
        only = [numbers[0] for numbers in found.values() if len(numbers) == 1]
        _match_by_key(
            evidence,
            [number for number in only if not evidence.steps[number].words],
            key=lambda number: tuple(trigger.type for trigger in _event(evidence, number).triggers) or "none",
            confidence=SAME_PLACE,
            code=f"only-{kind}",
        )


MATCHERS: tuple[Matcher, ...] = (
    same_element_and_words,
    same_words,
    same_stems,
    same_element,
    only_unnamed,
    alike,
    same_place,
)
"""All matchers in the order in which they are asked."""


def _event(evidence: Evidence, number: int) -> Event:
    step = evidence.steps[number].step
    assert isinstance(step, Event)
    return step


def _match_by_key(
    evidence: Evidence, numbers: Iterable[int], *, key: Callable[[int], Hashable], confidence: float, code: str
) -> None:
    """Join the groups of the steps that have the same key; steps with an empty key and steps alone stay out."""
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for number in numbers:
        said = key(number)
        if said and not evidence.is_alone(number):
            buckets[said].append(number)
    for bucket in buckets.values():
        for part in _starts_and_ends_apart(evidence, bucket):
            for of_side in _sides_apart(evidence, part):
                _match(evidence, of_side, confidence, code)


def _starts_and_ends_apart(evidence: Evidence, numbers: list[int]) -> list[list[int]]:
    """Return the steps by what they are where both starts and ends are among them: what starts is not what ends."""
    starts = [number for number in numbers if evidence.steps[number].is_start]
    ends = [number for number in numbers if evidence.steps[number].is_end]
    if not (starts and ends):
        return [numbers]
    return [starts, [number for number in numbers if number not in {*starts, *ends}], ends]


def _sides_apart(evidence: Evidence, numbers: list[int]) -> list[list[int]]:
    """Return the steps by the side they are on; those of which it is not known go with the side that is there."""
    outside = [number for number in numbers if evidence.steps[number].side == "outside"]
    inside = [number for number in numbers if evidence.steps[number].side == "inside"]
    if not (outside and inside):
        return [numbers]
    return [outside, [number for number in numbers if number not in set(outside)]]


def _match(evidence: Evidence, numbers: Sequence[int], confidence: float, code: str) -> None:
    groups = list(dict.fromkeys(evidence.group(number) for number in numbers))
    if len(groups) < 2:
        return
    parties = Counter(party for group in groups for party in {_party(evidence, one) for one in evidence.members(group)})
    if max(parties.values()) == 1:
        _join_all(evidence, numbers, confidence, Finding(code=code, severity="info"))
        return
    # A party has several of them: the ones that stand in no group yet are looked at, in flow order.
    left: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        if len(evidence.members(evidence.group(number))) == 1:
            left[_party(evidence, number)].append(number)
    if len(left) < 2:
        return
    times = {len(of_party) for of_party in left.values()}
    if times == {1}:
        _join_all(evidence, [number for (number,) in left.values()], confidence, Finding(code=code, severity="info"))
    elif len(times) == 1:
        _join_nth(evidence, [_in_flow_order(evidence, of_party) for of_party in left.values()])
    else:
        _join_unequal(evidence, left)


def _join_nth(evidence: Evidence, by_party: Sequence[Sequence[int]]) -> None:
    for nth, together in enumerate(zip(*by_party, strict=True), start=1):
        params: dict[str, str | int] = {"nth": nth, "times": len(by_party[0])}
        _join_all(evidence, together, NTH, Finding(code="nth-of-repeated", severity="info", params=params))


def _join_unequal(evidence: Evidence, by_party: dict[str, list[int]]) -> None:
    """Put repeated steps together and ask: which of them belongs to which cannot be told from their words."""
    every = [number for of_party in by_party.values() for number in of_party]
    counts = ", ".join(f"{party}: {len(of_party)}" for party, of_party in by_party.items())
    params: dict[str, str | int] = {"label": evidence.steps[every[0]].step.name, "counts": counts}
    finding = Finding(code="unequal-times", severity="note", params=params)
    _join_all(evidence, every, UNEQUAL_TIMES, finding.replace(severity="info"))
    evidence.doubts.append(Doubt(finding=finding, steps=tuple(evidence.steps[number].member for number in every)))


def _party(evidence: Evidence, number: int) -> str:
    return evidence.steps[number].party.id


def _in_flow_order(evidence: Evidence, numbers: list[int]) -> list[int]:
    return sorted(numbers, key=lambda number: evidence.steps[number].place)


def _join_all(evidence: Evidence, numbers: Sequence[int], confidence: float, why: Finding) -> None:
    """Join each step with the first that it may be joined with: a link for each joint, not for each pair."""
    for place, number in enumerate(numbers):
        for earlier in numbers[:place]:
            if evidence.join(earlier, number, confidence, why):
                break
