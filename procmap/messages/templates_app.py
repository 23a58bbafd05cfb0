"""The English texts of the app, by code: pages, and the command that starts it."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # The command.
    "app-not-installed": "The app needs more packages, which are not installed: {command}",
    "app-open-at": "procmap is open at {address}",
    "app-stop-with": "Stop it with Ctrl+C.",
    "app-stopped": "procmap has stopped.",
    "app-port-taken": (
        "Port {port}: another program has it. Name another with --port, or none for the first that is free."
    ),
    "app-host-unknown": "{host}: this machine has no such address. Name one of its own with --host, or leave it out.",
    "app-host-unnamed": (
        "--host {host}: the app would listen on every network of this machine. Say with --allowed-host under which "
        "name others open it."
    ),
    "app-no-folder": "{folder}: there is no such folder. Name one that holds the files of one service.",
    # Around every page.
    "app-language": "Language",
    "app-page-start": "Start",
    "app-page-compare": "Compare",
    "app-working": "Working…",
    "app-error": (
        "Something went wrong that nobody had foreseen. Load the page again. If it happens again, tell those who run "
        "procmap the number {number}: it stands in their log."
    ),
    "app-nothing-open": (
        "Nothing is open yet. Open the sample to see what this page is for, or choose something on Start."
    ),
    "app-project-gone": (
        "The project {name} is not in the folder {folder} any more: its file was moved, renamed or deleted. Put it "
        "back, or open another project on Start. What was kept in it is in its file, wherever that is now."
    ),
    # Start.
    "app-start-title": "One service, several ways of doing it",
    "app-start-about": (
        "See step by step how several organisations do the same service, where they differ and why, and find a common "
        "process that loses nothing."
    ),
    "app-open-now": "Open now",
    "app-to-compare": "Compare",
    "app-open-given": "Back to what procmap was started with",
    "app-samples": "Samples",
    "app-samples-about": (
        "Each is one service as three invented organisations do it. Try everything: nothing can be broken."
    ),
    "app-open-sample": "Open the sample {name}",
    "sample-byggesoknad": "Building application",
    "sample-byggesoknad-about": "Fjordvik, Nordås and Solhaug. Norwegian, from three modelling tools.",
    "sample-anskaffelse": "Purchase to pay",
    "sample-anskaffelse-about": "Elvemark, Tindsund and Vollefjord. Norwegian, with many controls and risks.",
    "sample-barnehageopptak": "Admission to kindergartens",
    "sample-barnehageopptak-about": (
        "Havremoen, Ljosefjord and Tindehavn. Norwegian: a drawing, a spreadsheet and a routine."
    ),
    "sample-bygglov": "Building permit",
    "sample-bygglov-about": "Granvidda, Hällmarsund and Norråsele. Swedish.",
    "sample-journalforing": "Capturing and registering documents",
    "sample-journalforing-about": "Hegredal, Kvernvåg and Lerkemo. Norwegian, with record rules.",
    "sample-premises-licence": "Premises licence",
    "sample-premises-licence-about": "Hallowfen, Ostlemere and Thornquay. English.",
    # Compare.
    "app-view": "What to look at",
    "app-in-rows": "rows {rows}",
    "app-card-open": "The card of row {row} is open beside the steps.",
}
SINGULAR: dict[str, str] = {
    "app-in-rows": "row {rows}",
}
