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
    # What history tells.
    "did-create-project": "Project {name} made",
    "did-add-organisation": "Organisation {name} added",
    "did-change-organisation": "Organisation {before} changed to {name}",
    "did-remove-organisation": "Organisation {name} taken away",
    "did-add-service": "Service {name} added",
    "did-change-service": "Service {name} changed",
    "did-remove-service": "Service {name} taken away with all that was said of it",
    "did-import-processes": "{count} processes of {service} brought in: {names}",
    "did-replace-source": "Process of {organisation} brought in anew from {file}",
    "did-edit-process": "Process of {organisation} changed: {step}",
    "did-move-process": "Process is now that of {organisation} {variant}",
    "did-remove-process": "Process of {organisation} taken away from {service}",
    "did-confirm": "Confirmed: {steps}",
    "did-withdraw": "Taken back: {steps}",
    "did-rearrange": "{step} moved to another row",
    "did-decide": "{count} decisions: {text}",
    "did-sign": "{organisation} on decision {decision}",
    "did-give-cause": "Cause given: {step}",
    "did-remove-cause": "Cause taken away: {step}",
    "did-add-note": "Noted: {text}",
    "did-change-note": "Note changed: {text}",
    "did-remove-note": "Note taken away: {text}",
    "did-set-attached": "{name} on {step} changed",
    "did-remove-attached": "{name} taken away",
    "did-change-setting": "Setting {setting}: {value}",
    "did-set-scale": "Scale {name} changed",
    "did-snapshot": "State kept: {name}",
    "did-return-to": "Returned to {name}",
    "history-undo": "Undone: {what}",
    "history-redo": "Done again: {what}",
}
