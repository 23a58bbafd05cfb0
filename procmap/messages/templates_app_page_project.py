"""The English texts of the page Project, and of taking an exported project in, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "page-project-about": "About",
    "page-project-organisations": "Organisations",
    "page-project-states": "Kept states",
    "page-project-history": "History",
    "page-project-scales": "Scales",
    "page-project-export": "Export",
    "page-project-language": "Language of the project",
    "page-project-language-about": "For those who open it and have not chosen a language themselves.",
    "page-project-language-of-browser": "As the browser asks for",
    "page-project-who": "Who I am",
    "page-project-who-about": "History names you so: a name, a role or a group. You need not say it.",
    "page-project-no-organisations": "There are no organisations yet. They come with processes, or are added here.",
    "page-project-organisations-about": (
        "Letters stand in every table and picture; without one, an organisation gets one that is free, by name. "
        "A reference stands beside the others and counts in no majority."
    ),
    "page-project-place": "Order",
    "page-project-letter": "Letter",
    "page-project-organisation": "Name",
    "page-project-reference": "Reference",
    "page-project-new-organisation": "New organisation",
    "page-project-add-organisation": "Add the organisation",
    "page-project-remove-organisation": "Remove {name}",
    "page-project-remove-organisation-sure": "Remove {name}? It has no processes.",
    "page-project-states-about": "Keep the project as it is now under a name, and return to it later. Nothing is lost.",
    "page-project-new-state": "Name of the state",
    "page-project-keep-state": "Keep this state",
    "page-project-no-states": "No state was kept yet. A good moment is before and after a workshop.",
    "page-project-return": "Return to it",
    "page-project-return-sure": "Make the project as it was at {name}? What came after can be brought back by undo.",
    "page-project-newer": "Newer",
    "page-project-older": "Older",
    "page-project-page": "Page {page} of {pages}",
    "page-project-scales-about": "Scales of the project, such as those of likelihood and impact.",
    "page-project-scale-which": "Scale",
    "page-project-scale-new": "A new scale",
    "page-project-export-about": "The project as one file, with its history and its files, to keep or to hand on.",
    "page-project-without-people": "Without people",
    "page-project-without-people-about": (
        "Who did what is left out, names and numbers of persons are masked, and the files themselves are not in it. "
        "Read what was left in before you hand it on."
    ),
    "page-project-masked": "{count} places were masked",
    "page-project-left": "{count} names look like those of persons and were left in",
    "page-project-download": "Save the file",
    "history-when": "When",
    "history-who": "Who",
    "history-what": "What",
    "history-nobody": "Not said",
    "scale-id": "Short name (as risks cite it)",
    "scale-name": "Name",
    "scale-value": "Value",
    "scale-source": "Source",
    "scale-version": "Version",
    "scale-levels": "Levels, one a line: value; name; colour",
    "scale-line": (
        "{line}: this is no level. Write value; name; colour, each value once, the colour as #2e7d32 or nothing."
    ),
    "letter-taken": "The letter {letter} is taken. Take another.",
    "letter-too-long": "{letter}: a letter has at most {most} characters.",
    "did-change-organisations": "Organisations changed: {names}",
    "start-take-in": "Open an exported project",
    "start-take-in-about": "A file that ends in .procmap. It becomes a new project in this folder.",
    "start-take-in-do": "Take it in",
}
SINGULAR: dict[str, str] = {
    "page-project-masked": "{count} place was masked",
    "page-project-left": "{count} name looks like that of a person and was left in",
}
