"""The command `draw`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

import typer

from procmap.cli.app import USAGE, app, complain
from procmap.cli.options import Confirm, Force, InProject, Lang, Process, ProcessesOrProject
from procmap.cli.projects import project_instead_of, refuse_with_project, refuse_without_project
from procmap.cli.speaking import speaker


class Sheet(StrEnum):
    """The paper that a picture is printed on."""

    A4 = "a4"
    A3 = "a3"


@app.command("draw")
def draw_command(
    files: ProcessesOrProject = None,
    *,
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT.svg|png|pdf", help="The picture to write.")],
    arranged: Annotated[
        Literal["one", "side-by-side", "overlay"],
        typer.Option(
            "--as",
            metavar="one|side-by-side|overlay",
            help="One process as it is, or several below each other or on top of each other.",
        ),
    ] = "one",
    at_least: Annotated[
        int | None,
        typer.Option("--at-least", metavar="K", min=1, help="Overlay: only what at least K organisations have."),
    ] = None,
    confirm: Confirm = "",
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
    project: InProject = "",
    process: Process = "",
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation",
            metavar="NAME",
            help="In a project: whose process is drawn, ORGANISATION or ORGANISATION/VARIANT.",
        ),
    ] = "",
    theme: Annotated[
        Literal["light", "dark"],
        typer.Option("--theme", metavar="light|dark", help="Colours for a light or a dark background."),
    ] = "light",
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Draw one process, or how several do it, as a picture (SVG, PNG, PDF)."""
    from procmap.answers.draw import draw_chosen, draw_file
    from procmap.answers.pictures import draw_compared, draw_rows
    from procmap.answers.printing import Print
    from procmap.cli.text import draw_text, rows_drawn_text

    say = speaker(lang)
    printed = Print(paper.value if paper else None, tile=tile, scale=scale)
    how: dict[str, Any] = {"printed": printed, "theme": theme, "force": force, "say": say}
    opened = project_instead_of(files, project)
    given = files or []
    if opened is None:
        refuse_without_project(organisation=organisation)
    if arranged == "one":
        _only_one(given, at_least=at_least, confirm=confirm)
        if opened is None:
            answer = draw_file(given[0], out, process=process, **how)
        else:
            from procmap.workspace.answering import chosen_process

            document, chosen = chosen_process(opened, process, organisation)
            answer = draw_chosen(document, chosen, out, source=document.name, **how)
        typer.echo(draw_text(answer, say), nl=False)
        return 0
    if opened is None:
        drawn = draw_rows(given, out, arranged, at_least=at_least, confirm=confirm, process=process, **how)
    else:
        from procmap.workspace.answering import derived_of

        refuse_with_project(confirm=confirm)
        _only_for_one(organisation)
        derived = derived_of(opened, process)
        drawn = draw_compared(derived.aligned, derived.comparison, out, arranged, at_least=at_least, **how)
    complain(drawn.unread)
    if drawn.unread:
        return USAGE
    typer.echo(rows_drawn_text(drawn, say), nl=False)
    return 0


def _only_one(files: list[str], *, at_least: int | None, confirm: str) -> None:
    """Refuse what is only for several processes. Raises BadInput."""
    from procmap.model import BadInput

    if len(files) > 1:
        raise BadInput("draw-needs-as", files=len(files))
    for option, is_given, how in (
        ("--at-least", at_least is not None, "overlay"),
        ("--confirm", bool(confirm), "side-by-side"),
    ):
        if is_given:
            raise BadInput("draw-option-needs-as", option=option, how=how)


def _only_for_one(organisation: str) -> None:
    """Refuse to choose one organisation where several are drawn. Raises BadInput."""
    from procmap.model import BadInput

    if organisation:
        raise BadInput("draw-option-needs-as", option="--organisation", how="one")
