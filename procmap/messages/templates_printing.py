"""The English texts of pictures on paper, by code: errors, what stands on the pages, the legend."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # What cannot be done.
    "pdf-not-installed": (
        "PNG and PDF need two packages that are not installed. Install them: {command}. SVG needs nothing."
    ),
    "not-typeset": (
        "The pages could not be made ({detail}). Write another format (SVG, DOCX), and report this with the file."
    ),
    "too-many-tiles": (
        "The picture would take {pages} pages, and at most {most} are made. Choose larger paper (--paper a3) or a "
        "smaller --scale, or write SVG."
    ),
    "picture-too-large": (
        "The picture would have {pixels:number} pixels, and at most {most:number} are made. Choose a smaller --scale, "
        "or write SVG or PDF."
    ),
    "picture-too-long": (
        "The picture would be {pixels:number} pixels long, and at most {most:number} are made: more is not shown by "
        "most programs. Choose a smaller --scale, or write SVG or PDF."
    ),
    "report-without-picture": (
        "{target}: without the picture of the common process. For that, install: {command}. Then write the report "
        "again."
    ),
    "report-picture-missing": (
        "The picture of the common process is not in this document: what paints it was not installed where the "
        "document was made. The steps stand under the routine."
    ),
    "option-of-endings": (
        "{target}: {option} is for files that end with {known}. Leave it out, or choose such a name."
    ),
    "characters-replaced": "{count} characters that the type has no sign for are shown as {shown}.",
    # What stands on the pages.
    "print-description": (
        "The process {process} as a BPMN drawing with {steps} steps. The same steps stand as a table after the picture."
    ),
    "print-source": "Source: {source}",
    "print-legend": "What the signs mean",
    "print-tile": "Sheet {tile}",
    "print-part": "The part {tile} of the drawing. The steps stand as a table after the picture.",
    "print-overview": "The whole picture. In readable size it stands on the sheets that follow, as the lines show.",
    "print-glue": (
        "To join them: cut each sheet along the solid marks on its left and upper edge, and glue it over the dotted "
        "marks of the sheet before."
    ),
    "print-goes-on-left": "Sheet before: {tile}.",
    "print-goes-on-right": "Sheet after: {tile}.",
    "print-goes-on-up": "Sheet above: {tile}.",
    "print-goes-on-down": "Sheet below: {tile}.",
    "print-steps": "Step by step",
    "print-column-number": "No.",
    "print-column-step": "Step",
    "print-column-kind": "Kind of step",
    "print-column-role": "Who",
    "print-column-onward": "Goes on with",
    "print-onward": "{number}. {step}",
    "print-onward-if": "{condition}: {number}. {step}",
    "print-unnamed": "without a name",
    "print-more": "and more",
    "section-drawing": "The common process as a drawing",
    "section-drawing-about": (
        "The process {process} as a BPMN drawing with {steps} steps. The routine tells the same steps in words."
    ),
    "section-drawing-small": (
        "The type is small on one page. Enlarge it on the screen, or print the common process on several sheets: "
        "procmap draw COMMON.bpmn -o OUT.pdf --paper a3."
    ),
    # The legend: BPMN's signs in plain words.
    "legend-startEvent": "start",
    "legend-intermediateEvent": "something happens on the way",
    "legend-boundaryEvent-beside": "happens while the step goes on",
    "legend-endEvent": "end",
    "legend-message": "message",
    "legend-timer": "time",
    "legend-error": "error",
    "legend-escalation": "escalation",
    "legend-cancel": "cancelled",
    "legend-compensate": "something is undone",
    "legend-conditional": "a condition is met",
    "legend-link": "goes on elsewhere",
    "legend-signal": "signal",
    "legend-terminate": "ends everything",
    "legend-multiple": "one of several events",
    "legend-userTask": "done in a system",
    "legend-manualTask": "done by hand",
    "legend-serviceTask": "automatic",
    "legend-scriptTask": "automatic, by a script",
    "legend-businessRuleTask": "automatic, by a rule",
    "legend-sendTask": "sends something",
    "legend-receiveTask": "receives something",
    "legend-callActivity": "a process of its own",
    "legend-transaction": "all of it or nothing",
    "legend-subProcess": "has steps of its own",
    "legend-eventSubProcess": "begins when something happens",
    "legend-adHocSubProcess": "steps in any order",
    "legend-standard": "again and again",
    "legend-parallel": "for each, at the same time",
    "legend-sequential": "for each, one after the other",
    "legend-compensation": "undoes another step",
    "legend-exclusiveGateway": "one of the ways",
    "legend-parallelGateway": "all ways at the same time",
    "legend-inclusiveGateway": "one or more of the ways",
    "legend-eventBasedGateway": "the way of what happens first",
    "legend-complexGateway": "by a rule of its own",
    "legend-sequenceFlow-default": "the way when no other is taken",
    "legend-sequenceFlow-conditional": "only when the condition is met",
    "legend-messageFlow": "message to or from others",
    "legend-dataObject": "document",
    "legend-dataInput": "document that comes in",
    "legend-dataOutput": "document that goes out",
    "legend-dataStore": "register or archive",
    "legend-collection": "several documents",
    "legend-dataAssociation": "document used or made",
    "legend-association": "belongs to",
    "legend-group": "group",
}
SINGULAR: dict[str, str] = {
    "characters-replaced": "{count} character that the type has no sign for is shown as {shown}.",
}
