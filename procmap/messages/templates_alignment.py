"""The English sentences about what belongs together and why."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "alike-words": "The labels mean much the same: {words}.",
    "alike-place": "The labels share words ({words}), and what comes before and after is alike.",
    "alike-related": "What the labels say is related, and what comes before and after is alike.",
    "said-within": "Neither has a counterpart, and all that one label says is said by the other.",
    "heading-states": "States (events of event-driven process chains) with the same words:",
}
