"""The English sentences of spreadsheets, by code: what was not read, and what does not fit together."""

from __future__ import annotations

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
}
