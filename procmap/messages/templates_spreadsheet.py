"""The English sentences of spreadsheets, by code: what was not read, what cannot be held, what columns are for."""

from __future__ import annotations

_LOSES: dict[str, str] = {
    "spreadsheet-loses-drawing": (
        "A spreadsheet holds no drawing: where shapes and lines stand is left out. Keep the drawing in its own file."
    ),
    "spreadsheet-loses-gateways": (
        "{count} gateways without a name have no row, since the steps say what they do: they get new ids and the role "
        "of their neighbour. Give them a name to keep them as rows."
    ),
    "spreadsheet-loses-ids": (
        "{count} pools, lanes and flows have no id in a spreadsheet and get new ones. Nothing needs to be done."
    ),
    "spreadsheet-loses-step-ids": (
        "{count} steps get another id when the spreadsheet is read again, since theirs begins with a digit or differs "
        "from no other. Write an id that begins with a letter to keep it."
    ),
    "spreadsheet-loses-implicit": (
        "{count} steps have several flows in or out without a gateway. They come back with a gateway that says the "
        "same. Look at them when the process is drawn again."
    ),
    "spreadsheet-loses-no-start": (
        "{count} times no start event is there, and one is added when the spreadsheet is read again. Draw the start "
        "events first if that is not meant."
    ),
    "spreadsheet-loses-flows": (
        "{count} flows do not join two steps of the same process, so they are left out. Mend them in the source."
    ),
    "spreadsheet-loses-ways": (
        "The ways out of {count} steps read otherwise when the spreadsheet is read again. Look at the columns for next "
        "step and condition there."
    ),
    "spreadsheet-loses-expressions": (
        "{count} flows have a condition for machines, and a spreadsheet has only the text of a condition. Keep the "
        "source for running the process."
    ),
    "spreadsheet-loses-lanes": (
        "{count} lanes lie in each other, are empty or share a name, and a spreadsheet knows only the role of each "
        "step. Keep the source if this division matters."
    ),
    "spreadsheet-loses-pools": (
        "{count} pools have no messages and no steps, no name of their own, or more than a name, and a spreadsheet "
        "holds only the names of those with steps or messages. Keep the source if they matter."
    ),
    "spreadsheet-loses-no-pool": (
        "{count} processes send messages to others and have no pool: one is added when the spreadsheet is read again. "
        "Look whether its name is right."
    ),
    "spreadsheet-loses-messages": (
        "{count} messages begin or end where a spreadsheet cannot say it, or read otherwise when they come back. Look "
        "at the sheet of messages."
    ),
    "spreadsheet-loses-data": (
        "{count} drawn data objects, stores and links are left out; their names stand as documents and systems of "
        "the steps. Keep the source if their states matter."
    ),
    "spreadsheet-loses-artifacts": (
        "{count} annotations, groups and their lines are left out. Write what they say as notes of steps."
    ),
    "spreadsheet-loses-documentation": (
        "{count} elements have a description that a spreadsheet has no place for, or several, which become one. "
        "Look at the notes of the steps."
    ),
    "spreadsheet-loses-properties": (
        "{count} lanes, flows and other elements without a row have properties, which are left out. Keep the source if "
        "they matter."
    ),
    "spreadsheet-loses-origins": (
        "Where {count} elements of a common process come from is left out. Keep the file that procmap harmonise wrote."
    ),
    "spreadsheet-loses-loops": (
        "{count} steps are repeated, done several times over, or undo another, and a spreadsheet does not say that. "
        "Write it as a note of the step."
    ),
    "spreadsheet-loses-triggers": (
        "{count} events have codes, several triggers at once or other details that a spreadsheet does not hold. Keep "
        "the source for running the process."
    ),
    "spreadsheet-loses-gateway-details": (
        "{count} gateways start a process or have a rule of their own, which is left out. Keep the source for running "
        "the process."
    ),
    "spreadsheet-loses-performers": (
        "{count} steps name performers for machines, which are left out. Name who does a step by its role."
    ),
    "spreadsheet-loses-texts": (
        "{count} steps have a text that reads otherwise when the spreadsheet is read again. Look at their rows."
    ),
    "spreadsheet-loses-rosa": (
        "{count} ROSA levels have a routine, a checklist or a place of their own, and a spreadsheet holds only the "
        "level and its reason. Keep the source if they matter."
    ),
    "spreadsheet-loses-attached": (
        "{count} controls, risks, record rules or notes belong to something without a row, or have outcomes or other "
        "details that a spreadsheet does not hold. Look at them in the source."
    ),
    "spreadsheet-loses-card": (
        "The process card reads otherwise when the spreadsheet is read again. Look at the sheet of processes."
    ),
    "spreadsheet-loses-fingerprint": (
        "The fingerprint of the source is left out, since the spreadsheet is a new source. Nothing needs to be done."
    ),
    "spreadsheet-loses-scales": (
        "A scale reads otherwise when the spreadsheet is read again: two have one id, or a level is empty. Look at the "
        "sheet of scales."
    ),
    "spreadsheet-loses-about": (
        "The name, id, description or properties of the process read otherwise when the spreadsheet is read again. "
        "Look at the sheet of processes."
    ),
    "spreadsheet-loses-decisions": (
        "{count} decisions are left out: a spreadsheet of steps has no place for them. Keep the file of decisions."
    ),
    "spreadsheet-csv-without-sheet": (
        'A CSV file has only the steps: the sheet "{sheet}" with {count} rows is left out. Convert to .xlsx to keep it.'
    ),
}

TEMPLATES: dict[str, str] = {
    "format-xlsx": "an Excel workbook",
    "format-csv": "a CSV file",
    "template-written": (
        "{target}: written. Fill in one step a row, then run procmap check on it. The sheets with the example and the "
        "explanations are not read."
    ),
    # ZIP archives.
    "not-zip": "{source}: the file is damaged or of another kind ({detail}). Save it again.",
    "zip-damaged": (
        "{source}: the part {entry} of the file is damaged ({detail}). Save it again from the program it is from."
    ),
    "zip-bomb": (
        "{source}: the file would unpack to {size} MB, far more than its size, and at most {limit} MB are unpacked. No "
        "office program writes such a file: save it again."
    ),
    "zip-too-many-entries": (
        "{source}: the file has more than {limit} parts. No office program writes such a file: save it again."
    ),
    "zip-encrypted": "{source}: the part {entry} of the file is encrypted. Save it without a password.",
    "office-password": "{source}: the file is protected by a password. Save it without one, and give that file.",
    "office-old": (
        "{source}: this is a file of Office before 2007. Open it and save it in today's format (.xlsx or .docx)."
    ),
    # Spreadsheets that cannot be read.
    "spreadsheet-not-xlsx": "{source}: this is no Excel workbook. Save it as .xlsx from a spreadsheet program.",
    "spreadsheet-damaged": (
        "{source}: the workbook is damaged ({detail}). Open it in a spreadsheet program and save it again as .xlsx."
    ),
    "spreadsheet-empty": (
        "{source}: there is nothing in the cells of this spreadsheet. Write one step a row below the heading Step, or "
        "begin with procmap template."
    ),
    "spreadsheet-no-rows": "{source}: there are headings and no steps below them. Write one step a row.",
    "spreadsheet-only-pictures": (
        "{source}: there are pictures and no cells in this spreadsheet. Pictures are not read: write one step a row "
        "below the heading Step."
    ),
    "spreadsheet-no-steps": (
        '{source}: no sheet has a row of headings with "Step" (Steg, Aktivitet) among its first 20 rows. Write one '
        "step a row below such headings, or begin with procmap template."
    ),
    "spreadsheet-too-many-rows": (
        '{source}: the sheet "{sheet}" has more than {limit} rows, and no more are read. Take out what is no step, or '
        "split it into several files."
    ),
    "spreadsheet-not-text": (
        "{source}: this is no text, so it is no CSV file. Export it again as CSV, or give the workbook itself."
    ),
    "spreadsheet-csv-broken": (
        "{source}: the row at line {line} cannot be read ({detail}). Look for a quotation mark that is never closed."
    ),
    "csv-dialect-unknown": "There is no CSV dialect {dialect}. Leave the option out, or give {known}.",
    # What was not read, or not as it stands.
    "spreadsheet-macros": "The workbook has macros. They were not run and are not needed: only its cells were read.",
    "spreadsheet-pictures": "The workbook has pictures, which are not read. Write what they show in cells.",
    "spreadsheet-sheet-hidden": 'The sheet "{sheet}" is hidden and was not read. Show it if it belongs.',
    "spreadsheet-sheet-unknown": (
        'The sheet "{sheet}" was not read: its headings are those of no sheet that procmap knows. Compare them with '
        "procmap template."
    ),
    "spreadsheet-heading-unknown": (
        'The heading "{heading}" in cell {cell} of the sheet "{sheet}" is not known, so its column was not read. '
        "Compare it with procmap template."
    ),
    "spreadsheet-heading-twice": (
        'The heading "{heading}" in cell {cell} of the sheet "{sheet}" means the same as another one, so its column '
        "was not read. Put both into one column."
    ),
    "spreadsheet-merged": (
        'The sheet "{sheet}" has {count} merged areas. The value of each was read for all its cells: look whether '
        "that is meant."
    ),
    "spreadsheet-rows-hidden": (
        'The sheet "{sheet}" has {count} hidden rows. They were read too: delete them if they do not belong.'
    ),
    "spreadsheet-too-wide": (
        'The sheet "{sheet}" has more than {limit} columns, and those beyond were not read. Move what belongs to the '
        "left."
    ),
    "spreadsheet-formulas": (
        'The sheet "{sheet}" has {count} formulas. The values were read as they were last saved: save the workbook '
        "again if they may be old."
    ),
    "spreadsheet-formula-empty": (
        'The sheet "{sheet}" has {count} formulas without a saved value, in {cells}. Open the workbook in Excel or '
        "LibreOffice and save it."
    ),
    "spreadsheet-error-value": (
        'The sheet "{sheet}" has {count} cells with an error instead of a value, in {cells}. Mend them.'
    ),
    "spreadsheet-windows-1252": (
        "The file is in Windows-1252 and was read so. Check the letters æ, ø and å, or save it as CSV UTF-8."
    ),
    "mixed-encoding": (
        "{count} lines are in Windows-1252 and the others in UTF-8, from line {line} on. Each was read as it is: check "
        "the letters æ, ø and å, and save the file as UTF-8."
    ),
    "spreadsheet-row-without-step": (
        'Row {row} of the sheet "{sheet}" has no step, so it was not read. Write what is done there.'
    ),
    "spreadsheet-id-twice": (
        "{times} rows have the id {id}, the second is row {row}. It was given a number of its own: give each row its "
        "own id, since other rows cite the first."
    ),
    "spreadsheet-next-nothing": (
        'Row {row}: the next step "{cited}" is no id, row number or name of a step of this process. Correct it, or add '
        "that step."
    ),
    "spreadsheet-next-across": (
        'Row {row}: the next step "{cited}" lies in another sub-process or pool, so no flow leads there. Use a message '
        "between pools, and lead out of a sub-process from itself."
    ),
    "spreadsheet-next-by-order": (
        "{count} rows have no next step while others have one: they lead to the row below. Write - where nothing "
        "follows."
    ),
    "spreadsheet-conditions-differ": (
        "Row {row}: conditions and next steps are not as many ({conditions} and {steps}). They were paired from the "
        "left: write one condition for each next step."
    ),
    "spreadsheet-type-unknown": (
        'Row {row}: the type "{text}" is not known and was left out. Use one of the words that procmap template lists.'
    ),
    "spreadsheet-attached-to-nothing": (
        'Row {row} is to be attached to "{cited}", and no other row has that id. Correct it.'
    ),
    "spreadsheet-not-attachable": (
        "Row {row}: only an event can be attached, and only to an activity. Correct its type, or its host."
    ),
    "spreadsheet-parent-nothing": 'Row {row} is to be part of "{cited}", and no other row has that id. Correct it.',
    "spreadsheet-parent-ring": (
        "Row {row} is part of something that is part of it, so it was put outside. Correct one of the two."
    ),
    "spreadsheet-time-unknown": (
        'Row {row}: "{text}" is no length of time. Write a number and a unit, for example 3 weeks or 20 min.'
    ),
    "spreadsheet-cost-unknown": 'Row {row}: "{text}" is no amount of money. Write a number, for example 1250 NOK.',
    "spreadsheet-rosa-unknown": 'Row {row}: "{text}" is no ROSA level. Write a number from 1 to 8.',
    "spreadsheet-letter-unknown": (
        'Row {row}: "{text}" says no responsibility. Write a letter and a role, for example R: Case officer.'
    ),
    "spreadsheet-date-number": (
        'Row {row} of the sheet "{sheet}": the date is the number {text}, as spreadsheet programs count days. It was '
        "read as {date}: check it."
    ),
    "spreadsheet-word-unknown": (
        'Row {row} of the sheet "{sheet}": "{text}" is none of the words for this column, so it was left out. Use one '
        "of: {known}."
    ),
    "spreadsheet-number-unknown": (
        'Row {row} of the sheet "{sheet}": "{text}" is no whole number, so it was left out. Write digits only.'
    ),
    "spreadsheet-cites-nothing": (
        'Row {row} of the sheet "{sheet}" cites "{text}", and no step or pool is called so. Correct it.'
    ),
    "spreadsheet-message-half": (
        'Row {row} of the sheet "{sheet}": a message needs both from and to. Write who sends it and who gets it.'
    ),
    **_LOSES,
}

SINGULAR: dict[str, str] = {
    "spreadsheet-merged": (
        'The sheet "{sheet}" has {count} merged area. Its value was read for all its cells: look whether that is meant.'
    ),
    "spreadsheet-rows-hidden": (
        'The sheet "{sheet}" has {count} hidden row. It was read like the others: delete it if it does not belong.'
    ),
    "spreadsheet-formulas": (
        'The sheet "{sheet}" has {count} formula. Its value was read as it was last saved: save the workbook again if '
        "it may be old."
    ),
    "spreadsheet-formula-empty": (
        'The sheet "{sheet}" has {count} formula without a saved value, in {cells}. Open the workbook in Excel or '
        "LibreOffice and save it."
    ),
    "spreadsheet-error-value": (
        'The sheet "{sheet}" has {count} cell with an error instead of a value, in {cells}. Mend it.'
    ),
    "mixed-encoding": (
        "{count} line is in Windows-1252 and the others in UTF-8: line {line}. Each was read as it is: check the "
        "letters æ, ø and å, and save the file as UTF-8."
    ),
    "spreadsheet-next-by-order": (
        "{count} row has no next step while others have one: it leads to the row below. Write - where nothing follows."
    ),
    "spreadsheet-csv-without-sheet": (
        'A CSV file has only the steps: the sheet "{sheet}" with {count} row is left out. Convert to .xlsx to keep it.'
    ),
    "spreadsheet-loses-gateways": (
        "{count} gateway without a name has no row, since the steps say what it does: it gets a new id and the role of "
        "its neighbour. Give it a name to keep it as a row."
    ),
    "spreadsheet-loses-ids": (
        "{count} pool, lane or flow has no id in a spreadsheet and gets a new one. Nothing needs to be done."
    ),
    "spreadsheet-loses-step-ids": (
        "{count} step gets another id when the spreadsheet is read again, since its own begins with a digit or differs "
        "from no other. Write an id that begins with a letter to keep it."
    ),
    "spreadsheet-loses-implicit": (
        "{count} step has several flows in or out without a gateway. It comes back with a gateway that says the same. "
        "Look at it when the process is drawn again."
    ),
    "spreadsheet-loses-no-start": (
        "{count} time no start event is there, and one is added when the spreadsheet is read again. Draw the start "
        "event first if that is not meant."
    ),
    "spreadsheet-loses-flows": (
        "{count} flow does not join two steps of the same process, so it is left out. Mend it in the source."
    ),
    "spreadsheet-loses-ways": (
        "The ways out of {count} step read otherwise when the spreadsheet is read again. Look at the columns for next "
        "step and condition there."
    ),
    "spreadsheet-loses-expressions": (
        "{count} flow has a condition for machines, and a spreadsheet has only the text of a condition. Keep the "
        "source for running the process."
    ),
    "spreadsheet-loses-lanes": (
        "{count} lane lies in another, is empty or shares a name, and a spreadsheet knows only the role of each step. "
        "Keep the source if this division matters."
    ),
    "spreadsheet-loses-pools": (
        "{count} pool has no messages and no steps, no name of its own, or more than a name, and a spreadsheet holds "
        "only the names of those with steps or messages. Keep the source if it matters."
    ),
    "spreadsheet-loses-no-pool": (
        "{count} process sends messages to others and has no pool: one is added when the spreadsheet is read again. "
        "Look whether its name is right."
    ),
    "spreadsheet-loses-messages": (
        "{count} message begins or ends where a spreadsheet cannot say it, or reads otherwise when it comes back. Look "
        "at the sheet of messages."
    ),
    "spreadsheet-loses-data": (
        "{count} drawn data object, store or link is left out; its name stands as a document or system of the steps. "
        "Keep the source if its state matters."
    ),
    "spreadsheet-loses-artifacts": (
        "{count} annotation, group or line to one is left out. Write what it says as a note of a step."
    ),
    "spreadsheet-loses-documentation": (
        "{count} element has a description that a spreadsheet has no place for, or several, which become one. Look at "
        "the notes of the steps."
    ),
    "spreadsheet-loses-properties": (
        "{count} lane, flow or other element without a row has properties, which are left out. Keep the source if they "
        "matter."
    ),
    "spreadsheet-loses-origins": (
        "Where {count} element of a common process comes from is left out. Keep the file that procmap harmonise wrote."
    ),
    "spreadsheet-loses-loops": (
        "{count} step is repeated, done several times over, or undoes another, and a spreadsheet does not say that. "
        "Write it as a note of the step."
    ),
    "spreadsheet-loses-triggers": (
        "{count} event has a code, several triggers at once or other details that a spreadsheet does not hold. Keep "
        "the source for running the process."
    ),
    "spreadsheet-loses-gateway-details": (
        "{count} gateway starts a process or has a rule of its own, which is left out. Keep the source for running the "
        "process."
    ),
    "spreadsheet-loses-performers": (
        "{count} step names performers for machines, which are left out. Name who does it by its role."
    ),
    "spreadsheet-loses-texts": (
        "{count} step has a text that reads otherwise when the spreadsheet is read again. Look at its row."
    ),
    "spreadsheet-loses-rosa": (
        "{count} ROSA level has a routine, a checklist or a place of its own, and a spreadsheet holds only the level "
        "and its reason. Keep the source if they matter."
    ),
    "spreadsheet-loses-attached": (
        "{count} control, risk, record rule or note belongs to something without a row, or has outcomes or other "
        "details that a spreadsheet does not hold. Look at it in the source."
    ),
    "spreadsheet-loses-decisions": (
        "{count} decision is left out: a spreadsheet of steps has no place for it. Keep the file of decisions."
    ),
}
