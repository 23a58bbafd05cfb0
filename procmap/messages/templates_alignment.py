"""The English sentences about what belongs together and why, and about the lexicon."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "alike-words": "The labels mean much the same: {words}.",
    "alike-place": "The labels share words ({words}), and what comes before and after is alike.",
    "alike-related": "What the labels say is related, and what comes before and after is alike.",
    "said-within": "Neither has a counterpart, and all that one label says is said by the other.",
    "heading-states": "States (events of event-driven process chains) with the same words:",
    "lexicon-columns": (
        "{source}: the lexicon lacks the columns {missing}. Its first line must name id, kind and the languages."
    ),
    "lexicon-id": (
        '{source}: in line {line} the id "{id}" is empty or stands there for the second time. Give each row an id of '
        "its own."
    ),
    "lexicon-kind": ('{source}: in line {line} the kind of "{id}" is "{kind}". It must be "action" or "object".'),
}
