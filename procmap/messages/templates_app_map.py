"""The English texts of the page on which steps are typed, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Whose process.
    "map-whose": "Whose process",
    "map-new": "A new process",
    "map-new-about": (
        "Say whose process it is; then type its steps, one after the other. If it is described in a file already, "
        "bring that in instead."
    ),
    "map-service": "Service",
    "map-organisation": "Organisation",
    "map-variant": "Variant",
    "map-begin": "Begin",
    # The list.
    "map-add-after": "New step after “{step}”",
    "map-add-last": "New step at the end",
    "map-add-role": "Who does it",
    "map-role-as-before": "as the step before",
    "map-add": "Add",
    "map-add-hint": (
        "Write what is done and press Enter; the next step is added after it. Alt with arrow up or down moves the "
        "step that is chosen."
    ),
    "map-steps": "{count} steps",
    "map-list-keys": "Arrow keys go from step to step, Enter chooses, Esc takes the choice away.",
    "map-list-next": "then: {steps}",
    "map-nothing-chosen": "Choose a step in the list or in the drawing to change it.",
    "map-unnamed": "{type}, without a name",
    # The step that is chosen.
    "map-up": "Up",
    "map-down": "Down",
    "map-remove": "Take away",
    "map-tab-facts": "What is done",
    "map-tab-split": "Split and put together",
    "map-tab-branch": "Ways part",
    "map-tab-back": "Way back",
    "map-tab-note": "Notes",
    "map-keep": "Keep",
    "map-label": "What is done",
    "map-role": "Who does it",
    "map-role-none": "nobody named",
    "map-kind": "Kind of step",
    "map-systems": "Systems",
    "map-documents-in": "Documents in",
    "map-documents-out": "Documents out",
    "map-legal-basis": "Legal basis",
    "map-deadline": "Deadline",
    "map-one-a-line": "one a line",
    "map-deadline-example": "for example: 3 weeks from the complete application",
    "map-next-steps": "Then: {steps}",
    "map-next-nothing": "Nothing follows.",
    "map-split": "The steps that it is to become",
    "map-split-do": "Split",
    "map-merge": "Steps to make one of with this one",
    "map-merge-do": "Put together",
    "map-branch-kind": "How the ways part",
    "map-branch-either-or": "either the one or the other",
    "map-branch-one-or-more": "one or more of them",
    "map-branch-together": "all at the same time",
    "map-branch-question": "The question that is asked there",
    "map-branch-ways": "The ways",
    "map-branch-ways-about": "One a line: when it is taken, a colon, its steps with semicolons between them.",
    "map-branch-example": "Yes: Ask the neighbours; Wait for answers",
    "map-branch-do": "Let the ways part",
    "map-back-to": "The work goes back to",
    "map-back-when": "When it goes back",
    "map-back-else": "When it goes on",
    "map-back-do": "Add the way back",
    "map-not-for-events": "This can be done with tasks and sub-processes only.",
    # Notes.
    "map-note": "Note on this step",
    "map-note-kind": "Kind of note",
    "map-note-add": "Add the note",
    "map-note-remove": "Take the note away",
    "map-note-note": "Remark",
    "map-note-problem": "Problem",
    "map-note-idea": "Idea",
    "map-note-none": "There are no notes on this step yet.",
    # What names people.
    "map-personal": "{place}: {warning}",
    "map-personal-more": "… and {count} more places",
}
SINGULAR: dict[str, str] = {
    "map-steps": "{count} step",
    "map-personal-more": "… and {count} more place",
}
