"""The store that all matchers share: the steps of all parties, what belongs together so far, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from procmap.alignment.sides import Side, sides
from procmap.alignment.values import Doubt, Link, Member, Party
from procmap.behaviour import flow_order
from procmap.language import Language, Lexicon, core, guess_language, label_key, normalise
from procmap.model import Event, Finding, Process, Step


@dataclass(frozen=True)
class PlacedStep:
    """A step as matchers see it; nothing in it but `member` depends on element ids.

    `words` is the normalised label, `nth` counts the steps of the party with these words in flow order, and `place`
    (0 to 1) is how far on in the flow the step stands.
    """

    member: Member
    party: Party
    step: Step
    language: Language
    words: str
    nth: int
    place: Fraction
    side: Side = "unknown"
    is_state: bool = False

    @property
    def content(self) -> tuple[str, str, str, int]:
        """What the step is known by without its id; no two steps of an alignment have the same."""
        return (self.party.organisation, self.party.variant, self.words, self.nth)

    @property
    def is_start(self) -> bool:
        """Tell whether the step starts a process or sub-process."""
        return isinstance(self.step, Event) and self.step.type == "startEvent"

    @property
    def is_end(self) -> bool:
        """Tell whether the step ends a process or sub-process."""
        return isinstance(self.step, Event) and self.step.type == "endEvent"


class Evidence:
    """The steps of all parties in an order that is made of their content alone, and groups of them.

    A step is cited by its number in `steps`; `lexicon` says what words mean. What people kept apart is never joined,
    whoever proposes it.
    """

    def __init__(self, parties: Sequence[Party], lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon if lexicon is not None else core()
        placed = [step for party in parties for step in _placed(party, self.lexicon)]
        self.steps: tuple[PlacedStep, ...] = tuple(sorted(placed, key=lambda step: step.content))
        self.numbers = {step.member: number for number, step in enumerate(self.steps)}
        self.languages: tuple[Language, ...] = tuple(sorted({step.language for step in self.steps}))
        self.links: list[Link] = []
        self.doubts: list[Doubt] = []
        self._group = list(range(len(self.steps)))
        self._members: dict[int, list[int]] = {number: [number] for number in self._group}
        self._apart: dict[int, set[int]] = defaultdict(set)
        self._alone: set[int] = set()
        self._linked: set[tuple[int, int]] = set()

    def key(self, number: int, language: Language) -> tuple[str, ...]:
        """Return the stems of a step's label in a language."""
        return label_key(self.steps[number].step.name, language)

    def group(self, number: int) -> int:
        """Return what stands for the group of a step: the same number for all its steps."""
        return self._group[number]

    def members(self, group: int) -> tuple[int, ...]:
        """Return the steps of a group, sorted."""
        return tuple(self._members[group])

    def groups(self) -> list[tuple[int, ...]]:
        """Return all groups, by their first steps."""
        return sorted(tuple(members) for members in self._members.values())

    def is_alone(self, number: int) -> bool:
        """Tell whether people said that a step has no counterpart."""
        return number in self._alone

    def keep_alone(self, number: int) -> None:
        """Join the step with nothing from now on."""
        self._alone.add(number)

    def keep_apart(self, a: int, b: int) -> bool:
        """Never join the groups of two steps from now on. False when they are in one group already."""
        first, second = self._group[a], self._group[b]
        if first == second:
            return False
        self._apart[first].add(second)
        self._apart[second].add(first)
        return True

    def may_join(self, a: int, b: int) -> bool:
        """Tell whether the groups of two steps may become one."""
        first, second = self._group[a], self._group[b]
        if first == second:
            return True
        if any(self.is_alone(self._members[group][0]) for group in (first, second)):
            return False
        return second not in self._apart.get(first, ())

    def join(self, a: int, b: int, confidence: float, *why: Finding) -> bool:
        """Put the groups of two steps together and keep their first link. False when people keep them apart."""
        if not self.may_join(a, b):
            return False
        first, second = sorted((self._group[a], self._group[b]))
        if first != second:
            self._merge(first, second)
        a, b = sorted((a, b))
        if (a, b) not in self._linked:
            self._linked.add((a, b))
            link = Link(a=self.steps[a].member, b=self.steps[b].member, confidence=confidence, why=why)
            self.links.append(link)
        return True

    def put_in(self, part: int, whole: int, confidence: float, why: Finding) -> None:
        """Keep a link that one step is part of another, if neither has a counterpart in the party of the other."""
        parties = [self.steps[number].party.id for number in (part, whole)]
        of_part, of_whole = (self._members[self._group[number]] for number in (part, whole))
        if any(self.steps[number].party.id == parties[1] for number in of_part):
            return
        if any(self.steps[number].party.id == parties[0] for number in of_whole):
            return
        if self.may_join(part, whole):
            a, b = self.steps[part].member, self.steps[whole].member
            self.links.append(Link(a=a, b=b, relation="part_of", confidence=confidence, why=(why,)))

    def _merge(self, first: int, second: int) -> None:
        if len(self._members[first]) < len(self._members[second]):
            first, second = second, first
        for number in self._members[second]:
            self._group[number] = first
        self._members[first] = sorted(self._members[first] + self._members.pop(second))
        for other in self._apart.pop(second, set()):
            self._apart[other].discard(second)
            self._apart[other].add(first)
            self._apart[first].add(other)


def _placed(party: Party, lexicon: Lexicon) -> list[PlacedStep]:
    steps = {step.id: step for step in party.process.steps}
    language = guess_language(step.name for step in steps.values())
    counted: Counter[str] = Counter()
    side = sides(party.process, language, lexicon)
    states = has_states(party.process)
    placed = []
    for rank, step_id in enumerate(flow_order(party.process)):
        step = steps[step_id]
        said = normalise(step.name)
        counted[said] += 1
        member = Member(process=party.id, step=step_id)
        place = Fraction(2 * rank + 1, 2 * len(steps))
        is_state = states and isinstance(step, Event)
        nth = counted[said]
        placed.append(PlacedStep(member, party, step, language, said, nth, place, side[step_id], is_state))
    return placed


def has_states(process: Process) -> bool:
    """Tell whether the events of a process are states, as in an event-driven process chain: no work is done in them."""
    return any(entry.name == "notation" and entry.value == "EPC" for entry in process.properties)
