"""The English texts of the page on which files are brought in, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "import-about": (
        "Drop files with processes here: BPMN, Excel, Word, CSV, plain text and others, at most {most} MB each. "
        "They wait here until you have looked at them and pressed Keep, or have taken them away again."
    ),
    "import-files": "Files",
    "upload-choose": "Choose on this computer",
    "upload-drop": "or drop here",
    "import-paste": "Paste text instead",
    "import-paste-about": (
        "Paste a routine, one numbered step a line, or a table from a spreadsheet with its headings."
    ),
    "import-paste-kind": "What it is",
    "import-paste-routine": "a routine, as text",
    "import-paste-table": "a table",
    "import-paste-name": "What to call it",
    "import-paste-text": "Text",
    "import-paste-read": "Read the text",
    "import-remove": "Take {name} away again",
    "import-templates": "An empty spreadsheet to fill in",
    "import-templates-about": (
        "One line for each step, with explanations and an example. Fill it in, save it, and drop it in the field for "
        "files."
    ),
    "import-template-xlsx": "As a workbook (Excel)",
    "import-template-csv": "As a table (CSV)",
    "import-template-name": "steps",
    "import-service": "The service that the processes belong to",
    "import-service-help": "Choose one that is there, or write the name of a new one.",
    "import-unreadable": "These files could not be read; the others are not affected.",
    "import-take": "Take “{name}”",
    "import-take-unnamed": "Take this process",
    "import-choose": "Processes to take from the file",
    "import-choose-help": "Choose, or type some letters of a name",
    "import-organisation": "Organisation",
    "import-variant": "Variant",
    "import-variant-help": "Only where an organisation does it in several ways.",
    "import-format": "{source}: {format}",
    "import-format-tool": "{source}: {format}, written by {tool}",
    "import-steps": "{count} steps",
    "import-attached": "{kind}: {number}",
    "import-edited": "corrected here",
    "import-verdict-sound": "The process can run from start to end.",
    "import-verdict-undecided": "It was not possible to find out whether the process can run from start to end.",
    "import-findings": "{count} things to look at",
    "import-more-findings": "… and {count} more. The command procmap check shows all of them.",
    "import-at": "{place}: {finding}",
    "import-understood": "What was understood",
    "import-more-steps": "… and {count} more rows",
    "import-correct": "Correct it before it is kept",
    "import-correct-about": "The file stays as it came; what you correct here is kept beside it.",
    "import-correct-step": "Step",
    "import-correct-label": "What is done",
    "import-correct-role": "Who does it",
    "import-correct-do": "Correct the step",
    "import-correct-leave-out": "Leave the step out",
    "import-correct-back": "As the file has it again",
    "import-there": (
        "{name} has a process of this service already. Replace it with the file (what was decided stays), or write "
        "a variant."
    ),
    "import-replace": "Replace the process of {name}",
    "import-twice": (
        "{name} would get several processes. Write a variant, name another organisation, or leave one out."
    ),
    "import-nameless": "{source}: say which organisation the process belongs to.",
    "import-none-taken": "Choose at least one process to keep.",
    "import-no-service": "Say which service the processes belong to.",
    "import-keep": "Keep {count} processes",
    "import-kept": "{what}. Undo takes all of them away again.",
    "import-to-map": "Look at the steps",
    "import-to-compare": "Compare",
}
SINGULAR: dict[str, str] = {
    "import-steps": "{count} step",
    "import-more-steps": "… and {count} more row",
    "import-more-findings": "… and {count} more. The command procmap check shows all of them.",
    "import-findings": "{count} thing to look at",
    "import-keep": "Keep {count} process",
}
