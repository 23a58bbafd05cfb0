"""The English texts of opening a project in the app, and of what stands around every page, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "app-page-processes": "Processes",
    "app-page-import": "Import",
    "app-page-map": "Map",
    "app-page-align": "Align",
    "app-page-harmonise": "Harmonise",
    "app-page-control": "Internal control",
    "app-page-rosa": "Service level (ROSA)",
    "app-page-records": "Records and archive",
    "app-page-reports": "Reports",
    "app-page-project": "Project",
    "app-undo": "Undo",
    "app-redo": "Redo",
    "app-undo-what": "Undo: {what}",
    "app-redo-what": "Redo: {what}",
    "app-service": "Service",
    "app-to-processes": "Go on to the processes",
    "app-projects": "Projects in this folder",
    "app-projects-about": "Each is a file in {folder}. The one changed last comes first.",
    "app-open-project": "Open {name}",
    "app-more-projects": "… and {count} more files",
    "app-new-project": "New project",
    "app-project-name": "Name of the project",
    "app-make-project": "Make the project",
    "app-count-services": "{count} services",
    "app-count-organisations": "{count} organisations",
    "app-count-processes": "{count} processes",
    "app-no-service": "The project has no service yet. Bring in the processes of one first, or type the steps of one.",
    "app-to-import": "Bring in processes",
    "app-too-few-processes": "This service has {count} processes. Two are needed to see how they differ.",
}
SINGULAR: dict[str, str] = {
    "app-more-projects": "… and {count} more file",
    "app-count-services": "{count} service",
    "app-count-organisations": "{count} organisation",
    "app-count-processes": "{count} process",
    "app-too-few-processes": "This service has {count} process. Two are needed to see how they differ.",
}
