"""The English texts of pictures of several organisations, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Headings.
    "picture-side-by-side": "{name}: side by side",
    "picture-overlay": "{name}: on top of each other",
    "picture-overlay-at-least": "{name}: what {k} organisations or more have",
    "picture-common": "{name}: the common process, and what it changes",
    # What is to be seen, for those who do not see it.
    "picture-about-side-by-side": (
        "One band for each of {parties:list}. Columns are the {count} rows of the comparison in common order: the same "
        "step stands under the same step."
    ),
    "picture-about-overlay": (
        "The processes of {parties:list} as one drawing: {count} symbols and arrows, each with the letters of those "
        "who have it."
    ),
    "picture-about-common": (
        "The common process of {parties:list}, {count} steps. Below each step stands what is new there, and for whom."
    ),
    # Legends.
    "legend-gap": "no such step here",
    "legend-message-to": "message sent, to whom",
    "legend-message-of": "message received, from whom",
    "legend-reference": "reference",
    "legend-inside": "its steps are in the band below",
    "legend-split": "several steps here, one there",
    "legend-all": "all have it",
    "legend-some": "some have it: a stroke for each",
    "legend-alone": "one has it alone",
    "legend-new": "new for",
    "legend-gone": "gone, decided",
    "legend-moved": "another role for",
    "legend-worded": "other words today",
    "legend-open": "not decided yet",
    "legend-local": "for some only",
    "picture-message-to": "message to {parties:list}",
    "picture-message-of": "message from {parties:list}",
    "picture-new-for": "new for {parties:list}",
    "picture-moved-for": "another role for {parties:list}",
    "picture-worded-for": "other words today at {parties:list}",
    "picture-open-for": "not decided: today at {parties:list}",
    "picture-local-for": "only for {parties:list}",
    "picture-gone-for": "gone for {parties:list}",
    # Where pictures stand in a page.
    "heading-pictures": "Pictures",
    "pictures-about": "The same steps as in the matrix, with the same numbers and letters. Choose one to see it.",
    "pictures-side-by-side": "Side by side",
    "pictures-overlay": "On top of each other",
    "pictures-keys": "Keyboard: Enter goes into the picture, Tab from step to step in the order of the rows, "
    "Enter opens the card of a step, Esc leads back.",
    "pictures-fit": "Show the whole width",
    "pictures-at-least": "In at least so many organisations",
    "pictures-at-least-of": "{k} of {of}",
    "pictures-too-large": (
        "These processes have {steps} steps: too many for pictures in a page. Draw them with: procmap draw --as "
        "side-by-side."
    ),
    "section-picture": "The common process as a picture",
    "section-picture-about": "The flow, with what is new, moved, called otherwise or not decided, and for whom.",
    # What was drawn.
    "drawn-rows": "{target}: {parties:list}, {count} rows",
    # Refusals.
    "draw-needs-as": (
        "{files} processes do not make one picture by themselves. Say --as side-by-side or --as overlay, or give one "
        "file."
    ),
    "draw-too-many-steps": (
        "These processes have {steps:number} steps, and one picture has at most {most:number}: more cannot be read. "
        "Draw them one by one (procmap draw FILE), give fewer files, or compare them as tables (procmap compare)."
    ),
    "draw-at-least-too-many": (
        "--at-least {at_least} leaves nothing. Organisations that count: {of}. Give a number from 1 to {of}."
    ),
    "draw-option-needs-as": "{option} is only for pictures of several organisations. Say --as {how}, or leave it out.",
}

SINGULAR: dict[str, str] = {
    "picture-about-side-by-side": (
        "One band for each of {parties:list}. The column is the {count} row of the comparison: the same step stands "
        "under the same step."
    ),
    "picture-about-overlay": (
        "The processes of {parties:list} as one drawing: {count} symbol or arrow, with the letters of those who have "
        "it."
    ),
    "picture-about-common": (
        "The common process of {parties:list}, {count} step. Below it stands what is new there, and for whom."
    ),
    "drawn-rows": "{target}: {parties:list}, {count} row",
}
