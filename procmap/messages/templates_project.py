"""The English texts of `procmap project` and of `--project`, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # Files or a project.
    "files-and-project": "There are both files and a project ({project}). Give one of the two.",
    "files-or-project": "There is nothing to look at. Name files, or a project with --project or PROCMAP_PROJECT.",
    "option-not-with-project": (
        "{option} is for files: a project has its own. Leave it out, or put into the project what it says (procmap "
        "project add, confirm, decide)."
    ),
    "option-only-with-project": "{option} is only for projects. Name one with --project, or leave the option out.",
    # What was done.
    "project-made": "{project} is made: {name}. Now add files: procmap project add.",
    "project-imported": "{project} is made, with all that was done up to entry {version}.",
    "project-exported": "{target} is written, with all that was done up to entry {version}.",
    "service-new": "New service {service}:",
    "service-known": "Service {service}:",
    "process-added": "{organisation} from {source}: {steps}",
    "process-added-anew": "{organisation} anew from {source}: {steps}",
    "snapshot-made": "State {name} kept (entry {number}).",
    "returned-to": "The project is as it was after entry {number}: {what}.",
    "returned-to-same": "The project is already as it was after entry {number}: {what}.",
    "file-says-nothing-new": "{source}: all of it is in the project already. Nothing was changed.",
    # What a project holds.
    "project-heading": "{name} ({project}, {version} entries in the history)",
    "project-no-services": "There is no service yet. Add files: procmap project add.",
    "service-alone": "There are not two processes yet, so nothing is compared.",
    "service-state": "{confirmed} confirmed, {decided} decided, {open} open",
    "status-not-mapped": "not mapped",
    "status-mapped": "mapped",
    "status-compared": "compared",
    "status-decided": "decided",
    "status-approved": "approved",
    # What is left out of an export.
    "exported-without-people": (
        "Who did what is not in it, and neither are the files: only what was read of them. Persons that were found "
        "are masked:"
    ),
    "exported-without-nobody": (
        "Who did what is not in it, and neither are the files: only what was read of them. No persons were found in "
        "texts."
    ),
    "exported-read-through": (
        "Names of organisations, services, variants and roles are in it. Single names, initials and unusual names "
        "are not found: read it through before you hand it on."
    ),
    "masked-in-process": "{source}: {shown} is masked.",
    "masked-in-record": "{what:held}: {shown} is masked.",
    "left-in-name": "{name}: this name looks like that of a person and was left in.",
    "held-attached": "what is attached to a step",
    "held-cause": "cause",
    "held-confirmation": "confirmation",
    "held-decision": "decision",
    "held-note": "note",
    "held-organisation": "organisation",
    "held-process": "name of a file",
    "held-scale": "scale",
    "held-service": "service",
    "held-setting": "setting",
    "held-sign_off": "answer to a decision",
}
