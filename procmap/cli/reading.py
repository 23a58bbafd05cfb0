"""The commands `list`, `check` and `convert`: what files hold."""

from __future__ import annotations

from typing import Annotated

import typer

from procmap.cli.app import BLOCKING, USAGE, app, complain
from procmap.cli.options import Files, Force, Format, Strict, TextOrJson


@app.command("list")
def list_(files: Files, output: Format = TextOrJson.TEXT) -> int:
    """Show the processes in files."""
    from procmap.answers import list_processes
    from procmap.answers.shapes import as_json
    from procmap.cli.text import list_text

    answer = list_processes(files)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else list_text(answer), nl=False)
    complain(answer.unread)
    return USAGE if answer.unread else 0


@app.command()
def check(files: Files, output: Format = TextOrJson.TEXT, strict: Strict = False) -> int:
    """Show what was read of files and what was not, and what is wrong with the processes in them."""
    from procmap.answers import check as check_files
    from procmap.answers.shapes import UnreadFile, as_json
    from procmap.cli.text import check_text

    answer = check_files(files)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else check_text(answer), nl=False)
    unread = [file for file in answer.files if isinstance(file, UnreadFile)]
    complain(unread)
    if unread:
        return USAGE
    return BLOCKING if strict and answer.blocking else 0


@app.command()
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="File to read; - is standard input.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="File to write: .bpmn or .json.")],
    force: Force = False,
) -> int:
    """Write what a file holds in the format of another."""
    from procmap.answers import convert as convert_file
    from procmap.cli.text import convert_text

    typer.echo(convert_text(convert_file(source, target, force=force)), nl=False)
    return 0
