"""Gateways of an overlay that ask one question: that of one organisation, with its own answers at the ways on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from procmap.language import normalise
from procmap.model import Element, Gateway, Node, Origin, Process, SequenceFlow

_Who = tuple[str, str]


def one_question(process: Process) -> Process:
    """Return an overlay in which the name of each gateway and the names of its ways on are of the same organisations.

    One asks whether all is there, another whether anything is missing, and `yes` leads elsewhere: names that are each
    the most common would tell an untruth together. The question is that of the organisation that names most ways on,
    of these the one that most others ask too. A way that nobody goes who asks so has its own question before its name.
    """
    out: dict[str, list[SequenceFlow]] = defaultdict(list)
    for flow in process.flows:
        out[flow.source].append(flow)
    names: dict[str, str] = {}
    for node in process.nodes:
        if isinstance(node, Gateway) and len(_asked(node)) > 1:
            names.update(_names(node, out[node.id]))
    nodes: tuple[Node, ...] = tuple(node.replace(name=names.get(node.id, node.name)) for node in process.nodes)
    flows = tuple(flow.replace(name=names.get(flow.id, flow.name)) for flow in process.flows)
    return process.replace(nodes=nodes, flows=flows)


def _names(node: Gateway, ways: list[SequenceFlow]) -> Iterator[tuple[str, str]]:
    """Yield the name of a gateway and those of its ways on, by their ids."""
    answers = [{_who(origin): origin.label for origin in way.origins if origin.label.strip()} for way in ways]
    questions = [normalise(origin.label) for origin in node.origins]

    def worth(origin: Origin) -> tuple[int, int]:
        named = sum(_who(origin) in told for told in answers)
        return named, questions.count(normalise(origin.label))

    chosen = max((origin for origin in node.origins if origin.label.strip()), key=worth)
    yield node.id, chosen.label
    own = [_who(origin) for origin in node.origins if normalise(origin.label) == normalise(chosen.label)]
    questions_of = {_who(origin): origin.label for origin in node.origins}
    for way, told in zip(ways, answers, strict=True):
        answer = next((told[who] for who in (_who(chosen), *own) if who in told), "")
        other = next((f"{questions_of.get(who, '')} {answer}" for who, answer in told.items()), "")
        yield way.id, answer or " ".join(other.split())


def _asked(element: Element) -> set[str]:
    return {normalise(origin.label) for origin in element.origins if origin.label.strip()}


def _who(origin: Origin) -> _Who:
    return origin.organisation, origin.variant
