"""The English sentences of aligning and comparing, by code.

Why steps are linked, how organisations differ, what is not sure, and what pages and tables are called.
"""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Why two steps are linked.
    "same-words": "The labels have the same words.",
    "same-stems": "The labels have the same words but for their endings.",
    "nth-of-repeated": "The labels are the same, and each organisation has {times} such steps: this is number {nth}.",
    "only-startEvent": "Each is the only start event of its process, and neither has a name.",
    "only-endEvent": "Each is the only end event of its process, and neither has a name.",
    "confirmed": "People confirmed it.",
    # What is not sure, and what to do.
    "unequal-times": (
        '"{label}" stands more often in some processes than in others ({counts}), and its words do not tell which '
        "belong together. Confirm which steps are the same."
    ),
    "confirmations-contradict": (
        "What was confirmed contradicts itself, so these steps are kept apart: {steps}. Take back one of the "
        "confirmations."
    ),
    "reference-not-found": (
        'A confirmation cites the step "{label}" of {party}, and it is not certain which one that is. Cite its id, or '
        "what comes next to it (before, after)."
    ),
    "no-common-order": (
        "These steps have no common order, since each comes before another in most organisations, in a circle: "
        "{labels}. They are shown in the order in which they stand on average."
    ),
    "order-undecided": (
        "The order of steps at {party} was not compared: the process can take too many turns to follow them all. "
        "Compare its parts one by one."
    ),
    "order-of-unsound": (
        "The process of {party} can get stuck or is not drawn to its end, so its order of steps was read as if that "
        "were mended. Run procmap check on it."
    ),
    "unnamed-not-compared": (
        "{count} steps have no name and nothing to tell them by, so nothing is said of them. Name them in the drawing."
    ),
    "too-many-for-pairs": (
        "How far two agree is told for at most {most} organisations, and these are {parties}. Compare some of them."
    ),
    "rows-proposed": (
        "What nobody confirmed is proposed. For {alone} of {rows} rows no counterpart was found: look whether others "
        "have such a step under another name."
    ),
    "too-many-for-order": (
        "In which order the work is done is compared for at most {most} rows that several have, and these are {count}. "
        "Compare parts of the process."
    ),
    # How organisations differ.
    "difference-step_missing": "{labels:quoted} are steps at {having}; none were found at {missing}.",
    "difference-step_missing-inside": (
        "{labels:quoted} are steps at {having}, and part of another step elsewhere ({inside}); none were found at "
        "{missing}."
    ),
    "difference-legal_basis-given": "Some give a legal basis for {labels:quoted} and others give none: {values}.",
    "difference-wording": "Different words are used for {labels:quoted}: {values}.",
    "difference-type": "Different kinds of step are used for {labels:quoted}: {values}.",
    "difference-role": "Different roles do {labels:quoted}: {values}.",
    "difference-system": "Different systems are used for {labels:quoted}: {values}.",
    "difference-document-in": "Different documents go into {labels:quoted}: {values}.",
    "difference-document-out": "Different documents come out of {labels:quoted}: {values}.",
    "difference-split_merged": '"{label}" is divided into steps in different ways: {values}.',
    "difference-order": '"{label}" comes before {others:quoted} at {earlier}, and after it at {later}.',
    "difference-earlier_later": (
        '"{label}" comes earlier at {earlier} than at {later}: at the former before {others:quoted}, '
        "at the latter after."
    ),
    "difference-deadline-deadline": "Different deadlines hold for {labels:quoted}: {values}.",
    "difference-deadline-work-time": "Different work times are given for {labels:quoted}: {values}.",
    "difference-deadline-lead-time": "Different lead times are given for {labels:quoted}: {values}.",
    "difference-deadline-limit-or-lead": "Some set a deadline for {labels:quoted}, and others give only a lead time "
    "(in brackets): {values}.",
    "difference-deadline-set": "Some set a deadline for {labels:quoted}, and others do not: {values}.",
    "difference-legal_basis": "Different legal bases are cited for {labels:quoted}: {values}.",
    "difference-rosa_level": "Different ROSA levels are set for {labels:quoted}: {values}.",
    "difference-control": "Different controls guard {labels:quoted}: {values}.",
    "difference-risk": "Different risks are seen at {labels:quoted}: {values}.",
    "difference-record_rule": "Different record rules hold at {labels:quoted}: {values}.",
    # How far two organisations agree.
    "agreement-presence": "{equal} of {shared} rows are in both.",
    "agreement-order": "{compared} of {shared} pairs of shared rows have an order in both; {equal} have the same.",
    "agreement-aspect": "Both tell it for {compared} of {shared} shared rows; for {equal} it is equal.",
    "agreement-none": "There is nothing to compare: both tell it for none of {shared} shared rows.",
    # What cannot be used.
    "several-processes": (
        "{source}: the file holds several processes. Say which with {source}#ID, or with --process NAME: {known}."
    ),
    "process-not-in-file": '{source}: the file has no process "{wanted}". It has: {known}.',
    "same-name-processes": '{source}: several processes are called "{wanted}". Say which by its id: {known}.',
    "one-organisation-for-several": (
        '{source}: the file holds the process of several organisations, so they cannot all be "{organisation}". '
        "Leave the name out, or pick one process with #."
    ),
    "equal-organisations": (
        "{source}: another process is of {id} too. Name the organisations, for example Fjordvik=a.bpmn Nordås=b.bpmn, "
        "or the variants: {id}/online={source}."
    ),
    "too-few-processes": "{source}: there is only one process, and comparing takes two. Name another file.",
    "not-confirmations": '{source}: this is no file of confirmations. It must begin with "procmap": "confirmations/1".',
    "confirmations-field": "{source}: {place} does not fit: {detail}. Compare it with docs/schemas.",
    # Pages and tables.
    "page-title": "How {parties:list} do it", "page-title-service": "{service}: how {parties:list} do it",
    "heading-unsure": "What is not sure",
    "heading-matrix": "Steps by organisations",
    "heading-differences": "Differences",
    "heading-agreement": "Agreement",
    "heading-signs": "Signs",
    "about-matrix": (
        "Rows are steps that do the same thing, in one common order. A cell shows who does the step, and its words "
        "where they are other than the row's."
    ),
    "about-agreement": (
        "Share of what both tell that is equal, and in brackets how many of the shared rows could be compared. A dash: "
        "nothing to compare."
    ),
    "column-step": "Step",
    "column-pair": "Pair",
    "reference-party": "reference",
    "row-confirmed": "confirmed",
    "row-alone": "no counterpart found",
    "row-sure": "{percent} % sure",
    "row-differences": "· differences",
    "steps-count": "{count} steps",
    "no-differences": "No differences were found.",
    "aspect-presence": "Steps", "aspect-order": "Order", "aspect-wording": "Words", "aspect-type": "Kind of step",
    "aspect-role": "Role", "aspect-system": "System", "aspect-document": "Documents",
    "aspect-deadline": "Deadlines and times", "aspect-legal_basis": "Legal basis", "aspect-rosa_level": "ROSA level",
    "aspect-control": "Controls", "aspect-risk": "Risks", "aspect-record_rule": "Record rules",
    "aspect-step_missing": "Steps that some do not have", "aspect-split_merged": "One step here, several there",
    "aspect-earlier_later": "Earlier or later",
    "sign-only": "only in some", "sign-missing": "missing here", "sign-differs": "something differs",
    "sign-split": "one here, several there", "sign-order": "other order", "sign-time": "timing differs",
    "sign-level": "ROSA level differs", "sign-level-told": "ROSA level differs: {level}",
    "sign-control": "control differs", "sign-record": "record rule differs",
    "sign-open": "open question",
    "severity-info": "info", "severity-note": "note", "severity-warning": "warning", "severity-blocking": "blocking",
}  # fmt: skip
SINGULAR: dict[str, str] = {
    "unnamed-not-compared": (
        "{count} step has no name and nothing to tell it by, so nothing is said of it. Name it in the drawing."
    ),
    "steps-count": "{count} step",
    "difference-step_missing": "{labels:quoted} is a step at {having}; none was found at {missing}.",
    "difference-step_missing-inside": (
        "{labels:quoted} is a step at {having}, and part of another step elsewhere ({inside}); none was found at "
        "{missing}."
    ),
}
