"""Which nodes of the common process are paragraphs of the routine, in which order, and by which number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from procmap.behaviour import FlowGraph, node_order
from procmap.formats.spreadsheet.words import TRIGGERS
from procmap.messages import Translator
from procmap.model import Event, FlowNode, Gateway, Index, Process, Step
from procmap.reports.harmonisation.skips import find_skips
from procmap.reports.harmonisation.values import Cited


class Paragraphs:
    """The paragraphs of a process: their order, numbers and titles.

    Every step is one, but a nameless start or end without a trigger. So is a gateway where ways part, unless it
    follows a single step: then it is told there (`told_at`: the gateway by the step). A gateway that only leads past
    something is told where that begins (`skips`).
    """

    def __init__(self, process: Process, say: Translator) -> None:
        self.index = Index(process)
        self.graph = FlowGraph(process)
        self._say = say
        order = node_order(process)
        self.skips = find_skips(self.index, order)
        self.told_at: dict[str, str] = {}
        for node in process.nodes:
            if self.is_split(node.id) and node.id not in self.skips:
                into = self.index.incoming(node.id)
                before = into[0].source if len(into) == 1 else ""
                is_alone = len(self.index.outgoing(before)) == 1 and not self.index.children(before)
                if is_alone and self._is_told_step(before):
                    self.told_at[before] = node.id
        self._told_elsewhere = frozenset(self.told_at.values())
        inside: dict[str | None, list[str]] = defaultdict(list)
        for node_id in order:
            found = self.index.nodes[node_id]
            if self._is_paragraph(found):
                inside[found.parent if found.parent in self.index.nodes else None].append(node_id)
        self.number: dict[str, str] = {}
        self.depth: dict[str, int] = {}
        self.order = tuple(self._numbered(inside))
        self._following = self._followed()

    def _followed(self) -> dict[str, str]:
        """Return what follows each paragraph, the paragraphs inside it passed over."""
        found: dict[str, str] = {}
        waiting: list[str] = []
        for node in self.order:
            while waiting and self.depth[waiting[-1]] >= self.depth[node]:
                found[waiting.pop()] = node
            waiting.append(node)
        return found

    def _numbered(self, inside: dict[str | None, list[str]]) -> Iterator[str]:
        """Yield the paragraphs as they stand below each other, those of a sub-process after it."""
        pending = [(node, str(place), 0) for place, node in reversed(list(enumerate(inside.pop(None, []), start=1)))]
        while pending:
            node, number, depth = pending.pop()
            self.number[node], self.depth[node] = number, depth
            yield node
            parts = list(enumerate(inside.pop(node, []), start=1))
            pending.extend((part, f"{number}.{place}", depth + 1) for place, part in reversed(parts))

    def is_split(self, node: str) -> bool:
        """Tell whether a node is a gateway where ways part."""
        return isinstance(self.index.nodes.get(node), Gateway) and len(self.index.outgoing(node)) > 1

    def follows(self, node: str) -> str | None:
        """Return the paragraph below another and below what is inside it; None at the end."""
        return self._following.get(node)

    def cited(self, node: str) -> Cited:
        """Return a paragraph as it is cited; other elements (a frame, a way) by their name."""
        if node in self.number:
            return Cited(number=self.number[node], title=self.title(node), element=node)
        element = self.index.elements.get(node)
        title = " ".join(element.name.split()) if element is not None else ""
        return Cited(number="", title=title or self._say.text("report-whole-process"), element=node)

    def quoted(self, node: str) -> str:
        """Return a paragraph as sentences cite it: its number, and its title between quotation marks."""
        cited = self.cited(node)
        return f"{cited.number} {self._say.quoted(cited.title)}" if cited.number else cited.title

    def title(self, node: str) -> str:
        """Return what a paragraph is called: its label, else what kind of element it is."""
        found = self.index.nodes[node]
        name = " ".join(found.name.split())
        if name:
            return name
        if isinstance(found, Gateway):
            return self._say.text("routine-parallel" if found.type == "parallelGateway" else "routine-choice")
        kind = str(getattr(found, "type", ""))
        triggers = found.triggers if isinstance(found, Event) else ()
        words = self._say.word("element", kind)
        return f"{words} ({TRIGGERS.word(triggers[0].type, self._say.language)})" if triggers else words

    def _is_paragraph(self, node: FlowNode) -> bool:
        if isinstance(node, Gateway):
            return self.is_split(node.id) and node.id not in self._told_elsewhere and node.id not in self.skips
        return self._is_told_step(node.id)

    def _is_told_step(self, node_id: str) -> bool:
        node = self.index.nodes.get(node_id)
        if isinstance(node, Event) and node.type in ("startEvent", "endEvent"):
            return bool(node.name.strip() or node.triggers or self.index.attached_to(node.id))
        return isinstance(node, Step)
