"""What the jumps of a routine lead to, and what an outline says that cannot be drawn as it stands."""

from __future__ import annotations

from collections import defaultdict

from procmap.formats.routine.lines import shown, told
from procmap.formats.routine.outline import Jump, Part, Split, Task, walk
from procmap.formats.routine.words import plain
from procmap.model import Finding


class Targets:
    """The items of an outline by number and by text. Numbers count within their section first."""

    def __init__(self, outline: list[Part]) -> None:
        self.findings: list[Finding] = []
        self._numbers: dict[str, list[Task | Split]] = defaultdict(list)
        self._texts: dict[str, list[Task | Split]] = defaultdict(list)
        self._found: dict[int, Task | Split] = {}
        jumps: list[Jump] = []
        for part in walk(outline):
            if isinstance(part, Jump):
                jumps.append(part)
                continue
            if part.number:
                self._numbers[part.number.casefold()].append(part)
            if isinstance(part, Task) and plain(part.text):
                self._texts[plain(part.text)].append(part)
        for jump in jumps:
            self._resolve(jump)
        self._cited = {id(part) for part in self._found.values()}

    def of(self, jump: Jump) -> Task | Split | None:
        """Return the item that a jump leads to; None when it names nothing, or several."""
        return self._found.get(id(jump))

    def is_cited(self, part: Part) -> bool:
        """Tell whether a jump leads to a part."""
        return id(part) in self._cited

    def _resolve(self, jump: Jump) -> None:
        target = jump.target.casefold()
        found = self._numbers.get(target) or self._texts.get(plain(target)) or []
        # An optional step and the choice before it share a number: what comes first is meant.
        near = [part for part in found if part.section == jump.section] or found
        if near and (len(near) == 1 or isinstance(near[0], Split)):
            self._found[id(jump)] = near[0]
        elif near:
            self.findings.append(told("routine-jump-to-several", jump.line, target=shown(jump.target), steps=len(near)))
        else:
            self.findings.append(told("routine-jump-to-nothing", jump.line, target=shown(jump.target)))


def settled(parts: list[Part]) -> tuple[list[Part], tuple[Finding, ...]]:
    """Return an outline without splits of one parallel way, and findings for what is left open."""
    findings: list[Finding] = []
    parts = _settled(parts, findings)
    for part in walk(parts):
        if isinstance(part, Split) and part.kind == "parallel":
            for way in part.ways:
                jumps = [inner for inner in walk(way.parts) if isinstance(inner, Jump)]
                findings += (told("routine-jump-out-of-parallel", jump.line) for jump in jumps)
    return parts, tuple(findings)


def _settled(parts: list[Part], findings: list[Finding]) -> list[Part]:
    """Return parts with each lone parallel way in the place of its split. Depth is that of items, at most a dozen."""
    found: list[Part] = []
    for part in parts:
        if isinstance(part, Split):
            for way in part.ways:
                way.parts = _settled(way.parts, findings)
            if part.kind == "parallel" and len(part.ways) == 1:
                findings.append(told("routine-parallel-alone", part.ways[0].line, "note"))
                found += part.ways[0].parts
                continue
        found.append(part)
    return found
