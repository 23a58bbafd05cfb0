"""The English sentences about metadata that was dropped, edited elsewhere, or put back."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    "sidecar-written": "The sidecar was not there, and was written: it holds everything that the file is to get back.",
    "sidecar-put-back": "What the sidecar holds and the file lacked was put back.",
    "sidecar-nothing-missing": "The file lacks nothing that the sidecar holds.",
    "sidecar-no-process": (
        'The sidecar holds no process that "{name}" could be, so nothing was put back. Give the sidecar that was '
        "written of this file."
    ),
    "sidecar-unresolved": (
        'What the sidecar says of "{name}" was not put back: it is not certain which element that is now. Look it up '
        "in the sidecar, and type it in anew."
    ),
    "sidecar-attached-unresolved": (
        'The {kind} "{name}" was attached to the element {element}, and it is not certain which one that is now. '
        "Attach it anew."
    ),
    "sidecar-differs": (
        'The sidecar says something else of "{name}" than the file ({fields}). The file was believed; change it there '
        "if the sidecar is right."
    ),
    "block-taken": (
        'In "{name}" the text in the documentation was edited ({fields}) and was taken from there. Nothing is to be '
        "done if that was meant."
    ),
    "block-restored": (
        'The metadata of "{name}" was dropped by another tool ({fields}) and was read from the text in the '
        "documentation. Look whether it is whole."
    ),
    "block-conflict": (
        'In "{name}" both the metadata and the text in the documentation were edited ({fields}). The metadata was '
        "believed; change it if the text is right."
    ),
    "block-unreadable": (
        'In the documentation of "{name}" the line "{line}" was not understood. Begin it with a word like "System:", '
        "or move it out of the text of procmap."
    ),
    "block-detached": (
        '"{value}" was taken out of the text of "{name}". It stays in the process, attached to what else it was '
        "attached to; delete it there if it is to go."
    ),
}
