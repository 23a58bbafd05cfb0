"""From the tree of lines to the outline: what each line under a step means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from procmap.formats.routine import grammar
from procmap.formats.routine.items import Item
from procmap.formats.routine.lines import kind_of_marker, shown, told
from procmap.formats.routine.outline import Detail, Jump, Part, Split, Task, Way, walk
from procmap.formats.spreadsheet.columns import Column
from procmap.model import Finding
from procmap.model.findings import Severity


class Outliner:
    """Reads the items of a routine; `findings` tell of every line that was not understood as what it says."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._inherited = 0

    def outline(self, roots: list[Item]) -> list[Part]:
        """Return the parts of a routine in their order."""
        self._count(roots)
        parts = self._sequence(roots, "", top=True)
        if self._inherited:
            params: dict[str, str | int] = {"count": self._inherited}
            self.findings.append(Finding(code="routine-role-inherited", severity="note", params=params))
        return parts

    def _count(self, roots: list[Item]) -> None:
        """Tell where the numbers of the steps have a gap. Numbers that are all alike are counted as Markdown does."""
        sections: dict[int, list[Item]] = defaultdict(list)
        for root in roots:
            if kind_of_marker(root.marker) == "number 0":
                sections[root.section].append(root)
        before = 0
        for numbered in sections.values():
            if len(numbered) > 1 and len({root.marker for root in numbered}) == 1:
                for place, root in enumerate(numbered, 1):
                    root.number = str(place)
                continue
            for place, root in enumerate(numbered):
                number, expected = int(root.marker), before + 1
                if before and number != expected and not (place == 0 and number == 1):
                    self._tell("routine-numbering-gap", root, "info", number=number, expected=expected)
                before = number

    def _sequence(self, items: list[Item], around: str, *, top: bool = False) -> list[Part]:
        """Return items that follow each other as parts; `around` is the number of the item they lie under."""
        parts: list[Part] = []
        for item in _gathered(items):
            branch = grammar.branch(item.text)
            if branch is None:
                parts += self._step(item, around, first=top and _only_starts(parts))
                continue
            if top and branch.word == "if" and kind_of_marker(item.marker).startswith("number"):
                self._tell("routine-optional-step", item, "note")
                parts.append(Split("choice", number=_number(item, around), section=item.section))
            self._way(item, branch, parts, around)
        return parts

    def _step(self, item: Item, around: str, *, first: bool = False) -> list[Part]:
        """Return a step and what its own lines add; nothing for an item without text."""
        if not item.text:
            self._tell("routine-item-without-text", item, number=item.marker)
            self._leave_out(item.children)
            return []
        number = _number(item, around)
        name = grammar.start(item.text)
        if name is not None and not first:
            self._leave_out([item])
            return []
        if name is not None:
            task = Task(item.line, name, number=number, section=item.section, type="startEvent")
            return [task, *self._under(item.children, task, number or around)]
        name = grammar.stop(item.text)
        if name is not None:
            return self._end(item, name, number, around)
        leads_to = grammar.jump(item.text)
        if leads_to and (leads_to[0].isdigit() or not item.marker):
            self._leave_out(item.children)
            return self._leaving(item, leads_to)
        return self._task(item, item.text, number, around)

    def _end(self, item: Item, name: str, number: str, around: str) -> list[Part]:
        task = Task(item.line, name, number=number, section=item.section, type="endEvent")
        rest = self._under(item.children, task, number or around)
        if rest:
            self._tell("routine-after-end", item)
        return [task, *rest]

    def _leaving(self, item: Item, target: str) -> list[Part]:
        if grammar.is_end(target):
            return [Task(item.line, "", section=item.section, type="endEvent")]
        return [Jump(item.line, target, item.section)]

    def _task(self, item: Item, text: str, number: str, around: str, *, in_way: bool = False) -> list[Part]:
        """Return the step that `text` of an item says, what its lines add, and where it leads."""
        end = grammar.tail(text)
        role, label = grammar.role(end.text)
        task = Task(item.line, label, role, number, item.section)
        if role and grammar.prop(end.text) is not None:
            self._tell("routine-role-like-property", item, "note", role=role)
        under = self._under(item.children, task, number or around, steps_follow=in_way)
        for part in walk(under) if task.role else ():
            if isinstance(part, Task) and part.type == "task" and not part.role:
                part.role = task.role
                self._inherited += 1
        parts: list[Part] = [task, *under]
        if end.target:
            parts += self._leaving(item, end.target)
        elif end.stop:
            parts.append(Task(item.line, "", section=item.section, type="endEvent"))
        return parts

    def _under(self, children: list[Item], task: Task, around: str, *, steps_follow: bool = False) -> list[Part]:
        """Return what the lines under a step add after it; its properties and explanations go into `task`.

        A line that is no more than a text explains the step, or is one more step where `steps_follow` (in a branch).
        """
        parts: list[Part] = []
        for child in children:
            branch = grammar.branch(child.text)
            given = grammar.prop(child.text)
            if branch is not None:
                self._way(child, branch, parts, around)
            elif given is not None and given[0].key == "next" and given[1]:
                self._leave_out(child.children)
                parts += self._leaving(child, given[1])
            elif given is not None and (given[1] or child.children):
                self._detail(child, task, *given)
            elif grammar.jump(child.text) or grammar.stop(child.text) is not None:
                parts += self._step_or_jump(child, around)
            elif steps_follow or not child.text:
                parts += self._step(child, around)
            else:
                self._explain(child, task)
        return parts

    def _step_or_jump(self, item: Item, around: str) -> list[Part]:
        """Return a line that leaves the step above, whatever its marker."""
        leads_to = grammar.jump(item.text)
        if leads_to:
            self._leave_out(item.children)
            return self._leaving(item, leads_to)
        return self._step(item, around)

    def _detail(self, item: Item, task: Task, column: Column, value: str) -> None:
        if column.key == "role":
            if task.role:
                self._tell("routine-two-roles", item, role=task.role)
                self._leave_out(item.children)
                return
            task.role = value
        elif value:
            task.details.append(Detail(column, value, item.line))
        else:
            # A property whose values are a list of their own.
            task.details += (Detail(column, child.text, child.line) for child in item.children if child.text)
            under = [child for child in item.children if not child.text]
            under += (deeper for child in item.children if child.text for deeper in child.children)
            self._leave_out(under)
            return
        for child in item.children:
            self._explain(child, task)

    def _explain(self, item: Item, task: Task) -> None:
        """Keep a line, and all under it, as documentation of its step."""
        waiting = [item]
        while waiting:
            each = waiting.pop()
            if each.text:
                task.notes.append(each.text)
                if grammar.opens_condition(each.text):
                    self._tell("routine-condition-without-colon", each)
                else:
                    self._tell("routine-explanation", each, "note", step=shown(task.text))
            else:
                self._tell("routine-item-without-text", each, number=each.marker)
            waiting += reversed(each.children)

    def _way(self, item: Item, branch: grammar.Branch, parts: list[Part], around: str) -> None:
        """Add a branch to the split that `parts` end with, or to a new one."""
        kind = "parallel" if branch.word == "meanwhile" else "choice"
        split = parts[-1] if parts and isinstance(parts[-1], Split) and parts[-1].kind == kind else None
        closed = split is not None and any(way.otherwise for way in split.ways)
        content = self._content(item, branch, around)
        if branch.word == "else" and (split is None or closed):
            self._tell("routine-else-without-if", item)
            parts += content
            return
        if split is None or closed:
            split = Split("parallel" if kind == "parallel" else "choice", section=item.section)
            parts.append(split)
        split.ways.append(Way(item.line, branch.condition, branch.word == "else", content))

    def _content(self, item: Item, branch: grammar.Branch, around: str) -> list[Part]:
        """Return the steps of a branch: what follows its colon, and the lines under it."""
        number = _number(item, around)
        if not branch.rest:
            if not item.children:
                self._tell("routine-branch-without-step", item)
            return self._sequence(item.children, number or around)
        leads_to = grammar.jump(branch.rest)
        name = grammar.stop(branch.rest)
        if leads_to:
            self._leave_out(item.children)
            return self._leaving(item, leads_to)
        if name is not None:
            return self._end(item, name, number, around)
        return self._task(item, branch.rest, number, around, in_way=True)

    def _leave_out(self, items: list[Item]) -> None:
        """Tell that lines were not understood, with all that lies under them."""
        waiting = list(reversed(items))
        while waiting:
            each = waiting.pop()
            self._tell("routine-not-understood", each)
            waiting += reversed(each.children)

    def _tell(self, code: str, item: Item, severity: Severity = "warning", **params: str | int) -> None:
        self.findings.append(told(code, replace(item.line, text=item.text), severity, **params))


def _gathered(items: list[Item]) -> list[Item]:
    """Return items with those that belong to the one before them put under it.

    People write properties and branches below a step without indenting them; only a number makes such a line a step
    of its own.
    """
    gathered: list[Item] = []
    for item in items:
        unnumbered = kind_of_marker(item.marker) == "sign"
        if gathered and unnumbered and grammar.says_more(item.text):
            gathered[-1].children.append(item)
        else:
            gathered.append(item)
    return gathered


def _only_starts(parts: list[Part]) -> bool:
    return all(isinstance(part, Task) and part.type == "startEvent" for part in parts)


def _number(item: Item, around: str) -> str:
    """Return what jumps call an item: `3`, `3.1`, `3a`; empty for an item with a sign."""
    kind = kind_of_marker(item.marker)
    if kind == "sign" or not item.marker:
        return ""
    if kind == "number 0":
        number = item.number or str(int(item.marker))
        return f"{around}.{number}" if around else number
    return f"{around}{item.marker}" if kind == "letter" else item.marker
