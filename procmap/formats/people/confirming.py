"""Confirmations as lines of a sheet: one for each step, steps of the same group beside each other.

In a group the steps marked `same` or `whole` are one step, a `part` is done inside the `whole`, and one marked `apart`
is not the same as any other of the group. A step that is `alone` has no counterpart. A line without an answer says
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from procmap.formats.measure_texts import Language
from procmap.formats.people.cells import word_cell
from procmap.formats.people.columns import ANSWERS, CONFIRMATIONS
from procmap.formats.people.lines import Line, lines_of, reference_cells, reference_of
from procmap.model import Confirmations, StepReference
from procmap.model.decisions import Part


def confirmations_of(source: bytes, name: str) -> Confirmations:
    """Return what people confirmed in a workbook.

    Raises BadInput when it cannot be read, or a line does not fit: the error says which cell, and what to do.
    """
    lines = lines_of(source, name, (CONFIRMATIONS,))[CONFIRMATIONS.key]
    groups: dict[tuple[str, int], list[tuple[Line, str]]] = {}
    for line in lines:
        answer = line.word("answer", ANSWERS) if line["answer"] else ""
        if answer and not (line["step"] or line["id"]):
            raise line.error("people-no-step", "step")
        if answer and not line["group"] and answer != "alone":
            raise line.error("people-no-group", "group")
        key = (line["group"], 0 if line["group"] else line.number)
        groups.setdefault(key, []).append((line, answer))
    same: list[tuple[StepReference, ...]] = []
    part_of: list[Part] = []
    apart: list[tuple[StepReference, StepReference]] = []
    alone: list[StepReference] = []
    for group in groups.values():
        _read_together(group, same, part_of)
        for (one, said), (other, also_said) in combinations(group, 2):
            if "apart" in (said, also_said):
                apart.append((reference_of(one), reference_of(other)))
        alone.extend(reference_of(line) for line, answer in group if answer == "alone")
    return Confirmations(same=tuple(same), part_of=tuple(part_of), apart=tuple(apart), alone=tuple(alone))


def _read_together(
    group: Sequence[tuple[Line, str]], same: list[tuple[StepReference, ...]], part_of: list[Part]
) -> None:
    together = [line for line, answer in group if answer in ("same", "whole")]
    wholes = [line for line, answer in group if answer == "whole"]
    parts = [line for line, answer in group if answer == "part"]
    lonely = len(together) == 1 and not wholes
    if lonely and not all(answer for _, answer in group):
        raise together[0].error("people-same-as-nothing", "answer", group=together[0]["group"])
    if (parts or wholes) and (len(wholes) != 1 or not parts):
        raise (parts or wholes)[0].error("people-part-of-what", "answer", group=(parts or wholes)[0]["group"])
    if len(together) > 1 or (lonely and len(group) == 1):
        same.append(tuple(map(reference_of, together)))
    part_of.extend(Part(part=reference_of(part), whole=reference_of(wholes[0])) for part in parts)


def confirmation_lines(confirmations: Confirmations, language: Language) -> list[dict[str, str]]:
    """Return confirmations as lines: what each says is a group of its own. Raises BadInput when a text is too long."""
    lines: list[dict[str, str]] = []
    said: Iterable[tuple[tuple[str, StepReference], ...]] = (
        *(tuple(("same", step) for step in together) for together in confirmations.same),
        *((("part", entry.part), ("whole", entry.whole)) for entry in confirmations.part_of),
        *((("apart", one), ("apart", other)) for one, other in confirmations.apart),
        *((("alone", step),) for step in confirmations.alone),
    )
    for number, entries in enumerate(said, start=1):
        lines += [confirmation_line(str(number), answer, step, language) for answer, step in entries]
    return lines


def confirmation_line(
    group: str, answer: str, step: StepReference, language: Language, more: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Return a line on a step; without an `answer` one that waits for it. `more`: cells that are not read back."""
    word = word_cell(answer, ANSWERS, language) if answer else ""
    return {"group": group, "answer": word, **reference_cells(step), **(more or {})}
