"""The arguments and options that several commands share."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from procmap.messages import LanguageCode

if TYPE_CHECKING:
    from procmap.formats.document import Platform


class TextOrJson(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class Camunda(StrEnum):
    """Whose properties tell what BPMN cannot."""

    CAMUNDA7 = "camunda7"
    CAMUNDA8 = "camunda8"


Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Files to read; - is standard input.")]
Processes = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…", help="FILE, FILE#ID or FILE#NAME, with ORGANISATION[/VARIANT]= before it; - is standard input."
    ),
]
FilesOrProject = Annotated[
    list[str] | None, typer.Argument(metavar="FILE…", help="Files to read; - is standard input.")
]
ProcessesOrProject = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE…", help="FILE, FILE#ID or FILE#NAME, with ORGANISATION[/VARIANT]= before it; - is standard input."
    ),
]
InProject = Annotated[
    str,
    typer.Option(
        "--project",
        metavar="PROJECT",
        help="Take what this project holds instead of files; else the one that PROCMAP_PROJECT names.",
    ),
]
ServiceOfProject = Annotated[
    str, typer.Option("--process", metavar="NAME", help="In a project: only the service of this name.")
]
Process = Annotated[
    str,
    typer.Option("--process", metavar="NAME", help="Take this process from every file; in a project: this service."),
]
Confirm = Annotated[str, typer.Option("--confirm", metavar="FILE", help="What people confirmed (XLSX, JSON).")]
Reference = Annotated[
    list[str] | None,
    typer.Option(
        "--reference", metavar="FILE", help="A process that stands beside the others and counts in no majority."
    ),
]
LexiconFiles = Annotated[
    list[str] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="Words of your own (TSV, CSV, XLSX), over the shipped ones and those that PROCMAP_LEXICON names.",
    ),
]
VersionsOf = Annotated[
    str,
    typer.Option("--versions-of", metavar="NAME", help="The files are versions of one process of this organisation."),
]
Lang = Annotated[
    LanguageCode | None,
    typer.Option(
        "--lang",
        metavar="nb|nn|sv|en",
        help="The language of the answer; else the environment's, and English for JSON.",
    ),
]
Format = Annotated[TextOrJson, typer.Option("--format", metavar="text|json", help="How the answer is written.")]
Out = Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="Write to this file.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files that are there already.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when something blocks.")]
Mirror = Annotated[
    Camunda | None,
    typer.Option(
        "--mirror", metavar="camunda7|camunda8", help="Show in Camunda's properties too what BPMN has no place for."
    ),
]


def lexicon_files(given: list[str] | None) -> list[str]:
    """Return the files of layers over the shipped lexicon: those that PROCMAP_LEXICON names, then those of `--lexicon`.

    The variable holds paths as PATH does: parted by `:`, on Windows by `;`.
    """
    return [*filter(None, os.environ.get("PROCMAP_LEXICON", "").split(os.pathsep)), *(given or ())]


def platform(mirror: Camunda | None) -> Platform | None:
    """Return the platform that `--mirror` names."""
    platforms: dict[Camunda, Platform] = {Camunda.CAMUNDA7: "camunda7", Camunda.CAMUNDA8: "camunda8"}
    return None if mirror is None else platforms[mirror]
