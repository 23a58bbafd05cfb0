"""The English sentences about what belongs together and why."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "alike-words": "The labels mean much the same: {words}.",
    "alike-place": "The labels share words ({words}), and what comes before and after is alike.",
    "alike-related": "The labels share no words, but what comes before and after is alike.",
    "alike-third": 'At {party}, "{label}" goes with both.',
    "alike-place-told": (
        "The labels share words ({words}), what comes before and after is alike, and both have: {told}."
    ),
    "alike-related-told": "The labels share no words, but what comes before and after is alike, and both have: {told}.",
    "split-step": "What one does in one step the other does in two, one directly after the other. Both have: {told}.",
    "split-alternatives": "One step here takes in what several take in there, as alternatives: {told}.",
    "said-within": "Neither has a counterpart, and all that one label says is said by the other.",
    "heading-states": "States (events of event-driven process chains) with the same words:",
}
