"""The command `draw`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from procmap.cli.app import USAGE, app, complain
from procmap.cli.options import Confirm, Force, Lang, Process, Processes
from procmap.cli.speaking import speaker


class Arranged(StrEnum):
    """How processes stand in a picture."""

    ONE = "one"
    SIDE_BY_SIDE = "side-by-side"
    OVERLAY = "overlay"


@app.command("draw")
def draw_command(
    files: Processes,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.svg", help="The picture to write.")],
    arranged: Annotated[
        Arranged,
        typer.Option(
            "--as",
            metavar="one|side-by-side|overlay",
            help="One process as it is, or several below each other or on top of each other.",
        ),
    ] = Arranged.ONE,
    at_least: Annotated[
        int | None,
        typer.Option("--at-least", metavar="K", min=1, help="Overlay: only what at least K organisations have."),
    ] = None,
    confirm: Confirm = "",
    process: Process = "",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Draw one process, or how several do it, as a picture (SVG)."""
    from procmap.answers.draw import draw_file
    from procmap.answers.pictures import draw_rows
    from procmap.cli.text import draw_text, rows_drawn_text

    say = speaker(lang)
    if arranged is Arranged.ONE:
        _only_one(files, at_least=at_least, confirm=confirm)
        typer.echo(draw_text(draw_file(files[0], out, process=process, force=force, say=say), say), nl=False)
        return 0
    answer = draw_rows(
        files,
        out,
        arranged.value,
        at_least=at_least,
        confirm=confirm,
        process=process,
        force=force,
        say=say,
    )
    complain(answer.unread)
    if answer.unread:
        return USAGE
    typer.echo(rows_drawn_text(answer, say), nl=False)
    return 0


def _only_one(files: list[str], *, at_least: int | None, confirm: str) -> None:
    """Refuse what is only for several processes. Raises BadInput."""
    from procmap.model import BadInput

    if len(files) > 1:
        raise BadInput("draw-needs-as", count=len(files))
    for option, is_given, how in (
        ("--at-least", at_least is not None, Arranged.OVERLAY),
        ("--confirm", bool(confirm), Arranged.SIDE_BY_SIDE),
    ):
        if is_given:
            raise BadInput("draw-option-needs-as", option=option, how=how.value)
