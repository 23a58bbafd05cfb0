"""The English sentences about what a spreadsheet cannot hold."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
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

SINGULAR: dict[str, str] = {
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
