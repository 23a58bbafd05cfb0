"""Reading the lines that stand in documentation back into the model, where they were edited or all that is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from procmap.formats import measure_texts
from procmap.formats.bpmn.mirror import Pairs, lines_of_pairs
from procmap.formats.bpmn.readable import WORDS, Block, Line, changed_keys, checksum, lines_of, part, shown, texts, told
from procmap.formats.label_ids import LabelIds
from procmap.formats.service_levels import level_in
from procmap.model import Activity, AttachedValue, Control, Event, Finding, Process, RecordRule, Risk, RosaAssessment
from procmap.model.elements import NO_DETAILS, StepDetails

_MANY = {
    "system": "systems",
    "documents_in": "documents_in",
    "documents_out": "documents_out",
    "legal_basis": "legal_basis",
}
_ONE: dict[str, Callable[[str], object]] = {
    "work_time": measure_texts.duration,
    "lead_time": measure_texts.duration,
    "deadline": measure_texts.deadline,
    "cost": measure_texts.cost,
    "channel": str,
}
_NEW: dict[str, type[Control] | type[Risk] | type[RecordRule]] = {
    "control": Control,
    "risk": Risk,
    "record": RecordRule,
}


def adopt(process: Process, mirrored: Mapping[str, Pairs]) -> tuple[Process, tuple[Finding, ...]]:
    """Return a process without the blocks in its documentation, and with what only they say.

    `mirrored`: the properties by element id that say the same for another tool, looked at where nothing else is left.

    A block that was edited counts where the extension elements are as they were when it was written. Where they are
    gone, the block counts whole. Where both were edited, the extension elements count, and that is told.
    """
    adopting = _Adopting(process, mirrored)
    return adopting.result(), tuple(adopting.findings)


class _Adopting:
    """One process, whose attached values change while its steps are gone through."""

    def __init__(self, process: Process, mirrored: Mapping[str, Pairs]) -> None:
        self._process = process
        self._mirrored = mirrored
        self._attached = {(value.kind, value.id): value for value in process.attached}
        self._doubled = len(self._attached) != len(process.attached)
        self.findings: list[Finding] = []

    def result(self) -> Process:
        """Return the process."""
        nodes = tuple(
            self._step(node)
            if isinstance(node, Activity | Event) and (node.documentation or node.id in self._mirrored)
            else node
            for node in self._process.nodes
        )
        if all(one is other for one, other in zip(nodes, self._process.nodes, strict=True)):
            return self._process
        attached = self._process.attached if self._doubled else tuple(self._attached.values())
        return self._process.replace(nodes=nodes, attached=attached)

    def _here(self, step: str) -> list[AttachedValue]:
        return [value for value in self._attached.values() if step in value.on]

    def _is_bare(self, step: Activity | Event) -> bool:
        return step.details == NO_DETAILS and not self._here(step.id)

    def _step(self, step: Activity | Event) -> Activity | Event:
        documentation, block = part(step.documentation)
        if block is None:
            lines = lines_of_pairs(self._mirrored.get(step.id, ()))
            if not lines or not self._is_bare(step):
                return step
            block = Block("en", lines, False, "", ())
        step = step.replace(documentation=documentation)
        known = lines_of(step, self._here(step.id), block.language)
        keys = self._wanted(step, block, known)
        return self._taken(step, block, keys) if keys else step

    def _wanted(self, step: Activity | Event, block: Block, known: Sequence[Line]) -> list[str]:
        """Return what is to be taken from a block, and tell it."""
        changed = changed_keys(known, block.lines)
        if not block.untouched:
            for line in block.unknown:
                self._tell("block-unreadable", step, line=line[:80])
            if block.unknown:  # what lines became unreadable is not known: nothing is taken to be deleted
                changed = [key for key in changed if any(texts(block.lines, key))]
        gone = self._is_bare(step)
        only_block = checksum(known, block.language) == block.checksum
        if not changed or (block.untouched and only_block):
            return []
        words = ", ".join(WORDS[key][block.language] for key in changed)
        if gone:
            self._tell("block-restored", step, fields=words)
        elif only_block:
            self._tell("block-taken", step, fields=words)
        elif block.untouched:
            missing = [key for key in changed if not any(texts(known, key))]
            if missing:
                words = ", ".join(WORDS[key][block.language] for key in missing)
                self._tell("block-restored", step, fields=words)
            return missing
        else:
            self._tell("block-conflict", step, fields=words)
            return []
        return changed

    def _taken(self, step: Activity | Event, block: Block, keys: Iterable[str]) -> Activity | Event:
        details = step.details
        for key in keys:
            wanted = list(texts(block.lines, key))
            if key in _MANY:
                field = _MANY[key]
                exact = {shown(text): text for text in getattr(details, field)}
                details = details.replace(**{field: tuple(exact.get(text, text) for text in wanted)})
            elif key in _ONE:
                details = self._single(step, details, key, wanted)
            elif key == "rosa":
                self._rosa(step, wanted)
            else:
                self._listed(step, key, wanted)
        return step.replace(details=details)

    def _single(self, step: Activity | Event, details: StepDetails, key: str, wanted: list[str]) -> StepDetails:
        if not wanted:
            return details.replace(**{key: StepDetails.model_fields[key].default})
        value = _ONE[key](wanted[0])
        for line in wanted[1:] if value is not None else wanted:
            self._tell("block-unreadable", step, line=line[:80])
        return details if value is None else details.replace(**{key: value})

    def _rosa(self, step: Activity | Event, wanted: list[str]) -> None:
        here = [value for value in self._here(step.id) if isinstance(value, RosaAssessment)]
        read = {text: level_in(text) for text in wanted}
        levels = [level for text in wanted if (level := read[text]) is not None]
        for line in (text for text in wanted if read[text] is None):
            self._tell("block-unreadable", step, line=line[:80])
        if wanted and not levels:
            return
        told_here = [value for value in here if value.level is not None]
        for place, value in enumerate(told_here):
            if place < len(levels):
                self._put(value.replace(level=levels[place]))
            else:
                self._detach(step, value)
        for level in levels[len(told_here) :]:
            self._put(RosaAssessment(id=self._new_id("rosa", step.name), level=level, on=(step.id,)))

    def _listed(self, step: Activity | Event, kind: str, wanted: list[str]) -> None:
        here = {value.id: value for value in self._here(step.id) if value.kind == kind}
        kept: set[str] = set()
        for text in wanted:
            found = self._cited(kind, text)
            if found is None:
                made = _NEW[kind](id=self._new_id(kind, text), name=text, on=(step.id,))
                self._put(made)
                kept.add(made.id)
                continue
            named = text in (told(found), shown(found.name))
            name = found.name if named else text[len(found.id) :].strip()
            on = found.on if step.id in found.on else (*found.on, step.id)
            self._put(found.replace(name=name, on=on))
            kept.add(found.id)
        for value in here.values():
            if value.id not in kept:
                self._detach(step, value)

    def _cited(self, kind: str, text: str) -> AttachedValue | None:
        """Return the value of a kind that a text is the name of, or begins with the id of (the longest such id)."""
        fitting = [
            value
            for (its_kind, its_id), value in self._attached.items()
            if its_kind == kind and (text in (its_id, told(value), shown(value.name)) or text.startswith(f"{its_id} "))
        ]
        return max(fitting, key=lambda value: len(value.id), default=None)

    def _put(self, value: AttachedValue) -> None:
        self._attached[value.kind, value.id] = value

    def _detach(self, step: Activity | Event, value: AttachedValue) -> None:
        self._put(value.replace(on=tuple(each for each in value.on if each != step.id)))
        self._tell("block-detached", step, value=value.name or value.id)

    def _new_id(self, kind: str, name: str) -> str:
        taken = [value_id for its_kind, value_id in self._attached if its_kind == kind]
        return LabelIds(taken).new(f"{kind} {name}")

    def _tell(self, code: str, step: Activity | Event, **params: str) -> None:
        named = {"name": step.name or step.id, **params}
        self.findings.append(Finding(code=code, elements=(step.id,), params=named))
