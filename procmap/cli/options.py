"""The arguments and options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class TextOrJson(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


Files = Annotated[list[str], typer.Argument(metavar="FILE…", help="Files to read; - is standard input.")]
Processes = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…", help="FILE, FILE#ID or FILE#NAME, with ORGANISATION[/VARIANT]= before it; - is standard input."
    ),
]
Process = Annotated[str, typer.Option("--process", metavar="NAME", help="Take this process from every file.")]
Confirm = Annotated[str, typer.Option("--confirm", metavar="FILE", help="What people confirmed (JSON).")]
Reference = Annotated[
    list[str] | None,
    typer.Option(
        "--reference", metavar="FILE", help="A process that stands beside the others and counts in no majority."
    ),
]
Format = Annotated[TextOrJson, typer.Option("--format", help="How the answer is written.")]
Out = Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="Write to this file.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files that are there already.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 when something blocks.")]
