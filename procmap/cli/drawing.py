"""The command `draw`."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from procmap.cli.app import app
from procmap.cli.options import Force, Lang, Process
from procmap.cli.speaking import speaker


@app.command("draw")
def draw_command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="FILE, FILE#ID or FILE#NAME; - is standard input.")],
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.svg", help="The picture to write.")],
    process: Process = "",
    theme: Annotated[
        Literal["light", "dark"],
        typer.Option("--theme", metavar="light|dark", help="Colours for a light or a dark background."),
    ] = "light",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Draw one process as a picture (SVG)."""
    from procmap.answers.draw import draw_file
    from procmap.cli.text import draw_text

    say = speaker(lang)
    typer.echo(draw_text(draw_file(file, out, process=process, theme=theme, force=force, say=say), say), nl=False)
    return 0
