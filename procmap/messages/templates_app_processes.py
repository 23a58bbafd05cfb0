"""The English texts of the page Processes, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "processes-name": "Service",
    "processes-owner": "Owner",
    "processes-recipient": "Recipient",
    "processes-next-workshop": "Next workshop",
    "processes-gain": "Expected gain",
    "processes-plan-goals": "Contribution to plan goals",
    "processes-sort": "Sort by this column; once more for the order in which services were added",
    "processes-details": "Details",
    "processes-open": "{count} open questions",
    "processes-steps": "{count} steps",
    "processes-computing": "Comparing {name}",
    "processes-new": "New service",
    "processes-add": "Add the service",
    "processes-close": "Close",
    "processes-keep": "Save",
    "processes-remove": "Remove the service",
    "processes-remove-sure": ("Remove {name} with its processes, decisions and notes? Undo brings everything back."),
    "processes-approve": "Approve the common process",
    "processes-withdraw-approval": "Withdraw the approval",
    "processes-approved": "The common process is approved.",
    "processes-approved-but": "It was approved, but is not ready any more:",
    "processes-not-ready": "It cannot be approved yet:",
    "ask-yes": "Yes, do it",
}
SINGULAR: dict[str, str] = {
    "processes-open": "{count} open question",
    "processes-steps": "{count} step",
}
