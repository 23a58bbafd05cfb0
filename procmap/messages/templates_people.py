"""The English texts of the sheets that people fill in: what their columns are for, and what does not fit in them."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # What the columns are for.
    "fill-in-group": (
        "Steps of the same group belong together. To merge rows give their steps the same group, to split a row give "
        "some of its steps another one. Any number or word will do."
    ),
    "fill-in-answer": (
        "What is right, step by step. same: it is the same as the others of its group that are marked so. not the "
        "same: it is none of them. part and whole: the one is done inside the other. only here: nobody else has it. "
        "Empty: not answered yet."
    ),
    "fill-in-choice": (
        "The answer, from the list. An empty cell leaves the question open. docs/people.md says what each answer means "
        "and which columns it needs."
    ),
    "fill-in-to": "For move: the number of a step on the sheet of steps.",
    "fill-in-dissent": "Who does not agree, and why: Organisation: why; Organisation: why.",
    "fill-in-steps": "Numbers of steps on the sheet of steps, with ; between.",
    # What does not fit.
    "people-sheet-missing": (
        '{source}: there is no sheet with the columns of "{sheet}" ({columns}). Take the workbook that procmap wrote, '
        "and leave its headings as they are."
    ),
    "people-word-unknown": (
        '{source}, sheet "{sheet}", cell {cell}: "{word}" is none of the words that can stand here. Write one of '
        "{known}."
    ),
    "people-no-step": (
        '{source}, sheet "{sheet}", cell {cell}: there is an answer on this line and no step. Write the step and its '
        "organisation, or empty the line."
    ),
    "people-no-group": (
        '{source}, sheet "{sheet}", cell {cell}: there is an answer and no group. Give the steps that belong together '
        "the same group."
    ),
    "people-same-as-nothing": (
        '{source}, sheet "{sheet}", cell {cell}: this is the only step of group {group} that is marked as the same. '
        "Mark the steps that it is the same as, or empty the cell."
    ),
    "people-part-of-what": (
        '{source}, sheet "{sheet}", cell {cell}: group {group} needs at least one part and exactly one whole. Mark '
        "both, or give the steps another group."
    ),
    "people-number-twice": (
        '{source}, sheet "{sheet}", cell {cell}: two steps have the number {number}. Give one of them a number of its '
        "own."
    ),
    "people-step-unknown": (
        '{source}, sheet "{sheet}", cell {cell}: no step has the number "{number}". Write numbers from the sheet of '
        "steps, with ; between."
    ),
    "people-one-step": (
        '{source}, sheet "{sheet}", cell {cell}: there are several steps where only one can stand. Leave the right one.'
    ),
    "people-no-choice": (
        '{source}, sheet "{sheet}", cell {cell}: the column "{column}" of this line is filled in, and there is no '
        "answer. Choose an answer, or empty that column."
    ),
    "people-no-id": (
        '{source}, sheet "{sheet}", cell {cell}: the decision on this line has no id. Give it one that no other has.'
    ),
    "people-cell-long": (
        'The text "{text}" and so on is too long for a cell, which holds {limit} characters. Write a JSON file instead.'
    ),
}
