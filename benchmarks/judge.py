"""Do the laws hold of a common process? Judged without the program's own judgement.

The relations of sources and result come from the plain token game (`token_game.py`), soundness from it and from
rust-bpmn-analyzer, and everything else is counted in the answer. What no judge can read is left to the other one, and
counted as not judged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations, product

from benchmarks.soundness_agreement import INCLUSIVE, Judge, as_xml, copy
from benchmarks.token_game import TokenGame, Unplayable
from procmap.alignment import Alignment, Party
from procmap.harmonisation import Harmonisation
from procmap.harmonisation.values import Question
from procmap.model import Event, Gateway, Process, SequenceFlow, StepReference

WORDS = {"<": "before", ">": "after", "x": "either-or", "|": "parallel"}
REPAIRS = ((), ("exclusiveGateway",), ("parallelGateway",), ("exclusiveGateway", "parallelGateway"))
BACK = {"<": ">", ">": "<", "|": "|", "x": "x"}
CAP = 4_000
"""States that a game may have: of more it is slow."""
MOST_STARTS = 6
"""Of more starts it is not looked for which begin together."""


@dataclass
class Judgement:
    """What breaks a law, what was not asked though it breaks one, and how much could be judged."""

    violations: list[str] = field(default_factory=list)
    judged: Counter[str] = field(default_factory=Counter)

    def must(self, law: str, holds: bool, what: object) -> None:
        """Count a judgement; keep it when the law is broken."""
        self.judged[law] += 1
        if not holds:
            self.violations.append(f"{law}: {what}")


def sound_game(process: Process) -> tuple[TokenGame, int] | None:
    """Return the game of a process and its votes: two; one for an unsound one, whose joins wait for what comes.

    None where it cannot be played, or is unsound also so. See docs/decisions/004.
    """
    for waiting in REPAIRS:
        into = Counter(flow.target for flow in process.flows)
        nodes = tuple(
            node.replace(type="inclusiveGateway")
            if isinstance(node, Gateway) and node.type in waiting and into[node.id] > 1
            else node
            for node in process.nodes
        )
        try:
            game = TokenGame(process.replace(nodes=nodes), CAP)
        except Unplayable:
            continue
        if set(game.faults) <= {"ends twice"}:
            return game, 1 if waiting else 2
    return None


def possible(held: Mapping[tuple[str, str], str]) -> dict[tuple[str, str], set[str]]:
    """Return how pairs can stand in any process in which some relations hold, for pairs that these say anything of.

    In a sound process that draws each step once, and whose choices look at nothing that was chosen before: what comes
    after b comes after all that comes before b, and after what is done at the same time as b, or at that time.
    """
    stands = {pair: {relation} for pair, relation in held.items()}
    stands |= {(b, a): {BACK[relation]} for (a, b), relation in held.items()}
    nodes = sorted({node for pair in held for node in pair})
    changed = True
    while changed:
        changed = False
        for a, b, c in permutations(nodes, 3):
            if (a, b) in stands and (b, c) in stands:
                now = stands.get((a, c), set(BACK))
                left = {w for w in now if any((u, v, w) in TRIPLES for u in stands[a, b] for v in stands[b, c])}
                if left != now:
                    stands[a, c], stands[c, a] = left, {BACK[relation] for relation in left}
                    changed = True
    return stands


def _can_be(a_b: str, b_c: str, a_c: str) -> bool:
    """Tell whether three steps can stand so, whichever of them is looked at first."""
    stands = {"ab": a_b, "bc": b_c, "ac": a_c, "ba": BACK[a_b], "cb": BACK[b_c], "ca": BACK[a_c]}
    for x, y, z in permutations("abc"):
        if stands[y + z] == "<":
            if stands[x + y] == "<" and stands[x + z] != "<":
                return False
            if stands[x + y] == "|" and stands[x + z] not in ("<", "|"):
                return False
    return True


TRIPLES = {triple for triple in product(BACK, repeat=3) if _can_be(*triple)}


def begun_by(process: Process, sets: Sequence[Sequence[str]]) -> Process:
    """Return a process that begins with one start, then one of some sets of what were its starts."""
    starts = [node.id for node in process.nodes if isinstance(node, Event) and node.type == "startEvent"]
    nodes = [Event(id=node.id, type="intermediateThrowEvent") if node.id in starts else node for node in process.nodes]
    nodes += [Event(id="begin", type="startEvent"), Gateway(id="one")]
    ways = [("begin", "one")]
    for number, chosen in enumerate(sets):
        nodes.append(Gateway(id=f"all {number}", type="parallelGateway"))
        ways += [("one", f"all {number}"), *((f"all {number}", start) for start in chosen)]
    entered = [start for start in starts if sum(start in chosen for chosen in sets) > 1]
    for start in entered:  # one token from whichever set was chosen
        nodes.append(Gateway(id=f"to {start}"))
        ways = [(source, f"to {start}" if target == start else target) for source, target in ways]
        ways.append((f"to {start}", start))
    added = (SequenceFlow(id=f"way {number}", source=a, target=b) for number, (a, b) in enumerate(ways))
    return process.replace(nodes=tuple(nodes), flows=(*process.flows, *added))


class Court:
    """The sources of a harmonisation, played once, and judgements on results composed of them."""

    def __init__(self, parties: Sequence[Party], alignment: Alignment, analyser: Judge | None = None) -> None:
        self.parties = {party.id: party for party in parties}
        self.alignment, self.analyser = alignment, analyser
        self.games: dict[str, TokenGame] = {}
        self.weight: dict[str, int] = {}
        for party in parties:
            game = sound_game(party.process)
            if game is not None:
                self.games[party.id] = game[0]
                self.weight[party.id] = game[1]

    def judge(self, result: Harmonisation) -> Judgement:
        """Return what can be said of a result."""
        judgement = Judgement()
        self._sound(result, judgement)
        self._accounting(result, judgement)
        self._attached(result, judgement)
        self._unanimity(result, judgement)
        self._questions(result, judgement)
        for law in result.invariants:
            judgement.must(f"told: {law.name}", law.holds, [finding.code for finding in law.detail][:5])
        return judgement

    def _sound(self, result: Harmonisation, judgement: Judgement) -> None:
        judgement.must("soundness", result.verdict.verdict == "sound", result.verdict.verdict)
        try:
            faults = TokenGame(result.common, CAP).faults
            judgement.must("soundness by play", not faults, faults)
        except Unplayable:
            judgement.judged["soundness not played"] += 1
        plain = all(
            node.parent is None and not (isinstance(node, Event) and node.attached_to)
            and not (isinstance(node, Gateway) and node.type in INCLUSIVE)
            for node in result.common.nodes
        )  # fmt: skip
        if self.analyser is None or not plain:
            judgement.judged["soundness not analysed"] += 1
            return
        nodes, flows = list(result.common.nodes), result.common.flows
        answer = self.analyser.ask(as_xml(copy(nodes, flows, one_start=True)))
        if False in answer.values():  # starts that a join waits for start together
            together = copy(nodes, flows, one_start=False)
            answer = self.analyser.ask(as_xml(together))
            if False in answer.values():
                answer = self._started_by_sets(together, self.analyser) or answer
        if "error" in answer:
            judgement.judged["soundness not analysed"] += 1
        else:
            judgement.must("soundness by analyser", all(answer.values()), answer)

    def _started_by_sets(self, process: Process, analyser: Judge) -> dict[str, bool | str] | None:
        """Return what is said of a process that one of some sets of its starts begins: the smallest that get to an end.

        None where there are too many starts, or some start is in no such set.
        """
        starts = [node.id for node in process.nodes if isinstance(node, Event) and node.type == "startEvent"]
        if len(starts) > MOST_STARTS:
            return None
        found: list[tuple[str, ...]] = []
        for size in range(1, len(starts) + 1):
            for chosen in combinations(starts, size):
                if any(set(smaller) <= set(chosen) for smaller in found):
                    continue
                answer = analyser.ask(as_xml(begun_by(process, [chosen])))
                if all(answer.get(name) is True for name in ("safeness", "option_to_complete", "proper_completion")):
                    found.append(chosen)
        if {start for chosen in found for start in chosen} != {*starts}:
            return None
        return analyser.ask(as_xml(begun_by(process, found)))

    def _accounting(self, result: Harmonisation, judgement: Judgement) -> None:
        fates = Counter((entry.process, entry.step) for entry in result.trace)
        steps = {(party.id, step.id) for party in self.parties.values() for step in party.process.steps}
        judgement.must("accounting", set(fates) == steps and set(fates.values()) <= {1}, "fates")
        elements = {element.id for element in result.common.elements()} | {result.common.id}
        for entry in result.trace:
            known = entry.to in elements if entry.to is not None else entry.decision is not None
            judgement.must("accounting", known, entry)
        place = {(entry.process, entry.step): entry.to for entry in result.trace}
        nodes = {node.id for node in result.common.nodes}
        for row in self.alignment.rows:
            to = {place.get((member.process, member.step)) for member in row.steps} & nodes
            judgement.must("each row once", len(to) <= 1, (row.label, sorted(to)))
        stands = {entry.to for entry in result.trace}
        for step in result.common.steps:
            added = isinstance(step, Event) and step.type in ("startEvent", "endEvent")
            judgement.must("each row once", step.id in stands or added, step.id)

    def _attached(self, result: Harmonisation, judgement: Judgement) -> None:
        fates = Counter((fate.process, fate.kind, fate.id) for fate in result.carried)
        given = Counter((one.id, v.kind, v.id) for one in self.parties.values() for v in one.process.attached)
        judgement.must("nothing lost", fates == given, (given - fates, fates - given))
        kept = sum(fate.fate != "retired" for fate in result.carried)
        judgement.must("nothing lost", len(result.common.attached) == kept, (len(result.common.attached), kept))
        elements = {element.id for element in result.common.elements()}
        for value in result.common.attached:
            judgement.must("nothing lost", elements.issuperset((*value.on, *value.guards)), value.id)
        for fate in result.carried:
            judgement.must("nothing lost", fate.fate != "retired" or fate.decision is not None, fate)

    # What the sources say

    def said(self, these: Iterable[tuple[str, str]], those: Iterable[tuple[str, str]]) -> dict[str, str | None] | None:
        """Return what each party that has steps of both says of their order (~: several things).

        None when a party has both and cannot be judged: its vote is not known.
        """
        first, second = _by_party(these), _by_party(those)
        both = [party for party in self.parties if party in first and party in second]
        if not all(party in self.games for party in both):
            return None
        return {party: self.games[party].relation_of(first[party], second[party]) for party in both}

    def _unanimity(self, result: Harmonisation, judgement: Judgement) -> None:
        """What all that have both agree on holds between steps of which neither is open, where nothing was decided."""
        try:
            common = TokenGame(result.common, CAP)
        except Unplayable:
            judgement.judged["unanimity not judged"] += 1
            return
        members: dict[str, list[tuple[str, str]]] = {}
        for entry in result.trace:
            if entry.fate == "carried" and entry.to in common.kind and entry.to is not None:
                members.setdefault(entry.to, []).append((entry.process, entry.step))
        counting = {p.id for p in self.parties.values() if not p.is_reference}
        held: dict[tuple[str, str], str] = {}
        broken: dict[tuple[str, str], tuple[str, str | None]] = {}
        for one, other in combinations(members, 2):
            said = self.said(members[one], members[other])
            if said is None:
                judgement.judged["pairs not judged"] += 1
                continue
            agreed = {relation for party, relation in said.items() if relation != "~" and party in counting} - {None}
            if len(agreed) == 1:
                wanted = agreed.pop()
                found = common.relation(one, other) if common.happens(one) and common.happens(other) else None
                if found == wanted:
                    held[one, other] = wanted
                    judgement.must("unanimity", True, "")
                else:
                    broken[one, other] = (wanted, found)
        left = possible(held) if broken else {}
        for (one, other), (wanted, found) in broken.items():
            if wanted in left.get((one, other), wanted):
                judgement.must("unanimity", False, (one, other, wanted, found))
            else:
                judgement.judged["unanimity contradicts itself"] += 1

    # Are the questions true?

    def _questions(self, result: Harmonisation, judgement: Judgement) -> None:
        for question in result.open:
            if question.about.order is not None:
                self._order_question(question, judgement)
            elif question.about.presence is not None:
                self._optional_question(question, judgement)
            elif question.kind == "row":
                self._row_question(question, judgement)

    def _row_question(self, question: Question, judgement: Judgement) -> None:
        steps = self._steps(question.about.steps or ())
        having = {self.parties[party].organisation for party, _ in steps if not self.parties[party].is_reference}
        told = (question.question.params["count"], question.question.params["of"])
        everyone = {party.organisation for party in self.parties.values() if not party.is_reference}
        judgement.must("question true", told == (len(having), len(everyone)), (question.question.params, having))

    def _order_question(self, question: Question, judgement: Judgement) -> None:
        first, second = (self._steps(side) for side in question.about.order or ((), ()))
        told = {party: set(words.split(", ")) for party, words in question.answers.items()}
        rows = {(party, step): number for number, row in enumerate(self._rows()) for party, step in row}
        groups = [
            [_of_row(side, rows, number) for number in sorted({rows[s] for s in side})] for side in (first, second)
        ]
        counted: dict[str, set[str]] = {}
        tied = pairs = 0
        for one, other in product(*groups):
            said = self.said(one, other)
            if said is None:
                judgement.judged["questions not judged"] += 1
                return
            votes: Counter[str] = Counter()
            for party, relation in said.items():
                if relation and relation != "~":
                    votes[relation] += self.weight[party]
                    counted.setdefault(party, set()).add(WORDS[relation])
            pairs += 1
            top = [count for count in votes.values() if count == max(votes.values())]
            tied += len(top) > 1
            if question.question.code == "order-agreed-broken":
                agreed = {WORDS[relation] for relation in votes}
                judgement.must("question true", agreed == {question.proposal}, (question.question.params, votes))
            if question.question.code == "order-unknown":
                judgement.must("question true", not votes, (question.question.params, votes))
        judgement.must("question true", counted == told, (question.question.params, counted, told))
        if question.question.code == "order-tied":
            judgement.must("question true", tied == pairs, (question.question.params, tied, pairs))
        if question.question.code == "order-tied-partly":
            told_of = (question.question.params["even"], question.question.params["of"])
            judgement.must("question true", told_of == (tied, pairs), (question.question.params, tied, pairs))

    def _optional_question(self, question: Question, judgement: Judgement) -> None:
        block = _by_party(self._steps(question.about.presence or ()))
        within = _by_party(self._steps(question.about.within or ()))
        # Runs that leave for an early end pass by all that follows and do not count, and the game knows no early end.
        if not all(party in self.games and self.games[party].ends == 1 for party in block):
            judgement.judged["questions not judged"] += 1
            return
        said = {party: self.games[party].can_skip(steps, within.get(party, ())) for party, steps in block.items()}
        found = {party: "optional" if answer else "always" for party, answer in said.items() if answer is not None}
        judgement.must("question true", found == question.answers, (question.question.params, found, question.answers))
        votes: Counter[str] = Counter()
        for party, answer in found.items():
            votes[answer] += self.weight[party]
        judgement.must("question true", votes["optional"] == votes["always"], (question.question.params, votes))

    def _rows(self) -> list[list[tuple[str, str]]]:
        return [[(member.process, member.step) for member in row.steps] for row in self.alignment.rows]

    def _steps(self, references: Iterable[StepReference]) -> list[tuple[str, str]]:
        by_name = {(party.organisation, party.variant): party.id for party in self.parties.values()}
        return [(by_name[each.organisation, each.variant], each.step) for each in references]


def _of_row(side: Iterable[tuple[str, str]], rows: Mapping[tuple[str, str], int], row: int) -> list[tuple[str, str]]:
    return [step for step in side if rows[step] == row]


def _by_party(steps: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for party, step in steps:
        found.setdefault(party, []).append(step)
    return found
