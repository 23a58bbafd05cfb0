"""The commands `list`, `check` and `convert`: what files hold."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from procmap.cli.app import BLOCKING, USAGE, app, complain
from procmap.cli.options import (
    FilesOrProject,
    Force,
    Format,
    InProject,
    Lang,
    Mirror,
    ServiceOfProject,
    Strict,
    TextOrJson,
    platform,
)
from procmap.cli.projects import project_instead_of, refuse_without_project
from procmap.cli.speaking import speaker


class CsvDialect(StrEnum):
    """How CSV is written, if not as people expect it."""

    RFC_4180 = "rfc4180"


@app.command("list")
def list_(
    files: FilesOrProject = None,
    *,
    project: InProject = "",
    process: ServiceOfProject = "",
    output: Format = TextOrJson.TEXT,
    lang: Lang = None,
) -> int:
    """Show the processes in files, or in a project."""
    from procmap.answers import list_processes
    from procmap.answers.shapes import as_json
    from procmap.cli.text import list_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    opened = project_instead_of(files, project)
    if opened is None:
        refuse_without_project(process=process)
        answer = list_processes(files or [], say)
    else:
        from procmap.workspace.answering import list_project

        answer = list_project(opened, process)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else list_text(answer, say), nl=False)
    complain(answer.unread)
    return USAGE if answer.unread else 0


@app.command()
def check(
    files: FilesOrProject = None,
    *,
    project: InProject = "",
    process: ServiceOfProject = "",
    output: Format = TextOrJson.TEXT,
    strict: Strict = False,
    lang: Lang = None,
) -> int:
    """Show what was read of files and what was not, and what is wrong with the processes in them."""
    from procmap.answers import check as check_files
    from procmap.answers.shapes import UnreadFile, as_json
    from procmap.cli.text import check_text

    say = speaker(lang, for_machines=output is TextOrJson.JSON)
    opened = project_instead_of(files, project)
    if opened is None:
        refuse_without_project(process=process)
        answer = check_files(files or [], say)
    else:
        from procmap.workspace.answering import check_project

        answer = check_project(opened, process, say)
    typer.echo(as_json(answer) if output is TextOrJson.JSON else check_text(answer, say), nl=False)
    unread = [file for file in answer.files if isinstance(file, UnreadFile)]
    complain(unread)
    if unread:
        return USAGE
    return BLOCKING if strict and answer.blocking else 0


@app.command()
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="File to read; - is standard input.")],
    target: Annotated[str, typer.Argument(metavar="OUT", help="File to write; its ending says in which format.")],
    *,
    sidecar: Annotated[
        str,
        typer.Option(
            "--sidecar",
            metavar="FILE",
            help="Put back from this file (JSON) what another tool dropped; where it is not there, it is written.",
        ),
    ] = "",
    mirror: Mirror = None,
    csv_dialect: Annotated[
        CsvDialect | None,
        typer.Option(
            "--csv-dialect",
            metavar="rfc4180",
            help="Write CSV for machines (RFC 4180); else as spreadsheet programs in the language expect it.",
        ),
    ] = None,
    force: Force = False,
    lang: Lang = None,
) -> int:
    """Write what a file holds in the format of another."""
    from procmap.answers import convert as convert_file
    from procmap.cli.text import convert_text

    say = speaker(lang)
    answer = convert_file(
        source,
        target,
        sidecar=sidecar,
        mirror=platform(mirror),
        csv_dialect="" if csv_dialect is None else "rfc4180",
        force=force,
        language=say.language,
        say=say,
    )
    typer.echo(convert_text(answer, say), nl=False)
    return 0
