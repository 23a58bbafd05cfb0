"""The English sentences of routines: what of a text or a Word file was not understood, and what to write instead."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "format-routine": "a routine in plain text",
    "format-word": "a routine in Word",
    # Files that cannot be used.
    "routine-not-text": (
        "{source}: this is no text that people can read. Save the routine as plain text (.txt), or give the Word file "
        "itself."
    ),
    "routine-no-steps": (
        "{source}: no steps were found. Write the routine as a numbered list with one step an item, for example "
        '"1. Case officer: Register the application", or as a table with the heading "Step".'
    ),
    "word-broken": (
        "{source}: the Word file is damaged ({detail}). Open it in Word, let Word repair it, and save it again."
    ),
    # Lines.
    "routine-not-understood": (
        'Line {line} was not understood and is not in the process: "{text}". Write it as an item of the list if it '
        "is a step, or leave it, if it only explains."
    ),
    "routine-explanation": (
        'Line {line} was read as an explanation of the step "{step}": "{text}". Give it a number of its own if it '
        "is a step."
    ),
    "routine-heading": 'Line {line} is a heading inside the routine, and is not in the process: "{text}".',
    "routine-two-titles": (
        'Line {line} looks like a second title: "{text}". It is not in the process, which is called "{title}": put '
        "each process in a file of its own."
    ),
    "routine-item-without-text": "Line {line} is an item of the list without a text. Write what is done there.",
    "routine-two-roles": (
        'Line {line} gives a second role: "{text}". The step keeps the role "{role}": make one step for each role, or '
        "name only the one who does it."
    ),
    "routine-role-like-property": (
        'Line {line} is a numbered step, and "{role}" before its colon was read as the role: "{text}". Put it under '
        "the step before it, without a number, if it only tells about that step."
    ),
    "routine-said-twice": (
        'Line {line} says again what was said above, and was not read: "{text}". Keep the one that is right.'
    ),
    "routine-encoding": (
        "The file is not UTF-8, and was read as Windows-1252. Check the letters æ, ø and å in the names."
    ),
    "routine-role-inherited": (
        "{count} steps that lie under another step name no role, and got the role of that step. Write the role before "
        "a colon where somebody else does them."
    ),
    # Order.
    "routine-numbering-gap": "Line {line} has the number {number}, where {expected} would come next.",
    "routine-optional-step": (
        'Line {line} begins with a condition, and was read as a step that is done only then: "{text}". Write the '
        "condition under the step before it if it chooses between several ways."
    ),
    "routine-branch-without-step": (
        'Line {line} has a condition and nothing that is done: "{text}". It was read as going on with the next step: '
        "write the step after the colon, or where to go on."
    ),
    "routine-condition-without-colon": (
        'Line {line} begins with a condition, but has no colon that ends it: "{text}". Write the colon between the '
        "condition and what is done then."
    ),
    "routine-else-without-if": (
        'Line {line} says what is done otherwise, with no condition before it: "{text}". It was read as done every '
        "time: write the condition in the line above."
    ),
    "routine-no-else": (
        "The choice in line {line} has {conditions} conditions and does not say what is done when none holds. Add a "
        "line for that, if it can happen."
    ),
    "routine-parallel-alone": (
        'Line {line} is done at the same time as nothing else, and was read as a step of its own: "{text}". Mark all '
        "the lines that are done at the same time."
    ),
    "routine-jump-to-nothing": (
        'Line {line} leads to "{target}", and no step has that number or text: "{text}". It was read as going on '
        "with the next step: correct the number."
    ),
    "routine-jump-to-several": (
        'Line {line} leads to "{target}", and {steps} steps are called so: "{text}". It was read as going on with the '
        "next step: give each step a number of its own."
    ),
    "routine-jump-out-of-parallel": (
        'Line {line} leaves a part that is done at the same time as another: "{text}". What is done then with the '
        "other part is not said: write the jump after both are done."
    ),
    "routine-after-end": (
        'Line {line} ends the process, and what lies under it can never be reached: "{text}". Move it before the end.'
    ),
    "routine-unreachable": (
        'Nothing leads to the step "{step}": what stands before it always goes elsewhere. Correct the numbers in the '
        "lines before it."
    ),
    # Tables.
    "routine-other-table": (
        'The table at line {line} has no heading of steps, and its row {row} is not in the process: "{text}". Give the '
        'column of steps the heading "Step".'
    ),
    "routine-list-beside-table": (
        'Line {line} is an item of a list beside the table of steps, and is not in the process: "{text}". Write it '
        "as a row of the table, if it is a step."
    ),
    # Word.
    "word-deleted": (
        'Line {line} has text that a tracked change deletes, and it was not read: "{text}". Accept or reject the '
        "changes in Word."
    ),
    "word-hidden": 'Line {line} has hidden text, which was not read: "{text}". Show it in Word, if it belongs there.',
    "word-text-box": (
        'Line {line} has a text box, which was not read: "{text}". Move its text into the routine itself, if it is '
        "a step."
    ),
    "word-picture": (
        "{count} pictures or embedded objects were not read. Write what they show as text, if it matters to the steps."
    ),
    "word-header": 'The header was not read: "{text}".',
    "word-footer": 'The footer was not read: "{text}".',
    "word-footnotes": (
        'Footnotes or endnotes were not read: "{text}". Write what matters to the steps into the routine itself.'
    ),
    "word-comments": ('Comments were not read: "{text}". Write what matters to the steps into the routine itself.'),
    "word-contents": 'Line {line} is of a table of contents, and was not read: "{text}".',
    "word-nested-table": (
        'Line {line} has a table inside a table, which was not read: "{text}". Write its content as lines of the '
        "cell, or as rows of the outer table."
    ),
    "word-merged-cell": "{count} cells that span several rows were read as the same in each of them.",
    "word-other-file": (
        "{count} parts of the document lie in other files and were not fetched. Copy their text into the document."
    ),
    "word-macros": "The file has macros, which were neither read nor run.",
    "word-field": "{count} fields were read as the text that they last showed. Update them in Word, if they are old.",
}

SINGULAR: dict[str, str] = {
    "routine-role-inherited": (
        "{count} step that lies under another step names no role, and got the role of that step. Write the role "
        "before a colon where somebody else does it."
    ),
    "word-picture": (
        "{count} picture or embedded object was not read. Write what it shows as text, if it matters to the steps."
    ),
    "word-merged-cell": "{count} cell that spans several rows was read as the same in each of them.",
    "word-other-file": (
        "{count} part of the document lies in another file and was not fetched. Copy its text into the document."
    ),
    "word-field": "{count} field was read as the text that it last showed. Update it in Word, if it is old.",
}
