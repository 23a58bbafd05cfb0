"""How the work goes on after a paragraph of the routine, and when it begins: choices, parallel work and loops in words.

Joins are passed over: a way leads to the next paragraph. Where it passes a join of parallel work, what else must be
done first is told as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, partial

from procmap.messages import Translator
from procmap.model import Activity, Event, Gateway, SequenceFlow, Step, unique
from procmap.reports.harmonisation.ends import ends_all
from procmap.reports.harmonisation.marks import state_of
from procmap.reports.harmonisation.paragraphs import Paragraphs
from procmap.reports.harmonisation.skips import Skip

_KINDS = {
    "exclusiveGateway": "one",
    "parallelGateway": "all",
    "inclusiveGateway": "some",
    "eventBasedGateway": "first",
    "complexGateway": "some",
}
"""What is done of the ways that part at a gateway."""


@dataclass(frozen=True)
class _Way:
    """Where a flow leads: to a paragraph, or to an end (None); `waits` are the flows that are joined with it.

    `last` is the last node that was passed over.
    """

    to: str | None
    last: str = ""
    waits: tuple[SequenceFlow, ...] = ()
    joins_all: bool = True
    is_loop: bool = False


class Onward:
    """Tells how the work goes on."""

    def __init__(self, paragraphs: Paragraphs, say: Translator) -> None:
        self._paragraphs, self._say, self._index = paragraphs, say, paragraphs.index
        self._place = {node: place for place, node in enumerate(paragraphs.order)}
        self._ends_all = cache(partial(ends_all, paragraphs.index))
        self._skips: dict[str, list[Skip]] = defaultdict(list)
        for skip in sorted(paragraphs.skips.values(), key=lambda skip: -len(skip.nodes)):
            inside = [node for node in skip.nodes if node in self._place]
            if inside:
                self._skips[min(inside, key=self._place.__getitem__)].append(skip)

    def after(self, node_id: str) -> tuple[str, tuple[str, ...]]:
        """Return how the work goes on after a paragraph: what stands before ways that part (or nothing), and sentences.

        There are none where the next paragraph simply follows.
        """
        node = self._index.nodes[node_id]
        flows = self._index.outgoing(node_id)
        if isinstance(node, Gateway):
            return self._choice(node, "")
        told = self._paragraphs.told_at.get(node_id)
        if told is not None:
            gateway = self._index.nodes[told]
            return self._choice(gateway, gateway.name) if isinstance(gateway, Gateway) else ("", ())
        if len(flows) > 1:
            conditional = any(_condition(flow) for flow in flows)
            lead = self._say.text("routine-some" if conditional else "routine-all")
            return lead, tuple(self._ways(node_id, flows, is_conditional=conditional))
        if flows:
            way = self._followed(flows[0])
            if way.to is not None and way.to == self._paragraphs.follows(node_id) and not way.waits:
                return "", ()
            return "", tuple(self._way(node_id, way, ""))
        return "", tuple(self._last(node_id))

    def before(self, node_id: str) -> tuple[str, ...]:
        """Return the sentences on when a paragraph begins; none where it follows on what leads to it."""
        return (*self._by_event(node_id), *self._where_needed(node_id))

    def _where_needed(self, node_id: str) -> Iterable[str]:
        """Yield what is said where a part begins that need not be done: the widest part first.

        Of steps that are not for all it is told already, so only a condition is worth telling.
        """
        for skip in self._skips.get(node_id, ()):
            inside = sorted((node for node in skip.nodes if node in self._place), key=self._place.__getitem__)
            steps = [node for node in map(self._index.nodes.__getitem__, inside) if isinstance(node, Step)]
            if not skip.condition and all(state_of(step)[0] != "kept" for step in steps):
                continue
            told = self._say.text("routine-needed")
            if len(inside) > 1:
                first, last = self._paragraphs.quoted(inside[0]), self._paragraphs.quoted(inside[-1])
                told = self._say.text("routine-needed-several", first=first, last=last)
            if skip.condition:
                told = f"{told} {self._say.text('resolved-when', condition=skip.condition)}"
            yield told

    def _by_event(self, node_id: str) -> tuple[str, ...]:
        node = self._index.nodes[node_id]
        if isinstance(node, Event) and node.attached_to in self._paragraphs.number:
            host = self._paragraphs.quoted(node.attached_to)
            code = "routine-interrupts" if node.interrupting else "routine-beside"
            return (self._say.text(code, host=host),)
        if isinstance(node, Activity) and node.triggered_by_event:
            return (self._say.text("routine-on-event"),)
        return ()

    def _last(self, node_id: str) -> Iterable[str]:
        """Yield what is said where no flow leads on."""
        node = self._index.nodes[node_id]
        linked = self._paragraphs.graph.successors(node_id) if isinstance(node, Event) else ()
        if linked:
            yield from self._way(node_id, _Way(linked[0]), "")
        elif not self._ends_all(node_id):
            yield self._say.text("routine-way-ends")
        elif isinstance(node, Event) and any(trigger.type == "terminate" for trigger in node.triggers):
            yield self._say.text("routine-stops")
        elif node.parent in self._paragraphs.number:
            if not isinstance(node, Activity) or not node.for_compensation:
                yield self._say.text("routine-part-ends", part=self._paragraphs.quoted(node.parent))
        elif not (isinstance(node, Activity) and (node.triggered_by_event or node.for_compensation)):
            yield self._say.text("routine-ends")

    def _choice(self, gateway: Gateway, question: str) -> tuple[str, tuple[str, ...]]:
        kind = _KINDS[gateway.type]
        asked = " ".join(question.split())
        again = self._again(gateway) if kind == "one" and not asked else ()
        if again:
            return "", again
        lead = self._say.text(f"routine-{kind}-asked", question=asked) if asked else self._say.text(f"routine-{kind}")
        flows = self._index.outgoing(gateway.id)
        return lead, tuple(self._ways(gateway.id, flows, is_conditional=kind in ("one", "some")))

    def _again(self, gateway: Gateway) -> tuple[str, ...]:
        """Return what is said of a choice that asks nothing, and only leads back or on; empty for any other."""
        flows = self._index.outgoing(gateway.id)
        if len(flows) != 2 or any(_condition(flow) for flow in flows):
            return ()
        here = self._place.get(gateway.id, self._place.get(self._step_before(gateway.id), -1))
        ways = [self._followed(flow) for flow in flows]
        back = [way for way in ways if way.to is not None and self._place[way.to] <= here and not way.waits]
        if len(back) != 1 or back[0].to is None:
            return ()
        on = next(way for way in ways if way is not back[0])
        told = [self._say.text("routine-again", to=self._paragraphs.quoted(back[0].to))]
        if on.waits or on.to is None or on.to != self._paragraphs.follows(self._paragraphs.order[here]):
            told += self._way(gateway.id, on, self._say.text("routine-otherwise"))
        return tuple(told)

    def _ways(self, source: str, flows: Iterable[SequenceFlow], *, is_conditional: bool) -> Iterable[str]:
        for flow in flows:
            condition = _condition(flow) if is_conditional else ""
            if is_conditional and not condition and flow.default:
                condition = self._say.text("routine-otherwise")
            yield from self._way(source, self._followed(flow), condition)

    def _way(self, source: str, way: _Way, condition: str) -> Iterable[str]:
        if way.is_loop:
            return
        end = "if" if condition else "plain"
        params = {"condition": condition} if condition else {}
        if way.to is None:
            ends = "part-end" if self._index.nodes[source].parent in self._paragraphs.number else "end"
            if not self._ends_all(way.last):
                ends = "way-end"
            yield self._say.text(f"routine-{ends}-{end}", **params)
            return
        here = self._place.get(source, self._place.get(self._step_before(source), -1))
        goes = "back" if self._place[way.to] <= here else "go"
        to = self._paragraphs.quoted(way.to)
        waits = self._waited(way.waits, source)
        if waits:
            code = "when" if way.joins_all else "started"
            yield self._say.text(f"routine-{goes}-{end}-{code}", to=to, steps=waits, count=len(waits), **params)
        else:
            yield self._say.text(f"routine-{goes}-{end}", to=to, **params)

    def _step_before(self, gateway: str) -> str:
        return next((flow.source for flow in self._index.incoming(gateway)), "")

    def _followed(self, flow: SequenceFlow) -> _Way:
        """Return where a flow leads, joins and nameless ends passed over."""
        waits: list[SequenceFlow] = []
        joins_all, seen = True, set()
        while flow.target not in self._paragraphs.number:
            target = self._index.nodes.get(flow.target)
            onward = self._index.outgoing(flow.target)
            if target is None or flow.target in seen:
                return _Way(None, flow.target, is_loop=True)
            seen.add(flow.target)
            if isinstance(target, Gateway) and target.type in ("parallelGateway", "inclusiveGateway"):
                others = [each for each in self._index.incoming(target.id) if each.id != flow.id]
                waits += others
                joins_all = joins_all and target.type == "parallelGateway"
            if not onward:
                return _Way(None, flow.target, tuple(waits), joins_all)
            skip = self._paragraphs.skips.get(flow.target)
            flow = onward[0] if skip is None else skip.into
        return _Way(flow.target, "", tuple(waits), joins_all and not self._may_pass(waits))

    def _waited(self, flows: Iterable[SequenceFlow], source: str) -> list[str]:
        """Return the paragraphs that flows into a join come from, joins before it passed over, as they are cited."""
        found = [node for node in self._ends(flows) if node != source and node in self._paragraphs.number]
        return [self._paragraphs.quoted(node) for node in sorted(unique(found), key=self._place.__getitem__)]

    def _ends(self, flows: Iterable[SequenceFlow]) -> list[str]:
        found, seen = [], set()
        pending = [flow.source for flow in flows]
        for node in pending:  # grows while it is read
            if node in seen or self._paragraphs.is_split(node):
                continue
            seen.add(node)
            if isinstance(self._index.nodes.get(node), Gateway):
                pending += [flow.source for flow in self._index.incoming(node)]
            else:
                found.append(node)
        return found

    def _may_pass(self, flows: Iterable[SequenceFlow]) -> bool:
        """Tell whether what flows come from need not be done: a way round it leads to the join too."""
        seen: set[str] = set()
        pending = [flow.source for flow in flows]
        for node in pending:  # grows while it is read
            found = self._index.nodes.get(node)
            if node in seen or not isinstance(found, Gateway):
                continue
            seen.add(node)
            if self._paragraphs.is_split(node) or found.type != "parallelGateway":
                return True
            pending += [flow.source for flow in self._index.incoming(node)]
        return False


def _condition(flow: SequenceFlow) -> str:
    """Return what is said of a way: its name, else its condition."""
    return " ".join((flow.name or flow.condition).split())
