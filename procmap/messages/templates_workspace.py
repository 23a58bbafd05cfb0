"""The English texts of projects, by code: what can be wrong with one, and what its history tells."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # What can be wrong with a project.
    "no-such-project": "{project}: there is no such project. Check the name, or make one: procmap project new.",
    "project-exists": "{project}: there is a project already. Take another name.",
    "project-not-one": "{project}: this is not a procmap project. Open a file that procmap has made.",
    "project-newer": (
        "{project}: it was made by a newer procmap (its tables are {found}, this procmap knows {known}). "
        "Install the newer procmap; nothing was changed."
    ),
    "project-damaged": (
        "{project}: the file is damaged ({detail}). Take the latest copy or export of it; procmap did not change it."
    ),
    "project-busy": "{project}: somebody else is writing just now. Nothing was changed; try again in a moment.",
    "disk-full-project": (
        "{project}: there is no room left on the disk. Nothing was changed; make room and do it again."
    ),
    "project-read-only": (
        "{project}: it may be read but not changed. Look at who may write to the file and its folder."
    ),
    "project-cannot-open": (
        "{project}: it cannot be opened ({detail}). Check that it is there and that you may open it."
    ),
    "project-trouble": "{project}: the database says: {detail}. Nothing was changed.",
    "project-url": (
        "{project}: this is not the address of a database ({detail}). Write it as postgresql://user@host/name."
    ),
    "project-driver": (
        "{project}: what is needed to reach this database is not installed ({detail}). Install the extra postgres."
    ),
    "project-content": (
        "A file that was kept in the project is damaged or missing ({hash}). Take the latest copy or "
        "export of the project."
    ),
    "project-empty": "The project has no services yet. Add one first.",
    "no-such-service": "There is no service {wanted} in the project. There are: {known}.",
    "service-too-few": "{service}: two processes are needed to compare. Bring in more.",
    "several-services": "The project has several services; say which one: {known}.",
    # What cannot be done.
    "record-gone": "This was taken away by somebody else meanwhile. Look at the page anew.",
    "record-changed": (
        "Somebody else changed this at the same time. Nothing was overwritten: look at it as it is now, "
        "and do it again."
    ),
    "not-permitted": "This needs another role: {needed}. You have: {role}.",
    "nothing-to-undo": "There is nothing to undo.",
    "nothing-to-redo": "There is nothing to do again.",
    "no-such-entry": "History has no entry {number}.",
    "name-empty": "Give a name.",
    "name-too-long": "The name is too long: at most {most} characters.",
    "name-taken": "{name} is there already. Take another name.",
    "note-too-long": "The text is too long: at most {most} characters.",
    "note-empty": "Write something in the note first.",
    "not-a-date": "{given} is no date. Write it as 2026-03-31.",
    "organisation-in-use": "{name} has processes in the project. Take them away first, or say whose they are.",
    "process-there-already": (
        "{name} has a process of this service already. Replace it, or call the new one a variant."
    ),
    "confirmation-steps": "Choose more steps: at least {least}.",
    "decision-id-taken": "There is a decision {id} already.",
    "no-such-snapshot": "There is no state {wanted} to return to. Those that were kept: {known}.",
    "project-suffix": "{project}: the name of a project ends in .procmap. Write it so.",
    "export-to-url": "{project}: an export is a file. Name one that ends in .procmap.",
    "no-process-of": "{service}: there is no process of {wanted}. There are those of: {known}.",
    "several-in-service": "{service}: there are several processes. Say whose with --organisation: {known}.",
    # What history tells.
    "did-create-project": "Project {name} made",
    "did-add-organisation": "Organisation {name} added",
    "did-change-organisation": "Organisation {before} is now called {name}",
    "did-change-organisation-other": "Organisation {name} changed",
    "did-remove-organisation": "Organisation {name} taken away",
    "did-add-service": "Service {name} added",
    "did-change-service": "Service {name} changed",
    "did-remove-service": "Service {name} taken away with all that was said of it",
    "did-import-processes": "{count} processes of {service} brought in: {names}",
    "did-add-files": "{count} processes of {service} brought in: {names}",
    "did-add-files-anew": "{count} processes of {service} brought in anew: {names}",
    "did-add-files-both": "{count} processes of {service} brought in, {anew} of them anew: {names}",
    "did-replace-source": "Process of {organisation} brought in anew from {file}",
    "did-edit-process": "Process of {organisation} changed: {step}",
    "did-edit-process-plain": "Process of {organisation} changed",
    "did-move-process": "Process is now that of {organisation}, variant {variant}",
    "did-move-process-plain": "Process is now that of {organisation}",
    "did-remove-process": "Process of {organisation} taken away from {service}",
    "did-confirm-same": "Confirmed as the same: {steps}",
    "did-confirm-part-of": "Confirmed as part and whole: {steps}",
    "did-confirm-apart": "Confirmed as not the same: {steps}",
    "did-confirm-alone": "Confirmed as only here: {steps}",
    "did-confirm-same-unnamed": "Steps without a name confirmed as the same",
    "did-confirm-part-of-unnamed": "Steps without a name confirmed as part and whole",
    "did-confirm-apart-unnamed": "Steps without a name confirmed as not the same",
    "did-confirm-alone-unnamed": "A step without a name confirmed as only here",
    "did-withdraw": "Confirmation taken back: {steps}",
    "did-withdraw-plain": "Confirmation of steps without a name taken back",
    "did-rearrange": "{step} moved to another row",
    "did-rearrange-plain": "A step without a name moved to another row",
    "did-rearrange-alone": "{step} given a row of its own",
    "did-rearrange-alone-plain": "A step without a name given a row of its own",
    "did-rearrange-join": "Rows made one: {step}",
    "did-rearrange-join-plain": "Two rows made one",
    "did-rearrange-split": "Row split: {step} now has a row of its own",
    "did-rearrange-split-plain": "A row split",
    "did-rearrange-confirm": "{count} rows confirmed, the first: {step}",
    "did-rearrange-confirm-plain": "{count} rows confirmed",
    "did-take-confirmations": "{count} confirmations taken from a file",
    "did-take-confirmations-instead": "Confirmations taken from a file: {count} new, {gone} earlier ones taken back",
    "did-decide": "{count} decisions, the first on {text}",
    "did-decide-one": "Decision on {text}: {choice:choice}",
    "did-decide-plain": "{count} decisions",
    "did-take-decisions": "{count} decisions taken from a file",
    "did-sign-yes": "{organisation} agrees to decision {decision}",
    "did-sign-no": "{organisation} does not agree to decision {decision}",
    "did-give-cause": "Cause of the difference given: {step}",
    "did-give-cause-plain": "Cause of a difference given",
    "did-remove-cause": "Cause of the difference taken away: {step}",
    "did-remove-cause-plain": "Cause of a difference taken away",
    "did-add-note": "Noted: {text}",
    "did-change-note": "Note changed: {text}",
    "did-remove-note": "Note taken away: {text}",
    "did-set-attached": "{name} on {step} changed",
    "did-set-attached-plain": "{name} changed for the whole process",
    "did-remove-attached": "{name} taken away",
    "did-change-setting": "Setting {setting} is now {value}",
    "did-change-setting-empty": "Setting {setting} is now empty",
    "did-change-setting-name": "The project is now called {value}",
    "did-change-setting-name-empty": "The project has no name now",
    "did-set-scale": "Scale {name} changed",
    "did-call-ready": "Common process of {service} called ready although something blocks: {reason}",
    "did-call-ready-no-longer": "Common process of {service} not called ready any more although something blocks",
    "did-snapshot": "State kept: {name}",
    "did-return-to": "Returned to {name}",
    "history-undo": "Undone: {what}",
    "history-redo": "Done again: {what}",
    "history-by": "{what} ({who})",
}

SINGULAR: dict[str, str] = {
    "did-rearrange-confirm": "Row confirmed: {step}",
    "did-rearrange-confirm-plain": "{count} row confirmed",
    "did-import-processes": "{count} process of {service} brought in: {names}",
    "did-add-files": "{count} process of {service} brought in: {names}",
    "did-add-files-anew": "{count} process of {service} brought in anew: {names}",
    "did-take-confirmations": "{count} confirmation taken from a file",
    "did-decide-plain": "{count} decision",
    "did-take-decisions": "{count} decision taken from a file",
}
