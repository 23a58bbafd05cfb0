"""The English sentences of conditions, triggers, messages and controls that differ, and of the table of severities."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # How organisations differ.
    "difference-condition-amount": "Other amounts decide what comes after {labels:quoted}: {values}.",
    "difference-condition-question": "Other things decide what comes after {labels:quoted}: {values}.",
    "difference-condition-questions": (
        "What comes after {labels:quoted} is asked in one question here, and in several there: {values}."
    ),
    "difference-condition-back": "The way back after {labels:quoted} leads elsewhere here than there: {values}.",
    "difference-condition-branch": (
        "At {having} it is asked after {before:quoted} whether {labels:quoted} follow, and at {missing} they always "
        "do: {values}."
    ),
    "difference-condition-event": "Other conditions are waited for at {labels:quoted}: {values}.",
    "difference-trigger-start": "The process starts with something else here than there: {values}.",
    "difference-trigger-channel": "Cases come in by other channels: {values}.",
    "difference-trigger-end": "The process can end with {labels:quoted} at some only: {values}.",
    "trigger-onward": "it goes on with {labels:quoted}",
    "difference-trigger-after": "The end comes after different work: {values}.",
    "difference-participant_message-sent": "A message goes from {labels:quoted} to {partner} at some only: {values}.",
    "difference-participant_message-received": (
        "A message comes from {partner} to {labels:quoted} at some only: {values}."
    ),
    "message-only-to": "only to {names}",
    "message-only-from": "only from {names}",
    "partner-unnamed": "someone outside",
    "difference-participant_message-outside": (
        "{partner} is outside the process at {having}, and does steps in it at {missing}: {values}."
    ),
    "difference-participant_message-participant": "Others outside take part in {labels:quoted}: {values}.",
    "difference-participant_message-channel": "What comes in at {labels:quoted} comes by different channels: {values}.",
    "difference-participant_message-not-drawn": (
        "At {having} messages to and from outside are drawn at {labels:quoted}, and at {missing} none are. Ask whether "
        "they are sent all the same."
    ),
    "difference-partly_corresponding-waits": (
        '"{label}" waits for an answer at {having}, and only for a time at {missing}: {values}.'
    ),
    "difference-partly_corresponding-interrupts": (
        '"{label}" stops the work at {having}, and at {missing} the work goes on beside it: {values}.'
    ),
    "difference-partly_corresponding-content": (
        '"{label}" stands for different work with different outcomes: {values}.'
    ),
    "difference-partly_corresponding-cut": '"{label}" is cut into steps that overlap: {values}.',
    "difference-partly_corresponding-overlap": "These steps overlap, and none holds the other: {values}.",
    "difference-control-weaker": "The control of {labels:quoted} is weaker at {weaker} than at {stronger}: {values}.",
    "difference-deadline-since": "The same time limit of {labels:quoted} counts from different events: {values}.",
    "difference-control-process": "Different controls guard the process as a whole: {values}.",
    "difference-risk-judged": "The same risk at {labels:quoted} is judged otherwise: {values}.",
    "aspect-condition": "Conditions and branches",
    "aspect-trigger": "Start and end",
    "aspect-participant_message": "Messages to and from outside",
    "aspect-partly_corresponding": "Steps that overlap",
    "trigger-message": "message",
    "trigger-timer": "timer",
    "trigger-conditional": "condition",
    "trigger-signal": "signal",
    "strength-corrective": "corrective",
    "strength-detective": "detective",
    "strength-manual": "by hand",
    "strength-semi-automatic": "half automatic",
    "strength-not-key": "no key control",
    "strength-not-blocking": "does not block",
    "strength-same-role": "checks its own work",
    # The table of severities.
    "severity-columns": (
        "{source}: the table of severities has no column {missing}. Its first row must name the columns: code, "
        "severity, and if you like part and why."
    ),
    "severity-code": '{source}, line {line}: there are no differences "{wrong}". Use one of: {known}.',
    "severity-part": (
        '{source}, line {line}: {difference} has no part "{part}". Leave it empty, or use one of: {known}.'
    ),
    "severity-unknown": '{source}, line {line}: "{severity}" is no severity. Use one of: {known}.',
    "severity-twice": "{source}, line {line}: {difference} has a severity already. Take one of the lines out.",
    "severity-broken": (
        "{source}, line {line}: the table of severities cannot be read ({detail}). Save it again as CSV."
    ),
    "differences-off": (
        "{count} differences are not shown, since the table of severities has them off: {codes}. To see them, give "
        "them a severity in a table of your own (--severity)."
    ),
}  # fmt: skip
SINGULAR: dict[str, str] = {
    "differences-off": (
        "{count} difference is not shown, since the table of severities has it off: {codes}. To see it, give it a "
        "severity in a table of your own (--severity)."
    ),
}  # fmt: skip
