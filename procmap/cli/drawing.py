"""The command `draw`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from procmap.cli.app import app
from procmap.cli.options import Force, Lang, Process
from procmap.cli.speaking import speaker


class Sheet(StrEnum):
    """The paper that a picture is printed on."""

    A4 = "a4"
    A3 = "a3"


@app.command("draw")
def draw_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="FILE, FILE#ID or FILE#NAME; - is standard input.")],
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.svg|png|pdf", help="The picture to write.")],
    paper: Annotated[
        Sheet | None, typer.Option("--paper", metavar="a4|a3", help="The paper of a PDF; else A4. It lies as fits.")
    ] = None,
    tile: Annotated[
        bool, typer.Option("--tile", help="PDF: at natural size, on as many sheets as it takes, to glue together.")
    ] = False,
    scale: Annotated[
        float | None,
        typer.Option("--scale", metavar="TIMES", min=0.1, max=20, help="PNG, PDF: this many times the natural size."),
    ] = None,
    process: Process = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Draw one process as a picture (SVG, PNG, PDF)."""
    from procmap.answers.draw import draw_file
    from procmap.answers.printing import Print
    from procmap.cli.text import draw_text

    say = speaker(lang)
    printed = Print(paper.value if paper else None, tile=tile, scale=scale)
    answer = draw_file(file, out, process=process, printed=printed, force=force, say=say)
    typer.echo(draw_text(answer, say), nl=False)
    return 0
