"""The command `app`."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from procmap.cli.app import app
from procmap.cli.options import Lang
from procmap.cli.projects import VARIABLE
from procmap.cli.speaking import speaker

_LOCAL = "localhost"


@app.command("app")
def app_command(
    *,
    project: Annotated[
        str,
        typer.Option(
            "--project",
            metavar="PROJECT",
            envvar=VARIABLE,
            help="Open this project only; else those in this folder can be opened.",
        ),
    ] = "",
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="N", min=1, max=65535, help="The port; else the first free one from 8501 on."),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only say the address, open no browser.")] = False,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="ADDRESS",
            help="Let others in: the address of this machine that they use; else only this machine.",
        ),
    ] = _LOCAL,
    allowed_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allowed-host", metavar="NAME", help="Another name that browsers use for this machine; can be repeated."
        ),
    ] = None,
    lang: Lang = None,
) -> int:
    """Open the app in the browser: see how several organisations do one service, and compare them there."""
    from procmap.model import BadInput

    if find_spec("streamlit") is None:
        raise BadInput("app-not-installed", command='python -m pip install "streamlit>=1.67"')
    from procmap.app.serving import Listening, check_free, serve

    say = speaker(lang)
    where = Listening(host, port, tuple(allowed_host or ()))
    if where.is_everywhere and not where.allowed_hosts:
        raise BadInput("app-host-unnamed", host=host)
    check_free(where)
    _hand_over(project)

    def started(address: str) -> None:
        typer.echo(f"{say.text('app-open-at', address=address)}\n{say.text('app-stop-with')}")
        if not no_browser:
            typer.launch(address)

    try:
        serve(where, started)
    except KeyboardInterrupt:
        typer.echo(say.text("app-stopped"))
    return 0


def _hand_over(project: str) -> None:
    """Let the pages know what to open. Raises procmap.model.BadInput when it cannot be opened."""
    from procmap.workspace import open_project
    from procmap.workspace.database import is_url

    if project:
        open_project(project)
        os.environ[VARIABLE] = project if is_url(project) else str(Path(project).resolve())
