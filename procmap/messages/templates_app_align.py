"""The English texts of the page Align, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "align-title": "{service}: which steps belong together",
    "align-progress": "{confirmed} of {count} rows confirmed",
    "align-confirm-sure": "Confirm the {count} that are sure",
    "align-state-confirmed": "confirmed",
    "align-state-conflict": "contradiction: settle it",
    "align-state-sure": "proposed, sure",
    "align-state-likely": "proposed, likely",
    "align-state-unsure": "proposed, unsure",
    "align-state-sure-alone": "only here, sure",
    "align-state-likely-alone": "only here, likely",
    "align-state-unsure-alone": "only here, unsure",
    "align-by-itself": "joined by itself",
    "align-by-itself-about": (
        "Nobody has put these here, they joined by themselves: {labels}. Confirm the row, or split them off."
    ),
    "align-changed": "{count} steps changed place by themselves because of that: {steps}. Look whether it is right.",
    "align-reference": "{name} (reference, counts in no majority)",
    "align-doubts": "Look at this too ({count})",
    "align-to-row": "To row {number} {title}",
    "align-confirm": "Confirm: these are the same",
    "align-confirm-alone": "Confirm: it stands alone",
    "align-take-back": "Take back what was said",
    "align-part": "Steps",
    "align-split": "Split off",
    "align-split-about": "The steps that are ticked get a row of their own, and stay apart from the others here.",
    "align-alone": "Only here",
    "align-alone-about": "The step that is ticked belongs with no step of the others.",
    "align-join": "One row with another",
    "align-join-with": "Another row",
    "align-join-choose": "Choose a row",
    "align-join-do": "Make one row",
    "align-only-unsure": "Only unsure",
    "align-only-unconfirmed": "Only unconfirmed",
    "align-of": "Whose rows",
    "align-of-all": "Rows of all",
    "align-of-has": "Rows that {party} has",
    "align-of-alone": "Rows that only {party} has",
}

SINGULAR: dict[str, str] = {
    "align-changed": "{count} step changed place by itself because of that: {steps}. Look whether it is right.",
    "align-progress": "{confirmed} of {count} row confirmed",
    "align-confirm-sure": "Confirm the {count} that is sure",
}
