"""The English texts on what a common process changes for each organisation."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "heading-impact": "What changes for each organisation",
    "impact-new": "{count} new steps",
    "impact-undecided": "{count} perhaps new, not decided",
    "impact-gone": "{count} steps taken away",
    "impact-role": "{count} steps done by another role",
    "impact-system": "{count} steps done in another system",
    "impact-name": "{count} under a role or system that may only have another name",
    "impact-beside": "{count} where other systems stand beside the own",
    "impact-nothing": "no step is new, taken away or moved",
    "impact-activities": "Activities in a typical case: {before} before, {after} after.",
    "impact-handoffs": "Handoffs between roles in a typical case: {before} before, {after} after.",
    "impact-work-time": "Work time: {before} before, {after} after.",
    "impact-lead-time": "Lead time: {before} before, {after} after.",
    "impact-controls": "Controls: {before} before, {after} after.",
    # The figures of a typical case, as headings.
    "impact-figure-activities": "Activities in a typical case",
    "impact-figure-handoffs": "Handoffs between roles in a typical case",
    "impact-figure-work-time": "Work time",
    "impact-figure-lead-time": "Lead time",
    "impact-figure-controls": "Controls",
    # What the report tells of one organisation.
    "impact-part-new": "New steps",
    "impact-part-undecided": "Perhaps new, not decided",
    "impact-part-gone": "Steps taken away",
    "impact-part-role": "Other roles",
    "impact-part-system": "Other systems",
    "impact-part-controls": "Controls",
    "impact-part-typical": "A typical case",
    "impact-part-of-own": "{step}: part of {whole} today",
    "impact-not-typical": "{step}: not in a typical case",
    "impact-taken-away": "{what}: taken away by decision {decision}. {reason}",
    "impact-change-moved": "{before} today, {after} in the common process: {steps:list}.",
    "impact-change-perhaps-name": (
        "{before} today, {after} in the common process, which may be two names of one: {steps:list}."
    ),
    "impact-change-beside": "{before} today, {after} as well in the common process: {steps:list}.",
    "impact-control-new": "New: {control} at {step}, as at {party}.",
    "impact-control-undecided": "Perhaps new, not decided: {control} at {step}, as at {party}.",
    "impact-known": "{time} ({known} of {count} steps have a time)",
    "impact-some-roles": "{handoffs} ({known} of {count} activities have a role)",
    "impact-no-roles": "not known (none of {count} activities has a role)",
    "impact-unknown": "not known (none of {count} steps has a time)",
    "impact-way-assumed": (
        "No drawing says how often each way is taken. A typical case is assumed to take the way with most steps where "
        "ways part, and all ways where several may be taken. It does once what can be repeated, and meets no errors "
        "and no interruptions."
    ),
    "impact-common-way-assumed": (
        "In the common process it goes the way that has most of what the organisation does in a typical case today, "
        "and least of what it does in other cases. A step that is not decided, or is for some only, counts for those "
        "alone that have it today. Two names of a role count as two roles until it is decided that they are one."
    ),
    "impact-times-assumed": (
        "Work time is the sum of all steps. Lead time is that of the ways that take longest, with what timers on them "
        "wait; a working day counts as 1.4 days there and a month as 30. A step without a time is left out, so the "
        "real times are longer."
    ),
}
SINGULAR: dict[str, str] = {
    "impact-new": "{count} new step",
    "impact-undecided": "{count} perhaps new, not decided",
    "impact-gone": "{count} step taken away",
    "impact-role": "{count} step done by another role",
    "impact-system": "{count} step done in another system",
    "impact-name": "{count} under a role or system that may only have another name",
    "impact-beside": "{count} where other systems stand beside the own",
    "impact-some-roles": "{handoffs} ({known} of {count} activity has a role)",
    "impact-no-roles": "not known (the only activity has no role)",
    "impact-known": "{time} ({known} of {count} step has a time)",
    "impact-unknown": "not known (the only step has no time)",
}
