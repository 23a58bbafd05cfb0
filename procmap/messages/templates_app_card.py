"""The English texts of what people write on the card of a row: causes and notes, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "card-causes": "Why we do it differently",
    "card-cause-kind": "Cause",
    "card-cause-law": "Law",
    "card-cause-size": "Size",
    "card-cause-system": "System",
    "card-cause-habit": "Habit",
    "card-cause-other": "Other",
    "card-whose": "In whose words",
    "card-whose-nobody": "Nobody's in particular",
    "card-text": "In words",
    "card-add-cause": "Add a cause",
    "card-notes": "Problems and ideas",
    "card-note-kind": "What it is",
    "card-note-problem": "Problem",
    "card-note-idea": "Idea",
    "card-note-note": "Note",
    "card-add-note": "Add a problem or an idea",
    "card-keep": "Keep",
    "card-remove": "Take away",
    "card-said": "{kind}, {whose}: {text}",
    "card-said-plain": "{kind}: {text}",
    "card-lost": "Written on steps that are not there any more ({count})",
    "card-picture-rows": "Choose a step to open the card of its row.",
}
